"""Single entries of a schedule: told apart, replaced, added or repealed by a bill, and written so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from law.act import Act
from law.amend import write_bill
from law.amending.terms import Frame, WordChange
from law.citing.citation import cite
from law.instruct import CannotApply, apply_bill, read_bill
from law.instructions.addresses import cite as clause_citation
from law.parse import read_act
from law.proof import prove, prove_principle
from law.tree.entries import EntryKind, split_entries

LAW = "พระราชบัญญัติตลาดน้ำ พ.ศ. ๒๕๔๐"
INSTEAD = "และให้ใช้ความต่อไปนี้แทน"
FEES = ["อัตราค่าธรรมเนียม", "(๑) ใบอนุญาตตั้งแพ", "ฉบับละ ๑๐๐ บาท", "(๒) ใบแทน", "ฉบับละ ๒๐ บาท", "(๓) ป้าย", "ป้ายละ ๕ บาท"]
GOODS = ["บัญชีสินค้า", "๑. ผัก", "(ก) ผักบุ้ง", "(ข) ผักกาด", "๒. ผลไม้", "๓. ปลา"]


def act(*schedules: str) -> Act:
    return read_act(
        "พระราชบัญญัติ\nตลาดน้ำ\nพ.ศ. ๒๕๔๐\n\nมาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติตลาดน้ำ พ.ศ. ๒๕๔๐”\n\n"
        "มาตรา ๒  ค่าธรรมเนียมให้เป็นไปตามอัตราท้ายพระราชบัญญัตินี้\n\nผู้รับสนองพระบรมราชโองการ\nนายกรัฐมนตรี\n\n"
        + "\n\n".join(schedules)
        + "\n"
    ).act


def bill(clause: str) -> str:
    return f"มาตรา ๑  ชื่อ\n\nมาตรา ๒  {clause}\n"


def instead(lines: list[str], first: int, last: int, *new: str) -> list[str]:
    return [*lines[:first], *new, *lines[last:]]


AMENDED = [
    (
        f"ให้ยกเลิกความใน (๒) ของอัตราค่าธรรมเนียมท้าย{LAW} {INSTEAD}\n\n“(๒) ใบแทน ฉบับละ ๕๐ บาท”",
        [*instead(FEES, 3, 5, "(๒) ใบแทน ฉบับละ ๕๐ บาท"), *GOODS],
    ),
    (
        f"ให้ยกเลิกความใน (๑) และ (๓) ของอัตราค่าธรรมเนียมท้าย{LAW} {INSTEAD}\n\n“(๑) ก\n\n(๓) ข”",
        [FEES[0], "(๑) ก", *FEES[3:5], "(๓) ข", *GOODS],
    ),
    (f"ให้ยกเลิก (๓) ของอัตราค่าธรรมเนียมท้าย{LAW}", [*FEES[:5], "(๓) (ยกเลิก)", *GOODS]),
    (
        f"ให้เพิ่มความต่อไปนี้เป็น (๑/๑) ของอัตราค่าธรรมเนียมท้าย{LAW}\n\n“(๑/๑) ใบรับรอง\n\nฉบับละ ๕๐ บาท”",
        [*instead(FEES, 3, 3, "(๑/๑) ใบรับรอง", "ฉบับละ ๕๐ บาท"), *GOODS],
    ),
    (f"ให้เพิ่มความต่อไปนี้เป็น (๔) ของอัตราค่าธรรมเนียมท้าย{LAW}\n\n“(๔) อื่น ๆ”", [*FEES, "(๔) อื่น ๆ", *GOODS]),
    (
        f"ให้ยกเลิกความในลำดับที่ ๑ ของบัญชีสินค้าท้าย{LAW} {INSTEAD}\n\n“๑. ผักสด”",
        [*FEES, GOODS[0], "๑. ผักสด", *GOODS[4:]],
    ),
    (f"ให้ยกเลิกลำดับ ๒ ในบัญชีสินค้าแนบท้าย{LAW}", [*FEES, *GOODS[:4], "๒. (ยกเลิก)", GOODS[5]]),
    (f"ให้เพิ่มความต่อไปนี้เป็นลำดับที่ ๔ ของบัญชีสินค้าท้าย{LAW}\n\n“๔. กุ้ง”", [*FEES, *GOODS, "๔. กุ้ง"]),
]


@pytest.mark.parametrize(("clause", "schedules"), AMENDED)
def test_an_entry_is_amended(clause: str, schedules: list[str]) -> None:
    amended = apply_bill(act("\n\n".join(FEES), "\n\n".join(GOODS)), bill(clause))
    assert list(amended.schedules) == schedules


REFUSED = [
    (f"ให้ยกเลิก (๙) ของอัตราค่าธรรมเนียมท้าย{LAW}", "(๙) is not in the act"),
    (f"ให้ยกเลิกลำดับที่ ๙ ของบัญชีสินค้าท้าย{LAW}", "ลำดับที่ ๙ is not in the act"),
    (f"ให้ยกเลิก (๒) ของบัญชีค่าปรับท้าย{LAW}", "the clause names another schedule: บัญชีค่าปรับ"),
    (f"ให้ยกเลิก (ก) ของ (๑) ของบัญชีสินค้าท้าย{LAW}", "replace the schedule as a whole"),
    (f"ให้ยกเลิกความใน (๒) ของอัตราค่าธรรมเนียมท้าย{LAW} {INSTEAD}\n\n“ใบแทน”", "must begin with its number"),
    (f"ให้ยกเลิกความใน (๒) ของอัตราค่าธรรมเนียมท้าย{LAW} {INSTEAD}\n\n“(๓) ก”", "the quotation does not contain (๒)"),
    (f"ให้ยกเลิกความใน (๒) ของอัตราค่าธรรมเนียมท้าย{LAW} {INSTEAD}\n\n“(๒) ก\n\n(๓) ข”", "does not consist of (๒) alone"),
    (f"ให้เพิ่มความต่อไปนี้เป็น (๒) ของอัตราค่าธรรมเนียมท้าย{LAW}\n\n“(๒) ก”", "(๒) is in the act already"),
    (f"ให้เพิ่มความต่อไปนี้เป็น (๕/๑) ของอัตราค่าธรรมเนียมท้าย{LAW}\n\n“(๕/๑) ก”", "(๕) is not in the act"),
    (
        f"ให้ยกเลิกความใน (๒) ของอัตราค่าธรรมเนียมท้าย{LAW} {INSTEAD}\n\n“(๒) ก\n\nบัญชีสินค้า”",
        "would not be read as it is meant",
    ),
]


@pytest.mark.parametrize(("clause", "sentence"), REFUSED)
def test_an_entry_that_does_not_fit_is_refused(clause: str, sentence: str) -> None:
    with pytest.raises(CannotApply, match="section 2") as refused:
        apply_bill(act("\n\n".join(FEES), "\n\n".join(GOODS)), bill(clause))
    assert [sentence in problem for problem in refused.value.problems] == [True]


@pytest.mark.parametrize(
    ("lines", "cited"),
    [
        ([*FEES, "ค่าธรรมเนียมนี้ไม่ใช้แก่วัด"], "(๓)"),  # it may be said of all entries
        ([*FEES[:5], "ค่าป้าย", *FEES[5:]], "(๒)"),  # the heading of the next group
        ([*FEES[:3], "๒. อื่น ๆ", *FEES[3:]], "(๑)"),  # two kinds of numbers
        ([*FEES, "(๑) ก"], "(๒)"),  # a second list
    ],
)
def test_what_may_be_more_than_the_entry_is_not_taken_with_it(lines: list[str], cited: str) -> None:
    with pytest.raises(CannotApply, match="replace the schedule as a whole"):
        apply_bill(act("\n\n".join(lines)), bill(f"ให้ยกเลิก {cited} ของอัตราค่าธรรมเนียมท้าย{LAW}"))


def test_a_row_of_what_is_no_schedule_is_not_understood() -> None:
    _, found = read_bill(bill(f"ให้ยกเลิกลำดับที่ ๓ ของมาตรา ๒ แห่ง{LAW}"))
    assert (found.action, found.targets) == ("unknown", ())


def test_entries_are_told_apart() -> None:
    found = split_entries(GOODS, EntryKind.ROW)
    assert found is not None
    assert [(entry.label, len(entry.lines)) for entry in found.entries] == [("1", 3), ("2", 1), ("3", 1)]
    assert found.lines == tuple(GOODS)
    assert split_entries(GOODS[:1], EntryKind.ROW) is None


WRITTEN = [
    (
        [*FEES[:4], "ฉบับละ ๕๐ บาท", *FEES[5:]],
        GOODS,
        [f"ให้ยกเลิกความใน (๒) ของอัตราค่าธรรมเนียมท้าย{LAW} {INSTEAD}\n\n“(๒) ใบแทน\n\nฉบับละ ๕๐ บาท”"],
    ),
    (
        [*FEES[:3], "(๑/๑) ก", "ฉบับละ ๑ บาท", "(๑/๒) ข", "ฉบับละ ๒ บาท", *FEES[3:5], "(๓) (ยกเลิก)"],
        [*GOODS[:4], "๒. ผลไม้สด", GOODS[5], "๔. กุ้ง"],
        [
            f"ให้เพิ่มความต่อไปนี้เป็น (๑/๑) และ (๑/๒) ของอัตราค่าธรรมเนียมท้าย{LAW}\n\n“(๑/๑) ก\n\nฉบับละ ๑ บาท\n\n(๑/๒) ข\n\nฉบับละ ๒ บาท”",
            f"ให้ยกเลิก (๓) ของอัตราค่าธรรมเนียมท้าย{LAW}",
            f"ให้ยกเลิกความในลำดับที่ ๒ ของบัญชีสินค้าท้าย{LAW} {INSTEAD}\n\n“๒. ผลไม้สด”",
            f"ให้เพิ่มความต่อไปนี้เป็นลำดับที่ ๔ ของบัญชีสินค้าท้าย{LAW}\n\n“๔. กุ้ง”",
        ],
    ),
]
WHOLE = [
    ([FEES[0], "(๑) ก", "(๒) ข", *FEES[5:]], "more than half"),
    (FEES[:5], "an entry is gone without a mark"),
    ([*FEES, "ไม่ใช้แก่วัด"], "a line that may be said of all entries"),
    ([FEES[0], "หน่วยเป็นบาท", *FEES[1:]], "the words before the entries"),
    ([*FEES[:3], "(๒)", "(ยกเลิก)", *FEES[5:]], "a mark on two lines"),
    ([*FEES[:3], "(๒) ใบแทน “ก", "ฉบับละ ๒๐ บาท", *FEES[5:]], "a quotation mark"),
]


@pytest.mark.parametrize(("fees", "goods", "clauses"), WRITTEN)
def test_the_entries_that_changed_are_written_and_proven(fees: list[str], goods: list[str], clauses: list[str]) -> None:
    old, new = act("\n\n".join(FEES), "\n\n".join(GOODS)), act("\n\n".join(fees), "\n\n".join(goods))
    bill = write_bill(old, new)
    assert [clause.text for clause in bill.clauses] == clauses
    assert bill.text.endswith("นายกรัฐมนตรี\n")
    assert (prove(old, new, bill.text), prove_principle(bill.principle, bill.text)) == ((), ())


@pytest.mark.parametrize(("fees", "why"), WHOLE)
def test_else_the_schedule_is_written_as_a_whole(fees: list[str], why: str) -> None:
    old, new = act("\n\n".join(FEES)), act("\n\n".join(fees))
    bill = write_bill(old, new)
    assert [clause.targets for clause in bill.clauses] == [("schedule",)], why
    assert prove(old, new, bill.text) == ()


def test_a_word_damaged_in_a_clause_on_an_entry_is_not_proven() -> None:
    fees, goods, clauses = WRITTEN[1]
    old, new = act("\n\n".join(FEES), "\n\n".join(GOODS)), act("\n\n".join(fees), "\n\n".join(goods))
    text = write_bill(old, new).text
    for words, others in (("(๓) ของอัตรา", "(๒) ของอัตรา"), ("ของบัญชีสินค้า", "ของบัญชีสินคา"), ("ลำดับที่ ๔", "ลำดับ ๔")):
        assert text.count(words) > 0, clauses
        assert prove(old, new, text.replace(words, others, 1)) != ()


@pytest.mark.parametrize(("address", "cited"), [("schedule.i3/1", "(๓/๑)"), ("schedule.n3", "ลำดับที่ ๓")])
def test_an_entry_is_cited(address: str, cited: str) -> None:
    assert cite(address) == f"บัญชีท้าย {cited}"
    assert clause_citation(address) == f"{cited} ของบัญชีท้าย"


WORDS = Frame(words=(WordChange("ค่าธรรมเนียม", "ค่าบริการ"),))


def test_words_changed_throughout_are_changed_in_schedules_too() -> None:
    old = act("\n\n".join(FEES))
    new = apply_bill(old, bill(f"ให้แก้ไขคำว่า “ค่าธรรมเนียม” ใน{LAW} เป็น “ค่าบริการ” ทุกแห่ง"))
    assert list(new.schedules) == ["อัตราค่าบริการ", *FEES[1:]]
    written = write_bill(old, new, WORDS)
    assert [clause.targets for clause in written.clauses] == [("*",)]
    assert prove(old, new, written.text, WORDS) == ()


def test_words_that_stay_in_a_schedule_are_changed_in_listed_sections() -> None:
    old = act("\n\n".join(FEES))
    changed = apply_bill(old, bill(f"ให้แก้ไขคำว่า “ค่าธรรมเนียม” ใน{LAW} เป็น “ค่าบริการ” ทุกแห่ง"))
    new = replace(changed, schedules=old.schedules)
    written = write_bill(old, new, WORDS)
    assert [clause.targets for clause in written.clauses] == [("s2",)]
    assert prove(old, new, written.text) == ()
