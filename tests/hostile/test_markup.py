"""What people type is text: on every page, in what scripts fetch, in letters, and in the names of files."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from sqlalchemy import update

from law.editing.edit import Edit
from models.act import Act
from models.bill import Bill
from models.invitation import Invitation
from models.policy import PolicyWish
from models.proposal import Proposal, Topic
from models.user import User
from review.workflow import Action, Role
from services.drafting import proposals
from services.people import guests, invitations
from services.people.invitations import Guest
from services.reviewing import comments
from services.reviewing.comments import Where
from tests.hostile.crawl import Visitor, address, rules
from tests.hostile.test_odd_input import told
from tests.services import office
from tests.web.conftest import database, migrated

__all__ = ["database", "migrated"]

EVIL = "ก\"'><script>alert(1)</script><img src=x onerror=alert(1)><!--{{7*7}}${7*7}"
# In a list of items as well: what is read as a member of a board is shown in a table.
TEXT = f"ให้มีคณะกรรมการ ประกอบด้วย\n(๑) {EVIL} เป็นประธานกรรมการ\n(๒) ผู้แทน{EVIL}สองคน เป็นกรรมการ"


@pytest.fixture
def evil(visitor: Visitor) -> Visitor:
    """The world, with markup wherever people type."""
    world, session = visitor.world, visitor.world.session
    owner, reviewer, secretary = (
        session.get_one(User, visitor.people[role]) for role in (Role.DRAFTER, Role.REVIEWER, Role.SECRETARY)
    )
    act = session.get_one(Proposal, world.arguments["proposal_id"]).act
    made = proposals.create(session, user=owner, act=act, topic=Topic.BOARD, title=EVIL, reasons=EVIL)
    edits = [Edit("s4", TEXT), Edit("s5", EVIL), Edit("ch1", EVIL)]
    proposals.save_draft(session, user=owner, proposal_id=made.id, seen_revision=0, edits=edits, note=EVIL)
    office.do(session, owner, made.id, Action.SUBMIT)
    quoted = Where("s5.p1", quote=EVIL[:9], suggestion=EVIL)
    for where in (Where(), Where("s5.p1"), quoted):
        said = comments.add(session, user=reviewer, proposal_id=made.id, body=EVIL, seen_draft=1, where=where)
        comments.reply(session, user=owner, comment_id=said.id, body=EVIL)
    handed = invitations.invite(session, user=secretary, proposal_id=made.id, guest=Guest(EVIL, EVIL))
    answered = guests.comment(session, invitation=handed.invitation, body=EVIL, seen_draft=1)
    world.arguments |= {"proposal_id": made.id, "comment_id": said.id, "address": "s4"}
    world.arguments |= {
        "invitation_id": handed.invitation.id,
        "guests.reply:comment_id": answered.id,
        "token": handed.token,
    }
    for column in (User.name, Proposal.title, Bill.title, PolicyWish.text, Invitation.person, Act.title):
        session.execute(update(column.class_).values({column.key: EVIL}))
    session.commit()
    return visitor


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.DRAFTER, Role.REVIEWER, Role.ADMIN], ids=str)
def test_no_page_takes_it_for_markup(evil: Visitor, role: Role) -> None:
    """The client itself refuses pages with inline code, or scripts without the nonce."""
    shown = []

    def tried(url: str) -> str | None:
        try:
            answer = evil.open(evil.people[role], url)
        except AssertionError as error:
            return f"{url}: {str(error)[:300]}"
        if not answer.mimetype.startswith("text/"):
            return None
        shown.append("&lt;script&gt;alert" in answer.text)
        return f"{url}: markup" if "<script>alert" in answer.text or "<img src=x" in answer.text else None

    told(tried(address(evil.app, evil.world, rule)) for rule in rules(evil.app, "GET"))
    assert sum(shown) > 10, "it stands on the pages, as text"


def test_nor_does_a_guest_s(evil: Visitor, client) -> None:
    number = evil.world.arguments["invitation_id"]
    client.get(f"/invited/enter/{evil.world.arguments['token']}")
    for page in ("", "/text", "?view=sides"):
        answer = client.get(f"/invited/{number}{page}")
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "&lt;script&gt;alert" in answer.text


def test_nor_what_a_script_puts_into_the_page(evil: Visitor) -> None:
    number = evil.world.arguments["proposal_id"]
    form = {
        "address": ["s4", "s5"],
        "after": ["", ""],
        "text": [TEXT.replace("สอง", "สาม"), f"{EVIL}ข"],
        "revision": "1",
    }
    answer = evil.open(evil.people[Role.DRAFTER], f"/proposals/{number}/text/autosave", method="POST", data=form)
    assert answer.status_code == 200
    marks = "".join(answer.json["previews"].values())
    assert "&lt;script&gt;" in marks
    assert "<script" not in marks
    assert "<img" not in marks


NAMES = (
    'a"; filename="evil.exe',
    "a\r\nSet-Cookie: x=y",
    "../../etc/passwd",
    "ก/ข\\ค",
    "‮fdp.exe",
    "con",
    ".",
    "x" * 300,
)


@pytest.mark.parametrize("title", NAMES, ids=ascii)
def test_a_title_makes_no_header_and_no_path(evil: Visitor, title: str) -> None:
    session, number = evil.world.session, evil.world.arguments["proposal_id"]
    session.execute(update(Proposal).values(title=title))
    session.commit()
    for name in ("changes.pdf", "changes.docx", "clean.xml"):
        answer = evil.open(evil.people[Role.DRAFTER], f"/proposals/{number}/documents/{name}")
        assert answer.status_code == 200, name
        header = answer.headers["Content-Disposition"]
        assert "Set-Cookie" not in answer.headers or "x=y" not in answer.headers["Set-Cookie"]
        assert header.startswith("attachment;")
        plain = re.sub(r'"(?:[^"\\]|\\.)*"', '""', header)
        assert plain.count("filename=") == 1, header
        for sign in "/\\\r\n\u202e":
            assert sign not in header.replace('\\"', ""), header
            assert quote(sign, safe="") not in header, header
