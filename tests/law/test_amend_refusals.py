"""What is refused, with a sentence that says what to do; and what is only said."""

from random import Random

import pytest

from law.act import Section, read_units
from law.amend import CannotAmend, Caution, Frame, Grain, transitional_prompts, write_bill
from law.parse import read_act
from law.proof import prove
from tests.law.edits import Editing
from tests.law.weaving_act import TEXT, act, after, edited, repealed


def refused(*edits: tuple[str, str], frame: Frame | None = None) -> list[tuple[str, str]]:
    with pytest.raises(CannotAmend) as caught:
        write_bill(act(), edited(*edits), frame)
    assert all(problem.sentence.endswith(".") for problem in caught.value.problems)
    return [(problem.code, problem.address) for problem in caught.value.problems]


def gone(line: str) -> tuple[str, str]:
    """An edit that takes a line out without a mark."""
    found = next(whole for whole in TEXT.splitlines() if whole.startswith(line))
    return f"{found}\n\n", ""


def test_nothing_to_amend() -> None:
    assert refused() == [(CannotAmend.NOTHING, "")]
    with pytest.raises(CannotAmend, match="nothing to amend"):
        write_bill(act(), act())


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("มาตรา ๑๐ ", "s10"),
        ("(๒) ปลัด", "s5.p1.i2"),
        ("(ข) การย้อม", "s6.p1.i2.iข"),
        ("การประชุมต้องมี", "s7.p2"),
        ("“สมาคม”", "s3.def:สมาคม"),
    ],
)
def test_a_unit_that_is_simply_missing(line: str, address: str) -> None:
    assert refused(gone(line)) == [(CannotAmend.MISSING, address)]
    with pytest.raises(CannotAmend, match=r"mark it \(ยกเลิก\)"):
        write_bill(act(), edited(gone(line)))


def test_an_item_is_not_lost_among_other_changes() -> None:
    head = ("กรรมการพ้นจากตำแหน่งเมื่อ", "กรรมการผู้ทรงคุณวุฒิพ้นจากตำแหน่งเมื่อ")
    assert refused(head, gone("(๒) ลาออก")) == [(CannotAmend.MISSING, "s6.p2.i2")]
    head = ("(๒) มีประสบการณ์ในด้าน", "(๒) มีความรู้ในด้าน")
    assert refused(head, gone("(ข) การย้อม")) == [(CannotAmend.MISSING, "s6.p1.i2.iข")]


def test_a_definition_is_not_lost_where_others_change_places() -> None:
    lines = {
        term: next(line for line in TEXT.splitlines() if line.startswith(f"“{term}”")) for term in ("กี่", "ผ้าพื้นบ้าน")
    }
    first, second = lines.values()
    assert refused((f"{first}\n\n{second}", f"{second}\n\n{first}"), gone("“สมาคม”")) == [
        (CannotAmend.MISSING, "s3.def:สมาคม")
    ]


def test_a_list_is_not_lost_where_the_words_above_it_stay() -> None:
    lines = (gone("(๑) ตาย"), gone("(๒) ลาออก"), gone("(๓) ขาด"))
    assert refused(*lines) == [(CannotAmend.MISSING, f"s6.p2.i{label}") for label in (1, 2, 3)]


def test_a_list_may_be_given_up_for_other_words() -> None:
    lines = (gone("(๑) ตาย"), gone("(๒) ลาออก"), gone("(๓) ขาด"))
    new = edited(*lines, ("กรรมการพ้นจากตำแหน่งเมื่อ", "กรรมการพ้นจากตำแหน่งเมื่อตาย ลาออก หรือขาดคุณสมบัติ"))
    bill = write_bill(act(), new)
    assert [clause.targets for clause in bill.clauses] == [("s6.p2",)]
    assert prove(act(), new, bill.text) == ()


