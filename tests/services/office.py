"""An office for tests: an act in our own words, people of every role, and the steps of a proposal made short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from law.editing.edit import Edit
from models.act import Edition
from models.proposal import Proposal, Topic
from models.user import User
from review.workflow import Action, Role, State
from services.acts import storing
from services.drafting import proposals
from services.legislating import bill_making, enacting, joint_bills
from services.reviewing import reviews

ACT_TEXT = """พระราชบัญญัติส่งเสริมการทอผ้าชุมชน พ.ศ. ๒๕๕๕

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติส่งเสริมการทอผ้าชุมชน พ.ศ. ๒๕๕๕”

มาตรา ๒  พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป

มาตรา ๓  ในพระราชบัญญัตินี้
“ช่างทอ” หมายความว่า ผู้ซึ่งทอผ้าด้วยมือเป็นอาชีพ
“คณะกรรมการ” หมายความว่า คณะกรรมการส่งเสริมการทอผ้าชุมชน

หมวด ๑
คณะกรรมการ

มาตรา ๔  ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย
(๑) รัฐมนตรี เป็นประธานกรรมการ
(๒) ปลัดกระทรวง เป็นกรรมการ
(๓) ผู้แทนช่างทอสองคน เป็นกรรมการ

มาตรา ๕  คณะกรรมการมีหน้าที่เสนอแผนต่อรัฐมนตรี

มาตรา ๖  การประชุมต้องมีกรรมการมาประชุมไม่น้อยกว่ากึ่งหนึ่ง
"""
IN_FORCE = date(2012, 5, 1)


@dataclass(frozen=True)
class Office:
    """Everybody has one role, but for ``both``, who drafts and reviews."""

    owner: User
    codrafter: User
    reviewers: tuple[User, User, User]
    both: User
    secretary: User
    admin: User
    reader: User
    edition: Edition

    @property
    def everybody(self) -> tuple[User, ...]:
        named = (self.owner, self.codrafter, *self.reviewers)
        return (*named, self.both, self.secretary, self.admin, self.reader)


def open_office(session: Session, make_user: Callable[..., User]) -> Office:
    admin = make_user(Role.ADMIN, name="ผู้ดูแล")
    return Office(
        owner=make_user(Role.DRAFTER, name="เจ้าของ"),
        codrafter=make_user(Role.DRAFTER, name="ผู้ร่วมร่าง"),
        reviewers=tuple(make_user(Role.REVIEWER, name=f"ผู้ตรวจ {n}") for n in (1, 2, 3)),
        both=make_user(Role.DRAFTER, Role.REVIEWER, name="ทั้งสอง"),
        secretary=make_user(Role.SECRETARY, name="เลขานุการ"),
        reader=make_user(Role.READER, name="ผู้อ่าน"),
        admin=admin,
        edition=storing.add_act(session, user=admin, slug="weaving", source=ACT_TEXT, in_force_from=IN_FORCE),
    )


def propose(session: Session, office: Office, *, owner: User | None = None, title: str = "เพิ่มผู้แทน") -> int:
    """A new proposal without a draft; its id."""
    person = owner or office.owner
    return proposals.create(session, user=person, act=office.edition.act, topic=Topic.BOARD, title=title).id


def write(session: Session, user: User, proposal_id: int, text: str = "คณะกรรมการมีหน้าที่เสนอแผน") -> proposals.Saved:
    """Save a draft that replaces section 5."""
    proposal = session.get_one(Proposal, proposal_id)
    seen = proposals.working_text(session, user=user, proposal=proposal).revision
    edits = [Edit("s5", text)]
    return proposals.save_draft(session, user=user, proposal_id=proposal_id, seen_revision=seen, edits=edits)


def do(session: Session, user: User, proposal_id: int, action: Action, reason: str = "") -> Proposal:
    """One action on the last draft."""
    seen = session.get_one(Proposal, proposal_id).draft_count
    return reviews.act(session, user=user, proposal_id=proposal_id, action=action, seen_draft=seen, reason=reason)


def assign(session: Session, office: Office, proposal_id: int, *reviewers: User) -> Proposal:
    """Let exactly these review; the first two where none are named."""
    people = reviewers or office.reviewers[:2]
    proposal = session.get_one(Proposal, proposal_id)
    seen = [review.reviewer.id for review in reviews.reviewers_of(session, proposal=proposal)]
    ids = [person.id for person in people]
    return reviews.assign(session, user=office.secretary, proposal_id=proposal_id, reviewers=ids, seen_reviewers=seen)


def bring_to(session: Session, office: Office, state: State, *, owner: User | None = None) -> int:
    """A proposal with one draft in that state, with two reviewers where it was submitted; its id."""
    if state in (State.IN_BILL, State.ENACTED):
        return _made_law(session, office, bring_to(session, office, State.APPROVED, owner=owner), state)
    person = owner or office.owner
    proposal_id = propose(session, office, owner=person)
    write(session, person, proposal_id)
    first, second, _ = office.reviewers
    steps = {
        State.DRAFT: (),
        State.WITHDRAWN: ((person, Action.WITHDRAW, "เลิก"),),
        State.SUBMITTED: ((person, Action.SUBMIT, ""),),
        State.IN_REVIEW: ((person, Action.SUBMIT, ""), (first, Action.START, "")),
    }
    ends = {
        State.CHANGES_REQUESTED: ((first, Action.REQUEST_CHANGES, "แก้เลขข้อ"),),
        State.REJECTED: ((first, Action.REJECT, "ไม่จำเป็น"),),
        State.APPROVED: ((first, Action.APPROVE, ""), (second, Action.APPROVE, "")),
    }
    path = steps[state] if state in steps else (*steps[State.IN_REVIEW], *ends[state])
    for user, action, reason in path:
        do(session, user, proposal_id, action, reason)
        if action is Action.SUBMIT:
            assign(session, office, proposal_id)
    assert session.get_one(Proposal, proposal_id).state is state
    return proposal_id


def _made_law(session: Session, office: Office, proposal_id: int, state: State) -> int:
    """An approved proposal in a bill of its own, or in the law that the bill became."""
    proposal = session.get_one(Proposal, proposal_id)
    chosen = {proposal_id: (proposal.content_hash or "")[:12]}
    bill = bill_making.make(session, user=office.secretary, act=proposal.act, title="ร่างรวม", chosen=chosen)
    if state is State.ENACTED:
        law = enacting.Enactment(2, 2569, date(2026, 1, 5))
        seen = enacting.look(joint_bills.joint_bill(session, bill), law).seen
        enacting.enact(session, user=office.secretary, bill_id=bill.id, enactment=law, seen=seen)
    return proposal_id
