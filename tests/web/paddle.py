"""An act in our own words, for the pages that show acts and bring them in; bringing in through the page."""

from __future__ import annotations

import io
from datetime import date

from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from models.act import Act, Edition
from services.acts import storing
from tests.conftest import CheckedClient

TEXT = """พระราชบัญญัติ
ส่งเสริมเรือพาย
พ.ศ. ๒๕๖๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติส่งเสริมเรือพาย พ.ศ. ๒๕๖๐”

มาตรา ๒  ในพระราชบัญญัตินี้

“เรือพาย” หมายความว่า เรือที่เคลื่อนด้วยแรงคน

หมวด ๑
คณะกรรมการเรือพาย

มาตรา ๓  ให้มีคณะกรรมการ ประกอบด้วย

(๑) รัฐมนตรี เป็นประธานกรรมการ

(๒) ผู้แทนเจ้าของเรือพาย จำนวนสองคน เป็นกรรมการ

มาตรา ๔  กรรมการตามมาตรา ๓ (๒) อยู่ในตำแหน่งคราวละสามปี

มาตรา ๕  (ยกเลิก)
"""
DAY = date(2017, 3, 1)


def store(session: Session) -> Act:
    """The act, brought in."""
    return storing.add_act(session, user=None, slug="paddle", source=TEXT, in_force_from=DAY, confirmed=True).act


def sent(**fields: object) -> dict[str, object]:
    return {"act": "", "text": TEXT, "in_force_from": "2017-03-01", "slug": "paddle", **fields}


def import_text(client: CheckedClient, **fields: object):
    page = client.get("/acts/import").text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    data = sent(csrf_token=token, **fields)
    if "file" in fields:
        data["file"] = FileStorage(io.BytesIO(fields["file"]), filename="act.txt")
    boundary, body = encode_multipart(data)  # the client's own way leaves a large body's temporary file open
    return client.post("/acts/import", data=body, content_type=f"multipart/form-data; boundary={boundary}")


def stored(db) -> int:
    return db.session.query(Edition).count()
