"""Changes between two editions: the smallest unit is named, neighbours stay unmarked, moves are moves."""

from dataclasses import replace

import pytest

from law import numerals
from law.act import Act, Code, Division, Footnote, Level, Node, Section, TailAct, read_units
from law.compare import Change, Comparison, compare_acts

BOARD = """ให้มีคณะกรรมการสวนสาธารณะ ประกอบด้วย
(๑) รัฐมนตรี เป็นประธานกรรมการ
(๒) ปลัดกระทรวงการคลัง ปลัดกระทรวงคมนาคม และอธิบดีกรมป่าไม้ เป็นกรรมการ
(๓) ผู้แทนสมาคมคนรักต้นไม้ จำนวนสองคน เป็นกรรมการ
(๔) ผู้ทรงคุณวุฒิซึ่งรัฐมนตรีแต่งตั้งไม่เกินสี่คน เป็นกรรมการ
ให้ผู้อำนวยการสวนเป็นกรรมการและเลขานุการ"""
TERMS = """ในพระราชบัญญัตินี้
“สวน” หมายความว่า ที่ดินซึ่งปลูกต้นไม้ไว้ให้ประชาชนพักผ่อน
“ผู้ดูแล” หมายความว่า ผู้ซึ่งผู้อำนวยการแต่งตั้งให้ดูแลสวน"""
MEETING = "การประชุมต้องมีกรรมการมาประชุมไม่น้อยกว่ากึ่งหนึ่งจึงเป็นองค์ประชุม\nมติให้ถือเสียงข้างมาก"
REPORT = "ให้คณะกรรมการรายงานผลการดำเนินงานต่อรัฐมนตรีอย่างน้อยปีละหนึ่งครั้ง"
PENALTY = "ผู้ใดตัดต้นไม้ในสวนโดยไม่ได้รับอนุญาต ต้องระวางโทษปรับไม่เกินห้าพันบาท"


def section(label: str, text: str) -> Section:
    return Section(label, numerals.written(label), read_units(text))


def chapter(label: str, title: str, *children: Node) -> Division:
    return Division(Level.CHAPTER, "หมวด", label, numerals.written(label), title, children)


def act(*body: Node, title: str = "พระราชบัญญัติสวนสาธารณะ พ.ศ. ๒๕๕๐") -> Act:
    return Act(title, body)


def park(**texts: str) -> Act:
    """The act with the sections named (``s4="…"``) put in other words."""
    given = {"s3": TERMS, "s4": BOARD, "s5": MEETING, "s6": REPORT, "s7": PENALTY} | texts
    s3, s4, s5, s6, s7 = (section(name[1:], given[name]) for name in ("s3", "s4", "s5", "s6", "s7"))
    return act(s3, chapter("1", "คณะกรรมการ", s4, s5, s6), chapter("2", "บทกำหนดโทษ", s7))


def compared(old: Act, new: Act) -> Comparison:
    """The comparison, after what must hold of every comparison was looked at."""
    comparison = compare_acts(old, new)
    for change in comparison.changes:
        assert "".join(hunk.text for hunk in change.hunks if hunk.kind != "insert") == change.old
        assert "".join(hunk.text for hunk in change.hunks if hunk.kind != "delete") == change.new
        assert change.old != change.new or change.moved_from
        assert bool(change.moved_from) == (change.kind == "moved")
    assert comparison == compare_acts(old, new)
    return comparison


def told(old: Act, new: Act) -> list[tuple[str, str]]:
    return [(change.address, change.kind) for change in compared(old, new).changes]


def only(old: Act, new: Act) -> Change:
    (change,) = compared(old, new).changes
    return change


def marked(change: Change) -> list[tuple[str, str]]:
    return [(hunk.kind, hunk.text) for hunk in change.hunks if hunk.kind != "equal"]


def test_the_same_act_has_no_changes() -> None:
    comparison = compared(park(), park())

    assert (comparison.changes, comparison.sections, comparison.unmarked) == ((), (), ())
    assert "nlpo3" in comparison.algorithm


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


def test_a_section_repealed_in_its_place() -> None:
    change = only(park(), park(s6="(ยกเลิก)"))

    assert (change.address, change.kind) == ("s6", "repealed")
    assert marked(change) == [("delete", REPORT), ("insert", "(ยกเลิก)")]


