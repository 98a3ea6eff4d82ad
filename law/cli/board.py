"""Read the composition of a board that a section creates."""

from __future__ import annotations

import argparse
import json
import sys

from law import numerals
from law.act import Act, Section
from law.board import Board, as_json, read_boards
from law.cli import Refused
from law.cli.parse import read_file


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``ACT --section LABEL [--json]``."""
    parser.add_argument("act", metavar="ACT", help="text of an act")
    parser.add_argument(
        "--section", required=True, metavar="LABEL", help="section: 4, 6/1, 5bis, ๔, '๕ ทวิ', code.s13bis"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of one line a member")


def run(options: argparse.Namespace) -> str:
    """What goes to stdout. What was not understood is said on stderr, a line each."""
    address, section = find_section(read_file(options.act).act, options.section)
    boards = read_boards(section)
    if not boards:
        raise Refused(f"{section.heading} ({address}) creates no board that could be read.")
    for board in boards:
        for remainder in board.remainder:
            print(f"{address}: not understood: {remainder.text}", file=sys.stderr)  # noqa: T201
    if options.json:
        shaped = [as_json(board) for board in boards]
        return json.dumps(shaped[0] if len(shaped) == 1 else shaped, ensure_ascii=False, indent=1)
    return "\n\n".join(_table(board) for board in boards)


def find_section(act: Act, label: str) -> tuple[str, Section]:
    """The section with a label as a person writes it, and its address.

    :raises Refused: where the act has none.
    """
    words = label.strip().removeprefix("มาตรา").removeprefix("ข้อ").strip()
    prefix = "code." if words.startswith("code.") else ""
    plain = numerals.plain(words.removeprefix("code.").removeprefix("s"))
    sections = act.sections()
    for address in (f"{prefix}s{plain}", f"code.s{plain}"):
        if address in sections:
            return address, sections[address]
    raise Refused(f"The act has no section {label}.")


def _table(board: Board) -> str:
    lines = [board.name]
    for member in board.members:
        seat = "" if member.has_seat else ", no seat"
        lines.append(f"{member.role}, {member.source}{seat}\t{member.minimum}-{member.maximum}\t{member.office}")
    return "\n".join([*lines, f"total {board.total[0]}-{board.total[1]}"])
