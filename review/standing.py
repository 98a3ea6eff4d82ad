"""Facts about one person and one proposal, and the named checks that the rules are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from review.approval import Aspect


class Role(StrEnum):
    """What a user is in the office; one user may be several."""

    READER = "reader"
    DRAFTER = "drafter"
    REVIEWER = "reviewer"
    SECRETARY = "secretary"
    ADMIN = "admin"


class Refusal(StrEnum):
    """Why somebody can not do something now."""

    WRONG_STATE = "wrong_state"
    NOT_OWNER = "not_owner"
    NOT_AUTHOR = "not_author"
    NOT_OWNER_OR_SECRETARY = "not_owner_or_secretary"
    NOT_SECRETARY = "not_secretary"
    NOT_SECRETARY_OR_ADMIN = "not_secretary_or_admin"
    NOT_REVIEWER = "not_reviewer"
    NOT_ASSIGNED = "not_assigned"
    NOT_PARTICIPANT = "not_participant"
    OWN_PROPOSAL = "own_proposal"  # four eyes: owner or co-drafter
    WROTE_A_DRAFT = "wrote_a_draft"  # four eyes: wrote a draft of it once
    SUGGESTION_TAKEN = "suggestion_taken"  # four eyes: suggested words that stand in a draft
    NO_DRAFT = "no_draft"
    NEW_EDITION = "new_edition"  # of the act, which changed what the proposal touches
    BILL_NOT_PROVEN = "bill_not_proven"  # the draft's bill can not be written, or reads back as something else
    NOTHING_CHANGED_SINCE = "nothing_changed_since"  # neither new words nor an answer since changes were asked for
    NOT_ENOUGH_REVIEWERS = "not_enough_reviewers"
    BLOCKING_COMMENT_OPEN = "blocking_comment_open"
    ALREADY_APPROVED = "already_approved"  # this person, this very text
    REASON_MISSING = "reason_missing"
    ASPECT_NOT_ASSIGNED = "aspect_not_assigned"  # nobody looks after an aspect that must be approved
    NOT_IN_TURN = "not_in_turn"  # somebody before in the order has not approved
    FOR_AN_AUTHOR = "for_an_author"  # four eyes: whoever delegated the review became an author
    CHECKLIST_INCOMPLETE = "checklist_incomplete"
    APPROVAL_COUNTS = "approval_counts"  # who has approved neither declines nor delegates
    DELEGATED_TO_YOU = "delegated_to_you"  # what was delegated is not delegated further
    ON_THE_BILL = "on_the_bill"  # done to the bill that the proposal is in, not to the proposal alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that a verdict depends on: facts about one person and one proposal at one moment.

    ``roles``: the person's. ``approvals``: how many approvals count on the present text, this person's included;
    ``wrote_a_draft``: saved one, or suggested words that were taken into one (``only_suggested``: nothing but that).
    ``required``: how many are needed; ``assigned``: how many reviewers are assigned.
    ``on_newest_edition``: the proposal is written on the newest edition of its act.
    ``bill_proven``: the bill of the last draft, read back and applied, gives exactly the draft's text.
    ``answered``: since changes were last asked for, the text changed or an author wrote a comment.
    ``aspect``: what this person reviews for; ``missing_aspects``: required, and nobody approved for them;
    ``unassigned_aspects``: required, and nobody reviews for them. ``in_turn``: nobody before in the order is waited
    for. ``is_delegate``: reviews for somebody else; ``for_an_author``: who is an author. ``checklist``: the lines
    that must be answered with an approval.
    """

    roles: frozenset[Role] = frozenset()
    is_owner: bool = False
    is_codrafter: bool = False
    wrote_a_draft: bool = False
    only_suggested: bool = False
    is_assigned: bool = False
    has_approved: bool = False
    has_draft: bool = False
    on_newest_edition: bool = True
    bill_proven: bool = True
    answered: bool = False
    approvals: int = 0
    required: int = 2
    assigned: int = 0
    open_blocking_comments: int = 0
    aspect: Aspect | None = None
    missing_aspects: frozenset[Aspect] = frozenset()
    unassigned_aspects: frozenset[Aspect] = frozenset()
    in_turn: bool = True
    is_delegate: bool = False
    for_an_author: bool = False
    checklist: tuple[str, ...] = ()

    @property
    def suffices(self) -> bool:
        """Whether the approvals that count are all that is needed."""
        return self.approvals >= self.required and not self.missing_aspects

    @property
    def would_suffice(self) -> bool:
        """Whether they are, with this person's approval of this text."""
        return self.approvals + 1 >= self.required and self.missing_aspects <= {self.aspect}


