"""The demonstration: an edition written by us and the story of three proposals, told through the services."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from law.dates import BANGKOK
from law.editing.edit import Edit
from models.act import Act
from models.base import clock_set_back, utc_now
from models.proposal import Proposal, Topic, WorkingCopy
from models.user import User
from review.approval import Aspect
from review.checklist import Answer, Tick
from review.workflow import Action
from services.acts import storing
from services.demonstration.people import add_people
from services.drafting import codrafters, proposals, wishes
from services.legislating.frames import read_frame
from services.people import guests, invitations
from services.reviewing import comments, reviews, rules
from services.reviewing.arranging import Arrangement, Seat, arrange, due_in
from services.reviewing.comments import Where

STORY = Path(__file__).parents[2] / "demonstration"

Step = Mapping[str, Any]


def load(session: Session) -> bool:
    """Tell the story where it was not told yet; whether it was told now."""
    story = tomllib.loads((STORY / "story.toml").read_text(encoding="utf-8"))
    if session.scalar(select(Act.id).where(Act.slug == story["slug"])) is not None:
        return False
    Telling(session, add_people(session), story).tell()
    return True


@dataclass
class Telling:
    """The story on its way into the database. ``made``: the proposals so far, by their place in the story."""

    session: Session
    people: Mapping[str, User]
    story: Mapping[str, Any]
    made: dict[int, int] = field(default_factory=dict)
    last_comment: int = 0

    def tell(self) -> None:
        """All steps of all proposals in the order of time, so that the record of events is in that order too."""
        first = max(step["days"] for proposal in self.story["proposals"] for step in proposal["steps"]) + 2
        with clock_set_back(timedelta(days=first)):
            act = self._import()
            self._wish(act)
            self._set_rules(act)
        for days, number, step in self._in_time():
            with clock_set_back(days):
                if number not in self.made:
                    self._create(act, number)
                self._do(number, step)

    def _import(self) -> Act:
        text = (STORY / "act.txt").read_text(encoding="utf-8")
        edition = storing.add_act(
            self.session,
            user=None,
            source=text,
            slug=self.story["slug"],
            in_force_from=self.story["in_force_from"],
            is_demonstration=True,
        )
        return edition.act

    def _wish(self, act: Act) -> None:
        for told in self.story.get("wishes", ()):
            wishes.add_wish(
                self.session,
                user=self.people["secretary"],
                act=act,
                topic=Topic(told["topic"]),
                text=told["text"],
                words=told["words"],
            )

    def _set_rules(self, act: Act) -> None:
        for told in self.story.get("rules", ()):
            rules.set_rule(
                self.session,
                user=self.people["secretary"],
                act=act,
                topic=Topic(told["topic"]),
                required=told.get("required"),
                aspects=[Aspect(aspect) for aspect in told.get("aspects", ())],
                in_order=told.get("in_order", False),
                working_days=told.get("working_days"),
                checklist=told.get("checklist"),
                checklist_required=told.get("checklist_required", False),
            )

    def _in_time(self) -> Iterable[tuple[timedelta, int, Step]]:
        """(how long ago, number of the proposal, step), the oldest first; in office hours, half an hour apart."""
        now = utc_now().astimezone(BANGKOK)
        opening = now - now.replace(hour=9, minute=10, second=0, microsecond=0)
        steps = []
        for number, proposal in enumerate(self.story["proposals"]):
            for order, step in enumerate(proposal["steps"]):
                steps.append((timedelta(days=step["days"], minutes=-30 * order) + opening, number, step))
        return sorted(steps, key=lambda entry: -entry[0])

    def _create(self, act: Act, number: int) -> None:
        told = self.story["proposals"][number]
        owner = self.people[told["owner"]]
        proposal = proposals.create(
            self.session,
            user=owner,
            act=act,
            topic=Topic(told["topic"]),
            title=told["title"],
            reasons=told["reasons"],
            on=utc_now().date(),
        )
        self.made[number] = proposal.id
        helpers = [self.people[name].id for name in told.get("co_drafters", ())]
        if helpers:
            codrafters.name_codrafters(self.session, user=owner, proposal_id=proposal.id, codrafters=helpers, seen=[])

    def _do(self, number: int, step: Step) -> None:
        proposal_id, user = self.made[number], self.people[step["by"]]
        special: dict[str, Callable[[int, User, Step], None]] = {
            "draft": self._draft,
            "working_copy": self._working_copy,
            "assign": self._assign,
            "comment": self._comment,
            "guest_comment": self._guest_comment,
        }
        if step["action"] in special:
            special[step["action"]](proposal_id, user, step)
            return
        reviews.act(
            self.session,
            user=user,
            proposal_id=proposal_id,
            action=Action(step["action"]),
            seen_draft=self._proposal(proposal_id).draft_count,
            reason=step.get("reason", ""),
            answers=self._answers(proposal_id, step),
        )

    def _answers(self, proposal_id: int, step: Step) -> list[Answer]:
        """Every line ticked, but for those that do not apply: their number in the list, and why."""
        if not step.get("checked"):
            return []
        lines = rules.rule_for(self.session, self._proposal(proposal_id)).checklist
        without = step.get("not_applicable", {})
        return [
            Answer(line, Tick.NOT_APPLICABLE, without[str(number)])
            if str(number) in without
            else Answer(line, Tick.YES)
            for number, line in enumerate(lines, start=1)
        ]

    def _proposal(self, proposal_id: int) -> Proposal:
        return self.session.get_one(Proposal, proposal_id)

    def _revision(self, proposal_id: int) -> int:
        copy = self.session.get(WorkingCopy, proposal_id)
        return copy.revision if copy else 0

    def _draft(self, proposal_id: int, user: User, step: Step) -> None:
        proposals.save_draft(
            self.session,
            user=user,
            proposal_id=proposal_id,
            seen_revision=self._revision(proposal_id),
            edits=_edits(step),
            frame=read_frame(step.get("frame")),
            note=step.get("note", ""),
        )

    def _working_copy(self, proposal_id: int, user: User, step: Step) -> None:
        proposals.save_working_copy(
            self.session,
            user=user,
            proposal_id=proposal_id,
            edits=_edits(step),
            seen_revision=self._revision(proposal_id),
        )

    def _assign(self, proposal_id: int, user: User, step: Step) -> None:
        """``within``, ``each_within``: working days for the whole review and for a reviewer, from that day on."""
        aspects, within = step.get("aspects", {}), step.get("each_within", {})
        seats = tuple(
            Seat(
                self.people[name].id,
                Aspect(aspects[name]) if name in aspects else None,
                due_in(within[name]) if name in within else None,
            )
            for name in step["reviewers"]
        )
        due = due_in(step["within"]) if "within" in step else None
        arrange(self.session, user=user, proposal_id=proposal_id, wanted=Arrangement(seats, due), seen="")

    def _comment(self, proposal_id: int, user: User, step: Step) -> None:
        if step.get("reply"):
            comments.reply(self.session, user=user, comment_id=self.last_comment, body=step["body"])
            return
        comment = comments.add(
            self.session,
            user=user,
            proposal_id=proposal_id,
            body=step["body"],
            seen_draft=self._proposal(proposal_id).draft_count,
            where=Where(step.get("address", ""), step.get("quote", ""), suggestion=step.get("suggestion")),
            blocking=step.get("blocking", False),
        )
        self.last_comment = comment.id

    def _guest_comment(self, proposal_id: int, user: User, step: Step) -> None:
        """The secretary invites somebody outside, who comments by the link."""
        guest = invitations.Guest(step["person"], step["organisation"])
        handed = invitations.invite(self.session, user=user, proposal_id=proposal_id, guest=guest)
        guests.comment(
            self.session,
            invitation=handed.invitation,
            body=step["body"],
            seen_draft=self._proposal(proposal_id).draft_count,
            where=Where(step["address"], step["quote"]),
        )


def _edits(step: Step) -> list[Edit]:
    return [Edit(edit["address"], edit["text"].strip(), edit.get("after", "")) for edit in step["edits"]]
