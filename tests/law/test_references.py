"""Citations: what is cited, where the words stand, which unit they mean."""

import pytest

from law.act import Act, Code, Division, Level, Section, read_units
from law.citing import laws
from law.numerals import plain
from law.references import citing, find_in_text, find_references


def section(written: str, text: str, word: str = "มาตรา") -> Section:
    return Section(plain(written), written, read_units(text), word=word)


PENALTY = "ผู้ใดฝ่าฝืนต้องระวางโทษปรับ"
GARDEN = Act(
    "พระราชบัญญัติสวนสาธารณะ พ.ศ. ๒๕๖๐",
    (
        section("๑", "พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติสวนสาธารณะ พ.ศ. ๒๕๖๐”"),
        section("๓", "ในพระราชบัญญัตินี้\n“สวน” หมายความว่า ที่ดินซึ่งปลูกต้นไม้\n“ต้นไม้” หมายความว่า ไม้ยืนต้น"),
        Division(
            Level.CHAPTER,
            "หมวด",
            "1",
            "๑",
            "สวน",
            (
                section(
                    "๕",
                    "ให้มีสวน ดังนี้\n(๑) สวนหย่อม\n(๒) สวนป่า\n(ก) ป่าบก\n(ข) ป่าชายเลน\n(๓) สวนน้ำ\nวรรคที่สอง\nวรรคที่สาม",
                ),
                section("๕ ทวิ", "สวนอื่น\n(๑) สวนลอย"),
                section("๖", "ผู้ดูแลสวน\n(๑) คนสวน\n(๒) ยาม\nผู้ดูแลต้องอยู่ประจำ\n(๑) กลางวัน"),
                section("๖/๑", "ค่าเข้าสวน"),
                Division(Level.PART, "ส่วนที่", "1", "๑", "น้ำ", (section("๗", "น้ำ"),)),
                Division(Level.PART, "ส่วนที่", "2", "๒", "ไฟ", (section("๘", "ไฟ"),)),
            ),
        ),
        Division(Level.CHAPTER, "หมวด", "2", "๒", "โทษ", (section("๙", PENALTY), section("๑๐", PENALTY))),
        Division(Level.TRANSITORY, "บทเฉพาะกาล", children=(section("๑๑", "สวนเดิม"), section("๑๒", "คนเดิม"))),
    ),
    schedules=("อัตราค่าธรรมเนียม",),
)


