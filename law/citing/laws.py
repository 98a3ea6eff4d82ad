"""Names of laws in running text: which are named, where each name ends, and whether it is the text's own law."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from law import numerals
from law.citing.seeking import first

# A name goes on to its year where it has one; its words may hold spaces then (ปรับปรุงกระทรวง ทบวง กรม พ.ศ. ๒๕๔๕).
_YEAR = (
    r"\s?(?:\(ฉะ?บับ(?:ที่)?\s?[0-9๐-๙]+\)\s?)?(?:\([^()]{2,60}\)\s?)?"
    r"(?:แก้ไขเพิ่มเติม\s)?(?:พ\.\s?ศ\.|(?:พระ)?พุทธศักราช|ร\.\s?ศ\.|รัตนโกสินทร?ศก|จ\.\s?ศ\.)\s?\.*[0-9๐-๙]{0,4}"
)
_ENACTED = r"พระราชบัญญัติประกอบรัฐธรรมนูญ|พระราชบัญญัติ|พระราชกำหนด"
_ORDERS = "ประกาศของคณะ|ประกาศคณะ|คำสั่งหัวหน้าคณะ|คำสั่งคณะ|คำสั่งนายกรัฐมนตรี ที่|คำสั่งของคณะ|ประกาศสำนักนายกรัฐมนตรี ที่"
_CODES = "ประมวลกฎหมาย|พระธรรมนูญ(?=ศาล)|ประมวลรัษฎากร|ประมวล(?=ระเบียบ|วิธี)"
_CONSTITUTIONS = "(?<!ศาล)(?<!ร่าง)รัฐธรรมนูญ|ธรรมนูญการปกครอง"
_RULES = "ระเบียบ|ข้อบังคับ|ประกาศ|กฎกระทรวง|ข้อกำหนด"
_SUBJECTS = "กฎหมายว่าด้วย|กฎหมายลักษณะ"

# Words at which a name without a year ends: verbs and conjunctions that go on with the sentence.
_GOING_ON = (
    r"(?:(?:และ|หรือ)(?:ตาม|ใน|แห่ง|ของ)?(?:กฎหมาย|พระราช|ประมวล|มาตรา|ประกาศ|กฎ|ข้อ|ระเบียบ|คำสั่ง|ให้|มี|ได้|ไม่|ต้อง|ผู้|บุคคล|เจ้า|การ(?:ใด|อื่น))"
    r"|(?<!การ)(?<!ผู้)ให้(?!บริการ|กู้|เช่า)|มาใช้|ต้อง(?!ห้าม)|แล้ว|ซึ่ง|(?<!ที่)โดย(?!สาร)|เว้นแต่|มิให้|มิได้|ไม่(?!้)|เป็น(?!ธรรม)|ถ้า|แต่(?!ง)|เมื่อ|อยู่|ก่อน|"
    r"จะ|(?<!ราย)(?<!การ)(?<!เงิน)ได้|(?<!ท้อง)(?<!พื้น)(?<!หน้า)(?<!สถาน)(?<!เนื้อ)(?<!แผน)ที่(?!ดิน|ราช|พัก|อยู่|ปรึกษา|ทำ|ทิ้ง|ว่าการ|จอด|วัด)|ทั้ง|เพื่อ|ภายใน|บังคับ(?!คดี)|ในกรณี|และ(?=$)|หรือ(?=$)|"
    r"ตาม(?!พราน)|กำหนด|บัญญัติ(?=ไว้|ให้|ว่า)|มี(?!ด)|ใช้บังคับ|(?:มาตรา|ข้อ|(?:ใน)?(?:หมวด|บรรพ)|ใน(?:ลักษณะ|ภาค|ส่วนที่))(?=\s?[0-9๐-๙]|$)|(?<!ขนาด)ย่อม|หาก|ต่อไป|เพียง|ของปี|(?<!การ)ออก|ไว้|ด้วย(?=$|\s)|(?<!กฎหมาย)ว่าด้วย)"
)
_ANY_LAW = re.compile(
    rf"(?P<enacted>{_ENACTED})|(?P<decree>พระราชกฤษฎีกา)|(?P<code>{_CODES})|(?P<constitution>{_CONSTITUTIONS})|"
    rf"(?P<subject>{_SUBJECTS})|(?P<order>{_ORDERS})|(?P<said>กฎหมาย(?=ดังกล่าว|นั้น))|"
    rf"(?P<rule>{_RULES})"
)
# The words with which a law's name begins.
_BEGINS = re.compile(
    "พระราชบัญญัติ|พระราชกำหนด|พระราชกฤษฎีกา|พระธรรมนูญ|ประมวล|รัฐธรรมนูญ|ธรรมนูญการปกครอง|กฎหมาย"
    "|ประกาศ|คำสั่ง|ระเบียบ|ข้อบังคับ|กฎกระทรวง|ข้อกำหนด"
)
_POINTING = re.compile(r"\s?(?P<own>นี้)|\s?(?P<said>ดังกล่าว|นั้น|เช่นว่า)")
_NOT_A_NAME = re.compile(
    r"$|[\s“”()\[\]]|(?:อื่น|กฎหมาย|ใด|หรือ|และ|ให้|โดย|แล้ว|ที่|ซึ่ง|ต่อ|ไม่|ตาม|ขึ้น|ของ|แห่ง|ฉบับ|เป็น|มา|ต้อง|จะ|ได้|ก่อน|ใหม่|ทั้ง|ใน|มี|เพื่อ|เท่า|แก้ไขเพิ่มเติม(?:ความ|ใน|มาตรา))"
)
_WITH_YEAR = re.compile(rf"(?P<name>[^“”\[\]\n]{{2,220}}?){_YEAR}")
_ANOTHER = re.compile(rf"{_ENACTED}|พระราชกฤษฎีกา|{_CODES}|รัฐธรรมนูญ(?!ว่าด้วย)|มาตรา\s?[0-9๐-๙]|กฎหมายว่าด้วย")
# Laws that change or promulgate another one carry its kind in their own names.
_ABOUT_ANOTHER = re.compile(rf"(?:แก้ไข(?:เพิ่มเติม)?|ให้ใช้(?:บทบัญญัติแห่ง)?|ว่าด้วย)?(?:{_ENACTED}|{_CODES})?")
_CALLED = re.compile(r"(?:เรียก|ใช้ชื่อ)\S{0,20}ว่า\s?[“\"]$")
_LONGEST_NAME = 400  # characters of a name without a year
_WORD_END = re.compile(r"[\s“”()\[\],;]|$")
_NUMBERED = re.compile(
    r"[^\s]{0,200}(?:\sฉบับที่\s?[0-9๐-๙/]+|\sที่\s?[0-9๐-๙/]+)?"
    r"(?:\s?ลงวันที่\s[^\s]+\s[^\s]+\s(?:พุทธศักราช|พ\.ศ\.)\s?[0-9๐-๙]+)?"
)
_THAT_MATTER = re.compile(r"(?:การ|เรื่อง)(?:นั้น|ดังกล่าว)")
_TITLED = re.compile(r"(?:ว่าด้วย|เรื่อง).*(?:พ\.\s?ศ\.|ฉบับที่|ลงวันที่)\s?[0-9๐-๙]")
_CONSTITUTION = re.compile(r"แห่งราชอาณาจักรไทย(?:\s?(?:\([^()]{2,40}\)\s?)?(?:พุทธศักราช|พ\.ศ\.)\s?[0-9๐-๙]{4})?")


@dataclass(frozen=True, slots=True)
class LawName:
    """A law named in the text. ``name`` empty: the text's own law; ``said``: "that law", named before."""

    start: int
    end: int
    name: str
    code: bool = False
    said: bool = False