def test_a_chapter_that_is_missing_is_named_with_what_stood_in_it() -> None:
    edit = gone("มาตรา ๑๒ ")
    problems = refused(("หมวด ๓\nบทกำหนดโทษ\n\n", ""), edit)
    assert (CannotAmend.MISSING, "ch3") in problems


def test_items_are_never_renumbered() -> None:
    problems = refused(gone("(๒) ปลัด"), ("(๓) ผู้แทน", "(๒) ผู้แทน"), ("(๔) ผู้ทรง", "(๓) ผู้ทรง"))
    assert (CannotAmend.RENUMBERED, "s5.p1.i3") in problems


def test_sections_are_never_renumbered() -> None:
    text = TEXT.replace("มาตรา ๑๒  ผู้ใด", "มาตรา ๑๓  ผู้ใด").replace(
        "มาตรา ๑๑  ให้สมาคม", "มาตรา ๑๑  ให้เพิ่มใหม่ทั้งมาตรานี้\n\nมาตรา ๑๒  ให้สมาคม"
    )
    with pytest.raises(CannotAmend) as caught:
        write_bill(act(), read_act(text).act)
    assert {problem.code for problem in caught.value.problems} == {CannotAmend.RENUMBERED}


def test_words_may_go_to_a_new_number_when_the_old_one_is_marked() -> None:
    eleven = next(line for line in TEXT.splitlines() if line.startswith("มาตรา ๑๑ "))
    new = edited((eleven, f"มาตรา ๑๐/๑{eleven[len('มาตรา ๑๑') :]}\n\nมาตรา ๑๑  (ยกเลิก)"))
    bill = write_bill(act(), new)
    assert [clause.targets for clause in bill.clauses] == [("s10/1",), ("s11",)]
    assert prove(act(), new, bill.text) == ()


def test_a_section_is_not_moved_to_another_chapter() -> None:
    new = edited(("หมวด ๓\nบทกำหนดโทษ\n\n", ""), ("มาตรา ๑๑  ให้", "หมวด ๓\nบทกำหนดโทษ\n\nมาตรา ๑๑  ให้"))
    with pytest.raises(CannotAmend) as caught:
        write_bill(act(), new)
    assert (CannotAmend.MOVED, "s11") in [(problem.code, problem.address) for problem in caught.value.problems]


def test_a_new_heading_is_numbered_between_its_neighbours() -> None:
    assert refused(("มาตรา ๗  ให้คณะ", "หมวด ๔\nการประชุม\n\nมาตรา ๗  ให้คณะ")) == [("out_of_place", "ch4")]


def test_a_chapter_that_a_new_heading_divides_is_not_restated_whole() -> None:
    parted = ("มาตรา ๑๑  ให้สมาคม", "หมวด ๒/๑\nการตรวจสอบ\n\nมาตรา ๑๑  ให้สมาคม")
    whole = Frame(grain={"ch2": Grain.DIVISION})
    assert refused(parted, ("หมวด ๒\nกองทุน", "หมวด ๒\nเงินกองทุน"), frame=whole) == [(CannotAmend.NO_FORM, "ch2")]


def test_sections_keep_their_order() -> None:
    ten = next(line for line in TEXT.splitlines() if line.startswith("มาตรา ๑๐ "))
    eleven = next(line for line in TEXT.splitlines() if line.startswith("มาตรา ๑๑ "))
    problems = refused((f"{ten}\n\n{eleven}", f"{eleven}\n\n{ten}"))
    assert problems == [(CannotAmend.MOVED, "")]


def test_a_new_section_stands_where_its_number_puts_it() -> None:
    editing = Editing(act(), act(), Random(0))
    anchor = editing.new.sections()["s9"]
    editing.put(anchor, (anchor, Section("20", "๒๐", read_units("ให้มีสำนักงาน"))))
    with pytest.raises(CannotAmend) as caught:
        write_bill(act(), editing.new)
    assert [(problem.code, problem.address) for problem in caught.value.problems] == [(CannotAmend.OUT_OF_PLACE, "s20")]


