"""The review of a proposal, in the words of its file."""

from __future__ import annotations

from datetime import datetime

from blueprints.language import thai_date, thai_datetime, thai_time
from blueprints.papers.kinds import version_name
from blueprints.papers.source import Source
from blueprints.proposals.story import told
from blueprints.wording import ACTIONS, TICKS
from documents.matter import SHORT_HASH
from documents.model import Document
from documents.papers.review_file import Decided, Happened, Said, Talk, review_file
from extensions import db
from law.citing.citation import cite
from models.review import Comment, Decision
from review.checklist import Tick
from review.workflow import Action
from services.keeping import timeline
from services.reviewing import reviews
from services.reviewing.comments import Thread

MOST_EVENTS = 2_000


def review_paper(source: Source) -> Document:
    """Everything that was decided, said and done, the oldest first."""
    found = reviews.reviewers_of(db.session, proposal=source.proposal)
    counting = {review.decision.id for review in found if review.decision and review.counts}
    decisions = reviews.list_decisions(db.session, proposal=source.proposal)
    return review_file(
        [_reviewer(review) for review in found],
        [_decided(decision, decision.id in counting) for decision in decisions],
        [_talk(thread) for thread in source.threads],
        _history(source),
        source.matter,
    )


def _reviewer(review: reviews.Review) -> str:
    said = "มีความเห็นชอบต่อข้อความปัจจุบัน" if review.counts else "ยังไม่มีความเห็นชอบต่อข้อความปัจจุบัน"
    return f"{review.reviewer.name}  {said}"


def _decided(decision: Decision, counts: bool) -> Decided:
    answers = ((str(one["line"]), _answer(one)) for one in decision.checklist or ())
    return Decided(
        reviewer=decision.reviewer.name,
        choice=str(ACTIONS[Action(decision.choice.value)]),
        text=f"{version_name(decision.draft.number)}\n{decision.content_hash[:SHORT_HASH]}",
        at=_in_two_lines(decision.created_at),
        remarks=decision.reason,
        counts=counts,
        answers=tuple(answers),
    )


def _answer(stored: dict[str, str]) -> str:
    tick = str(TICKS[Tick(stored["answer"])])
    return f"{tick}: {stored['note']}" if stored.get("note") else tick


def _talk(thread: Thread) -> Talk:
    first = thread.first
    version = version_name(first.draft.number) if first.draft else ""
    ended = ""
    if first.resolved_at is not None and first.resolved_by is not None:
        ended = f"ปิดโดย {first.resolved_by.name} {_when(first.resolved_at)}"
    return Talk(
        about=" ".join(filter(None, (cite(first.address) or "ทั้งข้อเสนอ", version))),
        first=_said(first),
        replies=tuple(map(_said, thread.replies)),
        quote=first.quote,
        suggestion=first.suggestion,
        blocking=first.blocking,
        ended=ended,
    )


def _said(comment: Comment) -> Said:
    return Said(comment.author.name, _when(comment.created_at), comment.body)


def _history(source: Source) -> list[Happened]:
    events = timeline.events(db.session, proposal=source.proposal, limit=MOST_EVENTS)[::-1]
    names = timeline.names_in(db.session, events)
    found = []
    for event in events:
        entry = told(event, source.proposal.id, names.people, names.guests)
        words = [str(entry[part]) for part in ("who", "what", "reason")]
        found.append(Happened(event.number, event.hash[:SHORT_HASH], _in_two_lines(event.at), *words))
    return found


def _when(moment: datetime) -> str:
    return thai_datetime(moment, weekday=False)


def _in_two_lines(moment: datetime) -> str:
    """As it stands in a narrow column."""
    return f"{thai_date(moment, weekday=False)}\nเวลา {thai_time(moment)}"
