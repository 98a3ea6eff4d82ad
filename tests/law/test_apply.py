"""Bills applied to an invented act: what each form changes, and that it changes nothing else."""

import pytest

from law.act import Section, act_text
from law.instruct import apply_bill
from law.parse import read_act
from tests.law.garden_act import TITLE, applied, bill, garden, insert, problems, repeal, replace

DEFINITION = "““ร้าน” หมายความว่า ที่ขายกล้าไม้”"


def text_of(act, address):
    node = act.get(address)
    return node.text if node is not None else None


def changed(act):
    """Sections whose text is not what it was, and the headings of divisions."""
    old = garden()
    addresses = [
        address
        for address in {**old.places(), **act.places()}
        if isinstance(act.get(address) or old.get(address), Section)
    ]
    return [address for address in addresses if text_of(old, address) != text_of(act, address)]


CASES = [
    (replace("มาตรา ๗", "มาตรา ๗  ผู้ดูแลต้องพรวนดิน\n\nให้พรวนดินทุกเดือน"), "s7", "ผู้ดูแลต้องพรวนดิน\nให้พรวนดินทุกเดือน"),
    (replace("มาตรา ๕ ทวิ", "มาตรา ๕ ทวิ  กรรมการต้องไม่ขายดิน"), "s5bis", "กรรมการต้องไม่ขายดิน"),
    (replace("วรรคสองของมาตรา ๕", "ห้ามแต่งตั้งอีก"), "s5", "กรรมการมีวาระสามปี\nห้ามแต่งตั้งอีก"),
    (replace("วรรคหนึ่งของมาตรา ๕", "มาตรา ๕  กรรมการมีวาระสี่ปี"), "s5", "กรรมการมีวาระสี่ปี\nกรรมการที่พ้นวาระอาจได้รับแต่งตั้งอีกได้"),
    (replace("วรรคหนึ่งของมาตรา ๕", "กรรมการมีวาระสี่ปี"), "s5", "กรรมการมีวาระสี่ปี\nกรรมการที่พ้นวาระอาจได้รับแต่งตั้งอีกได้"),
    (replace("วรรคสุดท้ายของมาตรา ๕", "ห้ามแต่งตั้งอีก"), "s5", "กรรมการมีวาระสามปี\nห้ามแต่งตั้งอีก"),
    (replace("วรรคหนึ่งและวรรคสองของมาตรา ๕", "มาตรา ๕  ก\n\nข"), "s5", "ก\nข"),
    (replace("วรรคสองของมาตรา ๕", "ห้ามแต่งตั้งอีก\n\nให้จับสลาก"), "s5", "กรรมการมีวาระสามปี\nห้ามแต่งตั้งอีก\nให้จับสลาก"),
    (replace("วรรคหนึ่งของมาตรา ๕", "มาตรา ๕  ก\n\nข"), "s5", "ก\nข\nกรรมการที่พ้นวาระอาจได้รับแต่งตั้งอีกได้"),
    (replace(" (ก) ของ (๒) ของมาตรา ๔", "(ก) ผู้แทนชาวไร่"), "s4", None),
    (replace(" (๒) ของวรรคสองของมาตรา ๖", "(๒) ครบสิบวัน"), "s6", None),
    (replace("บทนิยามคำว่า “แปลง” ในมาตรา ๓", "“แปลง” หมายความว่า ที่ดิน"), "s3", None),
    (replace(" (๑) ของบทนิยามคำว่า “แปลง” ในมาตรา ๓", "(๑) ที่ดินทุกประเภท"), "s3", None),
    (insert("มาตรา ๗/๑", "มาตรา ๗/๑  ให้ถอนหญ้า"), "s7/1", "ให้ถอนหญ้า"),
    (insert("มาตรา ๘", "มาตรา ๘  ให้ถอนหญ้า"), "s8", "ให้ถอนหญ้า"),
    (insert("มาตรา ๑๒", "มาตรา ๑๒  ให้ถอนหญ้า"), "s12", "ให้ถอนหญ้า"),
    (insert("มาตรา ๕ ตรี", "มาตรา ๕ ตรี  ให้ถอนหญ้า"), "s5ter", "ให้ถอนหญ้า"),
    (insert(" (๔) ของมาตรา ๔", "(๔) คนสวน เป็นกรรมการ"), "s4", None),
    (insert(" (ค) ของ (๒) ของมาตรา ๔", "(ค) ผู้แทนวัด"), "s4", None),
    (
        insert(" (๒/๑) ของวรรคหนึ่งของมาตรา ๖", "(๒/๑) ย้ายถิ่น"),
        "s6",
        "กรรมการพ้นจากตำแหน่งเมื่อ\n(๑) ตาย\n(๒) ลาออก\n(๒/๑) ย้ายถิ่น\nความใน (๒) ให้ใช้เมื่อ\n(๑) ได้ยื่นหนังสือ\n(๒) ได้รับอนุญาต",
    ),
    (insert("วรรคสามของมาตรา ๕", "ให้จับสลาก"), "s5", "กรรมการมีวาระสามปี\nกรรมการที่พ้นวาระอาจได้รับแต่งตั้งอีกได้\nให้จับสลาก"),
    (insert("วรรคสองของมาตรา ๕", "ให้จับสลาก"), "s5", "กรรมการมีวาระสามปี\nให้จับสลาก\nกรรมการที่พ้นวาระอาจได้รับแต่งตั้งอีกได้"),
    (insert("วรรคสองและวรรคสามของมาตรา ๗", "ก\n\nข"), "s7", "ผู้ดูแลต้องรดน้ำแปลงทุกวัน\nก\nข"),
    (insert("วรรคหนึ่งของมาตรา ๗", "ก"), "s7", "ก\nผู้ดูแลต้องรดน้ำแปลงทุกวัน"),
    (repeal("มาตรา ๗"), "s7", "(ยกเลิก)"),
    (repeal("วรรคหนึ่งของมาตรา ๕"), "s5", "(ยกเลิก)\nกรรมการที่พ้นวาระอาจได้รับแต่งตั้งอีกได้"),
    (repeal(" (๓) ของมาตรา ๔"), "s4", None),
    (repeal(" (๑) ของวรรคสองของมาตรา ๖"), "s6", None),
    (repeal("บทนิยามคำว่า “แปลง” ในมาตรา ๓"), "s3", None),
]


