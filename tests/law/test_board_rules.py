"""What stands round the members: numbers of the whole board, rules that are no members, boards for each place."""

import pytest

from law.act import Section, read_units
from law.board import Member, Role, Source, as_json, member_lists, read_boards, rewritten, with_members, write_board
from tests.law.test_board_turns import CHAIRED, LIST, read


def test_a_number_before_the_name_is_that_of_the_board() -> None:
    text = (
        "ให้รัฐมนตรีตั้งกรรมการขึ้นคณะหนึ่ง มีจำนวนไม่น้อยกว่า ๕ นาย แต่ไม่เกิน ๗ นาย เรียกว่า “คณะกรรมการชา” "
        "ประกอบด้วยปลัดกระทรวงเป็นประธาน กับกรรมการอื่นตามที่รัฐมนตรีเห็นสมควร"
    )
    board = read(text)
    assert (board.name, board.stated, board.total) == ("คณะกรรมการชา", (5, 7), (None, None))


def test_the_head_of_the_unit_whose_board_it_is_is_one() -> None:
    board = read("ให้มีคณะกรรมการประจำวิทยาลัย ประกอบด้วย\n(๑) ผู้อำนวยการวิทยาลัย\n(๒) ผู้แทนศิษย์เก่าจำนวนสองคน")
    assert board.total == (3, 3)


def test_no_other_board_is_called_as_this_one_and_more() -> None:
    board = read("ให้มีสภาคณาจารย์และพนักงาน ประกอบด้วย ประธานสภาคณาจารย์และพนักงาน และสมาชิกจำนวนสิบคน")
    assert (as_json(board)["chair"], board.total) == ("ประธานสภาคณาจารย์และพนักงาน", (11, 11))


def test_who_the_experts_must_be_is_no_board() -> None:
    board = read(f"{CHAIRED} ผู้ทรงคุณวุฒิสามคน เป็นกรรมการ\nกรรมการผู้ทรงคุณวุฒิตามวรรคหนึ่งต้องประกอบด้วยผู้แทนชาวไร่สองคน")
    assert board.total == (5, 5)


def test_what_is_ruled_behind_the_members_is_no_member() -> None:
    board = read(f"{CHAIRED} กรรมการซึ่งมาจากการเลือกตั้งจะมีเท่าใด ให้เป็นไปตามที่อธิบดีกำหนด")
    assert (board.total, board.remainder) == ((2, 2), ())


def test_heads_of_units_that_are_called_otherwise_are_a_class() -> None:
    text = f"{LIST}(๑) อธิการบดี เป็นประธานกรรมการ\n(๒) กรรมการโดยตำแหน่ง ได้แก่ หัวหน้าหน่วยงานที่เรียกชื่ออย่างอื่นที่มีฐานะเทียบเท่าคณะ และศาสตราจารย์"
    assert read(text).total == (None, None)


def test_a_council_of_members_in_items() -> None:
    text = "ให้มีสภาชา ประกอบด้วย สมาชิก ดังต่อไปนี้\n(๑) สมาชิกซึ่งมาจากผู้แทนชาวไร่ จำนวนสิบหกคน\n(๒) รองประธานสภาชา คนที่หนึ่ง"
    board = read(text)
    assert (as_json(board)["vice_chairs"], board.total) == (["รองประธานสภาชา"], (17, 17))


def test_a_member_more_makes_one_more_of_those_who_are_as_many() -> None:
    text = f"{LIST}(๑) ปลัดกระทรวงการคลัง และอธิบดีกรมการข้าว\n(๒) กรรมการซึ่งสมาชิกเลือก จำนวนเท่ากับจำนวนกรรมการใน (๑)"
    board = read(text)
    members = list(board.members)
    members.insert(2, Member(Role.MEMBER, Source.OFFICE, "อธิบดีกรมประมง"))
    assert (board.total, with_members(board, members).total) == ((4, 4), (6, 6))


PLACES = (
    "ให้มีคณะกรรมการชาจังหวัด ประกอบด้วยบุคคลดังต่อไปนี้\n"
    "(๑) ในเขตกรุงเทพมหานคร ให้ผู้ว่าราชการกรุงเทพมหานคร เป็นประธานกรรมการ ผู้แทนกรมการข้าว เป็นกรรมการ\n"
    "(๒) ในเขตจังหวัดอื่น ให้ผู้ว่าราชการจังหวัด เป็นประธานกรรมการ เกษตรจังหวัด และพาณิชย์จังหวัด เป็นกรรมการ"
)


def test_a_board_for_each_place_is_a_board_of_its_own() -> None:
    boards = read_boards(Section("4", "๔", read_units(PLACES)))
    assert [(board.name, board.total, board.remainder) for board in boards] == [
        ("คณะกรรมการชาจังหวัด", (2, 2), ()),
        ("คณะกรรมการชาจังหวัด", (3, 3), ()),
    ]
    assert {one.label for board in boards for one in member_lists(board)} == {""}
    members = [*boards[1].members, Member(Role.MEMBER, Source.REPRESENTATIVE, "ชาวไร่", 2, 2)]
    found = rewritten(boards, 1, members)
    assert write_board(found[1]).endswith("เป็นกรรมการ และผู้แทนชาวไร่ จำนวนสองคน เป็นกรรมการ")


def test_what_members_must_be_is_no_list_of_them() -> None:
    text = (
        "ให้มีคณะกรรมการชา มีจำนวนไม่น้อยกว่าเก้าคนแต่ไม่เกินสิบห้าคน ซึ่งแต่งตั้งจากผู้มีคุณสมบัติ ดังต่อไปนี้\n(๑) เป็นสมาชิก\n(๒) ไม่เป็นกรรมการอื่น"
    )
    assert read(text).total == (9, 15)


@pytest.mark.parametrize(
    "behind",
    [
        " การแต่งตั้งดังกล่าวต้องทำให้แล้วเสร็จภายในสามสิบวัน",
        " ปฏิบัติหน้าที่ไปพลางก่อนจนกว่าจะมีการแต่งตั้งกรรมการ",
        "\nให้สำนักงานชาปฏิบัติหน้าที่เป็นหน่วยธุรการของคณะกรรมการ",
    ],
)
def test_a_rule_leaves_nothing_unread(behind: str) -> None:
    board = read(CHAIRED + behind)
    assert (board.total, board.remainder) == ((2, 2), ())
