"""Members written back: small changes stay small, random boards survive writing and reading."""

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
    new_board,
    read_boards,
    with_members,
    write_board,
)
from tests.law.boards_invented import CASES

ITEMISED = (
    "ให้มีคณะกรรมการสวน ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n"
    "(๒) ปลัดกระทรวงมหาดไทย ปลัดกระทรวงคมนาคม และอธิบดีกรมป่าไม้ เป็นกรรมการ\n"
    "(๓) ผู้แทนสมาคมนักปลูก และผู้แทนสมาคมคนสวน แห่งละหนึ่งคน เป็นกรรมการ\n"
    "(๔) ผู้ทรงคุณวุฒิซึ่งรัฐมนตรีแต่งตั้งไม่เกินสี่คน เป็นกรรมการ\nให้ผู้อำนวยการเป็นกรรมการและเลขานุการ"
)
RUN_ON = (
    "ให้มีคณะกรรมการสวน ประกอบด้วย ปลัดกระทรวงมหาดไทยเป็นประธานกรรมการ อธิบดีกรมป่าไม้ อธิบดีกรมที่ดิน "
    "และผู้ทรงคุณวุฒิอีกสามคนซึ่งรัฐมนตรีแต่งตั้งเป็นกรรมการ และให้ผู้อำนวยการเป็นกรรมการและเลขานุการ"
)


def board(text: str) -> Board:
    (found,) = read_boards(Section("4", "๔", read_units(text)))
    return found


def changed(text: str, old: str, **facts: object) -> str:
    """The text with the facts of one member (named by its office) changed."""
    before = board(text)
    members = [replace(one, **facts) if one.office == old else one for one in before.members]  # type: ignore[arg-type]
    return write_board(with_members(before, members))


@pytest.mark.parametrize("text", [ITEMISED, RUN_ON, *(case.text for case in CASES.values())])
def test_the_same_members_are_the_same_text(text: str) -> None:
    before = board(text)
    assert write_board(with_members(before, before.members)) == write_board(before)


@pytest.mark.parametrize("text", [ITEMISED, RUN_ON])
def test_another_office_changes_only_its_words(text: str) -> None:
    after = changed(text, "อธิบดีกรมป่าไม้", office="อธิบดีกรมอุทยาน")
    assert after == text.replace("อธิบดีกรมป่าไม้", "อธิบดีกรมอุทยาน")


def test_another_number_changes_only_the_number() -> None:
    assert changed(ITEMISED, "ผู้ทรงคุณวุฒิ", maximum=6) == ITEMISED.replace("สี่คน", "หกคน")
    assert changed(RUN_ON, "ผู้ทรงคุณวุฒิ", minimum=5, maximum=5) == RUN_ON.replace("อีกสามคน", "อีกห้าคน")
    assert changed(ITEMISED, "ผู้ทรงคุณวุฒิ", minimum=3, maximum=5) == ITEMISED.replace(
        "ไม่เกินสี่คน", "ไม่น้อยกว่าสามคนแต่ไม่เกินห้าคน"
    )


def test_another_authority_changes_only_its_name() -> None:
    after = changed(ITEMISED, "ผู้ทรงคุณวุฒิ", appointed_by="คณะรัฐมนตรี")
    assert after == ITEMISED.replace("ซึ่งรัฐมนตรีแต่งตั้ง", "ซึ่งคณะรัฐมนตรีแต่งตั้ง")


def inserted(text: str, after: str, new: Member) -> str:
    before = board(text)
    place = next(number for number, one in enumerate(before.members, 1) if one.office == after)
    members = [*before.members[:place], new, *before.members[place:]]
    return write_board(with_members(before, members))


def test_an_office_added_in_the_middle_and_at_the_end_of_a_list() -> None:
    new = Member(Role.MEMBER, Source.OFFICE, "ปลัดกระทรวงเกษตรและสหกรณ์")
    assert inserted(ITEMISED, "ปลัดกระทรวงมหาดไทย", new) == ITEMISED.replace(
        "ปลัดกระทรวงมหาดไทย ", "ปลัดกระทรวงมหาดไทย ปลัดกระทรวงเกษตรและสหกรณ์ "
    )
    assert inserted(ITEMISED, "อธิบดีกรมป่าไม้", new) == ITEMISED.replace(
        "ปลัดกระทรวงคมนาคม และอธิบดีกรมป่าไม้", "ปลัดกระทรวงคมนาคม อธิบดีกรมป่าไม้ และปลัดกระทรวงเกษตรและสหกรณ์"
    )


