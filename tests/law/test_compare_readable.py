"""Hunks as a lawyer would have drawn them: an office added to a list, a number changed and explained."""

from __future__ import annotations

import pytest

from law.comparing.hunks import compare_texts

SIGNS = {"equal": "%s", "delete": "[-%s-]", "insert": "{+%s+}"}


def drawn(old: str, new: str) -> str:
    return "".join(SIGNS[hunk.kind] % hunk.text for hunk in compare_texts(old, new))


@pytest.mark.parametrize(
    "expected",
    [
        "รัฐมนตรีว่าการกระทรวงการคลัง {+รัฐมนตรีว่าการกระทรวงเกษตรและสหกรณ์ +}รัฐมนตรีว่าการกระทรวงพาณิชย์ "
        "ปลัดสำนักนายกรัฐมนตรี{+ ปลัดกระทรวงการท่องเที่ยวและกีฬา+} ปลัดกระทรวงมหาดไทย เป็นกรรมการ",
        "(๔) {+ประธานสภาเกษตรกรแห่งชาติ +}ประธานสภาหอการค้าแห่งประเทศไทย เป็นกรรมการ",
        "แต่งตั้งจำนวน[-แปด-]{+สิบ+}คน{+ โดยในจำนวนนี้ต้องเป็นผู้ประกอบการในภูมิภาคอย่างน้อยสี่คน+} เป็นกรรมการ",
        "อยู่ในตำแหน่งคราวละ[-สี่-]{+ห้า+}ปี{+ นับแต่วันแต่งตั้ง+} และจะดำรงตำแหน่งติดต่อกันเกินสองวาระมิได้",
        "ต้องระวางโทษปรับไม่เกิน[-หนึ่งหมื่น-]{+ห้าหมื่น+}บาท",
    ],
)
def test_what_changed_is_marked_and_its_neighbours_are_not(expected):
    old = _side(expected, drop="{+", keep="[-")
    new = _side(expected, drop="[-", keep="{+")
    assert drawn(old, new) == expected


def _side(text: str, *, drop: str, keep: str) -> str:
    """One side of marked text."""
    ends = {"{+": "+}", "[-": "-]"}
    while drop in text:
        start, end = text.index(drop), text.index(ends[drop]) + 2
        text = text[:start] + text[end:]
    return text.replace(keep, "").replace(ends[keep], "")
