"""Turns of phrase in which boards are composed: who sits there, how many, what is left unread."""

from typing import Any

import pytest

from law.act import Section, read_units
from law.board import (
    Board,
    as_json,
    read_boards,
    write_board,
)

TEA = "ให้มีคณะกรรมการชา ประกอบด้วย "
LIST = "ให้มีคณะกรรมการชา ประกอบด้วย\n"
CHAIRED = f"{TEA}รัฐมนตรีเป็นประธานกรรมการ ผู้แทนสมาคมชา เป็นกรรมการ"

# What it is a case of -> the words, the total, and facts beside it.
TURNS: dict[str, tuple[str, tuple[int | None, int | None], dict[str, Any]]] = {
    "a role runs into the next office": (
        f"{TEA}รัฐมนตรีเป็นประธานกรรมการปลัดกระทรวงเป็นรองประธานกรรมการ อธิบดีกรมการข้าว และผู้แทนสมาคมชา เป็นกรรมการ",
        (4, 4),
        {"chair": "รัฐมนตรี", "vice_chairs": ["ปลัดกระทรวง"]},
    ),
    "professions, each with its number": (
        f"{LIST}(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) แพทย์หนึ่งคน ทันตแพทย์หนึ่งคน พยาบาลสองคน และนักโภชนาการหนึ่งคน เป็นกรรมการ",
        (6, 6),
        {"ex_officio": []},
    ),
    "monks and laymen": (
        f"{TEA}เจ้าคณะจังหวัดเป็นประธานกรรมการ พระภิกษุไม่น้อยกว่าหกรูป แต่ไม่เกินแปดรูป และคฤหัสถ์สองคน เป็นกรรมการ",
        (9, 11),
        {},
    ),
    "monks or laymen": (
        f"{LIST}(๑) ประธานกรรมการรูปหนึ่ง\n(๒) กรรมการผู้ทรงคุณวุฒิจำนวนไม่น้อยกว่าหกรูปหรือคน แต่ไม่เกินแปดรูปหรือคน",
        (7, 9),
        {"chair": "ประธานกรรมการ", "experts": {"min": 6, "max": 8}},
    ),
    "from so many to so many with a dash": (f"{CHAIRED} ผู้ทรงคุณวุฒิ จำนวน 4 - 6 คน เป็นกรรมการ", (6, 8), {}),
    "several ministries behind one head": (
        f"{TEA}นายกรัฐมนตรีเป็นประธานกรรมการ รัฐมนตรีว่าการกระทรวงการคลัง กระทรวงเกษตรและสหกรณ์ และกระทรวงพาณิชย์ เป็นกรรมการ",
        (4, 4),
        {"ex_officio": ["รัฐมนตรีว่าการกระทรวงการคลัง", "กระทรวงเกษตรและสหกรณ์", "กระทรวงพาณิชย์"]},
    ),
    "a chair appointed, then offices that are told": (
        f"{TEA}ประธานกรรมการซึ่งคณะรัฐมนตรีแต่งตั้ง กรรมการโดยตำแหน่งสามคน คือ ปลัดกระทรวงการคลัง ปลัดกระทรวงพาณิชย์ "
        "และอธิบดีกรมการข้าว และกรรมการผู้ทรงคุณวุฒิสี่คน",
        (8, 8),
        {"chair": "ประธานกรรมการ", "experts": {"min": 4, "max": 4}},
    ),
    "chairs of other boards in a list by office": (
        f"{LIST}(๑) ประธานกรรมการซึ่งรัฐมนตรีแต่งตั้ง\n(๒) กรรมการโดยตำแหน่ง ได้แก่ ประธานกรรมการชา สาขาชาเขียว และอธิบดีกรมการข้าว",
        (3, 3),
        {"ex_officio": ["ประธานกรรมการชา สาขาชาเขียว", "อธิบดีกรมการข้าว"]},
    ),
    "members in a paragraph of their own": (
        f"{CHAIRED}\nให้มีกรรมการผู้ทรงคุณวุฒิซึ่งรัฐมนตรีแต่งตั้งอีกจำนวนไม่เกินสี่คน",
        (None, 6),
        {"experts": {"min": None, "max": 4}},
    ),
    "as many as the items before make together": (
        f"{LIST}(๑) ผู้แทนกรมการข้าว\n(๒) ผู้แทนสมาคมชา จำนวนสองคน\n(๓) กรรมการซึ่งได้รับเลือกตั้งโดยสมาชิกมีจำนวนเท่ากับจำนวนกรรมการใน (๑) และ (๒) รวมกัน",
        (6, 6),
        {"others": [{"office": "กรรมการ", "min": 3, "max": 3}]},
    ),
    "as many as items before whose number is not set": (
        f"{LIST}(๑) ผู้เคยปลูกชามีจำนวนตามที่รัฐมนตรีกำหนด เป็นกรรมการ\n(๒) ผู้ทรงคุณวุฒิ มีจำนวนเท่ากับจำนวนกรรมการใน (๑)",
        (None, None),
        {},
    ),
    "chosen from holders of several offices, on the advice of members": (
        f"{LIST}(๑) ผู้แทนสมาคมชา\n(๒) กรรมการจำนวนหกคน ซึ่งเลือกจากผู้ดำรงตำแหน่งรองอธิการบดี คณบดี ผู้อำนวยการสถาบัน และหัวหน้าภาควิชา\n"
        "(๓) กรรมการผู้ทรงคุณวุฒิจำนวนสี่คน ซึ่งแต่งตั้งจากบุคคลภายนอก โดยคำแนะนำของประธาน และกรรมการตาม (๑) และ (๒)",
        (11, 11),
        {},
    ),
    "classes of which there are as many as there are": (
        f"{TEA}อธิการบดีเป็นประธานกรรมการ รองอธิการบดี ผู้อำนวยการสถาบัน และหัวหน้าภาควิชา เป็นกรรมการ",
        (None, None),
        {"ex_officio": []},
    ),
    "heads of districts in an area": (
        f"{TEA}ผู้ว่าราชการจังหวัดเป็นประธานกรรมการ นายอำเภอในเขตลุ่มน้ำ และสารวัตรกำนัน เป็นกรรมการ",
        (None, None),
        {},
    ),
    "parts of so many at least": (
        f"{TEA}ประธานกรรมการหนึ่งคน กรรมการอื่นไม่น้อยกว่าหกคนแต่ไม่เกินสิบคน ซึ่งอย่างน้อยจะต้องเป็นผู้รู้เรื่องชาหนึ่งคน และเรื่องการคลังหนึ่งคน",
        (7, 11),
        {},
    ),
    "half of them from the private sector": (
        f"{TEA}ประธานกรรมการคนหนึ่ง รองประธานกรรมการคนที่หนึ่ง รองประธานกรรมการคนที่สอง และกรรมการอื่นอีกไม่น้อยกว่ายี่สิบเอ็ดคน"
        "แต่ไม่เกินยี่สิบห้าคน ซึ่งคณะรัฐมนตรีแต่งตั้ง ทั้งนี้ ต้องมีผู้แทนภาคเอกชนไม่น้อยกว่ากึ่งหนึ่ง",
        (24, 28),
        {"vice_chairs": ["รองประธานกรรมการ", "รองประธานกรรมการ"]},
    ),
    "who has duties is described, the board's duties are not": (
        f"{TEA}รัฐมนตรีเป็นประธานกรรมการ และให้อธิบดีแต่งตั้งข้าราชการซึ่งมีหน้าที่และอำนาจเกี่ยวกับชาคนหนึ่งเป็นกรรมการและเลขานุการ "
        "และอีกสองคนเป็นผู้ช่วยเลขานุการ",
        (2, 2),
        {"secretary": "ข้าราชการ", "assistant_secretaries": {"min": 2, "max": 2}},
    ),
    "the number and a short name": (
        "ให้มีคณะกรรมการชา เรียกโดยย่อว่า “กชา.” จำนวนเจ็ดคน ซึ่งแต่งตั้งจากผู้มีความรู้ด้านชา",
        (7, 7),
        {"board": "คณะกรรมการชา"},
    ),
    "items under letters": (
        f"{LIST}ก. รัฐมนตรี เป็นประธานกรรมการ\nข. ปลัดกระทรวงการคลัง เป็นกรรมการ\nค. ผู้ทรงคุณวุฒิ ๓ คน เป็นกรรมการ",
        (5, 5),
        {},
    ),
    "letters below items": (
        f"{LIST}(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) กรรมการโดยตำแหน่ง ได้แก่\nก. ปลัดกระทรวงการคลัง\nข. เลขาธิการ ก.พ.\n(๓) กรรมการผู้ทรงคุณวุฒิ จำนวนสองคน",
        (5, 5),
        {"ex_officio": ["ปลัดกระทรวงการคลัง", "เลขาธิการ ก.พ."]},
    ),
    "people appointed from a list whose items give the roles": (
        "ให้มีคณะกรรมการชาคณะหนึ่ง ประกอบด้วย ผู้ทรงคุณวุฒิซึ่งรัฐมนตรีแต่งตั้งจากบุคคล ดังต่อไปนี้\n"
        "(๑) ผู้รู้เรื่องชา เป็นประธานกรรมการคนหนึ่ง\n(๒) ผู้มีความรู้ด้านการเงิน จำนวนสองคน เป็นกรรมการ",
        (3, 3),
        {},
    ),
    "assistants who are numbered": (
        f"{CHAIRED} และให้ผู้อำนวยการเป็นกรรมการและเลขานุการ นายทะเบียนเป็นกรรมการและผู้ช่วยเลขานุการคนที่หนึ่ง "
        "และเหรัญญิกเป็นกรรมการและผู้ช่วยเลขานุการคนที่สอง",
        (5, 5),
        {"assistant_secretaries": {"min": 2, "max": 2}},
    ),
    "the board of a kind of body": (
        "ในคณะให้มีคณะกรรมการประจำคณะ ประกอบด้วย คณบดีเป็นประธานกรรมการ และกรรมการอื่นอีกสองคน",
        (3, 3),
        {"board": "คณะกรรมการประจำคณะ"},
    ),
    "the head of the office too": (
        f"{TEA}ประธานกรรมการและกรรมการอื่นไม่น้อยกว่าหกคนแต่ไม่มากกว่าสิบสี่คน โดยผู้อำนวยการเป็นกรรมการโดยตำแหน่ง",
        (8, 16),
        {"ex_officio": ["ผู้อำนวยการ"]},
    ),
    "kinds of members and their sum": (
        f"{TEA}กรรมการโดยตำแหน่งเจ็ดคน กรรมการผู้แทนองค์กรแปดคน และกรรมการผู้ทรงคุณวุฒิหกคน รวมยี่สิบเอ็ดคน",
        (21, 21),
        {"experts": {"min": 6, "max": 6}},
    ),
    "the board has so many members": (
        "คณะกรรมการชามีกรรมการจำนวนสิบเอ็ดคน ประกอบด้วยประธานกรรมการหนึ่งคนและกรรมการสิบคน ซึ่งวุฒิสภาเลือก",
        (11, 11),
        {"board": "คณะกรรมการชา"},
    ),
    "one of them is vice-chair": (
        f"{CHAIRED} ให้กรรมการเลือกกรรมการคนหนึ่งเป็นรองประธานกรรมการ",
        (2, 2),
        {"vice_chairs": []},
    ),
    "a secretary and an assistant are to be": (
        f"{CHAIRED} กรรมการอื่นอีกสิบคน และให้มีเลขานุการคนหนึ่งกับผู้ช่วยเลขานุการไม่เกินสองคน ซึ่งรัฐมนตรีแต่งตั้ง",
        (12, 12),
        {"secretary": "เลขานุการ", "assistant_secretaries": {"min": None, "max": 2}},
    ),
}