Check = Callable[[Standing], Refusal | None]


def owner(standing: Standing) -> Refusal | None:
    """The owner of the proposal."""
    return None if standing.is_owner else Refusal.NOT_OWNER


def author(standing: Standing) -> Refusal | None:
    """The owner or a co-drafter."""
    return None if standing.is_owner or standing.is_codrafter else Refusal.NOT_AUTHOR


def secretary(standing: Standing) -> Refusal | None:
    """Anybody with the role of secretary."""
    return None if Role.SECRETARY in standing.roles else Refusal.NOT_SECRETARY


def secretary_or_admin(standing: Standing) -> Refusal | None:
    """Anybody with the role of secretary or admin."""
    return None if standing.roles & {Role.SECRETARY, Role.ADMIN} else Refusal.NOT_SECRETARY_OR_ADMIN


def owner_or_secretary(standing: Standing) -> Refusal | None:
    """The owner, or anybody with the role of secretary."""
    allowed = standing.is_owner or Role.SECRETARY in standing.roles
    return None if allowed else Refusal.NOT_OWNER_OR_SECRETARY


def assigned_reviewer(standing: Standing) -> Refusal | None:
    """A reviewer assigned to the proposal who still has the role."""
    if Role.REVIEWER not in standing.roles:
        return Refusal.NOT_REVIEWER
    return None if standing.is_assigned else Refusal.NOT_ASSIGNED


def participant(standing: Standing) -> Refusal | None:
    """Authors, reviewers and the secretary."""
    takes_part = author(standing) is None or standing.roles & {Role.REVIEWER, Role.SECRETARY}
    return None if takes_part else Refusal.NOT_PARTICIPANT


def four_eyes(standing: Standing) -> Refusal | None:
    """Nobody approves what he or she wrote, or the person for whom he or she reviews."""
    if author(standing) is None:
        return Refusal.OWN_PROPOSAL
    if not standing.wrote_a_draft:
        return Refusal.FOR_AN_AUTHOR if standing.for_an_author else None
    return Refusal.SUGGESTION_TAKEN if standing.only_suggested else Refusal.WROTE_A_DRAFT


def draft_saved(standing: Standing) -> Refusal | None:
    """There is a draft to decide on."""
    return None if standing.has_draft else Refusal.NO_DRAFT


def newest_edition(standing: Standing) -> Refusal | None:
    """It is written on the newest edition of the act."""
    return None if standing.on_newest_edition else Refusal.NEW_EDITION


def bill_proven(standing: Standing) -> Refusal | None:
    """The draft's bill is written and proven."""
    return None if standing.bill_proven else Refusal.BILL_NOT_PROVEN


def request_answered(standing: Standing) -> Refusal | None:
    """New words, or a comment that answers, since changes were asked for."""
    return None if standing.answered else Refusal.NOTHING_CHANGED_SINCE


def enough_reviewers(standing: Standing) -> Refusal | None:
    """As many reviewers assigned as approvals are required: a review that can not end does not begin."""
    return None if standing.assigned >= standing.required else Refusal.NOT_ENOUGH_REVIEWERS


def aspects_assigned(standing: Standing) -> Refusal | None:
    """Somebody reviews for every aspect that must be approved."""
    return Refusal.ASPECT_NOT_ASSIGNED if standing.unassigned_aspects else None


def in_turn(standing: Standing) -> Refusal | None:
    """Everybody before in the order has approved."""
    return None if standing.in_turn else Refusal.NOT_IN_TURN


def no_approval_counts(standing: Standing) -> Refusal | None:
    """No approval by this person counts now."""
    return Refusal.APPROVAL_COUNTS if standing.has_approved else None


def own_review(standing: Standing) -> Refusal | None:
    """The review was given to this person by the secretary, not by another reviewer."""
    return Refusal.DELEGATED_TO_YOU if standing.is_delegate else None


def nothing_blocks(standing: Standing) -> Refusal | None:
    """No blocking comment is open."""
    return Refusal.BLOCKING_COMMENT_OPEN if standing.open_blocking_comments else None


def not_yet_approved(standing: Standing) -> Refusal | None:
    """This person has not approved this text yet.

    Where enough approvals stand already (fewer are required since, a reviewer came back) it may be said once more:
    else nobody could complete the review.
    """
    waits_for_others = standing.has_approved and not standing.suffices
    return Refusal.ALREADY_APPROVED if waits_for_others else None
