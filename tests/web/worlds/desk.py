"""The rules of review of the act that `proposals` stores, and what its forms send."""

from __future__ import annotations

from tests.web.worlds import World


def build(world: World) -> None:
    world.arguments["topic"] = "board"
    world.forms |= {
        "desk.set_rule": {"required": "๑", "aspects": ["legal"], "working_days": "๑๐", "checklist": "ก\nข"},
        "reviews.decline": {"reason": "มีส่วนได้เสีย"},
        "reviews.delegate": {"to": "1", "reason": ""},
    }
