"""Which language a page is in, and how dates and numbers are written in it."""

from __future__ import annotations

from datetime import date, datetime

from babel.support import NullTranslations
from flask import Flask, g, has_request_context, session
from flask_babel import get_locale, get_translations

from blueprints.wording import ROLES
from law import dates
from law.numerals import thai
from models.user import LANGUAGES
from review.workflow import Role

NO_BREAK = "\u00a0"


def choose_language() -> str:
    """The signed-in person's choice, else this browser's, else Thai."""
    user = g.get("user")
    chosen = user.language if user else has_request_context() and session.get("language")
    return str(chosen) if chosen in LANGUAGES else "th"


def language() -> str:
    locale = get_locale()
    return locale.language if locale else "th"


def is_thai() -> bool:
    return language() == "th"


def thai_date(moment: date | datetime | None, weekday: bool = True) -> str:
    """A date in the reader's language, in the Buddhist era; nothing for None."""
    if moment is None:
        return ""
    return (dates.thai_date if is_thai() else dates.english_date)(moment, weekday=weekday)


def thai_time(moment: datetime) -> str:
    """The time of day in Bangkok, in the reader's language."""
    return (dates.thai_time if is_thai() else dates.english_time)(moment)


def thai_datetime(moment: datetime | None, weekday: bool = True) -> str:
    """Date and time of day in Bangkok, in the reader's language; nothing for None."""
    if moment is None:
        return ""
    if not is_thai():
        return f"{thai_date(moment, weekday)}, {thai_time(moment)}"
    time = thai_time(moment).replace(" ", NO_BREAK)
    return f"{thai_date(moment, weekday)} เวลา{NO_BREAK}{time}"


def thai_digits(value: object) -> str:
    """Digits in the reader's script: Thai on a Thai page."""
    return thai(str(value)) if is_thai() else str(value)


def role_name(role: Role | str) -> str:
    return str(ROLES[Role(role)])


def _give_sentences(app: Flask) -> None:
    """The templates' sentences: the catalogue is found by the language alone, for a page asks a hundred times."""
    known: dict[str, NullTranslations] = {}

    def catalogue() -> NullTranslations:
        spoken = language()
        if spoken not in known:
            known[spoken] = get_translations()
        return known[spoken]

    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # of the extension that babel adds
        gettext=lambda sentence: catalogue().ugettext(sentence),
        ngettext=lambda one, many, n: catalogue().ungettext(one, many, n),
        newstyle=True,
    )


def init_app(app: Flask) -> None:
    _give_sentences(app)
    app.jinja_env.filters.update(
        thai_date=thai_date,
        thai_time=thai_time,
        thai_datetime=thai_datetime,
        thai_digits=thai_digits,
        role_name=role_name,
    )
    app.jinja_env.globals.update(language=language, LANGUAGES=LANGUAGES)
