"""A whole item of a board's list in the place of its neighbour."""

import pytest

from law.act import Section, read_units
from law.board import CannotWrite, boards_of, labels_of, moved_item, read_boards
from tests.law.shared_acts import FOLDER, REASON, names, shared_act

TEA = """ให้มีคณะกรรมการชา ประกอบด้วย
(๑) รัฐมนตรี เป็นประธานกรรมการ
(๒) กรรมการโดยตำแหน่ง ได้แก่
(ก) ปลัดกระทรวงการคลัง
(ข) อธิบดีกรมการข้าว
(๓) (ยกเลิก)
(๔) ผู้แทนสมาคมชา เป็นกรรมการ
ให้ผู้อำนวยการเป็นเลขานุการ"""


def test_an_item_takes_its_lines_with_it_and_the_labels_stay():
    moved, swapped = moved_item(TEA, 0, TEA.index("สมาคมชา"), up=True)
    assert swapped == ("(๒)", "(๔)")
    assert moved.splitlines()[2:7] == [
        "(๒) ผู้แทนสมาคมชา เป็นกรรมการ",
        "(๓) (ยกเลิก)",
        "(๔) กรรมการโดยตำแหน่ง ได้แก่",
        "(ก) ปลัดกระทรวงการคลัง",
        "(ข) อธิบดีกรมการข้าว",
    ]
    assert moved_item(moved, 0, moved.index("สมาคมชา"), up=False)[0] == TEA


def test_a_line_below_an_item_stands_in_it():
    assert moved_item(TEA, 0, TEA.index("กรมการข้าว"), up=True)[0].splitlines()[4] == "(๒) รัฐมนตรี เป็นประธานกรรมการ"


def test_the_words_that_lead_to_the_next_item_stay_in_their_place():
    text = "ให้มีคณะกรรมการชา ประกอบด้วย\n(1) รัฐมนตรี เป็นประธานกรรมการ;\n(2) ผู้แทนชาวไร่ เป็นกรรมการ; และ\n(3) อธิบดีกรมการข้าว เป็นกรรมการ"
    assert moved_item(text, 0, text.index("อธิบดี"), up=True)[0].endswith(
        "\n(2) อธิบดีกรมการข้าว เป็นกรรมการ; และ\n(3) ผู้แทนชาวไร่ เป็นกรรมการ"
    )


@pytest.mark.parametrize(
    ("words", "up"), [("รัฐมนตรี", True), ("สมาคมชา", False), ("ผู้อำนวยการ", True), ("คณะกรรมการ", False)]
)
def test_where_there_is_no_other_item_nothing_moves(words, up):
    with pytest.raises(CannotWrite) as refused:
        moved_item(TEA, 0, TEA.index(words), up=up)
    assert refused.value.reason == CannotWrite.NO_OTHER_ITEM


def test_an_item_that_keeps_its_place_is_not_passed_either():
    for words in ("สมาคมชา", "กรมการข้าว"):
        with pytest.raises(CannotWrite):
            moved_item(TEA, 0, TEA.index(words), up=True, fixed=("(๑)", "(๒)"))
    assert labels_of(TEA, 0) == ("(๑)", "(๒)", "(๔)")


def test_a_board_in_a_sentence_has_no_items():
    with pytest.raises(CannotWrite):
        moved_item("ให้มีคณะกรรมการชา ประกอบด้วย รัฐมนตรีเป็นประธานกรรมการ และผู้แทนสมาคมชา เป็นกรรมการ", 0, 40, up=True)


@pytest.mark.skipif(not FOLDER.is_dir(), reason=REASON)
def test_items_of_the_shared_acts_move_down_and_up_again():
    moves = 0
    for name in names(600_000):
        act = shared_act(name)
        for address, boards in boards_of(act).items():
            text = act.sections()[address].text
            for number, board in enumerate(boards):
                for start in {member.start for member in board.members[:4]}:
                    try:
                        moved, _ = moved_item(text, number, start, up=False)
                    except CannotWrite:
                        continue
                    moves += 1
                    assert sorted(moved) == sorted(text)
                    before = next(one for one in board.members if one.start == start)
                    there = read_boards(Section("1", "๑", read_units(moved)))[number]
                    back = next(one for one in there.members if one.office == before.office and one.role is before.role)
                    assert moved_item(moved, number, back.start, up=True)[0] == text
    assert moves > 40
