"""A bill damaged in one place that matters gives another act, or none: never the same one."""

import re

import pytest

from law.instruct import CannotApply, apply_bill
from tests.law.garden_act import TITLE, bill, garden, insert, repeal, replace

CLAUSES = (
    replace("มาตรา ๗", "มาตรา ๗  ผู้ดูแลต้องพรวนดิน\n\nให้พรวนดินทุก ๓ เดือน"),
    insert(" (๔) ของมาตรา ๔", "(๔) คนสวน เป็นกรรมการ"),
    repeal("วรรคสองของมาตรา ๕"),
    insert("มาตรา ๙/๒", "มาตรา ๙/๒  ร้านค้าต้องสะอาด"),
    f"ให้เพิ่มบทนิยามคำว่า “ร้าน” ระหว่างบทนิยามคำว่า “แปลง” และ “ผู้ดูแล” ในมาตรา ๓ แห่ง{TITLE}\n\n““ร้าน” หมายความว่า ที่ขายกล้าไม้”",
    f"ให้แก้ไขคำว่า “ปรับ” ใน{TITLE} เป็น “จ่าย” ทุกแห่ง",
    replace(" (๒) ของวรรคสองของมาตรา ๖", "(๒) ครบสิบวัน"),
)
TEXT = bill(*CLAUSES)
# Letters and digits of quotations, of the names of laws, and of what is cited.
MATTERS = re.compile(
    r"(?<=“)[^“”]+(?=”)|พระราชบัญญัติเรือนเพาะชำ พ\.ศ\. ๒๕๔๐|(?<=วรรค)สอง|(?<=[^\n]มาตรา )[๐-๙/]+|(?<=\()[๐-๙]+(?=\))"
)


def places():
    """Every character that matters, from the first amending section on."""
    start = TEXT.index("มาตรา ๓")
    for match in MATTERS.finditer(TEXT, start):
        yield from (at for at in range(match.start(), match.end()) if not TEXT[at].isspace())


def damaged():
    """The bill with one character changed, put in or left out."""
    for at in places():
        letter = TEXT[at]
        others = [digit for digit in "๑๒๓๙" if digit != letter] if letter in "๐๑๒๓๔๕๖๗๘๙" else ["ฬ"]
        for other in ["", *others]:
            yield TEXT[:at] + other + TEXT[at + 1 :], TEXT[max(0, at - 12) : at + 8]


def outcome(act, text):
    """The amended act, or the sentences of the refusal."""
    try:
        return apply_bill(act, text)
    except CannotApply as refusal:
        return refusal.problems


def test_the_undamaged_bill_is_applied():
    assert apply_bill(garden(), TEXT).get("s7").text == "ผู้ดูแลต้องพรวนดิน\nให้พรวนดินทุก ๓ เดือน"


def test_no_damage_that_matters_goes_unseen():
    act = garden()
    wanted = apply_bill(act, TEXT)
    cases = 0
    for text, where in damaged():
        cases += 1
        assert outcome(act, text) != wanted, where
    assert cases > 500


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("ให้ยกเลิกวรรคสอง", "ให้ยกเลิกวรรคหนึ่ง"),
        ("ให้ยกเลิกวรรคสอง", "ให้เพิ่มวรรคสอง"),
        ("ให้เพิ่มความต่อไปนี้เป็นมาตรา ๙/๒", "ให้ยกเลิกมาตรา ๙/๒"),
        ("และให้ใช้ความต่อไปนี้แทน", ""),
        ("“แปลง” และ “ผู้ดูแล”", "“ผู้ดูแล” และ “แปลง”"),
        ("ระหว่างบทนิยามคำว่า “แปลง” และ “ผู้ดูแล”", ""),
        ("“ปรับ”", "“จำ”"),
        ("ทุก ๓ เดือน", "ทุกเดือน"),
        ("\n\nให้พรวนดินทุก ๓ เดือน", " ให้พรวนดินทุก ๓ เดือน"),
        ("ของวรรคสองของมาตรา ๖", "ของมาตรา ๖"),
    ],
)
def test_no_changed_word_goes_unseen(words, others):
    assert words in TEXT
    assert outcome(garden(), TEXT.replace(words, others, 1)) != apply_bill(garden(), TEXT)
