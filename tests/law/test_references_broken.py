"""Citations that an edit breaks."""

from law.act import Act, Section, read_units
from law.numerals import plain
from law.references import Break, broken


def act(**sections: str) -> Act:
    """An act whose sections are given by number: ``s6="…"``."""
    body = tuple(
        Section(plain(key[1:].replace("_", "/")), key[1:].replace("_", "/"), read_units(text))
        for key, text in sections.items()
    )
    return Act("พระราชบัญญัติทดสอบ", body)


def found(before: Act, after: Act) -> list[tuple[str, str, str, str]]:
    return [(one.reference.source, one.cited, one.why.value, one.now) for one in broken(before, after)]


BEFORE = act(s1="กรรมการ\n(๑) ก\n(๒) ข\nที่เหลือ", s2="ตามมาตรา ๑ (๒)", s3="ตามมาตรา ๑ วรรคสอง", s4="มาตรา ๒ และมาตรา ๓")


def test_nothing_is_broken_by_nothing() -> None:
    assert broken(BEFORE, BEFORE) == ()


def test_an_item_that_is_gone() -> None:
    after = act(s1="กรรมการ\n(๑) ก\nที่เหลือ", s2="ตามมาตรา ๑ (๒)", s3="ตามมาตรา ๑ วรรคสอง", s4="มาตรา ๒ และมาตรา ๓")
    assert found(BEFORE, after) == [("s2.p1", "s1.p1.i2", "gone", "")]


def test_a_repealed_item_and_a_repealed_section() -> None:
    after = act(s1="กรรมการ\n(๑) ก\n(๒) (ยกเลิก)\nที่เหลือ", s2="(ยกเลิก)", s3="ตามมาตรา ๑ (๒)", s4="มาตรา ๒ และมาตรา ๓")
    before = act(s1="กรรมการ\n(๑) ก\n(๒) ข\nที่เหลือ", s2="ก", s3="ตามมาตรา ๑ (๒)", s4="มาตรา ๒ และมาตรา ๓")
    assert found(before, after) == [("s3.p1", "s1.p1.i2", "repealed", ""), ("s4.p1", "s2", "repealed", "")]


def test_a_citation_inside_a_repealed_section() -> None:
    after = act(s1="(ยกเลิก)", s2="ตามมาตรา ๑ (๒)")
    assert [why for _, _, why, _ in found(BEFORE, after)] == ["repealed"]


def test_a_paragraph_put_in_moves_what_is_cited() -> None:
    after = act(
        s1="กรรมการ\n(๑) ก\n(๒) ข\nใหม่\nที่เหลือ", s2="ตามมาตรา ๑ (๒)", s3="ตามมาตรา ๑ วรรคสอง", s4="มาตรา ๒ และมาตรา ๓"
    )
    assert found(BEFORE, after) == [("s3.p1", "s1.p2", "moved", "s1.p3")]


def test_a_citation_mended_in_the_same_draft_is_not_reported() -> None:
    after = act(s1="กรรมการ\n(๑) ก\n(๒) ข\nใหม่\nที่เหลือ", s2="ก", s3="ตามมาตรา ๑ วรรคสาม", s4="ก")
    assert found(BEFORE, after) == []


def test_a_new_citation_of_a_unit_that_was_taken_out() -> None:
    after = act(s1="กรรมการ\n(๑) ก\nที่เหลือ", s2="ก", s3="ใหม่ ตามมาตรา ๑ (๒)", s4="ก")
    assert found(BEFORE, after) == [("s3.p1", "s1.p1.i2", "gone", "")]


def test_words_changed_in_place_break_nothing() -> None:
    after = act(
        s1="กรรมการใหม่\n(๑) ก\n(๒) ค\nอื่น", s2="ตามมาตรา ๑ (๒)", s3="ตามมาตรา ๑ วรรคสอง", s4="มาตรา ๒ และมาตรา ๓"
    )
    assert found(BEFORE, after) == []


def test_the_inside_of_a_range_counts() -> None:
    before = act(s1="ก", s2="ข", s3="ค", s4="มาตรา ๑ ถึงมาตรา ๓")
    after = act(s1="ก", s2="(ยกเลิก)", s3="ค", s4="มาตรา ๑ ถึงมาตรา ๓")
    assert [(one.cited, one.why) for one in broken(before, after)] == [("s2", Break.REPEALED)]


def test_a_citation_broken_already_is_not_new() -> None:
    before = act(s1="ตามมาตรา ๙")
    assert broken(before, before) == ()
