"""How proposals of a topic on an act are reviewed: set by the secretary or the administrator, with defaults."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session, joinedload

from models.act import Act
from models.base import utc_now
from models.policy import RequiredAspect, ReviewRule
from models.proposal import Proposal, Topic
from models.user import User
from review.approval import Aspect
from review.checklist import default_lines
from review.record import Happening
from review.workflow import Role
from services.failures import Fault, Refused
from services.record import record
from services.transaction import checked, transaction

LONGEST_LINE, MOST_LINES = 300, 30  # characters; lines of a checklist
LONGEST_TIME = 250  # working days: about a year


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for a topic of an act. ``own_number``, ``own_checklist``: set for it, not taken from the defaults.

    ``aspects``: each must be approved. ``in_order``: reviewers decide one after the other. ``working_days``: the usual
    time for a review, if any. ``checklist``: lines, answered with an approval where ``checklist_required``.
    """

    required: int
    own_number: bool
    aspects: frozenset[Aspect]
    in_order: bool
    working_days: int | None
    checklist: tuple[str, ...]
    own_checklist: bool
    checklist_required: bool


def rule_of(session: Session, *, act: Act, topic: Topic) -> Rule:
    """The rule for a topic of an act."""
    own = session.get(ReviewRule, (act.id, topic), options=[joinedload(ReviewRule.required_aspects)])
    lines = own.checklist if own else None
    return Rule(
        required=(own.required_approvals if own else None) or act.required_approvals,
        own_number=own is not None and own.required_approvals is not None,
        aspects=frozenset(row.aspect for row in own.required_aspects) if own else frozenset(),
        in_order=own is not None and own.in_order,
        working_days=own.working_days if own else None,
        checklist=tuple(lines) if lines is not None else default_lines(topic),
        own_checklist=lines is not None,
        checklist_required=own is not None and own.checklist_required,
    )


def rule_for(session: Session, proposal: Proposal) -> Rule:
    """The rule by which a proposal is reviewed now."""
    return rule_of(session, act=proposal.act, topic=proposal.topic)


def set_rule(
    session: Session,
    *,
    user: User,
    act: Act,
    topic: Topic,
    required: int | None,
    aspects: Collection[Aspect],
    in_order: bool,
    working_days: int | None,
    checklist: Sequence[str] | None,
    checklist_required: bool,
) -> None:
    """Set the rule of a topic. ``required``: none: the act's number. ``checklist``: none: the default lines.

    :raises Refused: NOT_YOURS, REQUIRED_APPROVALS, BAD_WORKING_DAYS, LINE_TOO_LONG, BAD_CHARACTERS.
    """
    if not user.roles & {Role.SECRETARY, Role.ADMIN}:
        raise Refused(Fault.NOT_YOURS)
    _check_number(required, 9, Fault.REQUIRED_APPROVALS)
    _check_number(working_days, LONGEST_TIME, Fault.BAD_WORKING_DAYS)
    lines = None if checklist is None else _checked_lines(checklist)
    with transaction(session):
        rule = session.get(ReviewRule, (act.id, topic), with_for_update=True) or ReviewRule(act_id=act.id, topic=topic)
        rule.required_approvals, rule.working_days = required, working_days
        rule.in_order, rule.checklist, rule.checklist_required = in_order, lines, checklist_required
        rule.changed_by_id, rule.changed_at = user.id, utc_now()
        _set_aspects(rule, frozenset(aspects))
        session.add(rule)
        details = {
            "topic": topic.value,
            "required": required,
            "aspects": sorted(aspect.value for aspect in set(aspects)),
            "in_order": in_order,
            "working_days": working_days,
            "checklist": lines,
            "checklist_required": checklist_required,
        }
        record(session, action=Happening.REVIEW_RULE_SET, actor=user, act_id=act.id, details=details)


def _set_aspects(rule: ReviewRule, wanted: frozenset[Aspect]) -> None:
    kept = [row for row in rule.required_aspects if row.aspect in wanted]
    new = wanted - {row.aspect for row in kept}
    rule.required_aspects = kept + [
        RequiredAspect(act_id=rule.act_id, topic=rule.topic, aspect=aspect) for aspect in sorted(new)
    ]


def _check_number(number: int | None, most: int, fault: Fault) -> None:
    if number is not None and not 1 <= number <= most:
        raise Refused(fault)


def _checked_lines(lines: Sequence[str]) -> list[str]:
    """The lines that say something, each once."""
    kept = list(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))
    if len(kept) > MOST_LINES or any(len(line) > LONGEST_LINE for line in kept):
        raise Refused(Fault.LINE_TOO_LONG)
    return [checked(line, longest=LONGEST_LINE) for line in kept]