def test_a_body_added_behind_one_each() -> None:
    new = Member(Role.MEMBER, Source.REPRESENTATIVE, "สภาเกษตรกรแห่งชาติ")
    assert inserted(ITEMISED, "สมาคมคนสวน", new) == ITEMISED.replace(
        "ผู้แทนสมาคมนักปลูก และผู้แทนสมาคมคนสวน แห่งละหนึ่งคน",
        "ผู้แทนสมาคมนักปลูก ผู้แทนสมาคมคนสวน และผู้แทนสภาเกษตรกรแห่งชาติ แห่งละหนึ่งคน",
    )


def test_one_left_alone_of_one_each() -> None:
    text = (
        "ให้มีคณะกรรมการกี่ ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) ผู้แทนสมาคมด้าย และผู้แทนสมาคมไหม แห่งละ{}คน เป็นกรรมการ"
    )
    for number, left in (("หนึ่ง", "ผู้แทนสมาคมไหม เป็น"), ("สอง", "ผู้แทนสมาคมไหม จำนวนสองคน เป็น")):
        before = board(text.format(number))
        after = with_members(before, [one for one in before.members if one.office != "สมาคมด้าย"])
        assert f"(๒) {left}กรรมการ" in write_board(after)


def test_a_kind_that_had_no_item_gets_the_next_one() -> None:
    new = Member(Role.MEMBER, Source.OTHER, "ผู้มีความรู้ด้านต้นไม้", 2, 2)
    text = inserted(ITEMISED, "ผู้ทรงคุณวุฒิ", new)
    assert "\n(๕) ผู้มีความรู้ด้านต้นไม้ จำนวนสองคน เป็นกรรมการ\nให้ผู้อำนวยการ" in text
    assert text.startswith(ITEMISED.partition("\nให้")[0])


def test_assistants_added_as_a_clause_of_their_own() -> None:
    new = Member(Role.ASSISTANT, Source.OTHER, "พนักงานของสำนักงาน", None, 2, has_seat=False, appointed_by="ผู้อำนวยการ")
    text = inserted(ITEMISED, "ผู้อำนวยการ", new)
    assert text == f"{ITEMISED}\nให้ผู้อำนวยการแต่งตั้งพนักงานของสำนักงาน จำนวนไม่เกินสองคน เป็นผู้ช่วยเลขานุการ"


def without(text: str, office: str) -> str:
    before = board(text)
    return write_board(with_members(before, [one for one in before.members if one.office != office]))


def test_an_office_taken_out() -> None:
    assert without(ITEMISED, "ปลัดกระทรวงคมนาคม") == ITEMISED.replace(" ปลัดกระทรวงคมนาคม", "")
    assert without(ITEMISED, "อธิบดีกรมป่าไม้") == ITEMISED.replace(
        "มหาดไทย ปลัดกระทรวงคมนาคม และอธิบดีกรมป่าไม้", "มหาดไทย และปลัดกระทรวงคมนาคม"
    )


def test_an_item_whose_last_member_goes_keeps_its_number() -> None:
    assert without(ITEMISED, "ผู้ทรงคุณวุฒิ") == ITEMISED.replace(
        "(๔) ผู้ทรงคุณวุฒิซึ่งรัฐมนตรีแต่งตั้งไม่เกินสี่คน เป็นกรรมการ", "(๔) (ยกเลิก)"
    )


def test_the_secretary_taken_out() -> None:
    assert without(ITEMISED, "ผู้อำนวยการ") == ITEMISED.replace("\nให้ผู้อำนวยการเป็นกรรมการและเลขานุการ", "")
    assert without(RUN_ON, "ผู้อำนวยการ") == RUN_ON.replace(" และให้ผู้อำนวยการเป็นกรรมการและเลขานุการ", "")


def test_what_the_form_does_not_carry_is_refused() -> None:
    with pytest.raises(CannotWrite):
        changed(ITEMISED, "สมาคมคนสวน", minimum=2, maximum=2)


