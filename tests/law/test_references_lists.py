"""Citations of every manner of listing: numbers without commas, dashes, letters, titles beside numbers, old words."""

import pytest

from law.act import Division
from law.parse import read_act
from law.references import find_references

HEAD = "พระราชบัญญัติ\nสวน\nพ.ศ. ๒๕๕๐\n\n"
SECTIONS = "".join(f"มาตรา {number}  ผู้ปลูกต้องมี\n\n(๑) ดิน\n\n(๒) น้ำ\n\n" for number in "๑๒๓๔๕๖๗๘๙")
LETTERED = "มาตรา ๑๐  ผู้ดูแลต้องเป็นดังนี้\n\nก. คุณสมบัติ\n\n(๑) ขยัน\n\n(๒) อดทน\n\nข. ลักษณะต้องห้าม\n\n(๑) เกียจคร้าน\n\n"
NUMBERED = "มาตรา ๑๑  ให้รดน้ำดังนี้\n\n๑. เวลาเช้า\n\n๒. เวลาเย็น\n\n"
ACT = f"{HEAD}หมวด ๑\nบททั่วไป\n\n{SECTIONS}หมวด ๒\nดินและน้ำ\n\n{LETTERED}{NUMBERED}หมวด ๓\nโทษ\n\nมาตรา ๑๒  "
FIELD = "พระราชบัญญัติไร่ พ.ศ. ๒๕๐๐"


def cited(text: str) -> list[tuple[str, str | None]]:
    """Of each citation in a section of the act its words, and its address or the law it is of."""
    found = [one for one in find_references(read_act(ACT + text).act) if one.source.startswith("s12.")]
    return [(one.text, one.target or one.foreign) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ให้นำมาตรา ๗ ๘ และ ๙ มาใช้", [("มาตรา ๗", "s7"), ("๘", "s8"), ("๙", "s9")]),
        ("ตามมาตรา ๗, ๘ หรือ ๙", [("มาตรา ๗", "s7"), ("๘", "s8"), ("๙", "s9")]),
        ("ตามมาตรา ๖ ๗ ถึง ๙", [("มาตรา ๖", "s6"), ("๗", "s7"), ("๙", "s9")]),
        ("ตามมาตรา ๗-๙", [("มาตรา ๗", "s7"), ("๙", "s9")]),
        ("ตามมาตรา ๗ (๑) - (๒)", [("มาตรา ๗ (๑)", "s7.p1.i1"), ("(๒)", "s7.p1.i2")]),
        ("ตามมาตรา ๗ ๑๐ วัน และ ๑๕ วัน", [("มาตรา ๗", "s7")]),
        ("ตามมาตรา ๓ ๒ และ ๑ ส่วน", [("มาตรา ๓", "s3")]),
    ],
)
def test_numbers_listed_without_the_word(text, expected) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ตามมาตรา ๓ อนุมาตรา ๒", [("มาตรา ๓ อนุมาตรา ๒", "s3.p1.i2")]),
        ("ตามอนุมาตรา ๑ ถึง ๒ แห่งมาตรา ๔", [("อนุมาตรา ๑", "s4.p1.i1"), ("๒ แห่งมาตรา ๔", "s4.p1.i2")]),
        ("ตามมาตรา ๑๑ อนุมาตรา ๒", [("มาตรา ๑๑ อนุมาตรา ๒", "s11.p3")]),
        ("ตามมาตรา ๑๑ (๑)", [("มาตรา ๑๑ (๑)", "s11.p2")]),
        ("ตามมาตรา ๓ อนุมาตรา ๙", [("มาตรา ๓ อนุมาตรา ๙", None)]),
    ],
)
def test_items_named_by_word_are_no_sections(text, expected) -> None:
    assert cited(text) == expected


def test_items_under_the_letters_of_a_section() -> None:
    assert cited("มาตรา ๑๐ ยกเว้น ก. คุณสมบัติตาม (๑) และ (๒) และ ข. ลักษณะต้องห้ามตาม (๑)") == [
        ("มาตรา ๑๐", "s10"),
        ("(๑)", "s10.p2.i1"),
        ("(๒)", "s10.p2.i2"),
        ("(๑)", "s10.p3.i1"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ตามหมวด ๑ บททั่วไป และหมวด ๒ ดินและน้ำ", ["ch1", "ch2"]),
        (f"ตามหมวด ๔ การไถ หมวด ๕ การหว่าน และหมวด ๖ การเกี่ยว แห่ง{FIELD}", [FIELD, FIELD, FIELD]),
        (f"ตามหมวด ๑ การไถ และหมวด ๖ การเกี่ยว แห่ง{FIELD}", [FIELD, FIELD]),
        (f"ตามหมวด ๓ การเกี่ยว แห่ง{FIELD}", [FIELD]),
        (f"ตามหมวด ๑ บททั่วไป และหมวด ๖ การเกี่ยว แห่ง{FIELD}", ["ch1", FIELD]),
        ("ตามประมวลกฎหมายไร่ในหมวด ๔ การไถ และหมวด ๖ การเกี่ยว", ["ประมวลกฎหมายไร่", "ประมวลกฎหมายไร่"]),
        ("ตามประมวลกฎหมายไร่บรรพ ๑ และบรรพ ๓", ["ประมวลกฎหมายไร่", "ประมวลกฎหมายไร่"]),
    ],
)
def test_divisions_cited_with_their_titles(text, expected) -> None:
    assert [meant for words, meant in cited(text) if words.startswith(("หมวด", "บรรพ"))] == expected


def test_a_decree_that_puts_a_book_in_force_is_not_the_book() -> None:
    act = read_act(
        f"{HEAD}บรรพ ๑\nดิน\n\nมาตรา ๑  ก\n\nมาตรา ๒  ข\n\nพระราชกฤษฎีกา\nให้ใช้บทบัญญัติ\nบรรพ ๒\nที่ได้ตรวจชำระใหม่\n\n"
        "มีพระบรมราชโองการให้ประกาศจงทราบทั่วกัน\n\nบรรพ ๒\nน้ำ\n\nมาตรา ๓  ตามบรรพ ๒"
    ).act

    divisions = {
        address: place.node.title for address, place in act.places().items() if isinstance(place.node, Division)
    }
    assert divisions == {"bk1": "ดิน", "bk2": "น้ำ"}
    assert {reference.target for reference in find_references(act)} == {"bk2"}
