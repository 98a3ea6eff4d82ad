"""Lines as a person corrects them: what was read stays what it was, and every correction does what it says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.act import Act, Division, act_text
from law.editing.settled import Mark, corrections, join, misfit, put, read_settled, settle, settled_as
from law.parse import decode, read_act
from tests.law import shared_acts
from tests.law.acts_invented import acts

TEXT = """พระราชบัญญัติ
ร่องสวน
พ.ศ. ๒๕๕๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติร่องสวน พ.ศ. ๒๕๕๐”

หมวด ๑
การขุด

มาตรา ๒  ให้ขุดร่องตามที่กำหนดใน

มาตรา ๑ และให้กว้างหนึ่งวา

(๑) ลึกสองศอก

มาตรา ๓  ให้มี (๑) สะพาน (๒) ทางน้ำ

มาตรา ๔  ห้ามถม
"""


def lines_of(text: str) -> list[tuple[str, str]]:
    return [(line.kind, line.text) for line in read_settled(text).lines]


def number_of(text: str, words: str) -> int:
    return next(line.number for line in read_settled(text).lines if line.text.startswith(words))


def act_of(text: str) -> Act:
    reading = read_act(text)
    assert reading.ledger.balanced
    return reading.act


@given(acts())
@settings(max_examples=40, deadline=None)
def test_the_settled_text_reads_as_the_same_act(act) -> None:
    text = act_text(act)
    settled = settle(text)
    assert act_of(settled) == act_of(text)
    assert settle(settled) == settled
    assert corrections(settled, settled) == ()


@pytest.mark.skipif(not shared_acts.names(), reason=shared_acts.REASON)
@pytest.mark.parametrize("name", shared_acts.names(at_most=60_000))
def test_real_acts_settled_read_as_they_were_read(name: str) -> None:
    text = decode((shared_acts.FOLDER / name).read_bytes())
    reading, again = read_act(text), read_settled(settle(text))
    assert again.reading.act == reading.act
    assert again.reading.oddities == reading.oddities
    assert again.reading.ledger.balanced
    sections = [line.address for line in again.lines if line.kind == "section"]
    assert sections == list(reading.act.sections())


@given(acts(), st.data())
@settings(max_examples=40, deadline=None)
def test_joining_and_splitting_lose_no_character(act, data) -> None:
    settled = settle(act_text(act))
    count = len(read_settled(settled).lines)
    number = data.draw(st.integers(0, count - 1))
    words = read_settled(settled).lines[number].text
    cut = data.draw(st.integers(0, len(words)))
    for corrected in (join(settled, number), put(settled, number, f"{words[:cut]}\n{words[cut:]}", None)):
        reading = read_settled(corrected).reading
        assert reading.ledger.balanced
        assert "".join("".join(line.text for line in read_settled(corrected).lines).split()) == "".join(
            "".join(line.text for line in read_settled(settled).lines).split()
        )


def test_every_line_says_what_it_was_read_as() -> None:
    kinds = [kind for kind, _ in lines_of(settle(TEXT))]
    assert kinds[:6] == ["title", "title", "title", "section", "heading", "heading"]
    assert lines_of(settle(TEXT))[-1] == ("section", "มาตรา ๔ ห้ามถม")


def test_a_line_joined_to_the_one_above() -> None:
    settled = settle(TEXT)
    joined = join(settled, number_of(settled, "มาตรา ๑ และ"))
    assert act_of(joined).sections()["s2"].text.splitlines()[0] == "ให้ขุดร่องตามที่กำหนดใน มาตรา ๑ และให้กว้างหนึ่งวา"
    assert join(settled, 0) == settled == join(settled, 10_000)


def test_a_line_split_in_its_midst() -> None:
    settled = settle(TEXT)
    split = put(settled, number_of(settled, "มาตรา ๓"), "มาตรา ๓ ให้มี\n(๑) สะพาน\n(๒) ทางน้ำ", None)
    assert act_of(split).sections()["s3"].text == "ให้มี\n(๑) สะพาน\n(๒) ทางน้ำ"


def test_a_line_left_out() -> None:
    settled = settle(TEXT)
    assert "s4" not in act_of(put(settled, number_of(settled, "มาตรา ๔"), " ", None)).sections()


MARKED = settle(TEXT)


def marked(words: str, mark: Mark) -> Act:
    number = number_of(MARKED, words)
    return act_of(put(MARKED, number, read_settled(MARKED).lines[number].text, mark))


def test_a_line_marked_as_a_section_is_one_where_it_would_be_a_citation() -> None:
    assert "s1~2" not in act_of(MARKED).sections()
    assert marked("มาตรา ๑ และ", Mark.SECTION).sections()["s1~2"].text.startswith("และให้กว้าง")


def test_a_line_marked_as_text_opens_no_section() -> None:
    act = marked("มาตรา ๔", Mark.TEXT)
    assert "s4" not in act.sections()
    assert act.sections()["s3"].text.endswith("\nมาตรา ๔ ห้ามถม")


def test_a_line_marked_as_a_heading_stands_over_what_follows() -> None:
    settled = put(MARKED, number_of(MARKED, "มาตรา ๔"), "เรื่องการถม\nมาตรา ๔ ห้ามถม", Mark.HEADING)
    heading = act_of(settled).get("ch1.h3")
    assert isinstance(heading, Division)
    assert (heading.word, [child.heading for child in heading.children]) == ("เรื่องการถม", ["มาตรา ๔"])
    chapter = put(MARKED, number_of(MARKED, "มาตรา ๔"), "หมวด ๒ การถม\nมาตรา ๔ ห้ามถม", Mark.HEADING)
    assert act_of(chapter).get("ch2").title == "การถม"


@pytest.mark.parametrize(
    ("kind", "words", "wrong"),
    [
        ("section", "มาตรา ๕  ก", False),
        ("section", "หมวด ๕", True),
        ("heading", "เรื่องการถม", False),
        ("item", "(๑) ก", False),
        ("item", "ก", True),
        ("definition", "“ร่อง” หมายความว่า ทางน้ำ", False),
        ("definition", "ร่อง หมายความว่า ทางน้ำ", True),
        ("paragraph", "\n มาตรา ๕ นั้น", False),
        ("paragraph", "(๑) ก", True),
        ("", "(๑) ก", False),
        ("drop", "", False),
    ],
)
def test_what_a_line_can_not_be_is_known_by_how_it_begins(kind: str, words: str, wrong: bool) -> None:
    assert misfit(kind, words) is wrong


def test_a_text_typed_line_by_line_is_read_line_by_line() -> None:
    typed = settled_as("พระราชบัญญัติร่อง พ.ศ. ๒๕๕๐\r\n\r\nมาตรา ๑  ให้ขุดตาม\r\nมาตรา ๒ ให้ถม\r\n⟦มาตรา⟧มาตรา ๓ ของ")
    assert list(act_of(typed).sections()) == ["s1", "s2", "s3"]
    assert settled_as(typed) == typed


def test_a_line_aside_is_reported_as_left_over() -> None:
    settled = put(MARKED, number_of(MARKED, "มาตรา ๔"), "หน้าแรก › กฎหมาย", Mark.ASIDE)
    reading = read_act(settled)
    assert reading.ledger.unplaced == ("หน้าแรก › กฎหมาย",)
    assert reading.ledger.balanced
    assert lines_of(settled)[-1] == ("unplaced", "หน้าแรก › กฎหมาย")


def test_marks_are_kept_by_later_corrections() -> None:
    act = put(MARKED, number_of(MARKED, "มาตรา ๔"), "มาตรา ๔ ห้ามถม", Mark.TEXT)
    assert act_of(join(act, number_of(act, "(๑)"))).sections().keys() == {"s1", "s2", "s3"}


def test_what_was_corrected_is_said_line_by_line() -> None:
    number = number_of(MARKED, "มาตรา ๑ และ")
    found = corrections(MARKED, put(join(MARKED, number), number_of(MARKED, "มาตรา ๔") - 1, "มาตรา ๔ ห้ามถมร่อง", None))
    assert [one.number for one in found] == [number - 1, number_of(MARKED, "มาตรา ๔") - 1]
    texts = [[hunk for hunk in one.hunks if hunk.kind != "equal"] for one in found]
    assert [(hunk.kind, hunk.text.strip()) for hunk in texts[0]] == [("delete", "⏎")]
    assert [(hunk.kind, hunk.text) for hunk in texts[1]] == [("insert", "ร่อง")]


def test_an_oddity_leads_to_its_line() -> None:
    settled = settle(TEXT.replace("ห้ามถม", "ห้าม “ถม") + "\nมาตรา ๙  ข้าม\n")
    read = read_settled(settled)
    places = {oddity.code: read.lines[read.line_of(oddity)].text for oddity in read.reading.oddities}
    assert places["unbalanced_quotes"] == "มาตรา ๔ ห้าม “ถม"
    assert places["gap"] == "มาตรา ๙ ข้าม"


@pytest.mark.parametrize(
    "text", ["⟦หนึ่งบรรทัดหนึ่งหน่วย⟧", "⟦หนึ่งบรรทัดหนึ่งหน่วย⟧\n⟦มาตรา⟧\n⟦มาตรา⟧ไม่ใช่มาตรา", "⟦มาตรา⟧มาตรา ๑ ก"]
)
def test_marks_without_sense_are_read_all_the_same(text: str) -> None:
    reading = read_act(text)
    assert reading.ledger.balanced
    assert read_settled(settle(text)).reading.ledger.balanced
