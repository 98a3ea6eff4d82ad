"""Who has charge of an act (รักษาการ): as its own section says, or the best that its text allows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from law.act import Act

_OFFICE = r"(?:รอง)?นายกรัฐมนตรี|รัฐมนตรีว่าการ|รัฐมนตรีประจำ|ประธาน|เสนาบดี|ผู้ว่าการ|เลขาธิการ|อธิบดี|คณะกรรมการ|ผู้บัญชาการ|ปลัด"
_CHARGE = re.compile(
    rf"ให้\s*(?P<who>(?:{_OFFICE})(?:(?!ให้|[“”\n]|มาตรา|ข้อ).){{0,400}}?)\s*"
    r"(?:มีอำนาจ|มีหน้าที่|เป็นเจ้าหน้าที่|เป็นผู้|อำนาจ|หน้าที่)*\s*รักษาการ\s*(?:ให้เป็นไป)?\s*ตาม"
    r"(?:พระราช|ประมวล|ประกาศ|ระเบียบ|ข้อ|กฎ|คำสั่ง)"
)
_MINISTER = re.compile(r"[“\"]รัฐมนตรี[”\"]\s*หมายความว่า\s*(?P<who>รัฐมนตรีว่าการกระทรวง\S+)")
# Ministries of Thailand, today's and former, so that a name is not read on into the words behind it.
_MINISTRIES = (
    "การพัฒนาสังคมและความมั่นคงของมนุษย์", "การอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม", "การท่องเที่ยวและกีฬา",
    "การต่างประเทศ", "การคลัง", "กลาโหม", "เกษตรและสหกรณ์", "เกษตราธิการ", "คมนาคม",
    "ทรัพยากรธรรมชาติและสิ่งแวดล้อม", "ดิจิทัลเพื่อเศรษฐกิจและสังคม", "เทคโนโลยีสารสนเทศและการสื่อสาร", "พลังงาน",
    "พาณิชย์", "มหาดไทย", "ยุติธรรม", "แรงงานและสวัสดิการสังคม", "แรงงาน", "วัฒนธรรม",
    "วิทยาศาสตร์ เทคโนโลยีและสิ่งแวดล้อม", "วิทยาศาสตร์และเทคโนโลยี", "ศึกษาธิการ", "สาธารณสุข", "อุตสาหกรรม",
)  # fmt: skip
_MINISTRY = re.compile("กระทรวง(?P<name>" + "|".join(sorted(_MINISTRIES, key=len, reverse=True)) + ")")


def in_charge(act: Act) -> tuple[str, bool]:
    """Who has charge, and whether the Act itself says so.

    In this order: the Act's section on it; its definition of the minister; the latest kept amending act that says;
    else, assumed, the minister of the first ministry that the Act names, or the Prime Minister.
    """
    own = [section.text for section in act.sections().values()]
    found = _first(_CHARGE, own) or _first(_MINISTER, own)
    if found:
        return found, True
    kept = [section.text for tail in reversed(act.tail) for section in tail.sections]
    found = _first(_CHARGE, kept)
    if found:
        return found, False
    ministry = _MINISTRY.search("\n".join(own))
    return (f"รัฐมนตรีว่าการกระทรวง{ministry['name']}" if ministry else "นายกรัฐมนตรี"), False


def charge_clause(who: str, this: str) -> str:
    """``ให้รัฐมนตรีว่าการกระทรวง…รักษาการตามพระราชบัญญัตินี้``."""
    return f"ให้{who}รักษาการตาม{this}"


def _first(pattern: re.Pattern[str], texts: Iterable[str]) -> str:
    for text in texts:
        match = pattern.search(text)
        if match:
            return match["who"].replace("*", "").strip()
    return ""
