"""Acts and their editions come in: read and shown before anything is stored, stored, and met by open proposals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from law import parse
from law.readers import text_of
from law.reading.lines import has_soft_breaks
from models.act import Act, Edition
from models.user import User
from review.record import Happening
from review.workflow import Role
from services.acts import carrying
from services.failures import Fault, Refused
from services.record import record
from services.transaction import checked, storable, transaction

LONGEST_TEXT = 5_000_000  # characters; the longest Thai code has about two million
LONGEST_LINE = 200_000  # characters


@dataclass(frozen=True, slots=True)
class Preview:
    """A text as it was read, before anything is stored.

    ``needs_confirmation``: something is odd or has no place, so a person must say that it is to be stored.
    """

    text: str
    content_hash: str
    reading: parse.Reading
    needs_confirmation: bool


def preview(source: bytes | str) -> Preview:
    """Read the text of an act, or a file that holds one. :raises Refused: NOT_TEXT, TOO_LONG, BAD_CHARACTERS.

    Of NOT_TEXT the address is the code of ``law.parse.NotText``.
    """
    text = text_from(source)
    reading = parse.read_act(text)
    odd = bool(reading.oddities or reading.ledger.unplaced or not reading.act.sections())
    return Preview(text, sha256(text.encode()).hexdigest(), reading, odd)


def text_from(source: bytes | str) -> str:
    """The text of an act as it is stored, not read yet. :raises Refused: as ``preview`` does."""
    if isinstance(source, bytes):
        if len(source) > 4 * LONGEST_TEXT:
            raise Refused(Fault.TOO_LONG)
        try:
            source = text_of(source)
        except parse.NotText as error:
            raise Refused(Fault.NOT_TEXT, error.code) from error
    # Where CR LF is a soft break it says something; where every line ends so it came from a form.
    text = storable(source, longest=LONGEST_TEXT)
    if not has_soft_breaks(text):
        text = checked(text, longest=LONGEST_TEXT)
    if not text.strip():
        raise Refused(Fault.NOT_TEXT, "empty")
    if max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise Refused(Fault.TOO_LONG)
    return text


def add_edition(
    session: Session,
    *,
    user: User | None,
    act: Act,
    source: bytes | str,
    in_force_from: date,
    confirmed: bool = False,
    original: str | None = None,
) -> Edition:
    """Store the text as the next edition of the act; open proposals meet it (``services.acts.carrying``).

    ``user``: none where the command line imports.

    ``original``: the text as it was brought in, where ``source`` is that text with its lines corrected.

    :raises Refused: as ``preview`` does; UNCONFIRMED; ALREADY_STORED.
    """
    found = preview(source)
    if found.needs_confirmation and not confirmed:
        raise Refused(Fault.UNCONFIRMED)
    with transaction(session):
        return store(session, user, act, found, in_force_from, original=original)


def add_act(
    session: Session,
    *,
    user: User | None,
    slug: str,
    source: bytes | str,
    in_force_from: date,
    title: str = "",
    required_approvals: int = 2,
    is_demonstration: bool = False,
    confirmed: bool = False,
    original: str | None = None,
) -> Edition:
    """Store a new act with its first edition; ``title`` is read from the text where none is given.

    :raises Refused: as ``add_edition`` does; TITLE_MISSING; ALREADY_STORED where the slug is taken.
    """
    found = preview(source)
    if found.needs_confirmation and not confirmed:
        raise Refused(Fault.UNCONFIRMED)
    name = (title or found.reading.act.title).strip()
    if not name or not slug.strip():
        raise Refused(Fault.TITLE_MISSING)
    with transaction(session):
        if session.scalar(select(Act.id).where(Act.slug == slug)) is not None:
            raise Refused(Fault.ALREADY_STORED)
        act = Act(slug=slug, title=name[:500], is_demonstration=is_demonstration)
        act.required_approvals = _checked_number(required_approvals)
        session.add(act)
        session.flush()
        record(session, action=Happening.ACT_ADDED, actor=user, act_id=act.id, details={"title": act.title})
        return store(session, user, act, found, in_force_from, original=original)


def store(
    session: Session,
    user: User | None,
    act: Act,
    found: Preview,
    in_force_from: date,
    *,
    original: str | None = None,
    made_by_bill: int | None = None,
) -> Edition:
    """The one way an edition comes into being, in the transaction of the caller. ``made_by_bill``: the bill it is of.

    :raises Refused: ALREADY_STORED.
    """
    # The row of the act is the turnstile: two imports at once get two numbers.
    session.scalar(select(Act).where(Act.id == act.id).with_for_update(key_share=True))
    stored = session.execute(select(Edition.number, Edition.content_hash).where(Edition.act_id == act.id)).all()
    if any(row.content_hash == found.content_hash for row in stored):
        raise Refused(Fault.ALREADY_STORED)
    number = max((row.number for row in stored), default=0) + 1
    edition = _edition(user, act, number, found, in_force_from, original)
    session.add(edition)
    session.flush()
    concerned = carrying.lock_open(session, act)
    details: dict[str, object] = {
        "edition": edition.number,
        "hash": edition.content_hash,
        "in_force_from": in_force_from.isoformat(),
    }
    if original is not None:
        details["original_hash"] = sha256(original.encode()).hexdigest()
    if made_by_bill is not None:
        details["bill"] = made_by_bill
    record(session, action=Happening.EDITION_IMPORTED, actor=user, act_id=act.id, details=details)
    carrying.carry(session, user=user, edition=edition, proposals=concerned)
    return edition


def _edition(
    user: User | None, act: Act, number: int, found: Preview, in_force_from: date, original: str | None
) -> Edition:
    return Edition(
        act_id=act.id,
        number=number,
        in_force_from=in_force_from,
        source_text=found.text,
        original_text=original if original is None else storable(original, longest=LONGEST_TEXT),
        content_hash=found.content_hash,
        unplaced=list(found.reading.ledger.unplaced),
        oddities=[{"code": o.code, "address": o.address, "text": o.text} for o in found.reading.oddities],
        imported_by_id=user.id if user else None,
    )


def set_required_approvals(session: Session, *, user: User, act: Act, required_approvals: int) -> None:
    """How many approvals a proposal about this act needs, 1 to 9, where its topic has no number of its own.

    Set by the secretary or the administrator. :raises Refused: NOT_YOURS, REQUIRED_APPROVALS.
    """
    if not user.roles & {Role.SECRETARY, Role.ADMIN}:
        raise Refused(Fault.NOT_YOURS)
    with transaction(session):
        act.required_approvals = _checked_number(required_approvals)
        details = {"required_approvals": required_approvals}
        record(session, action=Happening.ACT_CHANGED, actor=user, act_id=act.id, details=details)


def _checked_number(required_approvals: int) -> int:
    if not 1 <= required_approvals <= 9:
        raise Refused(Fault.REQUIRED_APPROVALS)
    return required_approvals
