"""Boards read into their members, in every wording we could think of and in all shared acts."""

import os
from pathlib import Path

import pytest

from law.act import Section, read_units
from law.board import Role, Source, as_json, boards_of, read_boards, write_board
from law.parse import decode, read_act
from tests.law.boards_invented import CASES

ACTS = Path(os.environ.get("ACTS_DIR", Path(__file__).parents[3] / "shared" / "acts"))
needs_acts = pytest.mark.skipif(not ACTS.is_dir(), reason="the shared acts are not here (ACTS_DIR)")


def section(text: str) -> Section:
    return Section("4", "๔", read_units(text))


@pytest.mark.parametrize("name", CASES)
def test_a_wording_is_read(name: str) -> None:
    case = CASES[name]
    (board,) = read_boards(section(case.text))
    read = as_json(board)
    assert {fact: read[fact] for fact in case.facts} == case.facts
    assert board.remainder == ()


@pytest.mark.parametrize("name", CASES)
def test_what_is_read_is_written_letter_for_letter(name: str) -> None:
    text = section(CASES[name].text).text
    (board,) = read_boards(section(text))
    assert write_board(board) == text
    for member in board.members:
        assert text[member.start : member.end] == member.words


def test_who_appoints_and_on_what_condition() -> None:
    text = "ให้มีคณะกรรมการสวน ประกอบด้วย ประธานกรรมการ และผู้ทรงคุณวุฒิซึ่งรัฐมนตรีแต่งตั้งจำนวนสองคนจากผู้ปลูกไม้ เป็นกรรมการ"
    (board,) = read_boards(section(text))
    expert = next(one for one in board.members if one.source is Source.EXPERT)
    assert (expert.appointed_by, expert.minimum, expert.maximum) == ("รัฐมนตรี", 2, 2)
    assert "จากผู้ปลูกไม้" in expert.condition


def test_seats_for_a_time_are_reported_not_guessed() -> None:
    text = (
        "ให้มีคณะกรรมการสวน ประกอบด้วย อธิบดีกรมป่าไม้ เป็นประธานกรรมการ\n"
        "ในกรณีที่สวนอยู่ในเขตเทศบาล ให้นายกเทศมนตรีแห่งท้องที่นั้นร่วมเป็นกรรมการด้วย"
    )
    (board,) = read_boards(section(text))
    assert [member.role for member in board.members] == [Role.CHAIR]
    assert [one.text for one in board.remainder] == [text.splitlines()[1]]


@pytest.mark.parametrize(
    "text",
    [
        "ให้ถือว่าคณะกรรมการประกอบด้วยกรรมการเท่าที่มีอยู่",
        "มติของคณะกรรมการต้องประกอบด้วยคะแนนเสียงไม่น้อยกว่าสองในสาม",
        "คณะกรรมการมีหน้าที่กำหนดรายละเอียดซึ่งต้องประกอบด้วย\n(๑) ชื่อสวน\n(๒) ที่ตั้ง",
        "ให้รัฐมนตรีรักษาการตามพระราชบัญญัตินี้",
    ],
)
def test_what_creates_no_board(text: str) -> None:
    assert read_boards(section(text)) == ()


@needs_acts
@pytest.mark.parametrize(("label", "total", "experts"), [("s6", 30, 10), ("s18", 17, 7)])
def test_the_boards_of_the_sme_act_when_full(label: str, total: int, experts: int) -> None:
    act = read_act(decode((ACTS / "sme-promotion-act.txt").read_bytes())).act
    (board,) = read_boards(act.sections()[label])
    assert board.total == (total, total)
    assert as_json(board)["experts"] == {"min": experts, "max": experts}


@needs_acts
def test_every_board_of_the_shared_acts() -> None:
    boards = clean = 0
    for path in sorted((ACTS / "council-of-state").glob("*.txt")):
        if path.stat().st_size > 300_000:
            continue
        act = read_act(decode(path.read_bytes())).act
        for address, found in boards_of(act).items():
            assert "\n".join(write_board(board) for board in found) == act.sections()[address].text
            boards += len(found)
            clean += sum(not board.remainder for board in found)
    assert boards >= 45
    assert clean >= 0.9 * boards