# --- properties ---

_OFFICES = st.lists(
    st.sampled_from(
        [
            "ปลัดกระทรวงการคลัง",
            "ปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม",
            "อธิบดีกรมป่าไม้",
            "เลขาธิการคณะกรรมการกฤษฎีกา",
            "ผู้ว่าการธนาคารแห่งประเทศไทย",
            "ประธานสภาหอการค้าแห่งประเทศไทยหรือผู้แทน",
            "นายกสภาวิศวกร",
            "ผู้อำนวยการสำนักงบประมาณ",
            "อัยการสูงสุด",
        ]
    ),
    unique=True,
    max_size=7,
)
_BODIES = st.lists(
    st.sampled_from(["กระทรวงการคลัง", "สมาคมธนาคารไทย", "สภาเกษตรกรแห่งชาติ", "สำนักงบประมาณ", "องค์กรชุมชน"]),
    unique=True,
    max_size=4,
)


@st.composite
def _ranges(draw: st.DrawFn) -> tuple[int | None, int | None]:
    low = draw(st.none() | st.integers(2, 15))
    high = draw(st.none() | st.integers(low or 2, 25))
    return (low, high) if (low, high) != (None, None) else (3, 3)


@st.composite
def _boards(draw: st.DrawFn) -> list[Member]:
    members = []
    if draw(st.booleans()):
        members.append(Member(Role.CHAIR, Source.OFFICE, "รัฐมนตรีว่าการกระทรวงมหาดไทย"))
    if draw(st.booleans()):
        members.append(Member(Role.VICE_CHAIR, Source.OFFICE, "รัฐมนตรีช่วยว่าการกระทรวงมหาดไทย"))
    members += [Member(Role.MEMBER, Source.OFFICE, office) for office in draw(_OFFICES)]
    members += [Member(Role.MEMBER, Source.REPRESENTATIVE, body) for body in draw(_BODIES)]
    if draw(st.booleans()):
        members.append(Member(Role.MEMBER, Source.REPRESENTATIVE, "เกษตรกร", *draw(_ranges()), appointed_by="รัฐมนตรี"))
    if draw(st.booleans()) or not members:
        by = draw(st.sampled_from(["คณะรัฐมนตรี", "รัฐมนตรี", ""]))
        members.append(Member(Role.MEMBER, Source.EXPERT, "ผู้ทรงคุณวุฒิ", *draw(_ranges()), appointed_by=by))
    if draw(st.booleans()):
        members.append(Member(Role.SECRETARY, Source.OFFICE, "ผู้อำนวยการ", has_seat=draw(st.booleans())))
    if draw(st.booleans()):
        limits = draw(_ranges())
        members.append(Member(Role.ASSISTANT, Source.OTHER, "ข้าราชการของกรม", *limits, False, appointed_by="อธิบดี"))
    return members


def facts(members: list[Member] | tuple[Member, ...]) -> list[tuple[object, ...]]:
    return [
        (one.role, one.source, one.office, one.minimum, one.maximum, one.has_seat, one.appointed_by) for one in members
    ]


@settings(max_examples=80, deadline=None)
@given(_boards(), st.sampled_from(["คณะกรรมการสวน", "คณะอนุกรรมการป่าชุมชนแห่งชาติ"]))
def test_random_members_survive_writing_and_reading(members: list[Member], name: str) -> None:
    written = new_board(name, members)
    again = board(write_board(written))
    assert again.name == name
    assert facts(again.members) == facts(members)
    assert again.remainder == ()


@settings(max_examples=60, deadline=None)
@given(_boards(), st.data())
def test_random_changes_stay_small(members: list[Member], data: st.DataObject) -> None:
    before = new_board("คณะกรรมการสวน", members)
    offices = [one for one in before.members if one.source is Source.OFFICE and one.role is Role.MEMBER]
    if not offices:
        return
    old = data.draw(st.sampled_from(offices))
    after = with_members(
        before, [replace(one, office="เจ้ากรมแผนที่ทหาร") if one is old else one for one in before.members]
    )
    text, changed_text = write_board(before), write_board(after)
    assert changed_text == text[: old.start] + "เจ้ากรมแผนที่ทหาร" + text[old.end :]