def read(text: str) -> Board:
    """The only board of the words; they are written back letter for letter."""
    section = Section("4", "๔", read_units(text))
    (board,) = read_boards(section)
    assert write_board(board) == section.text
    return board


@pytest.mark.parametrize("name", TURNS)
def test_a_turn_of_phrase_is_read(name: str) -> None:
    text, total, facts = TURNS[name]
    board = read(text)
    found = as_json(board)
    assert (board.total, board.remainder) == (total, ())
    assert {fact: found[fact] for fact in facts} == facts


@pytest.mark.parametrize(
    ("behind", "total"),
    [
        (" และให้ผู้อำนวยการเป็นเลขานุการ และให้ถือว่าเป็นกรรมการด้วย", 3),
        (" และให้ผู้อำนวยการเป็นเลขานุการ\nให้เลขานุการตามวรรคหนึ่งเป็นกรรมการด้วย", 3),
        (" และให้ผู้อำนวยการเป็นเลขานุการ\nให้ถือว่าเลขานุการเป็นกรรมการด้วย", 3),
        (" และให้ผู้อำนวยการเป็นเลขานุการ\nให้ผู้อำนวยการมีฐานะเป็นกรรมการด้วย", 3),
        (" และให้ผู้อำนวยการเป็นเลขานุการและเป็นกรรมการ", 3),
        (" และให้ผู้อำนวยการทำหน้าที่กรรมการและเลขานุการ", 3),
        ("\nให้ผู้อำนวยการเป็นสมาชิกและเลขานุการสภา", 3),
        ("\nให้กรรมการเลือกกรรมการคนหนึ่งเป็นประธานกรรมการ และเลือกกรรมการอีกคนหนึ่งเป็นเลขานุการ", 2),
        (" รองอธิการบดี เป็นกรรมการ\nให้อธิการบดีแต่งตั้งรองอธิการบดีคนหนึ่งเป็นเลขานุการ", None),
    ],
)
def test_a_secretary_is_a_member_wherever_it_is_said(behind: str, total: int | None) -> None:
    found = as_json(read(CHAIRED + behind))
    assert found["secretary_is_member"]
    assert found["total_members"] == {"min": total, "max": total}


