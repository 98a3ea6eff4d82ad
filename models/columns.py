"""Columns that hold one of a fixed set of codes, and the constraints that say so to the database."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Generic, TypeVar

from sqlalchemy import CheckConstraint, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

Code = TypeVar("Code", bound=StrEnum)


class Coded(TypeDecorator[Code], Generic[Code]):
    """A member of a StrEnum, kept as its value; a string that is no member is refused (ValueError)."""

    impl = String
    cache_ok = True

    def __init__(self, codes: type[Code], length: int = 20) -> None:
        super().__init__(length)
        self.codes = codes

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else self.codes(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> Code | None:
        return None if value is None else self.codes(value)


def one_of(column: str, codes: type[StrEnum]) -> CheckConstraint:
    """The database's own check that the column holds one of the codes."""
    values = ", ".join(f"'{code.value}'" for code in codes)
    return CheckConstraint(f"{column} IN ({values})", name=column)


def filled(*columns: str) -> tuple[CheckConstraint, ...]:
    """The columns are not empty and not only spaces."""
    return tuple(CheckConstraint(f"trim({column}) <> ''", name=f"{column}_filled") for column in columns)


def is_hash(column: str) -> CheckConstraint:
    """The column holds a SHA-256 in hex."""
    return CheckConstraint(f"length({column}) = 64", name=f"{column}_length")
