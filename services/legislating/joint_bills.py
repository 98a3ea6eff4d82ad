"""The bill that several approved proposals make together: their texts, their frames, their reasons; never stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from law.act import Act as Tree
from law.citing.renumbering import number_anew
from law.compare import Comparison, compare_acts
from models.act import Act
from models.bill import Bill, BillPart, BillState
from models.proposal import Draft, Proposal
from review.combining import Approved, Combined, combine
from review.digest import digest
from services.acts import editions
from services.drafting.drafts import as_edits, as_stored
from services.drafting.previews import apply_one_by_one, section_address
from services.failures import NotFound, known
from services.legislating import bills
from services.legislating.bills import WrittenBill
from services.legislating.frames import BillFrame, read_frame
from services.legislating.joint_frames import JointFrame, join_frames

# Why a bill is not complete, in the order in which it is put right.
EMPTY, CLASHES, UNSETTLED, UNPROVEN, UNCONFIRMED = "empty", "clashes", "unsettled", "unproven", "unconfirmed"


@dataclass
class JointBill:
    """A bill with all that follows from it. ``parts``: in the order in which the proposals were put in."""

    bill: Bill
    parts: tuple[BillPart, ...]

    @cached_property
    def base(self) -> Tree:
        """The act as it is amended."""
        return editions.tree(self.bill.edition)

    @cached_property
    def combined(self) -> Combined:
        """The edits of all proposals."""
        return combine(self.base, map(_approved, self.parts))

    @cached_property
    def joint(self) -> JointFrame:
        """What the proposals and the secretary decided."""
        frames = [(part.proposal_id, read_frame(part.draft.frame)) for part in self.parts]
        return join_frames(frames, read_frame(self.bill.frame))

    @property
    def frame(self) -> BillFrame:
        """What was decided, with number and year once it is law."""
        return replace(self.joint.frame, number=self.bill.number, year=self.bill.year)

    @property
    def proposals(self) -> dict[int, Proposal]:
        """By their numbers."""
        return {part.proposal_id: part.proposal for part in self.parts}

    @property
    def reasons(self) -> str:
        """The secretary's, or those of all proposals, each of them once."""
        return self.bill.reasons.strip() or self.reasons_of_all

    @property
    def reasons_of_all(self) -> str:
        """Those of the proposals, a paragraph each."""
        return self._reasons_of(self.proposals.values())

    def reasons_for(self, address: str) -> str:
        """Why a section or division is changed: the secretary's reasons for all, or those of its proposals."""
        return self.bill.reasons.strip() or self._reasons_of(self.behind([address]))

    def _reasons_of(self, proposals: Iterable[Proposal]) -> str:
        moved = self.combined.moved
        every = (number_anew(proposal.reasons.strip(), moved.get(proposal.id, {})) for proposal in proposals)
        return "\n".join(dict.fromkeys(filter(None, every)))

    @cached_property
    def written(self) -> WrittenBill:
        """The bill with its proof."""
        return self.as_numbered(self.frame)

    @property
    def text_hash(self) -> str:
        """SHA-256, in hex, of its text; where none can be written, of what it is made of."""
        facts = [self.bill.edition.content_hash, as_stored(self.combined.edits), self.frame.stored]
        return self.written.text_hash or digest(facts)

    def as_numbered(self, frame: BillFrame) -> WrittenBill:
        """The bill with this frame: with the number that the law is given."""
        base_hash = self.bill.edition.content_hash
        return bills.bill_of_edits(self.base, base_hash, self.combined.edits, frame, self.reasons)

    @cached_property
    def tree(self) -> Tree:
        """The act as it would read; what does not fit is left aside."""
        return apply_one_by_one(self.base, self.combined.edits)[0]

    @cached_property
    def comparison(self) -> Comparison:
        """What it changes in the act."""
        return compare_acts(self.base, self.tree)

    @cached_property
    def sources(self) -> Mapping[str, tuple[int, ...]]:
        """The proposals by the section or division that they change."""
        found: dict[str, tuple[int, ...]] = {}
        for address, numbers in self.combined.sources.items():
            at = section_address(address)
            found[at] = tuple(dict.fromkeys((*found.get(at, ()), *numbers)))
        return found

    def behind(self, addresses: Sequence[str]) -> list[Proposal]:
        """The proposals that a clause on these units comes from."""
        at = [section_address(address) for address in addresses]
        found = dict.fromkeys(number for address in at for number in self.sources.get(address, ()))
        return [self.proposals[number] for number in found]

    @property
    def is_settled(self) -> bool:
        """Whether the secretary decided on exactly what the proposals decided differently."""
        return not self.joint.differences or self.bill.settled_hash == self.joint.settled_by

    @property
    def is_confirmed(self) -> bool:
        """Whether somebody looked at exactly the merged texts, where there are any."""
        return not self.combined.to_confirm or self.bill.confirmed_hash == self.combined.confirmed_by

    @property
    def missing(self) -> tuple[str, ...]:
        """Why it can not be recorded as law yet; empty: it can."""
        faults = {
            EMPTY: not self.parts,
            CLASHES: bool(self.combined.clashes),
            UNSETTLED: not self.is_settled,
            UNPROVEN: bool(self.parts) and not self.written.is_proven,
            UNCONFIRMED: not self.is_confirmed,
        }
        return tuple(fault for fault, stands in faults.items() if stands)

    @property
    def is_complete(self) -> bool:
        """Whether it can be recorded as law."""
        return not self.missing


