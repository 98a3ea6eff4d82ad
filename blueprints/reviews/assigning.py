"""The page on which the secretary arranges a review: who, for which aspect, in which order, by when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user
from blueprints.due_words import beyond_announced, shown_due, typed_due
from blueprints.language import thai_digits
from blueprints.proposals.heads import Head, head_of, render
from blueprints.reviews.forms import AssignForm
from blueprints.wording import ASPECTS, FAULTS, REFUSALS
from extensions import db
from law.numerals import arabic
from models.user import User
from review.approval import Aspect
from review.workflow import Action, ActionRefused, Deed
from services.failures import Refused, StaleWrite
from services.reviewing import arranging, reviews, stepping_aside
from services.reviewing.arranging import Arrangement, Seat
from services.reviewing.working_days import announced_until

Page = str | tuple[str, int] | Response


@dataclass(slots=True)
class Row:
    """One person who can review, as the form shows him or her."""

    person: User
    chosen: bool = False
    aspect: str = ""
    due: str = ""
    place: str = ""
    declined: str = ""
    instead_of: str = ""
    error: str = ""


@dataclass(slots=True)
class Arranging:
    """The form with its rows."""

    form: AssignForm
    rows: list[Row] = field(default_factory=list)


def shown(head: Head) -> Arranging:
    """How it is arranged now; the usual time of the rule stands ready where there is no deadline yet."""
    now = arranging.arrangement_of(db.session, head.proposal)
    rule = head.facts.rule
    due = shown_due(now.due_on) or ("" if now.seats else thai_digits(rule.working_days or ""))
    seats = {seat.reviewer: (place, seat) for place, seat in enumerate(now.seats, start=1)}
    rows = _rows(head)
    for row in rows:
        place, seat = seats.get(row.person.id, (0, None))
        if seat:
            row.chosen, row.aspect, row.due = True, seat.aspect or "", shown_due(seat.due_on)
            row.place = thai_digits(place)
    return Arranging(AssignForm(formdata=None, due=due, seen=now.mark), rows)


def _typed(head: Head) -> Arranging:
    rows = _rows(head)
    chosen = set(request.form.getlist("reviewers"))
    for row in rows:
        number = str(row.person.id)
        row.chosen = number in chosen
        row.aspect, row.due, row.place = (
            request.form.get(f"{name}-{number}", "") for name in ("aspect", "due", "place")
        )
    return Arranging(AssignForm(), rows)


def _rows(head: Head) -> list[Row]:
    people = {person.id: person for person in reviews.possible_reviewers(db.session, proposal=head.proposal)}
    people |= {review.reviewer.id: review.reviewer for review in head.reviews}
    declined = stepping_aside.declined(db.session, head.proposal)
    instead = {one.reviewer.id: one.instead_of.name for one in head.reviews if one.instead_of}
    return [
        Row(
            person,
            declined=declined[person.id].details.get("reason", "") if person.id in declined else "",
            instead_of=instead.get(person.id, ""),
        )
        for person in sorted(people.values(), key=lambda person: (person.name, person.id))
    ]


def page(head: Head, made: Arranging, *, stale: bool = False) -> str:
    """The form, or why the person can not arrange now."""
    refusal = head.possible.of(Action.ASSIGN).refusal
    if refusal is not None and head.possible.of(Deed.REASSIGN).allowed:
        refusal = None
    rule = head.facts.rule
    days = [head.proposal.due_on, *(review.due_on for review in head.reviews)]
    return render(
        "reviews/assign.html",
        head,
        "proposals.show",
        form=made.form,
        rows=made.rows,
        rule=rule,
        aspects=ASPECTS,
        required_aspects=[str(ASPECTS[aspect]) for aspect in Aspect if aspect in rule.aspects],
        refusal=REFUSALS[refusal] if refusal else "",
        stale=stale,
        announced_until=announced_until() if any(beyond_announced(day) for day in days) else None,
    )


def save(head: Head) -> Page:
    """Store what was sent; what can not be read is said at its field."""
    made = _typed(head)
    wanted = _wanted(made)
    if wanted is None or not made.form.validate():
        return page(head, made), 400
    try:
        arranging.arrange(
            db.session,
            user=current_user(),
            proposal_id=head.proposal.id,
            wanted=wanted,
            seen=made.form.seen.data or "",
        )
    except ActionRefused as refused:
        made.form.form_errors = [str(REFUSALS[refused.refusal])]
        return page(head_of(head.proposal.id), made), 403
    except StaleWrite as stale:
        made.form.seen.data = getattr(stale.theirs, "mark", "")
        return page(head_of(head.proposal.id), made, stale=True), 409
    except Refused as refused:
        made.form.form_errors = [str(FAULTS[refused.fault])]
        return page(head, made), 400
    flash(_("บันทึกการมอบหมายแล้ว"))
    return redirect(url_for("proposals.show", proposal_id=head.proposal.id))


def _wanted(made: Arranging) -> Arrangement | None:
    """The arrangement that was typed; None where something can not be read."""
    due, error = _day(made.form.due.data or "")
    if error:
        made.form.due.errors = [error]
    seats: list[tuple[int, Seat]] = []
    for row in made.rows:
        if row.chosen:
            own, row.error = _day(row.due)
            place = arabic(row.place.strip())
            aspect = Aspect(row.aspect) if row.aspect in set(Aspect) else None
            seats.append((int(place) if place.isdecimal() and len(place) < 4 else 99, Seat(row.person.id, aspect, own)))
    if error or any(row.error for row in made.rows):
        return None
    return Arrangement(tuple(seat for _place, seat in sorted(seats, key=lambda pair: pair[0])), due)


def _day(typed: str) -> tuple[date | None, str]:
    """What was typed, and what is wrong with it."""
    try:
        return typed_due(typed), ""
    except ValueError:
        return None, _("พิมพ์จำนวนวันทำการ เช่น ๕ หรือวันที่ เช่น ๓๐/๑๑/๒๕๖๙")
    except Refused as refused:
        return None, str(FAULTS[refused.fault])
