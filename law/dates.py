"""Dates as Thai documents write them: Buddhist era, Thai digits, the weekday."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from law.numerals import thai

BUDDHIST_ERA = 543  # years ahead of the common era, counted from 1 January (since B.E. 2484)
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
    written = f"{day.day} {MONTHS[day.month - 1]} พ.ศ. {day.year + BUDDHIST_ERA}"
    return thai(f"วัน{WEEKDAYS[day.weekday()]}ที่ {written}" if weekday else written)


def english_date(moment: date | datetime, *, weekday: bool = True) -> str:
    """Wednesday 31 December B.E. 2557 (2014); the year of both eras, as no reader should have to count."""
    day = in_bangkok(moment)
    written = f"{day.day} {ENGLISH_MONTHS[day.month - 1]} B.E. {day.year + BUDDHIST_ERA} ({day.year})"
    return f"{ENGLISH_WEEKDAYS[day.weekday()]} {written}" if weekday else written


def thai_time(moment: datetime) -> str:
    """๑๐:๔๒ น., on Bangkok's clock."""
    return thai(f"{in_bangkok(moment):%H:%M} น.")


def english_time(moment: datetime) -> str:
    """10:42, on Bangkok's clock."""
    return f"{in_bangkok(moment):%H:%M}"