def at(text: str, start: int) -> LawName | None:
    """The law named exactly at ``start``; None where no name stands there."""
    match = _ANY_LAW.match(text, start)
    return _read(text, match) if match else None


def find_all(text: str) -> list[LawName]:
    """Every law named in the text, in order, none inside another's name."""
    found: list[LawName] = []
    position = 0
    while (match := first(_ANY_LAW, _BEGINS, text, position)) is not None:
        law = None if _is_spoken_of(text, match) else _read(text, match)
        if law and match["rule"] and law.name and not _TITLED.search(law.name):
            law = None
        position = law.end if law else match.end()
        if law:
            found.append(law)
    return found


def _is_spoken_of(text: str, match: re.Match[str]) -> bool:
    """Whether a rule is not named, only spoken of: no title stands behind the word."""
    if match["rule"] is None or _POINTING.match(text, match.end()):
        return False
    return _TITLED.search(text, match.start(), match.end() + _LONGEST_NAME) is None


def _read(text: str, match: re.Match[str]) -> LawName | None:
    kind = str(match.lastgroup)
    if _CALLED.search(text[max(0, match.start() - 40) : match.start()]):
        return None  # the law gives itself its name
    pointing = _POINTING.match(text, match.end())
    if pointing:
        said = pointing["said"] is not None
        name = text[match.start() : pointing.end()] if said else ""
        return LawName(match.start(), pointing.end(), name, code=kind == "code", said=said)
    end = _END[kind](text, match)
    if end is None:
        return None
    return LawName(match.start(), end, text[match.start() : end], code=kind == "code")


