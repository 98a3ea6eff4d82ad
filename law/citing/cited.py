"""A citation in words: its steps and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from law.citing import atoms, laws
from law.citing.atoms import Atom, Step

_PLAIN_WORDS = ("ส่วน", "ลักษณะ", "ภาค")


@dataclass(slots=True)
class Citation:
    """One cited unit in words: its steps from coarse to fine and its span in the line.

    ``through``: the citation closes a range that the one before opened (``มาตรา ๑๐ ถึงมาตรา ๑๒``).
    ``again``: it begins anew with ``ตาม`` or ``ใน``, so that a law named behind it does not hold for those before.
    ``weak``: nothing but ``และ`` or ``หรือ`` stands before it.
    ``law``: the law that qualifies it; None where the text's own is meant.
    """

    steps: list[Atom]
    start: int
    end: int
    through: bool = False
    law: laws.LawName | None = None
    again: bool = False
    weak: bool = False

    def label(self, step: Step) -> str | None:
        """The label of its one step of that kind (section, paragraph …)."""
        return next((atom.label for atom in self.steps if atom.step is step), None)

    @property
    def may_be_enumerator(self) -> bool:
        """Whether it may only number a part of the sentence: ``(ก) … หรือ (ข) …``."""
        return self.weak and all(atom.step is Step.ITEM for atom in self.steps)

    @property
    def names_items_only(self) -> bool:
        """Whether it names nothing but items."""
        return all(atom.step is Step.ITEM and atom.label != atoms.THIS for atom in self.steps)

    @property
    def names_section(self) -> bool:
        """Whether it names a section by its number."""
        return any(atom.step is Step.SECTION and atom.label[:1].isdecimal() for atom in self.steps)

    @property
    def may_be_plain_words(self) -> bool:
        """Whether the same words are also everyday Thai: ``ส่วนนี้``, ``ในลักษณะนี้``, ``ศาลอุทธรณ์ภาค ๑``."""
        return all(atom.step is Step.DIVISION and (atom.word in _PLAIN_WORDS or not atom.word) for atom in self.steps)

    @property
    def items(self) -> tuple[str, ...]:
        """Labels of the items named, outermost first."""
        return tuple(atom.label for atom in self.steps if atom.step is Step.ITEM)


@dataclass(frozen=True, slots=True)
class Scanned:
    """All that a line cites: units, and laws that are named without a unit."""

    citations: tuple[Citation, ...]
    laws: tuple[laws.LawName, ...]
