"""How the codes of ``review`` and ``services`` are said to a person: one sentence each, Thai first."""

from __future__ import annotations

from flask_babel import LazyString, lazy_pgettext
from flask_babel import lazy_gettext as _

from law.editing.edit import EditError
from review.approval import Aspect
from review.checklist import Tick
from review.workflow import Action, Deed, Refusal, Role, State
from services.failures import Fault

STATES: dict[State, LazyString] = {
    State.DRAFT: _("ร่าง"),
    State.SUBMITTED: _("เสนอแล้ว"),
    State.IN_REVIEW: _("กำลังตรวจ"),
    State.CHANGES_REQUESTED: _("ให้แก้ไข"),
    State.APPROVED: _("เห็นชอบแล้ว"),
    State.REJECTED: _("ไม่เห็นชอบ"),
    State.WITHDRAWN: _("ถอนแล้ว"),
    State.IN_BILL: _("อยู่ในร่างกฎหมาย"),
    State.ENACTED: _("ประกาศใช้แล้ว"),
}

ROLES: dict[Role, LazyString] = {
    Role.READER: _("ผู้อ่าน"),
    Role.DRAFTER: _("ผู้ร่าง"),
    Role.REVIEWER: _("ผู้ตรวจ"),
    Role.SECRETARY: _("เลขานุการ"),
    Role.ADMIN: _("ผู้ดูแลระบบ"),
}

ACTIONS: dict[Action, LazyString] = {
    Action.SUBMIT: _("เสนอให้ตรวจ"),
    Action.ASSIGN: _("มอบหมายผู้ตรวจ"),
    Action.START: _("เริ่มตรวจ"),
    Action.APPROVE: _("เห็นชอบ"),
    Action.REQUEST_CHANGES: _("ขอให้แก้ไข"),
    Action.REJECT: lazy_pgettext("to do", "ไม่เห็นชอบ"),  # the state has the same word in Thai
    Action.RESUBMIT: _("เสนออีกครั้ง"),
    Action.WITHDRAW: _("ถอนข้อเสนอ"),
    Action.REOPEN: _("เปิดเป็นร่างอีกครั้ง"),
    Action.REVISE: _("นำกลับมาปรับปรุง"),
    Action.INCLUDE: _("รวมเข้าร่างพระราชบัญญัติ"),
    Action.ENACT: _("บันทึกว่าประกาศใช้แล้ว"),
    Action.TAKE_OUT: _("นำออกจากร่างพระราชบัญญัติ"),
}

# What each action brings about, said before it is done.
CONSEQUENCES: dict[Action, LazyString] = {
    Action.SUBMIT: _("ผู้ลงชื่อเข้าใช้ทุกคนจะเห็นข้อเสนอ และเลขานุการจะมอบหมายผู้ตรวจ"),
    Action.ASSIGN: _("ผู้ตรวจที่เลือกจะเห็นข้อเสนอนี้ในหน้าแรกของตน"),
    Action.START: _("ข้อเสนอจะเข้าสู่การตรวจ"),
    Action.APPROVE: _("ความเห็นชอบผูกกับข้อความของร่างครั้งนี้เท่านั้น ถ้าข้อความเปลี่ยน ต้องให้ความเห็นชอบใหม่"),
    Action.REQUEST_CHANGES: _("ข้อเสนอจะกลับไปหาผู้ร่างพร้อมเหตุผลของท่าน"),
    Action.REJECT: _("ข้อเสนอจะยุติ เจ้าของเปิดเป็นร่างใหม่ได้"),
    Action.RESUBMIT: _("ข้อเสนอจะกลับไปหาผู้ตรวจชุดเดิม"),
    Action.WITHDRAW: _("ข้อเสนอจะยุติ ท่านเปิดเป็นร่างใหม่ได้ภายหลัง"),
    Action.REOPEN: _("ข้อเสนอจะกลับเป็นร่าง ความเห็นชอบที่เคยได้จะไม่นับ"),
    Action.REVISE: _("ข้อเสนอจะกลับเป็นร่าง ความเห็นชอบที่เคยได้จะไม่นับ"),
    Action.INCLUDE: _("ข้อความที่ได้รับความเห็นชอบจะอยู่ในร่างพระราชบัญญัติทุกคำ"),
    Action.ENACT: _("กฎหมายจะมีฉบับใหม่ และข้อเสนอจะสิ้นสุด"),
    Action.TAKE_OUT: _("ข้อเสนอจะกลับเป็นเห็นชอบแล้ว ความเห็นชอบยังนับ"),
}