@pytest.mark.parametrize(
    "edit",
    [
        ("ส่งเสริมการทอผ้าพื้นบ้าน\nพ.ศ. ๒๕๔๐", "ส่งเสริมการทอผ้าไทย\nพ.ศ. ๒๕๔๐"),
        ("ผู้ลงนามสมมุติ", "ผู้ลงนามอีกคนหนึ่ง"),
    ],
)
def test_what_no_clause_can_reach(edit: tuple[str, str]) -> None:
    assert {code for code, _ in refused(edit)} == {CannotAmend.NO_FORM}


def test_a_chapter_marked_repealed_with_a_section_that_is_not() -> None:
    assert refused(("บทกำหนดโทษ", "(ยกเลิก)")) == [(CannotAmend.NO_FORM, "ch3")]


def test_items_may_go_where_the_section_is_written_anew() -> None:
    text = TEXT[: TEXT.index("มาตรา ๕  ")] + "มาตรา ๕  ให้รัฐมนตรีแต่งตั้งคณะกรรมการผ้าพื้นบ้านขึ้นคณะหนึ่งมีจำนวนไม่เกินเก้าคน\n\n"
    new = read_act(text + TEXT[TEXT.index("มาตรา ๕ ทวิ") :]).act
    bill = write_bill(act(), new)
    assert [clause.targets for clause in bill.clauses] == [("s5",)]
    assert prove(act(), new, bill.text) == ()


def test_the_drafter_may_restate_a_section_with_fewer_items() -> None:
    new = edited(gone("(๒) ปลัด"))
    bill = write_bill(act(), new, Frame(grain={"s5": Grain.SECTION}))
    assert [clause.targets for clause in bill.clauses] == [("s5",)]


def test_a_range_marked_repealed_is_each_of_its_sections() -> None:
    start, end = TEXT.index("มาตรา ๑๐ "), TEXT.index("หมวด ๓\n")
    new = read_act(f"{TEXT[:start]}มาตรา ๑๐ ถึง มาตรา ๑๑ (ยกเลิก)\n\n{TEXT[end:]}").act
    bill = write_bill(act(), new)
    assert [clause.targets for clause in bill.clauses] == [("s10", "s11")]
    assert prove(act(), new, bill.text) == ()


def test_an_act_without_notes_leaves_the_amender_out_and_says_so() -> None:
    bare = TEXT[: TEXT.index("[๑] ราช")].replace("[๑]", "")
    old, new = read_act(bare).act, read_act(bare.replace("จำนวนสามคน", "จำนวนสี่คน")).act
    bill = write_bill(old, new)
    assert [(caution.code, caution.address) for caution in bill.warnings] == [(Caution.AMENDER_UNKNOWN, "s5.p1.i3")]
    assert "ซึ่งแก้ไขเพิ่มเติมโดย" not in bill.text
    told = write_bill(old, new, Frame(amenders={"s5": "พระราชบัญญัติทอผ้า (ฉบับที่ ๒) พ.ศ. ๒๕๕๐"}))
    assert "พ.ศ. ๒๕๔๐ ซึ่งแก้ไขเพิ่มเติมโดยพระราชบัญญัติทอผ้า (ฉบับที่ ๒) พ.ศ. ๒๕๕๐ และให้ใช้" in told.text
    assert write_bill(old, new, Frame(amenders={"s5": ""})).warnings == ()


