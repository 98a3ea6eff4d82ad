"""Reading never fails, never loses a character, and reads what was printed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from law.act import Act, act_text
from law.parse import read_act
from law.reading.normalise import visible
from tests.law.acts_invented import acts

PIECES = st.sampled_from(
    [
        "มาตรา ๑", "มาตรา ๒ ", "มาตรา", "มาตรา ๕ ทวิ", "ข้อ ๑ ", "หมวด ๑", "ภาค ๒", "ส่วนที่ ๑", "บทเฉพาะกาล", "(๑) ", "(ก) ", "๑) ",
        "“ก” หมายความว่า ", "“", "”", '"', "[๑]", "[๑] ", "[*ก]", "(ยกเลิก)", "พระราชบัญญัติก พ.ศ. ๒๕๕๐", "พระราชบัญญัติ", "ประมวลกฎหมายก",
        "ผู้รับสนองพระราชโองการ", "หมายเหตุ :- ", "บัญชีอัตราก", "สารบาญ", "ตาม", "และ", "ก ข", "----", "\n", "\n\n", "\r\n", "\xa0", "\u200b",
        "ํา", "\x93", "\x85", "---\n", "# ", "*", "ถึง มาตรา ๙ (ยกเลิก)", "หน้า ๑", "ํ", "่", "\u2028", "\x1c", "\x0b",
    ]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(acts())
def test_an_act_printed_and_read_is_the_same_act(act: Act) -> None:
    reading = read_act(act_text(act))

    assert reading.act == act
    assert reading.ledger.balanced
    assert reading.ledger.unplaced == ()


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_made_of_the_parts_of_acts_is_read_whole(text: str) -> None:
    reading = read_act(text)

    assert reading.ledger.balanced, reading.ledger
    assert reading.ledger.chars_in == visible(text)
    assert len(reading.act.places()) == len(set(reading.act.places()))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_is_read_whole(text: str) -> None:
    reading = read_act(text)

    assert reading.ledger.balanced
    assert reading.ledger.chars_in == sum(not char.isspace() for char in text)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_what_was_read_and_printed_is_read_the_same_from_then_on(text: str) -> None:
    once = read_act(act_text(read_act(text).act))
    twice = read_act(act_text(once.act))

    assert twice.act == once.act
