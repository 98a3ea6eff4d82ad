"""What changed inside a section, at the grain a drafter would choose.

An item when one item changed, a paragraph when one paragraph did; the whole section when more than half of it changed
or its structure did. A unit of the old text that is gone without a mark is a problem, unless what is left of the
section was rewritten as well: then the section is re-stated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from law import numerals
from law.act import Kind, Section, Unit, unit_lines
from law.amending.items import ItemChanges
from law.amending.paragraphs import pair_units
from law.amending.terms import Action, CannotAmend, Change, Grain, Problem, Target


def section_lines(section: Section) -> tuple[str, ...]:
    """A section as a quotation re-states it: ``มาตรา N``, two spaces and the first line; then the others."""
    first, *others = [line for unit in section.units for line in unit_lines(unit)] or [""]
    return (f"{section.heading}  {first}".rstrip(), *others)


def whole_section(action: Action, section: Section, address: str) -> Change:
    """A section replaced, repealed, or put again where a repealed one stood."""
    quoted = () if action is Action.REPEAL else section_lines(section)
    stands = address if action is not Action.INSERT else ""
    return Change(action, Target.SECTION, address, address, section.heading, quoted=quoted, within_address=stands)


@dataclass(slots=True)
class SectionChanges:
    """Compares one section; ``address`` is its address in both texts."""

    old: Section
    new: Section
    address: str
    grain: Mapping[str, Grain] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _late: list[Change] = field(default_factory=list)
    _structure: bool = False
    _kept: int = 0
    _altered: int = 0

    def find(self) -> None:
        """Fill ``changes`` and ``problems``."""
        if self.old.text == self.new.text:
            return
        if self.new.is_repealed:
            self.changes = [whole_section(Action.REPEAL, self.new, self.address)]
        elif self.old.is_repealed:
            self.changes = [whole_section(Action.INSERT, self.new, self.address)]
        elif self.grain.get(self.address) is Grain.SECTION:
            self._restate()
        else:
            self._compare_units()
            self._choose_grain()

    def _restate(self) -> None:
        self.changes = [whole_section(Action.REPLACE, self.new, self.address)]
        self.problems = []

    def _choose_grain(self) -> None:
        rewritten = self._altered * 2 > self._kept
        too_much = rewritten and len(self.changes) > 1 and self.address not in self.grain
        repeals = any(change.action is Action.REPEAL for change in self.changes)
        if self.problems:
            if rewritten and all(problem.code == CannotAmend.MISSING for problem in self.problems):
                self._restate()
        elif self._structure or (too_much and not repeals):
            self._restate()

    def _compare_units(self) -> None:
        pairs = pair_units(self.old.units, self.new.units)
        if pairs is None:
            self._structure = True
            self._definitions_gone()
            return
        for at_old, at_new in pairs:
            if at_new is None:
                self._gone(at_old or 0)
            elif at_old is None:
                self._inserted(at_new)
            elif self.old.units[at_old].kind is Kind.DEFINITION:
                self._definition(self.old.units[at_old], self.new.units[at_new])
            else:
                self._paragraph(at_old, at_new)
        # Paragraphs are cited by position: insertions come last, after all that cites them as they stood.
        self.changes += self._late
        if len(self.old.units) == 1 and len(self.new.units) > 1 and any(unit.is_repealed for unit in self.new.units):
            self._emptied()

    def _emptied(self) -> None:
        """Nothing is put into a section whose only paragraph has just been repealed."""
        sentence = (
            f"{self.address}: all that {self.old.heading} says is marked (ยกเลิก) while new text is added to it; "
            "write the new text in place of the old."
        )
        self.problems.append(Problem(CannotAmend.NO_FORM, self.address, sentence))

    def _definitions_gone(self) -> None:
        terms = {unit.label for unit in self.new.units if unit.kind is Kind.DEFINITION}
        for at, unit in enumerate(self.old.units):
            if unit.kind is Kind.DEFINITION and unit.label not in terms:
                self._gone(at)

    def _gone(self, at: int) -> None:
        unit = self.old.units[at]
        if unit.kind is Kind.DEFINITION:
            address, name = f"{self.address}.def:{unit.label}", f"the definition of “{unit.label}”"
        else:
            number = _paragraph_number(self.old, at)
            address, name = f"{self.address}.p{number}", f"paragraph {number} ({numerals.paragraph_words(number)})"
        self.problems.append(missing(address, f"{name} of {self.old.heading}"))

    # --- definitions ------------------------------------------------------------------------------

    def _definition(self, old: Unit, new: Unit) -> None:
        if unit_lines(old) == unit_lines(new):
            self._kept += len(unit_lines(old))
            return
        if old.is_repealed:
            self._inserted_definition(self.new.units.index(new))
            return
        self._weigh(old, new, f"{self.address}.def:{old.label}", None)
        action = Action.REPEAL if new.is_repealed else Action.REPLACE
        self.changes.append(self._definition_change(action, new))

    def _definition_change(self, action: Action, unit: Unit, between: tuple[str, str] = ("", "")) -> Change:
        address = f"{self.address}.def:{unit.label}"
        quoted = () if action is Action.REPEAL else tuple(unit_lines(unit))
        own, within = unit.label, f"ใน{self.old.heading}"
        return Change(action, Target.DEFINITION, address, address, own, within, quoted, self.address, between=between)

    def _inserted_definition(self, at: int) -> None:
        """Only next to a definition that stands: else the section's structure changed."""
        known = {unit.label for unit in self.old.units if unit.kind is Kind.DEFINITION}
        before = _next_known(self.new.units[:at][::-1], known)
        after = _next_known(self.new.units[at + 1 :], known)
        if not before and not after:
            self._structure = True
            return
        self.changes.append(self._definition_change(Action.INSERT, self.new.units[at], (before, after)))

    # --- paragraphs -------------------------------------------------------------------------------

    def _paragraph(self, at_old: int, at_new: int) -> None:
        old, new = self.old.units[at_old], self.new.units[at_new]
        if unit_lines(old) == unit_lines(new):
            self._kept += len(unit_lines(old))
            return
        number = _paragraph_number(self.old, at_old)
        address = f"{self.address}.p{number}"
        if new.is_repealed:
            self._kept += 1
            self._append_paragraph(Action.REPEAL, number, ())
            return
        found = self._weigh(old, new, address, number)
        if old.text != new.text or found.restate or self.grain.get(address) is Grain.PARAGRAPH:
            self._replace_paragraph(number, new)
        else:
            self.changes += found.changes

    def _replace_paragraph(self, number: int, new: Unit) -> None:
        """The only paragraph, or the words above the definitions, can not be told from the section."""
        heads_definitions = number == 1 and any(unit.kind is Kind.DEFINITION for unit in self.old.units)
        if _paragraph_count(self.old) == 1 or heads_definitions:
            self._structure = True
        lines = unit_lines(new)
        if number == 1:
            lines[0] = f"{self.old.heading}  {lines[0]}"
        self._append_paragraph(Action.REPLACE, number, tuple(lines))

    def _append_paragraph(self, action: Action, number: int, quoted: tuple[str, ...]) -> None:
        address = f"{self.address}.p{number}"
        own, within = numerals.paragraph_words(number), f"ของ{self.old.heading}"
        self.changes.append(Change(action, Target.PARAGRAPH, address, address, own, within, quoted, self.address))

    def _weigh(self, old: Unit, new: Unit, address: str, number: int | None) -> ItemChanges:
        """What changed among the items of a paragraph or definition, counted; items gone are a problem.

        A unit repealed, or a list given up for other words, loses none.
        """
        named = self._names_paragraph(old)
        found = ItemChanges(
            address=address,
            cited=address if named else self.address,
            named=number if named else None,
            section=self.old.heading,
            keep_items=Grain.ITEM in (self.grain.get(self.address), self.grain.get(address)),
        )
        same = old.text == new.text
        if old.items and (new.items or same):
            found.find(old.items, new.items, ())
        else:
            found.restate = True
        self._kept += found.kept + 1
        self._altered += found.altered + (not same and not new.is_repealed)
        self.problems += found.problems
        return found

    def _names_paragraph(self, paragraph: Unit) -> bool:
        """Whether an item must be cited with its paragraph: others have items, or this one had none."""
        return (
            any(unit.items and unit is not paragraph for unit in self.old.units)
            or sum(bool(unit.items) for unit in self.new.units) > 1
        )

    def _inserted(self, at: int) -> None:
        unit = self.new.units[at]
        if unit.kind is Kind.DEFINITION:
            self._inserted_definition(at)
            return
        followers = self.new.units[at + 1 :]
        number = _paragraph_number(self.new, at)
        if (followers and followers[0].kind is Kind.DEFINITION) or not unit.text or unit.is_repealed:
            self._structure = True
            return
        own, within = numerals.paragraph_words(number), f"ของ{self.old.heading}"
        address = f"{self.address}.p{number}"
        self._late.append(
            Change(
                Action.INSERT,
                Target.PARAGRAPH,
                address,
                address,
                own,
                within,
                tuple(unit_lines(unit)),
                self.address,
                moves=bool(followers),
            )
        )


def missing(address: str, name: str) -> Problem:
    """A unit that is simply gone."""
    return Problem(
        CannotAmend.MISSING,
        address,
        f"{address}: {name} is missing in the new text; mark it (ยกเลิก) where it stood.",
    )


def _paragraph_number(section: Section, at: int) -> int:
    return sum(unit.kind is not Kind.DEFINITION for unit in section.units[: at + 1])


def _paragraph_count(section: Section) -> int:
    return sum(unit.kind is not Kind.DEFINITION for unit in section.units)


def _next_known(units: tuple[Unit, ...], known: set[str]) -> str:
    """The first definition among ``units`` that the old text has; empty where a paragraph comes before it."""
    for unit in units:
        if unit.kind is not Kind.DEFINITION:
            return ""
        if unit.label in known:
            return unit.label
    return ""