@pytest.mark.parametrize(
    "behind",
    [
        " และให้ผู้อำนวยการทำหน้าที่เลขานุการ",
        "\nให้ผู้อำนวยการทำหน้าที่เลขานุการของ ก.ช.",
        "\nให้สำนักงานรับผิดชอบงานธุรการ และให้ผู้อำนวยการเป็นเลขานุการ",
    ],
)
def test_a_secretary_who_is_no_member(behind: str) -> None:
    found = as_json(read(CHAIRED + behind))
    assert (found["secretary"], found["secretary_is_member"]) == ("ผู้อำนวยการ", False)
    assert found["total_members"] == {"min": 2, "max": 2}


def test_an_office_that_does_the_secretarys_work_is_no_secretary() -> None:
    board = read(f"{CHAIRED}\nให้สำนักงานทำหน้าที่เลขานุการของคณะกรรมการ")
    assert (as_json(board)["secretary"], board.total, board.remainder) == (None, (2, 2), ())


@pytest.mark.parametrize(
    ("behind", "unread"),
    [
        (" ถ้าไม่มีสมาคมชาให้แต่งตั้งผู้ปลูกชาเป็นกรรมการแทน", "ถ้าไม่มีสมาคมชาให้แต่งตั้งผู้ปลูกชา"),
        ("\nในกรณีที่เป็นเรื่องของตำบล ให้กำนันเป็นกรรมการร่วมด้วย", "ในกรณีที่เป็นเรื่องของตำบล ให้กำนันเป็นกรรมการร่วมด้วย"),
    ],
)
def test_a_seat_on_a_condition_is_reported(behind: str, unread: str) -> None:
    board = read(CHAIRED + behind)
    assert (board.total, [one.text for one in board.remainder]) == ((2, 2), [unread])


def test_members_who_may_be_appointed_again_are_no_more_seats() -> None:
    assert read(f"{CHAIRED}\nกรรมการที่พ้นจากตำแหน่งอาจแต่งตั้งเป็นกรรมการอีกได้").remainder == ()
