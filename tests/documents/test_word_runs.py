"""Runs of a Word file cut where a comment, a label or a bound space is: the words stay the same."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from documents.model import Document, Mark, Note, Paragraph, Run
from documents.papers import differences
from documents.word.document import word
from documents.word.runs import bound, cut, section_label, words_span
from documents.word_back.read import read_word
from tests.documents.samples import MATTER, W, compared, old_act, part

RUNS = st.lists(
    st.builds(Run, st.text("กา้ ๑มตร", max_size=8), st.sampled_from(Mark), footnote=st.sampled_from(["", "ที่มา"])),
    max_size=5,
).map(tuple)


@given(RUNS, st.sets(st.integers(-2, 50)))
def test_cut_runs_are_the_same_words_with_the_same_footnotes(runs, places):
    pieces = [*cut(runs, places)]
    assert "".join(run.text for _, run in pieces) == "".join(run.text for run in runs)
    assert [run.footnote for _, run in pieces if run.footnote] == [run.footnote for run in runs if run.footnote]
    ends = [begin + len(run.text) for begin, run in pieces]
    assert [begin for begin, _ in pieces[1:]] == ends[:-1]
    assert not any(begin < place < begin + len(run.text) for place in places for begin, run in pieces)


@given(RUNS)
def test_bound_runs_differ_in_nothing_but_the_kind_of_space(runs):
    assert tuple(Run(one.text.replace("\u00a0", " "), one.mark, footnote=one.footnote) for one in bound(runs)) == runs


@given(RUNS, st.text("กา้ ๑มตร", max_size=3))
def test_words_are_found_in_the_new_text_alone(runs, words):
    new = "".join(run.text for run in runs if run.mark is not Mark.DELETED)
    found = words_span(runs, words)
    assert (found is None) == (not words or words not in new)
    if found is not None:
        kept = "".join(run.text for _, run in cut(runs, found) if run.mark is not Mark.DELETED)
        assert kept == new
        within = (run for begin, run in cut(runs, found) if found[0] <= begin < found[1])
        assert "".join(run.text for run in within if run.mark is not Mark.DELETED) == words


def test_a_label_is_the_last_that_stands_and_not_the_struck_one():
    runs = (Run("มาตรา ๔", Mark.DELETED, strong=True), Run("มาตรา ๕", Mark.INSERTED, strong=True), Run("  ก"))
    paragraph = Paragraph(runs, section="มาตรา ๕")
    assert paragraph.text[slice(*section_label(paragraph))] == "มาตรา ๕"
    drafted = Paragraph((Run("มาตรา ๓", strong=True),), section="ร่างมาตรา ๓")
    assert section_label(drafted) == (0, len("มาตรา ๓"))
    assert section_label(Paragraph((Run("ก", strong=True),))) is None


def test_a_comment_stands_at_its_words_and_comes_back_with_them():
    old, new = Run("สามคน", Mark.DELETED), Run("สี่คน", Mark.INSERTED)
    paragraph = Paragraph(
        (Run("ผู้แทนช่างปั้น"), old, new, Run(" เป็นกรรมการ")),
        notes=(
            Note("ก", date(2026, 1, 1), "ทำไม", "ปั้นสี่"),
            Note("ข", date(2026, 1, 1), "เพราะ", "สี่คน เป็น"),
            Note("ค", date(2026, 1, 1), "ทั้งหมด", "ไม่มีคำนี้"),
        ),
    )
    made = word(Document("ก", (paragraph,), date(2026, 1, 1), tracked=True))
    assert [(one.author, one.quote) for one in read_word(made).comments] == [
        ("ก", "ปั้นสี่"),
        ("ข", "สี่คน เป็น"),
        ("ค", "ผู้แทนช่างปั้นสี่คน เป็นกรรมการ"),
    ]


def test_a_comment_on_a_paragraph_of_changes_leaves_its_words_alone():
    address = next(row.new_address for section in compared().sections for row in section.rows if "น้ำชา" in row.new)
    notes = {address: (Note("ก", date(2026, 1, 1), "ทำไม", "น้ำชา"),)}
    made, plain = (word(differences.changes(old_act(), compared(), MATTER, told)) for told in (notes, {}))
    texts = [["".join(one.itertext()) for one in part(docx).iter(f"{W}p")] for docx in (made, plain)]
    assert texts[0] == texts[1]
    assert [one.quote for one in read_word(made).comments] == ["น้ำชา"]