@pytest.mark.parametrize(
    ("clause", "address", "text"), CASES, ids=lambda value: value[:70] if isinstance(value, str) else ""
)
def test_only_the_cited_unit_changes(clause, address, text):
    act = applied(clause)
    assert changed(act) == [address]
    if text is not None:
        assert text_of(act, address) == text
    again = read_act(act_text(act)).act
    assert {name: section.text for name, section in again.sections().items()} == {
        name: section.text for name, section in act.sections().items()
    }


@pytest.mark.parametrize(
    ("clause", "address", "line"),
    [
        (replace(" (ก) ของ (๒) ของมาตรา ๔", "(ก) ผู้แทนชาวไร่"), "s4.p1.i2.iก", "(ก) ผู้แทนชาวไร่"),
        (replace(" (๒) ของวรรคสองของมาตรา ๖", "(๒) ครบสิบวัน"), "s6.p2.i2", "(๒) ครบสิบวัน"),
        (replace("บทนิยามคำว่า “แปลง” ในมาตรา ๓", "“แปลง” หมายความว่า ที่ดิน"), "s3.def:แปลง", "“แปลง” หมายความว่า ที่ดิน"),
        (replace(" (๑) ของบทนิยามคำว่า “แปลง” ในมาตรา ๓", "(๑) ที่ดินทุกประเภท"), "s3.def:แปลง.i1", "(๑) ที่ดินทุกประเภท"),
        (insert(" (ค) ของ (๒) ของมาตรา ๔", "(ค) ผู้แทนวัด"), "s4.p1.i2.iค", "(ค) ผู้แทนวัด"),
        (repeal(" (๓) ของมาตรา ๔"), "s4.p1.i3", "(๓) (ยกเลิก)"),
        (repeal(" (ก) ของ (๒) ของมาตรา ๔"), "s4.p1.i2.iก", "(ก) (ยกเลิก)"),
        (repeal("บทนิยามคำว่า “แปลง” ในมาตรา ๓"), "s3.def:แปลง", "“แปลง” (ยกเลิก)"),
    ],
    ids=lambda value: value[:60],
)  # fmt: skip
def test_unit_stands_at_its_address(clause, address, line):
    assert text_of(applied(clause), address) == line or applied(clause).get(address).text == line


