"""What is said about a text that is being brought in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _

from blueprints.language import thai_digits
from law.citing.citation import cite
from law.editing.settled import mark_characters
from law.parse import Oddity, Reading

# Codes of law.reading.oddities.
ODDITIES: dict[str, LazyString] = {
    "guessed_breaks": _("ข้อความไม่บอกว่าย่อหน้าจบที่ใด ระบบต่อบรรทัดตามความหมาย ควรตรวจการแบ่งวรรค จำนวนบรรทัดที่ต่อ"),
    "no_title": _("ไม่พบชื่อกฎหมาย"),
    "no_sections": _("ไม่พบมาตราในข้อความนี้"),
    "untitled_tail": _("มีมาตราท้ายเรื่องที่ไม่มีชื่อกฎหมายนำหน้า"),
    "unplaced": _("จัดข้อความเข้าที่ไม่ได้"),
    "unbalanced_ledger": _("จำนวนตัวอักษรที่อ่านกับที่จัดเข้าที่ไม่เท่ากัน"),
    "duplicate_label": _("มีมาตราเลขนี้ซ้ำกัน"),
    "out_of_order": _("เลขมาตราไม่เรียงตามลำดับ"),
    "gap": _("เลขมาตราข้ามไป"),
    "empty_section": _("มาตรานี้ไม่มีข้อความ"),
    "item_order": _("เลขอนุมาตราไม่เรียงตามลำดับ"),
    "unbalanced_quotes": _("เครื่องหมายอัญประกาศเปิดปิดไม่ครบคู่"),
    "note_without_footnote": _("มีเครื่องหมายเชิงอรรถแต่ไม่มีข้อความเชิงอรรถ"),
    "footnote_without_note": _("มีข้อความเชิงอรรถแต่ไม่มีเครื่องหมายในตัวบท"),
}

# Codes of Reading.normalised: what was mended while reading.
MENDS: dict[str, LazyString] = {
    "font_glyph": _("แปลงรูปอักษรของฟอนต์เก่าเป็นอักษรไทย"),
    "sara_am": _("รวมสระอำที่แยกเป็นสองตัว"),
    "c1_punctuation": _("แปลงเครื่องหมายวรรคตอนจากรหัสเก่า"),
    "mark_order": _("เรียงวรรณยุกต์และสระให้ถูกลำดับ"),
    "double_e": _("รวมสระเอสองตัวเป็นสระแอ"),
    "doubled_mark": _("ตัดสระหรือวรรณยุกต์ที่ซ้ำออก"),
    "invisible": _("ตัดอักขระที่มองไม่เห็นออก"),
    "control": _("ตัดอักขระควบคุมออก"),
    "rule": _("ตัดเส้นคั่นออก"),
    "star": _("ตัดดอกจันหน้าชื่อออก"),
    "markup": _("ตัดเครื่องหมายจัดรูปแบบออก"),
    "breadcrumb": _("ตัดข้อความนำทางของเว็บไซต์ออก"),
    "furniture": _("ตัดหัวและท้ายหน้ากระดาษออก"),
    "watermark": _("ตัดลายน้ำของหน้ากระดาษออก"),
    "running_text": _("แยกข้อความที่ติดเป็นพืดออกเป็นบรรทัด"),
    "unwrapped": _("ต่อบรรทัดที่ถูกตัดกลางประโยค"),
    "settled": _("อ่านตามบรรทัดที่ผู้ตรวจแก้ไว้"),
}

# Codes of law.parse.NotText.
NOT_TEXT: dict[str, LazyString] = {
    "binary": _("สิ่งที่ส่งมาไม่ใช่ข้อความ ใช้ไฟล์ .txt .docx .html หรือ .xml หรือวางข้อความในช่อง"),
    "empty": _("ไฟล์หรือช่องข้อความว่าง ไม่ใช่ข้อความกฎหมาย"),
    "encoding": _("อ่านรหัสตัวอักษรไม่ได้ ไฟล์นี้ไม่ใช่ข้อความ UTF-8 UTF-16 หรือ TIS-620"),
    "old_word": _("ไฟล์ Word รุ่นเก่า (.doc) อ่านไม่ได้ เปิดแล้วบันทึกเป็น .docx ก่อน"),
    "pdf": _("ไฟล์ PDF อ่านไม่ได้ คัดลอกข้อความมาวาง หรือใช้ไฟล์ Word ต้นฉบับ"),
    "rtf": _("ไฟล์ RTF อ่านไม่ได้ บันทึกเป็น .docx หรือไฟล์ข้อความก่อน"),
    "package": _("ไฟล์นี้เป็นแฟ้มบีบอัด แต่ไม่ใช่เอกสาร Word ที่อ่านได้"),
    "too_large": _("เอกสาร Word นี้คลายออกแล้วใหญ่เกินกว่าจะเป็นกฎหมาย"),
    "xml": _("ไฟล์ขึ้นต้นเหมือน Akoma Ntoso แต่ XML ไม่สมบูรณ์"),
    "doctype": _("ไฟล์ XML นี้ประกาศ DOCTYPE ซึ่งอาจซ่อนข้อความ ลบบรรทัด DOCTYPE ออกแล้วส่งใหม่"),
    "page": _("หน้าเว็บที่บันทึกไว้ไม่มีข้อความ"),
}

# Why a line can not be of the kind that a person says (law.editing.settled.misfit).
MISFITS: dict[str, LazyString] = {
    "section": _("มาตราต้องขึ้นต้นด้วยคำว่า มาตรา หรือ ข้อ และเลข เช่น มาตรา ๕ พิมพ์เพิ่มหน้าข้อความ"),
    "item": _("อนุมาตราต้องขึ้นต้นด้วยเลขหรืออักษรในวงเล็บ เช่น (๑) พิมพ์เพิ่มหน้าข้อความ"),
    "definition": _("บทนิยามต้องขึ้นต้นด้วยคำในอัญประกาศ แล้วตามด้วย หมายความว่า"),
    "paragraph": _("บรรทัดนี้ขึ้นต้นอย่างอนุมาตราหรือบทนิยาม จึงเป็นวรรคไม่ได้ ถ้าเป็นข้อความที่ต่อเนื่อง ให้ต่อกับบรรทัดก่อน"),
}


@dataclass(frozen=True, slots=True)
class OddPlace:
    """One thing that is odd, in words. `address`: the unit it is about, or nothing."""

    sentence: str
    address: str
    place: str
    text: str


def odd_place(oddity: Oddity) -> OddPlace:
    sentence = str(ODDITIES.get(oddity.code, _("มีสิ่งที่ผิดปกติ")))
    return OddPlace(sentence, oddity.address, cite(oddity.address) if oddity.address else "", oddity.text)


def mended(reading: Reading) -> list[str]:
    """What was mended, one sentence for each kind."""
    return [
        gettext("%(what)s %(n)s แห่ง", what=MENDS[code], n=thai_digits(count))
        for code, count in reading.normalised
        if code in MENDS
    ]


def ledger_sentence(text: str, reading: Reading) -> str:
    """Characters in, placed and left; the marks that a person made are none."""
    marks, ledger = mark_characters(text), reading.ledger
    told = (ledger.chars_in - marks, ledger.chars_placed - marks, ledger.chars_in - ledger.chars_placed)
    chars_in, placed, left = (thai_digits(f"{number:,}") for number in told)
    return gettext(
        "อ่าน %(in)s ตัวอักษร จัดเข้าที่ %(placed)s เหลือ %(left)s", **{"in": chars_in, "placed": placed, "left": left}
    )


def unit_counts(reading: Reading) -> list[tuple[str, str]]:
    """How many units of each kind the tree holds: (name, number)."""
    kinds = Counter(_kind(address) for address in reading.act.places())
    named = (
        (gettext("หมวดและส่วน"), kinds["division"]),
        (gettext("มาตรา"), kinds["section"]),
        (gettext("วรรค"), kinds["paragraph"]),
        (gettext("อนุมาตรา"), kinds["item"]),
        (gettext("บทนิยาม"), kinds["definition"]),
        (gettext("กฎหมายที่แก้ไขเพิ่มเติมท้ายเรื่อง"), len(reading.act.tail)),
        (gettext("เชิงอรรถ"), len(reading.act.footnotes)),
    )
    return [(name, thai_digits(count)) for name, count in named if count]


def _kind(address: str) -> str:
    plain = address.removeprefix("code.")
    last = plain.rpartition(".")[2]
    if not plain.startswith("s"):
        return "division"
    if ".def:" in plain:
        return "item" if ".i" in plain.partition(".def:")[2] else "definition"
    return {"p": "paragraph", "i": "item"}.get(last[:1], "section")
