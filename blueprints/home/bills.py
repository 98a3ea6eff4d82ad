"""What waits for the secretary about bills, in words: what to do, and where the button leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _

from blueprints.bills.shown import MISSING
from blueprints.home.waiting import age
from blueprints.language import thai_digits
from services.legislating import joint_bills
from services.telling.bills_waiting import BillsWaiting, OpenBill, ToInclude


@dataclass(frozen=True, slots=True)
class BillDuty:
    """One row of the list. ``page``: of what it is about, ``url``: on which it is done; ``act``: of a bill."""

    title: str
    page: str
    sentence: str
    label: str
    url: str
    age: str
    act: str = ""
    due: str = ""  # nothing about bills has a deadline


# The button for what a bill lacks first, and the page on which it is done.
BUTTONS: dict[str, tuple[LazyString, str]] = {
    joint_bills.EMPTY: (_("รวมข้อเสนอเข้าร่าง"), "bills.choose"),
    joint_bills.CLASHES: (_("ดูส่วนที่ขัดกัน"), "bills.show"),
    joint_bills.UNSETTLED: (_("ตัดสิน"), "bills.decide"),
    joint_bills.UNPROVEN: (_("ดูร่าง"), "bills.show"),
    joint_bills.UNCONFIRMED: (_("ตรวจข้อความที่รวม"), "bills.show"),
}
READY = (_("บันทึกว่าประกาศใช้แล้ว"), "bills.enact")


def bill_duties(waiting: BillsWaiting) -> Iterator[BillDuty]:
    """What is to be put into a bill, then what each open bill waits for."""
    yield from map(_to_include, waiting.to_include)
    yield from map(_open, waiting.open)


def _to_include(found: ToInclude) -> BillDuty:
    sentence = gettext("มีข้อเสนอที่เห็นชอบแล้ว %(n)s เรื่อง ยังไม่อยู่ในร่างกฎหมาย", n=thai_digits(found.count))
    if found.bill is None:
        label, url = gettext("สร้างร่างพระราชบัญญัติ"), url_for("bills.new", slug=found.act.slug)
    else:
        label, url = gettext("รวมข้อเสนอเข้าร่าง"), url_for("bills.choose", bill_id=found.bill.id)
    page = url_for("bills.index", _anchor=f"act-{found.act.slug}")
    return BillDuty(found.act.title, page, sentence, label, url, age(found.since))


def _open(found: OpenBill) -> BillDuty:
    bill = found.bill
    if found.missing:
        sentence = " ".join(str(MISSING[fault]) for fault in found.missing)
        label, endpoint = BUTTONS[found.missing[0]]
    else:
        sentence, (label, endpoint) = gettext("ร่างครบและพิสูจน์แล้ว บันทึกเมื่อประกาศในราชกิจจานุเบกษา"), READY
    page = url_for("bills.show", bill_id=bill.id)
    return BillDuty(
        bill.title, page, sentence, str(label), url_for(endpoint, bill_id=bill.id), age(bill.created_at), bill.act.title
    )
