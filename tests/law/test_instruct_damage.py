"""Bills as people paste them: marks of quotation missing or repeated, page headers, lost tone marks, odd numbering."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.instruct import Action, CannotApply, apply_bill, read_bill
from law.instructions.bill import split_bill
from law.instructions.refusals import Why, refusal
from law.parse import read_act
from tests.law.garden_act import TEXT, TITLE, bill, garden, insert, repeal, replace

CLAUSE = f"ให้ยกเลิกความในมาตรา ๗ แห่ง{TITLE} และให้ใช้ความต่อไปนี้แทน"
BEFORE = f"มาตรา ๓  ให้ยกเลิกมาตรา ๖ แห่ง{TITLE}\n\nมาตรา ๔  "
AFTER = f"\n\nมาตรา ๕  ให้ยกเลิกมาตรา ๙ แห่ง{TITLE}\n\nมาตรา ๖  ให้รัฐมนตรีรักษาการตามพระราชบัญญัตินี้\n"
PAGE = "\n\nหน้า ๑๔\nเล่ม ๑๓๙ ตอนที่ ๖๙ ก\nราชกิจจานุเบกษา\n๘ พฤศจิกายน ๒๕๖๕\n\n"

QUOTATIONS = {
    "curly": ("“มาตรา ๗  ก\n\nข”", ""),
    "straight": ('"มาตรา ๗  ก\n\nข"', ""),
    "decoded as Windows-1252": ("\x93มาตรา ๗  ก\n\nข\x94", ""),
    "no closing mark": ("“มาตรา ๗  ก\n\nข", "the closing quotation mark is missing"),
    "no opening mark": ("มาตรา ๗  ก\n\nข”", "the opening quotation mark is missing"),
    "no marks": ("มาตรา ๗  ก\n\nข", "the opening quotation mark is missing"),
    "opening mark at each paragraph": ("“มาตรา ๗  ก\n\n“ข”", ""),
    "each paragraph in marks": ("“มาตรา ๗  ก”\n\n“ข”", ""),
    "spaces inside the marks": ("“ มาตรา ๗  ก\n\nข ”", ""),
    "a full stop behind": ("“มาตรา ๗  ก\n\nข”.", ""),
    "spaces of other kinds": ("“มาตรา\xa0๗\xa0\xa0ก\n \n\u3000ข”", ""),
    "old line ends": ("“มาตรา ๗  ก\r\rข”", ""),
}


@pytest.mark.parametrize(("quotation", "damage"), QUOTATIONS.values(), ids=QUOTATIONS.keys())
def test_quotation_is_found(quotation, damage):
    found = read_bill(f"{BEFORE}{CLAUSE}\n\n{quotation}{AFTER}")
    assert [item.section for item in found] == ["3", "4", "5", "6"]
    assert [item.action for item in found] == [Action.REPEAL, Action.REPLACE, Action.REPEAL, Action.NONE]
    assert found[1].quotation == ("มาตรา ๗ ก", "ข")
    assert [one.sentence for one in found[1].damage[:1]] == ([damage] if damage else [])


@pytest.mark.parametrize(
    "quotation", ["“มาตรา ๔  ก\n\nมาตรา ๕  ข”", "“มาตรา ๔  ก\n\nมาตรา ๕  ข", "มาตรา ๔  ก\n\nมาตรา ๕  ข”"]
)
def test_quoted_sections_are_no_sections_of_the_bill(quotation):
    clause = f"ให้ยกเลิกความในมาตรา ๔ และมาตรา ๕ แห่ง{TITLE} และให้ใช้ความต่อไปนี้แทน"
    found = read_bill(f"{BEFORE}{clause}\n\n{quotation}{AFTER}")
    assert [item.section for item in found] == ["3", "4", "5", "6"]
    assert found[1].quotation == ("มาตรา ๔ ก", "มาตรา ๕ ข")


@pytest.mark.parametrize("words", ["คำว่า “ก” และ “ข”", 'คำว่า "ก" และ "ข"', "“ก” หมายความว่า “ข”", "ก “ข”", "“ก” ข"])
def test_marks_inside_a_quotation_stay_as_they_are(words):
    found = read_bill(f"{BEFORE}{CLAUSE}\n\n“มาตรา ๗  {words}\n\n{words}”{AFTER}")
    assert found[1].quotation == (f"มาตรา ๗ {words}", words)
    assert found[2].targets == ("s9",)


@pytest.mark.parametrize("words", ["ก” ข", "ก “ข"])
def test_a_lone_mark_inside_does_not_end_the_quotation(words):
    found = read_bill(f"{BEFORE}{CLAUSE}\n\n“มาตรา ๗  {words}\n\nค”{AFTER}")
    assert found[1].quotation == (f"มาตรา ๗ {words}", "ค")
    assert found[2].targets == ("s9",)


def test_a_page_header_is_taken_out():
    found = read_bill(f"{BEFORE}{CLAUSE}{PAGE}“มาตรา ๗  ก”{AFTER}")
    assert found[1].quotation == ("มาตรา ๗ ก",)
    assert split_bill(f"{BEFORE}{CLAUSE}{PAGE}“มาตรา ๗  ก”{AFTER}").damage == (refusal(Why.PAGE_HEADERS),)


def test_a_page_header_inside_a_quotation_leaves_the_paragraphs_in_doubt():
    text = bill(replace("มาตรา ๗", f"มาตรา ๗  ก{PAGE}ข"))
    assert read_bill(text)[2].quotation == ("มาตรา ๗ ก ข",)
    with pytest.raises(CannotApply, match="whether a paragraph ends there too is lost"):
        apply_bill(garden(), text)


def test_a_page_header_before_an_item_is_no_doubt():
    text = bill(replace("มาตรา ๗", f"มาตรา ๗  ก{PAGE}(๑) ข"))
    assert apply_bill(garden(), text).get("s7").text == "ก\n(๑) ข"


@pytest.mark.parametrize(
    ("clause", "targets"),
    [
        ("ใหยกเลิกความในมาตรา ๗ แหงพระราชบัญญัติเรือนเพาะชา พ.ศ. ๒๕๔๐ และใหใชความตอไปนี้แทน", ("s7",)),
        ("ใ ห้ยกเลิกความ ในมาตรา ๗ แห่ งพระราชบัญญัติเรือนเพาะชำ พ.ศ. ๒๕๔๐ และให้ใ ช้ความต่อไปนี้แ ทน", ("s7",)),
        ("ให้ยกเลิกควำมในวรรคหนึงของมาตรา 7 แห่งพระราชบัญญัติเรือนเพาะชำ พ.ศ. 2540 และให้ใช้ความต่อไปนี้แทน", ("s7.p1",)),
        ("ให้ยกเลิกความใน ( 1) ของมาตรา 1 7 แห่งพระราชบัญญัติเรือนเพาะชำ พ.ศ. 2540 และให้ใช้ความต่อไปนี้แทน", ("s17.i1",)),
        ("ให้ยกเลิกความในมาตรา 7/ 1 แห่งพระราชบัญญัติเรือนเพาะชำ พ.ศ. 2540 และให้ใช้ความต่อไปนี้แทน", ("s7/1",)),
    ],
)  # fmt: skip
def test_damaged_clause_words_are_read_and_the_damage_is_said(clause, targets):
    found = read_bill(f"มาตรา ๓  {clause}\n\n“มาตรา ๗  ก”\n")
    assert (found[0].action, found[0].targets) == (Action.REPLACE, targets)
    assert found[0].damage


def test_a_damaged_bill_is_not_applied():
    with pytest.raises(CannotApply, match="the text is damaged"):
        apply_bill(garden(), bill(replace("มาตรา ๗", "มาตรา ๗  ให้มีอานาจ")))


def test_a_text_whose_lines_are_run_together_is_read_but_not_applied():
    text = (
        "ระเบียบเรือนเพาะชำ ว่าด้วยการอนุญาตให้ใช้น้ำ (ฉบับที่ 2) พ.ศ. 2566 โดยที่เป็นการสมควร จึงออกระเบียบไว้ ดังต่อไปนี้ "
        "ข้อ 1 ระเบียบนี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศ ข้อ 2 ให้ยกเลิกความในข้อ 5 ของระเบียบเรือนเพาะชำ "
        "ว่าด้วยการอนุญาตให้ใช้น้ำ พ.ศ. 2560 และให้ใช้ ความต่อไปนี้แทน “ ข้อ 5 ให้ใช้น้ำ (1) ตอนเช้า (2) ตอนเย็น ” "
        "ข้อ 3 ให้ยกเลิก (2) ของข้อ 7 ของระเบียบเรือนเพาะชำ ว่าด้วยการอนุญาตให้ใช้น้ำ พ.ศ. 2560 "
        "ประกาศ ณ วันที่ 1 มกราคม พ.ศ. 2566"
    )
    found = read_bill(text)
    assert [(item.section, item.action.value, item.targets) for item in found] == [
        ("1", "none", ()),
        ("2", "replace", ("s5",)),
        ("3", "repeal", ("s7.i2",)),
    ]
    assert found[1].act == "ระเบียบเรือนเพาะชำ ว่าด้วยการอนุญาตให้ใช้น้ำ พ.ศ. 2560"
    assert split_bill(text).runs_together
    with pytest.raises(CannotApply, match="the lines of the bill are run together"):
        apply_bill(garden(), text.replace("ระเบียบเรือนเพาะชำ ว่าด้วยการอนุญาตให้ใช้น้ำ พ.ศ. 2560", TITLE))


def test_lines_broken_to_fit_a_page_are_joined_but_not_trusted():
    lines = [
        "ผู้ดูแลต้องรดน้ำแปลงกล้าไม้ทุกแปลงในเรือนเพาะชำทุกวันในเวลาเช้าก่อนที่แดดจะแรงและในเวลาเย็น",
        "เว้นแต่วันที่ฝนตก หรือวันที่มีน้ำค้างมากพอแก่กล้าไม้ หรือวันที่นายทะเบียนประกาศงดใช้น้ำในพื้นที่นั้น",
        "และวันหยุดราชการ ซึ่งผู้ดูแลอาจมอบหมายให้ผู้อื่นรดน้ำแทนได้ตามที่เห็นสมควรโดยแจ้งหัวหน้าแปลงก่อน",
        "โดยผู้ที่รดน้ำแทนต้องเป็นผู้ที่ผ่านการอบรมตามหลักสูตรที่คณะกรรมการกำหนดมาแล้วไม่น้อยกว่าสองครั้ง",
        "หรือเป็นผู้ที่เคยเป็นผู้ดูแลมาก่อน",
    ]
    quotation = "มาตรา ๗  " + "\n".join(lines)
    text = bill(replace("มาตรา ๗", quotation))
    found = read_bill(text)[2]
    assert (found.action, found.targets, len(found.quotation)) == (Action.REPLACE, ("s7",), 1)
    assert f"{lines[0]} {lines[1]} {lines[2]}" in found.quotation[0]
    with pytest.raises(CannotApply, match="the lines are broken to fit a page"):
        apply_bill(garden(), text)


def test_breaks_in_the_clauses_alone_are_no_doubt():
    clauses = [replace("มาตรา ๗", "มาตรา ๗  ก"), replace("มาตรา ๙", "มาตรา ๙  ข"), insert(" (๔) ของมาตรา ๔", "(๔) ค")]
    broken = [clause.replace(" แห่ง", "\nแห่ง").replace(" และให้ใช้", "\nและให้ใช้") for clause in clauses]
    assert apply_bill(garden(), bill(*broken)) == apply_bill(garden(), bill(*clauses))


def test_clauses_of_a_regulation_amend_its_numbers():
    regulation = (
        "ระเบียบเรือนเพาะชำ\nพ.ศ. ๒๕๖๐\n\nข้อ ๑  ระเบียบนี้เรียกว่า “ระเบียบเรือนเพาะชำ พ.ศ. ๒๕๖๐”\n\nข้อ ๒  ให้ใช้น้ำตอนเช้า\n"
    )
    clauses = (
        "ข้อ ๑  ให้ยกเลิกความในข้อ ๒ ของระเบียบเรือนเพาะชำ พ.ศ. ๒๕๖๐ และให้ใช้ความต่อไปนี้แทน\n\n“ข้อ ๒  ให้ใช้น้ำตอนเย็น”\n\n"
        "ข้อ ๒  ให้เพิ่มความต่อไปนี้เป็นข้อ ๒/๑ ของระเบียบเรือนเพาะชำ พ.ศ. ๒๕๖๐\n\n“ข้อ ๒/๑  ให้ปิดน้ำ”\n"
    )
    amended = apply_bill(read_act(regulation).act, clauses)
    assert [section.heading for section in amended.sections().values()] == ["ข้อ ๑", "ข้อ ๒", "ข้อ ๒/๑"]
    assert amended.get("s2").text == "ให้ใช้น้ำตอนเย็น"
    with pytest.raises(CannotApply, match="section 1: ข้อ ๙ is not in the act"):
        apply_bill(amended, "ข้อ ๑  ให้ยกเลิกข้อ ๙ ของระเบียบเรือนเพาะชำ พ.ศ. ๒๕๖๐\n")


def test_notes_of_editors_are_no_text():
    text = bill(replace("มาตรา ๗", "มาตรา ๗[๒]  ก\n\n(๑)[๓] ข")).replace("มาตรา ๓  ", "มาตรา ๓[๑]  ")
    amended = apply_bill(garden(), f"{text}\n[๑] ราชกิจจานุเบกษา เล่ม ๑\n")
    assert amended.get("s7").text == "ก\n(๑) ข"


def test_misnumbered_sections_of_a_bill_are_still_its_sections():
    text = bill(repeal("มาตรา ๗"), insert("มาตรา ๙/๒", "มาตรา ๙/๒  ก")).replace("มาตรา ๔  ให้เพิ่ม", "มาตรา ๘  ให้เพิ่ม")
    assert [item.section for item in read_bill(text)] == ["1", "2", "3", "8"]


def test_one_number_twice_in_a_bill_is_said():
    text = bill(repeal("มาตรา ๗"), repeal("มาตรา ๙")).replace("มาตรา ๔  ", "มาตรา ๓  ")
    assert refusal(Why.NUMBER_TWICE, labels="3") in split_bill(text).damage


def test_what_follows_the_last_section_is_none_of_it():
    tail = "\n\nผู้รับสนองพระราชโองการ\n\nนายกรัฐมนตรี\n\nหมายเหตุ :- เหตุผล คือ ให้ยกเลิกมาตรา ๙\n"
    found = read_bill(bill(repeal("มาตรา ๗")) + tail)
    assert found[-1].targets == ("s7",)
    assert found[-1].problems == ()


BASE = bill(replace("มาตรา ๗", "มาตรา ๗  ก\n\nข"), insert(" (๔) ของมาตรา ๔", "(๔) ก"), repeal("มาตรา ๙"))
NOISE = st.sampled_from(
    [
        "",
        "“",
        "”",
        '"',
        "(",
        ")",
        "มาตรา ",
        "๑",
        "และ",
        "ของ",
        "วรรค",
        "\n\n",
        "แห่ง",
        "ให้ยกเลิก",
        "ข้อ ๙ ",
        "ถึง",
        "หมวด ๑ ",
    ]
)


def problems_of(text: str) -> tuple[str, ...]:
    """Why a bill can not be applied; nothing where it can."""
    try:
        apply_bill(garden(), text)
    except CannotApply as refusal:
        return refusal.problems
    return ()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(BASE)), st.integers(0, 12), NOISE), min_size=1, max_size=4))
def test_no_text_breaks_the_reader(changes):
    text = BASE
    for at, length, put in changes:
        text = text[:at] + put + text[at + length :]
    for item in read_bill(text):
        assert (item.action is Action.UNKNOWN) <= bool(item.problems)
    assert all(sentence.endswith(".") for sentence in problems_of(text))


def test_an_act_is_no_amending_bill():
    assert {item.action for item in read_bill(TEXT)} == {Action.NONE}
