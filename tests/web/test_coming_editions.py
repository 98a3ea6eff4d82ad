"""Between enactment and the day in force: a drafter is told, and begins on the edition that comes."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from law.editing.edit import Edit
from models.base import utc_now
from models.proposal import Proposal
from services.legislating.enacting import Enactment
from tests.services.office import open_office
from tests.services.test_joint_bills import PLAN, approved, make, record_law

TOLD = "ฉบับใหม่ที่ยังไม่ถึงวันใช้บังคับ"
SENT = {"title": "เรื่องใหม่", "topic": "other", "act": "weaving", "unit": "s5"}


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def enacted(db, office, days: int):
    """The act has a second edition, in force so many days from now."""
    today = utc_now().date()
    law = Enactment(2, 2569, today - timedelta(days=30), in_force_from=today + timedelta(days=days))
    return record_law(db.session, office, make(db.session, office, approved(db.session, office, Edit("s5", PLAN))), law)


def made(client, db, sent) -> Proposal:
    response = client.post("/proposals/new", data=sent)
    assert response.status_code == 302
    return db.session.get_one(Proposal, int(re.search(r"/proposals/(\d+)/", response.location)[1]))


def test_nothing_is_said_while_no_other_edition_comes(client, db, office):
    client.sign_in(office.owner)
    assert TOLD not in client.get("/proposals/new").text
    enacted(db, office, -3)
    assert TOLD not in client.get("/proposals/new").text
    assert "มีฉบับใหม่ที่จะใช้บังคับ" not in client.get("/acts/weaving").text


def test_one_begins_on_the_edition_that_comes_unless_one_says_otherwise(client, db, office):
    coming = enacted(db, office, 90)
    client.sign_in(office.owner)
    page = client.get("/proposals/new").text
    assert TOLD in page
    assert re.search(r'<input[^>]*checked[^>]*name="coming"', page)
    assert "/acts/weaving?edition=2" in client.get("/acts/weaving").text
    begun = made(client, db, SENT | {"coming": "y"})
    assert begun.edition_id == coming.id
    text = client.get(f"/proposals/{begun.id}/text").text
    assert PLAN in text
    assert "รวมกับฉบับใหม่" not in text
    behind = made(client, db, SENT)
    assert behind.edition.number == 1
    assert "รวมกับฉบับใหม่" in client.get(f"/proposals/{behind.id}").text


def test_what_was_chosen_stays_where_the_form_is_shown_again(client, db, office):
    enacted(db, office, 90)
    client.sign_in(office.owner)
    page = client.post("/proposals/new", data=SENT | {"title": ""})
    assert page.status_code == 400
    assert not re.search(r'<input[^>]*checked[^>]*name="coming"', page.text)
