"""A bill of an approved proposal, and another approved proposal that could be put in."""

from __future__ import annotations

from models.proposal import Proposal
from review.workflow import Action, Role
from services.acts import storing
from services.legislating import bill_making
from services.reviewing import reviews
from tests.services import office
from tests.web.worlds import World


def build(world: World) -> None:
    session, secretary = world.session, world.people[Role.SECRETARY]
    act = session.get_one(Proposal, world.arguments["proposal_id"]).act
    storing.set_required_approvals(session, user=secretary, act=act, required_approvals=1)
    inside, outside = approved(world), approved(world)
    storing.set_required_approvals(session, user=secretary, act=act, required_approvals=2)
    seen = (inside.content_hash or "")[:12]
    bill = bill_making.make(session, user=secretary, act=act, title="ร่างรวม", chosen={inside.id: seen})
    world.arguments |= {"bill_id": bill.id, "bills.take_out:proposal_id": inside.id, "bills.document:kind": "bill"}
    world.arguments["bills.order:kind"] = "bill"
    chosen, version = f"{outside.id}-{seen}", str(bill.version)
    world.forms |= {
        "bills.make": {"title": "อีกร่าง", "proposal": chosen},
        "bills.include": {"version": version, "proposal": chosen},
        "bills.take_out": {"version": version},
        "bills.decided": {"version": version, "title": "ร่างรวม", "begins": "next_day"},
        "bills.dissolve": {"reason": "เลิก"},
        "bills.enacted": {"number": "๒", "year": "๒๕๖๙", "gazetted_on": "2026-01-05"},
    }


def approved(world: World) -> Proposal:
    session, people = world.session, world.people
    act = session.get_one(Proposal, world.arguments["proposal_id"]).act
    owner, reviewer = people[Role.DRAFTER], people[Role.REVIEWER]
    made = office.proposals.create(session, user=owner, act=act, topic=office.Topic.OTHER, title="เรื่องที่เห็นชอบแล้ว")
    office.write(session, owner, made.id)
    office.do(session, owner, made.id, Action.SUBMIT)
    reviews.assign(
        session, user=people[Role.SECRETARY], proposal_id=made.id, reviewers=[reviewer.id], seen_reviewers=[]
    )
    office.do(session, reviewer, made.id, Action.START)
    return office.do(session, reviewer, made.id, Action.APPROVE)
