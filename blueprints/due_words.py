"""Deadlines in words: how much time is left, and reading what a person types."""

from __future__ import annotations

import re
from datetime import date

from flask import Flask
from flask_babel import gettext as _

from blueprints.language import thai_date, thai_digits
from law.dates import era_year, read_date
from law.numerals import arabic
from services.reviewing.arranging import due_in
from services.reviewing.working_days import announced_until, time_left, today

_NUMBER = re.compile(r"\d{1,4}\Z")


def time_left_words(due: date | None) -> str:
    """เหลือ ๓ วันทำการ, เกินกำหนด ๒ วันทำการ, ครบกำหนดวันนี้; nothing where nothing is known."""
    left = time_left(due)
    if left is None:
        return ""
    if due == today():
        return _("ครบกำหนดวันนี้")
    if left.passed:
        return _("เกินกำหนด %(n)s วันทำการ", n=thai_digits(left.days)) if left.days else _("เกินกำหนดแล้ว")
    return _("เหลือ %(n)s วันทำการ", n=thai_digits(left.days)) if left.days else _("เหลือวันนี้วันสุดท้าย")


def due_words(due: date | None) -> str:
    """The day with its weekday, and how much time is left."""
    if due is None:
        return ""
    left = time_left_words(due)
    return f"{thai_date(due)} ({left})" if left else thai_date(due)


def is_overdue(due: date | None) -> bool:
    """Whether the day is over."""
    return due is not None and due < today()


def typed_due(typed: str) -> date | None:
    """What was typed: a number of working days from today, or a date such as ๓๐/๑๑/๒๕๖๙; None: nothing.

    :raises ValueError: for anything else. :raises Refused: BAD_WORKING_DAYS, NO_CALENDAR.
    """
    text = arabic("".join(typed.split()))
    if not text:
        return None
    if _NUMBER.match(text):
        return due_in(int(text))
    day = read_date(typed)
    if day is None:
        raise ValueError(typed)
    return day


def shown_due(due: date | None) -> str:
    """A date as it is typed, in the Buddhist era."""
    return thai_digits(f"{due.day}/{due.month}/{era_year(due)}") if due else ""


def beyond_announced(due: date | None) -> bool:
    """Whether holidays that the cabinet may yet declare are not known for the year of the day."""
    return due is not None and due.year > announced_until()


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(due_words=due_words, time_left=time_left_words, shown_due=shown_due)
    app.jinja_env.tests.update(overdue=is_overdue)
