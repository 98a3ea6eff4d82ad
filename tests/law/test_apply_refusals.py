"""Bills that must not be applied, each with the sentence that says why; nothing is half-applied."""

import pytest

from law.instruct import CannotApply, apply_bill
from tests.law.garden_act import TITLE, bill, garden, insert, problems, repeal, replace

OTHER = "พระราชบัญญัติสวนสัตว์ พ.ศ. ๒๕๔๑"
LATER = "พระราชบัญญัติเรือนเพาะชำ (ฉบับที่ ๒) พ.ศ. ๒๕๔๕"
DEFINITION = "““ร้าน” หมายความว่า ที่ขายกล้าไม้”"

REFUSALS = [
    (replace("มาตรา ๙๙", "มาตรา ๙๙  ก"), "มาตรา ๙๙ is not in the act"),
    (replace(" (๙) ของมาตรา ๔", "(๙) ก"), "(๙) ของมาตรา ๔ is not in the act"),
    (replace(" (ค) ของ (๒) ของมาตรา ๔", "(ค) ก"), "(ค) ของ (๒) ของมาตรา ๔ is not in the act"),
    (replace("วรรคสามของมาตรา ๕", "ก"), "วรรคสามของมาตรา ๕ is not in the act: the section has only 2 paragraphs"),
    (replace("วรรคสองของมาตรา ๗", "ก"), "วรรคสองของมาตรา ๗ is not in the act: the section has only 1 paragraph"),
    (replace("บทนิยามคำว่า “ต้นไม้” ในมาตรา ๓", "“ต้นไม้” หมายความว่า ก"), "บทนิยามคำว่า “ต้นไม้” ของมาตรา ๓ is not in the act"),
    (replace(" (๑) ของมาตรา ๖", "(๑) ก"), "(๑) ของมาตรา ๖ stands more than once in the act"),
    (replace("มาตรา ๗", "มาตรา ๙  ก"), "the quotation does not begin with มาตรา ๗"),
    (replace("มาตรา ๗", "ผู้ดูแลต้องพรวนดิน"), "the quotation does not begin with มาตรา ๗"),
    (replace("มาตรา ๕ และมาตรา ๗", "มาตรา ๕  ก"), "the quotation does not contain มาตรา ๗"),
    (replace("มาตรา ๗", "มาตรา ๗"), "the quotation gives no text for มาตรา ๗"),
    (replace(" (๑) ของมาตรา ๔", "(๒) ก"), "the quotation does not contain (๑) ของมาตรา ๔ where it should"),
    (replace(" (๑) ของมาตรา ๔", "ปลัดเมือง"), "the quotation does not consist of (๑) ของมาตรา ๔ alone"),
    (replace(" (๑) และ (๒) ของมาตรา ๔", "(๑) ก"), "the quotation states 1 of the 2 units the clause cites"),
    (replace("วรรคหนึ่งและวรรคสองของมาตรา ๕", "ก"), "the quotation states 1 of the 2 units the clause cites"),
    (replace("วรรคสองของมาตรา ๕", "ก\n\n“ข” หมายความว่า ค"), "the quotation states 2 of the 1 units the clause cites"),
    (replace("วรรคหนึ่งของมาตรา ๕", "มาตรา ๕  กรรมการมีวาระสี่ปี\n\nกรรมการที่พ้นวาระอาจได้รับแต่งตั้งได้"), "one of them stands in the section already"),
    (replace("วรรคสองของมาตรา ๕", "กรรมการที่พ้นวาระซึ่งรัฐมนตรี\n\nและนายทะเบียนแต่งตั้ง"), "a line of it may be broken"),
    (replace("วรรคสองของมาตรา ๕", "(๑) ก"), "where a paragraph is cited"),
    (replace("วรรคหนึ่งของมาตรา ๕", "มาตรา ๗  ก"), "the quotation begins with มาตรา ๗, not with มาตรา ๕"),
    (replace("บทนิยามคำว่า “แปลง” ในมาตรา ๓", "“ที่” หมายความว่า ก"), "the quotation does not contain บทนิยามคำว่า “แปลง”"),
    (replace("บทนิยามคำว่า “แปลง” ในมาตรา ๓", "“ที่” หมายความว่า ก\n\n“ทาง” หมายความว่า ข"), "the quotation does not contain บทนิยามคำว่า “แปลง”"),
    (replace("บทนิยามคำว่า “แปลง” ในมาตรา ๓", "“แปลง” หมายความว่า ก\n\n“กล้าไม้” หมายความว่า ข"), "one of them stands in the section already"),
    (replace("บทนิยามคำว่า “แปลง” ในมาตรา ๓", "“แปลง” หมายความว่า ก\n\nความอีกวรรคหนึ่ง"), "the quotation states 2 of the 1 units"),
    (replace("วรรคหนึ่งของมาตรา ๕ และ (๑) ของมาตรา ๔", "ก"), "units of different kinds are cited for one quotation"),
    (replace("วรรคสองของ (๑) ของมาตรา ๔", "ก"), "can not be told apart in this text"),
    (replace("หมวด ๙ ตลาด", "หมวด ๙\nก\n\nมาตรา ๕๐  ก"), "หมวด ๙ is not in the act"),
    (replace("หมวด ๓ มาตรา ๑๐", "หมวด ๓\nก\n\nมาตรา ๑๐  ก"), "the sections cited for หมวด ๓ are not those it has: มาตรา ๑๑"),
    (replace("หมวด ๓", "หมวด ๑\nก\n\nมาตรา ๑๐  ก"), "the quotation does not state หมวด ๓"),
    (replace("หมวด ๓", "หมวด ๓\nก\n\nมาตรา ๗  ก"), "มาตรา ๗ is in the act already, outside หมวด ๓"),
    (replace("หมวด ๓ บทลงโทษ", "หมวด ๓\nก\n\nมาตรา ๑๐  ก"), "the clause calls หมวด ๓ “บทลงโทษ”, the act calls it “บทกำหนดโทษ”"),
    (repeal("หมวด ๓ บทลงโทษ มาตรา ๑๐ และมาตรา ๑๑"), "the clause calls หมวด ๓ “บทลงโทษ”, the act calls it “บทกำหนดโทษ”"),
    (insert("หมวด ๒/๑ ตลาดนัด มาตรา ๙/๒", "หมวด ๒/๑\nตลาดน้ำ\n\nมาตรา ๙/๒  ก"), "the clause calls หมวด ๒/๑ “ตลาดนัด”, the quotation calls it “ตลาดน้ำ”"),
    (insert("หมวด ๒/๑ ตลาดนัด มาตรา ๙/๒", "หมวด ๒/๒\nตลาดนัด\n\nมาตรา ๙/๒  ก"), "the quotation does not state หมวด ๒/๑"),
    (insert("หมวด ๒/๑ ตลาดนัด มาตรา ๙/๒", "หมวด ๒/๑\nตลาดนัด\n\nมาตรา ๙/๓  ก"), "the quotation does not contain มาตรา ๙/๒"),
    (f"ให้ยกเลิกชื่อหมวด ๒ แห่ง{TITLE} และให้ใช้ความต่อไปนี้แทน\n\n“หมวด ๓\nก”", "the quotation names หมวด ๓, not หมวด ๒"),
    (f"ให้ยกเลิกชื่อหมวด ๒ แห่ง{TITLE} และให้ใช้ความต่อไปนี้แทน\n\n“หมวด ๒”", "the quotation gives no name"),
    (insert("มาตรา ๗", "มาตรา ๗  ก"), "มาตรา ๗ is in the act already"),
    (insert("มาตรา ๙/๑", "มาตรา ๙/๑  ก"), "มาตรา ๙/๑ is in the act already"),
    (insert("มาตรา ๙๙/๑", "มาตรา ๙๙/๑  ก"), "มาตรา ๙๙/๑ has no neighbour: มาตรา ๙๙ is not in the act"),
    (insert("มาตรา ๗/๑", "มาตรา ๗/๒  ก"), "the quotation does not begin with มาตรา ๗/๑"),
    (insert("มาตรา ๗/๑ ของหมวด ๑", "มาตรา ๗/๑  ก"), "มาตรา ๗/๑ does not belong in หมวด ๑ by its number"),
    (insert("มาตรา ๗/๑ ของหมวด ๙", "มาตรา ๗/๑  ก"), "หมวด ๙ is not in the act"),
    (insert(" (๓) ของมาตรา ๔", "(๓) ก"), "(๓) ของมาตรา ๔ is in the act already"),
    (insert(" (๙/๑) ของมาตรา ๔", "(๙/๑) ก"), "(๙/๑) ของมาตรา ๔ has no neighbour: (๙) is not in the act"),
    (insert(" (๓) ของมาตรา ๖", "(๓) ก"), "it is not clear which paragraph the item goes into"),
    (insert(" (๒) ของมาตรา ๗", "(๒) ก"), "(๒) ของมาตรา ๗ has no neighbour: the paragraph has no items"),
    (insert(" (๔) ของมาตรา ๔", "(๕) ก"), "the quotation does not contain (๔) ของมาตรา ๔ where it should"),
    (insert("วรรคห้าของมาตรา ๕", "ก"), "วรรคห้าของมาตรา ๕ can not be inserted: the section has only 2 paragraphs"),
    (insert("วรรคสามและวรรคห้าของมาตรา ๕", "ก\n\nข"), "the inserted paragraphs are not numbered one after another"),
    (insert("วรรคสองของมาตรา ๘", "ก"), "มาตรา ๘ is repealed"),
    (insert("หมวด ๓", "หมวด ๓\nก\n\nมาตรา ๑๒  ก"), "หมวด ๓ is in the act already"),
    (insert("หมวด ๒/๑", "หมวด ๒/๑\nก\n\nมาตรา ๗  ก"), "มาตรา ๗ is in the act already"),
    (insert("หมวด ๘/๑", "หมวด ๘/๑\nก\n\nมาตรา ๑๒  ก"), "หมวด ๘/๑ has no neighbour in the act"),
    (insert("หมวด ๒/๑ มาตรา ๙/๒ และมาตรา ๙/๓", "หมวด ๒/๑\nก\n\nมาตรา ๙/๒  ก"), "the quotation does not contain มาตรา ๙/๓"),
    (f"ให้เพิ่มบทนิยามคำว่า “ร้าน” ระหว่างบทนิยามคำว่า “กล้าไม้” และ “ผู้ดูแล” ในมาตรา ๓ แห่ง{TITLE}\n\n{DEFINITION}", "the two definitions do not stand next to each other in the act"),
    (f"ให้เพิ่มบทนิยามคำว่า “ร้าน” ระหว่างบทนิยามคำว่า “แปลง” และ “กล้าไม้” ในมาตรา ๓ แห่ง{TITLE}\n\n{DEFINITION}", "the two definitions stand in the other order in the act"),
    (f"ให้เพิ่มบทนิยามคำว่า “ร้าน” ต่อจากบทนิยามคำว่า “ตลาด” ในมาตรา ๓ แห่ง{TITLE}\n\n{DEFINITION}", "บทนิยามคำว่า “ตลาด” is not in the section"),
    (f"ให้เพิ่มบทนิยามคำว่า “ร้าน” ในมาตรา ๓ แห่ง{TITLE}\n\n{DEFINITION}", "the clause does not say between which definitions the new one goes"),
    (f"ให้เพิ่มบทนิยามคำว่า “แปลง” ต่อจากบทนิยามคำว่า “แปลง” ในมาตรา ๓ แห่ง{TITLE}\n\n““แปลง” หมายความว่า ก”", "บทนิยามคำว่า “แปลง” ของมาตรา ๓ is in the act already"),
    (repeal("มาตรา ๙๙"), "มาตรา ๙๙ is not in the act"),
    (repeal("มาตรา ๘"), "มาตรา ๘ is repealed already"),
    (repeal("มาตรา ๑๐ ถึงมาตรา ๙"), "มาตรา ๑๐ does not stand before มาตรา ๙"),
    (repeal("วรรคสามของมาตรา ๕"), "วรรคสามของมาตรา ๕ is not in the act"),
    (repeal("หมวด ๓ บทกำหนดโทษ มาตรา ๑๐ ถึงมาตรา ๑๒"), "มาตรา ๑๒ is not in the act"),
    (f"ให้ยกเลิก{TITLE}", "the law is repealed as a whole"),
    (f"ให้ยกเลิกมาตรา ๗ แห่ง{OTHER}", f"it amends {OTHER}, not {TITLE}"),
    (f"ให้ยกเลิกมาตรา ๕ แห่ง{LATER}", f"it amends {LATER}, not {TITLE}"),
    (f"ให้ยกเลิกความในมาตรา ๗ แห่ง{TITLE} และให้ใช้ความต่อไปนี้แทน", "the instruction has no quotation"),
    (f"ให้แก้ไขคำว่า “ม้า” ใน{TITLE} เป็น “วัว” ทุกแห่ง", "คำว่า “ม้า” does not stand where it is to be changed"),
    (f"ให้แก้ไขคำว่า “ผู้ดูแล” ในมาตรา ๗ และมาตรา ๙ แห่ง{TITLE} เป็น “คนสวน”", "the words to be changed do not stand in มาตรา ๙"),
    (f"ให้ย้ายมาตรา ๗ แห่ง{TITLE} ไปเป็นมาตรา ๙", "this instruction was not understood"),
    (f"เมื่อพ้นกำหนดสามปีนับแต่วันที่พระราชบัญญัตินี้ใช้บังคับ ให้ยกเลิกมาตรา ๗ แห่ง{TITLE}", "it takes effect only later"),
    (f"ให้ยกเลิกความในมาตรา ๗ แห่ง{TITLE} และให้ใช้ความต่อไปนี้แทน\n\n“มาตรา ๗  ให้อานาจผู้ดูแล”", "the text is damaged: the vowel ำ is lost"),
    (repeal("มาตรา ๗") + " โดยความเห็นชอบของคณะกรรมการ", "not"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "sentence"), REFUSALS, ids=lambda value: value[:70])
