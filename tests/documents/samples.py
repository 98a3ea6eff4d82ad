"""An act in our own words, what becomes of it, and what was read out of the files."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from datetime import UTC, date, datetime
from functools import cache

import pypdf
from lxml import etree

from documents.matter import Matter
from documents.model import Bar, Document, paragraphs
from documents.papers.composition import BoardSide, MemberLine
from documents.papers.review_file import Decided, Happened, Said, Talk, review_file
from documents.papers.substance import Substance, substance
from documents.printable import printable
from law.act import Act
from law.compare import Comparison, compare_acts
from law.editing.edit import Edit, apply_edits
from law.parse import read_act

ACT = """พระราชบัญญัติส่งเสริมการปั้นดินเผา พ.ศ. ๒๕๕๕

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติส่งเสริมการปั้นดินเผา พ.ศ. ๒๕๕๕”

มาตรา ๒  พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป

มาตรา ๓  ในพระราชบัญญัตินี้
“ช่างปั้น” หมายความว่า ผู้ซึ่งปั้นดินเป็นอาชีพทั้งสิ้นไม่น้อยกว่ากึ่งหนึ่งของเวลา
“สิทธิ์” หมายความว่า สิทธิ์ตามพระราชบัญญัตินี้

หมวด ๑
คณะกรรมการ

มาตรา ๔  ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย
(๑) รัฐมนตรี เป็นประธานกรรมการ
(๒) ปลัดกระทรวง และผู้อำนวยการสำนักงานน้ำบาดาล เป็นกรรมการ
(๓) ผู้แทนช่างปั้นสองคน เป็นกรรมการ
ให้ผู้อำนวยการเป็นกรรมการและเลขานุการ

มาตรา ๕  คณะกรรมการมีหน้าที่เสนอแผนต่อรัฐมนตรี
แผนตามวรรคหนึ่งต้องคำนึงถึงมาตรา ๔ (๒) และ พ.ศ. ๒๕๕๕ ด้วย
เมื่อรัฐมนตรีเห็นชอบแล้วให้ใช้แผนนั้นได้ ทั้งนี้ ไม่เกินห้าปี

มาตรา ๖  การประชุมต้องมีกรรมการมาประชุมไม่น้อยกว่ากึ่งหนึ่ง

