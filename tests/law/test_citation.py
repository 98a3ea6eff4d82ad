"""Addresses said as Thai law cites units."""

from __future__ import annotations

import pytest

from law.citing.citation import cite


@pytest.mark.parametrize(
    ("address", "cited"),
    [
        ("s6", "มาตรา ๖"),
        ("s6/1", "มาตรา ๖/๑"),
        ("s5bis", "มาตรา ๕ ทวิ"),
        ("s6.p1", "มาตรา ๖ วรรคหนึ่ง"),
        ("s6.p1.i2", "มาตรา ๖ วรรคหนึ่ง (๒)"),
        ("s6.p21.i9/1", "มาตรา ๖ วรรคยี่สิบเอ็ด (๙/๑)"),
        ("s4.p1.i2.iก", "มาตรา ๔ วรรคหนึ่ง (๒) (ก)"),
        ("s3.def:กองทุน", "มาตรา ๓ บทนิยามคำว่า “กองทุน”"),
        ("s3.def:กองทุน.i1", "มาตรา ๓ บทนิยามคำว่า “กองทุน” (๑)"),
        ("s5~2", "มาตรา ๕"),
        ("code.s12", "มาตรา ๑๒"),
        ("ch5/1", "หมวด ๕/๑"),
        ("ch1.pt2", "หมวด ๑ ส่วนที่ ๒"),
        ("bk1.t2.ch3", "บรรพ ๑ ลักษณะ ๒ หมวด ๓"),
        ("dv2", "ภาค ๒"),
        ("h3", "หัวข้อที่ ๓"),
        ("ch9.heading", "ชื่อหมวด ๙"),
        ("transitory", "บทเฉพาะกาล"),
    ],
)
def test_an_address_is_cited(address: str, cited: str) -> None:
    assert cite(address) == cited