def test_what_does_not_fit_is_refused_with_a_sentence(clause, sentence):
    found = problems(clause)
    assert len(found) == 1
    assert found[0].startswith("section 3: ")
    assert sentence in found[0]
    assert found[0].endswith(".")


def test_there_are_enough_refusals():
    assert len(REFUSALS) >= 30


def test_every_instruction_that_fails_is_named_and_nothing_is_half_applied():
    found = problems(repeal("มาตรา ๗"), repeal("มาตรา ๙๙"), repeal("มาตรา ๙๘"))
    assert [sentence.partition(":")[0] for sentence in found] == ["section 4", "section 5"]


def test_a_bill_without_instruction_is_refused():
    assert problems() == ("the bill has no section that amends a law.",)


def test_a_clause_that_names_no_law_is_taken_from_the_bills_own_name():
    assert problems("ให้ยกเลิกมาตรา ๗") == ()
    with pytest.raises(CannotApply, match="it does not say which law it amends"):
        apply_bill(garden(), "มาตรา ๑  ให้ยกเลิกมาตรา ๗")


def test_what_is_for_another_law_can_be_left_aside_on_demand():
    text = bill(repeal("มาตรา ๗"), f"ให้ยกเลิกมาตรา ๙ แห่ง{OTHER}")
    with pytest.raises(CannotApply, match="it amends"):
        apply_bill(garden(), text)
    assert apply_bill(garden(), text, only_this_act=True).get("s7").text == "(ยกเลิก)"
