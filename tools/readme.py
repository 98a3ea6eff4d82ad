"""The README's table of transitions, written from the one that drives the application."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from review.table import deeds_markdown, table_markdown  # noqa: E402

README = ROOT / "README.md"
_TABLE = re.compile(r"(<!-- transitions:[^>]*-->\n).*?(<!-- /transitions -->)", re.S)


def with_table(text: str) -> str:
    """The README with the table as it is now. :raises ValueError: where the marks are missing."""
    replaced, count = _TABLE.subn(lambda match: f"{match[1]}\n{table_markdown()}\n{deeds_markdown()}\n{match[2]}", text)
    if count != 1:
        raise ValueError("README.md has no <!-- transitions: … --> … <!-- /transitions -->")
    return replaced


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