def test_the_latest_amender_comes_from_the_notes_of_the_act() -> None:
    note = "[๒] มาตรา ๗ วรรคสอง แก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมการทอผ้าพื้นบ้าน (ฉบับที่ ๒) พ.ศ. ๒๕๕๐\n"
    text = TEXT.replace("กึ่งหนึ่ง\n", "กึ่งหนึ่ง[๒]\n") + f"\n{note}"
    old = read_act(text).act
    amender = "ซึ่งแก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมการทอผ้าพื้นบ้าน (ฉบับที่ ๒) พ.ศ. ๒๕๕๐"
    second = write_bill(old, read_act(text.replace("กึ่งหนึ่ง[", "หนึ่งในสาม[")).act)
    assert amender in second.clauses[0].wording
    third = write_bill(old, read_act(text.replace("เสียงข้างมาก", "เสียงสองในสาม")).act)
    assert amender not in third.clauses[0].wording
    both = read_act(text.replace("กึ่งหนึ่ง[", "หนึ่งในสาม[").replace("เสียงข้างมาก", "เสียงสองในสาม")).act
    text = write_bill(old, both).text
    assert amender in text
    assert prove(old, both, text) == ()
    assert "names an amending law" in prove(old, both, text.replace("(ฉบับที่ ๒)", "(ฉบับที่ ๓)"))[0].sentence


def test_an_inserted_paragraph_moves_those_behind_it_and_their_citations() -> None:
    cites = "มาตรา ๑๑  ให้สมาคมตรวจสอบบัญชี มติตามมาตรา ๗ วรรคสาม ใช้บังคับ"
    text = TEXT.replace("มาตรา ๑๑  ให้สมาคมตรวจสอบบัญชีของกองทุนปีละครั้ง", cites)
    line = "การประชุมต้องมีกรรมการมาประชุมไม่น้อยกว่ากึ่งหนึ่ง"
    new = read_act(text.replace(line, f"{line}\n\nให้ลงมติโดยเปิดเผย")).act
    bill = write_bill(read_act(text).act, new)
    assert [(caution.code, caution.address, caution.cited_by) for caution in bill.warnings] == [
        (Caution.PARAGRAPHS_MOVE, "s7.p3", ("s11.p1",))
    ]


def test_what_is_repealed_and_goes_on_being_cited() -> None:
    text = TEXT.replace("บัญชีของกองทุนปีละครั้ง", "บัญชีของกองทุนตามมาตรา ๙")
    new = read_act(text.replace("มาตรา ๙  กองทุนประกอบด้วยเงินที่รัฐบาลจัดสรรให้", "มาตรา ๙  (ยกเลิก)")).act
    bill = write_bill(read_act(text).act, new)
    assert [(caution.code, caution.address, caution.cited_by) for caution in bill.warnings] == [
        (Caution.REPEALED_CITED, "s9", ("s11.p1",))
    ]


def test_prompts_about_those_in_office() -> None:
    new = edited(
        ("จำนวนสามคน", "จำนวนสี่คน"), after("มาตรา ๑๑ ", "มาตรา ๑๑/๑  ให้มีคณะกรรมการกองทุน ประกอบด้วย\n\n(๑) รัฐมนตรี")
    )
    prompts = transitional_prompts(act(), new)
    assert [(prompt.code, prompt.address, prompt.board) for prompt in prompts] == [
        ("members_in_office", "s5", "คณะกรรมการผ้าพื้นบ้าน"),
        ("board_established", "s11/1", "คณะกรรมการกองทุน"),
    ]
    assert transitional_prompts(act(), edited(repealed("มติของ"))) == ()


def test_nothing_is_put_into_a_section_whose_only_paragraph_goes() -> None:
    line, mark = repealed("มาตรา ๑๐ ", "มาตรา ๑๐ ")
    edit = (line, f"{mark}\n\nเงินของกองทุนให้ฝากไว้กับกระทรวงการคลัง")
    assert refused(edit) == [(CannotAmend.NO_FORM, "s10")]


def test_no_clause_names_a_heading_that_is_no_chapter() -> None:
    old = TEXT.replace("มาตรา ๗  ให้คณะ", "ตอน ๑\nการประชุม\n\nมาตรา ๗  ให้คณะ")
    new = old.replace("การประชุม\n\nมาตรา ๗", "การประชุมกรรมการ\n\nมาตรา ๗")
    with pytest.raises(CannotAmend, match="no form of clause names such a heading"):
        write_bill(read_act(old).act, read_act(new).act)
