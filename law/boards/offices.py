"""Lists of offices: where one ends and the next begins, though names of ministries hold spaces and ``และ``."""

from __future__ import annotations

import re

from law import numerals
from law.boards import numbers

# What an entry of a composition can begin with.
_OFFICES = (
    "นายกรัฐมนตรี|รองนายก|รัฐมนตรี|ปลัด|รองปลัด|อธิบดี|รองอธิบดี|เลขาธิการ|รองเลขาธิการ|ผู้ช่วยเลขาธิการ|เลขานุการ(?=คณะ|รัฐ|กรม|สภา|$|\\s|คนหนึ่ง|หนึ่งคน|และ)|"
    "ผู้อำนวยการ|รองผู้อำนวยการ|ผู้ว่าการ|รองผู้ว่า|ผู้ว่าราชการ|ผู้จัดการ|รองผู้จัดการ|ประธาน|รองประธาน|นายก|อุปนายก|"
    "ผู้บัญชาการ|รองผู้บัญชาการ|ผู้บังคับ|ผู้กำกับ|เจ้ากรม|จเร|อัยการ|รองอัยการ|เสนาธิการ|คณบดี|อธิการ|รองอธิการ|หัวหน้า|"
    "ผู้บริหารสูงสุด|นายอำเภอ|กำนัน|ผู้ใหญ่บ้าน|นายแพทย์|นายทะเบียน|นายด่าน|นายสถานี|เทศมนตรี|นายช่าง|ผู้พิพากษา|ผู้ตรวจ|ราชเลขา|สมุห|ศึกษาธิการ|"
    "เจ้าพนักงาน|กรรมการผู้จัดการ|กรรมการผู้อำนวยการ|ผู้รักษาการ|สาธารณสุข(?=จังหวัด|อำเภอ)|(?:ธนารักษ์|สรรพากร|สรรพสามิต)(?=พื้นที่)|ตุลาการ|"
    "แม่ทัพ|แม่กอง|เจ้าคณะ|เจ้าอาวาส|สารวัตรกำนัน|ท้องถิ่นจังหวัด|ปฏิรูปที่ดินจังหวัด|ผู้สั่งราชการ|ประมุข|ผู้ตรวจการ|ผู้แทนการค้า|ราชบัณฑิต|ผู้นำฝ่ายค้าน|พัศดี|ผู้คุม|เหรัญญิก"
)
# Kinds of people whose number stands with them: แพทย์หนึ่งคน พยาบาลสองคน.
PROFESSIONS = (
    "แพทย์|ทันตแพทย์|สัตวแพทย์|เภสัชกร(?!รม)|พยาบาล|วิศวกร(?!รม)|สถาปนิก|ทนายความ|นักกฎหมาย|นักบัญชี|"
    "เกษตรกร(?!รม|ุง)|นายทหาร|นายตำรวจ|พระภิกษุ|คฤหัสถ์"
)
_GROUPS = (
    f"{PROFESSIONS}|"
    "ผู้แทน|ตัวแทน|ผู้ทรงคุณวุฒิ|กรรมการ|อนุกรรมการ|สมาชิก|ผู้บริหาร|ผู้นำ|ผู้ช่วย|บุคคล|ข้าราชการ|พนักงาน|เจ้าหน้าที่|เจ้าของ|ครู|อาจารย์|"
    "ผู้ซึ่ง|ผู้ที่|ผู้มี|ผู้ประกอบ|ผู้รับใบอนุญาต|ผู้เชี่ยวชาญ|คณาจารย์|นักวิชาการ|ศาสตราจารย์|ราษฎร|ผู้ได้รับ|ที่ปรึกษา|ผู้ปกครอง|ศิษย์เก่า|ผู้ดำรง"
)
# Local offices have no title of their own: พาณิชย์จังหวัด, อุตสาหกรรมจังหวัด, โยธาธิการและผังเมืองจังหวัด.
_LOCAL = (
    r"(?!หอการค้า|ซึ่ง|ที่|โดย|หรือ|สภา|สมาคม|องค์การ|องค์กร|สำนักงาน|ชมรม|กลุ่ม|ศาล|ใน|ของ|ประจำ|คณะ|และ)"
    r"[ก-๙]{3,60}?(?:จังหวัด|อำเภอ)(?=$|\s|\*|และ[ก-๙]|เป็น|ซึ่ง|ที่|หรือ)"
)
HEADS = rf"{_OFFICES}|{_GROUPS}"
_STRONG = re.compile(rf"(?:{_OFFICES})")
_ANY = re.compile(rf"(?:{_OFFICES}|{_GROUPS}|{_LOCAL})")
_TITLED = re.compile(rf"(?:{_OFFICES}|{_GROUPS})")
# Words after which a list can not go on: what follows belongs to them.
_GOES_ON = re.compile(
    r"(?:หรือ|จาก|ของ|กับ|ซึ่ง|(?<!พื้น)(?<!หน้า)(?<!ท้อง)(?<!ประจำ)(?<!สถาน)ที่|โดย|ตาม|ต่อ|แก่|แห่ง|ของจำนวน\S*)$"
)
_ALTERNATIVES = re.compile(r"ดำรงตำแหน่ง|เป็นหรือเคยเป็น")
_CLEAR_GROUP = re.compile(r"(?:ผู้ทรงคุณวุฒิ|(?:อนุ)?กรรมการ)")
# A body that can be represented: a list may leave ผู้แทน out before the second one.
BODY = re.compile(
    r"(?:กระทรวง|ทบวง|กรม|สำนัก|กอง(?!ทุน)|สภา|สมาคม|สมาพันธ์|ธนาคาร|สถาบัน|องค์การ|องค์กร|มหาวิทยาลัย|บริษัท|มูลนิธิ|คณะกรรมการ|"
    r"หอการค้า|สหพันธ์|สหภาพ|ที่ประชุม|ศูนย์|วิทยาลัย|ราชวิทยาลัย|เทศบาล|กรุงเทพมหานคร|กองทัพ|สหกรณ์|ชุมนุม|สันนิบาต|การ\S+แห่งประเทศไทย|"
    r"ศาล|แพทยสภา|ตลาดหลักทรัพย์|ชมรม|กลุ่ม|เครือข่าย|ฝ่าย|สโมสร|โรงพยาบาล|รัฐวิสาหกิจ|หน่วยงาน|ผู้)"
)
_RANKS = ("กอง", "กรม", "สำนักงาน", "ทบวง", "กระทรวง")
_JOINT = re.compile(
    r"\s?(?:และ\s?)?\([0-9๐-๙]{1,2}\)\s?|"  # items within a sentence
    r"\s(?:(?:และ|กับ|ตลอดจน|รวมทั้ง(?!หมด|สิ้น)|พร้อมด้วย)\s?)?(?:ให้\s?)?|(?:และ|(?<!เท่า)กับ(?!ทุน)|ตลอดจน|รวมทั้ง(?!หมด|สิ้น))\s?"
)
_FROM_CLAUSE = re.compile(
    r"(?:แต่งตั้ง|เลือก|สรรหา|เลือกตั้ง|คัดเลือก|ได้รับ\S*|พิจารณา|เสนอ|มา|โดย\S{0,30})จาก|ซึ่งมี(?!ที่ตั้ง|สำนักงาน|เขต)|ผู้มี(?=ความ)|ผู้ซึ่งมี"
)
_OF_DELEGATES = re.compile(r"(?:อนุ)?กรรมการ(?:ซึ่ง|ที่)มาจากผู้แทน")
# ``โดยต้องมีนักวิจัย … ผู้แทนภาคประชาชนรวมอยู่ด้วย``: who is to be among them, nobody new.
# โดยมีสัดส่วนของผู้แทนภาครัฐและผู้ทรงคุณวุฒิที่ใกล้เคียงกัน: the same.
_MUST_INCLUDE = re.compile(r"(?:โดย|และ|ซึ่ง)(?:จะ)?ต้องมี|โดยมีสัดส่วน")
_INCLUDED = re.compile(r"[^\n]{0,150}?(?:(?:รวม|ร่วม)อยู่ด้วย|ใกล้เคียงกัน|เท่ากัน)")
_FROM_OFFICES = re.compile(rf"จาก(?P<holders>ผู้ดำรงตำแหน่ง)?(?:{_OFFICES}|คณบดี)")
# Members who are there already: โดยคำแนะนำของ … และกรรมการตาม (๒); ผู้ทรงคุณวุฒิดังกล่าว.
_THERE_ALREADY = re.compile(r"(?:(?:อนุ)?กรรมการ|ผู้ทรงคุณวุฒิ)[ก-๙]{0,30}\s?(?:ตาม\s?\(|ดังกล่าว)")
# กระทรวง ข behind รัฐมนตรีว่าการกระทรวง ก: the head is said once.
_OF_MINISTRY = re.compile(r"(?:(?:รัฐมนตรี(?:ช่วย)?ว่าการ|ปลัด)?(?:กระทรวง|ทบวง))")
_OF_DEPARTMENT = re.compile(r"(?:อธิบดี)?กรม")
_VERB_AFTER = re.compile(r"(?:(?!ซึ่ง|ที่)\S){0,60}?(?:แต่งตั้ง|กำหนด|เห็นชอบ|ประกาศ|มอบหมาย(?!เป็น)|เสนอ)(?:ก็ได้)?(?:$|\s|จาก)")


