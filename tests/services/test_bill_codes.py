"""The code of a bill's papers: the text is derived again as it is, and from the record as it was when it was printed."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from law.editing.edit import Edit
from models.bill import Bill
from services.acts import storing
from services.failures import NotFound
from services.keeping import audit
from services.keeping.verifying import Code, read_code
from services.keeping.verifying_bills import CheckedBill, Standing, find_printed
from services.legislating import bill_making
from services.legislating.bills_past import bill_then
from services.legislating.frames import Begins, BillFrame, Commencement
from tests.services.office import ACT_TEXT, Office
from tests.services.test_joint_bills import MEETING, PLAN, approved, chosen, joint, make, record_law


def printed(session: Session, bill: Bill) -> Code:
    """What stands on a paper that is made now."""
    return Code(joint(session, bill).text_hash[:12], audit.head(session)[:12], bill.id)


def check(session: Session, code: Code) -> CheckedBill | None:
    session.expire_all()
    return find_printed(session, code=code)


def change(session: Session, office: Office, bill: Bill, frame: BillFrame) -> None:
    seen = {"bill_id": bill.id, "seen_version": bill.version}
    bill_making.change(session, user=office.secretary, **seen, title=bill.title, reasons="", frame=frame)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("3f2a9c0b71de-r12-0a1b2c3d4e5f", Code("3f2a9c0b71de", "0a1b2c3d4e5f", 12)),
        (" 3F2A9C0B71DE-R๑๒ ", Code("3f2a9c0b71de", "", 12)),
        ("3f2a9c0b71de-r", None),
        ("3f2a9c0b71de-0a1b2c3d4e5f-r12", None),
        (f"3f2a9c0b71de-r{'9' * 10}", None),
    ],
)
def test_the_code_of_a_bill_is_read_as_it_is_printed(typed: str, code: Code | None) -> None:
    assert read_code(typed) == code
    assert code is None or read_code(code.written) == code


def test_what_was_printed_is_found_again_through_all_that_becomes_of_the_bill(session: Session, office: Office) -> None:
    first, second = approved(session, office, Edit("s5", PLAN)), approved(session, office, Edit("s6", MEETING))
    bill = make(session, office, first)
    codes, texts = [printed(session, bill)], [joint(session, bill).written.bill.text]

    def next_paper() -> None:
        codes.append(printed(session, bill))
        texts.append(joint(session, bill).written.bill.text)

    seen = {"user": office.secretary, "bill_id": bill.id}
    bill_making.include(session, **seen, seen_version=bill.version, chosen=chosen(session, second))
    next_paper()
    change(session, office, bill, BillFrame(commencement=Commencement(Begins.AFTER_DAYS, 90)))
    next_paper()
    newer = ACT_TEXT.replace("ไม่น้อยกว่ากึ่งหนึ่ง", "เกินกึ่งหนึ่ง")  # it hits the second and leaves the first alone
    storing.add_edition(
        session, user=office.admin, act=office.edition.act, source=newer, in_force_from=date(2020, 1, 1)
    )
    next_paper()
    assert len({code.text for code in codes}) == len(codes)
    found = [check(session, code) for code in codes]
    assert [one.standing for one in found] == [Standing.EARLIER] * 3 + [Standing.CURRENT]
    assert [one.printed.written.bill.text for one in found] == texts
    assert [len(one.printed.parts) for one in found] == [1, 2, 2, 1]
    assert not session.new
    assert not session.dirty


def test_it_needs_its_own_bill_text_and_record(session: Session, office: Office) -> None:
    bill = make(session, office, approved(session, office, Edit("s5", PLAN)))
    other = make(session, office, approved(session, office, Edit("s6", MEETING)))
    code = printed(session, bill)
    assert check(session, Code(code.text, "", bill.id)).standing is Standing.CURRENT
    assert check(session, Code(code.text, code.record, other.id)) is None
    assert check(session, Code(code.text, code.record, 10**8)) is None
    assert check(session, Code(code.text, code.record)) is None
    change(session, office, bill, BillFrame(commencement=Commencement(Begins.AFTER_DAYS, 90)))
    assert check(session, code).standing is Standing.EARLIER
    assert check(session, Code(code.text, "0" * 12, bill.id)) is None
    assert check(session, Code("0" * 12, code.record, bill.id)) is None
    with pytest.raises(NotFound):
        bill_then(session, bill, 1)


def test_a_law_is_known_by_the_draft_without_its_number(session: Session, office: Office) -> None:
    bill = make(session, office, approved(session, office, Edit("s5", PLAN)))
    before = printed(session, bill)
    record_law(session, office, bill)
    after = printed(session, bill)
    assert before.text != after.text
    assert [check(session, code).standing for code in (before, after)] == [Standing.LAW, Standing.LAW]


def test_a_dissolved_bill_is_known_as_it_was_last(session: Session, office: Office) -> None:
    bill = make(session, office, approved(session, office, Edit("s5", PLAN)))
    code = printed(session, bill)
    bill_making.dissolve(session, user=office.secretary, bill_id=bill.id, reason="เลิก")
    assert check(session, code).standing is Standing.CURRENT
    assert check(session, printed(session, bill)).standing is Standing.CURRENT


def test_a_bill_without_a_text_has_a_code_of_what_is_in_it(session: Session, office: Office) -> None:
    number = approved(session, office, Edit("s5", PLAN))
    other = approved(session, office, Edit("s5", "คณะกรรมการมีหน้าที่เสนอแผนต่อนายกรัฐมนตรี"))
    bill = make(session, office, number, other)
    code = printed(session, bill)
    assert check(session, code).standing is Standing.CURRENT
    bill_making.take_out(session, user=office.secretary, bill_id=bill.id, seen_version=bill.version, proposal_id=other)
    assert check(session, code).standing is Standing.EARLIER
