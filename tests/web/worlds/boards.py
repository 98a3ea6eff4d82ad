"""The board of the act that `proposals` proposes to change. Built after it has its act: the names are in order."""

from __future__ import annotations

from models.proposal import Topic
from review.workflow import Role
from services.drafting import wishes
from tests.services import office
from tests.web.worlds import World


def build(world: World) -> None:
    session, people = world.session, world.people
    act = office.storing.add_act(
        session, user=people[Role.ADMIN], slug="looms", source=office.ACT_TEXT, in_force_from=office.IN_FORCE
    ).act
    wish = wishes.add_wish(
        session, user=people[Role.SECRETARY], act=act, topic=Topic.BOARD, text="มีช่างทอ", words="ช่างทอ"
    )
    for endpoint in ("index", "add", "remove"):
        world.arguments[f"wishes.{endpoint}:slug"] = "looms"
    world.arguments |= {"address": "s4", "wish_id": wish.id}
    rows = {
        "role": ["chair", "member"],
        "source": ["office", "office"],
        "office": ["รัฐมนตรี", "ปลัดกระทรวง"],
        "minimum": ["1", "1"],
        "maximum": ["1", "1"],
        "by": ["", ""],
        "condition": ["", ""],
        "seat": ["yes", "yes"],
        "start": ["-1", "-1"],
    }
    text = "ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) ปลัดกระทรวง เป็นกรรมการ"
    world.forms |= {
        "proposals.compose": rows | {"basis": text, "shown": text, "text": text, "revision": "1", "do": "save"},
        "proposals.found_board": {"name": "คณะอนุกรรมการด้าย", "chair": "ปลัดกระทรวง", "behind": "s4"},
        "wishes.add": {"text": "มีผู้แทน", "words": "ผู้แทน", "topic": "board"},
    }
