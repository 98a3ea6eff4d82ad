"""The text of an act -> its tree, with a ledger: every character is placed or reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from law.act import Act
from law.reading.decoding import NotText, decode
from law.reading.ledger import Ledger, balance
from law.reading.lines import paragraphs
from law.reading.marked import MarkedReader
from law.reading.normalise import Mends, mend
from law.reading.oddities import Oddity, find_oddities
from law.reading.structure import Reader

__all__ = ["Ledger", "NotText", "Oddity", "Reading", "decode", "read_act", "read_with"]


R = TypeVar("R", bound=Reader)


@dataclass(frozen=True, slots=True)
class Reading:
    """An act as read. ``normalised``: places mended, by code (``sara_am``, ``c1_punctuation``, ``rule`` …)."""

    act: Act
    ledger: Ledger
    oddities: tuple[Oddity, ...] = ()
    normalised: tuple[tuple[str, int], ...] = ()


def read_act(text: str) -> Reading:
    """Read any act, however odd; never refuses. See ``decode`` for bytes."""
    return read_with(MarkedReader, text)[0]


def read_with(kind: type[R], text: str) -> tuple[Reading, R]:
    """Read an act by a reader of this kind, which knows more about the lines than the tree says."""
    mends = Mends()
    lines, strange = paragraphs(mend(text, mends), mends)
    reader = kind(lines, mends)
    act = reader.read()
    ledger = balance(text, act, mends, (*strange, *reader.unplaced))
    return Reading(act, ledger, find_oddities(reader, act, ledger), tuple(sorted(mends.counts.items()))), reader
