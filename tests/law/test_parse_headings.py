"""Headings over sections: numbered, bare, lettered; and lines that only look like one."""

import pytest

from law.act import Division, Level, act_text
from law.parse import read_act
from tests.law.invented_text import read, sections

CHAPTER = "พระราชบัญญัติ\nสวน\nพ.ศ. ๒๕๕๐\n\nหมวด ๑\nทั่วไป\n\nมาตรา ๑  ก\n\nข\n\n"


def test_divisions_nest_and_their_titles_are_joined() -> None:
    act = read(
        "ภาค ๑\nบททั่วไป\n\nลักษณะ ๑\n\nการเริ่ม\nและการเลิก\n\nหมวด ๑ ว่าด้วยดิน\n\nส่วนที่ ๑\nดินดี\n\nมาตรา ๑  ก\n\n"
        "ส่วนที่ ๒\nดินเลว\n\nมาตรา ๒  ข\n\nหมวด ๑/๑[๑]\nน้ำ\n\nมาตรา ๓  ค\n\nภาค ๒\nบทกำหนดโทษ\n\nมาตรา ๔  ง\n\n"
        "บทเฉพาะกาล\n\nมาตรา ๕  จ"
    ).act
    divisions = {a: p.node.title for a, p in act.places().items() if isinstance(p.node, Division)}

    assert divisions == {
        "dv1": "บททั่วไป",
        "dv1.t1": "การเริ่ม และการเลิก",
        "dv1.t1.ch1": "ว่าด้วยดิน",
        "dv1.t1.ch1.pt1": "ดินดี",
        "dv1.t1.ch1.pt2": "ดินเลว",
        "dv1.t1.ch1/1": "น้ำ",
        "dv2": "บทกำหนดโทษ",
        "transitory": "",
    }
    assert act.places()["s2"].parent == "dv1.t1.ch1.pt2"
    assert act.places()["s5"].parent == "transitory"


def test_transitory_provisions_may_be_the_name_of_a_chapter() -> None:
    act = read("หมวด ๑\nทั่วไป\n\nมาตรา ๑  ก\n\nหมวด ๒\nบทเฉพาะกาล\n\nมาตรา ๒  ข").act

    assert act.get("ch2").title == "บทเฉพาะกาล"
    assert act.get("transitory") is None


@pytest.mark.parametrize("line", ["หมวด ๓ และหมวด ๔ ให้ใช้แก่ผู้ปลูก", "ส่วนที่เกินสิบต้นให้คืน", "ภาคเหนือให้ปลูกก่อน", "ลักษณะ ๒ นี้ด้วย"])
def test_a_line_that_only_begins_like_a_heading_is_text(line) -> None:
    assert sections(f"มาตรา ๑  ก\n\n{line}\n\nมาตรา ๒  ข")["s1"] == f"ก\n{line}"


def test_a_heading_without_a_number_is_told_by_blank_lines_where_paragraphs_have_none() -> None:
    text = "มาตรา ๑  ก\nข\nค\n\nการรดน้ำ\n\nมาตรา ๒  ก\nข\nค\n\nการพรวนดิน\n\nมาตรา ๓  ก\nข"
    act = read(text).act

    assert [place.node.word for place in act.places().values() if isinstance(place.node, Division)] == [
        "การรดน้ำ",
        "การพรวนดิน",
    ]
    assert act.sections()["s1"].text == "ก\nข\nค"


def test_level_of_a_heading_without_a_number() -> None:
    act = read("ข้อความเบื้องต้น\n\nมาตรา ๑  ก\n\nบรรพ ๑\nทั่วไป\n\nมาตรา ๒  ข").act

    assert [place.node.level for place in act.places().values() if isinstance(place.node, Division)] == [
        Level.HEADING,
        Level.BOOK,
    ]


def headings(text: str) -> list[str]:
    act = read_act(CHAPTER + text).act
    assert read_act(act_text(act)).act == act
    return [place.node.heading for place in act.places().values() if isinstance(place.node, Division)][1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(ข) ว่าด้วยสวนทางทิศตะวันตก\n\nมาตรา ๒  ค", ["(ข) ว่าด้วยสวนทางทิศตะวันตก"]),
        (
            "(ก) ว่าด้วยสวน\n--------\n\nมาตรา ๒  ค\n\n(ข) ว่าด้วยไร่\n--------\n\nมาตรา ๓  ง",
            ["(ก) ว่าด้วยสวน", "(ข) ว่าด้วยไร่"],
        ),
        ("(๒) การเก็บผล\n\nมาตรา ๒  ค", ["(๒) การเก็บผล"]),
        ("(ก) สวน\n\n(ข) ไร่\n\nมาตรา ๒  ค", []),  # a list of the section
        ("(๑) สวน\n\nมาตรา ๒  ค", []),  # a list of one
        ("(ข) ผู้ปลูกต้องรดน้ำ\n\nมาตรา ๒  ค", []),  # a sentence whose (ก) was lost
        ("(ข) ไร่\n\nนา\n\nมาตรา ๒  ค", []),
        ("(ข) (ยกเลิก)\n\nมาตรา ๒  ค", []),
    ],
)
def test_lettered_headings_over_sections(text: str, expected: list[str]) -> None:
    assert headings(text) == expected
