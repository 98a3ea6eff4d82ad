"""The command line of ``law/``: ``python -m law COMMAND …``. Exit 0, or 2 with a clear line a problem on stderr."""

from __future__ import annotations

import argparse
import importlib
import sys

from law.cli import Refused

COMMANDS = ("parse", "compare", "amend", "instructions", "apply", "board", "references")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its text goes to stdout only when the whole of it succeeded."""
    parser = argparse.ArgumentParser(prog="python -m law", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in COMMANDS:
        module = importlib.import_module(f"law.cli.{name}")
        command = commands.add_parser(name, help=(module.__doc__ or "").splitlines()[0])
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    options = parser.parse_args(arguments)
    try:
        output = options.run(options)
    except Refused as refusal:
        for problem in refusal.problems:
            print(problem, file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(output, end="" if output.endswith("\n") else "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
