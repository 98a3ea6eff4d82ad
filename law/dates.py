"""Dates as Thai documents write them: Buddhist era, Thai digits, the weekday."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from law.numerals import arabic, thai

BUDDHIST_ERA = 543  # years ahead of the common era
BANGKOK = timezone(timedelta(hours=7), "Asia/Bangkok")  # no summer time, ever since 1920
MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ENGLISH_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_LAST_APRIL_YEAR = 2483  # it began on 1 April, as those before it, and ended on 31 December
_FIRST_ERA_YEAR = 2400  # a year below that is written without its era is of the common era
_NAMES = {
    name.lower(): place for names in (MONTHS, SHORT_MONTHS, ENGLISH_MONTHS) for place, name in enumerate(names, 1)
}
_IN_WORDS = re.compile(
    rf"(?:วัน\S{{,8}}?ที่)? ?(?P<day>\d{{1,2}}) ?(?P<month>{'|'.join(map(re.escape, _NAMES))})"
    r" ?(?P<era>[พค]\. ?ศ\.)? ?(?P<year>\d{4})\Z",
    re.IGNORECASE,
)
_IN_FIGURES = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})\Z")
_BY_YEAR = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\Z")


def era_year(day: date) -> int:
    """The year of the Buddhist era; until B.E. 2483 it began on 1 April."""
    year = day.year + BUDDHIST_ERA
    return year - 1 if year <= _LAST_APRIL_YEAR and day.month < 4 else year


def of_era(year: int, month: int, day: int) -> date:
    """The day of a year of the Buddhist era. :raises ValueError: there is no such day."""
    found = date(year - BUDDHIST_ERA + (year <= _LAST_APRIL_YEAR and month < 4), month, day)
    if era_year(found) != year:
        raise ValueError(f"B.E. {year} had no month {month}")
    return found


def read_date(text: str) -> date | None:
    """What a person wrote as a date: ๑๒ มกราคม พ.ศ. ๒๕๖๑, 12/1/2561, 2018-01-12; none: it is no date."""
    written = arabic(" ".join(text.split()))
    found = _IN_WORDS.match(written) or _IN_FIGURES.match(written) or _BY_YEAR.match(written)
    if found is None:
        return None
    named = found.groupdict()
    year, day = int(named["year"]), int(named["day"])
    month = _NAMES.get(named["month"].lower()) or int(named["month"])
    era = named.get("era") or ("พ" if year >= _FIRST_ERA_YEAR else "ค")
    try:
        return of_era(year, month, day) if era[0] == "พ" else date(year, month, day)
    except (ValueError, OverflowError):
        return None


def in_bangkok(moment: date | datetime) -> date | datetime:
    """A point in time on Bangkok's clock; a plain date stays as it is. A naive time is a ValueError."""
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo is None:
        raise ValueError(f"a time without a zone: {moment!r}")
    return moment.astimezone(BANGKOK)


def thai_date(moment: date | datetime, *, weekday: bool = True) -> str:
    """วันพุธที่ ๓๑ ธันวาคม พ.ศ. ๒๕๕๗; without the weekday ๓๑ ธันวาคม พ.ศ. ๒๕๕๗."""
    day = in_bangkok(moment)
    written = f"{day.day} {MONTHS[day.month - 1]} พ.ศ. {era_year(day)}"
    return thai(f"วัน{WEEKDAYS[day.weekday()]}ที่ {written}" if weekday else written)


def english_date(moment: date | datetime, *, weekday: bool = True) -> str:
    """Wednesday 31 December B.E. 2557 (2014); the year of both eras, as no reader should have to count."""
    day = in_bangkok(moment)
    written = f"{day.day} {ENGLISH_MONTHS[day.month - 1]} B.E. {era_year(day)} ({day.year})"
    return f"{ENGLISH_WEEKDAYS[day.weekday()]} {written}" if weekday else written


def thai_time(moment: datetime) -> str:
    """๑๐:๔๒ น., on Bangkok's clock."""
    return thai(f"{in_bangkok(moment):%H:%M} น.")


def english_time(moment: datetime) -> str:
    """10:42, on Bangkok's clock."""
    return f"{in_bangkok(moment):%H:%M}"