def test_an_inserted_section_stands_behind_its_neighbour():
    act = applied(insert("มาตรา ๙/๒ และมาตรา ๙/๓", "มาตรา ๙/๒  ก\n\nมาตรา ๙/๓  ข"))
    assert list(act.sections())[-5:] == ["s9/1", "s9/2", "s9/3", "s10", "s11"]
    assert act.places()["s9/3"].parent == "ch2.pt2"


def test_an_inserted_section_opens_the_chapter_the_clause_names():
    act = applied(insert("มาตรา ๙/๒ ของหมวด ๓ บทกำหนดโทษ", "มาตรา ๙/๒  ก"))
    assert act.places()["s9/2"].parent == "ch3"
    assert list(act.sections())[-3:] == ["s9/2", "s10", "s11"]


def test_a_section_that_only_the_tail_has_too_is_the_acts_own():
    act = applied(replace("มาตรา ๕", "มาตรา ๕  ก"))
    assert text_of(act, "s5") == "ก"
    assert act.tail == garden().tail


def test_definitions_go_where_the_clause_says():
    between = "ให้เพิ่มบทนิยามคำว่า “ร้าน” ระหว่างบทนิยามคำว่า “แปลง” และ “ผู้ดูแล” ในมาตรา ๓"
    behind = "ให้เพิ่มบทนิยามคำว่า “ร้าน” ต่อจากบทนิยามคำว่า “ผู้ดูแล” ในมาตรา ๓"
    before = "ให้เพิ่มบทนิยามคำว่า “ร้าน” ก่อนบทนิยามคำว่า “กล้าไม้” ในมาตรา ๓"
    terms = ["กล้าไม้", "แปลง", "ผู้ดูแล"]
    for clause, place in ((between, 2), (behind, 3), (before, 0)):
        act = applied(f"{clause} แห่ง{TITLE}\n\n{DEFINITION}")
        found = [unit.label for unit in act.get("s3").units if unit.label]
        assert found == [*terms[:place], "ร้าน", *terms[place:]]


def test_two_definitions_between_the_same_neighbours_keep_their_order():
    clause = (
        "ให้เพิ่มบทนิยามคำว่า “{term}” ระหว่างบทนิยามคำว่า “แปลง” และ “ผู้ดูแล” ในมาตรา ๓ แห่ง"
        + TITLE
        + "\n\n““{term}” หมายความว่า ก”"
    )
    act = applied(clause.format(term="ร้าน"), clause.format(term="ราคา"))
    assert [unit.label for unit in act.get("s3").units][2:] == ["แปลง", "ร้าน", "ราคา", "ผู้ดูแล"]


def test_a_chapter_is_inserted_with_its_sections():
    quotation = "หมวด ๒/๑\nการขนส่ง\n\nมาตรา ๙/๒  ให้ขนส่งในที่ร่ม\n\nให้รดน้ำก่อนขนส่ง\n\nมาตรา ๙/๓  ให้ใช้รถ"
    act = applied(insert("หมวด ๒/๑ การขนส่ง มาตรา ๙/๒ และมาตรา ๙/๓", quotation))
    assert act.get("ch2/1").title == "การขนส่ง"
    assert act.places()["s9/3"].parent == "ch2/1"
    assert text_of(act, "s9/2") == "ให้ขนส่งในที่ร่ม\nให้รดน้ำก่อนขนส่ง"
    assert list(act.sections())[-5:] == ["s9/1", "s9/2", "s9/3", "s10", "s11"]


def test_a_part_is_inserted_in_the_chapter_named():
    quotation = "ส่วนที่ ๓\nตลาด\n\nมาตรา ๙/๒  ให้มีตลาด"
    act = applied(insert("ส่วนที่ ๓ ตลาด มาตรา ๙/๒ ของหมวด ๒ การดูแล", quotation))
    assert act.places()["s9/2"].parent == "ch2.pt3"


def test_a_chapter_is_repealed_with_all_its_sections():
    act = applied(repeal("หมวด ๒ การดูแล มาตรา ๗ ถึงมาตรา ๙/๑"))
    assert changed(act) == ["s7", "s9", "s9/1"]
    assert {act.get(address).text for address in ("s7", "s8", "s9", "s9/1")} == {"(ยกเลิก)"}
    assert act.get("ch2").title == act.get("ch2.pt1").title == "(ยกเลิก)"


