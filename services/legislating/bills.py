"""The bill of a draft or of what is being written: composed by ``law.amend``, proven by ``law.proof``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from sqlalchemy.orm import Session

from law import amend, proof, words
from law.act import Act as Tree
from law.amend import Bill, CannotAmend, Caution, Clause, Problem, Prompt
from law.editing.edit import Edit
from law.instruct import Refusal
from law.proving.principle import AGREED, Disagreements, reasons_disagreements
from models.proposal import Draft, Proposal
from review.digest import digest
from services.acts import editions
from services.drafting.drafts import as_stored, draft_tree
from services.drafting.previews import apply_one_by_one, section_address
from services.legislating.frames import BillFrame, read_frame
from services.people.visibility import last_draft
from services.recent import Recent


@dataclass(frozen=True, slots=True)
class Question:
    """A unit whose latest amender only the drafter knows. ``answer``: none yet, empty for "never amended"."""

    address: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class WrittenBill:
    """A bill and what is to be said of it.

    ``bill``: none where there can be none; then ``problems`` say why. ``failures``: why it is not proven.
    ``word_count``, ``text_hash``: of the bill's text; the hash is SHA-256 in hex. ``prompts``: what the transitional
    sections, ``transitional``, should settle. ``misfits``: by address, the code of ``EditError`` of the edits that
    were left aside. ``by_section``: the clauses by the section or division they change. ``statement``: where the
    reasons do not agree with the bill.
    """

    bill: Bill | None
    problems: tuple[Problem, ...] = ()
    failures: tuple[Refusal, ...] = ()
    word_count: int = 0
    text_hash: str = ""
    questions: tuple[Question, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    transitional: tuple[str, ...] = ()
    misfits: Mapping[str, str] = field(default_factory=dict)
    by_section: Mapping[str, tuple[Clause, ...]] = field(default_factory=dict)
    statement: Disagreements = AGREED

    @property
    def is_proven(self) -> bool:
        """Whether reading it back and applying it gave exactly the draft's text, and its reasons agree with it."""
        return self.bill is not None and not self.failures and not self.misfits and not self.statement.certain

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Those without an answer."""
        return tuple(question for question in self.questions if question.answer is None)


_bills: Recent[WrittenBill] = Recent(64)
_reasons: Recent[Disagreements] = Recent(64)


def bill_of_draft(draft: Draft, reasons: str = "") -> WrittenBill:
    """The bill of a draft; the same draft's is made once. ``reasons``: the proposal's, to be held against it."""
    base, frame = editions.tree(draft.edition), read_frame(draft.frame)
    key = (draft.edition.content_hash, draft.content_hash, digest(draft.frame))
    written = _bills.get(key, lambda: write(base, draft_tree(draft), frame))
    return _with_reasons(written, reasons, key, base, lambda: draft_tree(draft))


def last_bill(session: Session, proposal: Proposal) -> WrittenBill | None:
    """The bill of the last draft of a proposal that was found for the person; none where there is no draft."""
    draft = last_draft(session, proposal)
    return bill_of_draft(draft, proposal.reasons) if draft is not None else None


def bill_of_edits(
    base: Tree, base_hash: str, edits: Sequence[Edit], frame: BillFrame, reasons: str = ""
) -> WrittenBill:
    """The bill of what is being written. What does not fit the act, or has no form, is left aside and named.

    ``base_hash``: of the edition that ``base`` is the tree of.
    """
    key = (base_hash, digest(as_stored(edits)), digest(frame.stored))
    written = _bills.get(key, lambda: _live(base, edits, frame))
    return _with_reasons(written, reasons, key, base, lambda: apply_one_by_one(base, edits)[0])


def _with_reasons(
    written: WrittenBill, reasons: str, key: tuple[str, ...], base: Tree, edited: Callable[[], Tree]
) -> WrittenBill:
    """The bill with what its reasons cite in vain, where they do."""
    if written.bill is None or not reasons:
        return written
    found = _reasons.get((*key, digest(reasons)), lambda: reasons_disagreements(reasons, base, edited()))
    return replace(written, statement=found) if found.certain or found.likely else written


def _live(base: Tree, edits: Sequence[Edit], frame: BillFrame) -> WrittenBill:
    edited, misfits = apply_one_by_one(base, edits)
    whole = write(base, edited, frame, misfits)
    stuck = {section_address(problem.address) for problem in whole.problems}
    rest = [edit for edit in edits if edit.address not in stuck | set(misfits)]
    if whole.bill is not None or not stuck or not rest:
        return whole
    part = write(base, apply_one_by_one(base, rest)[0], frame, misfits)
    return WrittenBill(None, whole.problems, misfits=misfits, by_section=part.by_section)


def write(old: Tree, new: Tree, frame: BillFrame, misfits: Mapping[str, str] | None = None) -> WrittenBill:
    """Write and prove."""
    law_frame = frame.for_law(old)
    try:
        bill = amend.write_bill(old, new, law_frame)
    except CannotAmend as refusal:
        return WrittenBill(None, refusal.problems, misfits=misfits or {})
    return WrittenBill(
        bill,
        failures=proof.prove(old, new, bill.text, law_frame) or proof.prove_principle(bill.principle, bill.text),
        word_count=count_words(bill.text),
        text_hash=sha256(bill.text.encode()).hexdigest(),
        questions=_questions(bill, frame),
        prompts=amend.transitional_prompts(old, new),
        transitional=frame.transitional,
        misfits=misfits or {},
        by_section=_by_section(bill),
    )


def count_words(text: str) -> int:
    """Words with a letter or digit in them."""
    return sum(any(sign.isalnum() for sign in word) for word in words.tokens(text))


def _questions(bill: Bill, frame: BillFrame) -> tuple[Question, ...]:
    """What was not answered, and what was, as far as it is about a section that the bill touches."""
    asked = [caution.address for caution in bill.warnings if caution.code == Caution.AMENDER_UNKNOWN]
    touched = set(_by_section(bill))
    answered = [Question(address, name) for address, name in frame.amenders if section_address(address) in touched]
    return (*(Question(address, None) for address in dict.fromkeys(asked)), *answered)


def _by_section(bill: Bill) -> dict[str, tuple[Clause, ...]]:
    found: dict[str, list[Clause]] = {}
    for clause in bill.clauses:
        sections = dict.fromkeys(section_address(address) for address in (*clause.old, *clause.new))
        for section in sections:
            found.setdefault(section, []).append(clause)
    return {section: tuple(clauses) for section, clauses in found.items()}
