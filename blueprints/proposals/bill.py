"""The bill of a proposal: as it would be printed, with its proof, and what is decided about it."""

from __future__ import annotations

from dataclasses import dataclass

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.language import thai_digits
from blueprints.proposals import bill_words, blueprint
from blueprints.proposals.bill_form import FrameForm, answers_to, frame_form, name_months, read, typed_answers
from blueprints.proposals.comparing import versions
from blueprints.proposals.heads import SHORT_HASH, Head, head_of, render
from blueprints.wording import FAULTS, MISFITS
from extensions import db
from law.amend import Clause
from law.citing.citation import cite
from law.editing.edit import EditError
from models.base import utc_now
from review.permissions import Permission
from services.acts import editions
from services.drafting import proposals
from services.drafting.previews import section_address
from services.drafting.proposals import WorkingText
from services.failures import Refused, StaleWrite
from services.legislating import bills
from services.legislating.bill_layout import BillLayout, lay_out
from services.legislating.bills import WrittenBill
from services.legislating.frames import BillFrame, read_frame
from services.people.visibility import find_draft

TAB = "proposals.bill"


@dataclass(frozen=True, slots=True)
class Shown:
    """The bill that is shown. ``number``: of the draft, 0 for what is being written."""

    number: int
    written: WrittenBill
    frame: BillFrame

    @property
    def layout(self) -> BillLayout | None:
        """The bill as it is set on paper."""
        return lay_out(self.written.bill, len(self.frame.transitional)) if self.written.bill else None

    def link(self, head: Head, clause: Clause) -> str:
        """Where the unit that a clause changes is seen: in the editor, or in the comparison."""
        section = next((section_address(address) for address in (*clause.old, *clause.new)), "")
        if self.number == 0:
            return url_for("proposals.text", proposal_id=head.proposal.id, _anchor=f"unit-{section}")
        return url_for("proposals.compare", proposal_id=head.proposal.id, new=self.number, _anchor=f"change-{section}")


def _written(head: Head) -> WorkingText | None:
    """What is being written, for its authors; none for others and where nothing is."""
    if not head.may_edit:
        return None
    return head.working if head.working.revision else None


def _chosen(head: Head, working: WorkingText | None) -> int:
    """The number that the address asks for, 0 for what is being written; by itself what one can change."""
    asked = request.args.get("draft", "")
    if not asked:
        return 0 if working else head.proposal.draft_count
    if not (asked.isdecimal() and len(asked) < 7) or (asked == "0" and working is None):
        abort(404)
    return int(asked)


def _shown(head: Head, number: int, working: WorkingText | None, frame: BillFrame | None = None) -> Shown:
    if number:
        draft = find_draft(db.session, head.proposal, number)
        return Shown(number, bills.bill_of_draft(draft, head.proposal.reasons), read_frame(draft.frame))
    assert working is not None
    edition, decided = head.proposal.edition, frame or working.frame
    base = editions.tree(edition)
    written = bills.bill_of_edits(base, edition.content_hash, working.edits, decided, head.proposal.reasons)
    return Shown(0, written, decided)


@blueprint.get("/<int:proposal_id>/bill")
@requires(Permission.READ)
def bill(proposal_id: int) -> str:
    head = head_of(proposal_id)
    working = _written(head)
    number = _chosen(head, working)
    if not number and working is None:
        return render("proposals/no_draft.html", head, TAB)
    form = frame_form(working.frame, working.revision) if working and not number else None
    return _page(head, _shown(head, number, working), form, working)


def _page(
    head: Head,
    shown: Shown,
    form: FrameForm | None,
    working: WorkingText | None,
    *,
    typed: bool = False,
    faults: list[tuple[str, str]] | None = None,
    theirs: WorkingText | None = None,
) -> str:
    written = shown.written
    drafts = versions(head)[1:]
    return render(
        "proposals/bill.html",
        head,
        TAB,
        shown=shown,
        written=written,
        layout=shown.layout,
        form=form,
        faults=faults or [],
        theirs=theirs,
        answers=typed_answers() if typed else answers_to(written.questions),
        transitional=request.form.getlist("transitional") if typed else list(shown.frame.transitional),
        versions=[(0, _("ฉบับที่กำลังเขียน")), *drafts] if working else drafts,
        short=SHORT_HASH,
        words=bill_words,
    )


@blueprint.post("/<int:proposal_id>/bill")
@requires(Permission.PROPOSE)
def decide_bill(proposal_id: int) -> str | tuple[str, int] | Response:
    head = head_of(proposal_id)
    working = _written(head)
    if not head.may_edit:
        abort(403)
    if working is None:
        return redirect(url_for(TAB, proposal_id=proposal_id))
    form = name_months(FrameForm())
    typed = read(form, working.frame)
    if typed.faults:
        return _again(head, form, working, typed.faults), 400
    try:
        saved = proposals.save_working_copy(
            db.session,
            user=current_user(),
            proposal_id=proposal_id,
            seen_revision=form.revision.data or 0,
            frame=typed.frame,
        )
        if request.form.get("do") == "draft":
            return _save_draft(head, saved)
    except StaleWrite as stale:
        return _conflict(head, form, stale), 409
    except Refused as refused:
        return _again(head, form, working, [("", str(FAULTS[refused.fault]))]), 400
    except EditError as error:
        return _again(head, form, working, [("", f"{cite(error.address)}: {MISFITS[error.reason]}")]), 400
    flash(_("บันทึกแล้ว"))
    return redirect(url_for(TAB, proposal_id=proposal_id))


def _again(head: Head, form: FrameForm, working: WorkingText, faults: list[tuple[str, str]]) -> str:
    """The form with what was typed, and what is wrong with it."""
    return _page(head, _shown(head, 0, working), form, working, typed=True, faults=faults)


def _save_draft(head: Head, working: WorkingText) -> Response:
    saved = proposals.save_draft(
        db.session, user=current_user(), proposal_id=head.proposal.id, seen_revision=working.revision
    )
    number = thai_digits(saved.draft.number)
    if saved.is_new:
        flash(_("บันทึกเป็นร่างครั้งที่ %(number)s แล้ว", number=number))
    else:
        flash(_("ข้อความเหมือนร่างครั้งที่ %(number)s ทุกคำ จึงไม่ได้สร้างร่างใหม่", number=number), "warning")
    return redirect(url_for(TAB, proposal_id=head.proposal.id, draft=saved.draft.number))


def _conflict(head: Head, form: FrameForm, stale: StaleWrite) -> str:
    """Somebody saved meanwhile: what stands stored now, beside what was typed, which is kept."""
    theirs = stale.theirs
    assert isinstance(theirs, WorkingText)
    form.revision.data = theirs.revision
    form.revision.raw_data = None
    again = head_of(head.proposal.id)
    return _page(again, _shown(again, 0, theirs), form, theirs, typed=True, theirs=theirs)


@blueprint.get("/<int:proposal_id>/bill/paper")
@requires(Permission.READ)
def bill_paper(proposal_id: int) -> str | Response:
    """The printed bill, with the statement of principle and reasons before it."""
    head = head_of(proposal_id)
    working = _written(head)
    number = _chosen(head, working)
    if not number and working is None:
        return redirect(url_for(TAB, proposal_id=proposal_id))
    shown = _shown(head, number, working)
    names = dict(versions(head)) | {0: _("ฉบับที่กำลังเขียน")}
    return render(
        "proposals/paper_bill.html",
        head,
        TAB,
        shown=shown,
        written=shown.written,
        layout=shown.layout,
        version_name=names[number],
        short=SHORT_HASH,
        printed_at=utc_now(),
        words=bill_words,
    )
