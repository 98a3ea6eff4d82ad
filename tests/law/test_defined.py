"""Defined words are found where they are certain, and left alone where they may be part of something else."""

from __future__ import annotations

from itertools import pairwise

import pytest

from law.act import Act
from law.defined import defined_uses
from law.parse import read_act
from tests.law.shared_acts import names, shared_act

TEXT = """พระราชบัญญัติเรือไม้ พ.ศ. ๒๕๔๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติเรือไม้ พ.ศ. ๒๕๔๐”

มาตรา ๒  ในพระราชบัญญัตินี้
“เรือไม้” หมายความว่า เรือซึ่งต่อด้วยไม้ และให้หมายความรวมถึงแพตามที่คณะกรรมการกำหนด
“คณะกรรมการ” หมายความว่า คณะกรรมการเรือไม้
“รัฐมนตรี” หมายความว่า รัฐมนตรีผู้รักษาการตามพระราชบัญญัตินี้

หมวด ๑
การต่อเรือ

มาตรา ๓  {words}

มาตรา ๔  ในหมวดนี้
“เรือไม้” หมายความว่า เรือไม้ที่ยาวเกินหกเมตร

มาตรา ๕  ผู้ใดจะต่อเรือไม้ ต้องแจ้งคณะกรรมการ และคณะกรรมการต้องตอบ

หมวด ๒
การใช้เรือ

มาตรา ๖  ผู้ใดใช้เรือไม้ ต้องระวัง
"""


def act_with(words: str) -> Act:
    return read_act(TEXT.format(words=words)).act


def words_at(act: Act, section: str) -> list[tuple[str, str]]:
    places = act.places()
    return [
        (places[address].node.text[use.start : use.end], use.definition)
        for address, uses in defined_uses(act).items()
        if address.startswith(f"{section}.")
        for use in uses
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ให้คณะกรรมการมีอำนาจ", ["คณะกรรมการ"]),
        ("ให้รัฐมนตรี โดยคำแนะนำของคณะกรรมการ ออกกฎกระทรวง", ["รัฐมนตรี", "คณะกรรมการ"]),
        ("คณะกรรมการคัดเลือก", []),
        ("รัฐมนตรีว่าการกระทรวงคมนาคม", []),
        ("คณะรัฐมนตรี", []),
        ("คำว่า “คณะกรรมการ” ให้ใช้ต่อไป", []),
        ("ประธานคณะกรรมการ", ["คณะกรรมการ"]),
    ],
)
def test_only_certain_uses_count(words: str, found: list[str]) -> None:
    assert [term for term, _ in words_at(act_with(words), "s3")] == found


def test_each_term_once_in_a_section() -> None:
    assert words_at(act_with("ก"), "s5").count(("คณะกรรมการ", "s2.def:คณะกรรมการ")) == 1


def test_a_chapter_has_its_own_meaning() -> None:
    act = act_with("ก")
    assert ("เรือไม้", "s4.def:เรือไม้") in words_at(act, "s5")
    assert ("เรือไม้", "s2.def:เรือไม้") in words_at(act, "s6")


def test_a_definition_does_not_explain_itself() -> None:
    assert words_at(act_with("ก"), "s2") == [("คณะกรรมการ", "s2.def:คณะกรรมการ")]


@pytest.mark.parametrize("name", names())
def test_uses_in_real_acts_are_the_words_of_their_definition(name: str) -> None:
    act = shared_act(name)
    places = act.places()
    for address, uses in defined_uses(act).items():
        for use in uses:
            assert places[address].node.text[use.start : use.end] == places[use.definition].node.label
            assert use.definition != address
        assert all(one.end <= following.start for one, following in pairwise(uses))