def cited(text: str, at: str = "s99", act: Act = GARDEN) -> list[tuple[str, str | None]]:
    """Words and targets of a typed section's citations within the act."""
    return [(one.text, one.target) for one in find_in_text(text, act, at) if one.foreign is None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ตามมาตรา ๖", [("มาตรา ๖", "s6")]),
        ("ตามมาตรา ๖/๑", [("มาตรา ๖/๑", "s6/1")]),
        ("ตามมาตรา ๕ ทวิ และมาตรา 5", [("มาตรา ๕ ทวิ", "s5bis"), ("มาตรา 5", "s5")]),
        ("ตามมาตรา ๖ (๒)", [("มาตรา ๖ (๒)", "s6.p1.i2")]),
        ("ตามมาตรา ๖ วรรคสอง (๑) ด้วย", [("มาตรา ๖ วรรคสอง (๑)", "s6.p2.i1")]),
        ("ตามมาตรา ๕ (๒) (ข)", [("มาตรา ๕ (๒) (ข)", "s5.p1.i2.iข")]),
        ("ตามมาตรา ๕ (๒) (ก) และ (ข)", [("มาตรา ๕ (๒) (ก)", "s5.p1.i2.iก"), ("(ข)", "s5.p1.i2.iข")]),
        ("ตามมาตรา ๕ (๑) หรือ (๓)", [("มาตรา ๕ (๑)", "s5.p1.i1"), ("(๓)", "s5.p1.i3")]),
        ("ตามมาตรา ๕ วรรคสองและวรรคสาม", [("มาตรา ๕ วรรคสอง", "s5.p2"), ("วรรคสาม", "s5.p3")]),
        ("ตามมาตรา ๕ วรรคหนึ่ง (๑) หรือวรรคสอง", [("มาตรา ๕ วรรคหนึ่ง (๑)", "s5.p1.i1"), ("วรรคสอง", "s5.p2")]),
        ("มาตรา ๕ มาตรา ๖ และมาตรา ๗", [("มาตรา ๕", "s5"), ("มาตรา ๖", "s6"), ("มาตรา ๗", "s7")]),
        ("มาตรา ๕, ๖ และ ๗ แล้ว", [("มาตรา ๕", "s5"), ("๖", "s6"), ("๗", "s7")]),
        ("มาตรา ๕ และ ๖ บาท", [("มาตรา ๕", "s5")]),
        ("ความใน (๒) ของวรรคหนึ่งของมาตรา ๖", [("(๒) ของวรรคหนึ่งของมาตรา ๖", "s6.p1.i2")]),
        ("ตามวรรคสองและวรรคสามของมาตรา ๕", [("วรรคสอง", "s5.p2"), ("วรรคสามของมาตรา ๕", "s5.p3")]),
        ("ในอนุมาตรา (๒) แห่งมาตรา ๖", [("อนุมาตรา (๒) แห่งมาตรา ๖", "s6.p1.i2")]),
        ("มาตรา ๖ วรรคท้าย", [("มาตรา ๖ วรรคท้าย", "s6.p2")]),
        ("ตามบทนิยามคำว่า “สวน” ในมาตรา ๓", [("บทนิยามคำว่า “สวน” ในมาตรา ๓", "s3.def:สวน")]),
        (
            "ในบทนิยามคำว่า “สวน” และ “ต้นไม้” ในมาตรา ๓",
            [("บทนิยามคำว่า “สวน”", "s3.def:สวน"), ("“ต้นไม้” ในมาตรา ๓", "s3.def:ต้นไม้")],
        ),
        ("ตามหมวด ๒", [("หมวด ๒", "ch2")]),
        ("ตามส่วนที่ ๒ ของหมวด ๑", [("ส่วนที่ ๒ ของหมวด ๑", "ch1.pt2")]),
        ("ตามหมวด ๑ ส่วนที่ ๑", [("หมวด ๑ ส่วนที่ ๑", "ch1.pt1")]),
        ("ตามบทเฉพาะกาล", [("บทเฉพาะกาล", "transitory")]),
        ("ไม่เกินอัตราในบัญชีท้ายพระราชบัญญัตินี้", [("บัญชีท้ายพระราชบัญญัตินี้", "schedule")]),
        ("ไม่เกินอัตราท้ายพระราชบัญญัตินี้", [("อัตราท้ายพระราชบัญญัตินี้", "schedule")]),
        ("ตามมาตรา ๖ แห่งพระราชบัญญัตินี้", [("มาตรา ๖", "s6")]),
        ("ตามมาตรา ๖ แห่งพระราชบัญญัติสวนสาธารณะ พ.ศ. ๒๕๖๐", [("มาตรา ๖", "s6")]),
        ("ตามมาตรา ๔๐", [("มาตรา ๔๐", None)]),
        ("ตามมาตรา ๖ (๙)", [("มาตรา ๖ (๙)", None)]),
        ("วรรคหนึ่งวรรคใด มาตราหนึ่งมาตราใด มาตราชั่งตวงวัด", []),
        ("ใช้ในลักษณะนี้ ส่วนนี้ ศาลอุทธรณ์ภาค ๑", []),
        ("ผู้แทนซึ่งได้รับเลือก (ถ้ามี) ข้อ ๒ (๑)", []),
    ],
)
def test_what_is_cited_from_another_section(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("หนึ่ง\n(๑) ก\n(๒) ข\nตาม (๑) หรือ (๒)", [("(๑)", "s6.p1.i1"), ("(๒)", "s6.p1.i2")]),
        ("หนึ่ง\n(๑) ก\n(๒) ตาม (๑)", [("(๑)", "s6.p1.i1")]),
        ("หนึ่ง\n(๑) ก\n(๒) ข\n(ก) ค\n(ข) ตาม (ก) หรือ (๑)", [("(ก)", "s6.p1.i2.iก"), ("(๑)", "s6.p1.i1")]),
        ("หนึ่ง\n(๑) ก\nสอง\n(๑) ข\nตาม (๑)", [("(๑)", "s6.p2.i1")]),
        ("หนึ่ง\nตามวรรคหนึ่ง", [("วรรคหนึ่ง", "s6.p1")]),
        ("หนึ่ง\nสอง\nตามวรรคก่อน", [("วรรคก่อน", "s6.p2")]),
        ("หนึ่ง\nสอง\nตามความในสองวรรคก่อน", [("สองวรรคก่อน", "s6.p1")]),
        ("ตามวรรคก่อน", [("วรรคก่อน", None)]),
        ("เพื่อประโยชน์แห่งมาตรานี้", [("มาตรานี้", "s6")]),
        ("ตามมาตราก่อน", [("มาตราก่อน", "s5bis")]),
        ("ตามหมวดนี้", [("หมวดนี้", "ch1")]),
        ("ตามส่วนที่ ๑ หรือส่วนที่ ๒ แห่งหมวดนี้", [("ส่วนที่ ๑", "ch1.pt1"), ("ส่วนที่ ๒ แห่งหมวดนี้", "ch1.pt2")]),
        ("หนึ่ง\n(๑) ก\nต่อจากอนุมาตรานี้", [("อนุมาตรานี้", "s6.p1.i1")]),
        ("ก็ให้ (ก) ไป หรือ (ข) มา", []),
        ("ตามส่วนที่ ๒", [("ส่วนที่ ๒", "ch1.pt2")]),
    ],
)
def test_what_is_cited_within_the_section(lines: str, expected: list[tuple[str, str | None]]) -> None:
    assert cited(lines, "s6") == expected


