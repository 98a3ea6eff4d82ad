"""A paper that the reader asked for, and the code of the draft of `proposals`."""

from __future__ import annotations

from models.proposal import Proposal
from review.workflow import Role
from services.keeping import made_papers
from services.keeping.made_papers import Wanted
from tests.web.worlds import World


def build(world: World) -> None:
    session = world.session
    wanted = Wanted("package", "zip", 0, 1, "http://localhost/verify")
    proposal = session.get_one(Proposal, world.arguments["proposal_id"])
    paper, _ = made_papers.ask(session, user=world.people[Role.READER], about=proposal, wanted=wanted)
    world.arguments |= {"paper_id": paper.id, "papers.verified:code": "0123456789ab"}
    world.arguments["papers.scanned:code"] = "0123456789AB"
    world.forms["proposals.order"] = {"old": "0", "new": "1"}
