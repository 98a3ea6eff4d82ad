"""A bill worked into the act: the text reads back as it was made, and says who amended what."""

from __future__ import annotations

import pytest

from law.act import Act, Section
from law.amend import Bill, Frame, WordChange, write_bill
from law.consolidate import Amending, next_edition
from law.editing.edit import Edit, apply_edits
from law.parse import read_act
from law.proof import canonical_act
from law.provenance import SILENT, provenance
from tests.law.garden_act import TEXT
from tests.law.shared_acts import REASON, names, shared_act

GAZETTE = "ราชกิจจานุเบกษา เล่ม ๑๔๓ ตอนที่ ๑๒ ก หน้า ๑ วันที่ ๕ มกราคม พ.ศ. ๒๕๖๙"
BEGINS = ("2", "พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป")
REASONS = "โดยที่บทบัญญัติใช้มานานแล้ว จึงจำเป็นต้องตราพระราชบัญญัตินี้"


def made(old: Act, *edits: Edit, number: int = 9, frame: Frame | None = None) -> tuple[str, Bill, Act]:
    """The text of the next edition, the bill, and what the act should read."""
    new = apply_edits(old, edits)
    bill = write_bill(old, new, frame or Frame(number=number, year=2569))
    return next_edition(old, new, bill, Amending(bill.title, GAZETTE, (BEGINS,), REASONS)), bill, new


def changeable(act: Act) -> list[tuple[str, Section]]:
    return [
        (address, section)
        for address, section in act.sections().items()
        if not section.is_repealed and not section.until and "~" not in address and len(section.text.splitlines()) == 1
    ]


@pytest.fixture(scope="module")
def act() -> Act:
    return read_act(TEXT).act


def test_the_text_is_the_act_as_it_would_read(act: Act) -> None:
    (first, one), (second, _other), *_rest = changeable(act)[1:]
    text, bill, new = made(
        act, Edit(first, f"{one.text} ทั้งนี้ ทุกปี"), Edit(second, "(ยกเลิก)"), Edit(f"{first}/9", "บทใหม่", first)
    )
    found = read_act(text).act
    assert canonical_act(found) == canonical_act(new)
    assert found.tail[-1].title == bill.title
    assert found.tail[-1].sections[0].text == BEGINS[1]
    assert REASONS in found.tail[-1].lines[0]
    noted = {address: [fact.by for fact in facts] for address, facts in provenance(found).items()}
    for address in (second, f"{first}/9"):
        assert bill.title in noted[address]


def test_the_gazette_is_known_of_every_note(act: Act) -> None:
    first, one = changeable(act)[1]
    text, bill, _new = made(act, Edit(first, f"{one.text} ทั้งนี้ ทุกปี"))
    facts = [fact for facts in provenance(read_act(text).act).values() for fact in facts if fact.by == bill.title]
    assert {fact.gazette for fact in facts} == {GAZETTE}


def test_the_next_bill_cites_it_and_asks_only_what_nobody_knows(act: Act) -> None:
    (first, one), (second, other), *_rest = changeable(act)[1:]
    text, bill, _new = made(act, Edit(first, f"{one.text} ทั้งนี้ ทุกปี"))
    second_edition = read_act(text).act
    again = apply_edits(second_edition, [Edit(first, f"{one.text} ทุกเดือน"), Edit(second, f"{other.text} ทุกเดือน")])
    later = write_bill(second_edition, again)
    assert [bill.title in clause.wording for clause in later.clauses] == [True, False]


def test_an_act_without_notes_stays_silent_of_the_rest() -> None:
    bare = read_act(
        "พระราชบัญญัติศาลา พ.ศ. ๒๕๕๐\n\nมาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติศาลา พ.ศ. ๒๕๕๐”\n\n"
        "มาตรา ๒  ศาลาเปิดทุกวัน\n\nมาตรา ๓  ห้ามค้างคืน\n"
    ).act
    text, _bill, _new = made(bare, Edit("s2", "ศาลาเปิดวันจันทร์"))
    assert text.count(SILENT) == 1
    found = read_act(text).act
    asked = write_bill(found, apply_edits(found, [Edit("s3", "ห้ามค้างคืนและก่อไฟ")])).warnings
    assert [caution.address for caution in asked if caution.code == "amender_unknown"], "nobody knows of section 3"
    third, _bill, _new = made(found, Edit("s3", "ห้ามค้างคืนและก่อไฟ"), number=10)
    assert third.count(SILENT) == 1


def test_notes_of_what_stays_stay_and_of_what_is_written_anew_go() -> None:
    noted = read_act(
        "พระราชบัญญัติศาลา พ.ศ. ๒๕๕๐\n\nมาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติศาลา พ.ศ. ๒๕๕๐”\n\n"
        "มาตรา ๒  คณะกรรมการ ประกอบด้วย\n\n(๑)[๑] กำนัน\n\n(๒)[๒] ครู\n\n(๓) หมอ\n\n"
        "[๑] มาตรา ๒ (๑) แก้ไขเพิ่มเติมโดยพระราชบัญญัติศาลา (ฉบับที่ ๒) พ.ศ. ๒๕๕๕\n\n"
        "[๒] มาตรา ๒ (๒) แก้ไขเพิ่มเติมโดยพระราชบัญญัติศาลา (ฉบับที่ ๓) พ.ศ. ๒๕๖๐\n"
    ).act
    text, bill, _new = made(noted, Edit("s2", "คณะกรรมการ ประกอบด้วย\n(๑) กำนัน\n(๒) ครูใหญ่\n(๓) หมอ"), number=4)
    found = {address: [fact.by for fact in facts] for address, facts in provenance(read_act(text).act).items()}
    assert found["s2.p1.i1"] == ["พระราชบัญญัติศาลา (ฉบับที่ ๒) พ.ศ. ๒๕๕๕"]
    assert found["s2.p1.i2"] == [bill.title]
    assert "(ฉบับที่ ๓)" not in text


def test_words_changed_throughout_are_noted_at_each_section(act: Act) -> None:
    bare = read_act(
        "พระราชบัญญัติศาลา พ.ศ. ๒๕๕๐\n\nมาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติศาลา พ.ศ. ๒๕๕๐”\n\n"
        "มาตรา ๒  อธิบดีดูแลศาลา\n\nมาตรา ๓  อธิบดีออกระเบียบ\n"
    ).act
    frame = Frame(number=2, year=2569, words=(WordChange("อธิบดี", "เลขาธิการ"),))
    text, bill, _new = made(bare, Edit("s2", "เลขาธิการดูแลศาลา"), Edit("s3", "เลขาธิการออกระเบียบ"), frame=frame)
    found = provenance(read_act(text).act)
    assert [found[at][0].by for at in ("s2", "s3")] == [bill.title] * 2


@pytest.mark.skipif(not names(), reason=REASON)
def test_acts_of_the_council_of_state_read_back() -> None:
    for name in names(400_000)[:16]:
        old = shared_act(name)
        edits = [Edit(address, f"{section.text} ทั้งนี้ ตามที่กำหนด") for address, section in changeable(old)[2::9][:5]]
        if not edits:
            continue
        text, bill, new = made(old, *edits)
        found = read_act(text).act
        assert canonical_act(found) == canonical_act(new), name
        assert not found.tail or found.tail[-1].title == bill.title, name
