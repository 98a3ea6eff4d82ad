"""What the tests about a proposal's bill send and look for."""

from __future__ import annotations

from models.proposal import WorkingCopy
from services.drafting import proposals
from services.legislating.frames import read_frame

CHANGED = "คณะกรรมการมีหน้าที่เสนอแผนต่อคณะรัฐมนตรี"
FEWER = "ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย\n(๑) รัฐมนตรี เป็นประธานกรรมการ\n(๒) ปลัดกระทรวง เป็นกรรมการ"
COMMITTEE = f"{FEWER}\n(๓) ผู้แทนช่างทอสี่คน เป็นกรรมการ"
PROVEN = "อ่านกลับและนำไปใช้แล้ว ตรงกันทุกคำ"
QUESTION = "หรือไม่เคยแก้ไข: มาตรา ๕"


def put(db, office, proposal_id, *edits):
    """Edits into the working copy."""
    copy = db.session.get(WorkingCopy, proposal_id)
    proposals.save_working_copy(
        db.session,
        user=office.owner,
        proposal_id=proposal_id,
        edits=edits,
        seen_revision=copy.revision if copy else 0,
    )


def decided(proposal_id, db, **fields):
    return {"revision": str(db.session.get(WorkingCopy, proposal_id).revision), "begins": "next_day"} | fields


def frame_of(db, proposal_id):
    db.session.expire_all()
    return read_frame(db.session.get(WorkingCopy, proposal_id).frame)
