"""The people of the demonstration. They exist in demonstration mode only; all share one password."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.base import clock_set_back
from models.event import Event
from models.user import User
from review.workflow import Role
from services.people import accounts

PASSWORD = "rangkae-demo-2557"  # noqa: S105  printed at every start of the demonstration
PEOPLE: tuple[tuple[str, str, frozenset[Role]], ...] = (
    ("drafter@rangkae.test", "กานดา ร่างดี", frozenset({Role.DRAFTER})),
    ("drafter2@rangkae.test", "นที เขียนงาม", frozenset({Role.DRAFTER})),
    ("reviewer1@rangkae.test", "ปราโมทย์ ตรวจทาน", frozenset({Role.REVIEWER})),
    ("reviewer2@rangkae.test", "วิภา ถี่ถ้วน", frozenset({Role.REVIEWER})),
    ("secretary@rangkae.test", "สุรีย์ นัดหมาย", frozenset({Role.SECRETARY})),
    ("reader@rangkae.test", "มานะ อ่านก่อน", frozenset({Role.READER})),
    ("admin@rangkae.test", "อรุณ ดูแล", frozenset({Role.ADMIN})),
)

BEFORE_THE_STORY = timedelta(days=60)


def add_people(session: Session) -> dict[str, User]:
    """Add those who are missing; everybody by the part of the e-mail before the @."""
    is_first = session.scalar(select(Event.number).limit(1)) is None
    with clock_set_back(BEFORE_THE_STORY if is_first else timedelta(0)):  # the record is in the order of time
        return {email.split("@")[0]: _person(session, email, name, roles) for email, name, roles in PEOPLE}


def _person(session: Session, email: str, name: str, roles: frozenset[Role]) -> User:
    return accounts.find_user(session, email) or accounts.add_user(
        session, email=email, name=name, password=PASSWORD, roles=roles, is_demonstration=True
    )