@pytest.mark.parametrize(
    ("text", "words", "law"),
    [
        ("มาตรา ๖ แห่งพระราชบัญญัติป่าไม้ พุทธศักราช ๒๔๘๔", ["มาตรา ๖"], "พระราชบัญญัติป่าไม้ พุทธศักราช ๒๔๘๔"),
        ("มาตรา ๑ และมาตรา ๖ แห่งประมวลกฎหมายอาญามาใช้", ["มาตรา ๑", "มาตรา ๖"], "ประมวลกฎหมายอาญา"),
        ("ตามประมวลกฎหมายอาญา มาตรา ๑๑๒", ["มาตรา ๑๑๒"], "ประมวลกฎหมายอาญา"),
        ("มาตรา ๓ ของรัฐธรรมนูญแห่งราชอาณาจักรไทย", ["มาตรา ๓"], "รัฐธรรมนูญแห่งราชอาณาจักรไทย"),
        ("ตามพระราชบัญญัติอุทยาน พ.ศ. ๒๕๐๔ ด้วย", ["พระราชบัญญัติอุทยาน พ.ศ. ๒๕๐๔"], "พระราชบัญญัติอุทยาน พ.ศ. ๒๕๐๔"),
        ("ตามกฎหมายว่าด้วยที่ราชพัสดุให้ใช้ได้", ["กฎหมายว่าด้วยที่ราชพัสดุ"], "กฎหมายว่าด้วยที่ราชพัสดุ"),
        ("ตามระเบียบกรมสวน ว่าด้วยไม้ พ.ศ. ๒๕๖๑", ["ระเบียบกรมสวน ว่าด้วยไม้ พ.ศ. ๒๕๖๑"], "ระเบียบกรมสวน ว่าด้วยไม้ พ.ศ. ๒๕๖๑"),
        ("ตามระเบียบที่คณะกรรมการกำหนด และตามประกาศ", [], ""),
        (
            "ตามพระราชบัญญัติปรับปรุงกระทรวง ทบวง กรม พ.ศ. ๒๕๔๕",
            ["พระราชบัญญัติปรับปรุงกระทรวง ทบวง กรม พ.ศ. ๒๕๔๕"],
            "พระราชบัญญัติปรับปรุงกระทรวง ทบวง กรม พ.ศ. ๒๕๔๕",
        ),
        (
            "มาตรา ๖ แห่งพระราชบัญญัติสวนสาธารณะ (ฉบับที่ ๒) พ.ศ. ๒๕๖๕",
            ["มาตรา ๖"],
            "พระราชบัญญัติสวนสาธารณะ (ฉบับที่ ๒) พ.ศ. ๒๕๖๕",
        ),
    ],
)
def test_other_laws_are_foreign(text: str, words: list[str], law: str) -> None:
    found = find_in_text(text, GARDEN, "s99")
    assert [(one.text, one.target, one.foreign) for one in found] == [(word, None, law) for word in words]


def test_that_law_is_the_one_named_before() -> None:
    text = "ตามมาตรา ๒ แห่งพระราชบัญญัติป่าไม้ พ.ศ. ๒๔๘๔ และตามมาตรา ๓ แห่งพระราชบัญญัติดังกล่าว"
    assert [one.foreign for one in find_in_text(text, GARDEN, "s99")] == ["พระราชบัญญัติป่าไม้ พ.ศ. ๒๔๘๔"] * 2


def test_sections_listed_below_the_name_of_their_law_are_foreign() -> None:
    text = "ความผิดตามประมวลกฎหมายอาญา ดังต่อไปนี้\n(๑) มาตรา ๕๐ ถึงมาตรา ๕๒\n(๒) มาตรา ๙๙"
    assert {one.foreign for one in find_in_text(text, GARDEN, "s98")} == {"ประมวลกฎหมายอาญา"}


