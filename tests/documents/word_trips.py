"""An act out as Word, edited there, and back: the edits that come of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from documents.papers.whole_act import consolidated
from documents.word.document import word
from documents.word_back.placed import Placed, Unplaced, Why
from documents.word_back.read import read_word
from documents.word_back.units import place
from law.act import Act, Division, Section
from law.editing.edit import Edit
from law.parse import read_act
from services.word.fit import fitted
from services.word.merge import Merged, merge
from tests.documents.samples import MATTER

# Two chapters, a chapter with parts, transitory provisions: in our own words.
TEXT = """พระราชบัญญัติส่งเสริมตลาดน้ำ พ.ศ. ๒๕๕๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติส่งเสริมตลาดน้ำ พ.ศ. ๒๕๕๐”

มาตรา ๒  ในพระราชบัญญัตินี้
“ตลาดน้ำ” หมายความว่า ที่ซึ่งค้าขายทางเรือ
“ผู้ค้า” หมายความว่า ผู้ซึ่งขายของจากเรือ

หมวด ๑
ตลาด

มาตรา ๓  ตลาดน้ำต้องมีท่าเรือ

มาตรา ๔  ผู้ค้ามีหน้าที่ดังต่อไปนี้
(๑) รักษาน้ำ
(๒) เก็บขยะ
ผู้ซื้อต้องช่วย

หมวด ๒
เรือ

ส่วนที่ ๑
เรือพาย

มาตรา ๕  เรือพายต้องมีชูชีพ

มาตรา ๖  เรือพายต้องมีไฟ

ส่วนที่ ๒
เรือยนต์

มาตรา ๗  เรือยนต์ต้องจดทะเบียน

หมวด ๓
โทษ

มาตรา ๘  ผู้ฝ่าฝืนต้องระวางโทษปรับ

มาตรา ๙  ให้รัฐมนตรีรักษาการ
"""
ACT = read_act(TEXT).act

# What somebody types: behind which words, the lines, and the edits that the editor would make.
FOUNDED: list[tuple[str, list[str], list[Edit]]] = [
    # a new section, its number in either digits
    ("ต้องมีท่าเรือ", ["มาตรา 3/1 ท่าเรือต้องมีไฟ"], [Edit("s3/1", "ท่าเรือต้องมีไฟ", "s3")]),
    (
        "ต้องมีท่าเรือ",
        ["มาตรา ๓/๑  ท่าเรือต้องมี", "(๑) ไฟ", "(๒) ราว", "มาตรา ๓/๒  ห้ามทิ้งขยะ"],
        [Edit("s3/1", "ท่าเรือต้องมี\n(๑) ไฟ\n(๒) ราว", "s3"), Edit("s3/2", "ห้ามทิ้งขยะ", "s3/1")],
    ),
    # a new chapter behind one, with its sections
    (
        "ผู้ซื้อต้องช่วย",
        ["หมวด ๑/๑", "กองทุน", "มาตรา ๔/๑  ให้มีกองทุน", "มาตรา ๔/๒  เงินของกองทุน"],
        [Edit("ch1/1", "กองทุน", "ch1"), Edit("s4/1", "ให้มีกองทุน", "ch1/1"), Edit("s4/2", "เงินของกองทุน", "s4/1")],
    ),
    # its title beside its number, and behind the last chapter
    (
        "ให้รัฐมนตรีรักษาการ",
        ["หมวด 4 บทเบ็ดเตล็ด", "มาตรา ๑๐  ตลาดเปิดทุกวัน"],
        [Edit("ch4", "บทเบ็ดเตล็ด", "ch3"), Edit("s10", "ตลาดเปิดทุกวัน", "ch4")],
    ),
    # behind a chapter that has parts
    (
        "เรือยนต์ต้องจดทะเบียน",
        ["หมวด ๒/๑", "ท่าเรือ", "มาตรา ๗/๑  ท่าเรือต้องสะอาด"],
        [Edit("ch2/1", "ท่าเรือ", "ch2"), Edit("s7/1", "ท่าเรือต้องสะอาด", "ch2/1")],
    ),
    # a part behind a part
    (
        "เรือยนต์ต้องจดทะเบียน",
        ["ส่วนที่ ๓", "เรือใบ", "มาตรา ๗/๑  เรือใบต้องมีใบ"],
        [Edit("ch2.pt3", "เรือใบ", "ch2.pt2"), Edit("s7/1", "เรือใบต้องมีใบ", "ch2.pt3")],
    ),
    # a heading over sections that stand
    ("ผู้ฝ่าฝืนต้องระวางโทษปรับ", ["หมวด ๔", "รักษาการ"], [Edit("ch4", "รักษาการ", "s8")]),
    # a heading that takes in the section behind a new one
    (
        "ผู้ฝ่าฝืนต้องระวางโทษปรับ",
        ["หมวด ๔", "รักษาการ", "มาตรา ๘/๑  ให้มีสำนักงาน"],
        [Edit("ch4", "รักษาการ", "s8"), Edit("s8/1", "ให้มีสำนักงาน", "ch4")],
    ),
    # two new chapters, one behind the other
    (
        "ให้รัฐมนตรีรักษาการ",
        ["หมวด ๔", "ก", "มาตรา ๑๐  ก", "หมวด ๕", "ข", "มาตรา ๑๑  ข"],
        [Edit("ch4", "ก", "ch3"), Edit("s10", "ก", "ch4"), Edit("ch5", "ข", "ch4"), Edit("s11", "ข", "ch5")],
    ),
]


@dataclass(frozen=True)
class Trip:
    """What came back. ``act``: as it reads by the edits."""

    edits: tuple[Edit, ...]
    act: Act
    merged: Merged
    placed: Placed
    unplaced: tuple[Unplaced, ...]

    @property
    def told(self) -> list[tuple[Why, str]]:
        return [(one.why, one.address) for one in self.unplaced]


def sent(act: Act = ACT) -> bytes:
    """The whole act, clean."""
    return word(replace(consolidated(act, act, None, replace(MATTER, act=act.title)), origin=()))


def back(raw: bytes, act: Act = ACT, *, whole: bool = True) -> Trip:
    """As ``services.word.importing`` does it, where nobody wrote meanwhile. ``whole``: no unit was left out on purpose."""
    file = read_word(raw)
    placed = place(file.lines, act, margins=file.margins)
    paper = [address for address, one in act.places().items() if isinstance(one.node, Section | Division)]
    merged = merge(placed, edition=act, base=act, now=act, edits=(), paper=paper, whole=whole)
    fit = fitted(act, merged.edits, placed)
    return Trip(fit.edits, fit.tree, merged, placed, (*merged.unplaced, *fit.unplaced))