DEEDS: dict[Deed, LazyString] = {
    Deed.EDIT: _("แก้ไขข้อความ"),
    Deed.NAME_CODRAFTERS: _("กำหนดผู้ร่วมร่าง"),
    Deed.COMMENT: _("แสดงความเห็น"),
    Deed.BLOCK: _("แสดงความเห็นที่ระงับการเห็นชอบ"),
    Deed.REASSIGN: _("เปลี่ยนผู้ตรวจ"),
    Deed.INVITE: _("เชิญผู้อื่นนอกสำนักงานแสดงความเห็น"),
    Deed.WITHDRAW_INVITATION: _("ถอนคำเชิญ"),
    Deed.DECLINE: _("ถอนตัวจากการตรวจ"),
    Deed.DELEGATE: _("มอบให้ผู้อื่นตรวจแทน"),
}

REFUSALS: dict[Refusal, LazyString] = {
    Refusal.WRONG_STATE: _("ขั้นตอนปัจจุบันของข้อเสนอไม่เปิดให้ทำสิ่งนี้"),
    Refusal.NOT_OWNER: _("ทำได้เฉพาะเจ้าของข้อเสนอ"),
    Refusal.NOT_AUTHOR: _("ทำได้เฉพาะเจ้าของข้อเสนอและผู้ร่วมร่าง"),
    Refusal.NOT_OWNER_OR_SECRETARY: _("ทำได้เฉพาะเจ้าของข้อเสนอหรือเลขานุการ"),
    Refusal.NOT_SECRETARY: _("ทำได้เฉพาะเลขานุการ"),
    Refusal.NOT_SECRETARY_OR_ADMIN: _("ทำได้เฉพาะเลขานุการหรือผู้ดูแลระบบ"),
    Refusal.NOT_REVIEWER: _("ทำได้เฉพาะผู้ที่มีบทบาทผู้ตรวจ"),
    Refusal.NOT_ASSIGNED: _("ท่านไม่ได้รับมอบหมายให้ตรวจข้อเสนอนี้"),
    Refusal.NOT_PARTICIPANT: _("ทำได้เฉพาะผู้ร่าง ผู้ตรวจ และเลขานุการ"),
    Refusal.OWN_PROPOSAL: _("ท่านเป็นผู้ร่างข้อเสนอนี้ จึงให้ความเห็นชอบเองไม่ได้"),
    Refusal.WROTE_A_DRAFT: _("ท่านเคยเขียนร่างของข้อเสนอนี้ จึงให้ความเห็นชอบไม่ได้"),
    Refusal.SUGGESTION_TAKEN: _("ถ้อยคำที่ท่านเสนอถูกนำไปใช้ในร่างแล้ว ท่านจึงเป็นผู้ร่างร่วม และให้ความเห็นชอบไม่ได้"),
    Refusal.NO_DRAFT: _("ยังไม่มีร่างที่บันทึกไว้ บันทึกร่างก่อน"),
    Refusal.NEW_EDITION: _("กฎหมายมีฉบับใหม่ซึ่งแก้ส่วนที่ข้อเสนอนี้แก้ด้วย ผู้ร่างต้องรวมกับฉบับใหม่ก่อน"),
    Refusal.BILL_NOT_PROVEN: _("ร่างกฎหมายของร่างนี้ยังพิสูจน์ไม่ได้ หรือเหตุผลไม่ตรงกับร่าง หน้าร่างกฎหมายบอกว่าติดที่ใด"),
    Refusal.NOTHING_CHANGED_SINCE: _("ตั้งแต่ผู้ตรวจขอให้แก้ไข ข้อความยังไม่เปลี่ยนและยังไม่มีความเห็นชี้แจง"),
    Refusal.NOT_ENOUGH_REVIEWERS: _("ผู้ตรวจที่มอบหมายยังน้อยกว่าจำนวนความเห็นชอบที่ต้องการ"),
    Refusal.BLOCKING_COMMENT_OPEN: _("ยังมีความเห็นที่ระงับการเห็นชอบค้างอยู่"),
    Refusal.ALREADY_APPROVED: _("ท่านเห็นชอบข้อความนี้แล้ว"),
    Refusal.REASON_MISSING: _("ต้องเขียนเหตุผล"),
    Refusal.ASPECT_NOT_ASSIGNED: _("ยังไม่มีผู้ตรวจของบางด้านที่ต้องได้รับความเห็นชอบ"),
    Refusal.NOT_IN_TURN: _("ผู้ตรวจที่อยู่ก่อนท่านตามลำดับยังไม่เห็นชอบ"),
    Refusal.FOR_AN_AUTHOR: _("ผู้ที่มอบให้ท่านตรวจแทนเป็นผู้ร่างร่วมแล้ว ท่านจึงให้ความเห็นชอบแทนไม่ได้ เลขานุการต้องมอบหมายใหม่"),
    Refusal.CHECKLIST_INCOMPLETE: _("ตอบรายการตรวจให้ครบก่อน"),
    Refusal.APPROVAL_COUNTS: _("ท่านเห็นชอบข้อความนี้แล้ว จึงถอนตัวหรือมอบผู้อื่นแทนไม่ได้ ถ้าเปลี่ยนใจ ให้ขอให้แก้ไขหรือไม่เห็นชอบ"),
    Refusal.ON_THE_BILL: _("ทำที่หน้าของร่างพระราชบัญญัติ"),
    Refusal.DELEGATED_TO_YOU: _("ท่านตรวจแทนผู้อื่นอยู่ จึงมอบต่อไม่ได้ ถอนตัวได้ แล้วเลขานุการจะมอบหมายใหม่"),
}

