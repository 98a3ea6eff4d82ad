"""Making, naming and writing proposals; what is forged or does not fit is refused and stores nothing."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from law.editing.edit import Edit, EditError
from models.proposal import Proposal, Topic
from review.workflow import ActionRefused, Refusal, State
from services.acts.editions import tree
from services.drafting import codrafters, comparisons, proposals
from services.drafting.drafts import applied, draft_tree
from services.failures import Fault, Refused, StaleWrite
from services.keeping import audit
from services.people.visibility import last_draft
from tests.services.office import Office, bring_to, propose, write


def save(session: Session, office: Office, proposal_id: int, *edits: Edit) -> proposals.Saved:
    proposal = session.get_one(Proposal, proposal_id)
    seen = proposals.working_text(session, user=office.owner, proposal=proposal).revision
    return proposals.save_draft(session, user=office.owner, proposal_id=proposal_id, seen_revision=seen, edits=edits)


def test_a_draft_holds_every_kind_of_edit(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    saved = save(
        session,
        office,
        proposal_id,
        Edit("s4", "ให้มีคณะกรรมการ ประกอบด้วย\n(๑) รัฐมนตรี\n(๑/๑) ผู้แทนเกษตรกร\n(๒) ปลัดกระทรวง"),
        Edit("s4/1", "ให้มีเลขานุการ", "s4"),
        Edit("s6", "(ยกเลิก)"),
        Edit("ch1", "คณะกรรมการและสำนักงาน"),
        Edit("s5", "คณะกรรมการมีหน้าที่เสนอแผนต่อรัฐมนตรี"),  # as it stands
    )
    act = draft_tree(saved.draft)
    assert list(act.sections()) == ["s1", "s2", "s3", "s4", "s4/1", "s5", "s6"]
    assert act.get("s4.p1.i1/1") is not None
    assert act.sections()["s6"].is_repealed
    assert [edit["address"] for edit in saved.draft.edits] == ["ch1", "s4", "s6", "s4/1"]
    proposal = session.get_one(Proposal, proposal_id)
    assert last_draft(session, proposal) == saved.draft
    assert comparisons.compare(session, proposal=proposal, old=0, new=1).comparison.changes


@pytest.mark.parametrize(
    ("edit", "failure"),
    [
        (Edit("s99", "ก"), EditError),
        (Edit("s5", "  \n "), EditError),
        (Edit("s5", "ก", "s4"), EditError),  # to insert what is there
        (Edit("s5/1", "ก", "s99"), EditError),
        (Edit("s5.p1", "ก"), EditError),
        (Edit("s5/1", "ก", "s5.p1"), EditError),
        (Edit("../../etc/passwd", "ก"), EditError),
        (Edit("s5/1'; DROP TABLE draft", "ก"), Refused),
        (Edit("มาตรา ๕", "ก"), Refused),
        (Edit("", "ก"), Refused),
        (Edit("ch1", "ก", "s4"), EditError),  # there is a chapter of that number
        (Edit("s5\x00", "ก"), Refused),
        (Edit("s5", "ก\x00ข"), Refused),
        (Edit("s5", "ก\ud800"), Refused),
        (Edit("s5", "ก" * 200_001), Refused),
    ],
    ids=lambda value: value.address[:20] if isinstance(value, Edit) else "",
)
def test_an_edit_that_does_not_fit_stores_nothing(
    session: Session, office: Office, edit: Edit, failure: type[Exception]
) -> None:
    proposal_id = propose(session, office)
    before = audit.head(session)
    with pytest.raises(failure):
        save(session, office, proposal_id, edit)
    proposal = session.get_one(Proposal, proposal_id)
    assert (proposal.draft_count, audit.head(session)) == (0, before)
    assert proposals.working_text(session, user=office.owner, proposal=proposal).revision == 0


def test_one_unit_edited_twice_or_a_thousand_units_are_refused(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    with pytest.raises(EditError):
        save(session, office, proposal_id, Edit("s5", "ก"), Edit("s5", "ข"))
    with pytest.raises(Refused):
        save(session, office, proposal_id, *(Edit(f"s4/{number}", "ก", "s4") for number in range(1, 1_002)))


def test_unfinished_writing_is_kept_as_typed_and_makes_no_draft(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    typed = [Edit("s5", ""), Edit("s4", "  ยังไม่เสร็จ (๑)  ")]
    kept = proposals.save_working_copy(
        session, user=office.owner, proposal_id=proposal_id, edits=typed, seen_revision=0
    )
    assert (kept.edits, kept.revision, kept.based_on) == (tuple(typed), 1, 0)
    again = proposals.save_working_copy(
        session, user=office.owner, proposal_id=proposal_id, edits=typed, seen_revision=1
    )
    assert again.revision == 1, "nothing typed since"
    with pytest.raises(EditError):
        proposals.save_draft(session, user=office.owner, proposal_id=proposal_id, seen_revision=1)
    assert session.get_one(Proposal, proposal_id).draft_count == 0


def test_saving_a_draft_of_the_working_copy(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    proposals.save_working_copy(
        session, user=office.owner, proposal_id=proposal_id, edits=[Edit("s5", "ใหม่")], seen_revision=0
    )
    saved = proposals.save_draft(session, user=office.owner, proposal_id=proposal_id, seen_revision=1, note=" ร่างแรก ")
    assert (saved.draft.number, saved.draft.note, saved.draft.author) == (1, "ร่างแรก", office.owner)
    kept = proposals.working_text(session, user=office.owner, proposal=session.get_one(Proposal, proposal_id))
    assert (kept.revision, kept.based_on) == (2, 1)
    assert proposals.list_drafts(session, proposal=session.get_one(Proposal, proposal_id)) == [saved.draft]


@pytest.mark.parametrize("state", [State.APPROVED, State.REJECTED, State.WITHDRAWN])
def test_a_closed_proposal_is_not_written_on(session: Session, office: Office, state: State) -> None:
    proposal_id = bring_to(session, office, state)
    with pytest.raises(ActionRefused) as caught:
        proposals.save_draft(
            session, user=office.owner, proposal_id=proposal_id, seen_revision=1, edits=[Edit("s5", "ก")]
        )
    assert caught.value.refusal is Refusal.WRONG_STATE


@pytest.mark.parametrize("name", ["secretary", "reader", "admin", "both"])
def test_only_authors_write(session: Session, office: Office, name: str) -> None:
    proposal_id = bring_to(session, office, State.SUBMITTED)
    user = getattr(office, name)
    for door in (
        lambda: proposals.save_draft(session, user=user, proposal_id=proposal_id, seen_revision=1),
        lambda: proposals.working_text(session, user=user, proposal=session.get_one(Proposal, proposal_id)),
        lambda: proposals.change_details(
            session, user=user, proposal_id=proposal_id, topic=Topic.FUND, title="x", reasons="", seen_version=1
        ),
    ):
        with pytest.raises(ActionRefused):
            door()


def test_a_codrafter_writes_but_names_nobody(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    ids = [office.codrafter.id]
    codrafters.name_codrafters(session, user=office.owner, proposal_id=proposal_id, codrafters=ids, seen=[])
    assert write(session, office.codrafter, proposal_id).draft.author == office.codrafter
    assert session.get_one(Proposal, proposal_id).codrafters == [office.codrafter]
    with pytest.raises(ActionRefused) as caught:
        codrafters.name_codrafters(session, user=office.codrafter, proposal_id=proposal_id, codrafters=[], seen=ids)
    assert caught.value.refusal is Refusal.NOT_OWNER
    with pytest.raises(StaleWrite) as stale:
        codrafters.name_codrafters(session, user=office.owner, proposal_id=proposal_id, codrafters=[], seen=[])
    assert stale.value.theirs == set(ids)


@pytest.mark.parametrize(
    ("ids", "fault"), [([10_000], Fault.UNKNOWN_PERSON), ([10**30], Fault.UNKNOWN_PERSON), (None, Fault.NOT_A_DRAFTER)]
)
def test_who_can_not_be_a_codrafter(session: Session, office: Office, ids: list[int] | None, fault: Fault) -> None:
    proposal_id = propose(session, office)
    with pytest.raises(Refused) as caught:
        codrafters.name_codrafters(
            session, user=office.owner, proposal_id=proposal_id, codrafters=ids or [office.reader.id], seen=[]
        )
    assert caught.value.fault is fault


def test_only_drafters_propose(session: Session, office: Office) -> None:
    with pytest.raises(Refused) as caught:
        propose(session, office, owner=office.reader)
    assert caught.value.fault is Fault.NOT_A_DRAFTER


@pytest.mark.parametrize("title", ["", "  ", "ก" * 301, "ก\x00"])
def test_a_proposal_has_a_title(session: Session, office: Office, title: str) -> None:
    with pytest.raises(Refused):
        propose(session, office, title=title)


def test_details_carry_the_version_they_were_based_on(session: Session, office: Office) -> None:
    proposal_id = propose(session, office)
    seen = session.get_one(Proposal, proposal_id).version
    change = {"user": office.owner, "proposal_id": proposal_id, "topic": Topic.FUND}
    changed = proposals.change_details(session, **change, title="ใหม่", reasons=" เพราะ ", seen_version=seen)
    assert (changed.title, changed.reasons, changed.topic) == ("ใหม่", "เพราะ", Topic.FUND)
    with pytest.raises(StaleWrite) as caught:
        proposals.change_details(session, **change, title="อื่น", reasons="", seen_version=seen)
    assert caught.value.theirs == proposals.Details(Topic.FUND, "ใหม่", "เพราะ", seen + 1)
    assert session.get_one(Proposal, proposal_id).title == "ใหม่"


def test_a_working_copy_can_be_shown_as_a_tree(office: Office) -> None:
    base = tree(office.edition)
    assert applied(base, [Edit("s5", "ใหม่")]).sections()["s5"].text == "ใหม่"
    with pytest.raises(Refused) as caught:
        applied(base, [Edit("x9", "ใหม่", "s5")])
    assert caught.value.fault is Fault.BAD_ADDRESS
