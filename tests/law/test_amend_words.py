"""Words changed throughout an act, in listed sections, and where the drafter lets them stand."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.act import Section
from law.amend import CannotAmend, Frame, WordChange, write_bill
from law.amending.words import change_words
from law.parse import read_act
from law.proof import prove
from tests.law.edits import Editing, singles
from tests.law.harbour_act import CODE
from tests.law.shared_acts import REASON, names, shared_act
from tests.law.weaving_act import ACT, TEXT, act, edited

CHANGE = WordChange("สมาคม", "สหพันธ์")


def test_change_of_words_throughout() -> None:
    new = read_act(TEXT.replace("สมาคม", "สหพันธ์")).act
    bill = write_bill(act(), new, Frame(words=(WordChange("สมาคม", "สหพันธ์"),)))
    assert prove(act(), new, bill.text) == ()
    assert [clause.wording for clause in bill.clauses] == [f"ให้แก้ไขคำว่า “สมาคม” ใน{ACT} เป็น “สหพันธ์” ทุกแห่ง"]
    assert bill.clauses[0].targets == ("*",)


def test_words_struck_out_throughout() -> None:
    new = read_act(TEXT.replace("ตามความเหมาะสม", "")).act
    bill = write_bill(act(), new, Frame(words=(WordChange("ตามความเหมาะสม", ""),)))
    assert prove(act(), new, bill.text) == ()
    assert [clause.wording for clause in bill.clauses] == [f"ให้ตัดคำว่า “ตามความเหมาะสม” ใน{ACT} ออกทุกแห่ง"]


def test_change_of_words_in_listed_sections() -> None:
    new = edited(("สมาคมซึ่งสมาคมเลือก", "สหพันธ์ซึ่งสหพันธ์เลือก"), ("ให้สมาคมตรวจสอบ", "ให้สหพันธ์ตรวจสอบ"))
    bill = write_bill(act(), new, Frame(words=(WordChange("สมาคม", "สหพันธ์", ("s5", "s11")),)))
    assert [clause.wording for clause in bill.clauses] == [
        f"ให้แก้ไขคำว่า “สมาคม” ในมาตรา ๕ และมาตรา ๑๑ แห่ง{ACT} เป็น “สหพันธ์”"
    ]
    assert prove(act(), new, bill.text) == ()


def test_a_change_of_words_and_other_changes_together() -> None:
    text = TEXT.replace("สมาคม", "สหพันธ์").replace("จำนวนสามคน", "จำนวนสี่คน")
    bill = write_bill(act(), read_act(text).act, Frame(words=(WordChange("สมาคม", "สหพันธ์"),)))
    assert [list(clause.targets) for clause in bill.clauses] == [["*"], ["s5.i3"]]
    assert prove(act(), read_act(text).act, bill.text) == ()


def test_the_clause_lists_the_sections_where_one_keeps_the_words() -> None:
    new = edited(("สมาคมซึ่งสมาคมเลือก", "สหพันธ์ซึ่งสหพันธ์เลือก"), ("ให้สมาคมตรวจสอบ", "ให้สหพันธ์ตรวจสอบ"))
    bill = write_bill(act(), new, Frame(words=(CHANGE,)))
    assert [clause.wording for clause in bill.clauses] == [
        f"ให้แก้ไขคำว่า “สมาคม” ในมาตรา ๕ และมาตรา ๑๑ แห่ง{ACT} เป็น “สหพันธ์”"
    ]
    assert prove(act(), new, bill.text) == ()


def test_a_section_that_changes_otherwise_too_is_listed() -> None:
    text = TEXT.replace("สมาคม", "สหพันธ์").replace("จำนวนสามคน", "จำนวนสี่คน")
    text = text.replace("ให้สหพันธ์ตรวจสอบ", "ให้สมาคมตรวจสอบ")
    new = read_act(text).act
    bill = write_bill(act(), new, Frame(words=(CHANGE,)))
    assert [list(clause.targets) for clause in bill.clauses] == [["s3", "s5"], ["s5.i3"]]
    assert prove(act(), new, bill.text) == ()


def test_few_sections_of_many_that_keep_the_words_are_excepted() -> None:
    text = TEXT.replace("กองทุน", "เงินอุดหนุน").replace("มาตรา ๙  เงินอุดหนุน", "มาตรา ๙  กองทุน")
    new = read_act(text).act
    bill = write_bill(act(), new, Frame(words=(WordChange("กองทุน", "เงินอุดหนุน"),)))
    assert [clause.wording for clause in bill.clauses] == [
        f"ให้แก้ไขคำว่า “กองทุน” ใน{ACT} เป็น “เงินอุดหนุน” ทุกแห่ง เว้นแต่ในมาตรา ๙"
    ]
    assert "ชื่อหมวด" not in bill.text  # the name of the chapter is changed with all else
    assert prove(act(), new, bill.text) == ()
    for damaged in ("", "เว้นแต่ในมาตรา ๑๐", "เว้นแต่ในมาตรา ๙ และมาตรา ๑๒", "เว้นแต่มาตรา ๙"):
        assert prove(act(), new, bill.text.replace("เว้นแต่ในมาตรา ๙", damaged)) != ()


def test_no_clause_changes_words_that_every_section_keeps() -> None:
    old = read_act(
        TEXT.replace("\n[๑] ราช", "\nอัตราค่าธรรมเนียม\n\n(๑) ตรา ดวงละ ๕ บาท\n\n(๒) ป้าย ป้ายละ ๙ บาท\n\n[๑] ราช")
    ).act
    new = replace(old, schedules=tuple(line.replace("๕ บาท", "๕ เหรียญ") for line in old.schedules))
    bill = write_bill(old, new, Frame(words=(WordChange("บาท", "เหรียญ"),)))
    assert [list(clause.targets) for clause in bill.clauses] == [["schedule.i1"]]
    with pytest.raises(CannotAmend, match="nothing to amend"):
        write_bill(old, old, Frame(words=(WordChange("บาท", "เหรียญ"),)))


def test_words_struck_out_of_a_name_leave_one_space() -> None:
    old = read_act(TEXT.replace("หมวด ๒\nกองทุน", "หมวด ๒\nเงิน กองทุน และบัญชี")).act
    words = WordChange("กองทุน", "")
    new = change_words(old, [words])
    assert [place.node.title for at, place in new.places().items() if at == "ch2"] == ["เงิน และบัญชี"]
    assert prove(old, new, write_bill(old, new, Frame(words=(words,))).text) == ()


def test_a_chapter_is_not_left_without_a_name() -> None:
    with pytest.raises(CannotAmend, match="Nothing would be left of “หมวด ๒ กองทุน”"):
        change_words(act(), [WordChange("กองทุน", "")])


def test_a_clause_does_not_list_sections_that_others_restate_or_repeal() -> None:
    text = TEXT.replace("สมาคม", "สหพันธ์").replace("ให้สหพันธ์ตรวจสอบบัญชีของกองทุนปีละครั้ง", "(ยกเลิก)")
    text = text.replace("“สหพันธ์” หมายความว่า สหพันธ์", "“สมาคม” หมายความว่า สมาคม")
    new = read_act(text).act
    bill = write_bill(act(), new, Frame(words=(CHANGE,)))
    assert [list(clause.targets) for clause in bill.clauses] == [["s5"], ["s11"]]
    assert prove(act(), new, bill.text) == ()


def test_a_defined_term_among_the_words_keeps_its_history() -> None:
    note = "[๒] มาตรา ๓ นิยามคำว่า “สมาคม” แก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมการทอผ้าพื้นบ้าน (ฉบับที่ ๒) พ.ศ. ๒๕๔๕"
    text = f"{TEXT}\n{note}\n".replace("สมาคมช่างทอผ้าที่จดทะเบียนแล้ว", "สมาคมช่างทอผ้าที่จดทะเบียนแล้ว[๒]")
    old = read_act(text).act
    new = read_act(text.replace("สมาคม", "สหพันธ์").replace("ที่จดทะเบียนแล้ว", "ที่รัฐมนตรีรับรอง")).act
    bill = write_bill(old, new, Frame(words=(CHANGE,)))
    assert bill.clauses[1].targets == ("s3.def:สหพันธ์",)
    assert "ซึ่งแก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมการทอผ้าพื้นบ้าน (ฉบับที่ ๒) พ.ศ. ๒๕๔๕" in bill.clauses[1].wording
    assert prove(old, new, bill.text) == ()


@pytest.mark.parametrize(
    ("words", "wordings"),
    [
        (
            WordChange("ชายฝั่ง", "ชายหาด"),
            [
                "ให้แก้ไขคำว่า “ชายฝั่ง” ในพระราชบัญญัติให้ใช้ประมวลกฎหมายชายฝั่ง พ.ศ. ๒๕๔๐ เป็น “ชายหาด” ทุกแห่ง",
                "ให้แก้ไขคำว่า “ชายฝั่ง” ในประมวลกฎหมายชายฝั่ง เป็น “ชายหาด” ทุกแห่ง",
            ],
        ),
        (WordChange("ถม", ""), ["ให้ตัดคำว่า “ถม” ในประมวลกฎหมายชายฝั่ง ออกทุกแห่ง"]),
        (
            WordChange("ชายฝั่ง", "ชายหาด", ("s3", "code.s2")),
            [
                "ให้แก้ไขคำว่า “ชายฝั่ง” ในมาตรา ๓ แห่งพระราชบัญญัติให้ใช้ประมวลกฎหมายชายฝั่ง พ.ศ. ๒๕๔๐ เป็น “ชายหาด”",
                "ให้แก้ไขคำว่า “ชายฝั่ง” ในมาตรา ๒ แห่งประมวลกฎหมายชายฝั่ง เป็น “ชายหาด”",
            ],
        ),
    ],
)
def test_an_act_and_the_code_in_it_are_two_laws(words: WordChange, wordings: list[str]) -> None:
    old = read_act(f"{CODE}\nบัญชี ๑\n\n(๑) ค่าถมชายฝั่ง ๕ บาท\n").act
    new = change_words(old, [words])
    bill = write_bill(old, new, Frame(words=(words,)))
    assert [clause.wording for clause in bill.clauses] == wordings
    assert bill.title.startswith("พระราชบัญญัติแก้ไขเพิ่มเติมประมวลกฎหมายชายฝั่ง")
    assert (new.schedules != old.schedules) == (not words.sections)  # the schedule is the code's
    assert prove(old, new, bill.text) == ()


def test_a_schedule_behind_a_code_is_the_codes() -> None:
    old = read_act(f"{CODE}\nบัญชี ๑\n\n(๑) ค่าถมชายฝั่ง ๕ บาท\n").act
    new = replace(old, schedules=tuple(line.replace("๕", "๙") for line in old.schedules))
    bill = write_bill(old, new)
    assert bill.title.startswith("พระราชบัญญัติแก้ไขเพิ่มเติมประมวลกฎหมายชายฝั่ง")
    assert all("ท้ายประมวลกฎหมายชายฝั่ง" in clause.wording for clause in bill.clauses)
    assert prove(old, new, bill.text) == ()


def test_words_are_not_cut_out_of_letters_with_marks() -> None:
    old = read_act(TEXT.replace("จำนวนสามคน", "จำนวนสามคนอย่างเบาที่สุดคนละร้อยบาท")).act
    new = change_words(old, [WordChange("บาท", "เหรียญ")])
    assert "เบาที่สุดคนละร้อยเหรียญ" in new.sections()["s5"].text
    assert prove(old, new, write_bill(old, new, Frame(words=(WordChange("บาท", "เหรียญ"),))).text) == ()


@pytest.mark.skipif(not names(), reason=REASON)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_on_every_act_any_of_the_sections_may_keep_them(seed: int) -> None:
    random = Random(seed)
    old = shared_act(random.choice(names(200_000)))
    change = WordChange(random.choice(["รัฐมนตรี", "คณะกรรมการ", "บาท", "ไม่เกิน"]), "ตามที่กำหนด")
    try:
        editing = Editing(old, change_words(old, [change]), random)
    except CannotAmend:
        return
    before, after = singles(old), singles(editing.new)
    changed = [at for at in after if isinstance(before.get(at), Section) and before[at].text != after[at].text]
    for address in random.sample(changed, len(changed) // 3):
        editing.put(editing.new.sections()[address], (before[address],))
    try:
        bill = write_bill(old, editing.new, Frame(words=(change,)), check_citations=False)
    except CannotAmend:
        return  # a heading without a number has the words
    assert prove(old, editing.new, bill.text) == ()
    if len(changed) > 2:
        assert bill.clauses[0].targets != ("*",) or "ทุกแห่ง เว้นแต่ในมาตรา" in bill.clauses[0].wording
