"""The frame of a bill: names of every kind of law, commencement, charge, transitional sections, the principle."""

from dataclasses import replace
from datetime import date

import pytest

from law.act import Act, Section, read_units
from law.amend import Frame, disagreements, principle_lines, transitional_prompts, write_bill
from law.amending.charge import in_charge
from law.amending.frame import after_days, bill_name, law_on, on_date, read_name, short_title, title_block
from law.commencement import Commencement
from law.instruct import read_bill
from law.parse import read_act
from law.proof import prove
from tests.law.weaving_act import ACT, act, after, edited, repealed


def proven(old: Act, new: Act, frame: Frame | None = None) -> str:
    bill = write_bill(old, new, frame)
    assert prove(old, new, bill.text, frame) == ()
    return bill.text


@pytest.mark.parametrize(
    ("title", "number", "year", "short"),
    [
        ("พระราชบัญญัติแปลงผัก พ.ศ. ๒๕๕๐", None, None, "พระราชบัญญัติแปลงผัก (ฉบับที่ ..) พ.ศ. ...."),
        ("พระราชบัญญัติแปลงผัก (ฉบับที่ ๓) พ.ศ. ๒๕๕๐", 4, 2569, "พระราชบัญญัติแปลงผัก (ฉบับที่ ๔) พ.ศ. ๒๕๖๙"),
        ("พระราชบัญญัติโคนม พระพุทธศักราช ๒๔๖๐", 2, None, "พระราชบัญญัติโคนม (ฉบับที่ ๒) พ.ศ. ...."),
        ("พระราชบัญญัติโคนม พุทธศักราช ๒๔๘๐", 2, None, "พระราชบัญญัติโคนม (ฉบับที่ ๒) พ.ศ. ...."),
        ("พระราชบัญญัติรถลาก ร.ศ. ๑๒๐", 2, None, "พระราชบัญญัติรถลาก (ฉบับที่ ๒) พ.ศ. ...."),
        ("พระราชบัญญัติเหรียญ รัตนโกสินทรศก ๑๒๖", 2, None, "พระราชบัญญัติเหรียญ (ฉบับที่ ๒) พ.ศ. ...."),
        ("พระราชกำหนดการกู้ยืม พ.ศ. ๒๕๖๐", 2, 2569, "พระราชกำหนดการกู้ยืม (ฉบับที่ ๒) พ.ศ. ๒๕๖๙"),
        ("พระราชบัญญัติภาษี (ชั่วคราว) พ.ศ. ๒๕๖๐", 2, 2569, "พระราชบัญญัติภาษี (ชั่วคราว) (ฉบับที่ ๒) พ.ศ. ๒๕๖๙"),
        ("ระเบียบว่าด้วยงานครัว พ.ศ. ๒๕๖๐", 2, 2569, "ระเบียบว่าด้วยงานครัว (ฉบับที่ ๒) พ.ศ. ๒๕๖๙"),
    ],
)
def test_short_titles(title: str, number: int | None, year: int | None, short: str) -> None:
    assert short_title(read_name(title), number, year) == short


def test_the_kind_of_law_has_a_line_of_its_own() -> None:
    name = read_name("พระราชบัญญัติประกอบรัฐธรรมนูญว่าด้วยการนับคะแนน พ.ศ. ๒๕๖๐")
    assert title_block(name, 2, None).splitlines() == [
        "ร่าง",
        "พระราชบัญญัติประกอบรัฐธรรมนูญ",
        "ว่าด้วยการนับคะแนน (ฉบับที่ ๒)",
        "พ.ศ. ....",
    ]


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("ส่งเสริมการทอผ้า", "การส่งเสริมการทอผ้า"),
        ("กองทุนสวัสดิการ", "กองทุนสวัสดิการ"),
        ("การเลี้ยงปลา", "การเลี้ยงปลา"),
        ("ว่าด้วยการปรับ", "การปรับ"),
    ],
)
def test_what_the_law_is_about(name: str, subject: str) -> None:
    assert law_on(name) == subject