มาตรา ๗  ให้รัฐมนตรีรักษาการตามพระราชบัญญัตินี้
"""

MATTER = Matter(
    proposal="ปรับปรุงคณะกรรมการ",
    act="พระราชบัญญัติส่งเสริมการปั้นดินเผา พ.ศ. ๒๕๕๕",
    old="กฎหมายที่ใช้อยู่",
    new="ร่างครั้งที่ ๒",
    state="กำลังตรวจ",
    content_hash="0123456789abcdef",
    printed=date(2026, 11, 23),
    reasons="โดยที่ผู้แทนช่างปั้นมีจำนวนน้อย สมควรเพิ่มจำนวน",
    author="ผู้ร่าง <สอง> & คณะ",
    changed=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
    record_head="fedcba9876543210",
    verified_at="https://rangkae.office.test/verify",
)


@cache
def old_act() -> Act:
    return read_act(ACT).act


NOTE = "มาตรา ๖ แก้ไขเพิ่มเติมโดยพระราชบัญญัติส่งเสริมการปั้นดินเผา (ฉบับที่ ๒) พ.ศ. ๒๕๖๐"


def noted_and_gone() -> tuple[Act, Act]:
    """The act with a footnote to section 6, and without that section."""
    noted = ACT.replace("ไม่น้อยกว่ากึ่งหนึ่ง\n\nมาตรา ๗", "ไม่น้อยกว่ากึ่งหนึ่ง[๑]\n\nมาตรา ๗")
    return read_act(f"{noted}\n[๑] {NOTE}\n").act, read_act(re.sub("มาตรา ๖ .*\n\n", "", ACT)).act


@cache
def new_act() -> Act:
    """Words changed, an item added in the middle, a section repealed, one inserted, paragraphs that change places."""
    old = old_act()
    first, second, third = old.sections()["s5"].text.split("\n")
    return apply_edits(old, (*_edits(), Edit("s5", f"{third}\n{first}\n{second}")))


@cache
def billed_act() -> Act:
    """Without the paragraphs that change places, for which there is no clause."""
    return apply_edits(old_act(), _edits())


def _edits() -> tuple[Edit, ...]:
    old = old_act()
    fourth = old.sections()["s4"].text.replace("สองคน", "สี่คน").replace("(๓)", "(๓) ผู้แทนผู้บริโภค เป็นกรรมการ\n(๔)")
    return (
        Edit("s3", old.sections()["s3"].text.replace("ดินเป็น", "ดินหรือทำเครื่องน้ำชาเป็น")),
        Edit("s4", fourth),
        Edit("s6", "(ยกเลิก)"),
        Edit("s6/1", "ให้คณะกรรมการทำรายงานประจำปีทุกปี\nรายงานนั้นให้เผยแพร่", after="s6"),
    )


def a_board() -> BoardSide:
    bars = (Bar("ปลัดกระทรวง", "จาก ๑ เป็น ๒", ("kept", "added")), Bar("ผู้แทน", "๒", ("kept", "kept-maybe")))
    members = (
        MemberLine("เข้า", new="ผู้แทนผู้บริโภค", role="กรรมการ", kind="ผู้แทน", count="๑"),
        MemberLine("ออก", old="ผู้อำนวยการสำนักงานน้ำบาดาล", role="กรรมการ", kind="หน่วยงาน", count="๑"),
        MemberLine(
            "เปลี่ยน", old="ช่างปั้นสองคน", new="ช่างปั้นสี่คน", more="ซึ่งช่างปั้นเลือกกันเอง", role="กรรมการ", count="จาก ๒ เป็น ๔"
        ),
        MemberLine("คงเดิม", kept="รัฐมนตรี", role="ประธาน", kind="รัฐมนตรี", count="๑"),
    )
    totals = (("กรรมการทั้งหมด", "จาก ๕ เป็น ๘ คน"), ("องค์ประชุม", "จาก ๓ เป็น ๔ คน ไม่น้อยกว่ากึ่งหนึ่ง"))
    return BoardSide("คณะกรรมการปั้นดินเผา", "มาตรา ๔", totals, bars, members, ("จำนวนเป็นเลขคู่",), ("เป็นไปตาม: มีผู้บริโภค",))


def the_review(extra: str = "") -> Document:
    decided = Decided(
        "ผู้ตรวจ หนึ่ง", "ขอให้แก้ไข", "ร่างครั้งที่ ๑\n0123456789ab", "๑ ม.ค.", f"แก้เลขข้อ{extra}", answers=(("ไม่ซ้ำซ้อน", "ใช่"),)
    )
    first = Said("ผู้ตรวจ", "๑ ม.ค.", f"เหตุใด{extra}\nจึงสี่คน")
    talk = Talk("มาตรา ๔", first, (Said("ผู้ร่าง", "๒ ม.ค.", "ตามมติ"),), f"สี่คน{extra}", "ห้าคน", True)
    happened = Happened(7, "89abcdef0123", "๑ มกราคม\nเวลา ๙:๐๐ น.", "ผู้ร่าง", f"บันทึกร่างครั้งที่ ๑{extra}", "เหตุ")
    return review_file(["ผู้ตรวจ หนึ่ง  ยังไม่มีความเห็นชอบ"], [decided], [talk], [happened], MATTER)


def the_substance() -> Document:
    boards = {"s4": ("คณะกรรมการ: จาก ๕ เป็น ๘ คน",)}
    found = Substance({"s4": (3,), "s5": (4, 5)}, boards, "ใช้บังคับตั้งแต่วันถัดจากวันประกาศ", ("ให้กรรมการอยู่ต่อไป",))
    return substance(compared(), found, MATTER)


@cache
def compared() -> Comparison:
    return compare_acts(old_act(), new_act())


def body(document: Document) -> str:
    """All that a document says, one paragraph a line, without the labels in the margin."""
    return "\n".join(
        printable(paragraph.text) + (f" [{paragraph.label}]" if paragraph.label else "")
        for paragraph in paragraphs(document.blocks)
        if paragraph.text
    )


def of_poppler(pdf: bytes) -> str:
    return subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()


def of_pypdf(pdf: bytes) -> str:
    return "\f\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def without_running_lines(text: str, document: Document) -> str:
    """Without the head and the foot of each page and the watermark, which stands before all else on a page."""
    foot = rf"{_spaced(document.foot)}\s*{_spaced(document.seal)}"
    text = re.sub(rf"\s*{foot}\s*หน้า\s*[๐-๙]+\s*จาก\s*[๐-๙]+\s*", "\f", text)
    mark = r"\s*".join(map(re.escape, document.watermark))
    sections = {paragraph.section for paragraph in paragraphs(document.blocks) if paragraph.section}
    here = "|".join(map(_spaced, sorted(sections, key=len, reverse=True)))
    pages = (
        re.sub(rf"^\s*{mark}\s*{_spaced(document.running)}\s*(?:(?:{here})\s*\n)?", "", page)
        for page in text.split("\f")
    )
    return "\n".join(pages)


def _spaced(text: str) -> str:
    """A pattern of the text with any white space between its letters."""
    return r"\s*".join(map(re.escape, "".join(printable(text).split())))


def reads_as(text: str, wanted: str) -> bool:
    """Whether a text is the wanted one, character for character; a line's end stands for a space or for nothing."""
    pattern = r"\s*".join(re.escape(line) for line in _squeezed(text).split("\n") if line)
    return re.fullmatch(pattern.replace(r"\ ", " "), _squeezed(wanted)) is not None


