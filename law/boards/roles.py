"""Words that make someone a member: ``เป็นประธานกรรมการ``, ``เป็นกรรมการและเลขานุการ``, ``กรรมการโดยตำแหน่ง ได้แก่``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from law.boards import offices
from law.boards.model import Role

_TAIL = (
    r"(?:(?!จำนวน|ไม่เกิน|ไม่น้อย|อีก|และ|(?<!กำ)กับ|โดย|ซึ่ง|เพื่อ|ด้วย|ตาม|มี|ให้|ทั้งนี้|ก็|ได้แก่|คือ|ใน|ที่|"
    r"คนหนึ่ง|คนที่|หนึ่งคน|ผู้ช่วย|ได้)[^\s“”()*])*"
)
_MEMBER = r"(?:อนุ)?กรรมการ"
_SEATED = rf"(?:{_MEMBER}|สมาชิก)"  # a council has สมาชิกและเลขานุการ
# An office that follows a role without a space: เป็นประธานกรรมการปลัดจังหวัด เป็นรองประธานกรรมการ.
_GLUED = r"(?=ปลัด(?!ลำดับ)|อธิบดี|รัฐมนตรีว่า|ผู้ว่าราชการ|ผู้บัญชาการ)"
_GLUED_TO_CHAIR = rf"(?:{_GLUED}|(?=ผู้แทน|เลขาธิการ|ผู้อำนวยการ|พนักงาน))"
_ROLE = re.compile(
    rf"""(?P<mark>\s?(?<!ซึ่ง)(?<!เคย)(?<!ต้อง)(?<!มิได้)(?<!ไม่)(?<!ต่อการ)(?<!จากการ)(?:ให้)?
            (?:(?:ทำหน้าที่|มีฐานะ|ถือว่า)?เป็น\s?|ทำหน้าที่(?=(?:{_SEATED}และ)?(?:ผู้ช่วย)?เลขานุการ))
        |(?P<named>(?:แต่งตั้ง|จัดให้มี|ให้มี)(?:ให้มี)?\s?(?=(?:ผู้ช่วย)?เลขานุการ)|(?:\s|(?<=คน)|(?<=หนึ่ง))(?:และ|กับ)\s?(?=ผู้ช่วยเลขานุการ)))(?:
    (?P<both>เลขานุการและ(?:เป็น)?ผู้ช่วยเลขานุการ{_TAIL})
    | (?P<assistant_member>{_SEATED}(?:สภา\S{{0,40}}?)?{_TAIL}และผู้ช่วยเลขานุการ{_TAIL}(?:\s?คนที่\s?\S+)?)
    | (?P<secretary_member>{_SEATED}(?:สภา\S{{0,40}}?)?{_TAIL}และ(?:เป็น)?เลขานุการ{_TAIL}(?:(?<=ของ)\s?คณะ{_TAIL})?
        |เลขานุการและ(?:เป็น)?{_MEMBER}(?=$|\s|ด้วย))
    | (?P<assistant>ผู้ช่วยเลขานุการ{_TAIL}(?:\s?คนที่\s?\S+)?)
    | (?P<secretary>เลขานุการ(?:(?:ของ\s?|\s)(?:[ก-ฮ]{{1,5}}\.)+|{_TAIL}))
    | (?P<vice>รองประธาน(?:{_MEMBER})?{_GLUED_TO_CHAIR}|(?:รองประธาน|อุปนายกสภา|อุปนายก){_TAIL}(?:\s?คนที่\s?\S+)?)
    | (?P<chair>ประธาน(?:{_MEMBER})?{_GLUED_TO_CHAIR}|(?:ประธาน(?!ใน)|นายกสภา){_TAIL})
    | (?P<member>{_MEMBER}(?:{_GLUED}|{_TAIL}(?:โดยตำแหน่ง)?))
    )(?P<joint>ร่วม(?:กัน)?)?""",
    re.VERBOSE,
)
_BARE_ROLE = re.compile(
    rf"""(?P<mark>\s(?P<named>(?!))?)(?:(?P<both>(?!))
    | (?P<assistant_member>{_MEMBER}และผู้ช่วยเลขานุการ)
    | (?P<secretary_member>{_MEMBER}และเลขานุการ)
    | (?P<assistant>ผู้ช่วยเลขานุการ)
    | (?P<secretary>เลขานุการ)
    | (?P<vice>รองประธาน{_MEMBER})
    | (?P<chair>ประธาน{_MEMBER})
    | (?P<member>{_MEMBER})
    )(?P<joint>ร่วม)?(?=\s*$|\s(?:และ|กับ)?\s?(?:{offices.HEADS}))""",
    re.VERBOSE,
)
# กรรมการโดยตำแหน่ง จำนวนหกคน ได้แก่ …
LEAD = re.compile(
    rf"(?P<words>(?:รองประธาน|ประธาน|นายกสภา|อุปนายก)?(?:{_MEMBER}|ผู้แทน|ผู้ทรงคุณวุฒิ|บุคคล|ที่ปรึกษา|(?:ผู้ช่วย)?เลขานุการ)?[^“”()]{{0,160}}?)"
    r"\s?(?:ซึ่ง)?(?:ได้แก่|คือ|ประกอบด้วย|ดังต่อไปนี้|ดังนี้)\s?(?::|-)?\s?"
)
_BOARD_CHAIR = re.compile(
    r"ประธาน(?:(?:อนุ)?กรรมการ)?(?=$|\s|คนหนึ่ง|หนึ่งคน|รูปหนึ่ง|หนึ่งรูป|จำนวน|ซึ่ง|ที่(?!ประชุม|ปรึกษา)|และ|สรรหา|แต่งตั้ง|ได้รับ|\*)"
)

_COUNCIL_CHAIR = re.compile(r"(?:ประธาน|นายก)สภา(?=$|\s|คนหนึ่ง|หนึ่งคน|จำนวน|ซึ่ง|ที่|\*)")
_BOARD_VICE = re.compile(r"รองประธาน(?:(?:อนุ)?กรรมการ)?(?=$|\s|คน|จำนวน|หนึ่ง|สอง|ซึ่ง|อีก|ไม่เกิน|และ)|อุปนายกสภา")


@dataclass(frozen=True, slots=True)
class Mark:
    """A role that the words give, with where the words stand. ``named``: someone is to be appointed as
    such, without saying who (``แต่งตั้งผู้ช่วยเลขานุการ``).
    """

    role: Role
    has_seat: bool
    start: int
    end: int
    both: bool = False
    by_office: bool = False
    named: bool = False


_KINDS = (
    ("both", Role.SECRETARY, False),
    ("assistant_member", Role.ASSISTANT, True),
    ("secretary_member", Role.SECRETARY, True),
    ("assistant", Role.ASSISTANT, False),
    ("secretary", Role.SECRETARY, False),
    ("vice", Role.VICE_CHAIR, True),
    ("chair", Role.CHAIR, True),
    ("member", Role.MEMBER, True),
)


def marks(text: str) -> list[Mark]:
    """Every role given in the text by ``เป็น…``, in order."""
    given = [_mark(match) for match in _ROLE.finditer(text) if not _is_description(text, match)]
    return given or _bare_marks(text)


def _bare_marks(text: str) -> list[Mark]:
    """Roles in the manner of an order of appointment, without เป็น: ``ปลัดกระทรวง ประธานกรรมการ``."""
    if not offices.begins_entry(text.strip()) or _BARE_ROLE.match(f" {text.strip()}"):
        return []
    return [_mark(match) for match in _BARE_ROLE.finditer(text)]


def _mark(match: re.Match[str]) -> Mark:
    for name, role, seat in _KINDS:
        if match[name]:
            return Mark(
                role,
                seat,
                *match.span(),
                both=name == "both",
                by_office="โดยตำแหน่ง" in match[0],
                named=bool(match["named"]),
            )
    raise AssertionError(match[0])


def _is_description(text: str, match: re.Match[str]) -> bool:
    """``ผู้ซึ่งเคยเป็นกรรมการ``, ``เลือกเป็นกรรมการ…จำนวนสองคน``: the role describes people, it does not make them members."""
    before = text[: match.start()]
    if (
        match["member"]
        and re.search(r"(?:แต่งตั้ง|เลือก|เสนอชื่อ|สมควร)\S{0,12}$", before)
        and "ซึ่ง" not in before
        and "ให้" not in before
    ):
        return True
    return bool(
        re.search(
            r"(?:เชิญ\S{0,20}|ที่จะ|เคย|ผู้ซึ่ง|ผู้ที่|บุคคลซึ่ง|บุคคลที่|ผู้ดำรงตำแหน่ง|ได้รับการแต่งตั้ง|ได้รับเลือก(?:ตั้ง)?ให้|ต้องไม่|ให้ถือว่า(?!เลขานุการ)\S{0,30})$",
            before,
        )
    )


def is_vice_words(words: str, board: str) -> bool:
    """Whether an entry is a vice-chair appointed without an office: ``รองประธานกรรมการ จำนวนสองคน``."""
    return _BOARD_VICE.match(words) is not None or re.match(rf"รองประธาน{re.escape(board)}(?=$|\s)", words) is not None


def is_chair_words(words: str, board: str) -> bool:
    """Whether an entry is the chair itself, appointed without an office: ``ประธานกรรมการ ซึ่งคณะรัฐมนตรีแต่งตั้ง``."""
    match = _BOARD_CHAIR.match(words)
    if match:
        return True
    if board.startswith("สภา") and _COUNCIL_CHAIR.match(words):
        return True
    own = board.removeprefix("คณะ")
    candidates = (f"ประธาน{own}", f"นายก{board}", f"ประธาน{board}", f"ประธาน{own[: len('กรรมการบริหาร')]}")
    head = re.match(r"[^\s*]*?(?=$|\s|คนหนึ่ง|หนึ่งคน|จำนวน|ซึ่ง|ที่|และ|\*)", words)
    if head and len(head[0]) > len("ประธาน") and head[0] in candidates:
        return True
    return re.match(rf"ประธาน{re.escape(board)}(?=$|\s)", words) is not None or _short_name(words, own)


def _short_name(words: str, own: str) -> bool:
    """``ประธานกรรมการจรรยาบรรณ`` of ``คณะกรรมการจรรยาบรรณวิชาชีพ``: a short name of the board."""
    match = re.match(r"ประธาน((?:อนุ)?กรรมการ[ก-๙]{0,30}?)(?=$|\s|คนหนึ่ง|หนึ่งคน|จำนวน|ซึ่ง|และ(?:อนุ)?กรรมการ)", words)
    return bool(match and own.startswith(match[1]))
