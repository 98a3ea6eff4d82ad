"""Words: together the text, never cut inside a sign, legal terms and counts whole, bounded on hostile input."""

import subprocess
import sys
import time

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from law.words import parts, tokens

THAI = "".join(map(chr, [*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)]))
ODD = "\u200d\u200b\ufe0f\ud800\udfff\x00\r\n\t\xa0\u0301\u0e33👨👩🏽🇹🇭각ᄀ\u0600"
texts = st.text(st.sampled_from(THAI * 4 + ODD + " ()/.,0123456789๐๑๒“”aZ"), max_size=60)


def clusters(text: str) -> set[int]:
    plain = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert len(plain) == len(text)
    return {match.end() for match in regex.finditer(r"\X", plain)}


@settings(max_examples=100, deadline=None)
@given(texts.filter(lambda text: not regex.search("[\ud800-\udbff][\udc00-\udfff]", text)))
def test_tokens_are_the_text_and_cut_no_sign(text: str) -> None:
    words = tokens(text)

    assert "".join(words) == text
    assert all(words)
    ends = {sum(map(len, words[: count + 1])) for count in range(len(words))}
    assert ends <= clusters(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("ตามพระราชบัญญัตินี้", "พระราชบัญญัติ"),
        ("การส่งเสริมวิสาหกิจขนาดกลางและขนาดย่อมของประเทศ", "วิสาหกิจขนาดกลางและขนาดย่อม"),
        ("แต่งตั้งผู้ทรงคุณวุฒิไม่เกินหกคน", "ผู้ทรงคุณวุฒิ"),
        ("ให้คณะอนุกรรมการประเมินผล", "คณะอนุกรรมการ"),
        ("ปลัดกระทรวงการคลัง", "ปลัดกระทรวง"),
        ("รัฐมนตรีว่าการกระทรวงอุตสาหกรรม", "รัฐมนตรีว่าการกระทรวง"),
        ("ประกาศในราชกิจจานุเบกษาแล้ว", "ราชกิจจานุเบกษา"),
        ("ไม่เกินสี่คน", "สี่"),
        ("ปรับไม่เกินสองแสนห้าหมื่นบาท", "สองแสนห้าหมื่น"),
        ("เป็นครั้งที่สอง", "สอง"),
        ("ตั้งแต่สองปีถึงสิบห้าปี", "สิบห้า"),
        ("ตาม (๑/๒) ของมาตรา ๕/๑", "(๑/๒)"),
        ("ตาม (๑/๒) ของมาตรา ๕/๑", "๕/๑"),
        ("เงิน ๑,๒๐๐.๕๐ บาท", "๑,๒๐๐.๕๐"),
        ("ครอบครัว 👨‍👩‍👧 ไทย", "👨‍👩‍👧"),
    ],
)
def test_what_is_one_word(text: str, whole: str) -> None:
    assert whole in tokens(text)


@pytest.mark.parametrize("text", ["ห้ามผู้ใดที่ห้ามไว้", "ผู้ที่สามารถ", "โดยมีพันธบัตร"])
def test_a_number_word_inside_another_word_is_none(text: str) -> None:
    assert not {"ห้า", "สาม", "พัน"} & set(tokens(text))


def test_a_change_disturbs_no_border_beyond_the_next_space() -> None:
    before = "ให้คณะกรรมการตากลม กำหนดหลักเกณฑ์"

    assert tokens("ก" + before)[-3:] == tokens(before)[-3:]


@pytest.mark.parametrize(
    "text",
    [
        "๑" * 100_000,
        "ก" * 100_000,
        "่" * 100_000,
        "กา" * 50_000,
        "ตากลม" * 20_000,
        "1," * 50_000,
        "(๑" * 50_000,
        "หนึ่ง" * 20_000,
        "พระราชบัญญัต" * 8_000,
        "👨\u200d" * 30_000,
        "a\u0301" * 50_000,
        " " * 100_000,
        "\x00" * 100_000,
        "ํ่า" * 30_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_hostile_text_is_bounded(text: str) -> None:
    start = time.process_time()
    words = tokens(text)

    assert time.process_time() - start < 2
    assert "".join(words) == text


def test_the_same_words_in_another_process() -> None:
    text = "ให้นายทะเบียนแจ้งผู้ขอรับใบอนุญาตภายในสามสิบวันตากลมมากกระทำการ"
    code = "import sys; from law.words import tokens; sys.stdout.buffer.write('|'.join(tokens(sys.argv[1])).encode())"
    run = subprocess.run([sys.executable, "-c", code, text], capture_output=True, check=True)

    assert run.stdout.decode() == "|".join(tokens(text))


def test_a_long_term_has_words_at_which_a_line_may_end() -> None:
    assert parts("วิสาหกิจขนาดกลาง") == ["วิสาหกิจ", "ขนาด", "กลาง"]
    assert parts("") == []


@given(texts)
@settings(max_examples=100, deadline=None)
def test_the_parts_of_a_word_are_the_word(text: str) -> None:
    assert all("".join(parts(token)) == token for token in tokens(text))
