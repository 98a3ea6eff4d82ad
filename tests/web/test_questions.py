"""How many questions each page asks of the database: no more than written here, and of many no more than of few."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask_sqlalchemy_lite import SQLAlchemy

from models.user import User
from review.workflow import Role, State
from services.reviewing import comments
from services.reviewing.comments import Where
from tests.asked import statements
from tests.conftest import CheckedClient
from tests.services.office import Office, assign, bring_to, open_office, write

FEW, MANY = 3, 30
# Two of each are the sign-in, and how many notices are not read.
HOME, LISTS = 12, 8
OF_BILLS = 2  # more on the first page of the secretary
MOST = {
    "/": HOME,
    "/acts/weaving": 9,
    "/proposals/": LISTS,
    "/notices/": LISTS,
    "/proposals/{}": 15,
    "/proposals/{}/compare": 15,
    "/proposals/{}/drafts/1": 13,
    "/proposals/{}/text": 18,
    "/proposals/{}/board": 15,
    "/proposals/{}/bill": 15,
    "/proposals/{}/discussion": 15,
    "/proposals/{}/history": 17,
    "/proposals/{}/print": 13,
}
ONLY_DRAFTERS = {"/proposals/{}/text"}


@pytest.fixture
def office(db: SQLAlchemy, make_user: Callable[..., User]) -> Office:
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.fixture
def grow(db: SQLAlchemy, office: Office, make_user: Callable[..., User]) -> Callable[[int, int], None]:
    """grow(proposal, number): so many proposals more; and of that one reviewers, drafts, and comments by others each."""

    def more(proposal_id: int, number: int) -> None:
        session = db.session
        reviewers = [make_user(Role.REVIEWER) for _ in range(number)]
        assign(session, office, proposal_id, *office.reviewers[:2], *reviewers)
        for turn, reviewer in enumerate(reviewers):
            bring_to(session, office, State.IN_REVIEW, owner=make_user(Role.DRAFTER))
            saved = write(session, office.owner, proposal_id, f"คณะกรรมการเสนอแผน {number} ครั้งที่ {turn} ต่อรัฐมนตรี")
            where = Where("s5", "เสนอแผน", None)
            seen = saved.draft.number
            comments.add(session, user=reviewer, proposal_id=proposal_id, body="ควร", seen_draft=seen, where=where)

    return more


def ask(client: CheckedClient, db: SQLAlchemy, person: User, proposal_id: int) -> dict[str, int]:
    """How many questions each page asks that the person may open; all that follows from the texts is known already."""
    client.sign_in(person)
    found = {}
    drafts = Role.DRAFTER in person.roles
    for page in MOST if drafts else MOST.keys() - ONLY_DRAFTERS:
        for _ in range(2):
            db.session.expunge_all()
            with statements() as asked:
                response = client.get(page.format(proposal_id), follow_redirects=page.endswith("board"))
            assert response.status_code == 200, page
        found[page] = len(asked)
    return found


@pytest.mark.parametrize("who", ["owner", "reviewer", "secretary", "reader"])
def test_pages_ask_few_questions_and_of_many_no_more(client, db, office, grow, who):
    person = office.reviewers[0] if who == "reviewer" else getattr(office, who)
    number = person.id
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    grow(proposal_id, FEW)
    few = ask(client, db, db.session.get(User, number), proposal_id)
    db.session.add_all([*office.everybody, office.edition])
    grow(proposal_id, MANY)
    many = ask(client, db, db.session.get(User, number), proposal_id)
    assert many == few
    few["/"] -= OF_BILLS if who == "secretary" else 0
    assert {page: asked for page, asked in few.items() if asked > MOST[page]} == {}
