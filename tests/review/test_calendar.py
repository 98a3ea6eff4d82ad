"""Working days, over any set of holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.calendar import Left, UnknownYear, WorkCalendar

DAYS = st.dates(date(2026, 1, 1), date(2026, 6, 30))
CALENDARS = st.frozensets(DAYS, max_size=20).map(lambda days: WorkCalendar(days, 2025, 2027))
SONGKRAN = WorkCalendar(frozenset({date(2026, 4, 13), date(2026, 4, 14), date(2026, 4, 15)}), 2026, 2026)


@given(CALENDARS, DAYS)
def test_the_next_working_day_is_the_first(calendar: WorkCalendar, day: date) -> None:
    following = calendar.next_working(day)
    assert calendar.is_working(following)
    between = [day + timedelta(days=n) for n in range(1, (following - day).days)]
    assert not any(calendar.is_working(one) for one in between)


@given(CALENDARS, DAYS, st.integers(1, 30))
def test_what_is_added_is_left(calendar: WorkCalendar, day: date, working_days: int) -> None:
    due = calendar.add(day, working_days)
    assert calendar.left(day, due) == Left(working_days, passed=False)
    assert calendar.left(due, day).passed
    assert calendar.add(calendar.add(day, working_days - 1), 1) == due


def test_holidays_and_weekends_do_not_count() -> None:
    friday = date(2026, 4, 10)
    assert SONGKRAN.add(friday, 1) == date(2026, 4, 16)
    assert SONGKRAN.left(friday, date(2026, 4, 16)) == Left(1, passed=False)
    assert SONGKRAN.left(friday, date(2026, 4, 12)) == Left(0, passed=False), "holidays only: today is the last day"
    assert SONGKRAN.left(date(2026, 4, 14), friday) == Left(0, passed=True)
    assert SONGKRAN.left(friday, friday) == Left(0, passed=False)


def test_a_year_that_is_not_known_is_said() -> None:
    with pytest.raises(UnknownYear) as caught:
        SONGKRAN.add(date(2026, 12, 30), 3)
    assert caught.value.year == 2027
