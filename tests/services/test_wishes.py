"""Policy wishes and the boards of a proposal, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from law.editing.edit import Edit
from models.event import Event
from models.policy import PolicyWish
from models.proposal import Proposal, Topic
from services.drafting import proposals, seating, wishes
from services.failures import Fault, NotFound, Refused
from services.keeping import audit
from tests.services.office import open_office, propose

FOUR = (
    "ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) ปลัดกระทรวง เป็นกรรมการ\n(๓) ผู้แทนช่างทอสี่คน เป็นกรรมการ"
)


@pytest.fixture
def office(session, make_user):
    return open_office(session, make_user)


def wish(session, office, **facts):
    given = {"topic": Topic.BOARD, "text": "มีช่างทอ", "words": "ช่างทอ"} | facts
    return wishes.add_wish(session, user=office.secretary, act=office.edition.act, **given)


def test_a_wish_is_kept_and_recorded_and_taken_back(session, office):
    made = wish(session, office)
    assert [one.id for one in wishes.list_wishes(session, act=office.edition.act)] == [made.id]
    wishes.remove_wish(session, user=office.secretary, act=office.edition.act, wish_id=made.id)
    assert session.scalar(select(PolicyWish)) is None
    actions = list(session.scalars(select(Event.action).order_by(Event.number)))
    assert actions[-2:] == ["wish_added", "wish_removed"]
    assert audit.verify(session).broken is None
    with pytest.raises(NotFound):
        wishes.remove_wish(session, user=office.secretary, act=office.edition.act, wish_id=made.id)


@pytest.mark.parametrize("facts", [{"text": "  "}, {"words": " , \n"}])
def test_a_wish_without_anything_to_look_for_is_refused(session, office, facts):
    with pytest.raises(Refused) as refused:
        wish(session, office, **facts)
    assert refused.value.fault is Fault.WISH_INCOMPLETE
    assert session.scalar(select(PolicyWish)) is None


def test_nobody_but_the_secretary_sets_wishes(session, office):
    with pytest.raises(Refused) as refused:
        wishes.add_wish(
            session, user=office.owner, act=office.edition.act, topic=Topic.BOARD, text="มีช่างทอ", words="ช่างทอ"
        )
    assert refused.value.fault is Fault.NOT_YOURS


def test_only_wishes_of_the_topic_are_judged(session, office):
    wish(session, office)
    wish(session, office, topic=Topic.FUND, words="ธนาคาร")
    proposal = session.get_one(Proposal, propose(session, office))
    board = seating.seating(proposal, seating.Writing((), None), "s4").before
    assert [one.is_met for one in wishes.judged(session, proposal=proposal, board=board)] == [True]
    assert [one.is_met for one in wishes.judged(session, proposal=proposal, board=None)] == [False]


def test_authors_see_the_working_copy_and_others_the_last_draft(session, office):
    proposal = session.get_one(Proposal, propose(session, office))
    number = proposal.id
    proposals.save_working_copy(
        session, user=office.owner, proposal_id=number, edits=[Edit("s4", FOUR)], seen_revision=0
    )
    working = proposals.working_text(session, user=office.owner, proposal=proposal)
    mine = seating.writing_of(session, proposal=proposal, working=working)
    theirs = seating.writing_of(session, proposal=proposal, working=None)
    assert seating.seating(proposal, mine, "s4").composition.after == (6, 6)
    assert seating.seating(proposal, theirs, "s4").composition.after == (4, 4)
    assert [place.is_touched for place in seating.board_places(proposal, mine)] == [True]
    with pytest.raises(NotFound):
        seating.seating(proposal, mine, "s99")


def test_transitional_sections_settle_those_in_office():
    assert not seating.is_settled(seating.Writing((Edit("s4", FOUR),), 1))
    assert seating.is_settled(seating.Writing((), 1, ("ให้กรรมการอยู่ต่อไป",)))
    assert seating.is_settled(seating.Writing((Edit("s9", "ในวาระเริ่มแรก ให้รัฐมนตรีแต่งตั้ง"),), 1))
