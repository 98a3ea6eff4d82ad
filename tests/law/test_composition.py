"""Compositions compared, the section that sets the quorum, wishes, and orders of appointment."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.board import Board, Group, Member, Role, Source
from law.boards.composition import Fate, Seats, compare_boards, seats_of
from law.boards.meetings import Meeting, Threshold, find_meeting, read_meeting
from law.boards.ministries import renamed, today_name
from law.boards.orders import Power, appointment_order, nearest_power
from law.boards.successions import SUCCESSIONS
from law.boards.wishes import demands, unmet
from tests.law.loom_act import LOOM, act_of, board_of

# --- compared ---


def test_who_came_who_went_who_changed():
    old = board_of(act_of())
    new = board_of(act_of(LOOM.replace("อธิบดีกรมด้าย", "อธิบดีกรมไหม").replace("จำนวนสามคน", "จำนวนห้าคน")))
    compared = compare_boards(old, new)
    assert [one.member.office for one in compared.of(Fate.ADDED)] == ["อธิบดีกรมไหม"]
    assert [one.member.office for one in compared.of(Fate.REMOVED)] == ["อธิบดีกรมด้าย"]
    (changed,) = compared.of(Fate.CHANGED)
    assert (changed.differs, changed.before.maximum, changed.after.maximum) == (("minimum", "maximum"), 3, 5)
    assert (compared.before, compared.after) == ((8, 8), (10, 10))
    assert len(compared.of(Fate.UNCHANGED)) == 4


def test_what_only_follows_the_renaming_of_a_ministry_is_changed_not_another():
    old = board_of(act_of(LOOM.replace("ปลัดกระทรวงสิ่งทอ", "ปลัดกระทรวงแรงงานและสวัสดิการสังคม")))
    new = board_of(act_of(LOOM.replace("ปลัดกระทรวงสิ่งทอ", "ปลัดกระทรวงแรงงาน")))
    assert [one.differs for one in compare_boards(old, new, 2569).of(Fate.CHANGED)] == [("office",)]
    assert compare_boards(old, new, 2540).of(Fate.REMOVED)


def test_nothing_changes_against_itself_and_everything_against_nothing():
    board = board_of(act_of())
    assert not compare_boards(board, board).is_changed
    assert {one.fate for one in compare_boards(None, board).changes} == {Fate.ADDED}
    assert {one.fate for one in compare_boards(board, None).changes} == {Fate.REMOVED}


OFFICES = st.lists(st.sampled_from(["ก", "ข", "ค", "ง", "จ", "ฉ"]), max_size=8)


@settings(max_examples=100, deadline=None)
@given(OFFICES, OFFICES)
def test_every_member_of_either_board_is_told_of_once(old, new):
    def made(offices: list[str]) -> Board:
        return Board("", (Group(tuple(Member(Role.MEMBER, Source.OFFICE, f"อธิบดีกรม{one}") for one in offices)),))

    before, after = made(old), made(new)
    compared = compare_boards(before, after)
    assert [one.after for one in compared.changes if one.after] == list(after.members)
    assert sorted(one.before.office for one in compared.changes if one.before) == sorted(
        one.office for one in before.members
    )
    shares = sum(one.after[1] for one in compared.seats)
    assert shares == compared.after[1]


@pytest.mark.parametrize(
    ("member", "seats"),
    [
        (Member(Role.CHAIR, Source.OFFICE, "นายกรัฐมนตรี"), Seats.MINISTERS),
        (Member(Role.VICE_CHAIR, Source.OTHER, "รองนายกรัฐมนตรีซึ่งนายกรัฐมนตรีมอบหมาย"), Seats.MINISTERS),
        (Member(Role.MEMBER, Source.OFFICE, "ปลัดสำนักนายกรัฐมนตรี"), Seats.PERMANENT_SECRETARIES),
        (Member(Role.MEMBER, Source.OFFICE, "ปลัดกรุงเทพมหานคร"), Seats.PERMANENT_SECRETARIES),
        (Member(Role.MEMBER, Source.OFFICE, "อัยการสูงสุด"), Seats.AGENCIES),
        (Member(Role.MEMBER, Source.OFFICE, "เลขาธิการสภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ"), Seats.AGENCIES),
        (Member(Role.MEMBER, Source.OFFICE, "ประธานสภาอุตสาหกรรมแห่งประเทศไทย"), Seats.PRIVATE),
        (Member(Role.MEMBER, Source.REPRESENTATIVE, "สมาคมธนาคารไทย"), Seats.PRIVATE),
        (Member(Role.MEMBER, Source.REPRESENTATIVE, "กระทรวงการคลัง"), Seats.REPRESENTATIVES),
        (Member(Role.MEMBER, Source.EXPERT, "ผู้ทรงคุณวุฒิ", 3, 5), Seats.EXPERTS),
        (Member(Role.CHAIR, Source.OFFICE, "ประธานกรรมการ"), Seats.OTHERS),
        (Member(Role.SECRETARY, Source.OFFICE, "อธิบดีกรมด้าย"), Seats.SECRETARIAT),
    ],
)
def test_kinds_of_members_by_the_wording(member, seats):
    assert seats_of(member) is seats


# --- quorum ---


@pytest.mark.parametrize(
    ("words", "total", "quorum"),
    [
        ("ต้องมีกรรมการมาประชุมไม่น้อยกว่ากึ่งหนึ่งของจำนวนกรรมการทั้งหมด จึงจะเป็นองค์ประชุม", 25, 13),
        ("ต้องมีกรรมการมาประชุมไม่น้อยกว่ากึ่งหนึ่งของจำนวนกรรมการทั้งหมด จึงจะเป็นองค์ประชุม", 30, 15),
        ("ต้องมีกรรมการมาประชุมเกินกึ่งหนึ่งของจำนวนกรรมการทั้งหมดจึงจะเป็นองค์ประชุม", 30, 16),
        ("ต้องมีกรรมการมาประชุมไม่น้อยกว่าหนึ่งในสามของจำนวนกรรมการทั้งหมดจึงเป็นองค์ประชุม", 20, 7),
        ("ต้องมีกรรมการมาประชุมไม่น้อยกว่าสองในสามของจำนวนกรรมการทั้งหมดจึงเป็นองค์ประชุม", 20, 14),
        ("ต้องมีกรรมการมาประชุมอย่างน้อยห้าคน จึงจะเป็นองค์ประชุม", 20, 5),
        ("ต้องมีกรรมการมาประชุมไม่ต่ำกว่า ๗ คน จึงจะเป็นองค์ประชุม", 20, 7),
    ],
)
def test_the_quorum_as_a_number_of_people(words, total, quorum):
    meeting = read_meeting("s5", f"การประชุมคณะกรรมการ{words}")
    assert meeting is not None
    assert meeting.quorum_of(total) == quorum


def test_a_section_without_a_quorum_sets_none():
    assert read_meeting("s5", "คณะกรรมการมีหน้าที่เสนอแผนไม่น้อยกว่าปีละสองครั้ง") is None
    assert read_meeting("s5", "เมื่อไม่ครบองค์ประชุม ให้เลื่อนการประชุม") is None


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 9), st.integers(1, 9), st.booleans(), st.integers(0, 400))
def test_a_share_is_reached_by_no_fewer(top, bottom, above, total):
    reached = Threshold(top, bottom, above=above).of(total)
    assert reached * bottom > top * total if above else reached * bottom >= top * total
    fewer = reached - 1
    assert fewer * bottom <= top * total if above else fewer * bottom < top * total


def test_a_subcommittee_meets_by_analogy():
    more = "\nมาตรา ๖  ให้มีคณะอนุกรรมการด้าย ประกอบด้วย ปลัดกระทรวงสิ่งทอ เป็นประธานอนุกรรมการ และอธิบดีกรมด้าย เป็นอนุกรรมการ\n\nมาตรา ๗  ให้นำมาตรา ๕ มาใช้บังคับกับการประชุมของคณะอนุกรรมการโดยอนุโลม\n"
    act = act_of(more=more)
    meeting = find_meeting(act, "s6", board_of(act, "s6"))
    assert meeting is not None
    assert (meeting.address, meeting.through) == ("s5", "s7")


def test_a_board_that_no_section_on_meetings_speaks_of_has_none():
    more = "\nมาตรา ๖  ให้มีคณะกรรมการย้อมผ้า ประกอบด้วย ปลัดกระทรวงสิ่งทอ เป็นประธานกรรมการ และอธิบดีกรมด้าย เป็นกรรมการ\n"
    act = act_of(more=more)
    assert find_meeting(act, "s6", board_of(act, "s6")) is None


# --- ministries, wishes ---


@pytest.mark.parametrize(
    ("office", "year", "now"),
    [
        ("ปลัดกระทรวงวิทยาศาสตร์ เทคโนโลยีและสิ่งแวดล้อม", 2550, "ปลัดกระทรวงวิทยาศาสตร์และเทคโนโลยี"),
        ("ปลัดกระทรวงวิทยาศาสตร์ เทคโนโลยีและสิ่งแวดล้อม", 2569, "ปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"),
        ("ปลัดกระทรวงเทคโนโลยีสารสนเทศและการสื่อสาร", 2569, "ปลัดกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"),
        ("ปลัดทบวงมหาวิทยาลัย", 2550, "ปลัดกระทรวงศึกษาธิการ"),
        ("ปลัดทบวงมหาวิทยาลัย", 2569, "ปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"),
        ("อธิบดีกรมตำรวจหรือผู้แทน", 2569, "ผู้บัญชาการตำรวจแห่งชาติหรือผู้แทน"),
        ("ปลัดกระทรวงเกษตราธิการ", 2569, "ปลัดกระทรวงเกษตราธิการ"),
        ("ปลัดกระทรวงเกษตร", 2569, "ปลัดกระทรวงเกษตรและสหกรณ์"),
        ("ปลัดกระทรวงเกษตรและสหกรณ์", 2569, "ปลัดกระทรวงเกษตรและสหกรณ์"),
        ("อธิบดีกรมโยธาธิการ", 2569, "อธิบดีกรมโยธาธิการและผังเมือง"),
        ("อธิบดีกรมโยธาธิการและผังเมือง", 2569, "อธิบดีกรมโยธาธิการและผังเมือง"),
        ("อธิบดีกรมการบินพาณิชย์", 2569, "ผู้อำนวยการสำนักงานการบินพลเรือนแห่งประเทศไทย"),
        ("เลขาธิการคณะกรรมการการอุดมศึกษา", 2569, "ปลัดกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"),
        ("เลขาธิการคณะกรรมการการประถมศึกษาแห่งชาติ", 2569, "เลขาธิการคณะกรรมการการศึกษาขั้นพื้นฐาน"),
        ("รัฐมนตรีว่าการกระทรวงพัฒนาการแห่งชาติ", 2569, ""),
        ("อธิบดีกรมตำรวจ", 2569, "ผู้บัญชาการตำรวจแห่งชาติ"),
        ("ปลัดกระทรวงแรงงาน", 2569, "ปลัดกระทรวงแรงงาน"),
        ("ปลัดกระทรวงวิทยาศาสตร์และเทคโนโลยี", 2560, "ปลัดกระทรวงวิทยาศาสตร์และเทคโนโลยี"),
    ],
)
def test_what_an_office_is_called_in_a_year(office, year, now):
    assert today_name(office, year) == now
    assert (renamed(office, year) is None) == (office == now)


def test_the_table_leads_to_names_that_stand():
    for one in SUCCESSIONS:
        name = today_name(one.name, 2569)
        assert renamed(name, 2569) is None, name
        assert bool(name) == bool(one.successors), one.name
        assert renamed(one.name, one.year - 1) is None or one.name == "ทบวงมหาวิทยาลัย", one.name


def test_wishes_are_met_by_seats():
    board = board_of(act_of())
    assert demands("ก, ข\n\n ค ,") == (("ก", "ข"), ("ค",))
    assert unmet(board, "สมาคมช่างทอ\nกรมด้าย, กรมไหม") == ()
    assert unmet(board, "สมาคมช่างทอ\nกรมไหม") == (("กรมไหม",),)
    assert unmet(None, "สมาคมช่างทอ") == (("สมาคมช่างทอ",),)


def test_a_majority_without_words_is_more_than_half():
    assert Meeting("s5", Threshold(1, 2), "").majority_of(7) == 4


# --- orders of appointment ---

POWER = "\nมาตรา ๖  คณะกรรมการจะแต่งตั้งคณะอนุกรรมการเพื่อทำงานก็ได้\n"
THREADS = (
    "\nมาตรา ๖/๑  ให้มีคณะอนุกรรมการด้าย ประกอบด้วย\n(๑) ผู้แทนสมาคมช่างทอ เป็นอนุกรรมการ\n"
    "(๒) อธิบดีกรมด้าย เป็นประธานอนุกรรมการ\nให้คณะอนุกรรมการตามวรรคหนึ่งรายงานปีละสองครั้ง\n"
)


def test_a_subcommittee_is_appointed_by_order_under_the_section_that_stands():
    act = act_of(more=POWER + THREADS)
    power = nearest_power(act, "s6/1")
    assert power == Power("s6", "คณะกรรมการ")
    order = appointment_order(act, power, board_of(act, "s6/1"))
    assert order.members == ("(๑) อธิบดีกรมด้าย ประธานอนุกรรมการ", "(๒) ผู้แทนสมาคมช่างทอ อนุกรรมการ")
    assert order.duties == ("ให้คณะอนุกรรมการรายงานปีละสองครั้ง",)
    assert "มาตรา ๖ แห่งพระราชบัญญัติกี่ทอผ้า พ.ศ. ๒๕๕๐ คณะกรรมการ" in order.opening


def test_without_such_a_section_there_is_no_order():
    assert nearest_power(act_of(more=THREADS), "s6/1") is None
