"""What never changes can not be changed: not through the ORM, not through Core, not by raw SQL."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, insert, inspect, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models.act import Edition
from models.base import utc_now
from models.event import Event
from models.proposal import Draft
from models.review import Comment, Decision
from review.workflow import State
from services.keeping import audit
from tests.services.office import Office, bring_to

CHANGES = {
    Edition: ("number", 9),
    Draft: ("note", "x"),
    Decision: ("reason", "x"),
    Event: ("action", "x"),
    Comment: ("body", "x"),
}


@pytest.fixture(autouse=True)
def everything_stored(session: Session, office: Office) -> None:
    proposal_id = bring_to(session, office, State.APPROVED)
    session.add(Comment(proposal_id=proposal_id, body="เห็นด้วย", author_id=office.reviewers[0].id))
    session.commit()


@pytest.fixture(params=CHANGES, ids=lambda model: model.__tablename__)
def model(request: pytest.FixtureRequest, session: Session):
    """The model; afterwards its rows are what they were."""
    table = request.param.__table__
    before = session.execute(select(table)).all()
    assert before
    yield request.param
    session.rollback()
    assert session.execute(select(table)).all() == before


def refused(session: Session, statement: object, values: object = None) -> None:
    with pytest.raises(DBAPIError, match="never changed"), session.begin_nested():
        session.execute(statement, values)


def test_the_orm_can_not_update(session: Session, model: type) -> None:
    column, value = CHANGES[model]
    row = session.scalars(select(model)).first()
    setattr(row, column, value)
    with pytest.raises(DBAPIError, match="never changed"):
        session.flush()


def test_the_orm_can_not_delete(session: Session, model: type) -> None:
    session.delete(session.scalars(select(model)).first())
    with pytest.raises(DBAPIError):
        session.flush()


def test_core_can_neither_update_nor_delete(session: Session, model: type) -> None:
    column, value = CHANGES[model]
    refused(session, update(model).values({column: value}))
    refused(session, delete(model))


def test_raw_sql_can_neither_update_nor_delete(session: Session, model: type) -> None:
    column, value = CHANGES[model]
    refused(session, text(f"UPDATE {model.__tablename__} SET {column} = :value"), {"value": value})  # noqa: S608
    refused(session, text(f"DELETE FROM {model.__tablename__}"))  # noqa: S608


def test_a_row_can_not_be_put_in_the_place_of_another(session: Session, model: type) -> None:
    """INSERT OR REPLACE on SQLite would delete without telling; ON CONFLICT DO UPDATE is an update."""
    row = session.execute(select(model.__table__)).mappings().first()
    column, value = CHANGES[model]
    changed = {**row, column: value}
    if session.get_bind().dialect.name == "sqlite":
        refused(session, insert(model.__table__).prefix_with("OR REPLACE").values(changed))
        return
    from sqlalchemy.dialects.postgresql import insert as upsert

    key = [primary.name for primary in inspect(model).primary_key]
    statement = upsert(model.__table__).values(changed)
    refused(session, statement.on_conflict_do_update(index_elements=key, set_={column: value}))


def test_truncate_is_refused(session: Session, model: type) -> None:
    if session.get_bind().dialect.name == "sqlite":
        return  # has no TRUNCATE; DELETE without WHERE is tried above
    refused(session, text(f"TRUNCATE {model.__tablename__} CASCADE"))


def test_a_comment_is_resolved_and_opened_again(session: Session, office: Office) -> None:
    """Of a comment that alone comes and goes."""
    comment = session.scalars(select(Comment)).one()
    for at in (utc_now(), None):
        comment.resolved_at, comment.resolved_by_id = at, office.secretary.id if at else None
        session.flush()


def test_another_row_of_the_same_number_is_refused(session: Session, office: Office) -> None:
    draft = session.execute(select(Draft.__table__)).mappings().first()
    with pytest.raises(DBAPIError), session.begin_nested():
        session.execute(insert(Draft).values({**draft, "id": None} | {"id": draft["id"] + 1000}))


def test_the_chain_shows_what_a_stranger_with_the_keys_did(session: Session) -> None:
    """Whoever owns the database can drop the triggers; then the chain tells."""
    engine = session.get_bind().dialect.name
    session.flush()
    if engine == "sqlite":
        session.execute(text("DROP TRIGGER event_no_update"))
    else:
        session.execute(text("ALTER TABLE event DISABLE TRIGGER event_never_changed"))
    assert audit.verify(session).broken is None
    session.execute(update(Event).where(Event.number == 3).values(action="approve"))
    session.expire_all()
    broken = audit.verify(session).broken
    assert broken is not None
    assert (broken.number, broken.how) == (3, "altered")
