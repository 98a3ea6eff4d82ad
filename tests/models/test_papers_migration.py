"""Papers and notices of proposals are the same after their tables were made anew; those of bills go with a downgrade."""

from __future__ import annotations

from sqlalchemy import text

from extensions import alembic, db
from models.proposal import Proposal
from models.user import User
from review.workflow import State
from services.keeping import made_papers
from services.keeping.made_papers import Wanted
from services.legislating import bill_making
from tests.models.test_guest_migration import app_of_its_own, make_user
from tests.services.office import bring_to, open_office

__all__ = ["app_of_its_own"]
QUERIES = (
    "SELECT id, person_id, proposal_id, kind, form, done, total, file_hash, file FROM made_paper ORDER BY id",
    "SELECT id, person_id, event_number, proposal_id, why, mail_wish FROM notice ORDER BY id",
)


def stored() -> list[list[tuple[object, ...]]]:
    with db.engine.connect() as connection:
        return [[tuple(row) for row in connection.execute(text(query))] for query in QUERIES]


def make_paper(user: User, about) -> None:
    wanted = Wanted("package", "zip", 0, 1, "")
    paper, _ = made_papers.ask(db.session, user=user, about=about, wanted=wanted)
    made_papers.finish(db.session, paper_id=paper.id, file=b"file")


def test_nothing_of_proposals_is_lost(app_of_its_own) -> None:
    with app_of_its_own.app_context():
        office = open_office(db.session, make_user)
        secretary = office.secretary
        proposal = db.session.get_one(Proposal, bring_to(db.session, office, State.APPROVED))
        make_paper(secretary, proposal)
        chosen = {proposal.id: (proposal.content_hash or "")[:12]}
        bill = bill_making.make(db.session, user=secretary, act=proposal.act, title="ร่างรวม", chosen=chosen)
        db.session.commit()
        before = stored()
        make_paper(secretary, bill)
        db.session.close()
        assert [len(rows) for rows in stored()] == [len(rows) + 1 for rows in before]
        for way, revision in ((alembic.downgrade, "0007"), (alembic.upgrade, "heads")):
            way(revision)
            assert stored() == before, revision
