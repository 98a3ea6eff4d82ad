"""Working days: Monday to Friday, but for holidays. Pure: the holidays are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5


class UnknownYear(Exception):
    """The holidays of ``year`` are not known, so its working days can not be counted."""

    def __init__(self, year: int) -> None:
        super().__init__(str(year))
        self.year = year


@dataclass(frozen=True, slots=True)
class Left:
    """How far a day lies from today. ``days``: working days between the two, the later one counted.

    ``days`` is 0 on the day itself, and where only holidays lie between; ``passed`` then says which.
    """

    days: int
    passed: bool


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The holidays of the years from ``first_year`` to ``last_year``; nothing is known of others."""

    holidays: frozenset[date]
    first_year: int
    last_year: int

    def is_working(self, day: date) -> bool:
        """Whether people work on that day. :raises UnknownYear:"""
        if not self.first_year <= day.year <= self.last_year:
            raise UnknownYear(day.year)
        return day.weekday() < _SATURDAY and day not in self.holidays

    def next_working(self, day: date) -> date:
        """The first working day after the day. :raises UnknownYear:"""
        following = day + _DAY
        while not self.is_working(following):
            following += _DAY
        return following

    def add(self, day: date, working_days: int) -> date:
        """The last day of so many working days; the day itself is not counted. :raises UnknownYear:"""
        for _ in range(working_days):
            day = self.next_working(day)
        return day

    def left(self, today: date, due: date) -> Left:
        """How much time is left until ``due``, or has passed since. :raises UnknownYear:"""
        earlier, later = sorted((today, due))
        between = (earlier + _DAY * n for n in range(1, (later - earlier).days + 1))
        return Left(sum(self.is_working(day) for day in between), due < today)
