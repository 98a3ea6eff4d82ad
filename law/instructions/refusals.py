"""Why a bill can not be applied, or is not proven, and what is damaged in its text: a code, its facts, a sentence.

Codes and sentences are in ``law/instructions/why.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from law.instructions.why import SENTENCES, Why

__all__ = ["SENTENCES", "Misfit", "Refusal", "Why", "refusal", "short"]

_LONGEST = 80  # characters of a text that a sentence shows


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that is wrong. ``section``: plain label of the bill's section; empty for the bill as a whole.

    ``cause``: the damage, where that is why.
    """

    why: Why
    facts: tuple[tuple[str, str], ...] = ()
    section: str = ""
    cause: Refusal | None = None

    @property
    def sentence(self) -> str:
        """Plain English, without the section and the full stop."""
        facts = dict(self.facts)
        if self.cause is not None:
            facts["damage"] = self.cause.sentence
        return SENTENCES[self.why].format(**facts)

    def __str__(self) -> str:
        return self.sentence

    def in_section(self, label: str) -> Refusal:
        """The same, said of a section of the bill."""
        return replace(self, section=label)

    def reworded(self, change: Callable[[str], str]) -> Refusal:
        """The same with other words in its facts."""
        return replace(self, facts=tuple((name, change(fact)) for name, fact in self.facts))


def refusal(why: Why, **facts: object) -> Refusal:
    """A refusal with its facts, as text."""
    return Refusal(why, tuple((name, str(fact)) for name, fact in facts.items()))


class Misfit(Exception):
    """What a clause asks for is not in the act, or not clear."""

    def __init__(self, why: Why, **facts: object) -> None:
        self.refusal = refusal(why, **facts)
        super().__init__(self.refusal.sentence)


def short(words: str) -> str:
    """The beginning of a text, on one line."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
