"""A board as the documented JSON of ``python -m law board``."""

from __future__ import annotations

import re
from typing import Any

from law.boards.member import is_unnamed
from law.boards.model import Board, Member, Role, Source, numbers_of


def as_json(board: Board) -> dict[str, Any]:
    """The documented shape; see "Boards" in the contract for what each field counts."""
    seated = [member for member in board.of_role(Role.MEMBER) if member.has_seat]
    secretaries = list(board.of_role(Role.SECRETARY))
    total = board.total
    return {
        "board": board.name,
        "chair": _chair(board),
        "vice_chairs": [
            _person(member) for member in board.of_role(Role.VICE_CHAIR) for _ in range(member.maximum or 1)
        ],
        "ex_officio": [member.office for member in seated if member.source is Source.OFFICE],
        "representatives": [
            {"of": member.office, "min": member.minimum, "max": member.maximum}
            for member in seated
            if member.source is Source.REPRESENTATIVE
        ],
        "experts": _range([member for member in seated if member.source is Source.EXPERT]),
        "others": [
            {"office": member.office, "min": member.minimum, "max": member.maximum}
            for member in seated
            if member.source is Source.OTHER
        ],
        "secretary": " และ".join(_as_written(member) for member in secretaries) or None,
        "secretary_is_member": any(one.has_seat or _is_one_of_them(one, seated) for one in secretaries),
        "assistant_secretaries": _range(list(board.of_role(Role.ASSISTANT))),
        "total_members": {"min": total[0], "max": total[1]},
    }


def _is_one_of_them(secretary: Member, seated: list[Member]) -> bool:
    """``แต่งตั้งกรรมการคนหนึ่งเป็นเลขานุการ``, or one of a class that sits there (รองอธิการบดี): who has a seat already."""
    if re.match(r"(?:อนุ)?กรรมการ(?!อื่น)|สมาชิก(?=$|สภา)", secretary.office):
        return True
    return any(secretary.office == one.office and one.maximum != 1 for one in seated)


def _range(members: list[Member]) -> dict[str, int | None]:
    minimum, maximum = numbers_of(members)
    return {"min": minimum, "max": maximum}


def _chair(board: Board) -> str | None:
    chair = next(board.of_role(Role.CHAIR), None)
    return _person(chair) if chair else None


def _person(member: Member) -> str:
    """The office; ``ประธานกรรมการ`` where someone is appointed without one."""
    if not is_unnamed(member.words or member.office) and member.office not in ("ประธาน", "รองประธาน"):
        return _as_written(member)
    return "ประธานกรรมการ" if member.role is Role.CHAIR else "รองประธานกรรมการ"


def _as_written(member: Member) -> str:
    return f"ผู้แทน{member.office}" if member.source is Source.REPRESENTATIVE else member.office
