"""Ministries and offices of the state that were renamed, divided or abolished, with the year (B.E.) and the law.

A maintained table: only what is certain is in it. A name that is not in it is taken to stand.
"""

from __future__ import annotations

from dataclasses import dataclass

_REFORM = "พระราชบัญญัติปรับปรุงกระทรวง ทบวง กรม พ.ศ. ๒๕๔๕"
_DIGITAL = "พระราชบัญญัติปรับปรุงกระทรวง ทบวง กรม (ฉบับที่ ๑๗) พ.ศ. ๒๕๕๙"
_HIGHER = "พระราชบัญญัติปรับปรุงกระทรวง ทบวง กรม (ฉบับที่ ๑๙) พ.ศ. ๒๕๖๒"
_EDUCATION = "พระราชบัญญัติระเบียบบริหารราชการกระทรวงศึกษาธิการ พ.ศ. ๒๕๔๖"
_PLANNING = "พระราชบัญญัติสภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ พ.ศ. ๒๕๖๑"
_INSURANCE = "พระราชบัญญัติคณะกรรมการกำกับและส่งเสริมการประกอบธุรกิจประกันภัย พ.ศ. ๒๕๕๐"


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of ``name`` in ``year`` (B.E.): its successors, the nearest first; none where it was abolished."""

    name: str
    year: int
    successors: tuple[str, ...]
    law: str = ""


SUCCESSIONS: tuple[Succession, ...] = (
    Succession(
        "กระทรวงวิทยาศาสตร์ เทคโนโลยีและสิ่งแวดล้อม",
        2545,
        ("กระทรวงวิทยาศาสตร์และเทคโนโลยี", "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม"),
        _REFORM,
    ),
    Succession(
        "กระทรวงแรงงานและสวัสดิการสังคม",
        2545,
        ("กระทรวงแรงงาน", "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์"),
        _REFORM,
    ),
    Succession("กระทรวงเทคโนโลยีสารสนเทศและการสื่อสาร", 2559, ("กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม",), _DIGITAL),
    Succession("กระทรวงวิทยาศาสตร์และเทคโนโลยี", 2562, ("กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม",), _HIGHER),
    Succession("ทบวงมหาวิทยาลัย", 2546, ("กระทรวงศึกษาธิการ",), _EDUCATION),
    Succession("สำนักงานคณะกรรมการการศึกษาแห่งชาติ", 2546, ("สำนักงานเลขาธิการสภาการศึกษา",), _EDUCATION),
    Succession("คณะกรรมการพัฒนาการเศรษฐกิจและสังคมแห่งชาติ", 2561, ("สภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ",), _PLANNING),
    Succession("กรมทะเบียนการค้า", 2545, ("กรมพัฒนาธุรกิจการค้า",), _REFORM),
    Succession("กรมประชาสงเคราะห์", 2545, ("กรมพัฒนาสังคมและสวัสดิการ",), _REFORM),
    Succession("กรมควบคุมโรคติดต่อ", 2545, ("กรมควบคุมโรค",), _REFORM),
    Succession("กรมการผังเมือง", 2545, ("กรมโยธาธิการและผังเมือง",), _REFORM),
    Succession("กรมการประกันภัย", 2550, ("สำนักงานคณะกรรมการกำกับและส่งเสริมการประกอบธุรกิจประกันภัย",), _INSURANCE),
    Succession("กรมตำรวจ", 2541, ("สำนักงานตำรวจแห่งชาติ",)),
    Succession("กรมอัยการ", 2534, ("สำนักงานอัยการสูงสุด",)),
)
# Heads whose own title changed with the office.
_HEADS = {
    "อธิบดีสำนักงานตำรวจแห่งชาติ": "ผู้บัญชาการตำรวจแห่งชาติ",
    "อธิบดีสำนักงานอัยการสูงสุด": "อัยการสูงสุด",
    "อธิบดีสำนักงานคณะกรรมการกำกับและส่งเสริมการประกอบธุรกิจประกันภัย": ("เลขาธิการคณะกรรมการกำกับและส่งเสริมการประกอบธุรกิจประกันภัย"),
    "ปลัดทบวงมหาวิทยาลัย": "ปลัดกระทรวงศึกษาธิการ",
    "รัฐมนตรีว่าการทบวงมหาวิทยาลัย": "รัฐมนตรีว่าการกระทรวงศึกษาธิการ",
    "เลขาธิการสำนักงานเลขาธิการสภาการศึกษา": "เลขาธิการสภาการศึกษา",
}


def bare(name: str) -> str:
    """A name without its spaces: acts write them now so, now otherwise."""
    return "".join(name.split())


_BARE_HEADS = {bare(name): successor for name, successor in _HEADS.items()}


def renamed(office: str, year: int) -> Succession | None:
    """What became of the ministry or office that ``office`` names, as far as it happened by ``year`` (B.E.).

    ``ปลัดกระทรวงแรงงานและสวัสดิการสังคม`` in 2569: the succession of กระทรวงแรงงานและสวัสดิการสังคม.
    """
    words = bare(office)
    found = [one for one in SUCCESSIONS if one.year <= year and bare(one.name) in words]
    return max(found, key=lambda one: len(bare(one.name)), default=None)


def today_name(office: str, year: int) -> str:
    """The office as it would be called in ``year``, following every succession to its nearest heir.

    The office itself where its ministry stands; empty where it was abolished without an heir.
    """
    name = office
    for _ in SUCCESSIONS:
        succession = renamed(name, year)
        if succession is None:
            return name
        if not succession.successors:
            return ""
        name = _replaced(name, succession.name, succession.successors[0])
        name = _BARE_HEADS.get(bare(name), name)
    return name


def _replaced(office: str, old: str, new: str) -> str:
    if old in office:
        return office.replace(old, new)
    words = bare(office)
    return words.replace(bare(old), new)
