"""What changed between two editions of an act, as a drafter would say it: unit by unit, in the order of the Act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from law.act import REPEALED, Act, Division, Level, Node, Section
from law.amending import citation
from law.amending.divisions import (
    division_change,
    division_lines,
    given_back,
    heading_lines,
    is_rewritten,
    keys,
    sections_in,
)
from law.amending.items import in_order
from law.amending.limits import moved, no_other_name, renumbered_sections, unreachable
from law.amending.new_headings import chain_above, following_heading, heading_change, out_of_order, with_new_headings
from law.amending.schedules import schedule_changes
from law.amending.sections import SectionChanges, missing, section_lines
from law.amending.terms import Action, CannotAmend, Change, Grain, Problem, Target


@dataclass(slots=True)
class ActChanges:
    """Walks both trees side by side and gathers changes and problems."""

    old: Act
    new: Act
    grain: Mapping[str, Grain] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _old_names: dict[int, str] = field(default_factory=dict)
    _new_names: dict[int, str] = field(default_factory=dict)
    _headings: dict[str, str] = field(default_factory=dict)  # put over what stands: by address, what it stands before
    _sections: dict[str, list[str]] = field(default_factory=dict)  # of each division, before those headings

    def find(self) -> None:
        """Fill ``changes`` and ``problems``."""
        self._sections = {
            address: [section.label for section in sections_in(place.node)]
            for address, place in self.old.places().items()
            if isinstance(place.node, Division)
        }
        self.old, self._headings = with_new_headings(self.old, self.new)
        self._old_names = {id(place.node): place.address for place in self.old.places().values()}
        self._new_names = {id(place.node): place.address for place in self.new.places().values()}
        self.problems = [*unreachable(self.old, self.new), *renumbered_sections(self.old, self.new)]
        self.problems += out_of_order(self.new, self._headings)
        if self.problems:
            return
        self._nodes(self.old.body, self.new.body, ())
        if self.old.code is not None and self.new.code is not None:
            self._nodes(self.old.code.body, self.new.code.body, ())
        changes, problems = schedule_changes(self.old, self.new)
        self.changes += changes
        self.problems += problems

    # --- divisions and sections ---------------------------------------------------------------------

    def _nodes(self, old: tuple[Node, ...], new: tuple[Node, ...], chain: tuple[Division, ...]) -> None:
        old_keys, new_keys = keys(old), keys(new)
        old_by = dict(zip(old_keys, old, strict=True))
        new_by = dict(zip(new_keys, new, strict=True))
        for key, node in old_by.items():
            if key not in new_by:
                self._gone(node)
        if [key for key in old_keys if key in new_by] != [key for key in new_keys if key in old_by]:
            self.problems.append(moved(chain))
            return
        previous = ""
        for at, (key, node) in enumerate(new_by.items()):
            counterpart = old_by.get(key)
            before = len(self.changes)
            if counterpart is None:
                self._put_over_following(node)
                self._inserted(new, at, chain)
            else:
                self._pair(counterpart, node, chain)
            self._mark_adjacent(before, previous)
            previous = self._new_names[id(node)]

    def _mark_adjacent(self, before: int, previous: str) -> None:
        """A whole unit changed right behind another may share its clause."""
        if len(self.changes) == before + 1 and before and self.changes[before - 1].address == previous:
            change = self.changes[before]
            if change.target in (Target.SECTION, Target.DIVISION):
                self.changes[before] = replace(change, adjacent=True)

    def _pair(self, old: Node, new: Node, chain: tuple[Division, ...]) -> None:
        if isinstance(old, Section) and isinstance(new, Section):
            self._section(old, new)
        elif isinstance(old, Division) and isinstance(new, Division):
            self._division(old, new, chain)

    def _section(self, old: Section, new: Section) -> None:
        address = self._old_names[id(old)]
        if old.until != new.until:
            self._no_form(address, f"{old.heading}: the marked range of sections changed; mark each section by itself.")
            return
        found = SectionChanges(old, new, address, self.grain)
        found.find()
        if ("~" in address or f"{address}~2" in self.old.places()) and found.changes:
            self._no_form(address, f"{address}: {old.heading} stands twice in the Act, so that no clause can name it.")
            return
        self.changes += found.changes
        self.problems += found.problems

    def _division(self, old: Division, new: Division, chain: tuple[Division, ...]) -> None:
        address = self._old_names[id(old)]
        self._put_over(new, chain)
        if new.title == REPEALED and old.title != REPEALED:
            self._repealed_division(old, new, chain, address)
            return
        if (back := given_back(old, new)) is not None:
            self._check_inside(old, new, chain)
            self.changes.append(division_change(Action.INSERT, back, chain, address, division_lines(back)))
            return
        if self._restates(old, new, address):
            change = division_change(Action.REPLACE, old, chain, address, division_lines(new))
            self._check_whole(old, address)
            self._check_inside(old, new, chain)
            self.changes.append(change)
            return
        if old.title != new.title or old.heading != new.heading:
            self._heading(old, new, chain, address)
        self._nodes(old.children, new.children, (*chain, new))

    def _put_over(self, node: Node | None, chain: tuple[Division, ...]) -> None:
        """The clause of a heading over what stands, once."""
        address = self._new_names.get(id(node), "")
        if isinstance(node, Division) and address in self._headings:
            self.changes.append(heading_change(node, chain, address, self._headings.pop(address)))

    def _put_over_following(self, node: Node) -> None:
        """The heading right behind what is new or goes, first: until then its sections stand in the division before."""
        address = following_heading(self.old, self.new, self._new_names[id(node)], self._headings)
        if address:
            heading = self.new.get(address)
            assert isinstance(heading, Division)
            self._put_over(heading, chain_above(self.new, address))

    def _restates(self, old: Division, new: Division, address: str) -> bool:
        """Whether a division is re-stated as a whole: wished for, or its name and most of its sections changed."""
        wanted = self.grain.get(address)
        if old.level is Level.HEADING:
            return False  # no clause names it
        if wanted is not None:
            return wanted is Grain.DIVISION and division_lines(old) != division_lines(new)
        return is_rewritten(old, new) and not self._is_divided(old, address)

    def _check_inside(self, old: Division, new: Division, chain: tuple[Division, ...]) -> None:
        """The problems, not the changes, of what stands in a division that is re-stated as a whole."""
        changes = self.changes
        self.changes = []
        self._nodes(old.children, new.children, (*chain, new))
        self.changes = changes

    def _check_whole(self, old: Division, address: str) -> None:
        """A clause lists the sections of a division; one that a new heading divides has others by then."""
        if self._is_divided(old, address):
            self._no_form(address, f"{address}: a new heading divides {old.heading}, so it can not be re-stated whole.")

    def _is_divided(self, old: Division, address: str) -> bool:
        left = [section.label for section in sections_in(old)]
        stood = [labels for at, labels in self._sections.items() if f".{address}".endswith(f".{at}")]
        return any(labels[:1] == left[:1] for labels in stood) and left not in stood

    def _repealed_division(self, old: Division, new: Division, chain: tuple[Division, ...], address: str) -> None:
        standing = [section for section in sections_in(new) if not section.is_repealed]
        for section in standing:
            sentence = f"{address}: {old.heading} is marked (ยกเลิก) but {section.heading} in it is not; mark it too."
            self.problems.append(Problem(CannotAmend.NO_FORM, address, sentence))
        self._put_over_following(new)
        self._check_inside(old, new, chain)
        change = division_change(Action.REPEAL, old, chain, address, ())
        self.changes.append(change)

    def _heading(self, old: Division, new: Division, chain: tuple[Division, ...], address: str) -> None:
        if sentence := no_other_name(old, new):
            self._no_form(address, sentence)
            return
        within = citation.divisions(chain)
        self.changes.append(
            Change(
                Action.REPLACE,
                Target.HEADING,
                address,
                f"{address}.heading",
                f"ชื่อ{old.heading}",
                within,
                (heading_lines(new),),
                address,
            )
        )

    # --- insertion ----------------------------------------------------------------------------------

    def _inserted(self, nodes: tuple[Node, ...], at: int, chain: tuple[Division, ...]) -> None:
        node = nodes[at]
        address = self._new_names[id(node)]
        if isinstance(node, Section):
            self._inserted_section(node, address, chain)
            return
        same = [other for other in nodes if isinstance(other, Division) and other.level is node.level]
        where = next(index for index, other in enumerate(same) if other is node)
        before = same[where - 1].label if where else ""
        after = same[where + 1].label if where + 1 < len(same) else ""
        # Sections behind it would come to stand in it.
        last = at == len(nodes) - 1
        clear = last or isinstance(nodes[at + 1], Division)
        clear = clear and (bool(before) or "/" not in node.label)  # ส่วนที่ ๑/๑ stands behind ส่วนที่ ๑
        numbered = bool(node.label) and in_order(before, node.label, after) and clear
        if not numbered and not (node.level is Level.TRANSITORY and last):
            self._no_form(address, f"{address}: no form puts {node.heading} here; number it after its neighbour.")
            return
        for section in sections_in(node):
            inside = self._new_names[id(section)]
            if inside in self.old.sections():
                self._carried(section, inside, node.heading)
            else:
                self._in_place(section, inside)
        self.changes.append(division_change(Action.INSERT, node, chain, address, division_lines(node)))

    def _inserted_section(self, section: Section, address: str, chain: tuple[Division, ...]) -> None:
        if address in self.old.sections():
            self._carried(section, address, chain[-1].heading if chain else "another place")
            return
        if not self._in_place(section, address):
            return
        within = citation.divisions(chain) if self._at_border(address) else ""
        if within and not all(self._can_be_cited(division) for division in chain):
            within = ""  # then it fits only behind its neighbour
            if not self._stands_with_neighbour(address):
                self._no_form(address, f"{address}: no form names the heading above {section.heading}.")
                return
        self.changes.append(
            Change(
                Action.INSERT,
                Target.SECTION,
                address,
                address,
                section.heading,
                within,
                section_lines(section),
            )
        )

    def _neighbours(self, address: str) -> tuple[str, str]:
        """The sections before and after, of the Act or of the code, whatever divisions lie between."""
        code = address.startswith("code.")
        order = [other for other in self.new.sections() if other.startswith("code.") == code]
        at = order.index(address)
        return (order[at - 1] if at else "", order[at + 1] if at + 1 < len(order) else "")

    def _in_place(self, section: Section, address: str) -> bool:
        sections = self.new.sections()
        first, last = self._neighbours(address)
        before = (sections[first].until or sections[first].label) if first else ""
        after = sections[last].label if last else ""
        if "~" not in address and not section.is_repealed and in_order(before, section.label, after):
            return True
        sentence = f"{address}: {section.heading} stands where its number does not put it, or stands twice."
        self.problems.append(Problem(CannotAmend.OUT_OF_PLACE, address, sentence))
        return False

    def _can_be_cited(self, division: Division) -> bool:
        """Not a heading without a number, nor one of two of the same number."""
        address = self._new_names[id(division)]
        single = "~" not in address and f"{address}~2" not in self.new.places()
        return division.level is not Level.HEADING and single

    def _stands_with_neighbour(self, address: str) -> bool:
        before, _ = self._neighbours(address)
        places = self.new.places()
        return bool(before) and places[before].parent == places[address].parent

    def _at_border(self, address: str) -> bool:
        """Whether the sections before and after stand in different divisions."""
        before, after = self._neighbours(address)
        places = self.new.places()
        return bool(after) and (places[before].parent if before else "") != places[after].parent

    # --- what is gone -------------------------------------------------------------------------------

    def _gone(self, node: Node) -> None:
        address = self._old_names[id(node)]
        if isinstance(node, Section) and address in self.new.sections():
            return  # it stands elsewhere: reported as moved
        self.problems.append(missing(address, node.heading))

    def _carried(self, section: Section, address: str, where: str) -> None:
        sentence = f"{address}: {section.heading} was moved to {where}; no form moves a section that stands."
        self.problems.append(Problem(CannotAmend.MOVED, address, sentence))

    def _no_form(self, address: str, sentence: str) -> None:
        self.problems.append(Problem(CannotAmend.NO_FORM, address, sentence))
