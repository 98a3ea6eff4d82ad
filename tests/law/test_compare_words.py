"""Hunks of one unit: exact in both directions, at word borders, readable, bounded."""

import time
from itertools import accumulate, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from law.compare import Hunk, compare_texts
from law.words import tokens

WORDS = "คณะกรรมการ มีอำนาจ และ หน้าที่ กำหนด ระเบียบ (๑) ๕/๑ ก ำ ่ สี่ คน \u200b 😀 \n “คำ” พระราชบัญญัติ"
VOCABULARY = WORDS.split(" ")
texts = st.lists(st.sampled_from([*VOCABULARY, " "]), max_size=25).map("".join)


def sides(hunks: tuple[Hunk, ...]) -> tuple[str, str]:
    old = "".join(hunk.text for hunk in hunks if hunk.kind != "insert")
    new = "".join(hunk.text for hunk in hunks if hunk.kind != "delete")
    return old, new


def plain(old: str, new: str) -> list[tuple[str, str]]:
    return [(hunk.kind, hunk.text) for hunk in compare_texts(old, new)]


@settings(max_examples=100, deadline=None)
@given(texts, texts)
def test_rejecting_all_hunks_gives_the_old_text_and_accepting_all_the_new(old: str, new: str) -> None:
    hunks = compare_texts(old, new)

    assert sides(hunks) == (old, new)
    assert compare_texts(old, new) == hunks
    assert all(hunk.text for hunk in hunks)


@settings(max_examples=100, deadline=None)
@given(texts, texts)
def test_hunks_begin_and_end_between_words(old: str, new: str) -> None:
    hunks = compare_texts(old, new)
    for side, skipped in ((old, "insert"), (new, "delete")):
        borders = set(accumulate(map(len, tokens(side)), initial=0))
        assert set(accumulate((len(h.text) for h in hunks if h.kind != skipped), initial=0)) <= borders


@settings(max_examples=100, deadline=None)
@given(texts, texts)
def test_neighbours_differ_in_kind_and_what_is_deleted_comes_first(old: str, new: str) -> None:
    for first, second in pairwise(compare_texts(old, new)):
        assert first.kind != second.kind
        assert (first.kind, second.kind) != ("insert", "delete")


def test_a_changed_number_word_marks_the_number_word() -> None:
    assert plain("ผู้ทรงคุณวุฒิไม่เกินสี่คน", "ผู้ทรงคุณวุฒิไม่เกินหกคน") == [
        ("equal", "ผู้ทรงคุณวุฒิไม่เกิน"),
        ("delete", "สี่"),
        ("insert", "หก"),
        ("equal", "คน"),
    ]


def test_a_compound_number_is_marked_whole() -> None:
    assert ("delete", "สองหมื่นห้าพัน") in plain("ปรับไม่เกินสองหมื่นห้าพันบาท", "ปรับไม่เกินสองหมื่นหกพันบาท")


def test_an_insertion_stands_where_a_reader_would_put_it() -> None:
    old, new = "(๒) ปลัดกระทรวงการคลัง เป็นกรรมการ", "(๒) ปลัดกระทรวงเกษตรและสหกรณ์ ปลัดกระทรวงการคลัง เป็นกรรมการ"

    assert plain(old, new) == [
        ("equal", "(๒) "),
        ("insert", "ปลัดกระทรวงเกษตรและสหกรณ์ "),
        ("equal", "ปลัดกระทรวงการคลัง เป็นกรรมการ"),
    ]


def test_white_space_alone_is_no_equality_between_changes() -> None:
    hunks = plain("ผู้แทน เกษตรกร ทั่วประเทศ ให้มีสิทธิรับเงินอุดหนุน", "สมาชิก ชาวสวน ทั่วประเทศ ให้มีสิทธิรับเงินอุดหนุน")

    assert hunks[:2] == [("delete", "ผู้แทน เกษตรกร"), ("insert", "สมาชิก ชาวสวน")]


def test_a_text_rewritten_beyond_recognition_is_replaced_whole() -> None:
    old = "ให้คณะกรรมการรายงานผลการดำเนินงานต่อรัฐมนตรีอย่างน้อยปีละครั้ง"
    new = "ผู้ใดขัดขวางการปฏิบัติงานของพนักงานเจ้าหน้าที่ ต้องระวางโทษจำคุกไม่เกินหนึ่งเดือน และให้ริบเครื่องมือ"

    assert plain(old, new) == [("delete", old), ("insert", new)]


def test_work_is_bounded_and_the_result_exact_for_a_huge_paragraph() -> None:
    old, new = "ก ข " * 15_000, "ข ค " * 15_000
    start = time.process_time()
    hunks = compare_texts(old, new)

    assert time.process_time() - start < 3
    assert sides(hunks) == (old, new)
    assert plain(old, new) == [("delete", old), ("insert", new)]


def test_more_different_words_than_code_points_are_still_exact() -> None:
    old = " ".join(str(number) for number in range(140_000))
    new = old.replace("777", "888")

    assert sides(compare_texts(old, new)) == (old, new)


def test_a_long_addition_to_a_short_text_strikes_nothing_out() -> None:
    added = " และให้คณะกรรมการรายงานผลการดำเนินงานต่อรัฐมนตรีอย่างน้อยปีละครั้ง ตามระเบียบที่กระทรวงการคลังกำหนด"

    assert plain("ให้มีสวน", "ให้มีสวน" + added) == [("equal", "ให้มีสวน"), ("insert", added)]
