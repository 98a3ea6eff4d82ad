"""Provisions quoted by an amending clause: what they cite is cited in the law that is amended."""

from __future__ import annotations

import re
from dataclasses import dataclass

from law.citing import laws

_AMENDS = re.compile(r"ความต่อไปนี้|ข้อความต่อไปนี้|เป็นดังนี้|ดังต่อไปนี้แทน")
_NEAR = 1_000  # characters behind the announcing words in which the law may still be named


@dataclass(slots=True)
class Quoting:
    """Follows the quotation marks of amending clauses from line to line of a section."""

    amended: laws.LawName | None = None
    depth: int = 0

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Parts of the next line that stand in the quotation of an amending clause; remembers what stays open."""
        if "“" not in text and not self.depth and "ต่อไปนี้" not in text and "เป็นดังนี้" not in text:
            return []
        found: list[tuple[int, int]] = []
        start = 0
        amends = _AMENDS.search(text)
        said = amends.end() if amends else len(text) + 1  # where the words stand that announce a quotation
        named = _named(text[: said + _NEAR]) if amends else []
        announced = self.depth > 0 or self.amended is not None
        for place, character in enumerate(text):
            if character == "“":
                announced = announced or said <= place
                if self.depth == 0:
                    start = place + 1
                    if said <= place:
                        self.amended = next((law for law in named if law.end <= place), self.amended)
                self.depth += 1 if announced else 0
            elif character == "”" and self.depth:
                self.depth -= 1
                if self.depth == 0:
                    found.append((start, place))
        if self.depth:
            found.append((start, len(text)))
        elif amends:
            self.amended = next(iter(_named(text)), self.amended)
        return found


def _named(text: str) -> list[laws.LawName]:
    return [law for law in laws.find_all(text) if law.name and not law.said]