def _approved(part: BillPart) -> Approved:
    """``elsewhere``: what of its frame names sections of the act."""
    frame = read_frame(part.draft.frame)
    sections = (address for change in frame.words for address in change.sections)
    return Approved(part.proposal_id, as_edits(part.draft.edits), (*frame.transitional, *sections))


def joint_bill(session: Session, bill: Bill) -> JointBill:
    """The bill with its parts as they are now; of a dissolved one those that it had last."""
    query = select(BillPart).where(BillPart.bill_id == bill.id).order_by(BillPart.id)
    if bill.state is BillState.DISSOLVED:
        query = query.where(BillPart.left_at == bill.closed_at)
    else:
        query = query.where(BillPart.left_at.is_(None))
    of_draft = joinedload(BillPart.draft).joinedload(Draft.edition)
    query = query.options(of_draft, joinedload(BillPart.proposal).joinedload(Proposal.owner))
    return JointBill(bill, tuple(session.scalars(query)))


def find_bill(session: Session, bill_id: int) -> Bill:
    """A bill; everybody signed in may see each: what is in it was approved. :raises NotFound:"""
    load = joinedload(Bill.act), joinedload(Bill.edition), joinedload(Bill.created_by)
    found = session.scalar(select(Bill).where(Bill.id == known(bill_id)).options(*load))
    if found is None:
        raise NotFound
    return found


def list_bills(session: Session, act: Act | None = None) -> Sequence[Bill]:
    """All bills, or those of an act; the open ones first, then the newest."""
    query = select(Bill).options(joinedload(Bill.act), joinedload(Bill.edition))
    query = query.where(Bill.act_id == act.id) if act else query
    found = session.scalars(query.order_by(Bill.id.desc())).all()
    return sorted(found, key=lambda bill: bill.state is not BillState.OPEN)


def bill_of(session: Session, proposal: Proposal) -> Bill | None:
    """The bill that a proposal is in, or became law by."""
    query = select(Bill).join(BillPart, BillPart.bill_id == Bill.id)
    return session.scalar(query.where(BillPart.proposal_id == proposal.id, BillPart.left_at.is_(None)))


def maker_of(session: Session, edition_id: int) -> Bill | None:
    """The bill that made an edition; none: it was brought in."""
    return session.scalar(select(Bill).where(Bill.made_edition_id == edition_id))
