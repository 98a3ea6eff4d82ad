"""Read a bill: what each of its sections orders."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from law.cli import Refused
from law.instruct import Action, Instruction, read_sections
from law.instructions.bill import split_bill
from law.parse import NotText
from law.readers import text_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``BILL [--json]``."""
    parser.add_argument("bill", metavar="BILL", help="text of an amending bill")
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines")


def run(options: argparse.Namespace) -> str:
    """What goes to stdout; damage of the copy goes to stderr."""
    bill = split_bill(read_text(options.bill))
    if not bill.sections:
        raise Refused(f"{options.bill}: no section (มาตรา or ข้อ) was found, so this is no bill.")
    instructions = read_sections(bill)
    warn([*map(str, bill.damage), *(f"section {item.section}: {one}" for item in instructions for one in item.damage)])
    if options.json:
        return as_json(instructions)
    return "\n".join(_line(item) for item in instructions)


def read_text(path: str) -> str:
    """The text in a file.

    :raises Refused: where the file can not be opened or is no text.
    """
    try:
        return text_of(Path(path).read_bytes())
    except OSError as error:
        raise Refused(f"{path}: can not be read ({error.strerror}).") from None
    except NotText as error:
        raise Refused(f"{path}: {error}") from None


def warn(sentences: list[str]) -> None:
    """Say what is damaged, once each, on stderr."""
    for sentence in dict.fromkeys(sentences):
        sys.stderr.write(f"warning: {sentence}\n")


def as_json(instructions: tuple[Instruction, ...]) -> str:
    """The documented JSON, one instruction a line."""
    rows = [json.dumps(_row(item), ensure_ascii=False) for item in instructions]
    return "[\n" + ",\n".join(f" {row}" for row in rows) + "\n]"


def _row(item: Instruction) -> dict[str, Any]:
    row: dict[str, Any] = {"section": item.section, "action": item.action.value, "targets": list(item.targets)}
    if item.action is Action.CHANGE_WORDS:
        row["words"] = [{"from": words.old, "to": words.new} for words in item.words]
        if item.kept:
            row["except"] = list(item.kept)
    return row


def _line(item: Instruction) -> str:
    words = "; ".join(f"“{words.old}” → “{words.new}”" for words in item.words)
    problems = "".join(f" [{problem}]" for problem in item.problems)
    kept = f" except {' '.join(item.kept)}" if item.kept else ""
    return f"{item.section}: {item.action.value} {' '.join(item.targets)}{kept} {words}".rstrip() + problems
