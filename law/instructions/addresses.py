"""Addresses taken apart, found in an act, and said in the words of Thai law."""

from __future__ import annotations

import re
from dataclasses import dataclass

from law import numerals
from law.act import Act, Division, Section
from law.instructions.refusals import Misfit, Why

_ADDRESS = re.compile(r"(?P<code>code\.)?s(?P<label>[0-9][^.]*)(?P<rest>\..*)?", re.DOTALL)
_DEFINED = re.compile(r"\.def:(?P<term>.+?)(?P<rest>(?:\.i[^.]+|\.p(?:\d+|last))*)", re.DOTALL)
_STEP = re.compile(r"\.(?P<kind>[ip])(?P<label>[^.]+)")
_DIVISION_WORDS = {"dv": "ภาค", "bk": "บรรพ", "t": "ลักษณะ", "ch": "หมวด", "pt": "ส่วนที่"}


@dataclass(frozen=True, slots=True)
class UnitAddress:
    """A section's address and the steps below it: ``("p", "1")``, ``("i", "2")``, ``("def", "คำ")``."""

    section: str
    steps: tuple[tuple[str, str], ...] = ()


def unit_address(address: str) -> UnitAddress | None:
    """An address of a section or of a unit in it; None for divisions and schedules."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return None
    section = f"{match['code'] or ''}s{match['label']}"
    rest = match["rest"] or ""
    steps: list[tuple[str, str]] = []
    if (defined := _DEFINED.fullmatch(rest)) is not None:
        steps.append(("def", defined["term"]))
        rest = defined["rest"]
    steps += [(step["kind"], step["label"]) for step in _STEP.finditer(rest)]
    return UnitAddress(section, tuple(steps))


def cite(address: str) -> str:
    """An address in Thai: ``s4.i2`` -> ``(๒) ของมาตรา ๔``."""
    found = unit_address(address)
    if found is None:
        return _cite_division(address)
    words = [_cite_step(*step) for step in reversed(found.steps)]
    cited = "ของ".join([*words, f"มาตรา {numerals.written(found.section.removeprefix('code.')[1:])}"])
    return re.sub(r"(?<=[)”])ของ", " ของ", cited).replace("ของ(", "ของ (")


def _cite_step(kind: str, label: str) -> str:
    if kind == "i":
        return f"({numerals.written(label)})"
    if kind == "def":
        return f"บทนิยามคำว่า “{label}”"
    return f"วรรค{'สุดท้าย' if label == 'last' else numerals.number_words(int(label))}"


def _cite_division(address: str) -> str:
    schedule, _, entry = address.partition(".")
    if schedule == "schedule":
        number = f"({numerals.written(entry[1:])})" if entry[:1] == "i" else f"ลำดับที่ {numerals.written(entry[1:])}"
        return f"{number} ของบัญชีท้าย" if entry else "บัญชีท้าย"
    names = []
    for part in reversed(address.removeprefix("code.").removesuffix(".heading").split(".")):
        mark = next((mark for mark in _DIVISION_WORDS if re.match(rf"{mark}[0-9]", part)), "")
        names.append(f"{_DIVISION_WORDS[mark]} {numerals.written(part[len(mark) :])}" if mark else "บทเฉพาะกาล")
    return ("ชื่อ" if address.endswith(".heading") else "") + " ของ".join(names)


# --- in an act --------------------------------------------------------------------------------------------


def section_address(act: Act, address: str) -> str:
    """The address of a cited section as this act has it: a code that stands alone has no ``code.``."""
    return address.removeprefix("code.") if act.code is None else address


def find_section(act: Act, address: str) -> Section:
    """The section at an address.

    :raises Misfit: where it is missing or stands twice.
    """
    address = section_address(act, address)
    node = act.get(address)
    if not isinstance(node, Section):
        raise Misfit(Why.MISSING, unit=cite(address))
    if act.get(f"{address}~2") is not None:
        raise Misfit(Why.TWICE, unit=cite(address))
    return node


def find_division(act: Act, address: str) -> tuple[str, Division]:
    """The chapter or part at an address, also where the citation leaves out the book or title it stands in.

    :raises Misfit: where it is missing, or several answer to the citation.
    """
    wanted = section_address(act, address)
    prefix, _, short = wanted.rpartition("code.")
    found = [
        (place.address, place.node)
        for place in act.places().values()
        if isinstance(place.node, Division)
        and place.address.startswith("code.") == bool(prefix or wanted.startswith("code."))
        and f".{place.address}".endswith(f".{short}")
    ]
    exact = [item for item in found if item[0] == wanted]
    if len(exact or found) != 1:
        raise Misfit(Why.TWICE if found else Why.MISSING, unit=cite(address))
    return (exact or found)[0]