@pytest.mark.parametrize(
    ("commencement", "words"),
    [
        (Commencement(), "ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป"),
        (after_days(180), "ให้ใช้บังคับเมื่อพ้นกำหนดหนึ่งร้อยแปดสิบวันนับแต่วันประกาศในราชกิจจานุเบกษาเป็นต้นไป"),
        (on_date(date(2027, 1, 1)), "ให้ใช้บังคับตั้งแต่วันที่ ๑ มกราคม พ.ศ. ๒๕๗๐ เป็นต้นไป"),
    ],
)
def test_commencement(commencement: Commencement, words: str) -> None:
    text = proven(act(), edited(repealed("มติของ")), Frame(commencement=commencement))
    assert f"\n\nมาตรา ๒  พระราชบัญญัตินี้{words}\n\n" in text


def test_transitional_sections_stand_before_the_charge() -> None:
    frame = Frame(transitional=("ให้กรรมการซึ่งดำรงตำแหน่งอยู่ปฏิบัติหน้าที่ต่อไปจนกว่าจะมีกรรมการใหม่",), charge="นายกรัฐมนตรี")
    text = proven(act(), edited(("จำนวนสามคน", "จำนวนสี่คน")), frame)
    assert "\n\nมาตรา ๔  ให้กรรมการซึ่งดำรงตำแหน่งอยู่" in text
    assert text.endswith("มาตรา ๕  ให้นายกรัฐมนตรีรักษาการตามพระราชบัญญัตินี้\n\nผู้รับสนองพระราชโองการ\n\nนายกรัฐมนตรี\n")


@pytest.mark.parametrize(
    ("section", "who"),
    [
        (
            "ให้รัฐมนตรีว่าการกระทรวงกลาโหมและประธานศาลปกครองสูงสุดรักษาการตามพระราชบัญญัตินี้ และให้ออกกฎกระทรวง",
            "รัฐมนตรีว่าการกระทรวงกลาโหมและประธานศาลปกครองสูงสุด",
        ),
        ("ให้ประธานศาลฎีกามีหน้าที่รักษาการให้เป็นไปตามพระราชบัญญัตินี้", "ประธานศาลฎีกา"),
        ("“รัฐมนตรี” หมายความว่า รัฐมนตรีว่าการกระทรวงคมนาคม", "รัฐมนตรีว่าการกระทรวงคมนาคม"),
        ("ให้ปลัดกระทรวงการคลังเก็บเงินไว้", "รัฐมนตรีว่าการกระทรวงการคลัง"),
        ("ให้ผู้เลี้ยงปลาทำบัญชี", "นายกรัฐมนตรี"),
    ],
)  # fmt: skip
def test_who_has_charge(section: str, who: str) -> None:
    assert in_charge(read_act(f"พระราชบัญญัติ\nเลี้ยงปลา\nพ.ศ. ๒๕๖๐\n\nมาตรา ๑  {section}\n").act)[0] == who


CODE = """พระราชบัญญัติ
ให้ใช้ประมวลกฎหมายการครัว
พ.ศ. ๒๕๐๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติให้ใช้ประมวลกฎหมายการครัว พ.ศ. ๒๕๐๐”

มาตรา ๒  ให้ใช้ประมวลกฎหมายการครัวท้ายพระราชบัญญัตินี้ตั้งแต่วันที่ ๑ มกราคม พุทธศักราช ๒๕๐๐

มาตรา ๓  ให้นายกรัฐมนตรีรักษาการตามพระราชบัญญัตินี้

ผู้รับสนองพระบรมราชโองการ
ผู้ลงนามสมมุติ
นายกรัฐมนตรี

ประมวลกฎหมายการครัว

ภาค ๑
บททั่วไป

ลักษณะ ๑
การปรุง

มาตรา ๑  ครัวต้องสะอาด

มาตรา ๒  พ่อครัวต้องล้างมือ

ลักษณะ ๒
การเสิร์ฟ

มาตรา ๓  อาหารต้องร้อน

มาตรา ๔  น้ำต้องเย็น
"""


