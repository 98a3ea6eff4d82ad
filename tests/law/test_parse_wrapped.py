"""Texts whose lines were broken to fit a page: printed, copied out of a PDF, kept as Markdown."""

from __future__ import annotations

import pytest

from law.parse import read_act

TITLE = "พระราชบัญญัติสวนชุมชน พ.ศ. ๒๕๕๐"
# Two lines that fill a page of some sixty signs, and the short end of the paragraph.
FULL = (
    "ผู้ดูแลสวนต้องรดน้ำต้นไม้ พรวนดิน และเก็บใบไม้แห้งทุกวันในเวลาเช้า\n"
    "และต้องบันทึกการทำงานทั้งหมดนั้นไว้ในสมุดของสวนให้ผู้มาเยี่ยมตรวจดูได้เสมอ\nทุกเดือน"
)


def sections(text: str) -> dict[str, str]:
    """Canonical texts of the sections by address; every character is accounted for."""
    reading = read_act(text)
    assert reading.ledger.balanced
    return {address: section.text for address, section in reading.act.sections().items()}


def wrapped(count: int, gap: str = "\n") -> str:
    """Sections of two paragraphs each, both broken over lines."""
    second = FULL.replace("ผู้ดูแลสวน", "คนงานของสวนชุมชน")
    return f"{TITLE}\n\n" + gap.join(f"มาตรา {number} {FULL}\n{gap[1:]}{second}" for number in range(1, count + 1))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_line_that_leaves_the_page_free_ends_its_paragraph(gap: str) -> None:
    found = sections(wrapped(8, gap))

    assert list(found) == [f"s{number}" for number in range(1, 9)]
    assert {text.count("\n") for text in found.values()} == {1}


def test_where_blank_lines_part_all_paragraphs_no_other_line_begins_one() -> None:
    lines = (
        "คนงานของสวนชุมชนต้องรดน้ำต้นไม้ พรวนดิน และเก็บใบไม้แห้งในเวลาเช้าด้วย\n"
        "เมื่อฝนหยุดตกแล้วและผู้ดูแลสวนเห็นว่าดินในแปลงผักแห้งพอที่จะลงมือได้\n"
        "หรือมีผู้มาช่วย"
    )
    text = f"{TITLE}\n\n" + "".join(f"มาตรา {number} {lines}\n\n{lines}\n\n" for number in range(1, 9))

    assert set(sections(text).values()) == {"\n".join([" ".join(lines.split("\n"))] * 2)}


def test_the_name_of_the_gazette_at_the_end_of_a_sentence_is_no_running_head() -> None:
    text = wrapped(6).replace("ทุกเดือน", "ทั้งนี้ ให้รัฐมนตรีผู้รักษาการตามพระราชบัญญัตินี้กำหนดโดยประกาศใน\nราชกิจจานุเบกษา")

    assert all(text.endswith("โดยประกาศใน ราชกิจจานุเบกษา") for text in sections(text).values())


def test_a_section_cited_alone_on_a_line_is_no_heading() -> None:
    text = wrapped(6).replace("ทุกเดือน", "ทั้งนี้ เว้นแต่ในวันหยุดราชการหรือในวันที่ปิดสวนเพื่อตัดแต่งกิ่งไม้ตาม\nมาตรา ๓")

    assert list(sections(text)) == [f"s{number}" for number in range(1, 7)]


def test_a_section_that_stood_before_is_cited_where_the_line_before_is_full() -> None:
    cited = "ผู้ใดตัดกิ่งไม้หรือเก็บดอกไม้ไปจากสวนโดยผู้ดูแลมิได้ยอม อันเป็นการฝ่าฝืน\nมาตรา ๔ (๒) ต้องปลูกต้นไม้แทน"
    found = sections(f"{wrapped(6)}\nมาตรา ๗ {cited}\n")

    assert list(found) == [f"s{number}" for number in range(1, 8)]
    assert found["s7"].endswith("ฝ่าฝืน มาตรา ๔ (๒) ต้องปลูกต้นไม้แทน")


def test_the_next_item_of_a_list_begins_behind_an_and() -> None:
    items = "(๑) จอบ ซึ่งผู้ดูแลเก็บไว้ในโรงเรือนของสวนและให้ผู้มาช่วยงานยืมไปได้ และ\n(๒) บัวรดน้ำ"
    found = sections(f"{wrapped(6)}\nมาตรา ๗ เครื่องมือของสวน ได้แก่\n{items}\n")

    assert found["s7"].split("\n")[1:] == items.split("\n")


def test_blank_lines_about_a_page_number_make_no_heading() -> None:
    text = wrapped(8).replace("มาตรา ๕", "มาตรา 5")
    turned = text.replace("ทุกเดือน\nมาตรา ๓", "\n\nหน้า ๒\n\nทุกเดือน\nมาตรา ๓")
    act = read_act(turned).act

    assert [place.address for place in act.places().values() if "h" in place.address] == []
    assert act.sections()["s2"].text.endswith("ทุกเดือน")


def test_bold_words_of_markdown_are_words_of_the_act() -> None:
    text = f"# {TITLE}\n\n**มาตรา ๑** ให้มีสวน\n\n__มาตรา ๒__ ให้มี**คนสวน**\n\nชื่อ ______ **\n"

    assert sections(text) == {"s1": "ให้มีสวน", "s2": "ให้มีคนสวน\nชื่อ ______ **"}


def test_sections_that_run_on_are_set_apart_though_some_begin_a_page() -> None:
    words = "รดน้ำต้นไม้ในสวนของชุมชนให้ทั่วถึงตามมาตรา 2 และมาตรา 9 ก่อน " * 4
    first, second = range(1, 6), (6, 7, 9, 10)  # the copy lost one number
    pages = [" ".join(f"มาตรา {number} ให้ {words}" for number in page) for page in (first, second)]

    found = sections(f"{TITLE}\n\n{pages[0]}\n\n{pages[1]}\n\nมาตรา 11 ให้ {words}\n")

    assert list(found) == [f"s{number}" for number in (1, 2, 3, 4, 5, 6, 7, 9, 10, 11)]
    assert set(found.values()) == {f"ให้ {words}".strip()} | {found["s7"]}
