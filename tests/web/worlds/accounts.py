from __future__ import annotations

from review.workflow import Role
from tests.conftest import PASSWORD
from tests.web.worlds import World


def build(world: World) -> None:
    world.arguments |= {"user_id": world.people[Role.READER].id, "static:filename": "css/base.css"}
    world.arguments["site.font:name"] = "Sarabun-Regular.ttf"
    world.forms |= {
        "accounts.sign_in_now": {"email": "reader@office.test", "password": PASSWORD},
        "accounts.change_password": {"old": PASSWORD, "new": "an even longer one", "again": "an even longer one"},
        "admin.add_user": {"name": "ก", "email": "k@office.test", "password": PASSWORD, "language": "th"},
        "admin.set_roles": {"roles": ["reader"]},
        "admin.set_password": {"password": "an even longer one"},
        "admin.set_active": {"active": "0"},
        "site.set_language": {"language": "en"},
    }
