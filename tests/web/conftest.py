"""Pages are tested on SQLite; that services behave alike on both databases is tested with the services."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.conftest import application_on, worker_name
from tests.databases import Database, fresh_database


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with fresh_database("sqlite", tmp_path_factory.mktemp("web"), f"{worker_name()}_web") as made:
        yield made


@pytest.fixture(scope="session")
def migrated(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One's own: pytest would hand out that of the other tests, with the database it had last."""
    with application_on(database, tmp_path_factory.mktemp("instance")) as app:
        yield app
