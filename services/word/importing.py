"""A draft that somebody outside edited in Word: looked at, then brought in as the next draft with its comments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sqlalchemy.orm import Session

from documents.word.origin import Origin, read_origin
from documents.word_back.package import NotWord
from documents.word_back.placed import Placed
from documents.word_back.read import Change, WordFile, read_word
from documents.word_back.units import place
from law.act import Act as Tree
from law.act import Division, Section
from law.compare import Comparison
from law.editing.edit import Edit, EditError
from models.proposal import Draft, Proposal
from models.user import User
from review.approval import normalised
from review.workflow import Deed, require
from services.acts import editions
from services.drafting import comparisons, proposals
from services.drafting.comparisons import Version
from services.drafting.drafts import as_edits, draft_tree
from services.failures import NotFound, StaleWrite
from services.legislating.frames import read_frame
from services.people.visibility import find_draft, last_draft, lock_proposal
from services.reviewing import comments
from services.reviewing.standings import standing_of
from services.transaction import transaction
from services.word.comments import Incoming, incoming, left_over, say
from services.word.fit import fitted, hands, is_strange
from services.word.merge import Merged, merge

LONGEST_FILE = 10_000_000  # bytes
# In one file, all of it done in one request: each comment is an entry of the record, each new unit makes the act anew.
MOST_COMMENTS, MOST_NEW = 200, 200
# Papers that are one running text, and can come back; the first has the touched sections only.
_CHANGES, _WHOLE = "changes", ("act", "clean")


class WhyNot(StrEnum):
    """Why a file is not brought in; from PACKAGE to DOCTYPE the codes of ``NotWord``."""

    NO_FILE = "no_file"  # nothing was sent
    PACKAGE = "package"
    LOCKED = "locked"  # with a password, or an old .doc
    ODT = "odt"
    TOO_LARGE = "too_large"
    MACROS = "macros"
    EXTERNAL = "external"
    DOCTYPE = "doctype"
    NO_DRAFT = "no_draft"  # nothing was sent out yet
    FOREIGN = "foreign"  # made from another proposal, or another text
    OTHER_PAPER = "other_paper"  # a table or a bill, from which no text comes back
    NO_UNITS = "no_units"  # nothing in it is a section of the act
    UNSAVED = "unsaved"  # words are written that are in no draft yet
    MISFIT = "misfit"  # the sections can not be put together to an act
    STRANGE = "strange"  # many sections, and not one line that is in the act
    TOO_MANY = "too_many"  # comments
    TOO_MANY_NEW = "too_many_new"  # units that the act does not have
    NOTHING_NEW = "nothing_new"


class NotBrought(Exception):
    """Nothing was stored, because of ``why``; ``address`` where it is about one unit."""

    def __init__(self, why: WhyNot, address: str = "") -> None:
        super().__init__(why)
        self.why, self.address = why, address


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as it would come in. ``origin``: none where the file does not say what it was made from.

    ``now``: number of the last draft, which ``comparison`` is with. ``edits``: empty where the text is that of the
    last draft. ``file``: what was read. ``left``: what found no place, as it is kept. ``hands``: who tracked changes
    in a unit, without those that were in the file when it went out.
    """

    origin: Origin | None
    now: int
    edits: tuple[Edit, ...]
    comparison: Comparison
    merged: Merged
    comments: tuple[Incoming, ...]
    file: WordFile
    adapted: int
    left: tuple[Incoming, ...] = ()
    hands: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)

    @property
    def new_comments(self) -> tuple[Incoming, ...]:
        """Those that are not in the discussion yet."""
        return tuple(one for one in self.comments if not one.is_known)

    @property
    def people(self) -> tuple[str, ...]:
        """Who changed something in the file or says something new in it."""
        changed = (change.author for changes in self.hands.values() for change in changes)
        return tuple(dict.fromkeys(filter(None, (*changed, *(one.author for one in self.new_comments)))))

    @property
    def is_stale(self) -> bool:
        """Whether it was made from an earlier draft than the last."""
        return self.origin is not None and self.origin.draft != self.now

    @property
    def brings_nothing(self) -> bool:
        return not self.edits and not self.new_comments and all(one.is_known for one in self.left)


def read_file(raw: bytes) -> WordFile:
    """What is in a file, before it is put to a proposal. :raises NotBrought:"""
    if len(raw) > LONGEST_FILE:
        raise NotBrought(WhyNot.TOO_LARGE)
    try:
        return read_word(raw)
    except NotWord as error:
        raise NotBrought(WhyNot(error.code)) from error


