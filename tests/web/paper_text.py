"""What was read out of papers, and a proposal about a board."""

from __future__ import annotations

import io
import re
import zipfile

import pypdf

from law.editing.edit import Edit
from review.workflow import Action
from services.drafting import proposals
from tests.services.office import do, propose


def text_of(response, form: str) -> str:
    if form == "pdf":
        pages = pypdf.PdfReader(io.BytesIO(response.data)).pages
        return re.sub("\u0e4d([่-๋]?)\u0e32", "\\1ำ", "\n".join(page.extract_text() for page in pages))
    with zipfile.ZipFile(io.BytesIO(response.data)) as file:
        return re.sub("<[^>]*>", "", file.read("word/document.xml").decode())


MEMBERS = (
    "ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) ปลัดกระทรวง เป็นกรรมการ\n(๓) ผู้แทนช่างทอสี่คน เป็นกรรมการ"
)


def about_a_board(db, office) -> int:
    proposal_id = propose(db.session, office)
    edits = [Edit("s4", MEMBERS)]
    proposals.save_draft(db.session, user=office.owner, proposal_id=proposal_id, seen_revision=0, edits=edits)
    do(db.session, office.owner, proposal_id, Action.SUBMIT)
    return proposal_id
