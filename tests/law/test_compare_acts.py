"""Changes of sections, chapters and what stands around them; what is said and not marked."""

from dataclasses import replace

import pytest

from law.act import Act, Code, Footnote, TailAct
from tests.law.park_act import (
    MEETING,
    PENALTY,
    REPORT,
    TERMS,
    act,
    chapter,
    compared,
    marked,
    only,
    park,
    section,
    told,
)


def test_the_same_act_has_no_changes() -> None:
    comparison = compared(park(), park())

    assert (comparison.changes, comparison.sections, comparison.unmarked) == ((), (), ())
    assert "nlpo3" in comparison.algorithm


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


def test_the_same_label_twice_is_compared_under_two_addresses() -> None:
    old = act(section("1", MEETING), section("1", REPORT))
    new = act(section("1", MEETING), section("1", REPORT.replace("หนึ่ง", "สอง")))

    assert told(old, new) == [("s1~2.p1", "replaced")]