_COUNTED = re.compile(r"(?:คน|รูป|นาย)\s?$")
_NEXT_COUNTED = re.compile(
    r"(?!การ|ด้าน|ต้อง|ไม่|ใน|จะ|อีก|ทั้ง|สาขา|ฝ่าย|ให้|โดย|จาก|มี)[ก-๙]{3,60}?\s?(?:จำนวน|อีก)[^\s]{2,30}?(?:คน|รูป|นาย)"
)
_KIND_COUNTED = re.compile(
    rf"(?:{PROFESSIONS}|นัก)[ก-๙]{{0,20}}?\s?(?:{numerals.NUMBER_WORD_PATTERN}|[0-9๐-๙]+)\s?(?:คน|รูป|นาย)"
)
_PEOPLES_BODY = re.compile(r"(?:สภา|สมาคม|ชมรม|สหภาพ|สโมสร)[ก-๙]{3,30}$")
_ONLY_PEOPLE = re.compile(
    r"(?:พนักงาน|ข้าราชการ|เจ้าหน้าที่|คณาจารย์|อาจารย์|ครู|ลูกจ้าง|ผู้ปกครอง|ศิษย์เก่า|สมาชิก)[ก-๙]{0,30}(?=$|\s|เป็น)"
    r"(?!\s?(?:จำนวน|อีก|ไม่))"
)


