"""What can be had on paper: kinds and forms, their names in lists and in the names of files."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from law.numerals import thai


@dataclass(frozen=True, slots=True)
class Kind:
    """A document. ``label``: in the list of them; ``name``: in names of files, which are Thai as the documents are.

    ``of_one``: about the newer version alone, so that the older side is the Act whatever is chosen.
    """

    code: str
    label: LazyString
    name: str
    of_one: bool = False
    forms: tuple[str, ...] = ("pdf", "docx")


KINDS = {
    kind.code: kind
    for kind in (
        Kind("changes", _("ข้อความต่อเนื่องมีเครื่องหมาย (ใน Word เป็นการติดตามการเปลี่ยนแปลง)"), "ข้อความที่แก้ไข"),
        Kind("sides", _("ข้อความเดิมและร่างเคียงกัน"), "ข้อความเคียงกัน"),
        Kind("table", _("ตารางเปรียบเทียบ ข้อความเดิม ร่าง และเหตุผล"), "ตารางเปรียบเทียบ"),
        Kind("substance", _("สรุปสาระสำคัญ"), "สรุปสาระสำคัญ", of_one=True),
        Kind("bill", _("ร่างกฎหมาย พร้อมบันทึกหลักการและเหตุผล"), "ร่างกฎหมาย", of_one=True),
        Kind("act", _("กฎหมายทั้งฉบับตามที่จะเป็น มีเครื่องหมาย"), "กฎหมายตามที่จะเป็น", of_one=True),
        Kind("clean", _("กฎหมายทั้งฉบับตามที่จะเป็น ไม่มีเครื่องหมาย"), "กฎหมายตามที่จะเป็น (ไม่มีเครื่องหมาย)", of_one=True),
        Kind("board", _("องค์ประกอบของคณะกรรมการก่อนและหลัง"), "องค์ประกอบของคณะกรรมการ", of_one=True),
        Kind("review", _("แฟ้มการตรวจ: ผลการตรวจ ความเห็น และประวัติ"), "แฟ้มการตรวจ", of_one=True),
        Kind("package", _("ชุดเอกสารทั้งหมดในเล่มเดียว"), "ชุดเอกสาร", of_one=True, forms=("pdf", "zip")),
    )
}
MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
}
# In the order in which a package is read; what a draft does not have is left out.
IN_PACKAGE = ("substance", "bill", "table", "changes", "clean", "board", "review")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+')
_LONGEST_NAME = 60  # characters of a title in the name of a file


def version_name(number: int) -> str:
    """Name of a version in documents, which are Thai whatever the language of the page."""
    return f"ร่างครั้งที่ {thai(number)}" if number else "กฎหมายที่ใช้อยู่"


def file_name(title: str, kind: Kind, number: int | None, form: str) -> str:
    """The name of a file as it is handed out. ``number``: of the version; none: of a bill, which has none."""
    short = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:_LONGEST_NAME].strip(" .") or "ร่างแก้"
    version = "" if number is None else f" {version_name(number)}"
    return f"{short} {kind.name}{version}.{form}"