def test_a_section_rewritten_beyond_recognition_is_replaced_whole() -> None:
    new = "ผู้ใดประสงค์จัดงานรื่นเริงในสวน ให้ยื่นคำขอต่อผู้ดูแล\nคำขอให้เป็นไปตามแบบที่กำหนดในกฎกระทรวง"
    comparison = compared(park(), park(s5=new))

    assert [(change.address, change.kind) for change in comparison.changes] == [("s5", "replaced")]
    assert marked(comparison.changes[0]) == [("delete", MEETING), ("insert", new)]
    assert {row.kind for row in comparison.sections[0].rows} == {"repealed", "inserted"}


def test_a_paragraph_rewritten_beyond_recognition_is_replaced_whole() -> None:
    new = MEETING.replace("มติให้ถือเสียงข้างมาก", "ค่าตอบแทนให้เบิกจ่ายจากกองทุนตามระเบียบ")
    change = only(park(), park(s5=new))

    assert (change.address, change.kind) == ("s5.p2", "replaced")
    assert [hunk.kind for hunk in change.hunks] == ["delete", "insert"]


def test_an_inserted_section_and_one_that_is_missing() -> None:
    old = act(section("1", MEETING), section("2", REPORT))
    new = act(section("1", MEETING), section("1/1", PENALTY))

    assert told(old, new) == [("s2", "repealed"), ("s1/1", "inserted")]


def test_sections_renumbered_behind_an_inserted_one_are_moved_and_not_marked() -> None:
    old = act(section("1", MEETING), section("2", REPORT), section("3", TERMS))
    new = act(section("1", MEETING), section("2", PENALTY), section("3", REPORT), section("4", TERMS))
    changes = compared(old, new).changes

    assert [(change.address, change.kind, change.moved_from) for change in changes] == [
        ("s2", "inserted", ""),
        ("s3", "moved", "s2"),
        ("s4", "moved", "s3"),
    ]
    assert marked(changes[1]) == marked(changes[2]) == []


def test_a_section_that_moved_and_changed_says_both() -> None:
    old = act(section("1", REPORT), section("2", TERMS), section("3", MEETING), section("4", PENALTY))
    new = act(
        section("2", TERMS), section("3", MEETING), section("4", PENALTY), section("5", REPORT.replace("หนึ่ง", "สอง"))
    )
    change = only(old, new)

    assert (change.address, change.kind, change.moved_from) == ("s5", "moved", "s1")
    assert marked(change) == [("delete", "หนึ่ง"), ("insert", "สอง")]


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


def test_a_chapter_renamed_and_one_inserted_with_its_sections() -> None:
    old = park()
    renamed = replace(old.body[1], title="คณะกรรมการสวน")  # type: ignore[type-var]
    inserted = chapter("1/1", "กองทุน", section("6/1", "ให้มีกองทุนพัฒนาสวนสาธารณะ"))
    new = replace(old, body=(old.body[0], renamed, inserted, old.body[2]))
    changes = compared(old, new).changes

    assert [(change.address, change.kind, change.old, change.new) for change in changes] == [
        ("ch1", "heading", "คณะกรรมการ", "คณะกรรมการสวน"),
        ("ch1/1", "inserted", "", "กองทุน"),
        ("s6/1", "inserted", "", "ให้มีกองทุนพัฒนาสวนสาธารณะ"),
    ]


def test_sections_of_a_code_have_its_addresses() -> None:
    def promulgated(text: str) -> Act:
        return replace(park(), code=Code("ประมวลกฎหมายสวน", (section("1", text), section("2", REPORT))))

    assert told(promulgated(PENALTY), promulgated(PENALTY.replace("ห้า", "หก"))) == [("code.s1.p1", "replaced")]
    assert [address for address, _ in told(park(), promulgated(PENALTY))] == ["code.title", "code.s1", "code.s2"]


