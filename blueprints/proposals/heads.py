"""What stands at the head of every page of a proposal: state, draft, whose turn it is, the pages of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from flask import render_template, url_for
from flask_babel import gettext as _

from blueprints.access import current_user
from blueprints.due_words import due_words
from blueprints.proposals import reasons
from blueprints.wording import ASPECTS, REFUSALS, STATES
from extensions import db
from models.proposal import Proposal
from models.review import Decision
from review.approval import Aspect
from review.workflow import Action, Deed, Role, State, Verdict
from services.drafting import proposals, seating
from services.drafting.proposals import WorkingText
from services.people.visibility import find_proposal
from services.reviewing import reviews, standings
from services.reviewing.standings import Facts, Possibilities

UNDER_REVIEW = (State.SUBMITTED, State.IN_REVIEW, State.CHANGES_REQUESTED)
SHORT_HASH = 12  # characters of a content hash that are shown


@dataclass
class Head:
    """A proposal as the signed-in person sees it."""

    proposal: Proposal

    @cached_property
    def facts(self) -> Facts:
        return standings.facts_of(db.session, self.proposal)

    @cached_property
    def possible(self) -> Possibilities:
        return standings.possibilities(db.session, current_user(), self.proposal, self.facts)

    @cached_property
    def reviews(self) -> list[reviews.Review]:
        return reviews.reviewers_of(db.session, proposal=self.proposal, facts=self.facts)

    @property
    def is_open(self) -> bool:
        """Whether it is being reviewed, or should be."""
        return self.proposal.state in UNDER_REVIEW

    @property
    def deadlines(self) -> list[tuple[str, str]]:
        """By when the review should end, and by when this person should decide."""
        if not self.is_open:
            return []
        found = [(_("ครบกำหนดตรวจ"), due_words(self.proposal.due_on))]
        own = [review for review in self.reviews if review.reviewer.id == current_user().id and not review.counts]
        found += [(_("กำหนดของท่าน"), due_words(review.due_on)) for review in own]
        return [(name, words) for name, words in found if words]

    @property
    def decided_before(self) -> Decision | None:
        """This person's last decision, where it was on an earlier draft."""
        own = [review.decision for review in self.reviews if review.reviewer.id == current_user().id]
        found = own[0] if own else None
        return found if found and found.draft.number < self.proposal.draft_count else None

    @property
    def missing_aspects(self) -> list[str]:
        """The aspects from which it must be approved and is not yet."""
        return [str(ASPECTS[aspect]) for aspect in Aspect if aspect in self.possible.standing.missing_aspects]

    @property
    def actions(self) -> list[Verdict]:
        """What this person can do now."""
        return [verdict for verdict in self.possible.actions if verdict.allowed]

    @property
    def why_not(self) -> list[str]:
        """For what his or her part would be and is not possible: why."""
        return [*reasons.own_part(self.possible, self.proposal.state), *self._barred()]

    def _barred(self) -> list[str]:
        """To the secretary: reviewers who can not approve any more, so that the review could never end."""
        if Role.SECRETARY not in self.possible.standing.roles or self.proposal.state not in UNDER_REVIEW:
            return []
        authors = self.facts.people.authors
        names = [review.reviewer.name for review in self.reviews if review.reviewer.id in authors]
        sentence = _("%(names)s เป็นผู้ร่างร่วมแล้ว จึงให้ความเห็นชอบไม่ได้ มอบหมายผู้ตรวจอื่นแทน", names=self._names(names))
        return [sentence] if names else []

    @property
    def why_not_the_rest(self) -> list[tuple[str, str]]:
        """(what, why not) of everything that this person can not do now."""
        return reasons.everything_else(self.possible, self.proposal.state)

    def why(self, action: Action) -> str:
        """Why this person can not do it now; empty where it is possible."""
        return reasons.why(self.possible.of(action), self.proposal.state, self.possible.standing)

    @property
    def is_behind(self) -> bool:
        """Whether a new edition of the act changed what the proposal touches, and nobody has merged it yet."""
        has_ended = self.proposal.state in (State.REJECTED, State.WITHDRAWN, State.ENACTED)
        return not has_ended and not self.possible.standing.on_newest_edition

    @property
    def may_edit(self) -> bool:
        return self.possible.of(Deed.EDIT).allowed

    @property
    def why_edit_not(self) -> str:
        refusal = self.possible.of(Deed.EDIT).refusal
        return str(REFUSALS[refusal]) if refusal else ""

    @cached_property
    def has_board(self) -> bool:
        """Whether the proposal is about the composition of a board."""
        if seating.is_meant_for_boards(self.proposal):
            return True
        return seating.touches_board(self.proposal, self.writing)

    @cached_property
    def writing(self) -> seating.Writing:
        """What the person sees being written: the working copy, or the last draft."""
        return seating.writing_of(db.session, proposal=self.proposal, working=self.working if self.may_edit else None)

    @cached_property
    def working(self) -> WorkingText:
        """What is being written. :raises ActionRefused: for who may not edit it."""
        person, standing = current_user(), self.possible.standing
        return proposals.working_text(db.session, user=person, proposal=self.proposal, standing=standing)

    @property
    def short_hash(self) -> str:
        return (self.proposal.content_hash or "")[:SHORT_HASH]

    @property
    def your_turn(self) -> bool:
        """Whether the proposal waits for the person who reads."""
        standing, state = self.possible.standing, self.proposal.state
        if state in (State.DRAFT, State.CHANGES_REQUESTED):
            return standing.is_owner
        if state is State.SUBMITTED:
            return any(verdict.action in (Action.ASSIGN, Action.START) for verdict in self.actions)
        return any(verdict.action is Action.APPROVE for verdict in self.actions)

    @property
    def turn(self) -> str:
        """Whose turn it is and for what; empty where the matter is ended."""
        state, standing = self.proposal.state, self.possible.standing
        if state is State.DRAFT:
            return _("%(owner)s เขียนและเสนอร่าง", owner=self.proposal.owner.name)
        if state is State.CHANGES_REQUESTED:
            return _("%(owner)s แก้ไขและเสนออีกครั้ง", owner=self.proposal.owner.name)
        short = standing.assigned < standing.required or standing.unassigned_aspects
        if state in (State.SUBMITTED, State.IN_REVIEW) and short:
            return _("เลขานุการมอบหมายผู้ตรวจ")
        if state is State.SUBMITTED:
            return _("%(names)s เริ่มตรวจ", names=self._names(review.reviewer.name for review in self.reviews))
        if state is State.IN_REVIEW:
            undecided = [review.reviewer.name for review in self.reviews if not review.counts]
            names = undecided[:1] if self.facts.rule.in_order else undecided
            return _("%(names)s ให้ความเห็นชอบหรือขอให้แก้ไข", names=self._names(names))
        return ""

    @staticmethod
    def _names(names: object) -> str:
        return ", ".join(names)  # type: ignore[call-overload, no-any-return]

    def tabs(self, current: str) -> list[dict[str, object]]:
        """The pages of the proposal, as the macro wants them."""
        labels = {
            "proposals.show": _("ภาพรวม"),
            "proposals.compare": _("สิ่งที่เปลี่ยน"),
            "proposals.text": _("ข้อความ"),
            **({"proposals.boards": _("คณะกรรมการ")} if self.has_board else {}),
            "proposals.bill": _("ร่างกฎหมาย"),
            "proposals.discussion": _("ความเห็น"),
            "proposals.history": _("ประวัติ"),
            "proposals.print_choice": _("พิมพ์"),
        }
        return [
            {"label": label, "url": url_for(endpoint, proposal_id=self.proposal.id), "current": endpoint == current}
            for endpoint, label in labels.items()
        ]


def head_of(proposal_id: int) -> Head:
    """The proposal for the signed-in person. :raises NotFound:"""
    return Head(find_proposal(db.session, current_user(), proposal_id))


def render(template: str, head: Head, tab: str, **context: object) -> str:
    """A page of a proposal. ``tab``: endpoint of the page it belongs to."""
    names = {state.value: name for state, name in STATES.items()}
    return render_template(
        template,
        head=head,
        proposal=head.proposal,
        tabs=head.tabs(tab),
        state_names=names,
        aspect_names=ASPECTS,
        **context,
    )
