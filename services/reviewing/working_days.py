"""The working days of Thailand: what the library of holidays knows, and up to which year."""

from __future__ import annotations

import sys
from datetime import date
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import Any

from holidays.constants import GOVERNMENT, PUBLIC
from holidays.utils import country_holidays

from law.dates import BANGKOK
from models.base import utc_now
from review.calendar import Left, UnknownYear, WorkCalendar

FIRST_YEAR = 2014  # nothing was decided before
YEARS_AHEAD = 10  # further off nobody sets a deadline; what lies beyond is not counted


def _thailand() -> Any:
    """The library's module of Thailand, without the 250 other countries (8 MB) that their package imports with any."""
    package = find_spec("holidays.countries")
    assert package is not None
    sys.modules.setdefault(package.name, module_from_spec(package))
    return import_module("holidays.countries.thailand")


_LIBRARY = _thailand()


@lru_cache(maxsize=2)
def _calendar(last_year: int) -> WorkCalendar:
    years = range(FIRST_YEAR, last_year + 1)
    known = country_holidays(_LIBRARY.Thailand.country, years=years, categories=(PUBLIC, GOVERNMENT))
    return WorkCalendar(frozenset(known), FIRST_YEAR, last_year)


def today() -> date:
    """The present day in Bangkok."""
    return utc_now().astimezone(BANGKOK).date()


def working_calendar() -> WorkCalendar:
    """Public holidays with the days in lieu of those on weekends, and the holidays of government offices."""
    return _calendar(min(today().year + YEARS_AHEAD, _LIBRARY.Thailand.end_year))


def announced_until() -> int:
    """The last year (common era) for which the library has the extra holidays that the cabinet declares.

    Of later years it knows the yearly holidays and the days in lieu, not what may yet be declared.
    """
    last: int = max(_LIBRARY.ThailandStaticHolidays.special_public_holidays)
    return last


def time_left(due: date | None) -> Left | None:
    """How much time is left until then; None where there is no deadline, or its year is not known."""
    if due is None:
        return None
    try:
        return working_calendar().left(today(), due)
    except UnknownYear:
        return None
