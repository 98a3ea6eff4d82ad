"""Papers of the queue: given to who asked and still may, never changed, not kept for long."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import select

from models.base import clock_set_back
from models.notice import Notice
from models.paper import MadePaper
from models.proposal import Proposal
from review.record import Happening
from review.workflow import State
from services.failures import NotFound
from services.keeping import audit, made_papers, timeline, verifying
from services.keeping.made_papers import KEPT, PATIENCE, Wanted
from services.keeping.verifying import Code
from tests.services.office import bring_to, open_office, propose, write

WANTED = Wanted("package", "zip", 0, 1, "https://office.test/verify")


@pytest.fixture
def office(session, make_user):
    return open_office(session, make_user)


@pytest.fixture
def proposal(session, office) -> Proposal:
    return session.get_one(Proposal, bring_to(session, office, State.IN_REVIEW))


def ask(session, user, proposal, wanted=WANTED) -> int:
    return made_papers.ask(session, user=user, about=proposal, wanted=wanted)[0].id


def test_asked_twice_it_is_made_once(session, office, proposal):
    first, is_new = made_papers.ask(session, user=office.reader, about=proposal, wanted=WANTED)
    assert is_new
    assert made_papers.ask(session, user=office.reader, about=proposal, wanted=WANTED) == (first, False)
    assert ask(session, office.reader, proposal, Wanted("package", "pdf", 0, 1, "")) != first.id
    assert ask(session, office.owner, proposal) != first.id


def test_only_who_asked_finds_it(session, office, proposal):
    number = ask(session, office.reader, proposal)
    made_papers.finish(session, paper_id=number, file=b"file")
    assert made_papers.find(session, user=office.reader, paper_id=number, with_file=True).file == b"file"
    for other in (office.owner, office.secretary, office.admin, office.reviewers[0]):
        with pytest.raises(NotFound):
            made_papers.find(session, user=other, paper_id=number)


def test_who_may_no_longer_see_the_proposal_does_not_get_it(session, office):
    hidden = session.get_one(Proposal, propose(session, office))
    write(session, office.owner, hidden.id)
    number = ask(session, office.secretary, hidden)
    made_papers.finish(session, paper_id=number, file=b"file")
    assert made_papers.find(session, user=office.secretary, paper_id=number)
    office.secretary.roles = office.reader.roles
    session.commit()
    with pytest.raises(NotFound):
        made_papers.find(session, user=office.secretary, paper_id=number)


def test_what_is_ready_never_changes_and_who_asked_is_told_once(session, office, proposal):
    number = ask(session, office.reader, proposal)
    made_papers.advance(session, paper_id=number, done=3, total=9)
    made_papers.finish(session, paper_id=number, file=b"first")
    for late in (b"second", b"third"):
        made_papers.finish(session, paper_id=number, file=late)
    made_papers.give_up(session, paper_id=number, why="late")
    made_papers.advance(session, paper_id=number, done=1, total=2)
    paper = made_papers.find(session, user=office.reader, paper_id=number, with_file=True)
    assert (paper.file, paper.file_hash, paper.failed) == (b"first", sha256(b"first").hexdigest(), "")
    assert (paper.done, paper.total) == (9, 9)
    told = timeline.events(session, proposal=proposal, actions=[Happening.PAPER_MADE])
    assert [event.details["file"] for event in told] == [paper.file_hash]
    assert session.scalars(select(Notice.person_id).where(Notice.event_number == told[0].number)).all() == [
        office.reader.id
    ]


def test_after_a_day_it_is_gone(session, office, proposal):
    with clock_set_back(KEPT + timedelta(minutes=1)):
        number = ask(session, office.reader, proposal)
        made_papers.finish(session, paper_id=number, file=b"file")
    with pytest.raises(NotFound):
        made_papers.find(session, user=office.reader, paper_id=number)
    made_papers.sweep(session)
    assert session.get(MadePaper, number, populate_existing=True) is None


def test_what_nobody_makes_is_given_up(session, office, proposal):
    with clock_set_back(PATIENCE + timedelta(minutes=1)):
        number = ask(session, office.reader, proposal)
    made_papers.sweep(session)
    assert made_papers.find(session, user=office.reader, paper_id=number).failed == "late"
    assert ask(session, office.reader, proposal) != number


# --- printed codes --------------------------------------------------------------------------------


def test_a_code_finds_its_draft_for_those_who_may_see_it(session, office):
    hidden = session.get_one(Proposal, propose(session, office))
    write(session, office.owner, hidden.id)
    code = Code(hidden.content_hash[:12])
    for user in office.everybody:
        found = verifying.find_drafts(session, user=user, code=code)
        assert bool(found) == (user in (office.owner, office.secretary)), user.name


def test_it_says_whether_the_text_is_still_the_approved_one(session, office):
    proposal = session.get_one(Proposal, bring_to(session, office, State.APPROVED))
    code = Code(proposal.content_hash[:12])
    [checked] = verifying.find_drafts(session, user=office.reader, code=code)
    assert (checked.draft.number, checked.approved, checked.newer) == (1, True, False)
    other = session.get_one(Proposal, propose(session, office))
    write(session, office.owner, other.id, "คณะกรรมการมีหน้าที่หนึ่ง")
    first = Code(other.content_hash[:12])
    write(session, office.owner, other.id, "คณะกรรมการมีหน้าที่สอง")
    [checked] = verifying.find_drafts(session, user=office.owner, code=first)
    assert (checked.draft.number, checked.approved, checked.newer) == (1, False, True)


def test_the_printed_head_of_the_record_is_found_in_it(session, proposal):
    head = audit.head(session)
    number = verifying.event_number(session, Code("0" * 12, head[:12]))
    assert number
    assert verifying.event_number(session, Code("0" * 12, "0" * 12)) is None
    assert verifying.event_number(session, Code("0" * 12)) is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("0123456789ab", Code("0123456789ab")),
        (" ๐๑๒๓ ๔๕๖๗ ๘๙AB ", Code("0123456789ab")),
        ("รหัส 0123456789ab-fedcba987654", Code("0123456789ab", "fedcba987654")),
        ("0123456", None),
        ("0123456789ag", None),
        ("%", None),
        ("0123456789ab-", None),
        ("0" * 65, None),
        ("", None),
    ],
)
def test_codes_as_they_are_typed(typed, read):
    assert verifying.read_code(typed) == read
