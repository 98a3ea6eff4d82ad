"""What a quotation states: sections, divisions with their sections, or units of one section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from law import numerals
from law.act import Division, Kind, Level, Node, Section, Unit, read_units
from law.instructions.addresses import UnitAddress, cite
from law.instructions.refusals import Misfit, Why

_LABEL = numerals.LABEL_PATTERN
_SECTION = re.compile(
    rf"(?P<word>มาตรา|ข้อ)\s*(?P<label>{_LABEL})(?![0-9๐-๙/])(?:\.(?=\s))?(?:\s+(?P<rest>.*))?", re.DOTALL
)
_NUMBER_WORD = numerals.NUMBER_WORD_PATTERN
_DIVISION = re.compile(
    rf"(?P<word>(?:ภาค|บรรพ|ลักษณะ|หมวด|ส่วน)(?:\s?ที่)?)\s*(?P<label>{_LABEL}|{_NUMBER_WORD})(?:\s+(?P<title>.*))?"
)
_TRANSITORY = re.compile(r"(?P<word>บท\s?เฉพาะ\s?กาล)")
_LEVELS = {
    "ภาค": Level.DIVISION,
    "บรรพ": Level.BOOK,
    "ลักษณะ": Level.TITLE,
    "หมวด": Level.CHAPTER,
    "ส่วน": Level.PART,
}
_DEPTH = list(_LEVELS.values())


def opens_section(line: str) -> re.Match[str] | None:
    """``มาตรา ๕/๑  …`` at the start of a line: its word, written label and the rest."""
    return _SECTION.fullmatch(line)


def sections(lines: tuple[str, ...], labels: list[str]) -> tuple[Section, ...]:
    """The sections a quotation states, which must be those of ``labels``, in that order.

    A line that opens with another section's number is text: only the next expected number opens a section.

    :raises Misfit: where one is missing, or the quotation begins with something else.
    """
    expected = list(labels)
    found: list[tuple[re.Match[str], list[str]]] = []
    for line in lines:
        match = opens_section(line)
        if match is not None and expected and numerals.plain(match["label"]) == expected[0]:
            expected.pop(0)
            found.append((match, [match["rest"]] if match["rest"] else []))
        elif found:
            _check_not_between(match, numerals.plain(found[-1][0]["label"]), expected)
            found[-1][1].append(line)
        else:
            raise Misfit(Why.BEGINS_OTHERWISE, unit=f"มาตรา {numerals.written(labels[0])}")
    if expected:
        raise Misfit(Why.NOT_QUOTED, unit=f"มาตรา {numerals.written(expected[0])}")
    return tuple(_section(match, body) for match, body in found)


def _check_not_between(match: re.Match[str] | None, last: str, expected: list[str]) -> None:
    """A line that opens a section between the one before and the next expected one is text of neither for certain.

    :raises Misfit: for such a line.
    """
    if match is None or not expected:
        return
    label = numerals.order(numerals.plain(match["label"]))
    if numerals.order(last) < label < numerals.order(expected[0]):
        raise Misfit(Why.NOT_WHERE, unit=f"มาตรา {numerals.written(expected[0])}", words=match.group()[:40])


def _section(match: re.Match[str], lines: list[str]) -> Section:
    label = numerals.plain(match["label"])
    if not lines:
        raise Misfit(Why.NO_TEXT, unit=f"มาตรา {match['label']}")
    return Section(label, " ".join(match["label"].split()), read_units("\n".join(lines)), match["word"])


def paragraph_lines(lines: tuple[str, ...], section: str, numbers: list[str]) -> tuple[str, ...]:
    """Lines of replaced paragraphs without the section's number, which only the first paragraph may begin with.

    :raises Misfit: where they begin with a number they should not.
    """
    match = opens_section(lines[0]) if lines else None
    label = section.rpartition(".")[2][1:]
    if match is None:
        return lines
    if numbers[0] != "1":
        return lines
    if numerals.plain(match["label"]) != label:
        raise Misfit(Why.BEGINS_WITH, found=f"มาตรา {match['label']}", unit=cite(section))
    if not match["rest"]:
        return lines[1:]
    return (match["rest"], *lines[1:])


def paragraphs(lines: tuple[str, ...]) -> tuple[Unit, ...]:
    """The paragraphs that a quotation states, with their items; definitions are none."""
    return tuple(unit for unit in read_units("\n".join(lines)) if unit.kind is Kind.PARAGRAPH)


def cited_units(
    lines: tuple[str, ...], cited: tuple[str, ...], targets: list[UnitAddress], kind: str
) -> tuple[Unit, ...]:
    """The quoted units, one for each target, of its kind and with its label.

    :raises Misfit: where the quotation states others.
    """
    found = read_units("\n".join(lines))
    if kind == "i":
        if len(found) != 1 or found[0].kind is not Kind.PARAGRAPH or found[0].text:
            raise Misfit(Why.NOT_ALONE, unit=cite(cited[0]))
        found = found[0].items
    wanted = {"i": Kind.ITEM, "p": Kind.PARAGRAPH, "def": Kind.DEFINITION}[kind]
    for address, target, unit in zip(cited, targets, found, strict=False):
        label = target.steps[-1][1]
        if unit.kind is not wanted or (kind != "p" and "".join(unit.label.split()) != "".join(label.split())):
            raise Misfit(Why.NOT_WHERE, unit=cite(address), words=unit.text[:40])
    if kind == "p" and any(not unit.text for unit in found):
        raise Misfit(Why.BEGINS_WITH_ITEM)
    if len(found) != len(targets):
        raise Misfit(Why.COUNT, found=len(found), cited=len(targets))
    return found


# --- divisions ------------------------------------------------------------------------------------------


def divisions(lines: tuple[str, ...], labels: list[str] | None, stood: Sequence[str] = ()) -> tuple[Node, ...]:
    """The divisions a quotation states, with their sections. ``labels``: of the sections, where the clause lists them.

    ``stood``: labels of the sections that are replaced, where others may be stated as well: a number far beyond them
    opens no section, but is text.

    :raises Misfit: where it begins with no heading, or its sections are not those listed.
    """
    if not lines or not (_DIVISION.fullmatch(lines[0]) or _TRANSITORY.fullmatch(lines[0])):
        raise Misfit(Why.NO_HEADING)
    builder = _Builder(list(labels) if labels is not None else None, stood)
    for line in lines:
        builder.take(line)
    if builder.expected:
        raise Misfit(Why.NOT_QUOTED, unit=f"มาตรา {numerals.written(builder.expected[0])}")
    return builder.close()


class _Open:
    """A division being read."""

    def __init__(self, level: Level, word: str, written: str, title: str) -> None:
        self.level, self.word, self.written = level, word, written
        number = numerals.number_from_words(written) if re.fullmatch(_NUMBER_WORD, written) else None
        self.label = str(number) if number else numerals.plain(written) if written else ""
        self.titles = [title] if title else []
        self.children: list[Node] = []

    def close(self) -> Division:
        title = " ".join(self.titles)
        return Division(self.level, self.word, self.label, self.written, title, tuple(self.children))


class _Builder:
    def __init__(self, expected: list[str] | None, stood: Sequence[str]) -> None:
        self.expected = expected
        self.stood = stood
        self.stack: list[_Open] = []
        self.top: list[Node] = []
        self.section: tuple[re.Match[str], list[str]] | None = None

    def take(self, line: str) -> None:
        if (opened := self._opens(line)) is not None:
            self._close_section()
            self._open(opened)
            return
        match = opens_section(line)
        if match is not None and self._is_next(numerals.plain(match["label"])):
            self._close_section()
            self.section = (match, [match["rest"]] if match["rest"] else [])
        elif self.section is not None:
            _check_not_between(match, numerals.plain(self.section[0]["label"]), self.expected or [])
            self.section[1].append(line)
        else:
            self.stack[-1].titles.append(line)

    def _opens(self, line: str) -> _Open | None:
        match = _DIVISION.fullmatch(line)
        if match is not None:
            level = next(level for word, level in _LEVELS.items() if match["word"].startswith(word))
            return _Open(level, match["word"], " ".join(match["label"].split()), match["title"] or "")
        transitory = _TRANSITORY.fullmatch(line) if not self._awaits_name() else None
        return _Open(Level.TRANSITORY, transitory["word"], "", "") if transitory else None

    def _awaits_name(self) -> bool:
        """Whether a number stands above without its name: a chapter may be called บทเฉพาะกาล."""
        last = self.stack[-1] if self.stack and self.section is None else None
        return last is not None and bool(last.written) and not (last.titles or last.children)

    def _is_next(self, label: str) -> bool:
        if self.expected is None:
            return not self.stood or label in self.stood or self._may_be_added(label)
        if self.expected and self.expected[0] == label:
            self.expected.pop(0)
            return True
        return False

    def _may_be_added(self, label: str) -> bool:
        """Whether a number that did not stand is that of a section among those that did, or right behind the last."""
        if self.section is None:
            return True
        last, highest = numerals.order(numerals.plain(self.section[0]["label"])), numerals.order(self.stood[-1])
        return last < numerals.order(label) and numerals.order(label)[0] <= max(last, highest)[0] + 1

    def _open(self, opened: _Open) -> None:
        while self.stack and self._depth(self.stack[-1]) >= self._depth(opened):
            self._pop()
        self.stack.append(opened)

    @staticmethod
    def _depth(opened: _Open) -> int:
        return _DEPTH.index(opened.level) if opened.level in _DEPTH else 0

    def _pop(self) -> None:
        closed = self.stack.pop().close()
        (self.stack[-1].children if self.stack else self.top).append(closed)

    def _close_section(self) -> None:
        if self.section is not None:
            self.stack[-1].children.append(_section(*self.section))
            self.section = None

    def close(self) -> tuple[Node, ...]:
        self._close_section()
        while self.stack:
            self._pop()
        return tuple(self.top)


def headings(lines: tuple[str, ...], count: int) -> list[tuple[str, ...]]:
    """The lines of each of several headings stated together.

    :raises Misfit: where it is not that many.
    """
    if count == 1:
        return [lines]
    starts = [index for index, line in enumerate(lines) if _DIVISION.fullmatch(line)]
    if len(starts) != count or starts[:1] != [0]:
        raise Misfit(Why.HEADING_COUNT, cited=count)
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def heading(lines: tuple[str, ...], division: Division) -> str:
    """The new name of a division from a quotation that states ``หมวด ๙`` and the name, or the name alone.

    :raises Misfit: where it states another number or no name.
    """
    first = _DIVISION.fullmatch(lines[0]) if lines else None
    if first is None:
        if not lines:
            raise Misfit(Why.NO_NAME)
        return " ".join(lines)
    opened = next(level for word, level in _LEVELS.items() if first["word"].startswith(word))
    number = numerals.number_from_words(first["label"])
    label = str(number) if number else numerals.plain(first["label"])
    if opened is not division.level or label != division.label:
        raise Misfit(Why.OTHER_HEADING, found=f"{first['word']} {first['label']}", unit=division.heading)
    title = " ".join([first["title"] or "", *lines[1:]]).strip()
    if not title:
        raise Misfit(Why.NO_NAME)
    return title
