"""The first page: whose turn it is, in words."""

from __future__ import annotations

import re
from datetime import date

import pytest

from law.editing.edit import Edit
from models.proposal import Proposal, Topic
from review.workflow import Action, Role
from services.acts import storing
from services.drafting import proposals
from services.reviewing import reviews

TEXT = "พระราชบัญญัติ\nเรือพาย\nพ.ศ. ๒๕๖๐\n\nมาตรา ๑  ชื่อ\n\nมาตรา ๒  ให้มีคณะกรรมการ\n"


@pytest.fixture
def proposal(db, people) -> Proposal:
    edition = storing.add_act(
        db.session, user=None, slug="boats", source=TEXT, in_force_from=date(2017, 3, 1), confirmed=True
    )
    owner = people[Role.DRAFTER]
    made = proposals.create(db.session, user=owner, act=edition.act, topic=Topic.BOARD, title="ตั้งคณะกรรมการใหม่")
    edits = [Edit("s2", "ให้มีคณะกรรมการเรือพาย")]
    proposals.save_draft(db.session, user=owner, proposal_id=made.id, seen_revision=0, edits=edits)
    return made


@pytest.fixture
def do(db, proposal):
    def act(person, action: Action, reason: str = "") -> None:
        reviews.act(
            db.session,
            user=person,
            proposal_id=proposal.id,
            action=action,
            seen_draft=proposal.draft_count,
            reason=reason,
        )

    return act


def test_nobody_is_sent_to_the_sign_in(client):
    assert client.get("/").location.endswith("/sign-in?next=/")


@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        (Role.DRAFTER, "เปิดกฎหมาย เลือกมาตรา"),
        (Role.REVIEWER, "เมื่อเลขานุการมอบหมายให้ท่านตรวจ"),
        (Role.SECRETARY, "เมื่อผู้ร่างเสนอให้ตรวจ"),
        (Role.READER, "ท่านอ่านกฎหมายและข้อเสนอที่เสนอแล้วได้ทั้งหมด"),
    ],
)
def test_when_nothing_waits_the_page_says_what_to_do(client, db, people, role, sentence):
    storing.add_act(db.session, user=None, slug="boats", source=TEXT, in_force_from=date(2017, 3, 1), confirmed=True)
    client.sign_in(people[role])
    assert sentence in client.get("/").text


def test_without_an_act_the_administrator_is_led_to_the_import(client, people):
    client.sign_in(people[Role.ADMIN])
    assert 'class="button primary" href="/acts/import"' in client.get("/").text


def test_each_person_reads_what_is_his_or_hers_to_do(client, db, people, make_user, proposal, do):
    drafter, reviewer, secretary = people[Role.DRAFTER], people[Role.REVIEWER], people[Role.SECRETARY]

    def page_of(person) -> str:
        client.sign_in(person)
        return client.get("/").text

    assert "ร่างครั้งที่ ๑ บันทึกแล้ว เขียนต่อหรือเสนอให้ตรวจ" in page_of(drafter)
    do(drafter, Action.SUBMIT)
    assert "มอบหมายผู้ตรวจ มีแล้ว ๐ จาก ๒ คน" in page_of(secretary)
    assert f'href="/proposals/{proposal.id}/do/assign"' in page_of(secretary)
    second = make_user(Role.REVIEWER)
    named = {reviewer.id, second.id}
    reviews.assign(db.session, user=secretary, proposal_id=proposal.id, reviewers=named, seen_reviewers=set())
    assert "เริ่มตรวจร่างครั้งที่ ๑: เปลี่ยน ๑ แห่ง" in page_of(reviewer)
    assert f'href="/proposals/{proposal.id}/do/start"' in page_of(reviewer)
    do(reviewer, Action.START)
    assert "ตรวจร่างครั้งที่ ๑: เปลี่ยน ๑ แห่ง" in page_of(second)
    do(reviewer, Action.REQUEST_CHANGES, "ระบุจำนวน")
    assert "ผู้ตรวจขอให้แก้ไขร่างครั้งที่ ๑" in page_of(drafter)


def test_a_page_that_is_no_number_is_the_first(client, people):
    client.sign_in(people[Role.READER])
    for page in ("x", "-3", "0", "99999999999999999999"):
        assert client.get("/", query_string={"page": page}).status_code == 200


def test_the_menu_shows_what_a_person_may_open(client, people):
    client.sign_in(people[Role.READER])
    assert "/admin/" not in client.get("/").text
    client.sign_in(people[Role.ADMIN])
    assert 'href="/admin/"' in client.get("/").text


def test_the_menu_marks_the_part_a_page_belongs_to(client, db, people, proposal, do):
    do(people[Role.DRAFTER], Action.SUBMIT)
    client.sign_in(people[Role.SECRETARY])
    here = f"/proposals/{proposal.id}"
    pages = {f"{here}/{name}": "ข้อเสนอแก้ไข" for name in ("do/assign", "invitations", "compare")}
    for path, part in (pages | {"/acts/boats/wishes": "กฎหมาย"}).items():
        assert re.search(f'aria-current="true">{part}</a>', client.get(path).text), path