def begins_entry(text: str, start: int = 0) -> bool:
    """Whether an entry of a composition can begin here."""
    return _ANY.match(text, start) is not None


def names_office(text: str, start: int) -> bool:
    """Whether an office begins here, no group of people."""
    return _STRONG.match(text, start) is not None


def entries(text: str) -> list[tuple[int, int]]:
    """Spans of the entries of a list, the words that join them left out."""
    cuts = [(0, 0)]
    position = 0
    while (joint := _JOINT.search(text, position)) is not None:
        if joint.end() > joint.start() and _begins_next(text, cuts[-1][1], joint):
            cuts.append((joint.start(), joint.end()))
            position = joint.end()
        else:
            position = joint.start() + 1
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    spans = [(end, next_start) for (_, end), next_start in zip(cuts, ends, strict=True)]
    return [(start, end) for start, end in spans if text[start:end].strip()]


def _begins_next(text: str, entry_start: int, joint: re.Match[str]) -> bool:
    """Whether a new entry begins behind a joint, given where the present one began."""
    before = text[entry_start : joint.start()]
    if before.endswith("หรือผู้แทน") and joint[0].strip() != joint[0]:
        return True
    heads = _ANY if joint[0].strip() != joint[0] else _TITLED
    if not before.strip() or _GOES_ON.search(before):
        return False
    if heads.match(text, joint.end()) is None:
        return _begins_counted(text, before, joint) or _shares_head(before, text, joint.end())
    if _THERE_ALREADY.match(text, joint.end()) and _FROM_CLAUSE.search(before):
        return False
    if joint[0] == "และ" and _is_name_of_body(before, text[joint.end() :]):
        return False
    if _ALTERNATIVES.search(before) and not any(character in before for character in ("จำนวน", "คน")):
        return False
    if before.count("(") > before.count(")"):
        return False
    if _MUST_INCLUDE.search(before) and _INCLUDED.match(text, joint.end()):
        return False
    if _FROM_CLAUSE.search(before, 1):
        return _begins_behind_source(text, before, joint.end())
    return not (joint[0].strip() == "" and _only_verb(text, joint.end()))


