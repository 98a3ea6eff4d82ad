"""Policy wishes: set by the secretary for a topic of an act, judged for each board."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from law.board import Board
from law.boards.wishes import Demands, demands, unmet
from models.act import Act
from models.policy import PolicyWish
from models.proposal import Proposal, Topic
from models.user import User
from review.record import Happening
from review.workflow import Role
from services.failures import Fault, NotFound, Refused, known
from services.record import record
from services.transaction import checked, transaction

LONGEST_WISH, LONGEST_WORDS = 300, 2_000


@dataclass(frozen=True, slots=True)
class Judged:
    """A wish and what of it a board does not meet; nothing: it is met."""

    wish: PolicyWish
    unmet: Demands

    @property
    def is_met(self) -> bool:
        """Whether every demand is met."""
        return not self.unmet


def list_wishes(session: Session, *, act: Act, topic: Topic | None = None) -> list[PolicyWish]:
    """The wishes for an act, by topic."""
    query = select(PolicyWish).where(PolicyWish.act_id == act.id).order_by(PolicyWish.topic, PolicyWish.id)
    return list(session.scalars(query if topic is None else query.where(PolicyWish.topic == topic)))


def judged(session: Session, *, proposal: Proposal, board: Board | None) -> list[Judged]:
    """The wishes for the proposal's topic, and which the board meets."""
    found = list_wishes(session, act=proposal.act, topic=proposal.topic)
    return [Judged(wish, unmet(board, wish.words)) for wish in found]


def add_wish(session: Session, *, user: User, act: Act, topic: Topic, text: str, words: str) -> PolicyWish:
    """Set a wish. :raises Refused: WISH_INCOMPLETE, TOO_LONG, BAD_CHARACTERS, NOT_YOURS."""
    _require_secretary(user)
    said = " ".join(checked(text, longest=LONGEST_WISH).split())
    sought = checked(words, longest=LONGEST_WORDS).strip()
    if not said or not demands(sought):
        raise Refused(Fault.WISH_INCOMPLETE)
    with transaction(session):
        wish = PolicyWish(act_id=act.id, topic=Topic(topic), text=said, words=sought, created_by_id=user.id)
        session.add(wish)
        session.flush()
        details = {"wish": wish.id, "topic": wish.topic.value, "text": said}
        record(session, action=Happening.WISH_ADDED, actor=user, act_id=act.id, details=details)
    return wish


def remove_wish(session: Session, *, user: User, act: Act, wish_id: int) -> None:
    """Take a wish of the act back. :raises NotFound: :raises Refused: NOT_YOURS."""
    _require_secretary(user)
    with transaction(session):
        wish = session.get(PolicyWish, known(wish_id))
        if wish is None or wish.act_id != act.id:
            raise NotFound
        details = {"wish": wish.id, "topic": wish.topic.value, "text": wish.text}
        record(session, action=Happening.WISH_REMOVED, actor=user, act_id=wish.act_id, details=details)
        session.delete(wish)


def _require_secretary(user: User) -> None:
    if Role.SECRETARY not in user.roles:
        raise Refused(Fault.NOT_YOURS)
