"""Several boards in one section, and members that move from one list of the text to another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.act import Section, read_units
from law.board import (
    Board,
    CannotWrite,
    Member,
    Role,
    Source,
    boards_of,
    member_lists,
    read_boards,
    rewritten,
    write_board,
)
from law.boards.compose import listed
from tests.law.shared_acts import FOLDER, REASON, names, shared_act

TWO = (
    "ห้ามผู้ใดเปิดโรงหนังเว้นแต่ได้รับอนุญาตจากคณะกรรมการตามวรรคสอง\nให้มีคณะกรรมการโรงหนังมีอำนาจออกใบอนุญาต ดังต่อไปนี้\n"
    "(๑) ในกรุงเทพมหานคร ประกอบด้วยอธิบดีเป็นประธานกรรมการ ผู้แทนกรุงเทพมหานคร ผู้แทนกรมอนามัย เป็นกรรมการ "
    "และให้ผู้อำนวยการกองหนังเป็นกรรมการและเลขานุการ\n"
    "(๒) ในจังหวัดอื่น ประกอบด้วยผู้ว่าราชการจังหวัด เป็นประธานกรรมการ สาธารณสุขจังหวัด หัวหน้าสถานีตำรวจ เป็นกรรมการ\n"
    "หลักเกณฑ์ให้เป็นไปตามกฎกระทรวง"
)
LISTS = (
    "ให้มีคณะกรรมการสวน ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) ปลัดกระทรวงมหาดไทย และปลัดกระทรวงคมนาคม เป็นกรรมการ\n"
    "(๓) อธิบดีกรมป่าไม้ และอธิบดีกรมที่ดิน เป็นกรรมการ\n(๔) ผู้แทนสมาคมนักปลูก และผู้แทนสมาคมคนสวน แห่งละสองคน เป็นกรรมการ\n"
    "คณะกรรมการมีหน้าที่ ดังต่อไปนี้\n(๑) เสนอแผน\n(๒) ให้คำปรึกษา"
)


def boards(text: str) -> tuple[Board, ...]:
    return read_boards(Section("4", "๔", read_units(text)))


def text_of(found: tuple[Board, ...]) -> str:
    return "\n".join(write_board(board) for board in found)


def edited(text: str, number: int, members: list[Member], lists: dict[int, int] | None = None) -> str:
    return text_of(rewritten(boards(text), number, members, lists or {}))


def test_each_board_of_a_section_is_changed_alone() -> None:
    first, second = boards(TWO)
    for number, board, old in ((0, first, "กรมอนามัย"), (1, second, "สาธารณสุขจังหวัด")):
        members = [replace(one, office="เกษตรจังหวัด") if one.office == old else one for one in board.members]
        assert edited(TWO, number, members) == TWO.replace(old, "เกษตรจังหวัด")


def test_a_member_comes_into_a_board_that_is_an_item() -> None:
    _, second = boards(TWO)
    new = Member(Role.MEMBER, Source.OFFICE, "เกษตรจังหวัด")
    members = [*second.members[:2], new, *second.members[2:]]
    assert edited(TWO, 1, members) == TWO.replace("สาธารณสุขจังหวัด", "สาธารณสุขจังหวัด เกษตรจังหวัด")
    group = Member(Role.MEMBER, Source.EXPERT, "ผู้ทรงคุณวุฒิ", 2, 2)
    assert "เป็นกรรมการ และผู้ทรงคุณวุฒิ จำนวนสองคน เป็นกรรมการ\nหลักเกณฑ์" in edited(TWO, 1, [*second.members, group])
    secretary = Member(Role.SECRETARY, Source.OFFICE, "ปลัดจังหวัด")
    assert "เป็นกรรมการ และให้ปลัดจังหวัดเป็นกรรมการและเลขานุการ\nหลักเกณฑ์" in edited(TWO, 1, [*second.members, secretary])


def moved(name: str, to: int, **facts: object) -> str:
    (board,) = boards(LISTS)
    place = next(number for number, one in enumerate(board.members) if one.office == name)
    members = list(board.members)
    members[place] = replace(members[place], **facts)  # type: ignore[arg-type]
    return edited(LISTS, 0, members, {place: to})


def test_a_member_moves_to_another_list_of_its_kind() -> None:
    assert moved("ปลัดกระทรวงคมนาคม", 2) == LISTS.replace(" และปลัดกระทรวงคมนาคม", "").replace(
        "อธิบดีกรมป่าไม้ และอธิบดีกรมที่ดิน", "ปลัดกระทรวงคมนาคม อธิบดีกรมป่าไม้ และอธิบดีกรมที่ดิน"
    )


def test_one_by_office_becomes_a_representative_among_the_others() -> None:
    text = moved("อธิบดีกรมที่ดิน", 3, source=Source.REPRESENTATIVE, office="กรมที่ดิน", minimum=2, maximum=2)
    assert "(๓) อธิบดีกรมป่าไม้ เป็นกรรมการ" in text
    assert "กรมที่ดิน" in text.partition("(๔)")[2].partition("\n")[0]


def test_the_last_of_one_each_may_go() -> None:
    (board,) = boards(LISTS)
    new = Member(Role.MEMBER, Source.REPRESENTATIVE, "สมาคมชาวไร่", 2, 2)
    with_third = boards(edited(LISTS, 0, [*board.members, new]))[0]
    assert "ผู้แทนสมาคมชาวไร่ แห่งละสองคน" in write_board(with_third)
    left = [one for one in with_third.members if one.office != "สมาคมชาวไร่"]
    assert edited(write_board(with_third), 0, left) == LISTS


@pytest.mark.parametrize(("office", "to"), [("รัฐมนตรี", 1), ("อธิบดีกรมที่ดิน", 3), ("อธิบดีกรมที่ดิน", 0), ("อธิบดีกรมที่ดิน", 9)])
def test_a_list_of_another_kind_takes_nobody(office: str, to: int) -> None:
    with pytest.raises(CannotWrite) as refused:
        moved(office, to)
    assert refused.value.reason == CannotWrite.ANOTHER_KIND
    assert refused.value.member is not None


def test_a_new_item_stands_behind_the_list_and_not_behind_the_duties() -> None:
    (board,) = boards(LISTS)
    new = Member(Role.MEMBER, Source.EXPERT, "ผู้ทรงคุณวุฒิ", 3, 3)
    secretary = Member(Role.SECRETARY, Source.OFFICE, "ผู้อำนวยการ")
    text = edited(LISTS, 0, [*board.members, new, secretary])
    expected = "เป็นกรรมการ\n(๕) ผู้ทรงคุณวุฒิ จำนวนสามคน เป็นกรรมการ\nให้ผู้อำนวยการเป็นกรรมการและเลขานุการ\nคณะกรรมการมีหน้าที่"
    assert expected in text


def test_an_office_becomes_chair_where_none_was_named() -> None:
    text = "ให้มีคณะกรรมการสวน ประกอบด้วย ประธานกรรมการ และกรรมการอื่นอีกหกคน ซึ่งรัฐมนตรีแต่งตั้ง"
    (board,) = boards(text)
    members = [replace(one, office="ปลัดกระทรวงมหาดไทย") if one.role is Role.CHAIR else one for one in board.members]
    assert edited(text, 0, members) == text.replace("ประธานกรรมการ", "ปลัดกระทรวงมหาดไทย เป็นประธานกรรมการ")


OFFICES = st.lists(
    st.sampled_from(
        ["อธิบดีกรมป่าไม้", "อธิบดีกรมที่ดิน", "ปลัดกระทรวงมหาดไทย", "อัยการสูงสุด", "ผู้ว่าการธนาคารแห่งประเทศไทย", "ราชเลขาธิการ"]
    ),
    unique=True,
    min_size=3,
)


@settings(max_examples=60, deadline=None)
@given(OFFICES, st.data())
def test_random_moves_between_two_lists_are_read_back(offices: list[str], drawn: st.DataObject) -> None:
    cut = drawn.draw(st.integers(1, len(offices) - 1))
    lines = [listed(part) for part in (offices[:cut], offices[cut:])]
    text = (
        f"ให้มีคณะกรรมการสวน ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) {lines[0]} เป็นกรรมการ\n(๓) {lines[1]} เป็นกรรมการ"
    )
    (board,) = boards(text)
    place, to = drawn.draw(st.integers(1, len(offices))), drawn.draw(st.integers(1, 2))
    (after,) = boards(edited(text, 0, list(board.members), {place: to}))
    assert sorted(one.office for one in after.members) == sorted(one.office for one in board.members)
    assert [one.label for one in member_lists(after) if offices[place - 1] in [it.office for it in one.members]] == [
        ("(๒)", "(๓)")[to - 1]
    ]


@pytest.mark.skipif(not FOLDER.is_dir(), reason=REASON)
def test_every_board_of_the_shared_acts_takes_another_office() -> None:
    tried = refused = 0
    for name in names():
        act = shared_act(name)
        for address, found in boards_of(act).items():
            text = act.sections()[address].text
            for number, board in enumerate(found):
                named = [one for one in board.members if one.source is Source.OFFICE and one.office != "ประธานกรรมการ"]
                single = [one for one in named if text.count(one.office) == 1]
                for one in single[:3]:
                    members = [replace(one, office="เจ้ากรมแผนที่ทหาร") if it is one else it for it in board.members]
                    tried += 1
                    try:
                        assert text_of(rewritten(found, number, members)) == text.replace(one.office, "เจ้ากรมแผนที่ทหาร")
                    except CannotWrite:
                        refused += 1
    assert tried > 100
    assert refused <= 0.05 * tried, (refused, tried)
