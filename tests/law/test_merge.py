"""Merging: one side's change is taken, both alike once, both differently a conflict; never half a word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law import words
from law.comparing.merge import Merge, doubled_numbers, merge_texts

BASE = (
    "ให้มีคณะกรรมการโรงทอ ประกอบด้วย\n(๑) ปลัดเมือง เป็นประธานกรรมการ\n(๒) ผู้แทนช่างทอจำนวนสองคน เป็นกรรมการ\n"
    "(๓) ผู้แทนร้านค้าผ้า เป็นกรรมการ\nให้หัวหน้าโรงทอเป็นเลขานุการ"
)


def merged(theirs: tuple[str, str], ours: tuple[str, str]) -> Merge:
    assert BASE.count(theirs[0]) == BASE.count(ours[0]) == 1
    return merge_texts(BASE, BASE.replace(*theirs), BASE.replace(*ours))


def test_words_apart_are_both_taken() -> None:
    found = merged(("สองคน", "สามคน"), ("หัวหน้าโรงทอ", "ปลัดเทศบาล"))
    assert found.text == BASE.replace("สองคน", "สามคน").replace("หัวหน้าโรงทอ", "ปลัดเทศบาล")
    assert found.conflicts == ()
    assert [piece.source for piece in found.pieces if piece.source != "base"] == ["theirs", "ours"]


def test_two_words_of_one_line_are_both_taken() -> None:
    found = merged(("สองคน", "สามคน"), ("ช่างทอ", "ช่างปั่น"))
    assert "(๒) ผู้แทนช่างปั่นจำนวนสามคน เป็นกรรมการ" in found.text
    assert not found.conflicts


def test_the_same_word_is_a_conflict_with_both_readings() -> None:
    found = merged(("สองคน", "สามคน"), ("สองคน", "สี่คน"))
    (conflict,) = found.conflicts
    assert (conflict.base, conflict.theirs, conflict.ours) == ("สอง", "สาม", "สี่")
    assert found.text == BASE.replace("สองคน", "สี่คน")
    assert found.chosen(["theirs"]) == BASE.replace("สองคน", "สามคน")
    assert found.chosen(["base"]) == BASE
    assert found.chosen([]) == found.text


def test_a_conflict_is_shown_with_the_words_around_it() -> None:
    ((before, conflict, behind),) = merged(("สองคน", "สามคน"), ("สองคน", "สี่คน")).conflicts_in_place
    assert (before, conflict.base, behind) == (" ผู้แทนช่างทอจำนวน", "สอง", "คน เป็นกรรมการ")


def test_both_alike_is_taken_once() -> None:
    found = merged(("สองคน", "ห้าคน"), ("สองคน", "ห้าคน"))
    assert (found.text, found.conflicts) == (BASE.replace("สองคน", "ห้าคน"), ())


def test_one_number_that_both_sides_added_apart_is_told() -> None:
    theirs, ours = BASE.replace("\n(๒)", "\n(๑/๑) ช่างปั่น\n(๒)"), BASE.replace("\n(๓)", "\n(๑/๑) ช่างย้อม\n(๓)")
    found = merge_texts(BASE, theirs, ours)
    assert not found.conflicts
    assert doubled_numbers(found.text, theirs, ours) == ("(๑/๑)",)
    assert doubled_numbers(found.text.replace("(๑/๑) ช่างย้อม", "(๒/๑) ช่างย้อม"), theirs, ours) == ()


def test_a_number_of_two_lists_or_twice_in_a_side_is_not_told() -> None:
    lists = f"{BASE}\nให้ทำดังนี้\n(๑) ทอ"
    assert doubled_numbers(lists, BASE, BASE) == ()
    odd = BASE.replace("(๓)", "(๒)")
    assert doubled_numbers(odd, odd, BASE) == ()


def test_an_item_that_went_and_words_added_to_it_is_a_conflict() -> None:
    gone = "\n(๓) ผู้แทนร้านค้าผ้า เป็นกรรมการ"
    found = merged((gone, ""), ("ร้านค้าผ้า เป็นกรรมการ", "ร้านค้าผ้า เป็นกรรมการและเหรัญญิก"))
    assert found.conflicts
    assert found.chosen(["theirs"]) == BASE.replace(gone, "")


def test_items_added_in_one_place_by_both_is_a_conflict() -> None:
    end = "(๓) ผู้แทนร้านค้าผ้า เป็นกรรมการ"
    found = merged((end, f"{end}\n(๔) ผู้แทนเกษตรกร"), (end, f"{end}\n(๔) ผู้แทนผู้บริโภค"))
    (conflict,) = found.conflicts
    assert "เกษตรกร" in conflict.theirs
    assert "ผู้บริโภค" in conflict.ours


def test_items_added_in_two_places_are_both_taken() -> None:
    first, last = "(๑) ปลัดเมือง เป็นประธานกรรมการ", "ให้หัวหน้าโรงทอเป็นเลขานุการ"
    found = merged((first, f"{first}\n(๑/๑) ปลัดตำบล"), (last, f"{last}\nให้กรรมการประชุมทุกเดือน"))
    assert not found.conflicts
    assert "(๑/๑) ปลัดตำบล" in found.text
    assert found.text.endswith("ให้กรรมการประชุมทุกเดือน")


def test_a_repeal_against_a_change_is_a_conflict() -> None:
    found = merge_texts(BASE, BASE.replace("สองคน", "สามคน"), "(ยกเลิก)")
    assert found.conflicts
    assert found.chosen(["ours"] * len(found.conflicts)) == "(ยกเลิก)"


# --- properties --------------------------------------------------------------------------------------

VOCABULARY = ("กรรมการ", "ช่างทอ", "ให้", "สามปี", "นับแต่", " ", "\n(๑) ", "\n(ก) ", "ร้านค้า", "๑๐ บาท", "ผู้แทน", "กี่", "\n")
TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=14).map(lambda parts: "".join(parts).strip())

LINES = st.lists(
    st.sampled_from([word for word in VOCABULARY if not word.isspace() and "\n" not in word]), min_size=3, max_size=8
).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_where_one_side_changed_nothing_the_other_is_the_result(base: str, new: str) -> None:
    for found in (merge_texts(base, new, base), merge_texts(base, base, new), merge_texts(base, new, new)):
        assert (found.text, found.conflicts) == (new, ())


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_nothing_is_lost_and_no_word_is_cut(base: str, theirs: str, ours: str) -> None:
    found = merge_texts(base, theirs, ours)
    assert "".join(piece.base for piece in found.pieces) == base
    assert "".join(piece.theirs for piece in found.pieces) == theirs
    assert "".join(piece.ours for piece in found.pieces) == ours
    for side, name in ((base, "base"), (theirs, "theirs"), (ours, "ours")):
        borders = borders_of(side)
        at = 0
        for piece in found.pieces:
            assert at in borders
            at += len(getattr(piece, name))
    for piece in found.pieces:
        assert (piece.source == "base") == (piece.base == piece.theirs == piece.ours)
        if piece.source == "theirs":
            assert piece.ours == piece.base
        if piece.source == "ours":
            assert piece.theirs == piece.base
        if piece.source == "conflict":
            assert piece.theirs != piece.ours
    assert merge_texts(base, theirs, ours) == found


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_the_sides_can_be_changed_over(base: str, theirs: str, ours: str) -> None:
    one, other = merge_texts(base, theirs, ours), merge_texts(base, ours, theirs)
    assert [piece.base for piece in one.pieces] == [piece.base for piece in other.pieces]
    assert [(piece.theirs, piece.ours) for piece in one.conflicts] == [
        (piece.ours, piece.theirs) for piece in other.conflicts
    ]


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, min_size=4, max_size=7), st.data())
def test_changes_of_different_lines_are_both_taken(lines: list[str], data: st.DataObject) -> None:
    """Each side puts one word in the place of one word, in lines that are not neighbours."""
    lines = [f"{line} ที่{number}" for number, line in enumerate(lines)]
    first = data.draw(st.integers(0, len(lines) - 3))
    second = data.draw(st.integers(first + 2, len(lines) - 1))

    def changed(number: int) -> list[str]:
        return [line.replace(f"ที่{at}", f"ของเมือง{at}") if at == number else line for at, line in enumerate(lines)]

    theirs, ours = changed(first), changed(second)
    both = [ours[at] if at == second else line for at, line in enumerate(theirs)]
    found = merge_texts("\n".join(lines), "\n".join(theirs), "\n".join(ours))
    assert not found.conflicts
    assert found.text == "\n".join(both)


def borders_of(text: str) -> set[int]:
    """Where a word may end: lines and their labels are words apart, as everywhere in the comparison."""
    from law.comparing.rows import split_label

    borders, at = {0}, 0
    for number, line in enumerate(text.split("\n")):
        at += bool(number)
        borders |= {at - 1, at} if number else {at}
        label, body = split_label(line)
        for word in [label, *words.tokens(body)]:
            at += len(word)
            borders.add(at)
    return borders


@pytest.mark.parametrize(("base", "theirs", "ours"), [("", "ก", ""), ("", "", ""), ("ก", "", ""), ("", "ก", "ข")])
def test_empty_texts(base: str, theirs: str, ours: str) -> None:
    found = merge_texts(base, theirs, ours)
    assert "".join(piece.theirs for piece in found.pieces) == theirs
    assert bool(found.conflicts) == (base not in (theirs, ours) and theirs != ours)
