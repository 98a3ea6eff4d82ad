"""The kind of an Akoma Ntoso file of a proposal."""

from __future__ import annotations

from tests.web.worlds import World


def build(world: World) -> None:
    world.arguments["proposals.akoma_ntoso:kind"] = "clean"
