"""Why something can not be done with a proposal now: a sentence that says what it waits for."""

from __future__ import annotations

from flask_babel import gettext as _

from blueprints.language import thai_digits
from blueprints.wording import ACTIONS, ASPECTS, DEEDS, REFUSALS, STATES
from review.workflow import AGREED, TRANSITIONS, Action, Deed, Refusal, Role, Standing, State, Verdict
from review.workflow import DEEDS as DEED_RULES
from services.reviewing.standings import Possibilities

_ENDED = {State.REJECTED, State.WITHDRAWN}


def name_of(verdict: Verdict) -> str:
    """What the action or deed is called."""
    return str(ACTIONS[verdict.action] if isinstance(verdict.action, Action) else DEEDS[verdict.action])


def why(verdict: Verdict, state: State, standing: Standing) -> str:
    """The sentence; empty where it is possible."""
    refusal = verdict.refusal
    if refusal is None:
        return ""
    if refusal is Refusal.WRONG_STATE:
        return _wrong_state(verdict.action, state)
    if refusal is Refusal.NOT_ENOUGH_REVIEWERS:
        return _(
            "มอบหมายผู้ตรวจแล้ว %(assigned)s คน ต้องมีอย่างน้อย %(required)s คนจึงเริ่มตรวจได้",
            assigned=thai_digits(standing.assigned),
            required=thai_digits(standing.required),
        )
    if refusal is Refusal.ASPECT_NOT_ASSIGNED:
        named = ", ".join(str(ASPECTS[aspect]) for aspect in sorted(standing.unassigned_aspects))
        return _("ยังไม่มีผู้ตรวจ %(aspects)s ซึ่งต้องได้รับความเห็นชอบ เลขานุการเป็นผู้มอบหมาย", aspects=named)
    if refusal is Refusal.BLOCKING_COMMENT_OPEN:
        return _(
            "ยังมีความเห็นที่ระงับการเห็นชอบค้างอยู่ %(n)s รายการ ปิดได้โดยผู้ตรวจที่เขียนหรือเลขานุการ",
            n=thai_digits(standing.open_blocking_comments),
        )
    if refusal is Refusal.ALREADY_APPROVED:
        missing = max(0, standing.required - standing.approvals)
        if not missing:
            named = ", ".join(str(ASPECTS[aspect]) for aspect in sorted(standing.missing_aspects))
            return _("ท่านเห็นชอบข้อความนี้แล้ว รอความเห็นชอบ %(aspects)s", aspects=named)
        return _("ท่านเห็นชอบข้อความนี้แล้ว รอความเห็นชอบจากผู้ตรวจอื่นอีก %(n)s คน", n=thai_digits(missing))
    return str(REFUSALS[refusal])


def _wrong_state(action: Action | Deed, state: State) -> str:
    if action is Action.APPROVE:
        return _no_approval_in(state)
    if isinstance(action, Action):
        sources = [row.source for row in TRANSITIONS if row.action is action]
    else:
        sources = list(DEED_RULES[action].states)
    named = ", ".join(str(STATES[source]) for source in sources)
    return _("ทำได้เมื่อข้อเสนออยู่ในขั้น %(states)s ตอนนี้อยู่ในขั้น %(now)s", states=named, now=str(STATES[state]))


def _no_approval_in(state: State) -> str:
    if state is State.DRAFT:
        return _("ยังไม่ได้เสนอให้ตรวจ ให้ความเห็นชอบได้หลังเจ้าของเสนอและผู้ตรวจเริ่มตรวจ")
    if state is State.SUBMITTED:
        return _("ยังไม่มีผู้ตรวจเริ่มตรวจ ให้ความเห็นชอบได้หลังเริ่มตรวจ")
    if state is State.CHANGES_REQUESTED:
        return _("ผู้ตรวจขอให้แก้ไขไว้ ให้ความเห็นชอบได้หลังเจ้าของเสนออีกครั้งและผู้ตรวจเริ่มตรวจ")
    if state in AGREED:
        return _("ข้อเสนอได้รับความเห็นชอบครบแล้ว")
    if state in _ENDED:
        return _("ข้อเสนอยุติแล้ว ให้ความเห็นชอบได้เมื่อเจ้าของเปิดเป็นร่างและเสนอใหม่")
    return _("ขั้นตอนปัจจุบันไม่เปิดให้เห็นชอบ")


def own_part(possible: Possibilities, state: State) -> list[str]:
    """For what would be this person's part and is not possible now: why. Said openly, not in the fold."""
    standing = possible.standing
    wanted: list[Action] = []
    if standing.is_owner and state in (State.DRAFT, State.CHANGES_REQUESTED):
        wanted.append(Action.SUBMIT if state is State.DRAFT else Action.RESUBMIT)
    if Role.REVIEWER in standing.roles and not (standing.is_owner or standing.is_codrafter):
        starts = state is State.SUBMITTED and standing.is_assigned
        wanted.append(Action.START if starts else Action.APPROVE)
    return [sentence for action in wanted if (sentence := why(possible.of(action), state, standing))]


def everything_else(possible: Possibilities, state: State) -> list[tuple[str, str]]:
    """(name, why not) of all that can not be done now, the approval first; nothing twice."""
    refused = [verdict for verdict in (*possible.actions, *possible.deeds) if not verdict.allowed]
    refused.sort(key=lambda verdict: verdict.action is not Action.APPROVE)
    return [(name_of(verdict), why(verdict, state, possible.standing)) for verdict in refused]
