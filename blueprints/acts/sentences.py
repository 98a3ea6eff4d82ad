"""What is said about a text that is being brought in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _

from blueprints.language import thai_digits
from law.citation import cite
from law.parse import Oddity, Reading

# Codes of law.reading.oddities.
ODDITIES: dict[str, LazyString] = {
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
    "running_text": _("แยกข้อความที่ติดเป็นพืดออกเป็นบรรทัด"),
    "unwrapped": _("ต่อบรรทัดที่ถูกตัดกลางประโยค"),
}


@dataclass(frozen=True, slots=True)
class OddPlace:
    """One thing that is odd, in words. `address`: the unit it is about, or nothing."""

    sentence: str
    address: str
    place: str
    text: str


def odd_places(oddities: tuple[Oddity, ...]) -> list[OddPlace]:
    return [
        OddPlace(
            str(ODDITIES.get(oddity.code, _("มีสิ่งที่ผิดปกติ"))),
            oddity.address,
            cite(oddity.address) if oddity.address else "",
            oddity.text,
        )
        for oddity in oddities
    ]


def mended(reading: Reading) -> list[str]:
    """What was mended, one sentence for each kind."""
    return [
        gettext("%(what)s %(n)s แห่ง", what=MENDS[code], n=thai_digits(count))
        for code, count in reading.normalised
        if code in MENDS
    ]


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
