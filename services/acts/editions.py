"""Acts and their editions: found, and turned into trees again (``services.acts.storing`` brings them in)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session, joinedload

from law import parse
from law.act import Act as Tree
from models.act import Act, Edition
from services.failures import Fault, NotFound, Refused, known
from services.recent import Recent

_trees: Recent[Tree] = Recent(24)


def list_acts(session: Session) -> Sequence[Act]:
    """Every act, by title."""
    return session.scalars(select(Act).order_by(Act.title, Act.id)).all()


def find_act(session: Session, slug: str) -> Act:
    """The act with this slug. :raises NotFound:"""
    act = session.scalar(select(Act).where(Act.slug == slug))
    if act is None:
        raise NotFound
    return act


def find_edition(session: Session, act: Act, number: int) -> Edition:
    """One edition of the act. :raises NotFound:"""
    query = select(Edition).where(Edition.act_id == act.id, Edition.number == known(number))
    edition = session.scalar(query.options(joinedload(Edition.act)))
    if edition is None:
        raise NotFound
    return edition


def edition_in_force(session: Session, act: Act, on: date) -> Edition:
    """The edition in force on a day, or the earliest where none was yet. :raises Refused: NO_EDITION."""
    query = select(Edition).where(Edition.act_id == act.id)
    latest = query.where(Edition.in_force_from <= on).order_by(Edition.in_force_from.desc(), Edition.number.desc())
    earliest = query.order_by(Edition.in_force_from, Edition.number)
    edition = session.scalar(latest.limit(1)) or session.scalar(earliest.limit(1))
    if edition is None:
        raise Refused(Fault.NO_EDITION)
    return edition


def newest_edition(session: Session, act_id: int) -> Edition | None:
    """The edition of an act that comes into force last."""
    return session.scalar(newest_first(act_id).limit(1))


def coming_edition(act: Act, on: date) -> Edition | None:
    """The edition that comes into force last, where that is after a day: what a proposal must end up on."""
    newest = max(act.editions, key=lambda one: (one.in_force_from, one.number), default=None)
    return newest if newest is not None and newest.in_force_from > on else None


def newest_first(act_id: int | InstrumentedAttribute[int]) -> Select[Edition]:
    """The editions of an act, the one that comes into force last before the others.

    ``act_id``: or the column, for the act of a query around this one.
    """
    return select(Edition).where(Edition.act_id == act_id).order_by(Edition.in_force_from.desc(), Edition.number.desc())


def tree(edition: Edition) -> Tree:
    """The act as a tree, read from the stored text; the same text is read once."""
    return _trees.get(edition.content_hash, lambda: parse.read_act(edition.source_text).act)
