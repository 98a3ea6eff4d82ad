"""Read an act: its chapters, sections, units, tail and ledger."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from law.act import Act, Division, Place, Section
from law.cli import Refused
from law.parse import NotText, Reading, read_act
from law.readers import text_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``ACT [--json]``."""
    parser.add_argument("act", metavar="ACT", help="an act: text, .docx, a saved web page or Akoma Ntoso")
    parser.add_argument("--json", action="store_true", help="print JSON instead of an outline")


def run(options: argparse.Namespace) -> str:
    """What goes to stdout."""
    reading = read_file(options.act)
    if options.json:
        return json.dumps(as_json(reading), ensure_ascii=False, indent=1)
    return outline(reading)


def read_file(path: str) -> Reading:
    """The act in a file.

    :raises Refused: where the file can not be opened or is no text.
    """
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise Refused(f"{path}: can not be read ({error.strerror}).") from None
    try:
        return read_act(text_of(raw))
    except NotText as error:
        raise Refused(f"{path}: {error}") from None


def as_json(reading: Reading) -> dict[str, Any]:
    """A reading as the documented JSON."""
    act = reading.act
    return {
        "title": act.title,
        "chapters": _chapters(act),
        "sections": _sections(act),
        "units": list(act.places()),
        "tail": [{"title": tail.title, "sections": [section.label for section in tail.sections]} for tail in act.tail],
        "ledger": {
            "chars_in": reading.ledger.chars_in,
            "chars_placed": reading.ledger.chars_placed,
            "unplaced": list(reading.ledger.unplaced),
        },
    }


def _chapters(act: Act) -> list[dict[str, Any]]:
    places = act.places()
    members: dict[str, list[str]] = {address: [] for address, place in places.items() if _is_division(place)}
    for address in act.sections():
        parent = places[address].parent
        while parent in members:
            members[parent].append(address)
            parent = places[parent].parent
    return [
        {"address": address, "label": node.label or None, "title": node.title or node.word, "sections": sections}
        for address, sections in members.items()
        if isinstance(node := places[address].node, Division)
    ]


def _is_division(place: Place) -> bool:
    return isinstance(place.node, Division)


def _sections(act: Act) -> list[dict[str, Any]]:
    return [
        {"address": place.address, "label": place.node.label, "chapter": place.parent or None, "text": place.node.text}
        for place in act.places().values()
        if isinstance(place.node, Section)
    ]


def outline(reading: Reading) -> str:
    """The act as a person reads it: title, divisions, sections with their first words, tail, ledger."""
    act = reading.act
    lines = [act.title]
    for place in act.places().values():
        depth = place.address.count(".") if isinstance(place.node, Division) else place.parent.count(".") + 1
        if isinstance(place.node, Division):
            lines.append(f"{'  ' * depth}{place.node.heading}  {place.node.title}".rstrip())
        elif isinstance(place.node, Section):
            first = place.node.text.partition("\n")[0]
            lines.append(f"{'  ' * depth}{place.node.heading}  {first[:60]}{'…' if len(first) > 60 else ''}")
    lines += [f"[tail] {tail.title} ({len(tail.sections)})" for tail in act.tail]
    ledger = reading.ledger
    lines.append(
        f"characters: {ledger.chars_in} in, {ledger.chars_placed} placed, {len(ledger.unplaced)} texts left over"
    )
    lines += [f"  left over: {text}" for text in ledger.unplaced]
    return "\n".join(lines)
