"""Texts that no legislator wrote: read to the end, every character accounted for, in time that grows with their length."""

import time

import pytest

from law.citing.defined import defined_uses
from law.parse import decode, read_act
from law.references import find_references

HEAD = "พระราชบัญญัติ\nสวน\nพ.ศ. ๒๕๕๐\n\nมาตรา ๑  "
SIZE = 100_000  # characters
# Each takes less than a second; what grows with the square of the length takes minutes.
SECONDS = 30


def many(piece: str) -> str:
    return HEAD + piece * (SIZE // len(piece))


TEXTS = {
    "one line without a space": many("ให้ผู้ปลูกรดน้ำ"),
    "one line of citations": many("ตามมาตรา ๒ วรรคหนึ่ง (๓) และ "),
    "one line of sections": HEAD + " ".join(f"มาตรา {number} ก" for number in range(2, SIZE // 12)),
    "names of laws that do not end": many("พระราชบัญญัติสวน"),
    "rules without a title": many("ระเบียบ"),
    "orders without a number": many("ประกาศของคณะ"),
    "quotations of an amending clause": HEAD + "ให้เพิ่มความต่อไปนี้ " + "“ก” " * (SIZE // 4),
    "quotations that stay open": many("“ก "),
    "digits": many("๑1"),
    "brackets": many("(["),
    "tone marks": many("ก่่"),
    "paragraphs that cite one another": many("ก\n\nตามวรรคหนึ่ง (๑) และวรรคก่อน\n\n"),
    "items that cite one another": many("ก\n\n(๑) ตาม (๒) และ (๓)\n\n"),
    "the same section": many("ก\n\nมาตรา ๑  "),
    "definitions": HEAD + "".join(f"\n\n“คำที่{number}” หมายความว่า คำที่{number - 1}" for number in range(1, SIZE // 40)),
    "headings": many("ก\n\nหมวด ๑\nส่วนที่ ๑\n\n"),
    "blank lines": many("\n\n\n"),
    "rules": many("ก\n-----\n"),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_hostile_texts_are_read_in_good_time(text: str) -> None:
    start = time.process_time()
    reading = read_act(text)
    references = find_references(reading.act)
    defined_uses(reading.act)

    assert reading.ledger.balanced
    assert reading.act.sections()
    assert len(references) < SIZE
    assert time.process_time() - start < SECONDS


def test_an_act_of_five_thousand_sections() -> None:
    text = HEAD + "ก\n\n" + "".join(f"มาตรา {n}  ตามมาตรา {n - 1} (๒)\n\n(๑) ก\n\n(๒) ข\n\n" for n in range(2, 5_001))
    act = read_act(text).act

    assert list(act.sections()) == [f"s{number}" for number in range(1, 5_001)]
    targets = {reference.source: reference.target for reference in find_references(act)}
    assert targets["s5000.p1"] == "s4999.p1.i2"
    assert targets["s2.p1"] is None


@pytest.mark.parametrize(
    ("raw", "sections"),
    [
        ("\ufeffพระราชบัญญัติสวน พ.ศ. ๒๕๕๐\r\n\r\nมาตรา ๑  ก\r\n\r\nมาตรา ๒  ข\r\n".encode(), ["s1", "s2"]),
        ("พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\r\rมาตรา ๑  ก\r\rมาตรา ๒  ข\r".encode(), ["s1", "s2"]),
        ("พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nโดยที่เป็นการสมควรมีกฎหมายว่าด้วยสวน".encode(), []),
        (b"An Act on gardens\n\nSection 1. Gardens are green.\n\nSection 2. So are trees.\n", []),
        ("พระราชบัญญัติสวน พ.ศ. 2๕๕0\n\nมาตรา 1๐  ก\n\nมาตรา ๑1  ข".encode(), ["s10", "s11"]),
        ("มาตรา ๑  ก\n\nมาตรา ๒  ข".encode("cp874"), ["s1", "s2"]),
        ("มาตรา ๑  ก\n\nมาตรา ๒  ข".encode("utf-16"), ["s1", "s2"]),
    ],
)
def test_odd_files_are_read(raw: bytes, sections: list[str]) -> None:
    reading = read_act(decode(raw))

    assert list(reading.act.sections()) == sections
    assert reading.ledger.balanced
