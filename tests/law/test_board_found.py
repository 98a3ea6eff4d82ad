"""Manners of composition that acts nobody here had seen showed; the boards are invented."""

from __future__ import annotations

import pytest

from law.act import Section, read_units
from law.board import as_json, read_boards

BOARD = "ให้มีคณะกรรมการคณะหนึ่งเรียกว่า “คณะกรรมการสวน” ประกอบด้วย อธิบดีกรมสวน เป็นประธานกรรมการ "


def read(words: str) -> dict[str, object]:
    """The one board of a section with these words."""
    boards = read_boards(Section("7", "๗", read_units(words)))
    assert [board.remainder for board in boards] == [()]
    return as_json(boards[0])


def delegates(*bodies: tuple[str, int]) -> list[dict[str, object]]:
    """Representatives as the contract has them."""
    return [{"of": body, "min": number, "max": number} for body, number in bodies]


@pytest.mark.parametrize("opening", ["ผู้แทน", "กรรมการซึ่งเป็นผู้แทน"])
def test_bodies_with_a_number_each_share_one_word(opening: str) -> None:
    found = read(f"{BOARD}{opening}กระทรวงเกษตรและสหกรณ์สามคน กรมป่าไม้หนึ่งคน และกรุงเทพมหานครสองคน เป็นกรรมการ")

    assert found["representatives"] == delegates(("กระทรวงเกษตรและสหกรณ์", 3), ("กรมป่าไม้", 1), ("กรุงเทพมหานคร", 2))
    assert found["total_members"] == {"min": 7, "max": 7}


def test_members_who_come_from_those_who_represent_bodies() -> None:
    item = "(๒) กรรมการซึ่งมาจากผู้แทนสมาคมพืชสวน ผู้แทนชมรมคนสวน และผู้แทนสหกรณ์ดอกไม้ จำนวนแห่งละหนึ่งคน"
    found = read(f"ให้มีคณะกรรมการสวน ประกอบด้วย\n(๑) อธิบดีกรมสวน เป็นประธานกรรมการ\n{item}")

    assert found["representatives"] == delegates(("สมาคมพืชสวน", 1), ("ชมรมคนสวน", 1), ("สหกรณ์ดอกไม้", 1))


def test_a_number_as_large_as_another_group_is_not_known() -> None:
    found = read(f"{BOARD}ผู้แทนฝ่ายผู้ซื้อสองคน และผู้แทนฝ่ายผู้ขายมีจำนวนเท่ากับผู้แทนฝ่ายผู้ซื้อ เป็นกรรมการ")

    assert found["total_members"] == {"min": None, "max": None}


def test_who_must_be_among_the_experts_is_nobody_new() -> None:
    words = "ผู้ทรงคุณวุฒิจำนวนไม่เกินเจ็ดคน โดยต้องมีนักวิชาการด้านพืช ผู้แทนชมรมคนสวนรวมอยู่ด้วย เป็นกรรมการ"
    found = read(BOARD + words)

    assert (found["experts"], found["representatives"]) == ({"min": None, "max": 7}, [])
    assert found["total_members"] == {"min": None, "max": 8}


def test_a_number_told_in_parts_is_not_added_to() -> None:
    words = "กรรมการจำนวนสามคน ซึ่งเลือกจากคนงานหนึ่งคน อาสาสมัครหนึ่งคน และหัวหน้าแปลงตามมาตรา ๙ (๓) หนึ่งคน"
    found = read(f"ให้มีคณะกรรมการสวน ประกอบด้วย\n(๑) อธิบดีกรมสวน เป็นประธานกรรมการ\n(๒) {words}")

    assert found["total_members"] == {"min": 4, "max": 4}


def test_so_many_of_each_kind_and_one_more_is_no_number() -> None:
    words = "กรรมการอื่นซึ่งรัฐมนตรีแต่งตั้งจากผู้แทนสวนประเภทละหนึ่งคน และผู้แทนกลุ่มคนสวนหนึ่งคน เป็นกรรมการ"

    assert read(BOARD + words)["others"] == [{"office": "กรรมการอื่น", "min": None, "max": None}]


def test_the_start_of_a_number_is_no_part_of_an_office() -> None:
    words = "และกรรมการอื่นมีจำนวนไม่เกินสิบคนซึ่งรัฐมนตรีแต่งตั้ง"

    assert read(BOARD + words)["others"] == [{"office": "กรรมการอื่น", "min": None, "max": 10}]


def test_must_and_at_least_are_no_part_of_the_name() -> None:
    found = read("ให้อธิบดีตั้งคณะกรรมการคัดพันธุ์ไม้ โดยอย่างน้อยต้องประกอบด้วยหัวหน้าสวนเป็นประธาน และหัวหน้าแปลงเป็นกรรมการ")

    assert found["board"] == "คณะกรรมการคัดพันธุ์ไม้"


@pytest.mark.parametrize(
    "words",
    [
        "ในระหว่างนั้น ให้สภาสวนประกอบด้วยสมาชิกเท่าที่มีอยู่",
        "ในวาระเริ่มแรก ให้คณะกรรมการสวนประกอบด้วยกรรมการโดยตำแหน่งตามมาตรา ๗ ปฏิบัติหน้าที่ไปพลางก่อน",
        "ให้คณะอนุกรรมการประกอบด้วยอนุกรรมการโดยตำแหน่ง และให้ปฏิบัติหน้าที่ไปพลางก่อน",
    ],
)
def test_who_carries_on_meanwhile_is_no_board(words: str) -> None:
    assert read_boards(Section("60", "๖๐", read_units(words))) == ()
