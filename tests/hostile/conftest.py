from __future__ import annotations

import pytest

from tests.hostile.crawl import Visitor
from tests.web.worlds import World, build_world


@pytest.fixture
def world(app, db, people) -> World:
    return build_world(db.session, people)


@pytest.fixture
def visitor(app, connection, client, world) -> Visitor:
    return Visitor(app, connection, client, world)