def look(session: Session, *, user: User, proposal: Proposal, file: WordFile, taken: Collection[str] = ()) -> Brought:
    """What a file would bring; nothing is stored. For authors only.

    ``taken``: addresses of units that a later draft changed too, and in which the file is right.
    :raises NotBrought: :raises ActionRefused:
    """
    require(Deed.EDIT, proposal.state, standing_of(session, user, proposal))
    draft = last_draft(session, proposal)
    if draft is None:
        raise NotBrought(WhyNot.NO_DRAFT)
    if len(file.comments) > MOST_COMMENTS:
        raise NotBrought(WhyNot.TOO_MANY)
    writing = proposals.working_text(session, user=user, proposal=proposal)
    if writing.revision and _unsaved(draft, writing.edits):
        raise NotBrought(WhyNot.UNSAVED)
    origin = read_origin(file.properties)
    source = _source(session, proposal, draft, origin)
    base = draft_tree(source)
    placed = place(file.lines, base, proposal.reasons, file.margins)
    if not placed.units:
        raise NotBrought(WhyNot.NO_UNITS)
    if sum(unit.is_new for unit in placed.units.values()) > MOST_NEW:
        raise NotBrought(WhyNot.TOO_MANY_NEW)
    if origin is None and is_strange(placed, base):
        raise NotBrought(WhyNot.STRANGE)
    return _brought(session, proposal, draft, source, file, origin, placed, taken)


def _unsaved(draft: Draft, edits: Iterable[Edit]) -> bool:
    base = editions.tree(draft.edition)
    try:
        return normalised(base, edits) != normalised(base, as_edits(draft.edits))
    except EditError:
        return True


def _source(session: Session, proposal: Proposal, last: Draft, origin: Origin | None) -> Draft:
    """The draft that the file was made from; the last one where the file does not say."""
    if origin is None:
        return last
    if origin.kind not in (_CHANGES, *_WHOLE):
        raise NotBrought(WhyNot.OTHER_PAPER)
    try:
        source = find_draft(session, proposal, origin.draft)
    except NotFound:
        raise NotBrought(WhyNot.FOREIGN) from None
    if origin.proposal != proposal.id or origin.content_hash != source.content_hash:
        raise NotBrought(WhyNot.FOREIGN)
    return source


def _brought(
    session: Session,
    proposal: Proposal,
    draft: Draft,
    source: Draft,
    file: WordFile,
    origin: Origin | None,
    placed: Placed,
    taken: Collection[str],
) -> Brought:
    edition, base, now = editions.tree(proposal.edition), draft_tree(source), draft_tree(draft)
    whole = origin is not None and origin.kind in _WHOLE
    merged = merge(
        placed,
        edition=edition,
        base=base,
        now=now,
        edits=as_edits(draft.edits),
        paper=_paper(base, source, whole=whole) if origin is not None else (),
        whole=whole,
        taken=taken,
    )
    try:
        fit = fitted(edition, merged.edits, placed)
    except EditError as error:
        raise NotBrought(WhyNot.MISFIT, error.address) from error
    merged = replace(merged, edits=fit.edits, unplaced=(*merged.unplaced, *fit.unplaced))
    threads = comments.list_threads(session, proposal=proposal)
    return Brought(
        origin=origin,
        now=draft.number,
        edits=fit.edits if fit.edits != normalised(edition, as_edits(draft.edits)) else (),
        comparison=comparisons.compare_trees(now, fit.tree),
        merged=merged,
        comments=incoming(file, placed, fit.tree, threads),
        file=file,
        adapted=placed.adapted,
        left=left_over(merged, fit.tree, threads),
        hands=hands(placed, source.author.name, source.created_at),
    )


def _paper(base: Tree, source: Draft, *, whole: bool) -> tuple[str, ...]:
    """The sections and divisions that the paper had."""
    if whole:
        return tuple(address for address, place in base.places().items() if isinstance(place.node, Section | Division))
    before = Version(0, source.edition, None, editions.tree(source.edition))
    compared = comparisons.compare_versions(before, comparisons.version_of(source))
    return tuple(one.address for one in compared.comparison.sections if base.get(one.address) is not None)


@dataclass(frozen=True, slots=True)
class Stored:
    """What came in. ``draft``: the new one, or the last where only comments came; ``count`` of comments."""

    draft: Draft
    is_new: bool
    count: int


def bring_in(
    session: Session, *, user: User, proposal_id: int, raw: bytes, seen_draft: int, taken: Collection[str] = ()
) -> Stored:
    """Make the next draft of a file, with its comments and what of it found no place, all in one.

    ``seen_draft``: number of the last draft when the file was looked at. :raises StaleWrite: with the number now.
    :raises NotBrought: :raises ActionRefused: :raises Refused:
    """
    file = read_file(raw)
    with transaction(session):
        proposal = lock_proposal(session, user, proposal_id)
        brought = look(session, user=user, proposal=proposal, file=file, taken=taken)
        if brought.now != seen_draft:
            raise StaleWrite("draft", brought.now)
        if brought.brings_nothing:
            raise NotBrought(WhyNot.NOTHING_NEW)
        draft, is_new = find_draft(session, proposal, brought.now), False
        if brought.edits:
            made = proposals.make_draft(
                session, user, proposal, brought.edits, read_frame(draft.frame), note=_note(brought)
            )
            draft, is_new = made.draft, made.is_new
        said = (*brought.new_comments, *(one for one in brought.left if not one.is_known))
        say(session, user, proposal, said)
    return Stored(draft, is_new, len(said))


def _note(brought: Brought) -> str:
    """What the draft says of itself, in Thai as all that is stored."""
    names = ", ".join(brought.people)
    return f"นำเข้าจาก Word{f' แก้โดย {names}' if names else ''}"
