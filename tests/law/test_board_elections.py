"""A chair whom the members choose among themselves has no seat of its own, wherever the text says so."""

from __future__ import annotations

import pytest

from law.act import Section, read_units
from law.board import as_json, read_boards


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("คณะกรรมการสรรหา ประกอบด้วยกรรมการจำนวนเจ็ดคน ซึ่งเลือกกันเองให้คนหนึ่งเป็นประธานกรรมการ", 7),
        ("คณะกรรมการสรรหา ประกอบด้วยกรรมการจำนวนเจ็ดคน และให้กรรมการเลือกกรรมการคนหนึ่งเป็นประธานกรรมการ", 7),
        (
            "ให้มีคณะกรรมการคัดเลือก ประกอบด้วย ปลัดกระทรวงการคลัง และผู้ทรงคุณวุฒิสามคน เป็นกรรมการ "
            "ให้กรรมการเลือกกันเองให้กรรมการคนหนึ่งเป็นประธานกรรมการ และให้ผู้อำนวยการเป็นเลขานุการ",
            4,
        ),
        (
            "ให้มีคณะกรรมการคัดเลือก ประกอบด้วย\n(๑) ปลัดกระทรวงการคลัง\n(๒) ผู้แทนสมาคมสองคน\nให้กรรมการเลือกกันเองคนหนึ่งเป็นประธาน",
            3,
        ),
    ],
)
def test_members_choose_their_chair(text, total):
    (board,) = read_boards(Section("1", "๑", read_units(text)))
    assert board.elects_chair
    assert board.remainder == ()
    found = as_json(board)
    assert found["chair"] is None
    assert found["total_members"] == {"min": total, "max": total}


def test_a_representative_chosen_among_many_may_be_chair():
    text = "ให้มีคณะกรรมการ ประกอบด้วย ผู้แทนเกษตรกรซึ่งเลือกกันเองคนหนึ่งเป็นประธานกรรมการ และปลัดกระทรวงการคลังเป็นกรรมการ"
    (board,) = read_boards(Section("1", "๑", read_units(text)))
    assert not board.elects_chair
    assert as_json(board)["chair"] == "ผู้แทนเกษตรกร"
