""" "Why can't I approve?" has an answer on the page, in every state, for every role."""

from __future__ import annotations

import re

import pytest

from models.proposal import Proposal
from review.workflow import Action, State
from services.reviewing import comments
from services.reviewing.standings import possibilities
from tests.services.office import assign, bring_to, do, open_office

PEOPLE = ("owner", "codrafter", "first", "second", "third", "both", "secretary", "admin", "reader")


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


def person(office, name):
    reviewers = dict(zip(("first", "second", "third"), office.reviewers, strict=True))
    return reviewers.get(name) or getattr(office, name)


def reasons_on(page):
    """What the page says of each thing that can not be done."""
    fold = re.search(r'class="fold why-not-the-rest">(.*?)</details>', page, re.S)
    return dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", fold[1])) if fold else {}


@pytest.mark.parametrize("state", State, ids=str)
def test_every_missing_button_says_why(client, db, office, state):
    """For everybody who sees the proposal: a button, or a sentence; never neither, never both."""
    proposal_id = bring_to(db.session, office, state)
    proposal = db.session.get(Proposal, proposal_id)
    for name in PEOPLE:
        user = client.sign_in(person(office, name))
        answer = client.get(f"/proposals/{proposal_id}")
        if answer.status_code == 404:
            assert state in (State.DRAFT, State.WITHDRAWN), name
            continue
        said = reasons_on(answer.text)
        buttons = set(re.findall(r"/do/(\w+)", answer.text))
        possible = possibilities(db.session, user, db.session.get(Proposal, proposal_id))
        for verdict in possible.actions:
            assert verdict.allowed == (verdict.action.value in buttons) or verdict.action is Action.ASSIGN, (
                name,
                verdict,
            )
        assert len(said) == sum(not one.allowed for one in (*possible.actions, *possible.deeds)), name
        assert all(said.values()), (name, said)
        assert ("เห็นชอบ" in said) != possible.of("approve").allowed, name
    assert proposal.state is state


@pytest.mark.parametrize(
    ("state", "name", "sentence"),
    [
        (State.DRAFT, "owner", "ยังไม่ได้เสนอให้ตรวจ"),
        (State.SUBMITTED, "first", "ยังไม่มีผู้ตรวจเริ่มตรวจ"),
        (State.IN_REVIEW, "owner", "ทำได้เฉพาะผู้ที่มีบทบาทผู้ตรวจ"),
        (State.IN_REVIEW, "third", "ท่านไม่ได้รับมอบหมายให้ตรวจ"),
        (State.IN_REVIEW, "reader", "ทำได้เฉพาะผู้ที่มีบทบาทผู้ตรวจ"),
        (State.CHANGES_REQUESTED, "second", "ผู้ตรวจขอให้แก้ไขไว้"),
        (State.APPROVED, "first", "ได้รับความเห็นชอบครบแล้ว"),
        (State.REJECTED, "first", "ข้อเสนอยุติแล้ว"),
    ],
)
def test_the_sentence_fits_the_case(client, db, office, state, name, sentence):
    proposal_id = bring_to(db.session, office, state)
    client.sign_in(person(office, name))
    page = client.get(f"/proposals/{proposal_id}").text
    assert sentence in reasons_on(page)["เห็นชอบ"]
    assert sentence in client.get(f"/proposals/{proposal_id}/do/approve").text


def openly(page):
    return re.findall(r'<p class="why-not">(.*?)</p>', page)


def test_numbers_are_said_openly(client, db, office):
    proposal_id = bring_to(db.session, office, State.IN_REVIEW)
    first, second, _ = office.reviewers
    client.sign_in(first)
    do(db.session, first, proposal_id, Action.APPROVE)
    assert "อีก ๑ คน" in openly(client.get(f"/proposals/{proposal_id}").text)[0]
    comments.add(db.session, user=second, proposal_id=proposal_id, body="รอก่อน", seen_draft=1, blocking=True)
    client.sign_in(second)
    assert "ค้างอยู่ ๑ รายการ" in openly(client.get(f"/proposals/{proposal_id}").text)[0]


def test_too_few_reviewers_are_counted(client, db, office):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    assign(db.session, office, proposal_id, office.reviewers[0])
    client.sign_in(office.reviewers[0])
    sentence = openly(client.get(f"/proposals/{proposal_id}").text)[0]
    assert ("๑ คน" in sentence, "๒ คน" in sentence) == (True, True)


def test_a_reviewer_who_became_an_author_is_told_and_so_is_the_secretary(client, db, office):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    assign(db.session, office, proposal_id, office.reviewers[0], office.both)
    do(db.session, office.reviewers[0], proposal_id, Action.START)
    made = comments.add(
        db.session,
        user=office.both,
        proposal_id=proposal_id,
        body="เสนอ",
        seen_draft=1,
        where=comments.Where("s5.p1", "เสนอแผน", suggestion="จัดทำแผน"),
    )
    client.sign_in(office.owner)
    revision = re.search(
        r'name="seen_revision"[^>]*value="(\d+)"', client.get(f"/proposals/{proposal_id}/compare").text
    )
    client.post(f"/proposals/{proposal_id}/comments/{made.id}/take", data={"seen_revision": revision[1]})
    page = client.get(f"/proposals/{proposal_id}/text").text
    fields = {"address": "s5", "after": "", "text": "คณะกรรมการมีหน้าที่จัดทำแผน", "do": "draft"}
    fields["revision"] = re.search(r'name="revision"[^>]*value="(\d+)"', page)[1]
    assert client.post(f"/proposals/{proposal_id}/text", data=fields).status_code == 302
    client.sign_in(office.both)
    assert "ถ้อยคำที่ท่านเสนอถูกนำไปใช้" in openly(client.get(f"/proposals/{proposal_id}").text)[0]
    client.sign_in(office.secretary)
    assert "ทั้งสอง เป็นผู้ร่างร่วมแล้ว" in openly(client.get(f"/proposals/{proposal_id}").text)[0]
