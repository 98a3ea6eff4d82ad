"""A new edition meets the open proposals: approvals hold where it leaves them alone, and fall where it does not."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from law.editing.edit import Edit
from models.event import Event
from models.proposal import Draft, Proposal
from models.user import User
from review.carrying import Fate
from review.workflow import Action, ActionRefused, Refusal, State
from services.acts import carrying, editions, storing
from services.drafting import comparisons, proposals
from services.failures import StaleWrite
from services.reviewing import standings
from tests.services.office import ACT_TEXT, Office, bring_to, do, propose, write

LATER = date(2020, 1, 1)
ELSEWHERE = ACT_TEXT.replace("ช่างทอสองคน", "ช่างทอสามคน")  # section 4; proposals of the office touch section 5


def on_section_5(word: str) -> str:
    changed = ACT_TEXT.replace("เสนอแผน", word)
    assert changed != ACT_TEXT
    return changed


@pytest.fixture
def in_review(session: Session, office: Office) -> int:
    proposal_id = bring_to(session, office, State.IN_REVIEW)
    do(session, office.reviewers[0], proposal_id, Action.APPROVE)
    return proposal_id


def bring(session: Session, office: Office, text: str, day: date = LATER, user: User | None = None):
    return storing.add_edition(session, user=user, act=office.edition.act, source=text, in_force_from=day)


def last_event(session: Session, proposal_id: int) -> Event:
    return session.scalars(
        select(Event).where(Event.proposal_id == proposal_id).order_by(Event.number.desc()).limit(1)
    ).one()


def approving(session: Session, proposal_id: int) -> frozenset[int]:
    return standings.approving_ids(session, session.get_one(Proposal, proposal_id, populate_existing=True))


def test_what_it_leaves_alone_goes_on_with_its_approvals(session: Session, office: Office, in_review: int) -> None:
    before = session.get_one(Proposal, in_review).content_hash
    edition = bring(session, office, ELSEWHERE, user=office.admin)
    proposal = session.get_one(Proposal, in_review, populate_existing=True)
    assert (proposal.edition_id, proposal.content_hash, proposal.draft_count) == (edition.id, before, 2)
    assert approving(session, in_review) == {office.reviewers[0].id}
    event = last_event(session, in_review)
    assert (event.action, event.details["draft"], event.details["edition"]) == ("edition_carried", 2, 2)
    made = session.scalars(select(Draft).where(Draft.proposal_id == in_review, Draft.number == 2)).one()
    assert (made.author_id, made.edition_id) == (office.owner.id, edition.id)
    shown = comparisons.compare(session, proposal=proposal, old=0, new=2).comparison
    assert [section.address for section in shown.sections] == ["s5"]
    do(session, office.reviewers[1], in_review, Action.APPROVE)
    assert session.get_one(Proposal, in_review).state is State.APPROVED


def test_what_it_changed_loses_its_approvals_and_can_not_be_approved(
    session: Session, office: Office, in_review: int
) -> None:
    edition = bring(session, office, on_section_5("จัดทำแผน"), user=office.admin)
    proposal = session.get_one(Proposal, in_review, populate_existing=True)
    assert proposal.edition_id != edition.id
    assert proposal.state is State.IN_REVIEW
    assert approving(session, in_review) == frozenset()
    event = last_event(session, in_review)
    assert event.action == "edition_hit"
    assert event.details["units"] == ["s5"]
    assert event.details["voided"] == [office.reviewers[0].id]
    with pytest.raises(ActionRefused) as refused:
        do(session, office.reviewers[1], in_review, Action.APPROVE)
    assert refused.value.refusal is Refusal.NEW_EDITION


def test_what_was_approved_goes_back_to_be_written(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.APPROVED)
    bring(session, office, on_section_5("จัดทำแผน"))
    proposal = session.get_one(Proposal, proposal_id, populate_existing=True)
    assert proposal.state is State.CHANGES_REQUESTED
    assert sorted(last_event(session, proposal_id).details["voided"]) == sorted(
        person.id for person in office.reviewers[:2]
    )
    with pytest.raises(ActionRefused) as refused:
        do(session, office.owner, proposal_id, Action.RESUBMIT)
    assert refused.value.refusal is Refusal.NEW_EDITION


@pytest.mark.parametrize("state", [State.REJECTED, State.WITHDRAWN])
def test_what_has_ended_is_left_where_it_is(session: Session, office: Office, state: State) -> None:
    proposal_id = bring_to(session, office, state)
    number = last_event(session, proposal_id).number
    bring(session, office, on_section_5("จัดทำแผน"))
    assert last_event(session, proposal_id).number == number


def test_an_older_text_brought_in_for_its_history_meets_nothing(
    session: Session, office: Office, in_review: int
) -> None:
    bring(session, office, on_section_5("จัดทำแผน"), date(2000, 1, 1))
    assert approving(session, in_review) == {office.reviewers[0].id}
    proposal = session.get_one(Proposal, in_review)
    assert standings.facts_of(session, proposal).newest_edition == proposal.edition_id


def test_what_is_being_written_counts_as_touched(session: Session, office: Office, in_review: int) -> None:
    proposals.save_working_copy(
        session,
        user=office.owner,
        proposal_id=in_review,
        seen_revision=1,
        edits=[Edit("s5", "คณะกรรมการมีหน้าที่ติดตาม"), Edit("s6", "ให้รัฐมนตรีรักษาการ")],
    )
    bring(session, office, ACT_TEXT.replace("กึ่งหนึ่ง", "สองในสาม"))
    assert last_event(session, in_review).action == "edition_hit"
    assert last_event(session, in_review).details["units"] == ["s6"]


def test_who_has_the_editor_open_does_not_write_over_the_new_edition_unseen(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    bring(session, office, on_section_5("จัดทำแผน"))
    with pytest.raises(StaleWrite):
        proposals.save_working_copy(
            session, user=office.owner, proposal_id=proposal_id, seen_revision=0, edits=[Edit("s5", "เก่า")]
        )


def test_a_unit_added_under_a_number_that_is_taken_now(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    edits = [Edit("s5/1", "ให้คณะกรรมการเปิดเผยแผน", "s5")]
    proposals.save_draft(session, user=office.owner, proposal_id=proposal_id, seen_revision=0, edits=edits)
    text = ACT_TEXT.replace("มาตรา ๖", "มาตรา ๕/๑  ให้มีสำนักงานคณะกรรมการ\n\nมาตรา ๖")
    bring(session, office, text)
    assert last_event(session, proposal_id).details["units"] == ["s5/1"]
    old, new = office.edition, editions.newest_edition(session, office.edition.act_id)
    (unit,) = carrying.meet(editions.tree(old), editions.tree(new), edits)
    assert (unit.fate, unit.address, unit.after) == (Fate.TAKEN, "s5/2", "s5")


@pytest.mark.parametrize(
    ("change", "fate"),
    [
        (lambda text: text.replace("เสนอแผน", "จัดทำแผน"), Fate.CHANGED),
        (
            lambda text: "\n".join(
                "มาตรา ๕  (ยกเลิก)" if line.startswith("มาตรา ๕") else line for line in text.split("\n")
            ),
            Fate.REPEALED,
        ),
        (lambda text: "\n".join(line for line in text.split("\n") if not line.startswith("มาตรา ๕")), Fate.GONE),
    ],
    ids=["changed", "repealed", "gone"],
)
def test_what_became_of_a_unit(office: Office, change, fate: Fate) -> None:
    new = storing.preview(change(ACT_TEXT)).reading.act
    (unit,) = carrying.meet(editions.tree(office.edition), new, [Edit("s5", "ใหม่")])
    assert unit.fate is fate


def test_the_outlook_before_an_import_names_only_what_the_person_sees(
    session: Session, office: Office, in_review: int
) -> None:
    write(session, office.owner, propose(session, office))  # not submitted: the admin does not see it
    tree = storing.preview(on_section_5("จัดทำแผน")).reading.act
    found = carrying.outlook(session, user=office.admin, act=office.edition.act, tree=tree)
    assert ([hit.proposal.id for hit in found.hits], found.going_on, found.hidden) == ([in_review], 0, 1)
    assert [unit.edit.address for unit in found.hits[0].units] == ["s5"]
    calm = carrying.outlook(
        session, user=office.secretary, act=office.edition.act, tree=storing.preview(ELSEWHERE).reading.act
    )
    assert (calm.hits, calm.going_on, calm.hidden) == ((), 2, 0)
