"""The act is stored by `proposals`."""

from __future__ import annotations

from blueprints.acts.parcel import pack
from tests.web.worlds import World


def build(world: World) -> None:
    world.arguments["slug"] = "weaving"
    world.forms["acts.correct_lines"] = {"parcel": pack("มาตรา ๑  ก\n\nมาตรา ๒  ข"), "do": "join:1"}
    world.forms["acts.import_text"] = {"pasted": "มาตรา ๑  พระราชบัญญัตินี้เรียกว่า", "do": "preview"}