def _end_of_enacted(text: str, match: re.Match[str]) -> int | None:
    """To the year, or to the first space or verb; None where no name follows (``ตราพระราชบัญญัติ``)."""
    start = match.end()
    if _NOT_A_NAME.match(text, start):
        return None
    dated = _WITH_YEAR.match(text, start)
    about = _ABOUT_ANOTHER.match(text, start)
    own_start = about.end() if about else start
    if dated and not _ANOTHER.search(text, own_start, dated.end("name")):
        return dated.end()
    return None if match["decree"] else _end_of_words(text, start)


def _end_of_code(text: str, match: re.Match[str]) -> int | None:
    if match[0] == "ประมวลรัษฎากร":
        return match.end()
    if _NOT_A_NAME.match(text, match.end()) and not text.startswith("ที่ดิน", match.end()):
        return None
    return _end_of_words(text, match.end())


def _end_of_subject(text: str, match: re.Match[str]) -> int | None:
    end = _end_of_words(text, match.end())
    return end if end > match.end() and not _THAT_MATTER.match(text, match.end()) else None


def _end_of_order(text: str, match: re.Match[str]) -> int | None:
    numbered = _NUMBERED.match(text, match.end())
    end = numbered.end() if numbered else match.end()
    return end if any(digit in "0123456789๐๑๒๓๔๕๖๗๘๙" for digit in text[match.end() : end]) else None


def _end_of_constitution(text: str, match: re.Match[str]) -> int:
    named = _CONSTITUTION.match(text, match.end())
    return named.end() if named else match.end()


def _end_of_rule(text: str, match: re.Match[str]) -> int | None:
    """``ระเบียบ… ว่าด้วย… พ.ศ. ๒๕๖๑``, ``ประกาศ… เรื่อง… ลงวันที่ …``: to the year, else to the first space."""
    if _NOT_A_NAME.match(text, match.end()):
        return None
    dated = _WITH_YEAR.match(text, match.end())
    if dated and _TITLED.search(dated[0]) and not _ANOTHER.search(text, match.end(), dated.end("name")):
        return dated.end()
    return _end_of_words(text, match.end())


def _no_name(text: str, match: re.Match[str]) -> None:
    """``กฎหมายดังกล่าว`` only points back."""


_END: dict[str, Callable[[str, re.Match[str]], int | None]] = {
    "enacted": _end_of_enacted,
    "decree": _end_of_enacted,
    "code": _end_of_code,
    "constitution": _end_of_constitution,
    "subject": _end_of_subject,
    "order": _end_of_order,
    "said": _no_name,
    "rule": _end_of_rule,
}
_STOP = re.compile(_GOING_ON)


def _end_of_words(text: str, start: int) -> int:
    """End of a name without a year: the first space, bracket or word that goes on with the sentence."""
    longest = min(len(text), start + _LONGEST_NAME)
    word_end = _WORD_END.search(text, start, longest)
    limit = word_end.start() if word_end else longest
    stop = _STOP.search(text, start + 2, limit)
    return stop.start() if stop else limit


def same_law(name: str, title: str) -> bool:
    """Whether a name means the law with this title; the year may be left out, spaces do not matter."""
    plain = (numerals.arabic(re.sub("พุทธศักราช", "พ.ศ.", words)) for words in (title, name))
    ours, theirs = (re.sub(r"\s+", "", words) for words in plain)
    if not ours or not theirs:
        return False
    return theirs in (ours, re.sub(r"(?:พ\.ศ\.|ร\.ศ\.)[0-9๐-๙.]+$", "", ours))
