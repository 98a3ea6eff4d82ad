"""Suggested wording, taken over by an author into the working copy."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from law.act import Act, Section
from law.compare import compare_acts
from law.comparing.rows import section_lines, split_label
from law.editing.edit import Edit
from models.base import utc_now
from models.proposal import Proposal
from models.review import Comment, TakenSuggestion
from models.user import User
from review.anchors import Anchor, Carrier, Hold, own_text
from review.record import Happening
from review.workflow import Deed, require
from services.acts import editions
from services.drafting.drafts import checked_edits, draft_tree
from services.drafting.previews import apply_one_by_one
from services.drafting.proposals import WorkingText, keep, lock_for_editing, working_text
from services.failures import Fault, Refused
from services.record import record
from services.reviewing.comments import lock_comment
from services.reviewing.placing import mark_of
from services.transaction import transaction


def take(session: Session, *, user: User, comment_id: int, seen_revision: int) -> WorkingText:
    """Put the suggested words into the working copy, in the place of those they were suggested for.

    :raises StaleWrite: with the WorkingText now stored, where somebody wrote since the page was shown.
    :raises Refused: SUGGESTION_MISSING, WORDS_GONE, ALREADY_TAKEN. :raises ActionRefused: for all but authors.
    """
    with transaction(session):
        comment, proposal, standing = lock_comment(session, user, comment_id)
        require(Deed.EDIT, proposal.state, standing)
        if comment.suggestion is None or comment.draft is None:
            raise Refused(Fault.SUGGESTION_MISSING)
        working = working_text(session, user=user, proposal=lock_for_editing(session, user, proposal.id, seen_revision))
        edits = with_suggestion(editions.tree(proposal.edition), working.edits, comment)
        keep(session, user, proposal, checked_edits(edits), working.frame)
        _note(session, user, proposal, comment)
    return replace(working, edits=edits, revision=working.revision + 1)


def with_suggestion(base: Act, edits: tuple[Edit, ...], comment: Comment) -> tuple[Edit, ...]:
    """The edits with the suggested words in their place. :raises Refused: WORDS_GONE, ALREADY_TAKEN."""
    if comment.draft is None or comment.suggestion is None:
        raise Refused(Fault.SUGGESTION_MISSING)
    tree, _ = apply_one_by_one(base, edits)
    origin = draft_tree(comment.draft)
    anchor = Carrier(origin, tree, compare_acts(origin, tree)).carry(mark_of(comment))
    if anchor.is_changed or anchor.state not in (Hold.AT_WORDS, Hold.AT_UNIT):
        raise Refused(Fault.WORDS_GONE, comment.address)
    unit, text = _rewritten(tree, anchor, comment.suggestion)
    if own_text(tree, unit) == text:
        raise Refused(Fault.ALREADY_TAKEN, comment.address)
    kept = {edit.address: edit for edit in edits}
    kept[unit] = replace(kept[unit], text=text) if unit in kept else Edit(unit, text)
    return tuple(kept.values())


def _rewritten(tree: Act, anchor: Anchor, suggestion: str) -> tuple[str, str]:
    """The section (or heading) that is edited, and its new text."""
    place, old = anchor.address, own_text(tree, anchor.address)
    start, end = (anchor.start, anchor.end) if anchor.state is Hold.AT_WORDS else (0, len(old))
    if old.startswith(suggestion, start) and len(suggestion) > end - start:
        return place, old  # the words stand there, with what was added to them
    words = suggestion if anchor.state is Hold.AT_WORDS else _labelled(old, suggestion)
    new = f"{old[:start]}{words}{old[end:]}".strip()
    if place in tree.sections() or not _section_of(tree, place):
        return place, new
    section = _section_of(tree, place)
    lines = [(line.address, line.unit.text) for line in section_lines(tree)[section]]
    return section, "\n".join(text for text in (new if at == place else text for at, text in lines) if text)


def _labelled(old: str, suggestion: str) -> str:
    """A whole item rewritten keeps its label where the suggestion does not say one."""
    label, _ = split_label(old)
    return suggestion if not label or split_label(suggestion)[0] or not suggestion else f"{label}{suggestion}"


def _section_of(tree: Act, address: str) -> str:
    """The section that holds a unit; empty for a heading."""
    places = tree.places()
    while address and not isinstance(places[address].node, Section):
        address = places[address].parent
    return address


def _note(session: Session, user: User, proposal: Proposal, comment: Comment) -> None:
    taken = session.get(TakenSuggestion, comment.id) or TakenSuggestion(comment_id=comment.id, proposal_id=proposal.id)
    taken.taken_by_id, taken.taken_at = user.id, utc_now()
    session.add(taken)
    record(
        session,
        action=Happening.SUGGESTION_TAKEN,
        actor=user,
        proposal_id=proposal.id,
        act_id=proposal.act_id,
        details={"comment": comment.id, "by": comment.author_id, "address": comment.address},
    )
