"""Filters that the macros use: rows in runs, addresses as Thai law cites them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol, TypeVar

from markupsafe import Markup

from law.citing.citation import cite

__all__ = ["anchor", "cite", "css_string", "runs"]


class _Kinded(Protocol):
    @property
    def kind(self) -> str: ...


RowT = TypeVar("RowT", bound=_Kinded)


def runs(rows: Iterable[RowT]) -> list[tuple[bool, list[RowT]]]:
    """Rows in runs: (whether unchanged, the rows), in order."""
    return [(same, list(run)) for same, run in groupby(rows, key=lambda row: row.kind == "same")]


def anchor(address: str) -> str:
    """An address as the id of an element: an id holds no white space."""
    return "_".join(address.split())


def css_string(text: str) -> Markup:
    """Text as a string of CSS, safe inside a style element: everything that could end it is escaped."""
    return Markup('"{}"').format(Markup("".join(_css_character(character) for character in text)))  # noqa: S704


def _css_character(character: str) -> str:
    if character.isalnum() or character in " .,·-()/" or "\u0e00" <= character <= "\u0e7f":
        return character
    return f"\\{ord(character):x} "
