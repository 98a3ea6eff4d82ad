"""Headings that begin like an item of the section before them, and items that do not become headings."""

import pytest

from law.act import Division, act_text
from law.parse import read_act

HEAD = "พระราชบัญญัติ\nสวน\nพ.ศ. ๒๕๕๐\n\nหมวด ๑\nทั่วไป\n\nมาตรา ๑  ก\n\nข\n\n"


def headings(text: str) -> list[str]:
    act = read_act(HEAD + text).act
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