def _begins_behind_source(text: str, before: str, start: int) -> bool:
    """Whether a new entry begins behind one that says from whom it is chosen."""
    if _OF_DELEGATES.match(before) and text.startswith("ผู้แทน", start):
        return True
    if _is_told_in_parts(before):
        return False
    strong = not _names_sources(before) and _STRONG.match(text, start)
    return bool(_CLEAR_GROUP.match(text, start)) or (bool(strong) and not _VERB_AFTER.match(text, start))


def _names_sources(before: str) -> bool:
    """``ซึ่งเลือกจากผู้ดำรงตำแหน่งรองอธิการบดี คณบดี``: offices to choose from; their own number ends such a list."""
    source = _FROM_OFFICES.search(before)
    if source is None or not source["holders"]:
        return source is not None
    first = next(numbers.quantities(before), None)
    return first is None or first.start < source.start()


def _is_told_in_parts(before: str) -> bool:
    """``จำนวนสามคน ซึ่งเลือกจากคณาจารย์หนึ่งคน …``: the parts named so far do not make up the number yet."""
    found = [quantity for quantity in numbers.quantities(before) if not quantity.each]
    parts = sum(quantity.maximum or 0 for quantity in found[1:])
    return len(found) > 1 and found[0].minimum == found[0].maximum and parts < (found[0].minimum or 0)


def _begins_counted(text: str, before: str, joint: re.Match[str]) -> bool:
    """``พระภิกษุสามรูป และกรรมาธิการอีกสองคน``: behind a number of people, people of another kind with theirs."""
    if "และ" in joint[0] and _COUNTED.search(text, 0, joint.start()) and _NEXT_COUNTED.match(text, joint.end()):
        return True
    if _KIND_COUNTED.fullmatch(before) is None:
        return False
    return _KIND_COUNTED.match(text, joint.end()) is not None or text.startswith("นัก", joint.end())


def _shares_head(before: str, text: str, start: int) -> bool:
    """``รัฐมนตรีว่าการกระทรวงการคลัง กระทรวงพาณิชย์ และกระทรวงมหาดไทย``: one head for several ministries."""
    return any(kind.match(before) and kind.match(text, start) for kind in (_OF_MINISTRY, _OF_DEPARTMENT))


def _is_name_of_body(before: str, behind: str) -> bool:
    """``ประธานสภาคณาจารย์และพนักงาน``: whose body it is, not one more entry."""
    return _PEOPLES_BODY.search(before) is not None and _ONLY_PEOPLE.match(behind) is not None


def _only_verb(text: str, start: int) -> bool:
    """``ตามที่ รัฐมนตรีกำหนด``: an office that only does something."""
    return re.match(r"[ก-๙]{2,60}?(?:กำหนด|เห็นสมควร|เห็นชอบ|ให้ความ)", text[start : start + 60]) is not None


def bodies(text: str, *, each: bool) -> list[tuple[int, int]]:
    """Spans of the bodies in ``ผู้แทนกระทรวง ก กระทรวง ข และสำนักงาน ค`` (the words behind ผู้แทน).

    ``each``: the list ends ``แห่งละหนึ่งคน``, so that every body is one of its own. Else a higher body behind a lower
    one (``กรมอนามัย กระทรวงสาธารณสุข``) says whose it is.
    """
    spans = [(0, len(text))]
    for joint in re.finditer(r"\s(?:และ|กับ)?\s?|(?:และ|กับ)", text):
        start, _ = spans[-1]
        head = BODY.match(text, joint.end())
        if head is None or joint.start() <= start or not BODY.match(text, start):
            continue
        if "และ" in joint[0] and joint[0].strip() == joint[0] and not each:
            continue
        if each or _same_rank(text[start:], text[joint.end() :]):
            spans[-1] = (start, joint.start())
            spans.append((joint.end(), len(text)))
    return spans


def _same_rank(first: str, second: str) -> bool:
    ranks = [next((rank for rank, word in enumerate(_RANKS) if text.startswith(word)), -1) for text in (first, second)]
    return ranks[0] == ranks[1] and ranks[0] >= 0
