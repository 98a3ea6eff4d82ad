"""How the codes of ``review`` and ``services`` are said to a person: one sentence each, Thai first."""

from __future__ import annotations

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from review.workflow import Action, Deed, Refusal, Role, State

STATES: dict[State, LazyString] = {
    State.DRAFT: _("ร่าง"),
    State.SUBMITTED: _("เสนอแล้ว"),
    State.IN_REVIEW: _("กำลังตรวจ"),
    State.CHANGES_REQUESTED: _("ให้แก้ไข"),
    State.APPROVED: _("เห็นชอบแล้ว"),
    State.REJECTED: _("ไม่เห็นชอบ"),
    State.WITHDRAWN: _("ถอนแล้ว"),
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
    Action.REJECT: _("ไม่เห็นชอบ"),
    Action.RESUBMIT: _("เสนออีกครั้ง"),
    Action.WITHDRAW: _("ถอนข้อเสนอ"),
    Action.REOPEN: _("เปิดเป็นร่างอีกครั้ง"),
    Action.REVISE: _("นำกลับมาปรับปรุง"),
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
}

DEEDS: dict[Deed, LazyString] = {
    Deed.EDIT: _("แก้ไขข้อความ"),
    Deed.NAME_CODRAFTERS: _("กำหนดผู้ร่วมร่าง"),
    Deed.COMMENT: _("แสดงความเห็น"),
    Deed.BLOCK: _("แสดงความเห็นที่ระงับการเห็นชอบ"),
    Deed.REASSIGN: _("เปลี่ยนผู้ตรวจ"),
}

REFUSALS: dict[Refusal, LazyString] = {
    Refusal.WRONG_STATE: _("ขั้นตอนปัจจุบันของข้อเสนอไม่เปิดให้ทำสิ่งนี้"),
    Refusal.NOT_OWNER: _("ทำได้เฉพาะเจ้าของข้อเสนอ"),
    Refusal.NOT_AUTHOR: _("ทำได้เฉพาะเจ้าของข้อเสนอและผู้ร่วมร่าง"),
    Refusal.NOT_OWNER_OR_SECRETARY: _("ทำได้เฉพาะเจ้าของข้อเสนอหรือเลขานุการ"),
    Refusal.NOT_SECRETARY: _("ทำได้เฉพาะเลขานุการ"),
    Refusal.NOT_REVIEWER: _("ทำได้เฉพาะผู้ที่มีบทบาทผู้ตรวจ"),
    Refusal.NOT_ASSIGNED: _("ท่านไม่ได้รับมอบหมายให้ตรวจข้อเสนอนี้"),
    Refusal.NOT_PARTICIPANT: _("ทำได้เฉพาะผู้ร่าง ผู้ตรวจ และเลขานุการ"),
    Refusal.OWN_PROPOSAL: _("ท่านเป็นผู้ร่างข้อเสนอนี้ จึงให้ความเห็นชอบเองไม่ได้"),
    Refusal.WROTE_A_DRAFT: _("ท่านเคยเขียนร่างของข้อเสนอนี้ จึงให้ความเห็นชอบไม่ได้"),
    Refusal.NO_DRAFT: _("ยังไม่มีร่างที่บันทึกไว้ บันทึกร่างก่อน"),
    Refusal.NOTHING_CHANGED_SINCE: _("ตั้งแต่ผู้ตรวจขอให้แก้ไข ข้อความยังไม่เปลี่ยนและยังไม่มีความเห็นชี้แจง"),
    Refusal.NOT_ENOUGH_REVIEWERS: _("ผู้ตรวจที่มอบหมายยังน้อยกว่าจำนวนความเห็นชอบที่ต้องการ"),
    Refusal.BLOCKING_COMMENT_OPEN: _("ยังมีความเห็นที่ระงับการเห็นชอบค้างอยู่"),
    Refusal.ALREADY_APPROVED: _("ท่านเห็นชอบข้อความนี้แล้ว"),
    Refusal.REASON_MISSING: _("ต้องเขียนเหตุผล"),
}

TOPICS: dict[str, LazyString] = {
    "board": _("องค์ประกอบของคณะกรรมการ"),
    "subcommittee": _("คณะอนุกรรมการ"),
    "fund": _("กองทุน"),
    "definition": _("บทนิยาม"),
    "other": _("เรื่องอื่น"),
}
