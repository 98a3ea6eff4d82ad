"""One writing transaction: everything or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from services.failures import Fault, Refused


@contextmanager
def transaction(session: Session) -> Iterator[None]:
    """Commit at the end; on any exception roll back, so that a refused write leaves nothing behind."""
    try:
        yield
        session.commit()
    except BaseException:
        session.rollback()
        raise


def checked(text: str, *, longest: int) -> str:
    """Text that a database can keep, with line ends made one. ``longest`` in characters.

    :raises Refused: TOO_LONG, BAD_CHARACTERS.
    """
    return storable(text, longest=longest).replace("\r\n", "\n").replace("\r", "\n")


def storable(text: str, *, longest: int) -> str:
    """Text that a database can keep, as it is. :raises Refused: TOO_LONG, BAD_CHARACTERS."""
    if len(text) > longest:
        raise Refused(Fault.TOO_LONG)
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise Refused(Fault.BAD_CHARACTERS)
    return text
