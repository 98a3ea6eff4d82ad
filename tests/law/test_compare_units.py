"""Changes within a section: the smallest unit is named, its neighbours stay unmarked, moves are moves."""

from law import numerals
from tests.law.park_act import (
    BOARD,
    MEETING,
    REPORT,
    TERMS,
    compared,
    marked,
    only,
    park,
    told,
)


def test_a_changed_number_word_is_marked_in_its_item_only() -> None:
    change = only(park(), park(s4=BOARD.replace("สี่คน", "หกคน")))

    assert (change.address, change.kind) == ("s4.p1.i4", "replaced")
    assert marked(change) == [("delete", "สี่"), ("insert", "หก")]


def test_an_inserted_item_marks_no_other() -> None:
    new = BOARD.replace("(๓)", "(๒/๑) ผู้แทนสมาคมคนรักต้นไม้พื้นเมือง จำนวนสองคน เป็นกรรมการ\n(๓)")
    change = only(park(), park(s4=new))

    assert (change.address, change.kind, change.old) == ("s4.p1.i2/1", "inserted", "")


def test_an_inserted_item_that_renumbers_the_next_marks_only_their_labels() -> None:
    lines = BOARD.split("\n")
    lines[2:2] = ["(๒) ผู้บัญชาการตำรวจแห่งชาติ เป็นกรรมการ"]
    for number, position in enumerate((3, 4, 5), start=3):
        lines[position] = f"({numerals.thai(number)})" + lines[position][3:]
    changes = compared(park(), park(s4="\n".join(lines))).changes

    assert [(change.address, change.kind, change.moved_from) for change in changes] == [
        ("s4.p1.i2", "inserted", ""),
        ("s4.p1.i3", "moved", "s4.p1.i2"),
        ("s4.p1.i4", "moved", "s4.p1.i3"),
        ("s4.p1.i5", "moved", "s4.p1.i4"),
    ]
    assert marked(changes[1]) == [("delete", "(๒) "), ("insert", "(๓) ")]


def test_an_inserted_paragraph_marks_no_other_though_addresses_shift() -> None:
    new = BOARD.replace("\nให้ผู้อำนวยการ", "\nกรรมการตาม (๓) ต้องมีสัญชาติไทย\nให้ผู้อำนวยการ")
    comparison = compared(park(), park(s4=new))

    assert [(change.address, change.kind) for change in comparison.changes] == [("s4.p2", "inserted")]
    last = comparison.sections[0].rows[-1]
    assert (last.old_address, last.new_address, last.kind) == ("s4.p2", "s4.p3", "same")


def test_an_inserted_definition() -> None:
    new = TERMS.replace("\n“ผู้ดูแล”", "\n“ต้นไม้” หมายความว่า ไม้ยืนต้นและไม้พุ่ม\n“ผู้ดูแล”")

    assert told(park(), park(s3=new)) == [("s3.def:ต้นไม้", "inserted")]


def test_a_definition_that_reads_otherwise() -> None:
    assert told(park(), park(s3=TERMS.replace("พักผ่อน", "ออกกำลังกาย"))) == [("s3.def:สวน", "replaced")]


def test_a_unit_with_items_comes_as_one_change() -> None:
    new = MEETING + "\nให้เลขานุการจัดทำ\n(๑) ระเบียบวาระ\n(๒) รายงานการประชุม"
    change = only(park(), park(s5=new))

    assert (change.address, change.kind) == ("s5.p3", "inserted")
    assert change.new == "ให้เลขานุการจัดทำ\n(๑) ระเบียบวาระ\n(๒) รายงานการประชุม"


def test_an_item_that_changed_places_is_moved() -> None:
    lines = BOARD.split("\n")
    lines[2], lines[3] = "(๒)" + lines[3][3:], "(๓)" + lines[2][3:]
    changes = compared(park(), park(s4="\n".join(lines))).changes

    assert {(change.address, change.moved_from) for change in changes} == {
        ("s4.p1.i2", "s4.p1.i3"),
        ("s4.p1.i3", "s4.p1.i2"),
    }


def test_an_item_repealed_in_its_place() -> None:
    line = "(๓) ผู้แทนสมาคมคนรักต้นไม้ จำนวนสองคน เป็นกรรมการ"
    change = only(park(), park(s4=BOARD.replace(line, "(๓) (ยกเลิก)")))

    assert (change.address, change.kind, change.new) == ("s4.p1.i3", "repealed", "(๓) (ยกเลิก)")


def test_an_item_that_is_missing() -> None:
    line = "(๓) ผู้แทนสมาคมคนรักต้นไม้ จำนวนสองคน เป็นกรรมการ"
    change = only(park(), park(s4=BOARD.replace(line + "\n", "")))

    assert (change.address, change.kind, change.old, change.new) == ("s4.p1.i3", "repealed", line, "")


def test_a_paragraph_rewritten_beyond_recognition_is_replaced_whole() -> None:
    new = MEETING.replace("มติให้ถือเสียงข้างมาก", "ค่าตอบแทนให้เบิกจ่ายจากกองทุนตามระเบียบ")
    change = only(park(), park(s5=new))

    assert (change.address, change.kind) == ("s5.p2", "replaced")
    assert [hunk.kind for hunk in change.hunks] == ["delete", "insert"]


def test_a_paragraph_that_went_to_another_section_is_moved() -> None:
    voting = "มติให้ถือเสียงข้างมาก กรรมการคนหนึ่งมีเสียงหนึ่งในการลงคะแนน"
    old = park(s5=f"การประชุมให้เป็นไปตามระเบียบ\n{voting}")
    new = park(s5="การประชุมให้เป็นไปตามระเบียบ", s6=f"{REPORT}\n{voting}")
    comparison = compared(old, new)

    assert [(change.address, change.kind, change.moved_from) for change in comparison.changes] == [
        ("s6.p2", "moved", "s5.p2")
    ]
    rows = [row for diff in comparison.sections for row in diff.rows if row.kind == "moved"]
    assert [(row.old_address, row.new_address, row.old, row.new) for row in rows] == [
        ("s5.p2", "s6.p2", voting, ""),
        ("s5.p2", "s6.p2", "", voting),
    ]


def test_paragraphs_added_to_a_short_section_do_not_replace_it() -> None:
    added = "\n".join([BOARD.replace("\n", " "), TERMS.replace("\n", " "), REPORT])
    changes = compared(park(s6="ให้มีสวนสาธารณะสองแห่ง"), park(s6=f"ให้มีสวนสาธารณะสามแห่ง\n{added}")).changes

    assert [(change.address, change.kind) for change in changes] == [
        ("s6.p1", "replaced"),
        ("s6.p2", "inserted"),
        ("s6.p3", "inserted"),
        ("s6.p4", "inserted"),
    ]


def test_rows_show_every_line_of_a_touched_section_in_order() -> None:
    (diff,) = compared(park(), park(s4=BOARD.replace("สี่คน", "หกคน"))).sections

    assert (diff.address, diff.kind, diff.heading_old) == ("s4", "replaced", "มาตรา ๔")
    assert [row.new for row in diff.rows] == BOARD.replace("สี่คน", "หกคน").split("\n")
    assert [row.depth for row in diff.rows] == [0, 1, 1, 1, 1, 0]
    assert [row.kind for row in diff.rows] == ["same", "same", "same", "same", "replaced", "same"]
