"""What every page of a bill shows: its head, its pages, and what it still lacks, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from flask import render_template, url_for
from flask_babel import LazyString, lazy_gettext
from flask_babel import gettext as _

from blueprints.access import may
from blueprints.proposals import bill_words
from blueprints.proposals.heads import SHORT_HASH
from extensions import db
from law.amend import Clause
from law.amending import frame
from law.comparing.hunks import Hunk, compare_texts
from models.bill import Bill, BillPart, BillState
from models.proposal import Proposal
from review.combining import Clash, Joined
from review.permissions import Permission
from services.drafting.previews import section_address
from services.legislating import bill_making, joint_bills
from services.legislating.bill_layout import BillLayout, lay_out
from services.legislating.frames import Commencement
from services.legislating.joint_bills import JointBill

STATES: dict[BillState, LazyString] = {
    BillState.OPEN: lazy_gettext("กำลังทำ"),
    BillState.ENACTED: lazy_gettext("ประกาศใช้แล้ว"),
    BillState.DISSOLVED: lazy_gettext("ยกเลิกแล้ว"),
}
MISSING: dict[str, LazyString] = {
    joint_bills.EMPTY: lazy_gettext("ยังไม่มีข้อเสนอในร่างนี้"),
    joint_bills.CLASHES: lazy_gettext("มีข้อเสนอที่ขัดกัน ต้องนำออกหนึ่งเรื่อง"),
    joint_bills.UNSETTLED: lazy_gettext("ข้อเสนอกำหนดไว้ต่างกัน เลขานุการต้องตัดสิน"),
    joint_bills.UNPROVEN: lazy_gettext("ยังพิสูจน์ไม่ได้ว่าร่างถูกต้อง"),
    joint_bills.UNCONFIRMED: lazy_gettext("มีข้อความที่รวมจากหลายข้อเสนอ ซึ่งยังไม่มีผู้ยืนยัน"),
}
CLASHES: dict[Clash, LazyString] = {
    Clash.WORDS: lazy_gettext("แก้ถ้อยคำเดียวกันต่างกัน"),
    Clash.REPEALED: lazy_gettext("เรื่องหนึ่งยกเลิกสิ่งที่อีกเรื่องหนึ่งแก้"),
    Clash.ADDED: lazy_gettext("ต่างเพิ่มเลขเดียวกันด้วยข้อความต่างกัน และเปลี่ยนเลขให้เองไม่ได้ เพราะมีถ้อยคำอื่นที่อ้างเลขนั้น"),
    Clash.NUMBERS: lazy_gettext("ต่างเพิ่มอนุมาตราเลขเดียวกันคนละที่"),
}
# What the secretary lets the drafter of the proposal that was taken out do.
WAYS_OUT: dict[Clash, LazyString] = {
    Clash.WORDS: lazy_gettext("ให้ผู้ร่างเรื่องที่นำออกใช้ถ้อยคำเดียวกับอีกเรื่อง หรือแก้เฉพาะถ้อยคำที่อีกเรื่องไม่ได้แก้"),
    Clash.REPEALED: lazy_gettext("ตกลงกันก่อนว่าจะยกเลิกหรือแก้ แล้วให้ผู้ร่างเรื่องที่นำออกแก้ตาม"),
    Clash.ADDED: lazy_gettext("ให้ผู้ร่างเรื่องที่นำออกเปลี่ยนเป็นเลขถัดไป พร้อมทุกแห่งที่อ้างถึง"),
    Clash.NUMBERS: lazy_gettext("ให้ผู้ร่างเรื่องที่นำออกเปลี่ยนเป็นเลขอนุมาตราถัดไป"),
}


@dataclass
class Shown:
    """A bill as the signed-in person sees it; also what links each clause to the unit that it changes."""

    joint: JointBill

    @property
    def bill(self) -> Bill:
        return self.joint.bill

    @property
    def is_open(self) -> bool:
        return self.bill.state is BillState.OPEN

    @property
    def may_change(self) -> bool:
        return self.is_open and may(Permission.COORDINATE)

    @property
    def may_enact(self) -> bool:
        return self.is_open and may(Permission.ENACT)

    @cached_property
    def layout(self) -> BillLayout | None:
        """The bill as it is set on paper."""
        bill = self.joint.written.bill
        return lay_out(bill, len(self.joint.frame.transitional)) if bill else None

    @property
    def is_sound(self) -> bool:
        """Whether the proof line may be green: everything is in it, decided, and proven."""
        lacking = {joint_bills.EMPTY, joint_bills.CLASHES, joint_bills.UNSETTLED, joint_bills.UNPROVEN}
        return not lacking & set(self.joint.missing)

    @property
    def lacking(self) -> list[str]:
        """What bars recording it as law, a sentence each."""
        return [str(MISSING[fault]) for fault in self.joint.missing]

    def link(self, _head: object, clause: Clause) -> str:
        """Where the unit that a clause changes is seen."""
        section = next((section_address(address) for address in (*clause.old, *clause.new)), "")
        return url_for("bills.compare", bill_id=self.bill.id, _anchor=f"change-{section}")

    def behind(self, clause: Clause) -> list[Proposal]:
        """The proposals that a clause comes from; of a change of words throughout all that have it."""
        return self.joint.behind((*clause.old, *clause.new))

    def names(self, numbers: Sequence[int]) -> list[Proposal]:
        """Proposals by their numbers."""
        return [self.joint.proposals[number] for number in numbers]

    def part(self, proposal: Proposal) -> BillPart:
        """The place of a proposal in it."""
        return next(part for part in self.joint.parts if part.proposal_id == proposal.id)

    @cached_property
    def choosable(self) -> list[Proposal]:
        """What could be put in besides."""
        return bill_making.choosable(db.session, act=self.bill.act) if self.may_change else []

    def tabs(self, current: str) -> list[dict[str, object]]:
        """The pages of the bill, as the macro wants them."""
        labels = {
            "bills.show": _("ร่างกฎหมาย"),
            "bills.compare": _("สิ่งที่เปลี่ยน"),
            "bills.print_choice": _("พิมพ์"),
        }
        return [
            {"label": label, "url": url_for(endpoint, bill_id=self.bill.id), "current": endpoint == current}
            for endpoint, label in labels.items()
        ]


def merged_hunks(unit: Joined) -> tuple[Hunk, ...]:
    """What nobody approved as a whole: a merged text against the act, one with other numbers against what it was."""
    before = unit.texts[0][1] if len(unit.texts) == 1 else unit.base
    return compare_texts(before, unit.edit.text)


def commencement_words(value: Commencement) -> str:
    """The words of the bill; documents are Thai whatever the language of the page."""
    return frame.commencement_words(value.for_law)


def shown(bill_id: int) -> Shown:
    """The bill of this number. :raises NotFound:"""
    return Shown(joint_bills.joint_bill(db.session, joint_bills.find_bill(db.session, bill_id)))


def render(template: str, bill: Shown, tab: str, **context: object) -> str:
    """A page of a bill. ``tab``: endpoint of the page it belongs to."""
    return render_template(
        template,
        shown=bill,
        bill=bill.bill,
        joint=bill.joint,
        written=bill.joint.written,
        layout=bill.layout,
        tabs=bill.tabs(tab),
        state_names=STATES,
        clash_names=CLASHES,
        ways_out=WAYS_OUT,
        words=bill_words,
        merged_hunks=merged_hunks,
        commencement_words=commencement_words,
        short=SHORT_HASH,
        **context,
    )
