"""``python -m law parse`` on an example of our own, in the documented form."""

import argparse
import json

import pytest

from law.cli import Refused, parse

ACT = """พระราชบัญญัติ
เรือนเพาะชำ
พ.ศ. ๒๕๕๐

มาตรา ๑  ในพระราชบัญญัตินี้

“ต้นไม้” หมายความว่า ไม้ทุกชนิด

(๑) ไม้ดอก

หมวด ๑
การปลูก

ส่วนที่ ๑
ดิน

มาตรา ๕ ทวิ  ให้พรวนดิน

ส่วนที่ ๒
น้ำ

มาตรา ๖/๑[๑]  (ยกเลิก)

บทเฉพาะกาล

มาตรา ๗  ให้ปลูกต่อไป

ผู้รับสนองพระราชโองการ
นายกรัฐมนตรี

พระราชบัญญัติเรือนเพาะชำ (ฉบับที่ ๒) พ.ศ. ๒๕๖๐[๒]

มาตรา ๒  ให้ใช้ทันที

[๑] มาตรา ๖/๑ ยกเลิกโดยพระราชบัญญัติเรือนเพาะชำ (ฉบับที่ ๒) พ.ศ. ๒๕๖๐

[๒] ราชกิจจานุเบกษา เล่ม ๑
"""


def run(tmp_path, content: bytes, *arguments: str) -> str:
    path = tmp_path / "act.txt"
    path.write_bytes(content)
    parser = argparse.ArgumentParser()
    parse.add_arguments(parser)
    return parse.run(parser.parse_args([str(path), *arguments]))


def test_the_documented_json(tmp_path) -> None:
    result = json.loads(run(tmp_path, ACT.encode(), "--json"))

    assert result["title"] == "พระราชบัญญัติเรือนเพาะชำ พ.ศ. ๒๕๕๐"
    assert result["chapters"] == [
        {"address": "ch1", "label": "1", "title": "การปลูก", "sections": ["s5bis", "s6/1"]},
        {"address": "ch1.pt1", "label": "1", "title": "ดิน", "sections": ["s5bis"]},
        {"address": "ch1.pt2", "label": "2", "title": "น้ำ", "sections": ["s6/1"]},
        {"address": "transitory", "label": None, "title": "บทเฉพาะกาล", "sections": ["s7"]},
    ]
    assert result["sections"][:2] == [
        {
            "address": "s1",
            "label": "1",
            "chapter": None,
            "text": "ในพระราชบัญญัตินี้\n“ต้นไม้” หมายความว่า ไม้ทุกชนิด\n(๑) ไม้ดอก",
        },
        {"address": "s5bis", "label": "5bis", "chapter": "ch1.pt1", "text": "ให้พรวนดิน"},
    ]
    assert result["units"] == [
        "s1", "s1.p1", "s1.def:ต้นไม้", "s1.def:ต้นไม้.i1", "ch1", "ch1.pt1", "s5bis", "s5bis.p1", "ch1.pt2", "s6/1", "s6/1.p1",
        "transitory", "s7", "s7.p1",
    ]  # fmt: skip
    assert result["tail"] == [{"title": "พระราชบัญญัติเรือนเพาะชำ (ฉบับที่ ๒) พ.ศ. ๒๕๖๐", "sections": ["2"]}]
    characters = sum(not char.isspace() for char in ACT)
    assert result["ledger"] == {"chars_in": characters, "chars_placed": characters, "unplaced": []}


def test_the_outline_for_a_reader(tmp_path) -> None:
    outline = run(tmp_path, ACT.encode("cp874"))

    assert "หมวด ๑  การปลูก" in outline
    assert "    มาตรา ๕ ทวิ  ให้พรวนดิน" in outline
    assert "0 texts left over" in outline


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"%PDF-1.4\x00\xff\xfe", bytes(range(256))])
def test_what_is_no_text_is_refused(tmp_path, content) -> None:
    with pytest.raises(Refused, match=r"act\.txt: The file "):
        run(tmp_path, content, "--json")


def test_a_file_that_is_not_there_is_refused(tmp_path) -> None:
    parser = argparse.ArgumentParser()
    parse.add_arguments(parser)
    with pytest.raises(Refused, match="can not be read"):
        parse.run(parser.parse_args([str(tmp_path / "none.txt")]))
