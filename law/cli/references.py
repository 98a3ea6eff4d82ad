"""Find the citations in an act, with the addresses they mean."""

from __future__ import annotations

import argparse
import json

from law.cli.parse import read_file
from law.references import Reference, find_references


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``ACT [--json]``."""
    parser.add_argument("act", metavar="ACT", help="text of an act")
    parser.add_argument("--json", action="store_true", help="print JSON instead of one line a citation")


def run(options: argparse.Namespace) -> str:
    """What goes to stdout."""
    references = find_references(read_file(options.act).act)
    if options.json:
        return json.dumps([as_json(reference) for reference in references], ensure_ascii=False, indent=1)
    return "\n".join(_line(reference) for reference in references)


def as_json(reference: Reference) -> dict[str, str | None]:
    """A reference as the documented JSON."""
    return {
        "from": reference.source,
        "text": reference.text,
        "to": reference.target,
        "foreign": reference.foreign,
    }


def _line(reference: Reference) -> str:
    meant = reference.target or (f"[{reference.foreign}]" if reference.foreign else "BROKEN")
    return f"{reference.source}\t{reference.text}\t{meant}"
