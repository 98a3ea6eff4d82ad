"""The text of an act -> its tree, with a ledger: every character is placed or reported."""

from __future__ import annotations

from dataclasses import dataclass

from law.act import Act
from law.reading.decoding import NotText, decode
from law.reading.ledger import Ledger, balance
from law.reading.lines import paragraphs
from law.reading.normalise import Mends, mend
from law.reading.structure import Reader

__all__ = ["Ledger", "NotText", "Oddity", "Reading", "decode", "read_act"]


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something odd but real in a text: what (a code), where (an address or nothing), and the words."""

    code: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An act as read. ``normalised``: places mended, by code (``sara_am``, ``c1_punctuation``, ``rule`` …)."""

    act: Act
    ledger: Ledger
    oddities: tuple[Oddity, ...] = ()
    normalised: tuple[tuple[str, int], ...] = ()


def read_act(text: str) -> Reading:
    """Read any act, however odd; never refuses. See ``decode`` for bytes."""
    mends = Mends()
    act = Reader(paragraphs(mend(text, mends), mends), mends).read()
    ledger = balance(text, act, mends, ())
    return Reading(act, ledger, (), tuple(sorted(mends.counts.items())))
