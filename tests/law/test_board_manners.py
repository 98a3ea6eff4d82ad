"""Boards in the manner of acts of every age: read with totals counted by hand, written back letter for letter."""

from __future__ import annotations

import pytest

from law.act import Section, read_units
from law.board import as_json, read_boards, write_board
from tests.law import boards_of_every_age, boards_of_real_manner, boards_run_on, boards_table
from tests.law.shared_acts import FOLDER, REASON

CASES = boards_of_every_age.CASES | boards_of_real_manner.CASES | boards_run_on.CASES


def section(text: str) -> Section:
    return Section("4", "๔", read_units(text))


@pytest.mark.parametrize("name", CASES)
def test_a_manner_is_read_and_written(name: str) -> None:
    case = CASES[name]
    (board,) = read_boards(section(case.text))
    read = as_json(board)
    assert {fact: read[fact] for fact in case.facts} == case.facts
    assert board.remainder == ()
    assert write_board(board) == section(case.text).text


def total(text: str) -> tuple[tuple[int | None, int | None], tuple[str, ...]]:
    (board,) = read_boards(section(text))
    return board.total, tuple(one.text for one in board.remainder)


HORSES = "ให้มีคณะกรรมการม้า ประกอบด้วย "


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ผู้แทนกระทรวงการคลังห้า (๕) คน และผู้แทนกระทรวงเกษตรและสหกรณ์สาม (๓) คน เป็นกรรมการ", (8, 8)),
        ("อธิบดีเป็นประธาน และผู้แทนชมรมภาคเหนือ ชมรมภาคใต้ และชมรมภาคกลาง ชมรมละหนึ่งคนเป็นกรรมการ", (4, 4)),
        ("ประธานสภาผู้แทนราษฎรเป็นประธานกรรมการ ผู้แทนพรรคการเมืองพรรคละหนึ่งคน เป็นกรรมการ", (None, None)),
        (
            "ประธานกรรมการ ผู้แทนกระทรวงพาณิชย์ ผู้แทนกระทรวงอุตสาหกรรม กระทรวงละหนึ่งคน "
            "ผู้แทนผู้เลี้ยงม้าและผู้แทนผู้ซื้อม้าฝ่ายละสองคน และผู้ทรงคุณวุฒิอีกสองคน เป็นกรรมการ",
            (9, 9),
        ),
        ("ประธานกรรมการและกรรมการซึ่งรัฐมนตรีแต่งตั้งรวมกันไม่น้อยกว่าเจ็ดคนแต่ไม่เกินเก้าคน", (7, 9)),
        ("ประธานกรรมการ และกรรมการอื่นรวมกันแล้วไม่เกินสิบเอ็ดคน", (None, 11)),
        ("ประธานกรรมการหนึ่งคน กรรมการหกคน และเลขานุการหนึ่งคน ซึ่งรัฐมนตรีแต่งตั้ง", (8, 8)),
        ("กรรมการจำนวนห้าสิบคน ซึ่งมาจากการเลือกตั้งจำนวนสามสิบคน และการแต่งตั้งจำนวนยี่สิบคน", (50, 50)),
        ("ประธานคนหนึ่ง รองประธานสองคน เลขานุการคนหนึ่ง และกรรมการอื่นอีกไม่เกินเจ็ดคน ซึ่งราษฎรเลือกตั้ง", (None, 11)),
        ("(๑) ประธานกรรมการ (๒) อธิบดีกรมปศุสัตว์ และ (๓) กรรมการอีกไม่เกินแปดคน ซึ่งคณะรัฐมนตรีแต่งตั้ง", (None, 10)),
        (
            "รัฐมนตรีเป็นประธานกรรมการ กรรมการผู้แทนผู้ประกอบการ จำนวนสามคน ซึ่งรัฐมนตรีแต่งตั้งโดยคำแนะนำของ"
            "สภาอุตสาหกรรมแห่งประเทศไทยหนึ่งคน สภาหอการค้าแห่งประเทศไทยหนึ่งคน และสมาคมผู้ส่งออกหนึ่งคน",
            (4, 4),
        ),
        (
            "กรรมการห้าคน ซึ่งรัฐมนตรีแต่งตั้งจากข้าราชการสามคน และจากผู้ทรงคุณวุฒิสองคน ให้รัฐมนตรีตั้งกรรมการคนหนึ่งเป็นประธาน",
            (5, 5),
        ),
        ("อธิการบดีเป็นประธาน คณบดี และหัวหน้าส่วนงานอื่น เป็นกรรมการ", (None, None)),
        (
            "ปลัดกระทรวงเป็นประธาน อธิบดีกรมอนามัย เป็นกรรมการ และให้ปลัดกระทรวงแต่งตั้งข้าราชการสังกัดกระทรวงอีกสามคนเป็นกรรมการ",
            (5, 5),
        ),
        ("นายอำเภอเป็นประธานกรรมการ ธนารักษ์พื้นที่ สรรพากรพื้นที่ ผู้แทนเทศบาลจำนวนหนึ่งคน เป็นกรรมการ", (4, 4)),
        ("\n๑. ปลัดกระทรวง เป็นประธานกรรมการ\n๒. อธิบดี เป็นกรรมการ\n๓. ผู้แทนสมาคม ๒ คน เป็นกรรมการ", (4, 4)),
        (
            "\n(๑) นายกรัฐมนตรี เป็นประธาน\n(๒) รัฐมนตรีว่าการกระทรวงกลาโหม เป็นรองประธาน คนที่ ๑\n(๓) เสนาธิการทหาร เป็นกรรมการ",
            (3, 3),
        ),
    ],
)
def test_numbers_of_several_kinds(words: str, expected: tuple[int | None, int | None]) -> None:
    assert total(f"{HORSES.rstrip()}{words}" if words.startswith("\n") else HORSES + words) == (expected, ())


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("อัยการสูงสุดเป็นประธาน และสิ่งอื่นใดอันจำเป็น", "สิ่งอื่นใดอันจำเป็น"),
        (
            "รัฐมนตรีเป็นประธานกรรมการ อธิบดีเป็นกรรมการ\nรัฐมนตรีจะแต่งตั้งกรรมการเพิ่มขึ้นอีกไม่เกินสองคนก็ได้",
            "รัฐมนตรีจะแต่งตั้งกรรมการเพิ่มขึ้นอีกไม่เกินสองคนก็ได้",
        ),
        (
            "รัฐมนตรีเป็นประธานกรรมการ และผู้แทนผู้เลี้ยงม้าคอกละสองคน เป็นกรรมการ",
            "ผู้แทนผู้เลี้ยงม้าคอกละสองคน",
        ),
        (
            "ผู้ว่าราชการจังหวัดในลุ่มน้ำ ผลัดกันเป็นประธานกรรมการ และผู้แทนกรมชลประทาน เป็นกรรมการ",
            "ผู้ว่าราชการจังหวัดในลุ่มน้ำ ผลัดกัน",
        ),
    ],
)
def test_what_is_not_understood_is_reported(words: str, unread: str) -> None:
    assert unread in total(HORSES + words)[1]


def test_the_old_way_to_set_up_a_board_of_so_many() -> None:
    text = "ให้ตั้งกรรมการขึ้นคณะหนึ่งเรียกว่า “คณะกรรมการปราบศัตรูพืช” มีจำนวนไม่เกินเจ็ดนาย"
    (board,) = read_boards(section(text))
    assert (board.name, board.total) == ("คณะกรรมการปราบศัตรูพืช", (None, 7))


@pytest.mark.skipif(not FOLDER.is_dir(), reason=REASON)
def test_nine_of_ten_boards_of_the_shared_acts_leave_nothing() -> None:
    found = list(boards_table.lines())
    assert len(found) >= 79
    assert sum(not line.board.remainder for line in found) >= 0.9 * len(found)
    assert all(line.board.name and line.board.members for line in found)


def test_a_list_that_is_not_as_long_as_it_says_is_reported() -> None:
    words = "\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) กรรมการโดยตำแหน่ง จำนวนสามคน ได้แก่ ปลัดกระทรวงการคลัง และอธิบดีกรมปศุสัตว์"
    assert total(HORSES.rstrip() + words) == ((3, 3), ("กรรมการโดยตำแหน่ง จำนวนสามคน ได้แก่",))
