"""Several files as one ZIP, with a manifest of SHA-256 for machines and for people: none was changed unseen."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from hashlib import sha256

from law.numerals import thai

MANIFEST, LIST = "manifest.json", "รายการไฟล์.txt"
_TIME = (1980, 1, 1, 0, 0, 0)  # of every part, so that the same files give the same bytes
_HOW = """วิธีตรวจว่าไฟล์ไม่ถูกเปลี่ยน
๑. คำนวณ SHA-256 ของไฟล์แล้วเทียบกับรายการข้างบน
   Windows: certutil -hashfile "ชื่อไฟล์" SHA256
   macOS: shasum -a 256 "ชื่อไฟล์"
   Linux: sha256sum "ชื่อไฟล์"
๒. ตรวจว่ายังเป็นข้อความที่ได้รับความเห็นชอบ: เปิด {address} แล้วพิมพ์รหัส {code}
   หน้านั้นบอกด้วยว่าบันทึกเหตุการณ์ที่พิมพ์ไว้อยู่ในสายของบันทึกหรือไม่
"""


def parcel(files: Sequence[tuple[str, bytes]], facts: Mapping[str, str]) -> bytes:
    """The ZIP. ``facts``: what the manifest says of all files: proposal, act, draft, hashes, address, code."""
    listed = [{"name": name, "bytes": len(file), "sha256": sha256(file).hexdigest()} for name, file in files]
    manifest = json.dumps({**facts, "files": listed}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, file in (*files, (MANIFEST, manifest.encode()), (LIST, _list(files, facts).encode())):
            part = zipfile.ZipInfo(name, _TIME)
            part.compress_type, part.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            made.writestr(part, file)
    return held.getvalue()


def _list(files: Sequence[tuple[str, bytes]], facts: Mapping[str, str]) -> str:
    head = [facts.get("proposal", ""), facts.get("act", ""), facts.get("draft", ""), ""]
    lines = [
        f"{thai(number)}. {name}\n   {thai(f'{len(file):,}')} ไบต์\n   {sha256(file).hexdigest()}"
        for number, (name, file) in enumerate(files, start=1)
    ]
    how = _HOW.format(address=facts.get("verified_at", ""), code=facts.get("code", ""))
    return "\n".join([*head, *lines, "", how])
