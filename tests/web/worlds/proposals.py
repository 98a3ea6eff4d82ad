"""A proposal under review, with a draft and a comment."""

from __future__ import annotations

from review.workflow import Role
from services.reviewing import comments
from services.reviewing.comments import Where
from tests.services import office
from tests.web.worlds import World


def build(world: World) -> None:
    session, people = world.session, world.people
    edition = office.storing.add_act(
        session, user=people[Role.ADMIN], slug="weaving", source=office.ACT_TEXT, in_force_from=office.IN_FORCE
    )
    owner = people[Role.DRAFTER]
    proposal = office.proposals.create(session, user=owner, act=edition.act, topic=office.Topic.BOARD, title="เพิ่มผู้แทน")
    office.write(session, owner, proposal.id)
    office.do(session, owner, proposal.id, office.Action.SUBMIT)
    remark = comments.add(
        session,
        user=people[Role.REVIEWER],
        proposal_id=proposal.id,
        body="ควรกล่าวถึงผู้แทนด้วย",
        seen_draft=1,
        where=Where("s5.p1"),
    )
    world.arguments |= {"kind": "changes", "form": "pdf"}
    world.arguments |= {"proposal_id": proposal.id, "number": 1, "comment_id": remark.id, "action": "assign"}
    units = {"address": "s5", "after": "", "text": "คณะกรรมการเสนอแผน", "revision": "1", "do": "save"}
    world.forms |= {
        "proposals.new": {"title": "เรื่องใหม่", "topic": "other", "act": "weaving"},
        "proposals.details": {"title": "ชื่อใหม่", "topic": "board", "version": "2"},
        "proposals.codrafters": {"seen": ""},
        "proposals.write": units,
        "proposals.autosave": units,
        "reviews.act": {"reviewers": [str(people[Role.REVIEWER].id)], "seen": ""},
        "reviews.comment": {"body": "ความเห็น", "seen_draft": "1", "address": "s5"},
        "reviews.reply": {"body": "คำตอบ"},
        "reviews.settle": {"resolved": "yes"},
    }