@pytest.mark.parametrize(
    ("field", "address"), [("preamble", "preamble"), ("schedules", "schedule"), ("remarks", "remarks")]
)
def test_what_stands_around_the_sections_does_not_go_unseen(field: str, address: str) -> None:
    old = replace(park(), **{field: ("บรรทัดแรกของส่วนนี้", "อัตราหนึ่งร้อยบาท")})  # type: ignore[arg-type]
    new = replace(park(), **{field: ("บรรทัดแรกของส่วนนี้", "อัตราสองร้อยบาท")})  # type: ignore[arg-type]
    change = only(old, new)

    assert (change.address, change.kind) == (address, "replaced")
    assert marked(change) == [("delete", "หนึ่งร้อย"), ("insert", "สองร้อย")]


def test_the_title_and_the_tail_do_not_go_unseen() -> None:
    new = replace(park(), title="พระราชบัญญัติสวนพฤกษศาสตร์ พ.ศ. ๒๕๕๐", tail=(TailAct("พระราชบัญญัติแก้ไข"),))

    assert told(park(), new) == [("title", "replaced"), ("tail", "replaced")]


def test_spaces_and_code_points_alone_are_said_and_not_marked() -> None:
    spaced = PENALTY.replace("ในสวน", " ในสวน ")
    decomposed = REPORT.replace("ำ", "\u0e4d\u0e32")
    comparison = compared(park(), park(s7=spaced, s6=decomposed))

    assert comparison.changes == ()
    assert [(each.address, each.code) for each in comparison.unmarked] == [("s6.p1", "signs"), ("s7.p1", "spacing")]


def test_a_space_between_digits_is_a_change() -> None:
    assert told(park(s6="เก็บเงิน ๑๐ ๐๐ บาท"), park(s6="เก็บเงิน ๑๐๐๐ บาท")) == [("s6.p1", "replaced")]


def test_a_label_written_otherwise_and_footnotes_are_said_and_not_marked() -> None:
    old = park()
    new = replace(old, body=(replace(old.body[0], written="3"), *old.body[1:]), footnotes=(Footnote("1", "หมายเหตุ"),))
    comparison = compared(old, new)

    assert comparison.changes == ()
    assert [(each.address, each.code) for each in comparison.unmarked] == [("s3", "form"), ("footnotes", "notes")]


def test_a_range_that_was_marked_repealed_together() -> None:
    old = act(section("1", MEETING), section("2", REPORT), section("3", "(ยกเลิก)"), section("4", PENALTY))
    new = act(section("1", MEETING), replace(section("2", "(ยกเลิก)"), until="3"), section("4", PENALTY))
    comparison = compared(old, new)

    assert [(change.address, change.kind, change.new) for change in comparison.changes] == [
        ("s2", "repealed", "(ยกเลิก)")
    ]
    assert [(each.address, each.code) for each in comparison.unmarked] == [("s3", "repeal_mark")]


def test_rows_show_every_line_of_a_touched_section_in_order() -> None:
    (diff,) = compared(park(), park(s4=BOARD.replace("สี่คน", "หกคน"))).sections

    assert (diff.address, diff.kind, diff.heading_old) == ("s4", "replaced", "มาตรา ๔")
    assert [row.new for row in diff.rows] == BOARD.replace("สี่คน", "หกคน").split("\n")
    assert [row.depth for row in diff.rows] == [0, 1, 1, 1, 1, 0]
    assert [row.kind for row in diff.rows] == ["same", "same", "same", "same", "replaced", "same"]


def test_the_same_label_twice_is_compared_under_two_addresses() -> None:
    old = act(section("1", MEETING), section("1", REPORT))
    new = act(section("1", MEETING), section("1", REPORT.replace("หนึ่ง", "สอง")))

    assert told(old, new) == [("s1~2.p1", "replaced")]


def test_paragraphs_added_to_a_short_section_do_not_replace_it() -> None:
    added = "\n".join([BOARD.replace("\n", " "), TERMS.replace("\n", " "), REPORT])
    changes = compared(park(s6="ให้มีสวนสาธารณะสองแห่ง"), park(s6=f"ให้มีสวนสาธารณะสามแห่ง\n{added}")).changes

    assert [(change.address, change.kind) for change in changes] == [
        ("s6.p1", "replaced"),
        ("s6.p2", "inserted"),
        ("s6.p3", "inserted"),
        ("s6.p4", "inserted"),
    ]
