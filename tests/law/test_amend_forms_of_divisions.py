"""Every form of clause on a chapter, a part or their names."""

import pytest

from law.amend import Frame, Grain, write_bill
from law.proof import prove
from tests.law.clause_forms import Form, check
from tests.law.weaving_act import ACT, act, after, edited, repealed

FORMS: dict[str, Form] = {
    "insert a chapter": (
        [("หมวด ๓\n", "หมวด ๒/๑\nการอุทธรณ์\n\nมาตรา ๑๑/๑  ให้อุทธรณ์ได้\n\nมาตรา ๑๑/๒  ให้พิจารณาในสามสิบวัน\n\nหมวด ๓\n")],
        f"ให้เพิ่มความต่อไปนี้เป็นหมวด ๒/๑ การอุทธรณ์ มาตรา ๑๑/๑ และมาตรา ๑๑/๒ แห่ง{ACT}\n\n"
        "“หมวด ๒/๑\nการอุทธรณ์\n\nมาตรา ๑๑/๑  ให้อุทธรณ์ได้\n\nมาตรา ๑๑/๒  ให้พิจารณาในสามสิบวัน”",
        ["ch2/1", "s11/1", "s11/2"],
    ),
    "insert a chapter of sections numbered one after another": (
        [
            (
                "หมวด ๓\n",
                "หมวด ๒/๑\nเหตุ\n\nมาตรา ๑๑/๑  ให้ทำ\n\nส่วนที่ ๑\nก\n\nมาตรา ๑๑/๒  ให้ไป\n\nมาตรา ๑๑/๓  ให้มา\n\nหมวด ๓\n",
            )
        ],
        f"ให้เพิ่มความต่อไปนี้เป็นหมวด ๒/๑ เหตุ มาตรา ๑๑/๑ ถึงมาตรา ๑๑/๓ แห่ง{ACT}\n\n"
        "“หมวด ๒/๑\nเหตุ\n\nมาตรา ๑๑/๑  ให้ทำ\n\nส่วนที่ ๑\nก\n\nมาตรา ๑๑/๒  ให้ไป\n\nมาตรา ๑๑/๓  ให้มา”",
        ["ch2/1", "s11/1", "s11/2", "s11/3"],
    ),
    "insert a chapter whose sections are not numbered one after another": (
        [after("มาตรา ๑๒ ", "หมวด ๔\nท้าย\n\nมาตรา ๑๒/๑  ให้ทำ\n\nมาตรา ๑๓  ให้ไป\n\nมาตรา ๑๔  ให้มา")],
        f"ให้เพิ่มความต่อไปนี้เป็นหมวด ๔ ท้าย มาตรา ๑๒/๑ มาตรา ๑๓ และมาตรา ๑๔ แห่ง{ACT}\n\n"
        "“หมวด ๔\nท้าย\n\nมาตรา ๑๒/๑  ให้ทำ\n\nมาตรา ๑๓  ให้ไป\n\nมาตรา ๑๔  ให้มา”",
        ["ch4", "s12/1", "s13", "s14"],
    ),
    "insert a part with its sections": (
        [("หมวด ๓\n", "ส่วนที่ ๓\nการตรวจ\n\nมาตรา ๑๑/๑  ให้ตรวจ\n\nหมวด ๓\n")],
        f"ให้เพิ่มความต่อไปนี้เป็นส่วนที่ ๓ การตรวจ มาตรา ๑๑/๑ ของหมวด ๒ แห่ง{ACT}\n\n“ส่วนที่ ๓\nการตรวจ\n\nมาตรา ๑๑/๑  ให้ตรวจ”",
        ["ch2.pt3", "s11/1"],
    ),
    "insert a chapter of two parts": (
        [("หมวด ๓\n", "หมวด ๒/๑\nเหตุ\n\nส่วนที่ ๑\nก\n\nมาตรา ๑๑/๑  ให้ทำ\n\nส่วนที่ ๒\nข\n\nมาตรา ๑๑/๒  ให้ไป\n\nหมวด ๓\n")],
        f"ให้เพิ่มความต่อไปนี้เป็นหมวด ๒/๑ เหตุ มาตรา ๑๑/๑ และมาตรา ๑๑/๒ แห่ง{ACT}\n\n"
        "“หมวด ๒/๑\nเหตุ\n\nส่วนที่ ๑\nก\n\nมาตรา ๑๑/๑  ให้ทำ\n\nส่วนที่ ๒\nข\n\nมาตรา ๑๑/๒  ให้ไป”",
        ["ch2/1", "s11/1", "s11/2"],
    ),
    "insert transitory provisions": (
        [after("มาตรา ๑๒ ", "บทเฉพาะกาล", "มาตรา ๑๓  ให้กรรมการอยู่ต่อไป")],
        f"ให้เพิ่มความต่อไปนี้เป็นบทเฉพาะกาล มาตรา ๑๓ แห่ง{ACT}\n\n“บทเฉพาะกาล\n\nมาตรา ๑๓  ให้กรรมการอยู่ต่อไป”",
        ["transitory", "s13"],
    ),
    "repeal a chapter": (
        [("บทกำหนดโทษ", "(ยกเลิก)"), repealed("มาตรา ๑๒", "มาตรา ๑๒ ")],
        f"ให้ยกเลิกหมวด ๓ บทกำหนดโทษ มาตรา ๑๒ แห่ง{ACT}",
        ["ch3", "s12"],
    ),
    "replace the heading of a chapter": (
        [("หมวด ๒\nกองทุน", "หมวด ๒\nกองทุนและการเงิน")],
        f"ให้ยกเลิกชื่อหมวด ๒ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n“หมวด ๒\nกองทุนและการเงิน”",
        ["ch2.heading"],
    ),
    "put a heading over sections that stand": (
        [("มาตรา ๗  ให้คณะ", "หมวด ๑/๑\nการประชุม\n\nมาตรา ๗  ให้คณะ")],
        f"ให้เพิ่มความต่อไปนี้เป็นชื่อหมวด ๑/๑ ก่อนมาตรา ๗ แห่ง{ACT}\n\n“หมวด ๑/๑\nการประชุม”",
        ["ch1/1.heading"],
    ),
    "put the first heading of a level over sections that stand": (
        [("มาตรา ๕  ให้มี", "ส่วนที่ ๑\nองค์ประกอบ\n\nมาตรา ๕  ให้มี")],
        f"ให้เพิ่มความต่อไปนี้เป็นชื่อส่วนที่ ๑ ของหมวด ๑ ก่อนมาตรา ๕ แห่ง{ACT}\n\n“ส่วนที่ ๑\nองค์ประกอบ”",
        ["ch1.pt1.heading"],
    ),
    "put a heading over chapters that stand": (
        [("หมวด ๑\nคณะกรรมการผ้าพื้นบ้าน\n", "ลักษณะ ๑\nการบริหาร\n\nหมวด ๑\nคณะกรรมการผ้าพื้นบ้าน\n")],
        f"ให้เพิ่มความต่อไปนี้เป็นชื่อลักษณะ ๑ ก่อนหมวด ๑ แห่ง{ACT}\n\n“ลักษณะ ๑\nการบริหาร”",
        ["t1.heading"],
    ),
    "insert the first division of its level": (
        [("ไม่เกินห้าหมื่นบาท", "ไม่เกินห้าหมื่นบาท\n\nลักษณะ ๑\nบทสุดท้าย\n\nมาตรา ๑๓  ให้คณะกรรมการปรับ")],
        f"ให้เพิ่มความต่อไปนี้เป็นลักษณะ ๑ บทสุดท้าย มาตรา ๑๓ แห่ง{ACT}\n\n“ลักษณะ ๑\nบทสุดท้าย\n\nมาตรา ๑๓  ให้คณะกรรมการปรับ”",
        ["t1", "s13"],
    ),
    "replace the heading of a part": (
        [("ส่วนที่ ๒\nการบริหาร", "ส่วนที่ ๒\nการบริหารกองทุน")],
        f"ให้ยกเลิกชื่อส่วนที่ ๒ ของหมวด ๒ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n“ส่วนที่ ๒\nการบริหารกองทุน”",
        ["ch2.pt2.heading"],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_form(form: str) -> None:
    check(FORMS[form])


def test_replace_a_chapter_as_a_whole() -> None:
    new = edited(("หมวด ๓\nบทกำหนดโทษ", "หมวด ๓\nโทษ"), ("ห้าหมื่นบาท", "หนึ่งแสนบาท"))
    bill = write_bill(act(), new, Frame(grain={"ch3": Grain.DIVISION}))
    assert [clause.text for clause in bill.clauses] == [
        f"ให้ยกเลิกความในหมวด ๓ บทกำหนดโทษ มาตรา ๑๒ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n"
        "“หมวด ๓\nโทษ\n\nมาตรา ๑๒  ผู้ใดปลอมผ้าพื้นบ้าน ต้องระวางโทษปรับไม่เกินหนึ่งแสนบาท”"
    ]
    assert prove(act(), new, bill.text) == ()


def test_a_chapter_whose_name_and_sections_change_is_restated() -> None:
    new = edited(
        ("ส่วนที่ ๒\nการบริหาร", "ส่วนที่ ๒\nการเงิน"),
        ("ให้นำฝากธนาคาร", "ให้ฝากไว้กับกระทรวงการคลัง"),
        ("บัญชีของกองทุนปีละครั้ง", "บัญชีของกองทุนปีละสองครั้ง"),
    )
    bill = write_bill(act(), new)
    assert [clause.wording for clause in bill.clauses] == [
        f"ให้ยกเลิกความในส่วนที่ ๒ การบริหาร มาตรา ๑๐ และมาตรา ๑๑ ของหมวด ๒ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน"
    ]
    assert prove(act(), new, bill.text) == ()
    apart = write_bill(act(), new, Frame(grain={"ch2.pt2": Grain.SECTION}))
    assert [list(clause.targets) for clause in apart.clauses] == [["ch2.pt2.heading"], ["s10", "s11"]]


@pytest.mark.parametrize("damaged", ["ถึงมาตรา ๑๑/๒", "ถึงมาตรา ๑๑/๔", "และมาตรา ๑๑/๓", "มาตรา ๑๑/๓", "ถึงมาตรา ๑๒"])
def test_a_damaged_range_is_not_proven(damaged: str) -> None:
    edits, clause, _ = FORMS["insert a chapter of sections numbered one after another"]
    new = edited(*edits)
    text = write_bill(act(), new).text
    assert clause in text
    assert prove(act(), new, text.replace("ถึงมาตรา ๑๑/๓", damaged, 1)) != ()
