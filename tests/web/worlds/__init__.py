"""What a route's arguments may be in a test. Every module in here adds to the world in which all routes are tried.

A module has `build(world)`, which stores what it needs through the services and puts an example of every argument
of its routes into `world.arguments`: by the argument's name (`"user_id"`), or by `"endpoint:argument"` where the
same name means different things. `world.forms` may hold, by endpoint, what a valid form of it sends.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules

from sqlalchemy.orm import Session

from models.user import User
from review.workflow import Role


@dataclass
class World:
    """`people`: one of each role. Modules are built in the order of their names."""

    session: Session
    people: dict[Role, User]
    arguments: dict[str, object] = field(default_factory=dict)
    forms: dict[str, dict[str, object]] = field(default_factory=dict)

    def argument(self, endpoint: str, name: str) -> object:
        for key in (f"{endpoint}:{name}", name):
            if key in self.arguments:
                return self.arguments[key]
        raise LookupError(f"no example of {name!r} for {endpoint}: add it in a module of tests/web/worlds/")


def build_world(session: Session, people: dict[Role, User]) -> World:
    world = World(session, people)
    for module in sorted(iter_modules(__path__), key=lambda each: each.name):
        import_module(f"{__name__}.{module.name}").build(world)
    session.commit()
    return world
