"""Digits, labels, their order, and number words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law import numerals


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("๖", "6"),
        ("๖/๑", "6/1"),
        ("๔๑/๑๓๕", "41/135"),
        ("๕ ทวิ", "5bis"),
        ("๕ทวิ", "5bis"),
        ("๓๗ เอกูนวีสติ", "37novodecies"),
        ("๓๗ เอกวีสติ", "37unvicies"),
        ("๑๗๒ ทวิ/๑", "172bis/1"),
        ("๙๐/๔๖ ทวิ", "90/46bis"),
        ("ก", "ก"),
        ("12", "12"),
    ],
)
def test_plain_labels(written, plain) -> None:
    assert numerals.plain(written) == plain
    assert numerals.plain(numerals.written(plain)) == plain


def test_labels_sort_as_acts_have_them() -> None:
    labels = [
        "5",
        "5bis",
        "5ter",
        "5quater",
        "5vicies",
        "5unvicies",
        "6",
        "6/1",
        "6/2",
        "6/10",
        "7",
        "90/46",
        "90/46bis",
        "90/47",
    ]

    assert sorted([*labels[7:], *labels[:7]], key=numerals.order) == labels
    assert sorted(["ค", "ก", "ข", "ก/๑"], key=numerals.order)[0] == "ก"


def test_other_spellings_of_the_ordinals() -> None:
    assert numerals.plain("๕ อัฎฐ") == numerals.plain("๕ อัฏฐ") == "5octies"


@pytest.mark.parametrize("digits", ["๑" * 7, "๑" * 5_000])
def test_a_long_run_of_digits_is_no_number(digits) -> None:
    assert numerals.plain(digits) == numerals.arabic(digits)
    assert numerals.number_from_words("๑" * 5_000) is None


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**9))
def test_number_words_say_their_number(number) -> None:
    assert numerals.number_from_words(numerals.number_words(number)) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "ศูนย์"), (1, "หนึ่ง"), (11, "สิบเอ็ด"), (21, "ยี่สิบเอ็ด"), (101, "หนึ่งร้อยเอ็ด"), (1_000_000, "หนึ่งล้าน"), (30, "สามสิบ")],
)
def test_number_words(number, words) -> None:
    assert numerals.number_words(number) == words


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 999_999), st.sampled_from(["", *numerals._LATIN.values()]), st.sampled_from(["", "/1", "/25"]))
def test_every_plain_label_can_be_written_and_read(number, ordinal, sub) -> None:
    label = f"{number}{ordinal}{sub}"

    assert numerals.plain(numerals.written(label)) == label