def test_a_range_takes_in_what_was_inserted_between():
    act = applied(repeal("มาตรา ๙ ถึงมาตรา ๑๐"))
    assert changed(act) == ["s9", "s9/1", "s10"]


def test_a_chapter_is_replaced_and_sections_it_lost_stay_as_repealed():
    quotation = "หมวด ๓\nโทษ\n\nมาตรา ๑๐  ผู้ใดฝ่าฝืนต้องปลูกต้นไม้"
    act = applied(replace("หมวด ๓ บทกำหนดโทษ มาตรา ๑๐ และมาตรา ๑๑", quotation))
    assert act.get("ch3").title == "โทษ"
    assert (text_of(act, "s10"), text_of(act, "s11")) == ("ผู้ใดฝ่าฝืนต้องปลูกต้นไม้", "(ยกเลิก)")


def test_the_name_of_a_chapter_is_replaced():
    act = applied(f"ให้ยกเลิกชื่อหมวด ๒ การดูแล แห่ง{TITLE} และให้ใช้ความต่อไปนี้แทน\n\n“หมวด ๒\nการบำรุง”")
    assert act.get("ch2").title == "การบำรุง"
    assert changed(act) == []


def test_the_names_of_two_chapters_are_replaced_together():
    clause = f"ให้ยกเลิกชื่อหมวด ๑ คณะกรรมการ และชื่อหมวด ๒ การดูแล แห่ง{TITLE} และให้ใช้ความต่อไปนี้แทน"
    act = applied(f"{clause}\n\n“หมวด ๑\nคณะ\n\nหมวด ๒\nการบำรุง”")
    assert (act.get("ch1").title, act.get("ch2").title) == ("คณะ", "การบำรุง")
    assert changed(act) == []


@pytest.mark.parametrize("label", ["", "มาตรา ๕  "])
def test_a_first_paragraph_is_inserted_with_or_without_the_number_of_its_section(label):
    act = applied(insert("วรรคหนึ่งของมาตรา ๕", f"{label}ให้มีกรรมการห้าคน"))
    assert text_of(act, "s5").splitlines()[:2] == ["ให้มีกรรมการห้าคน", "กรรมการมีวาระสามปี"]


def test_words_change_everywhere():
    act = applied(f"ให้แก้ไขคำว่า “กล้าไม้” ใน{TITLE} เป็น “ต้นกล้า” ทุกแห่ง")
    assert changed(act) == ["s3", "s5bis", "s9", "s9/1"]
    assert act.get("s3.def:ต้นกล้า").text == "“ต้นกล้า” หมายความว่า ต้นอ่อนของไม้ยืนต้น"


@pytest.mark.parametrize(
    ("kept", "staying"), [("มาตรา ๕ ทวิ", {"s5bis"}), ("วรรคสองของมาตรา ๕", {"s5"}), ("หมวด ๒", {"s9", "s9/1"})]
)
def test_words_stay_where_the_clause_excepts_them(kept, staying):
    words = "กล้าไม้" if kept.startswith("หมวด") else "กรรมการ"
    everywhere = applied(f"ให้แก้ไขคำว่า “{words}” ใน{TITLE} เป็น “พันธุ์ไม้” ทุกแห่ง")
    act = applied(f"ให้แก้ไขคำว่า “{words}” ใน{TITLE} เป็น “พันธุ์ไม้” ทุกแห่ง เว้นแต่ใน{kept}")
    assert {at for at in act.sections() if text_of(act, at) != text_of(everywhere, at)} == staying
    if kept.startswith("วรรค"):
        assert text_of(act, "s5").splitlines()[0] == "พันธุ์ไม้มีวาระสามปี"
        assert text_of(act, "s5.p2") == text_of(garden(), "s5.p2")


def test_words_that_do_not_stand_where_they_are_to_stay_are_said():
    clause = f"ให้แก้ไขคำว่า “กล้าไม้” ใน{TITLE} เป็น “พันธุ์ไม้” ทุกแห่ง เว้นแต่ใน"
    assert problems(f"{clause}มาตรา ๑๐") == ("section 3: the words to be changed do not stand in มาตรา ๑๐.",)
    assert problems(f"{clause}มาตรา ๘๐") == ("section 3: มาตรา ๘๐ is not in the act.",)


