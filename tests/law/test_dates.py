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


@settings(max_examples=50, deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2300, 1, 1)))
def test_different_days_are_written_differently(day):
    written = dates.thai_date(day)
    assert not any(sign in "0123456789" for sign in written)
    assert written != dates.thai_date(date.fromordinal(day.toordinal() + 1))
