"""What a test says of a board: the words of a section and the facts that must be read from it."""

from typing import Any, NamedTuple


class Case(NamedTuple):
    """A section's text and the facts that must be read from it; a fact left out is not looked at."""

    text: str
    facts: dict[str, Any]


def limits(minimum: int | None, maximum: int | None) -> dict[str, int | None]:
    """A range as the contract has it."""
    return {"min": minimum, "max": maximum}


def body(name: str, minimum: int | None = 1, maximum: int | None = 1) -> dict[str, Any]:
    """A representative as the contract has it."""
    return {"of": name, "min": minimum, "max": maximum}


def office(name: str, minimum: int | None = 1, maximum: int | None = 1) -> dict[str, Any]:
    """One of the others as the contract has it."""
    return {"office": name, "min": minimum, "max": maximum}
