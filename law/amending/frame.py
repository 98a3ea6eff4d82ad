"""The frame of a bill: title, clause of reasons, commencement, charge and countersignature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from law import numerals
from law.act import Act
from law.commencement import Commencement
from law.dates import thai_date

_ERA = r"(?:พ\s*\.\s*ศ\s*\.|(?:พระ)?พุทธศักราช|ร\s*\.\s*ศ\s*\.|รัตนโกสินทร์?\s*ศก|ศก|จ\s*\.\s*ศ\s*\.|จุลศักราช)"
_YEAR = re.compile(rf"\s*(?P<era>{_ERA})\s*(?P<year>[๐-๙0-9]+|\.{{2,}})\s*$")
_NUMBER = re.compile(r"\s*\(ฉบับที่\s*[๐-๙0-9.]+\)")
# Kinds of instrument; the first word of a regulation's title is its kind, its maker follows.
_KINDS = (
    "พระราชบัญญัติประกอบรัฐธรรมนูญ", "พระราชบัญญัติ", "พระราชกำหนด", "พระราชกฤษฎีกา", "ประมวล", "กฎกระทรวง",
    "ประกาศ", "ระเบียบ", "ข้อบังคับ", "ข้อกำหนด", "ข้อบัญญัติ", "เทศบัญญัติ", "คำสั่ง", "กฎ",
)  # fmt: skip
_STATUTES = ("พระราชบัญญัติประกอบรัฐธรรมนูญ", "พระราชบัญญัติ", "พระราชกำหนด", "พระราชกฤษฎีกา")
# A ministerial regulation without a name of its own: กฎกระทรวง ฉบับที่ ๑๓ (พ.ศ. ๒๔๙๗) ออกตามความใน…
_UNDER = re.compile(r"กฎกระทรวง\s*(?:\(?ฉบับที่\s*[๐-๙0-9]+\)?)?\s*(?:\([^()]*\))?\s*(?P<law>ออกตามความใน.+)")
# Law made by those who had seized power: amended by an act that names it in full.
_DECREED = re.compile(r"(?:ประกาศ|คำสั่ง)(?:ของ)?(?:หัวหน้า)?คณะ(?:ปฏิวัติ|ปฏิรูป|รักษา)")
# A title that begins with a verb becomes a noun after กฎหมายว่าด้วย.
_VERBS = (
    "ส่งเสริม", "พัฒนา", "คุ้มครอง", "ควบคุม", "จัดตั้ง", "จัดรูป", "จัดสรร", "จัดระเบียบ", "จัดการ", "จัดหา", "ป้องกัน",
    "ปราบปราม", "กำหนด", "กำกับ", "บริหาร", "สนับสนุน", "ปฏิรูป", "ปรับปรุง", "รักษา", "ให้บริการ", "อนุรักษ์", "ฟื้นฟู",
    "สงวน", "บำบัด", "บำรุง", "ประกอบ", "ประกัน", "ห้าม", "แก้ไข", "ขุด", "ค้า", "เช่า", "โอน", "ยุบ", "รับรอง", "ร่วม",
    "อำนวย", "เพิ่ม", "ลด", "ยกเว้น", "เวนคืน", "แปลง", "แบ่ง", "แข่งขัน", "เดินเรือ", "เดินอากาศ", "ทวงถาม", "ไกล่เกลี่ย",
    "ขับเคลื่อน", "บูรณาการ", "ชดเชย", "ช่วยเหลือ", "สอบสวน", "ตรวจ", "ต่อต้าน", "เปลี่ยนแปลง", "ขนส่ง", "ศึกษา",
)  # fmt: skip
_NOT_VERBS = ("บริหารธุรกิจ", "ประกอบรัฐธรรมนูญ")


@dataclass(frozen=True, slots=True)
class ActName:
    """A title taken apart: ``พระราชบัญญัติ`` + ``ส่งเสริม…`` + ``พ.ศ. ๒๕๕๐``; number and year left out of ``name``."""

    kind: str
    name: str
    year: str

    @property
    def this(self) -> str:
        """How the instrument speaks of itself: ``พระราชบัญญัตินี้``."""
        return f"{self.kind}นี้"

    @property
    def is_statute(self) -> bool:
        """Whether it is countersigned law rather than a regulation or announcement."""
        return self.kind in _STATUTES

    @property
    def names_itself(self) -> bool:
        """Whether its first section says its name and its last who has charge: a ministerial regulation has neither."""
        return self.kind != "กฎกระทรวง"


def read_name(title: str) -> ActName:
    """The parts of a title, in whatever era it counts years."""
    title = " ".join(title.split())
    year = _YEAR.search(title)
    under = _UNDER.match(title)
    if under:
        return ActName("กฎกระทรวง", f"กฎกระทรวง {under['law']}", "")
    name = _NUMBER.sub("", title[: year.start()] if year else title).strip()
    kind = next((kind for kind in _KINDS if name.startswith(kind)), "พระราชบัญญัติ")
    if kind in _STATUTES:
        name = name.removeprefix(kind).strip()
    return ActName(kind, name, year.group().strip() if year else "")


def cited_title(act: Act, *, code: bool = False) -> str:
    """The name by which clauses cite the Act, or the code that it promulgates."""
    title = act.code.title if code and act.code is not None else act.title
    return " ".join(title.split())


def bill_name(act: Act, *, amends_code: bool) -> ActName:
    """Kind and name of the amending instrument: the Act's own, or ``แก้ไขเพิ่มเติมประมวลกฎหมาย…``."""
    own = read_name(act.title)
    title = act.code.title if amends_code and act.code is not None else act.title
    if _DECREED.match(title):
        return ActName("พระราชบัญญัติ", f"แก้ไขเพิ่มเติม{' '.join(title.split())}", own.year)
    code = _YEAR.sub("", " ".join(title.split())).strip()
    if code.startswith("ประมวล"):
        return ActName("พระราชบัญญัติ", f"แก้ไขเพิ่มเติม{code}", own.year)
    return own