def test_what_a_quoted_provision_cites_is_cited_in_the_law_that_is_amended() -> None:
    law = "พระราชบัญญัติป่าไม้ พ.ศ. ๒๔๘๔"
    text = (
        f"ให้ยกเลิกความในมาตรา ๖ แห่ง{law} และให้ใช้ความต่อไปนี้แทน\n“มาตรา ๖ ผู้ใดฝ่าฝืนมาตรา ๕ วรรคสอง\n"
        "ความผิดตามวรรคหนึ่งและมาตรา ๗ ยอมความได้”\nให้นำมาตรา ๗ มาใช้บังคับ"
    )
    found = [(one.text, one.target, one.foreign) for one in find_in_text(text, GARDEN, "s99")]
    assert found == [
        ("มาตรา ๖", None, law),
        ("มาตรา ๕ วรรคสอง", None, law),
        ("วรรคหนึ่ง", None, law),
        ("มาตรา ๗", None, law),
        ("มาตรา ๗", "s7", None),
    ]


def test_a_range_names_its_ends_and_holds_what_is_between() -> None:
    first, last = find_in_text("ตามมาตรา ๕ ถึงมาตรา ๖/๑", GARDEN, "s99")
    assert (first.target, last.target, last.members) == ("s5", "s6/1", ("s5bis", "s6"))
    first, last = find_in_text("ตามมาตรา ๕ (๑) ถึง (๓)", GARDEN, "s99")
    assert last.members == ("s5.p1.i2",)


def test_spans_are_offsets_in_the_line_of_the_unit() -> None:
    act = Act("พระราชบัญญัติทดสอบ", (section("๑", "หนึ่ง"), section("๒", "สอง\n(๑) ตามมาตรา ๑ และมาตรา ๒")))
    for one in find_references(act):
        node = act.get(one.source)
        assert node is not None
        assert node.text[one.start : one.end] == one.text
        assert one.source == "s2.p1.i1"


def test_a_code_cites_its_own_sections_and_the_act_by_name() -> None:
    code = Code("ประมวลกฎหมายสวน", (section("๑", "ก"), section("๒", "ตามมาตรา ๑ และตามมาตรา ๓ แห่งพระราชบัญญัตินี้")))
    act = Act("พระราชบัญญัติให้ใช้ประมวลกฎหมายสวน พ.ศ. ๒๕๖๐", (section("๓", "มาตรา ๒ แห่งประมวลกฎหมายสวน"),), code=code)
    assert [(one.source, one.target) for one in find_references(act)] == [
        ("s3.p1", "code.s2"),
        ("code.s2.p1", "code.s1"),
        ("code.s2.p1", "s3"),
    ]


def test_clauses_of_a_regulation_are_its_sections() -> None:
    act = Act("ระเบียบสวน", (section("๑", "ก", "ข้อ"), section("๒", "ตามข้อ ๑ และข้อนี้", "ข้อ")))
    assert [one.target for one in find_references(act)] == ["s1", "s2"]


def test_repealed_range_is_what_a_citation_of_its_inside_means() -> None:
    gone = Section("3", "๓", read_units("(ยกเลิก)"), until="8")
    act = Act("พระราชบัญญัติทดสอบ", (gone, section("๙", "ตามมาตรา ๕")))
    assert [one.target for one in find_references(act)] == ["s3"]


def test_citing_finds_those_from_elsewhere_and_inside_ranges() -> None:
    act = Act(
        "พระราชบัญญัติทดสอบ",
        (
            section("๑", "ก\nตามวรรคหนึ่ง"),
            section("๒", "ตามมาตรา ๑ วรรคสอง"),
            section("๓", "ข"),
            section("๔", "มาตรา ๑ ถึงมาตรา ๓"),
        ),
    )
    assert [one.source for one in citing(act, "s1")] == ["s2.p1", "s4.p1"]
    assert [one.source for one in citing(act, "s2")] == ["s4.p1"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("กฎหมายว่าด้วยการให้เอกชนร่วมลงทุน และกฎหมายว่าด้วยป่าไม้", ["กฎหมายว่าด้วยการให้เอกชนร่วมลงทุน", "กฎหมายว่าด้วยป่าไม้"]),
        ("ตามประมวลกฎหมายที่ดินซึ่งใช้อยู่", ["ประมวลกฎหมายที่ดิน"]),
        ("ศาลรัฐธรรมนูญ ตราพระราชบัญญัติ พระราชกฤษฎีกากำหนดเขต", []),
        ("ตามคำสั่งหัวหน้าคณะรักษาความสงบแห่งชาติ ที่ ๒/๒๕๖๐", ["คำสั่งหัวหน้าคณะรักษาความสงบแห่งชาติ ที่ ๒/๒๕๖๐"]),
    ],
)
def test_names_of_laws_end_where_the_sentence_goes_on(text: str, names: list[str]) -> None:
    assert [law.name for law in laws.find_all(text)] == names
