"""The shared test acts, read once; tests that need them say so where they are not there."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from law.act import Act
from law.parse import decode, read_act

FOLDER = Path(os.environ.get("ACTS_DIR", Path(__file__).parents[3] / "shared" / "acts"))
REASON = "the shared acts are not here (ACTS_DIR)"


@cache
def names(at_most: int = 2_000_000) -> tuple[str, ...]:
    """Files of up to so many bytes, the smallest first."""
    found = [*FOLDER.glob("council-of-state/*.txt"), *FOLDER.glob("*.txt")]
    files = sorted((path.stat().st_size, path) for path in found)
    return tuple(str(path.relative_to(FOLDER)) for size, path in files if size <= at_most)


@cache
def shared_act(name: str) -> Act:
    """One act, as read."""
    return read_act(decode((FOLDER / name).read_bytes())).act
