"""Where a drafter should say what becomes of those in office: membership of a board or committee that changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from law.act import Act

MEMBERS_IN_OFFICE = "members_in_office"  # who sits on the board changes: until when do the present members stay?
BOARD_ABOLISHED = "board_abolished"  # the board goes: what becomes of its members, business and decisions?
BOARD_ESTABLISHED = "board_established"  # a new board: who acts until its first members are appointed?

_BOARD = re.compile(
    r"(?P<board>คณะ(?:อนุ)?กรรมการ\S*?|สภา\S*?)(?:\s*(?:คณะหนึ่ง|เรียกว่า\s*“[^”]*”|ขึ้น|เรียกโดยย่อว่า\s*“[^”]*”))*"
    r"[\s,]*(?:ซึ่ง|อัน)?ประกอบด้วย"
)

_SETS_UP = re.compile(r"(?:แต่งตั้ง|จัดตั้ง|ตั้ง|มี)(?=คณะ)")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to the drafter: its code, the section it is about, and the board."""

    code: str
    address: str
    board: str


def transitional_prompts(old: Act, new: Act) -> tuple[Prompt, ...]:
    """One prompt for each board whose composition differs between the two editions."""
    return tuple(_prompts(old, new))


def _prompts(old: Act, new: Act) -> Iterator[Prompt]:
    before, after = old.sections(), new.sections()
    for address in dict.fromkeys((*before, *after)):
        was = before[address].text if address in before else ""
        now = after[address].text if address in after else ""
        if was == now:
            continue
        stood, stands = _board(was), _board(now)
        if stood and stands:
            yield Prompt(MEMBERS_IN_OFFICE, address, stands)
        elif stood or stands:
            yield Prompt(BOARD_ABOLISHED if stood else BOARD_ESTABLISHED, address, stood or stands)


def _board(text: str) -> str:
    match = _BOARD.search(text)
    # คณะกรรมการแต่งตั้งคณะอนุกรรมการ…: the board is the one that is set up.
    return _SETS_UP.split(match["board"])[-1] if match else ""