def test_a_code_is_amended_by_an_act_of_its_own_name() -> None:
    old = read_act(CODE).act
    new = read_act(CODE.replace("ต้องล้างมือ", "ต้องล้างมือและสวมหมวก")).act
    text = proven(old, new)
    assert text.splitlines()[:4] == ["ร่าง", "พระราชบัญญัติ", "แก้ไขเพิ่มเติมประมวลกฎหมายการครัว (ฉบับที่ ..)", "พ.ศ. ...."]
    assert "\n\nโดยที่เป็นการสมควรแก้ไขเพิ่มเติมประมวลกฎหมายการครัว\n\n" in text
    assert "\n\nมาตรา ๓  ให้ยกเลิกความในมาตรา ๒ แห่งประมวลกฎหมายการครัว และให้ใช้ความต่อไปนี้แทน\n\n" in text


def test_law_decreed_by_a_council_is_amended_by_an_act() -> None:
    title = "ประกาศของคณะปฏิวัติ ฉบับที่ ๙๙๙ ลงวันที่ ๑ มกราคม พ.ศ. ๒๕๑๕"
    name = bill_name(replace(read_act(RULES).act, title=title), amends_code=False)
    assert short_title(name, 2, 2569) == f"พระราชบัญญัติแก้ไขเพิ่มเติม{title} (ฉบับที่ ๒) พ.ศ. ๒๕๖๙"


def test_the_act_that_promulgates_a_code_is_amended_by_its_name() -> None:
    old = read_act(CODE).act
    text = proven(old, read_act(CODE.replace("ให้นายกรัฐมนตรีรักษา", "ให้รัฐมนตรีว่าการกระทรวงสาธารณสุขรักษา")).act)
    assert "ให้ยกเลิกความในมาตรา ๓ แห่งพระราชบัญญัติให้ใช้ประมวลกฎหมายการครัว พ.ศ. ๒๕๐๐ และ" in text


RULES = """ระเบียบสภาตำบลสมมุติ
ว่าด้วยการใช้ลานกีฬา
พ.ศ. ๒๕๖๐

ข้อ ๑  ระเบียบนี้เรียกว่า “ระเบียบสภาตำบลสมมุติว่าด้วยการใช้ลานกีฬา พ.ศ. ๒๕๖๐”

ข้อ ๒  ระเบียบนี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศเป็นต้นไป

ข้อ ๓  ผู้ขอใช้ลานกีฬาต้อง

(๑) ยื่นคำขอ

(๒) ชำระค่าบำรุง

ข้อ ๔  ลานกีฬาเปิดทุกวัน

ข้อ ๕  ให้ประธานสภาตำบลสมมุติรักษาการตามระเบียบนี้
"""


def test_a_regulation_has_clauses_instead_of_sections() -> None:
    old = read_act(RULES).act
    new = RULES.replace("ชำระค่าบำรุง", "ชำระค่าบำรุงล่วงหน้า").replace("ทุกวัน\n", "ทุกวัน\n\nข้อ ๔/๑  ห้ามนำสัตว์เข้า\n")
    text = proven(old, read_act(new).act)
    title = "ระเบียบสภาตำบลสมมุติว่าด้วยการใช้ลานกีฬา พ.ศ. ๒๕๖๐"
    assert f"\n\nข้อ ๓  ให้ยกเลิกความใน (๒) ของข้อ ๓ แห่ง{title} และให้ใช้ความต่อไปนี้แทน\n\n" in text
    assert f"\n\nข้อ ๔  ให้เพิ่มความต่อไปนี้เป็นข้อ ๔/๑ แห่ง{title}\n\n“ข้อ ๔/๑  ห้ามนำสัตว์เข้า”\n\n" in text
    assert [order.action for order in read_bill(text)] == ["none", "none", "replace", "insert", "none"]