def test_a_chapter_is_not_left_without_a_name():
    found = problems(f"ให้ตัดคำว่า “คณะกรรมการ” ใน{TITLE} ออกทุกแห่ง")
    assert found == ("section 3: nothing would be left of a unit: หมวด ๑ คณะกรรมการ.",)


def test_words_change_at_once_and_longest_first():
    act = applied(f"ใน{TITLE} ให้แก้ไขคำว่า “ร้านค้า” เป็น “ผู้ดูแล” และคำว่า “ผู้ดูแล” เป็น “คนสวน”")
    assert text_of(act, "s9") == "ผู้ดูแลต้องขายกล้าไม้ที่แข็งแรง"
    assert text_of(act, "s7") == "คนสวนต้องรดน้ำแปลงทุกวัน"


def test_words_change_only_in_the_units_listed():
    act = applied(f"ให้แก้ไขคำว่า “ผู้ดูแล” ใน (๓) ของมาตรา ๔ และมาตรา ๗ แห่ง{TITLE} เป็น “คนสวน”")
    assert changed(act) == ["s4", "s7"]


def test_words_are_cut_out():
    act = applied(f"ให้ตัดคำว่า “ทุกวัน” ในมาตรา ๗ แห่ง{TITLE} ออก")
    assert text_of(act, "s7") == "ผู้ดูแลต้องรดน้ำแปลง"


def test_clauses_cite_the_act_as_those_before_left_it():
    act = applied(repeal("วรรคหนึ่งของมาตรา ๕"), replace("วรรคสองของมาตรา ๕", "ข"), insert("วรรคสามของมาตรา ๕", "ค"))
    assert text_of(act, "s5") == "(ยกเลิก)\nข\nค"
    act = applied(insert("วรรคสองของมาตรา ๕", "ก"), replace("วรรคสามของมาตรา ๕", "ข"))
    assert text_of(act, "s5") == "กรรมการมีวาระสามปี\nก\nข"


def test_one_bill_section_may_hold_several_orders():
    act = applied(
        f"ให้ยกเลิกความใน (๑) ของมาตรา ๔ แห่ง{TITLE} และให้ใช้ความต่อไปนี้แทน\n\n“(๑) นายเมือง เป็นประธานกรรมการ”\n\n"
        f"และให้เพิ่มความต่อไปนี้เป็น (๔) ของมาตรา ๔ แห่งพระราชบัญญัติดังกล่าว\n\n“(๔) คนสวน เป็นกรรมการ”"
    )
    assert act.get("s4.p1.i1").text == "(๑) นายเมือง เป็นประธานกรรมการ"
    assert act.get("s4.p1.i4").text == "(๔) คนสวน เป็นกรรมการ"


def test_the_act_itself_is_left_as_it_was():
    before = garden()
    apply_bill(before, bill(repeal("มาตรา ๗")))
    assert before == garden()


def test_a_quotation_may_hold_lines_that_look_like_sections_of_the_bill():
    quotation = "มาตรา ๕  ก\n\nมาตรา ๔ ใช้ไม่ได้\n\nมาตรา ๕ ทวิ  ข"
    act = applied(replace("มาตรา ๕ และมาตรา ๕ ทวิ", quotation), repeal("มาตรา ๗"))
    assert text_of(act, "s5") == "ก\nมาตรา ๔ ใช้ไม่ได้"
    assert text_of(act, "s5bis") == "ข"
    assert text_of(act, "s7") == "(ยกเลิก)"


def test_a_title_is_inserted_with_its_chapters():
    text = "พระราชบัญญัติเรือนเพาะชำ พ.ศ. ๒๕๔๐\n\nลักษณะ ๑\nก\n\nหมวด ๑\nข\n\nมาตรา ๑  ค\n\nลักษณะ ๒\nง\n\nมาตรา ๒  จ\n"
    quotation = "ลักษณะ ๑/๑\nตลาด\n\nหมวด ๑\nช\n\nมาตรา ๑/๑  ซ\n\nหมวด ๒\nฌ\n\nมาตรา ๑/๒  ญ"
    cited = "ลักษณะ ๑/๑ ตลาด หมวด ๑ ช มาตรา ๑/๑ และหมวด ๒ ฌ มาตรา ๑/๒"
    act = apply_bill(read_act(text).act, bill(insert(cited, quotation)))
    assert list(act.sections()) == ["s1", "s1/1", "s1/2", "s2"]
    assert act.places()["s1/2"].parent == "t1/1.ch2"
