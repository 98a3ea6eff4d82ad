"""Compare two editions of an act word by word."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from law.cli import Refused
from law.compare import Change, Comparison, compare_acts
from law.parse import NotText, decode, read_act


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """OLD, NEW and --json."""
    parser.add_argument("old", metavar="OLD", help="text of the act as it stands")
    parser.add_argument("new", metavar="NEW", help="text of the act as it shall read")
    parser.add_argument("--json", action="store_true", help="print the changes as JSON")


def run(options: argparse.Namespace) -> str:
    """The changes as JSON, or as lines a person can read."""
    old, new = (read_act(_read(path)).act for path in (options.old, options.new))
    comparison = compare_acts(old, new)
    return as_json(comparison) if options.json else as_lines(comparison)


def as_json(comparison: Comparison) -> str:
    """The contract's form."""
    changes = [_change(change) for change in comparison.changes]
    return json.dumps({"algorithm": comparison.algorithm, "changes": changes}, ensure_ascii=False, indent=1)


def _change(change: Change) -> dict[str, object]:
    told: dict[str, object] = {"address": change.address, "kind": change.kind}
    if change.moved_from:
        told["from"] = change.moved_from
    hunks = [[hunk.kind, hunk.text] for hunk in change.hunks]
    return told | {"old": change.old, "new": change.new, "hunks": hunks}


def as_lines(comparison: Comparison) -> str:
    """One block a change; deleted words in [-…-], inserted ones in {+…+}."""
    blocks = []
    for change in comparison.changes:
        marks = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
        text = "".join(marks[hunk.kind].format(hunk.text) for hunk in change.hunks)
        source = f" from {change.moved_from}" if change.moved_from else ""
        blocks.append(f"{change.address}: {change.kind}{source}\n{text}")
    return "\n\n".join(blocks) or "No changes."


def _read(path: str) -> str:
    try:
        return decode(Path(path).read_bytes())
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}.") from error
    except NotText as error:
        raise Refused(f"{path}: {error}") from error
