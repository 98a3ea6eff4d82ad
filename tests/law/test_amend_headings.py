"""Headings over what stands, beside chapters that are new, go, or are restated by the same bill."""

from law.act import Act
from law.amend import Bill, write_bill
from law.parse import read_act
from law.proof import prove
from tests.law.garden_act import insert, problems
from tests.law.weaving_act import ACT, TEXT, act, edited, repealed

PARTED = ("มาตรา ๑๑  ให้สมาคม", "หมวด ๒/๑\nการตรวจสอบ\n\nมาตรา ๑๑  ให้สมาคม")


def proven(new: Act) -> Bill:
    bill = write_bill(act(), new)
    assert prove(act(), new, bill.text) == ()
    return bill


def test_of_a_chapter_that_a_new_heading_divides_the_first_part_goes() -> None:
    gone = [repealed(f"มาตรา {number} ", f"มาตรา {number} ") for number in ("๘", "๙", "๑๐")]
    names = [("การจัดตั้ง", "(ยกเลิก)"), ("ส่วนที่ ๒\nการบริหาร", "ส่วนที่ ๒\n(ยกเลิก)"), ("หมวด ๒\nกองทุน", "หมวด ๒\n(ยกเลิก)")]
    heading, repeal = proven(edited(PARTED, *gone, *names)).clauses
    assert heading.wording == f"ให้เพิ่มความต่อไปนี้เป็นชื่อหมวด ๒/๑ ก่อนมาตรา ๑๑ แห่ง{ACT}"
    assert repeal.text == f"ให้ยกเลิกหมวด ๒ กองทุน มาตรา ๘ มาตรา ๙ และมาตรา ๑๐ แห่ง{ACT}"


def test_such_a_chapter_gets_its_new_name_and_sections_by_clauses_of_their_own() -> None:
    lines = [line for line in TEXT.splitlines() if line.startswith(("มาตรา ๙ ", "มาตรา ๑๐ "))]
    anew = [(line, f"{line.split('  ')[0]}  ให้เป็นไปตามประกาศของรัฐมนตรี") for line in lines]
    bill = proven(edited(PARTED, *anew, ("หมวด ๒\nกองทุน", "หมวด ๒\nเงินกองทุน")))
    assert "ch2.heading" in [target for clause in bill.clauses for target in clause.targets]


def test_a_heading_comes_before_a_part_that_is_new_at_the_end_of_the_chapter_it_divides() -> None:
    bill = proven(
        edited(
            ("มาตรา ๑๑  ให้สมาคม", "ส่วนที่ ๒/๑\nการรายงาน\n\nมาตรา ๑๐/๑  ให้รายงานผล\n\nมาตรา ๑๑  ให้สมาคม"),
            PARTED,
        )
    )
    assert [clause.targets[0] for clause in bill.clauses] == ["ch2/1.heading", "ch2.pt2/1"]


def test_a_chapter_in_a_new_title_may_have_the_number_of_one_that_stands() -> None:
    bill = proven(read_act(TEXT.replace(*_behind_the_last())).act)
    assert [clause.targets[0] for clause in bill.clauses] == ["t1"]


def _behind_the_last() -> tuple[str, str]:
    last = [line for line in TEXT.splitlines() if line.startswith("มาตรา ")][-1]
    label = last.split("  ")[0]
    added = f"ลักษณะ ๑\nบทสุดท้าย\n\n{label}/๑  ให้รายงานผล\n\nหมวด ๑\nการรายงาน\n\n{label}/๒  ให้ประกาศผล"
    return last, f"{last}\n\n{added}"


def test_a_division_does_not_go_behind_one_that_its_sections_belong_within() -> None:
    clause = insert("ส่วนที่ ๑/๑ ทางน้ำ มาตรา ๗/๑ ของหมวด ๒", "ส่วนที่ ๑/๑\nทางน้ำ\n\nมาตรา ๗/๑  ให้มีทางน้ำ")
    assert problems(clause) == ("section 3: ส่วนที่ ๑/๑ does not belong there by the numbers of its sections.",)
