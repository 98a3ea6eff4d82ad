"""The act is stored by `proposals`."""

from __future__ import annotations

from tests.web.worlds import World


def build(world: World) -> None:
    world.arguments["slug"] = "weaving"
    world.forms["acts.import_text"] = {"pasted": "มาตรา ๑  พระราชบัญญัตินี้เรียกว่า", "do": "preview"}
