"""One paragraph of a text as the readers pass it on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``text`` in canonical spacing; ``apart``: a blank or ruled line stands before it; ``ruled``: a ruled line.

    ``mark``: what a person has said that it is (``law.reading.certain.Mark``), or nothing.
    """

    text: str
    apart: bool = False
    ruled: bool = False
    mark: str = ""
