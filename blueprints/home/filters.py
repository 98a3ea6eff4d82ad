"""Filters that the macros use: rows in runs, addresses as Thai law cites them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol, TypeVar

from law.citation import cite

__all__ = ["cite", "runs"]


class _Kinded(Protocol):
    @property
    def kind(self) -> str: ...


RowT = TypeVar("RowT", bound=_Kinded)


def runs(rows: Iterable[RowT]) -> list[tuple[bool, list[RowT]]]:
    """Rows in runs: (whether unchanged, the rows), in order."""
    return [(same, list(run)) for same, run in groupby(rows, key=lambda row: row.kind == "same")]
