"""A proposal on the weaving act, and the page of its board."""

from __future__ import annotations

import pytest

from tests.services.office import open_office, propose


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.fixture
def place(client, db, office):
    """The page of the act's board in a proposal of the owner, who is signed in."""
    client.sign_in(office.owner)
    return f"/proposals/{propose(db.session, office)}/board/s4"
