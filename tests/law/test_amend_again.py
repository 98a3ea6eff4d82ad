"""What was repealed stands again: put in under its old number, as something new."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.amend import CannotAmend, write_bill
from law.parse import read_act
from law.proof import prove, prove_principle
from tests.law.edits import Editing
from tests.law.shared_acts import REASON, names, shared_act
from tests.law.weaving_act import ACT, TEXT, edited, repealed

CHAPTER = [("หมวด ๓\nบทกำหนดโทษ", "หมวด ๓\n(ยกเลิก)"), repealed("มาตรา ๑๒ ", "มาตรา ๑๒ ")]
CASES = {
    "a section": (
        [repealed("มาตรา ๑๐ ", "มาตรา ๑๐ ")],
        f"ให้เพิ่มความต่อไปนี้เป็นมาตรา ๑๐ แห่ง{ACT}\n\n“มาตรา ๑๐  เงินของกองทุนให้นำฝากธนาคาร”",
    ),
    "an item": (
        [repealed("(๒) ลาออก", "(๒)")],
        f"ให้เพิ่มความต่อไปนี้เป็น (๒) ของวรรคสองของมาตรา ๖ แห่ง{ACT}\n\n“(๒) ลาออกโดยยื่นหนังสือต่อประธานกรรมการ”",
    ),
    "a definition": (
        [repealed("“สมาคม”", "“สมาคม”")],
        f"ให้เพิ่มบทนิยามคำว่า “สมาคม” ระหว่างบทนิยามคำว่า “ผ้าพื้นบ้าน” และ “รัฐมนตรี” ในมาตรา ๓ แห่ง{ACT}\n\n"
        "““สมาคม” หมายความว่า สมาคมช่างทอผ้าที่จดทะเบียนแล้ว”",
    ),
    "a paragraph": (
        [repealed("มติของ")],
        f"ให้ยกเลิกความในวรรคสามของมาตรา ๗ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n“มติของที่ประชุมให้ถือเสียงข้างมาก”",
    ),
    "a chapter": (
        CHAPTER,
        f"ให้เพิ่มความต่อไปนี้เป็นหมวด ๓ บทกำหนดโทษ มาตรา ๑๒ แห่ง{ACT}\n\n"
        "“หมวด ๓\nบทกำหนดโทษ\n\nมาตรา ๑๒  ผู้ใดปลอมผ้าพื้นบ้าน ต้องระวางโทษปรับไม่เกินห้าหมื่นบาท”",
    ),
}


@pytest.mark.parametrize("unit", CASES)
def test_a_repealed_unit_is_put_in_again(unit: str) -> None:
    edits, clause = CASES[unit]
    old, new = edited(*edits), read_act(TEXT).act
    bill = write_bill(old, new)
    assert [clause.text for clause in bill.clauses] == [clause]
    assert prove(old, new, bill.text) == ()


def test_a_section_put_in_again_names_no_law_that_amended_it() -> None:
    note = "[๒] มาตรา ๑๐ ยกเลิกโดยพระราชบัญญัติส่งเสริมการทอผ้าพื้นบ้าน (ฉบับที่ ๒) พ.ศ. ๒๕๔๕"
    text = f"{TEXT}\n{note}\n"
    old = read_act(text.replace("มาตรา ๑๐  เงินของกองทุนให้นำฝากธนาคาร", "มาตรา ๑๐[๒]  (ยกเลิก)")).act
    new = read_act(text.replace("มาตรา ๑๐  เงิน", "มาตรา ๑๐[๒]  เงิน")).act
    bill = write_bill(old, new)
    assert [clause.wording for clause in bill.clauses] == [f"ให้เพิ่มความต่อไปนี้เป็นมาตรา ๑๐ แห่ง{ACT}"]
    assert prove(old, new, bill.text) == ()


def test_sections_of_a_chapter_that_stay_repealed_are_not_cited() -> None:
    more = "ห้าหมื่นบาท\n\nมาตรา ๑๓  ผู้ใดใช้ตราปลอม ต้องระวางโทษปรับ"
    old = edited(*CHAPTER[:1], (CHAPTER[1][0], f"{CHAPTER[1][1]}\n\nมาตรา ๑๓  (ยกเลิก)"))
    new = read_act(TEXT.replace("ห้าหมื่นบาท", more.replace("ผู้ใดใช้ตราปลอม ต้องระวางโทษปรับ", "(ยกเลิก)"))).act
    bill = write_bill(old, new)
    assert [list(clause.targets) for clause in bill.clauses] == [["ch3", "s12"]]
    assert "๑๓" not in bill.text
    assert prove(old, new, bill.text) == ()


def test_a_chapter_called_transitory_provisions_is_quoted_with_that_name() -> None:
    text = TEXT.replace("ห้าหมื่นบาท", "ห้าหมื่นบาท\n\nหมวด ๔\nบทเฉพาะกาล\n\nมาตรา ๑๓  ให้กรรมการอยู่ต่อไป")
    old, new = read_act(TEXT).act, read_act(text).act
    bill = write_bill(old, new)
    assert [list(clause.targets) for clause in bill.clauses] == [["ch4", "s13"]]
    assert prove(old, new, bill.text) == ()


def test_a_section_quoted_behind_a_lone_mark_is_none_of_the_bill() -> None:
    more = "ห้าหมื่นบาท\n\nหมวด ๔\nบทสุดท้าย\n\nมาตรา ๑๓  “ตรา” ได้แก่ เครื่องหมายของผ้า”\n\nมาตรา ๑๔  ให้ใช้ตรา"
    new = read_act(TEXT.replace("ห้าหมื่นบาท", more)).act
    bill = write_bill(read_act(TEXT).act, new)
    assert [list(clause.targets) for clause in bill.clauses] == [["ch4", "s13", "s14"]]
    assert prove(read_act(TEXT).act, new, bill.text) == ()


@pytest.mark.skipif(not names(), reason=REASON)
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_whatever_was_repealed_in_any_act_comes_back(seed: int) -> None:
    random = Random(seed)
    act = shared_act(random.choice(names(200_000)))
    editing = Editing(act, act, random)
    for kind in ("repeal_item", "repeal_definition", "repeal_section", "repeal_division"):
        if random.random() < 0.6:
            editing.make(kind)
    if not editing.kinds:
        return
    try:
        bill = write_bill(editing.new, act, check_citations=False)
    except CannotAmend as refusal:
        pytest.fail(f"{editing.kinds}: {refusal}")
    assert prove(editing.new, act, bill.text) == ()
    assert prove_principle(bill.principle, bill.text) == ()