def numbered(number: int | None, year: int | None) -> tuple[str, str]:
    """``(ฉบับที่ ๒)`` and ``พ.ศ. ๒๕๖๙``; dotted where not known yet."""
    return (
        f"(ฉบับที่ {numerals.thai(number) if number else '..'})",
        f"พ.ศ. {numerals.thai(year) if year else '....'}",
    )


def short_title(name: ActName, number: int | None, year: int | None) -> str:
    """The title in one line, as section ๑ quotes it."""
    kind = name.kind if name.is_statute else ""
    under = _UNDER.match(name.name)
    if under:
        dotted, of = numbered(number, year)
        return f"{name.kind} {dotted.strip('()')} ({of}) {under['law']}"
    return f"{kind}{name.name} {' '.join(numbered(number, year))}"


def title_block(name: ActName, number: int | None, year: int | None) -> str:
    """The lines above a draft."""
    first, second = numbered(number, year)
    under = _UNDER.match(name.name)
    if under:
        return "\n".join(["ร่าง", name.kind, f"{first.strip('()')} ({second})", under["law"]])
    lines = ["ร่าง", *([name.kind] if name.is_statute else []), f"{name.name} {first}", second]
    return "\n".join(lines)


def reasons_clause(act: Act, name: ActName) -> str:
    """``โดยที่เป็นการสมควรแก้ไขเพิ่มเติมกฎหมายว่าด้วย…``."""
    if name.name.startswith(("แก้ไขเพิ่มเติมประมวล", "แก้ไขเพิ่มเติมประกาศ", "แก้ไขเพิ่มเติมคำสั่ง")):
        subject = name.name.removeprefix("แก้ไขเพิ่มเติม")
    elif not name.is_statute:
        subject = cited_title(act)
    else:
        subject = f"กฎหมายว่าด้วย{law_on(name.name)}"
    return f"โดยที่เป็นการสมควรแก้ไขเพิ่มเติม{subject}"


def law_on(name: str) -> str:
    """What a law is about, from its name: a verb takes ``การ`` before it."""
    name = name.removeprefix("ว่าด้วย").strip()
    verb = name.startswith(_VERBS) and not name.startswith(_NOT_VERBS)
    return f"การ{name}" if verb else name


def after_days(days: int) -> Commencement:
    """In force when a number of days from publication has passed."""
    return Commencement(days=days)


def on_date(day: date) -> Commencement:
    """In force on a date (Gregorian calendar)."""
    return Commencement(day=day)


def commencement_words(commencement: Commencement) -> str:
    """What stands behind ``พระราชบัญญัตินี้`` in the section on commencement."""
    if commencement.days:
        words = numerals.number_words(commencement.days)
        return f"ให้ใช้บังคับเมื่อพ้นกำหนด{words}วันนับแต่วันประกาศในราชกิจจานุเบกษาเป็นต้นไป"
    if commencement.day is not None:
        return f"ให้ใช้บังคับตั้งแต่วันที่ {thai_date(commencement.day, weekday=False)} เป็นต้นไป"
    return "ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป"


def countersignature(name: ActName) -> tuple[str, ...]:
    """The lines below the last section."""
    if name.is_statute:
        return ("ผู้รับสนองพระราชโองการ", "นายกรัฐมนตรี")
    return ("ประกาศ ณ วันที่ .... พ.ศ. ...." if name.names_itself else "ให้ไว้ ณ วันที่ .... พ.ศ. ....",)