def _squeezed(text: str) -> str:
    """Without spaces at the ends of lines and empty lines, which no paper shows."""
    return re.sub(r"[ \f]*\n\s*", "\n", text.replace("\f", "\n")).strip()


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(docx: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part, with spaces only: that no line ends between ``มาตรา`` and its number is tested where it is made."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return etree.fromstring(file.read(name).replace("\u00a0".encode(), b" "))


def footnotes(docx: bytes, *, accept: bool | None = None) -> list[str]:
    """The words of the footnotes that the text refers to, in its order; those that are left after all was decided.

    ``accept`` None: nothing is decided.
    """
    dropped = {True: {W + "del"}, False: {W + "ins"}, None: set[str]()}[accept]
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        if "word/footnotes.xml" not in file.namelist():
            return []
    texts = {one.get(f"{W}id"): one for one in part(docx, "word/footnotes.xml").iter(f"{W}footnote")}
    kept = (one for one in part(docx).iter(f"{W}footnoteReference") if not _is_in(one, dropped))
    return [
        "".join(
            "\n" if node.tag == f"{W}br" else node.text or ""
            for node in texts[one.get(f"{W}id")].iter(f"{W}t", f"{W}br")
            if not _is_in(node, dropped)
        ).strip()
        for one in kept
    ]


def _is_in(node: etree._Element, tags: set[str]) -> bool:
    return any(above.tag in tags for above in node.iterancestors())


def decided(docx: bytes, *, accept: bool) -> list[str]:
    """The paragraphs after all tracked changes were accepted or rejected, as Word does it."""
    kept, dropped = ("ins", "del") if accept else ("del", "ins")
    lines: list[str] = []
    open_line = ""
    for paragraph in part(docx).iter(f"{W}p"):
        for node in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab"):
            if not any(above.tag in (W + dropped, f"{W}tabs") for above in node.iterancestors()):
                open_line += "\t" if node.tag == f"{W}tab" else node.text or ""
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}{dropped}")
        if mark is None:  # the end of the paragraph stays
            lines.append(open_line)
            open_line = ""
    assert kept
    return [line for line in [*lines, open_line] if line]
