"""When a law comes into force, as a choice; how it is worded and read are two things, kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Commencement:
    """``days``: when so many have passed since publication; ``day``: on that date (common era); else the next day."""

    days: int = 0
    day: date | None = None


NEXT_DAY = Commencement()
