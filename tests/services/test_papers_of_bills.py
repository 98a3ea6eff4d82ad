"""Papers of the queue about bills: asked for by anybody, given to who asked, told to nobody else."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from law.editing.edit import Edit
from models.event import Event
from models.notice import Notice
from models.paper import MadePaper
from models.proposal import Proposal
from review.record import Happening
from services.failures import NotFound
from services.keeping import made_papers
from services.keeping.made_papers import Wanted
from services.telling import mail, notices
from tests.services.office import open_office
from tests.services.test_joint_bills import PLAN, approved, make

WANTED = Wanted("package", "zip", 0, 1, "")


@pytest.fixture
def office(session, make_user):
    return open_office(session, make_user)


@pytest.fixture
def bill(session, office):
    return make(session, office, approved(session, office, Edit("s5", PLAN)))


def test_it_is_made_once_for_the_bill_as_it_stands(session, office, bill):
    first, is_new = made_papers.ask(session, user=office.reader, about=bill, wanted=WANTED)
    assert is_new
    assert (first.proposal_id, first.bill_id) == (None, bill.id)
    assert made_papers.ask(session, user=office.reader, about=bill, wanted=WANTED) == (first, False)
    changed = made_papers.ask(session, user=office.reader, about=bill, wanted=Wanted("package", "zip", 0, 2, ""))
    assert changed[1]
    proposal = session.scalars(select(Proposal)).first()
    assert made_papers.list_own(session, user=office.reader, about=proposal) == []
    assert len(made_papers.list_own(session, user=office.reader, about=bill)) == 2


def test_only_who_asked_finds_it_and_is_told_by_notice_and_letter(session, office, bill):
    number = made_papers.ask(session, user=office.reader, about=bill, wanted=WANTED)[0].id
    made_papers.finish(session, paper_id=number, file=b"file")
    assert made_papers.find(session, user=office.reader, paper_id=number, with_file=True).file == b"file"
    for other in (office.owner, office.secretary, office.admin):
        with pytest.raises(NotFound):
            made_papers.find(session, user=other, paper_id=number)
    event = session.scalars(select(Event).where(Event.action == Happening.PAPER_MADE)).one()
    assert (event.act_id, event.details["bill"], event.proposal_id) == (bill.act_id, bill.id, None)
    told = session.scalars(select(Notice).where(Notice.bill_id.is_not(None))).all()
    assert [(one.person_id, one.about) for one in told] == [(office.reader.id, bill)]
    assert notices.list_notices(session, user=office.reader)[0].about is bill
    mail.gather(session)
    letters = [mail.contents(session, one) for one in mail.due(session)]
    assert [one.notices[0].about for one in letters if one.person.id == office.reader.id] == [bill]


def test_what_is_read_of_a_bill_is_read_of_that_one_alone(session, office, bill):
    number = made_papers.ask(session, user=office.reader, about=bill, wanted=WANTED)[0].id
    made_papers.finish(session, paper_id=number, file=b"file")
    newest = notices.newest_of_bill(session, user=office.reader, bill=bill)
    assert newest == session.scalars(select(Event.number).where(Event.action == Happening.PAPER_MADE)).one()
    assert notices.newest_of_bill(session, user=office.secretary, bill=bill) == 0
    assert notices.mark_read(session, user=office.reader, until=newest, bill_id=bill.id + 1) == 0
    assert notices.mark_read(session, user=office.reader, until=newest, bill_id=bill.id) == 1
    assert notices.newest_of_bill(session, user=office.reader, bill=bill) == 0


@pytest.mark.parametrize("both", [True, False])
def test_a_paper_is_about_exactly_one_thing(session, office, bill, both):
    number = made_papers.ask(session, user=office.reader, about=bill, wanted=WANTED)[0].id
    given = session.scalars(select(Proposal.id)).first() if both else None
    change = text("UPDATE made_paper SET proposal_id = :given, bill_id = :bill WHERE id = :number")
    with pytest.raises(IntegrityError, match="about_one"):
        session.execute(change, {"given": given, "bill": bill.id if both else None, "number": number})
    session.rollback()
    assert session.get_one(MadePaper, number).about.id == bill.id
