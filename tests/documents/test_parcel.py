"""The ZIP: what its manifest says is so, and the same files give the same bytes."""

from __future__ import annotations

import io
import json
import zipfile
from hashlib import sha256

from documents.parcel import LIST, MANIFEST, parcel

FILES = (("01 ร่าง.pdf", b"one"), ("02 ตาราง.docx", b"two" * 1000))
FACTS = {"proposal": "เพิ่มผู้แทน", "code": "0123456789ab-fedcba987654", "verified_at": "https://office.test/verify"}


def test_every_file_is_listed_with_its_hash():
    with zipfile.ZipFile(io.BytesIO(parcel(FILES, FACTS))) as held:
        manifest = json.loads(held.read(MANIFEST))
        listed = {one["name"]: one["sha256"] for one in manifest["files"]}
        assert listed == {name: sha256(held.read(name)).hexdigest() for name in listed}
        assert set(held.namelist()) == {*listed, MANIFEST, LIST}
        readable = held.read(LIST).decode()
    assert manifest["code"] == FACTS["code"]
    for name, digest in listed.items():
        assert name in readable
        assert digest in readable
    assert "certutil" in readable
    assert "https://office.test/verify" in readable


def test_the_same_files_give_the_same_bytes():
    assert parcel(FILES, FACTS) == parcel(FILES, dict(reversed(FACTS.items())))
    assert parcel(FILES, FACTS) != parcel(FILES[::-1], FACTS)
