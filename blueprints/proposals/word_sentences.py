"""Why a Word file, or a piece of it, is not brought in: in words that say what to do."""

from __future__ import annotations

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from documents.word_units import Why
from services.word_import import WhyNot

WHY_NOT: dict[WhyNot, LazyString] = {
    WhyNot.NO_FILE: _("เลือกไฟล์ Word (.docx) ที่ได้รับกลับมา"),
    WhyNot.PACKAGE: _("อ่านไฟล์นี้ไม่ได้ ใช้ไฟล์ Word ชนิด .docx ถ้าเป็น .doc หรือ .odt ให้เปิดแล้วบันทึกเป็น .docx ก่อน"),
    WhyNot.TOO_LARGE: _("ไฟล์ใหญ่เกินไป รับได้ไม่เกิน ๑๐ ล้านไบต์ และเมื่อคลายแล้วต้องไม่ใหญ่ผิดปกติ ลบรูปภาพออกแล้วบันทึกใหม่"),
    WhyNot.MACROS: _("ไฟล์นี้มีแมโคร จึงไม่รับ บันทึกเป็น .docx ชนิดไม่มีแมโครแล้วส่งใหม่"),
    WhyNot.EXTERNAL: _("ไฟล์นี้อ้างถึงแม่แบบหรือรูปภาพที่อยู่นอกไฟล์ จึงไม่รับ ใน Word ให้ตัดการเชื่อมโยงแล้วบันทึกใหม่"),
    WhyNot.DOCTYPE: _("ส่วนหนึ่งของไฟล์ประกาศ DOCTYPE ซึ่ง Word ไม่เคยเขียน จึงไม่รับ"),
    WhyNot.NO_DRAFT: _("ข้อเสนอนี้ยังไม่มีร่าง บันทึกร่างแรกแล้วส่งออกเป็น Word ก่อน"),
    WhyNot.FOREIGN: _("ไฟล์นี้ทำจากข้อเสนออื่น หรือจากระบบอื่น เปิดข้อเสนอที่เป็นเจ้าของไฟล์แล้วนำเข้าที่นั่น"),
    WhyNot.OTHER_PAPER: _("เอกสารชนิดนี้นำกลับไม่ได้ ให้แก้ในไฟล์ข้อความต่อเนื่อง หรือกฎหมายทั้งฉบับตามที่จะเป็น"),
    WhyNot.NO_UNITS: _("ไม่พบมาตราใดของกฎหมายนี้ในไฟล์ ตรวจว่าเลือกไฟล์ถูกต้อง"),
    WhyNot.UNSAVED: _("มีข้อความที่เขียนค้างไว้ยังไม่เป็นร่าง บันทึกเป็นร่างหรือเอาออกในหน้าข้อความก่อน แล้วนำเข้าอีกครั้ง"),
    WhyNot.MISFIT: _("ข้อความในไฟล์ประกอบเป็นกฎหมายไม่ได้ ตรวจเลขมาตราและมาตราที่ว่างในไฟล์"),
    WhyNot.NOTHING_NEW: _("ไฟล์นี้ไม่มีข้อความหรือความเห็นใหม่ จึงไม่มีสิ่งใดให้นำเข้า"),
}
WHY_UNPLACED: dict[Why, LazyString] = {
    Why.BEFORE: _("อยู่ก่อนมาตราแรก"),
    Why.PART: _("แก้ส่วนที่ข้อเสนอแก้ไม่ได้"),
    Why.NUMBER: _("เปลี่ยนเลขมาตรา ข้อความนำเข้าที่มาตราเดิม"),
    Why.TAKEN: _("ขึ้นต้นด้วยเลขมาตราที่มีอยู่แล้ว"),
    Why.NO_PLACE: _("มาตราใหม่ที่ไม่รู้ว่าอยู่หลังมาตราใด"),
}
# Parts of an act that are no sections, by their address in a file.
PARTS: dict[str, LazyString] = {
    "title": _("ชื่อกฎหมาย"),
    "preamble": _("คำปรารภ"),
    "closing": _("ท้ายกฎหมาย"),
    "schedule": _("บัญชีท้ายกฎหมาย"),
    "remarks": _("หมายเหตุ"),
    "tail": _("กฎหมายที่แก้ไขเพิ่มเติม"),
    "code.title": _("ชื่อประมวลกฎหมาย"),
    "code.closing": _("ท้ายประมวลกฎหมาย"),
}
