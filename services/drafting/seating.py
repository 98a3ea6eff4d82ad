"""Boards in a proposal: as the act has them, as a draft or the working copy would, and what that changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from law.act import ITEM_LABEL, Section
from law.act import Act as Tree
from law.board import Board, boards_of, read_boards
from law.boards import checks, composition, meetings
from law.boards.checks import Finding
from law.boards.composition import Composition
from law.boards.meetings import Meeting
from law.comparing.rows import section_lines
from law.dates import era_year, in_bangkok
from law.editing.edit import Edit, EditError, apply_edits
from law.references import find_references
from models.act import Edition
from models.base import utc_now
from models.proposal import Proposal, Topic
from services.acts import editions
from services.drafting.drafts import as_edits
from services.drafting.proposals import WorkingText
from services.failures import NotFound
from services.legislating.frames import read_frame
from services.people.visibility import find_draft, last_draft
from services.recent import Recent

_boards: Recent[dict[str, tuple[Board, ...]]] = Recent(16)
_trees: Recent[Tree] = Recent(16)


@dataclass(frozen=True, slots=True)
class Writing:
    """The edits that a page shows. ``revision``: of the working copy; none where the last draft is shown.

    ``transitional``: the transitional sections of the bill. ``edition``: what a draft was written for; none: the
    proposal's own.
    """

    edits: tuple[Edit, ...]
    revision: int | None
    transitional: tuple[str, ...] = ()
    edition: Edition | None = None

    def of(self, address: str) -> Edit | None:
        """The edit of a unit."""
        return next((edit for edit in self.edits if edit.address == address), None)


@dataclass(frozen=True, slots=True)
class BoardPlace:
    """A board and the section that creates it; ``number`` counts the boards of a section from 0."""

    address: str
    heading: str
    number: int
    board: Board
    is_touched: bool


@dataclass(frozen=True, slots=True)
class Seating:
    """One board before and after. ``text``: of the section as it would be; ``base``: as the act has it."""

    address: str
    number: int
    heading: str
    base: str
    text: str
    before: Board | None
    after: Board | None
    composition: Composition
    meeting_before: Meeting | None
    meeting: Meeting | None
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """What the board is called."""
        board = self.after or self.before
        return board.name if board else ""


def this_year() -> int:
    """The year by the Buddhist era, in Bangkok."""
    return era_year(in_bangkok(utc_now()))


def writing_of(session: Session, *, proposal: Proposal, working: WorkingText | None) -> Writing:
    """What is being written for those who may edit it, the last draft for everybody else."""
    if working is not None:
        return Writing(working.edits, working.revision, working.frame.transitional)
    return drafted(session, proposal=proposal)


def drafted(session: Session, *, proposal: Proposal, number: int | None = None) -> Writing:
    """A draft, the last one where no number is given; nothing where there is none. :raises NotFound: no such number."""
    draft = last_draft(session, proposal) if number is None else find_draft(session, proposal, number)
    if draft is None:
        return Writing((), None)
    return Writing(as_edits(draft.edits), None, read_frame(draft.frame).transitional, draft.edition)


def edited_tree(base: Tree, edits: Sequence[Edit]) -> Tree:
    """The act with the edits made that fit; what does not fit is said in the editor of the text."""
    for edit in edits:
        try:
            base = apply_edits(base, [edit])
        except EditError:
            continue
    return base


def _edited(edition: Edition, edits: tuple[Edit, ...]) -> Tree:
    """The same of an edition, made once: a paper asks for every board of a draft."""
    return _trees.get((edition.content_hash, edits), lambda: edited_tree(editions.tree(edition), edits))


def is_meant_for_boards(proposal: Proposal) -> bool:
    """Whether boards are the proposal's topic."""
    return proposal.topic in (Topic.BOARD, Topic.SUBCOMMITTEE)


def touches_board(proposal: Proposal, writing: Writing) -> bool:
    """Whether a unit that is edited creates a board, in the act or as it would be."""
    base = editions.tree(proposal.edition)
    tree = _edited(proposal.edition, writing.edits)
    return any(_boards_at(tree, edit.address) or _boards_at(base, edit.address) for edit in writing.edits)


def _boards_at(tree: Tree, address: str) -> tuple[Board, ...]:
    section = tree.get(address)
    return read_boards(section) if isinstance(section, Section) else ()


def board_places(proposal: Proposal, writing: Writing) -> list[BoardPlace]:
    """Every board of the act as it would be, in its order."""
    base = editions.tree(proposal.edition)
    standing = _boards.get(proposal.edition.content_hash, lambda: boards_of(base))
    tree = _edited(proposal.edition, writing.edits)
    touched = {edit.address for edit in writing.edits}
    found = []
    for address, section in tree.sections().items():
        boards = read_boards(section) if address in touched else standing.get(address, ())
        for number, board in enumerate(boards):
            found.append(BoardPlace(address, section.heading, number, board, address in touched))
    return found


def seating(proposal: Proposal, writing: Writing, address: str, number: int = 0, *, settled: bool = False) -> Seating:
    """One board with everything that is said of it. :raises NotFound: where the section does not exist."""
    edition = writing.edition or proposal.edition
    base, tree = editions.tree(edition), _edited(edition, writing.edits)
    section, old = tree.get(address), base.get(address)
    if not isinstance(section, Section):
        raise NotFound
    before, after = _numbered(_boards_at(base, address), number), _numbered(_boards_at(tree, address), number)
    year = this_year()
    compared = composition.compare_boards(before, after, year)
    meeting = meetings.find_meeting(tree, address, after) if after else None
    findings: tuple[Finding, ...] = ()
    if after is not None:
        findings = checks.check_board(
            tree, address, after, meeting=meeting, composition=compared, year=year, settled=settled
        )
    return Seating(
        address,
        number,
        section.heading,
        old.text if isinstance(old, Section) else "",
        section.text,
        before,
        after,
        compared,
        meetings.find_meeting(base, address, before) if before else None,
        meeting,
        findings,
    )


def _numbered(boards: tuple[Board, ...], number: int) -> Board | None:
    return boards[number] if 0 <= number < len(boards) else None


def recited(proposal: Proposal, edits: tuple[Edit, ...], address: str, swapped: tuple[str, str]) -> str:
    """A section's text in which its own citations of two items that changed places follow their words."""
    tree = _edited(proposal.edition, edits)
    lines = {line.address: line.unit.text for line in section_lines(tree).get(address, ())}
    other = dict(zip(swapped, reversed(swapped), strict=True))
    own = [one for one in find_references(tree) if one.source in lines and one.target in lines]
    for one in sorted(own, key=lambda one: -one.start):
        label = (ITEM_LABEL.match(lines[one.target or ""]) or [""])[0].strip()
        if label in other:
            cited = one.text.replace(label, other[label])
            lines[one.source] = lines[one.source][: one.start] + cited + lines[one.source][one.end :]
    return "\n".join(lines.values())


def is_settled(writing: Writing) -> bool:
    """Whether the bill says what becomes of those in office: in transitional sections, or in the act itself."""
    words = (
        "ในวาระเริ่มแรก",
        "ซึ่งดำรงตำแหน่งอยู่",
        "ผู้ดำรงตำแหน่งอยู่",
        "ปฏิบัติหน้าที่ต่อไป",
        "อยู่ในตำแหน่งต่อไป",
        "วาระที่เหลืออยู่",
        "เวลาที่เหลืออยู่",
    )
    return bool(writing.transitional) or any(word in edit.text for edit in writing.edits for word in words)
