from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from extensions import SQLAlchemy
from models.user import User
from tests.services.office import Office, open_office


@pytest.fixture
def session(db: SQLAlchemy) -> Session:
    return db.session


@pytest.fixture
def office(session: Session, make_user: Callable[..., User]) -> Office:
    return open_office(session, make_user)
