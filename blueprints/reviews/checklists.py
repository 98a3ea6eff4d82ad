"""The checklist of an approval: its lines as the form shows them, and what was ticked."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request

from blueprints.proposals.heads import Head
from blueprints.wording import TICKS
from review.checklist import Answer, Tick, unanswered


@dataclass(frozen=True, slots=True)
class Shown:
    """``answers``: a line each, with what was ticked so far; ``missing``: the lines that still need an answer."""

    answers: tuple[Answer, ...]
    missing: frozenset[str]
    required: bool
    ticks: dict[Tick, object]


def typed() -> tuple[Answer, ...]:
    """The lines that the form showed, with what was ticked."""
    return tuple(
        Answer(line, _tick(request.form.get(f"tick-{place}", "")), request.form.get(f"note-{place}", "")[:2000])
        for place, line in enumerate(request.form.getlist("line"))
    )


def shown(head: Head) -> Shown:
    """The lines as they read now; what was ticked stays ticked."""
    rule = head.facts.rule
    before = {answer.line: answer for answer in typed()}
    answers = tuple(before.get(line, Answer(line)) for line in rule.checklist)
    missing = frozenset(unanswered(rule.checklist, answers)) if before else frozenset()
    return Shown(answers, missing if rule.checklist_required else frozenset(), rule.checklist_required, dict(TICKS))


def _tick(value: str) -> Tick | None:
    return Tick(value) if value in set(Tick) else None
