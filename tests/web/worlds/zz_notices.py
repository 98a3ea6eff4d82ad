"""A letter that was given up; the proposal is that of `proposals`."""

from __future__ import annotations

from models.base import utc_now
from models.notice import Mail
from review.workflow import Role
from tests.web.worlds import World


def build(world: World) -> None:
    given_up = Mail(person_id=world.people[Role.READER].id, next_try_at=None, given_up_at=utc_now(), failed="550 no")
    world.session.add(given_up)
    world.session.flush()
    world.arguments["mail_id"] = given_up.id
    world.forms |= {
        "notices.read": {"until": "1"},
        "notices.looked": {"until": "3", "next": "/"},
        "notices.set_mail": {"wish": "daily"},
    }
