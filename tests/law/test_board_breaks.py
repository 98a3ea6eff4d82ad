"""Boards whose words once misled the reader: breaks, exceptions, bodies that are not there yet, numbers that cite."""

from typing import Any

import pytest

from law.act import Section, read_units
from law.board import as_json, read_boards, write_board

CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "a line break behind the words that compose it": (
        "ให้มีคณะกรรมการสวน ประกอบด้วย\nปลัดกระทรวงเกษตรและสหกรณ์เป็นประธานกรรมการ ผู้แทนกรมป่าไม้ และอธิบดีกรมการข้าว เป็นกรรมการ",
        {"chair": "ปลัดกระทรวงเกษตรและสหกรณ์", "ex_officio": ["อธิบดีกรมการข้าว"], "total_members": {"min": 3, "max": 3}},
    ),
    "one from each, with an exception": (
        "ให้มีคณะกรรมการสวน ประกอบด้วย ประธานชุมนุมสวนระดับประเทศประเภทละหนึ่งคน ในกรณีที่สวนประเภทใดไม่มีชุมนุม "
        "ให้มีผู้แทนจากสวนประเภทนั้นจำนวนหนึ่งคนเป็นกรรมการโดยตำแหน่ง และกรรมการอื่นซึ่งที่ประชุมใหญ่เลือกตั้งจากผู้แทนสวน "
        "มีจำนวนเท่ากับกรรมการโดยตำแหน่งเป็นกรรมการ",
        {"total_members": {"min": None, "max": None}},
    ),
    "a cited section is no number": (
        "ให้มีคณะกรรมการสวนคณะหนึ่ง ประกอบด้วย กรรมการตามมาตรา ๑๑ (๓) คนหนึ่งซึ่งรัฐมนตรีมอบหมาย เป็นประธาน "
        "และกรรมการผู้ทรงคุณวุฒิซึ่งรัฐมนตรีแต่งตั้งจำนวนไม่เกินห้าคน",
        {
            "chair": "กรรมการตามมาตรา ๑๑ (๓)",
            "experts": {"min": None, "max": 5},
            "total_members": {"min": None, "max": 6},
        },
    ),
    "delegates of those concerned": (
        "ต้องมีการแต่งตั้งคณะกรรมการเฝ้าสวน ซึ่งประกอบด้วย ตัวแทนผู้มีส่วนได้เสีย ผู้แทนกรมป่าไม้ และผู้ทรงคุณวุฒิด้านดอกไม้ "
        "เพื่อตรวจสอบ ควบคุม และเฝ้าระวังสวน",
        {
            "others": [{"office": "ตัวแทนผู้มีส่วนได้เสีย", "min": None, "max": None}],
            "representatives": [{"of": "กรมป่าไม้", "min": 1, "max": 1}],
            "experts": {"min": None, "max": None},
        },
    ),
    "who may be proposed is none": (
        "ให้รัฐมนตรีแต่งตั้งคณะกรรมการดูสวนขึ้นคณะหนึ่ง ประกอบด้วยตัวแทนของชาวสวนต่าง ๆ ทั้งนี้ ผู้อำนวยการอาจเสนอชื่อผู้ดูแลสวน",
        {"ex_officio": [], "total_members": {"min": None, "max": None}},
    ),
    "a body that is not there yet": (
        "ในวาระเริ่มแรก ที่ยังไม่มีคณะกรรมการกำกับสวนตามพระราชบัญญัตินี้ ให้คณะกรรมการกำกับสวน ประกอบด้วย อธิบดีกรมป่าไม้เป็นประธานกรรมการ "
        "ผู้แทนชาวสวน เป็นกรรมการ และให้ผู้ดูแลสวนเป็นเลขานุการของคณะกรรมการกำกับสวนโดยให้ปฏิบัติหน้าที่เป็นการชั่วคราว",
        {"board": "คณะกรรมการกำกับสวน", "secretary": "ผู้ดูแลสวน", "total_members": {"min": 2, "max": 2}},
    ),
    "experts beside a chair who is one": (
        "ให้มีคณะกรรมการสวน ประกอบด้วย\n(๑) ผู้ทรงคุณวุฒิซึ่งไม่เคยทำสวน เป็นประธาน\n"
        "(๒) ผู้เคยทำสวนมีจำนวนตามที่รัฐมนตรีกำหนด เป็นกรรมการ\n(๓) ผู้ทรงคุณวุฒิซึ่งไม่เคยทำสวน มีจำนวนเท่ากับกรรมการตาม (๒) เป็นกรรมการ",
        {"experts": {"min": None, "max": None}, "total_members": {"min": None, "max": None}},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_board_is_read_and_written_back(name: str) -> None:
    text, facts = CASES[name]
    section = Section("4", "๔", read_units(text))
    (board,) = read_boards(section)
    read = as_json(board)

    assert {fact: read[fact] for fact in facts} == facts
    assert board.remainder == ()
    assert write_board(board) == section.text
