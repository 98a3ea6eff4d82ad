"""The citations of sections that are given other numbers before they are law, in the texts that cite them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from law import numerals
from law.act import Act, Section, Unit
from law.citing.finding import Reference, find_in_text


def cite_anew(act: Act, address: str, moved: Mapping[str, str]) -> str | None:
    """The canonical text of a section with its citations of the sections in ``moved`` under their new addresses.

    ``act``: as it reads with the old numbers. None: where a citation can not be rewritten for certain (a range whose
    ends stay what they are, words without the number).
    """
    section = act.get(address)
    if not isinstance(section, Section):
        return None
    lines = {at: unit.text for at, unit in _lines(act, address)}
    if "\n".join(filter(None, lines.values())) != section.text:
        return None
    for reference in reversed(find_in_text(section.text, act, address)):
        words = _words_anew(reference, moved, address)
        if words is None:
            return None
        line = lines[reference.source]
        lines[reference.source] = line[: reference.start] + words + line[reference.end :]
    return "\n".join(filter(None, lines.values()))


def names_number(text: str, address: str) -> bool:
    """Whether words name the number of a section: ``มาตรา ๕/๑``, not ``มาตรา ๕/๑๑``."""
    return _number(address).search(text) is not None


def number_anew(text: str, moved: Mapping[str, str]) -> str:
    """Prose with the new numbers of sections where it names the old ones, each of them once."""
    numbers = {_label(old): _label(new) for old, new in moved.items()}
    if not numbers:
        return text
    either = "|".join(re.escape(label) for label in sorted(numbers, key=len, reverse=True))
    return re.sub(rf"(?<=มาตรา )(?:{either})(?![/๐-๙])", lambda found: numbers[found[0]], text)


def _lines(act: Act, address: str) -> Iterator[tuple[str, Unit]]:
    for at, place in act.places().items():
        if at.startswith(f"{address}.") and isinstance(place.node, Unit):
            yield at, place.node


def _words_anew(reference: Reference, moved: Mapping[str, str], own: str) -> str | None:
    cited = _section(reference.target) if reference.target else ""
    if any(_section(member) in moved for member in reference.members):
        return None
    if cited not in moved:
        return reference.text
    if cited == own and not names_number(reference.text, cited):
        return reference.text  # "this section" goes along with it
    words, count = re.subn(rf"{re.escape(_label(cited))}(?![/๐-๙])", _label(moved[cited]), reference.text, count=1)
    return words if count else None


def _number(address: str) -> re.Pattern[str]:
    return re.compile(rf"มาตรา\s?{re.escape(_label(address))}(?![/๐-๙])")


def _label(address: str) -> str:
    return numerals.written(address.removeprefix("code.").removeprefix("s"))


def _section(address: str) -> str:
    prefix = "code." if address.startswith("code.") else ""
    return prefix + address.removeprefix("code.").partition(".")[0]
