"""Compare two editions of an act word by word."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

from law.cli.parse import read_file
from law.compare import Change, Comparison, Unmarked, compare_acts

_MARKS = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
_SAID = {
    "spacing": "only spaces differ",
    "signs": "the same words, written with other code points",
    "form": "the label is written otherwise",
    "repeal_mark": "the mark of a unit repealed before came or went",
    "notes": "footnotes differ",
    "lines": "only line breaks differ",
    "layout": "the files differ in spaces, line breaks, encoding or code points only",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """OLD, NEW and --json."""
    parser.add_argument("old", metavar="OLD", help="text of the act as it stands")
    parser.add_argument("new", metavar="NEW", help="text of the act as it shall read")
    parser.add_argument("--json", action="store_true", help="print the changes as JSON")


def run(options: argparse.Namespace) -> str:
    """The changes as JSON, or as lines a person can read."""
    old, new = (read_file(path) for path in (options.old, options.new))
    comparison = compare_acts(old.act, new.act)
    if not (comparison.changes or comparison.unmarked) and _bytes(options.old) != _bytes(options.new):
        comparison = replace(comparison, unmarked=(Unmarked("act", "layout"),))
    return as_json(comparison) if options.json else as_lines(comparison)


def _bytes(path: str) -> bytes:
    return Path(path).read_bytes()


def as_json(comparison: Comparison) -> str:
    """The contract's form; ``unmarked`` (what differs in no words) only where there is something."""
    told: dict[str, object] = {
        "algorithm": comparison.algorithm,
        "changes": [_change(change) for change in comparison.changes],
    }
    if comparison.unmarked:
        told["unmarked"] = [{"address": each.address, "code": each.code} for each in comparison.unmarked]
    return json.dumps(told, ensure_ascii=False, indent=1)


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
        text = "".join(_MARKS[hunk.kind].format(hunk.text) for hunk in change.hunks)
        source = f" from {change.moved_from}" if change.moved_from else ""
        blocks.append(f"{change.address}: {change.kind}{source}\n{text}")
    blocks += [f"{each.address}: {_SAID[each.code]}." for each in comparison.unmarked]
    return "\n\n".join(blocks) or "No changes."