# What a reviewer looks after.
ASPECTS: dict[Aspect, LazyString] = {
    Aspect.LEGAL: _("ด้านกฎหมาย"),
    Aspect.POLICY: _("ด้านนโยบาย"),
    Aspect.BUDGET: _("ด้านงบประมาณ"),
    Aspect.SUBJECT: _("ด้านวิชาการ"),
}

TICKS: dict[Tick, LazyString] = {
    Tick.YES: _("ใช่"),
    Tick.NOT_APPLICABLE: _("ไม่เกี่ยวข้อง"),
}

TOPICS: dict[str, LazyString] = {
    "board": _("องค์ประกอบของคณะกรรมการ"),
    "subcommittee": _("คณะอนุกรรมการ"),
    "fund": _("กองทุน"),
    "definition": _("บทนิยาม"),
    "other": _("เรื่องอื่น"),
}

# Why nothing was stored. ``%(unit)s``: the unit, cited.
FAULTS: dict[Fault, LazyString] = {
    Fault.NOT_TEXT: _("สิ่งที่ส่งมาไม่ใช่ข้อความ ใช้ไฟล์ข้อความ (.txt) หรือวางข้อความในช่อง"),
    Fault.TOO_LONG: _("ข้อความยาวเกินไป"),
    Fault.BAD_CHARACTERS: _("ข้อความมีอักขระที่ไม่ใช่ตัวหนังสือ ลบออกแล้วลองใหม่"),
    Fault.NO_SECTIONS: _("ไม่พบมาตราในข้อความนี้"),
    Fault.UNCONFIRMED: _("ข้อความมีส่วนที่ผิดปกติหรืออ่านไม่ครบ ตรวจแล้วยืนยันก่อนจึงจะบันทึก"),
    Fault.ALREADY_STORED: _("ข้อความนี้เหมือนกับฉบับที่มีอยู่แล้ว จึงไม่ได้บันทึกซ้ำ"),
    Fault.NO_EDITION: _("กฎหมายนี้ยังไม่มีฉบับที่นำเข้าไว้"),
    Fault.TITLE_MISSING: _("กรอกชื่อข้อเสนอ"),
    Fault.BODY_MISSING: _("เขียนความเห็นก่อน"),
    Fault.REQUIRED_APPROVALS: _("จำนวนความเห็นชอบต้องอยู่ระหว่าง ๑ ถึง ๙"),
    Fault.UNKNOWN_PERSON: _("ไม่พบบุคคลที่เลือก"),
    Fault.NOT_A_DRAFTER: _("ทำได้เฉพาะผู้ที่มีบทบาทผู้ร่าง"),
    Fault.NOT_A_REVIEWER: _("ผู้ที่เลือกต้องมีบทบาทผู้ตรวจ"),
    Fault.WROTE_IT: _("ผู้ที่เขียนร่างของข้อเสนอนี้เป็นผู้ตรวจไม่ได้"),
    Fault.REVIEWS_IT: _("ผู้ตรวจของข้อเสนอนี้เป็นผู้ร่วมร่างไม่ได้"),
    Fault.NO_REVIEWER: _("เลือกผู้ตรวจอย่างน้อยหนึ่งคน"),
    Fault.NOTHING_EDITED: _("ข้อความยังเหมือนกฎหมายที่ใช้อยู่ จึงยังไม่มีสิ่งใดให้บันทึกเป็นร่าง"),
    Fault.BAD_ADDRESS: _("เลขมาตราไม่ถูกต้อง"),
    Fault.UNKNOWN_UNIT: _("ไม่พบหน่วยนี้ในร่าง"),
    Fault.QUOTE_MISSING: _("ไม่พบถ้อยคำที่อ้างในหน่วยนี้"),
    Fault.PERSON_MISSING: _("กรอกชื่อผู้ได้รับเชิญ"),
    Fault.ORGANISATION_MISSING: _("กรอกชื่อหน่วยงาน"),
    Fault.BAD_EMAIL: _("ที่อยู่อีเมลไม่ถูกต้อง เช่น name@office.go.th หรือเว้นว่างไว้"),
    Fault.BAD_DAYS: _("กรอกจำนวนวันเป็นตัวเลข ๑ ถึง ๓๖๕"),
    Fault.COMMENTS_CLOSED: _("ขณะนี้ไม่รับความเห็น เพราะคำเชิญหรือการตรวจสิ้นสุดแล้ว ยังไม่ได้ส่งข้อความของท่าน"),
    Fault.WISH_INCOMPLETE: _("กรอกข้อประสงค์ และถ้อยคำที่จะค้นหาอย่างน้อยหนึ่งคำ"),
    Fault.BAD_NUMBER: _("ฉบับที่ต้องเป็นเลข ๑ ถึง ๙๙๙"),
    Fault.BAD_YEAR: _("ปีต้องเป็นปีพุทธศักราช เช่น ๒๕๖๙"),
    Fault.BAD_AMENDER: _("ชื่อกฎหมายที่แก้ไขต้องขึ้นต้นด้วยชนิดของกฎหมาย เช่น พระราชบัญญัติ และไม่มีเครื่องหมายคำพูด"),
    Fault.WORDS_MISSING: _("ไม่พบถ้อยคำที่จะแก้ในกฎหมายที่ใช้อยู่ พิมพ์ให้ตรงกับตัวบท"),
    Fault.BILL_MISSING: _("วางข้อความของร่างกฎหมายก่อน"),
    Fault.BILL_NOT_RESOLVED: _("ร่างกฎหมายนี้ยังนำไปใช้กับกฎหมายที่เลือกไม่ได้ จึงยังไม่ได้สร้างข้อเสนอ"),
    Fault.BAD_COMMENCEMENT: _("กรอกจำนวนวัน (๑ ถึง ๓๖๕๐) หรือวันที่ของวันใช้บังคับ"),
    Fault.SUGGESTION_MISSING: _("ความเห็นนี้ไม่มีถ้อยคำที่เสนอ"),
    Fault.SUGGESTION_NEEDS_UNIT: _("เลือกมาตราหรือถ้อยคำที่จะเสนอถ้อยคำใหม่ก่อน"),
    Fault.ALREADY_TAKEN: _("ถ้อยคำที่เสนออยู่ในข้อความที่กำลังเขียนแล้ว"),
    Fault.WORDS_GONE: _("ถ้อยคำที่ความเห็นนี้เสนอให้แก้ไม่อยู่ในข้อความที่กำลังเขียนแล้ว จึงนำถ้อยคำที่เสนอมาแทนให้ไม่ได้ แก้ด้วยตนเองได้"),
    Fault.NO_CALENDAR: _("ยังไม่มีปฏิทินวันหยุดของปีนั้น จึงนับวันทำการไม่ได้"),
    Fault.NOT_A_WORKING_DAY: _("วันครบกำหนดตรงกับวันหยุด เลือกวันทำการ"),
    Fault.DUE_IN_PAST: _("วันครบกำหนดผ่านไปแล้ว เลือกวันนี้หรือวันหลังจากนี้"),
    Fault.BAD_WORKING_DAYS: _("จำนวนวันทำการต้องอยู่ระหว่าง ๑ ถึง ๒๕๐"),
    Fault.REVIEWS_IT_ALREADY: _("ผู้นี้ตรวจข้อเสนอนี้อยู่แล้ว เลือกผู้อื่น"),
    Fault.DECLINED_IT: _("ผู้นี้เคยถอนตัวจากการตรวจข้อเสนอนี้ เลือกผู้อื่น"),
    Fault.LINE_TOO_LONG: _("รายการตรวจข้อหนึ่งยาวเกินไป ใช้ไม่เกิน ๓๐๐ ตัวอักษรต่อข้อ และไม่เกิน ๓๐ ข้อ"),
    Fault.NOT_A_SECRETARY: _("ทำได้เฉพาะเลขานุการ"),
    Fault.NOT_A_SECRETARY_OR_ADMIN: _("ทำได้เฉพาะเลขานุการหรือผู้ดูแลระบบ"),
    Fault.BILL_NAMELESS: _("กรอกชื่อเรียกของร่างพระราชบัญญัติ"),
    Fault.NOTHING_CHOSEN: _("เลือกข้อเสนออย่างน้อยหนึ่งเรื่อง"),
    Fault.OTHER_EDITION: _("ข้อเสนอที่เลือกเขียนบนกฎหมายคนละฉบับกับร่างพระราชบัญญัตินี้"),
    Fault.BILL_CLOSED: _("ร่างพระราชบัญญัตินี้ปิดแล้ว จึงเปลี่ยนไม่ได้"),
    Fault.BILL_INCOMPLETE: _("ร่างพระราชบัญญัตินี้ยังไม่ครบ จึงบันทึกว่าประกาศใช้ไม่ได้ หน้าร่างบอกว่าติดที่ใด"),
    Fault.WHY_MISSING: _("เขียนเหตุผลก่อน ผู้เกี่ยวข้องต้องรู้ว่าเพราะเหตุใด"),
    Fault.NUMBER_MISSING: _("กรอกฉบับที่ และปี พ.ศ. ตามที่ประกาศในราชกิจจานุเบกษา"),
    Fault.FORCE_TOO_EARLY: _("วันใช้บังคับต้องไม่ก่อนวันประกาศ และต้องหลังวันใช้บังคับของกฎหมายฉบับที่แก้"),
    Fault.CAN_NOT_CONSOLIDATE: _(
        "ทำกฎหมายฉบับใหม่ให้อ่านกลับได้ตรงทุกคำไม่สำเร็จ จึงยังไม่ได้บันทึก ให้ผู้ดูแลระบบนำเข้าฉบับใหม่จากราชกิจจานุเบกษา"
    ),
    Fault.NOT_YOURS: _("ทำได้เฉพาะผู้ที่เขียนความเห็นนี้หรือเลขานุการ"),
}

# Why an edit does not fit the act.
MISFITS: dict[str, LazyString] = {
    EditError.MISSING: _("ไม่มีหน่วยนี้ในกฎหมายฉบับที่ใช้อยู่"),
    EditError.EXISTS: _("มีหน่วยนี้อยู่แล้ว"),
    EditError.NO_PLACE: _("เพิ่มต่อจากตรงนี้ไม่ได้ เพราะไม่มีหน่วยนี้แล้ว หรือไม่มีเลขที่ว่างตรงนี้ เลือกที่อื่น"),
    EditError.EMPTY: _("ข้อความว่างเปล่า ถ้าต้องการยกเลิกให้กดปุ่มยกเลิกหน่วยนี้"),
}
