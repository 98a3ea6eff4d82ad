"""A guest of the proposal of `proposals`, and a link; built last, so that the proposal is under review."""

from __future__ import annotations

from review.workflow import Role
from services.people import guests, invitations
from services.people.invitations import Guest
from tests.web.worlds import World


def build(world: World) -> None:
    session = world.session
    handed = invitations.invite(
        session,
        user=world.people[Role.SECRETARY],
        proposal_id=world.arguments["proposal_id"],
        guest=Guest("นางสาวสมใจ", "กรมหม่อนไหม"),
    )
    said = guests.comment(session, invitation=handed.invitation, body="ขอให้ชัดขึ้น", seen_draft=1)
    world.arguments |= {
        "invitation_id": handed.invitation.id,
        "token": handed.token,
        "guests.reply:comment_id": said.id,
    }
    world.forms |= {
        "invitations.invite": {"person": "นาย ก", "organisation": "สมาคม", "days": "10"},
        "invitations.send": {"token": handed.token},
        "guests.comment": {"body": "ความเห็น", "seen_draft": "1"},
        "guests.reply": {"body": "ต่อ"},
    }
