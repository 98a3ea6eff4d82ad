from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law import dates


def test_a_date_as_documents_write_it():
    assert dates.thai_date(date(2014, 12, 31)) == "วันพุธที่ ๓๑ ธันวาคม พ.ศ. ๒๕๕๗"
    assert dates.thai_date(date(2014, 12, 31), weekday=False) == "๓๑ ธันวาคม พ.ศ. ๒๕๕๗"
    assert dates.english_date(date(2014, 12, 31)) == "Wednesday 31 December B.E. 2557 (2014)"


def test_the_day_is_bangkoks():
    late = datetime(2014, 12, 31, 17, 42, tzinfo=UTC)
    assert dates.thai_date(late) == "วันพฤหัสบดีที่ ๑ มกราคม พ.ศ. ๒๕๕๘"
    assert dates.thai_time(late) == "๐๐:๔๒ น."
    assert dates.english_time(late) == "00:42"


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="without a zone"):
        dates.thai_date(datetime(2014, 12, 31))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("๑๒ มกราคม พ.ศ. ๒๕๖๑", date(2018, 1, 12)),
        (" วันศุกร์ที่  12 มกราคม พ.ศ. 2561 ", date(2018, 1, 12)),
        ("๑๒ ม.ค. ๒๕๖๑", date(2018, 1, 12)),
        ("12 มกราคม ค.ศ. 2018", date(2018, 1, 12)),
        ("12 january 2018", date(2018, 1, 12)),
        ("๑๒/๑/๒๕๖๑", date(2018, 1, 12)),
        ("12-01-2018", date(2018, 1, 12)),
        ("2018-01-12", date(2018, 1, 12)),
        ("2561-01-12", date(2018, 1, 12)),
        ("๒๒ มีนาคม ๒๔๗๘", date(1936, 3, 22)),
        ("๑ เมษายน ๒๔๗๘", date(1935, 4, 1)),
        ("๓๑/๑๒/๒๔๘๓", date(1940, 12, 31)),
        ("๑/๑/๒๔๘๔", date(1941, 1, 1)),
    ],
)
def test_a_date_as_people_type_it(typed, day):
    assert dates.read_date(typed) == day


@pytest.mark.parametrize(
    "typed", ["", "๑๒", "31/2/2561", "๑๒ ๑ ๒๕๖๑", "12/13/2561", "๑/๑/๐๐๐๐", "๕ มีนาคม ๒๔๘๓", "เมื่อวาน", "1/1/2561 บ่าย"]
)
def test_what_is_no_date(typed):
    assert dates.read_date(typed) is None


def test_until_2483_the_year_began_in_april():
    """Act on the calendar year, B.E. 2483: 1 January 1941 was the first of B.E. 2484."""
    assert dates.thai_date(date(1936, 3, 22), weekday=False) == "๒๒ มีนาคม พ.ศ. ๒๔๗๘"
    assert dates.thai_date(date(1936, 4, 1), weekday=False) == "๑ เมษายน พ.ศ. ๒๔๗๙"
    assert [dates.era_year(date(1940, 12, 31)), dates.era_year(date(1941, 1, 1))] == [2483, 2484]


@given(st.dates(min_value=date(1890, 1, 1), max_value=date(2300, 1, 1)))
def test_what_is_written_is_read(day):
    assert dates.read_date(dates.thai_date(day)) == dates.read_date(dates.thai_date(day, weekday=False)) == day
    assert dates.read_date(dates.english_date(day).partition(" B.E.")[0].split(" ", 1)[1] + f" {day.year}") == day


@settings(max_examples=50, deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2300, 1, 1)))
def test_different_days_are_written_differently(day):
    written = dates.thai_date(day)
    assert not any(sign in "0123456789" for sign in written)
    assert written != dates.thai_date(date.fromordinal(day.toordinal() + 1))
