"""Pages are tested on SQLite; that services behave alike on both databases is tested with the services."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import worker_name
from tests.databases import Database, fresh_database


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with fresh_database("sqlite", tmp_path_factory.mktemp("web"), f"{worker_name()}_web") as made:
        yield made
