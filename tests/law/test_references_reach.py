"""Citations whose section or law is named at some distance: before an exception, behind the last of a list."""

from __future__ import annotations

import pytest

from law.parse import read_act
from law.references import broken, find_references

ACT = (
    "พระราชบัญญัติสวนชุมชน พ.ศ. ๒๕๕๐\n\n"
    "มาตรา ๑  คนสวนต้อง\n\n(๑) ขยัน\n\n(๒) ซื่อสัตย์\n\n(๓) รักต้นไม้\n\n"
    "มาตรา ๒  {}\n\n(๑) ดิน\n\nมาตรา ๓  {}\n"
)


def found(words: str, last: str = "ให้รดน้ำ") -> list[tuple[str, str | None, str | None]]:
    """What section 2 cites: words, address, other law."""
    references = find_references(read_act(ACT.format(words, last)).act)
    return [(one.text, one.target, one.foreign) for one in references if one.source.startswith("s2")]


@pytest.mark.parametrize("word", ["ยกเว้น", "นอกจาก", "เว้นแต่ความใน", "เฉพาะ"])
def test_an_item_behind_an_exception_is_of_the_section_before(word: str) -> None:
    assert found(f"ผู้ช่วยต้องเป็นไปตามมาตรา ๑ {word} (๑) และ (๓)") == [
        ("มาตรา ๑", "s1", None),
        ("(๑)", "s1.p1.i1", None),
        ("(๓)", "s1.p1.i3", None),
    ]


def test_an_item_that_the_section_does_not_have_is_of_the_section_before() -> None:
    words = "ให้ผู้ดูแลทำตามมาตรา ๑ (๑) และแจ้งผู้ที่ทำตาม (๓) ด้วย"

    assert found(words)[-1] == ("(๓)", "s1.p1.i3", None)


def test_sections_that_the_act_does_not_have_are_of_the_law_named_behind() -> None:
    words = "คำขอตามมาตรา ๕๖ หรือคำแถลงตามมาตรา ๕๗ แห่งประมวลกฎหมายอาญา"

    assert found(words) == [("มาตรา ๕๖", None, "ประมวลกฎหมายอาญา"), ("มาตรา ๕๗", None, "ประมวลกฎหมายอาญา")]


def test_a_code_named_without_a_space_before_its_section() -> None:
    words = "ความผิดตามประมวลกฎหมายอาญามาตรา ๒๗๑ ถึงมาตรา ๒๗๕"

    assert found(words) == [("มาตรา ๒๗๑", None, "ประมวลกฎหมายอาญา"), ("มาตรา ๒๗๕", None, "ประมวลกฎหมายอาญา")]


def test_a_section_that_goes_is_still_told_though_a_law_is_named_behind() -> None:
    words = "คำขอตามมาตรา ๓ หรือคำแถลงตามมาตรา ๕๗ แห่งประมวลกฎหมายอาญา"
    before = read_act(ACT.format(words, "ให้รดน้ำ")).act
    after = read_act(ACT.format(words, "").replace("มาตรา ๓  \n", "")).act

    assert [(one.cited, one.why) for one in broken(before, after)] == [("s3", "gone")]


def test_a_line_of_many_citations_is_read_in_bounded_time() -> None:
    words = "ตามมาตรา ๕ วรรคสอง (๑) และ " * 4_000

    assert len(found(words)) == 4_000