def test_a_ministerial_regulation_has_no_section_on_its_name() -> None:
    text = RULES[RULES.index("ข้อ ๓ ") : RULES.index("ข้อ ๕ ")].replace("ข้อ ๓", "ข้อ ๑").replace("ข้อ ๔", "ข้อ ๒")
    title = "กฎกระทรวง ฉบับที่ ๓ (พ.ศ. ๒๕๖๐) ออกตามความในพระราชบัญญัติลานกีฬา พ.ศ. ๒๕๕๐"
    old = replace(read_act(f"{title}\n\n{text}").act, title=title)
    new = replace(read_act(f"{title}\n\n{text.replace('ทุกวัน', 'ทุกวันเว้นวันพุธ')}").act, title=title)
    assert proven(old, new, Frame(number=9)).split("\n\n") == [
        "ร่าง\nกฎกระทรวง\nฉบับที่ ๙ (พ.ศ. ....)\nออกตามความในพระราชบัญญัติลานกีฬา พ.ศ. ๒๕๕๐",
        f"โดยที่เป็นการสมควรแก้ไขเพิ่มเติม{title}",
        "ข้อ ๑  กฎกระทรวงนี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป",
        f"ข้อ ๒  ให้ยกเลิกความในข้อ ๒ แห่ง{title} และให้ใช้ความต่อไปนี้แทน",
        "“ข้อ ๒  ลานกีฬาเปิดทุกวันเว้นวันพุธ”",
        "ให้ไว้ ณ วันที่ .... พ.ศ. ....\n",
    ]


def test_a_repealed_number_can_be_used_again() -> None:
    old = edited(repealed("มาตรา ๑๐", "มาตรา ๑๐ "))
    text = proven(old, act())
    assert f"ให้เพิ่มความต่อไปนี้เป็นมาตรา ๑๐ แห่ง{ACT}" in text


def test_the_principle_has_a_line_for_every_change() -> None:
    bill = write_bill(
        act(),
        edited(
            ("จำนวนสามคน", "จำนวนสี่คน"),
            ("ลาออกโดยยื่นหนังสือต่อประธานกรรมการ", "ลาออก"),
            after("มาตรา ๙ ", "มาตรา ๙/๑  ดอกผลเป็นของกองทุน"),
            repealed("มาตรา ๑๐", "มาตรา ๑๐ "),
        ),
    )
    assert [line.partition(") ")[2] for line in principle_lines(bill)] == [
        "แก้ไขเพิ่มเติมบทบัญญัติเกี่ยวกับคณะกรรมการผ้าพื้นบ้าน (แก้ไขเพิ่มเติมมาตรา ๕ (๓))",
        "แก้ไขเพิ่มเติมบทบัญญัติเกี่ยวกับคณะกรรมการผ้าพื้นบ้าน (แก้ไขเพิ่มเติมมาตรา ๖ วรรคสอง (๒))",
        "เพิ่มบทบัญญัติเกี่ยวกับการจัดตั้ง (เพิ่มมาตรา ๙/๑)",
        "ยกเลิกบทบัญญัติเกี่ยวกับการบริหาร (ยกเลิกมาตรา ๑๐)",
    ]
    statement = "\n".join(bill.principle)
    assert disagreements(bill, statement) == []
    assert disagreements(bill, statement.replace("(เพิ่มมาตรา ๙/๑)", "")) == [
        "The statement of principle does not have (เพิ่มมาตรา ๙/๑)."
    ]
    assert disagreements(bill, statement.replace("(ยกเลิกมาตรา ๑๐)", "(ยกเลิกมาตรา ๑๑)")) == [
        "The statement of principle does not have (ยกเลิกมาตรา ๑๐).",
        "The statement of principle has (ยกเลิกมาตรา๑๑), which the bill does not do.",
    ]


def test_the_board_that_a_board_sets_up_is_the_one_asked_about() -> None:
    before = Act("พระราชบัญญัติทดลอง", (Section("1", "๑", read_units("ชื่อ")),))
    text = "ให้คณะกรรมการแต่งตั้งคณะอนุกรรมการประเมินผลขึ้นคณะหนึ่ง ประกอบด้วย ปลัดกระทรวง เป็นประธานอนุกรรมการ"
    after = Act("พระราชบัญญัติทดลอง", (*before.body, Section("1/1", "๑/๑", read_units(text))))
    assert [prompt.board for prompt in transitional_prompts(before, after)] == ["คณะอนุกรรมการประเมินผล"]
