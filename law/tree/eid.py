"""Addresses of units as ``eId`` of Akoma Ntoso, and back: ``s4/1.p1.i2`` <-> ``sec_4-1__para_1__point_2``.

The parts of an address become parts of the eId one for one; what a label may not hold there is written as its number
(``.20.`` for a space), so that every address has one eId and every such eId one address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from law.act import Level

# Elements of Akoma Ntoso for the divisions; the others are an ``hcontainer`` with a name.
ELEMENTS = {
    Level.DIVISION: "division",
    Level.BOOK: "book",
    Level.TITLE: "title",
    Level.CHAPTER: "chapter",
    Level.PART: "part",
}
# Marks of addresses and the abbreviations of the Akoma Ntoso naming convention.
_NAMES = {
    "code": "code",
    "transitory": "transitory",
    "def:": "def",
    "dv": "dvs",
    "bk": "book",
    "ch": "chp",
    "pt": "part",
    "t": "title",
    "h": "heading",
    "s": "sec",
    "p": "para",
    "i": "point",
}
_MARKS = {name: mark for mark, name in _NAMES.items()}
_PART = re.compile(rf"(?P<mark>{'|'.join(_NAMES)})(?P<label>.*)", re.DOTALL)
_TERM = re.compile(r"(?P<term>def:.*?)(?P<items>(?:\.i[^.]+)*)", re.DOTALL)
_ESCAPED = re.compile(r"[^a-z0-9~\u0e01-\u0e5b/]")


def eid(address: str) -> str:
    """The eId of a unit. :raises ValueError: for what is no address."""
    return "__".join(_part(part) for part in _parts(address))


def address_of(identifier: str) -> str:
    """The address that ``eid`` made this of. :raises ValueError: for what it did not make."""
    parts = [_unpart(part) for part in identifier.split("__")]
    address = ".".join(parts)
    if eid(address) != identifier:
        raise ValueError(identifier)
    return address


def _parts(address: str) -> Iterator[str]:
    """The term of a definition may hold full stops; labels do not."""
    before, defines, _ = address.partition(".def:")
    yield from before.split(".")
    if not defines:
        return
    found = _TERM.fullmatch(address[len(before) + 1 :])
    assert found is not None  # it begins with "def:"
    yield found["term"]
    yield from found["items"].split(".")[1:]


def _part(part: str) -> str:
    found = _PART.fullmatch(part)
    if found is None:
        raise ValueError(part)
    label = _ESCAPED.sub(lambda sign: f".{ord(sign[0]):x}.", found["label"]).replace("/", "-")
    return f"{_NAMES[found['mark']]}_{label}" if label else _NAMES[found["mark"]]


def _unpart(part: str) -> str:
    name, _, label = part.partition("_")
    if name not in _MARKS:
        raise ValueError(part)
    return _MARKS[name] + re.sub(r"\.([0-9a-f]{1,6})\.", lambda sign: chr(int(sign[1], 16)), label.replace("-", "/"))
