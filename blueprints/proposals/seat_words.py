"""The codes of ``law`` about boards, as they are said to a person."""

from __future__ import annotations

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from law.board import CannotWrite, Role, Source
from law.boards.checks import Code
from law.boards.composition import Fate, Seats

ROLES: dict[Role, LazyString] = {
    Role.CHAIR: _("ประธาน"),
    Role.VICE_CHAIR: _("รองประธาน"),
    Role.MEMBER: _("กรรมการ"),
    Role.SECRETARY: _("เลขานุการ"),
    Role.ASSISTANT: _("ผู้ช่วยเลขานุการ"),
}
SOURCES: dict[Source, LazyString] = {
    Source.OFFICE: _("โดยตำแหน่ง"),
    Source.REPRESENTATIVE: _("ผู้แทน"),
    Source.EXPERT: _("ผู้ทรงคุณวุฒิ"),
    Source.OTHER: _("อื่น ๆ"),
}
SEATS: dict[Seats, LazyString] = {
    Seats.MINISTERS: _("นายกรัฐมนตรีและรัฐมนตรี"),
    Seats.PERMANENT_SECRETARIES: _("ปลัดกระทรวง"),
    Seats.AGENCIES: _("หัวหน้าหน่วยงานของรัฐ"),
    Seats.PRIVATE: _("ภาคเอกชนและองค์กรวิชาชีพ"),
    Seats.REPRESENTATIVES: _("ผู้แทนหน่วยงาน"),
    Seats.EXPERTS: _("ผู้ทรงคุณวุฒิ"),
    Seats.SECRETARIAT: _("ฝ่ายเลขานุการ"),
    Seats.OTHERS: _("อื่น ๆ"),
}
FATES: dict[Fate, LazyString] = {
    Fate.ADDED: _("เข้า"),
    Fate.REMOVED: _("ออก"),
    Fate.CHANGED: _("เปลี่ยน"),
    Fate.UNCHANGED: _("คงเดิม"),
}
# Why rows could not be written into the text.
CANNOT: dict[str, LazyString] = {
    CannotWrite.NUMBER_ELSEWHERE: _("จำนวนของแถวนี้เขียนรวมอยู่กับผู้อื่นในข้อความ แก้จำนวนในข้อความข้างเคียงแทน"),
    CannotWrite.NOT_IN_WORDS: _("ไม่พบถ้อยคำเดิมของแถวนี้ในข้อความ แก้ในข้อความข้างเคียงแทน"),
    CannotWrite.READS_OTHERWISE: _("เขียนตามนี้แล้วข้อความจะอ่านได้เป็นอย่างอื่น ตรวจหน้าที่ ที่มา และจำนวน หรือแก้ในข้อความข้างเคียงแทน"),
    CannotWrite.ANOTHER_KIND: _(
        "รายการที่เลือกเป็นของผู้ที่มีหน้าที่หรือที่มาต่างจากแถวนี้ เปลี่ยนหน้าที่หรือที่มาของแถวให้ตรงกันก่อน หรือเลือกรายการอื่น"
    ),
    CannotWrite.NO_OTHER_ITEM: _("ไม่มีรายการอื่นอยู่เหนือหรือใต้รายการนี้ที่จะสลับที่กันได้ รายการที่มีอยู่ในกฎหมายคงเลขเดิม"),
    CannotWrite.NO_PLACE: _("รูปแบบของมาตรานี้ไม่มีที่ให้เขียนแถวนี้ แก้ในข้อความข้างเคียงแทน"),
}
DRAFTING_ACT = _("พระราชบัญญัติหลักเกณฑ์การจัดทำร่างกฎหมายและการประเมินผลสัมฤทธิ์ของกฎหมาย พ.ศ. ๒๕๖๒ มาตรา ๒๑ (๖)")
FINDINGS: dict[Code, LazyString] = {
    Code.QUORUM_UNMET: _("องค์ประชุมต้องมี %(needed)s คน แต่คณะกรรมการมีได้เพียง %(seats)s คน จึงประชุมไม่ได้"),
    Code.QUORUM_AT_RISK: _("ถ้าแต่งตั้งเพียงจำนวนน้อยที่สุด (%(seats)s คน) จะไม่ครบองค์ประชุม %(needed)s คน"),
    Code.NO_QUORUM_RULE: _("ไม่พบมาตราที่กำหนดองค์ประชุมของคณะกรรมการนี้ ควรกำหนดไว้หรือให้นำมาตราว่าด้วยการประชุมมาใช้"),
    Code.EVEN: _("จำนวนกรรมการเป็นเลขคู่ (%(seats)s คน) และไม่พบว่าผู้ใดออกเสียงชี้ขาดเมื่อคะแนนเสียงเท่ากัน"),
    Code.STATED_NUMBER: _("ข้อความระบุจำนวน %(stated)s คน แต่รายชื่อรวมได้ %(seats)s คน"),
    Code.EXPERT_PARTS: _("ในจำนวน %(office)s %(experts)s คน ข้อความกำหนดให้มีบางกลุ่มถึง %(needed)s คน"),
    Code.EXPERT_SHARE: _("ข้อความกำหนดให้มีผู้ทรงคุณวุฒิอย่างน้อย %(needed)s คน แต่มี %(experts)s คน"),
    Code.TWICE: _("%(office)s อยู่ในรายชื่อ %(times)s ครั้ง"),
    Code.RENAMED: _("%(office)s เปลี่ยนชื่อหรือโอนงานแล้วเมื่อ พ.ศ. %(year)s ปัจจุบันคือ %(now)s"),
    Code.ABOLISHED: _("%(office)s ยุบเลิกแล้วเมื่อ พ.ศ. %(year)s"),
    Code.SITTING: _("มีกรรมการที่แต่งตั้งไว้และอยู่ในวาระ (%(people)s) ควรมีบทเฉพาะกาลว่าผู้ที่ดำรงตำแหน่งอยู่จะอยู่ต่อหรือพ้นไปเมื่อใด"),
    Code.WHY_A_BOARD: _(
        "เป็นการตั้งคณะกรรมการใหม่: จำเป็นต้องใช้ระบบคณะกรรมการเพื่อกำหนดนโยบาย กำกับ หรือวางหลักเกณฑ์หรือไม่ เพราะเหตุใด"
    ),
    Code.BINDING: _("มีผู้แทนหรือหัวหน้าหน่วยงานของรัฐ %(offices)s คน: ร่างต้องระบุว่ามติของคณะกรรมการผูกพันหน่วยงานเหล่านั้นหรือไม่"),
    Code.NO_CHAIR: _("ไม่พบว่าผู้ใดเป็นประธาน"),
}
