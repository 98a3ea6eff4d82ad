"""Text as the setter gets it: a stand-in for every sign in its place, and back from what the setter wrote.

The stand-ins are cuneiform: a script that no font of ours has, so that no text can hold one, read from left to right,
not shaped, and without a place between two of its characters where a line may end (Unicode Standard Annex 14, class
AL). So a line ends only at a space or where ``BREAK`` stands. Characters for private use would be the usual choice;
PDF/A forbids them.
"""

from __future__ import annotations

import atexit
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from documents.pdf.typeface import WEIGHTS, Sign, Weight, syllables

BREAK, BOUND_SPACE = "\u200b", "\u00a0"
# Cuneiform, its numbers and the early dynastic signs; without the dividers of words, at which a line may end.
_CUNEIFORM = (*range(0x12000, 0x1239A), *range(0x12400, 0x1246F), *range(0x12480, 0x12544))
_STAND_IN = re.compile(f"[{chr(_CUNEIFORM[0])}-{chr(_CUNEIFORM[-1])}]")
_STOOD_IN = re.compile(f"[{_STAND_IN.pattern[1:-1]} {BREAK}]*")
# Letters of other languages stay as they are: they are few in a law, and the stand-ins are not enough for all.
_STAY = re.compile("[ \u0080-\u036f\u1e00-\u1eff]")
_SYLLABLE = re.compile("[\u0e01-\u0e2e][\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e]{1,2}")


@dataclass(frozen=True)
class Typeface:
    """Its fonts, and the stand-ins of their signs.

    ``syllables``: by letters that are shaped together; ``letters``: by code point; ``told``: back, the letters of each.
    """

    folder: Path
    syllables: dict[str, str]
    letters: dict[int, str]
    told: dict[str, str]


@cache
def typeface() -> Typeface:
    """The fonts, derived once in each process (a quarter of a second)."""
    weights = [Weight(name) for name in WEIGHTS]
    known = _Known()
    letters = {
        ord(letter): known.stand_in([each.letter(letter) for each in weights]) for letter in _stood_in(weights[0])
    }
    joined = {text: known.stand_ins([each.syllable(text) for each in weights]) for text in syllables()}
    bound = known.stand_in([each.letter(" ") for each in weights])
    folder = Path(mkdtemp(prefix="rangkae-typeface-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    for place, weight in enumerate(weights):
        weight.derive(folder, {code: signs[place] for signs, code in known.codes.items()})
    told = {chr(code): signs[0].letters for signs, code in known.codes.items()}
    return Typeface(folder, joined, letters | {ord(BOUND_SPACE): bound}, told)


def _stood_in(weight: Weight) -> Iterator[str]:
    return (letter for letter in weight.letters if letter != BOUND_SPACE and not _STAY.match(letter))


class _Known:
    """The signs that have a stand-in; a sign is one of each weight."""

    def __init__(self) -> None:
        self.codes: dict[tuple[Sign, ...], int] = {}
        self._free = iter(_CUNEIFORM)

    def stand_in(self, signs: list[Sign]) -> str:
        key = tuple(signs)
        if key not in self.codes:
            self.codes[key] = next(self._free)
        return chr(self.codes[key])

    def stand_ins(self, weights: list[tuple[Sign, ...]]) -> str:
        return "".join(self.stand_in(list(signs)) for signs in zip(*weights, strict=True))


def stood_in(text: str) -> str:
    """The text in stand-ins. Spaces stay, and a line may end at them; at one that does not part (U+00A0) it may not."""
    face = typeface()
    return _SYLLABLE.sub(lambda found: _placed(found[0], face), text).translate(face.letters)


def _placed(syllable: str, face: Typeface) -> str:
    """The stand-ins of what is shaped together; marks that no syllable has stand as they do alone."""
    if syllable in face.syllables:
        return face.syllables[syllable]
    shorter = face.syllables.get(syllable[:-1])
    return syllable if shorter is None else shorter + syllable[-1]


def told(text: str) -> str:
    """The letters behind the stand-ins, without the places where a line may end."""
    face = typeface()
    return _STAND_IN.sub(lambda found: face.told.get(found[0], found[0]), text.replace(BREAK, ""))


def only_stand_ins(text: str) -> bool:
    """Whether every letter of it has a sign of its own."""
    return _STOOD_IN.fullmatch(text) is not None
