"""The application: `create_app()` puts it together, `python app.py` serves it."""

from __future__ import annotations

import ctypes
import gc
import logging
import sys
from collections.abc import Callable
from functools import lru_cache
from inspect import iscoroutinefunction
from pathlib import Path
from typing import Any

from flask import Flask, request
from waitress import serve
from werkzeug.middleware.proxy_fix import ProxyFix

import blueprints
from blueprints import access, due_words, errors, language, security
from blueprints.accounts import browser
from blueprints.site.commands import prepare, welcome
from config import BadSettings, Settings, read_settings
from extensions import alembic, babel, csrf, db, limiter, prepare_sqlite
from jobs import queue, work
from law import words

MEGABYTE = 1_000_000  # bytes
# How the server serves. A request above MAX_CONTENT_LENGTH is refused in words; one above this is not even read,
# so that nobody fills the disk: what is read lies there until it is whole.
SERVING: dict[str, Any] = {"ident": None, "max_request_body_size": 64 * MEGABYTE}
_M_ARENA_MAX = -8  # of malloc.h
SIGN_IN_ACCOUNT_LIMIT = "20 per hour"  # wrong passwords for one account, from anywhere


def create_app(settings: Settings | None = None) -> Flask:
    """The application with these settings, or those of the environment (raises BadSettings)."""
    settings = settings or read_settings()
    app = Flask(__name__, instance_path=str(settings.instance_path))
    _configure(app, settings)
    _bind_extensions(app)
    # The order matters: who it is, whether he or she may, whether too often, whether the form is ours.
    app.before_request(browser.recognise)
    app.before_request(access.guard)
    limiter.init_app(app)
    csrf.init_app(app)
    for part in (security, language, due_words, errors):
        part.init_app(app)
    app.jinja_env.globals.update(here=access.here, may=access.may, signed_in_user=access.signed_in_user)
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    access.public(app.view_functions["static"])
    app.url_defaults(lambda endpoint, values: _version_static(app, endpoint, values))
    app.jinja_env.globals["url_for"] = _remembering_files(app)
    blueprints.register_all(app)
    queue.init_app(app, settings.queue_url)
    app.cli.add_command(work.commands)
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    return app


def _configure(app: Flask, settings: Settings) -> None:
    settings.instance_path.mkdir(mode=0o700, parents=True, exist_ok=True)
    app.config.update(
        SECRET_KEY=settings.secret_key,
        DEMO=settings.demo,
        TESTING=settings.testing,
        SETTINGS=settings,
        SIGN_IN_LIMIT=settings.sign_in_limit,
        SIGN_IN_ACCOUNT_LIMIT=SIGN_IN_ACCOUNT_LIMIT,
        # A connection for each thread that serves: none of them waits for the pool.
        SQLALCHEMY_ENGINES={"default": {"url": settings.database_url, "pool_size": settings.threads}},
        ALEMBIC_CONTEXT={"render_as_batch": True, "compare_type": True},
        SESSION_COOKIE_NAME="__Host-rangkae-form" if settings.secure_cookies else "rangkae-form",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # A form may stand open for a day while its text is being written; its token lives as long as the session.
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=16 * MEGABYTE,
        MAX_FORM_MEMORY_SIZE=16 * MEGABYTE,
        RATELIMIT_STORAGE_URI=settings.ratelimit_storage_uri,
        BABEL_DEFAULT_LOCALE="th",
        BABEL_DEFAULT_TIMEZONE="Asia/Bangkok",
    )
    app.config.update(settings.extra)


def _bind_extensions(app: Flask) -> None:
    db.init_app(app)
    # We have no asynchronous sessions; closing them would start an event loop after every request.
    app.teardown_appcontext_funcs = [close for close in app.teardown_appcontext_funcs if not iscoroutinefunction(close)]
    with app.app_context():
        prepare_sqlite(db.engine)
    alembic.init_app(app)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    babel.init_app(app, locale_selector=language.choose_language)


@lru_cache(maxsize=512)
def _stamp(path: Path) -> str:
    """Changes when the file does, so that browsers may keep a static file for a year."""
    return format(path.stat().st_mtime_ns // 1_000_000, "x") if path.is_file() else "0"


def _version_static(app: Flask, endpoint: str, values: dict[str, object]) -> None:
    if endpoint == "static" and "filename" in values and "v" not in values:
        values["v"] = _stamp(Path(str(app.static_folder), str(values["filename"])))


def _remembering_files(app: Flask) -> Callable[..., str]:
    """``url_for`` for templates: a page names some thirty static files, whose addresses stay until the next start."""
    known: dict[tuple[str, object], str] = {}

    def url_for(endpoint: str, **values: Any) -> str:
        if endpoint != "static" or values.keys() != {"filename"}:
            return app.url_for(endpoint, **values)
        key = request.script_root, values["filename"]
        if key not in known:
            known[key] = app.url_for(endpoint, **values)
        return known[key]

    return url_for


def settle(app: Flask) -> None:
    """Before anybody asks: what every first look at a page would wait for, and what is kept for good set aside.

    The dictionary (48 MB) is read and the templates are compiled, which together took half of each first look. The
    collector of rings would go through all that and the libraries time and again: a tenth of a second in which no page
    moves. glibc gives each thread a heap of its own, in which what one request needed stays taken: two are enough here,
    since Python runs one thread at a time.
    """
    words.tokens("มาตรา")
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)
    gc.collect()
    gc.freeze()
    _give_back()


def _give_back() -> None:
    """What starting took and nobody needs; where there is no glibc nothing is done."""
    try:
        libc = ctypes.CDLL(None)
        libc.mallopt(_M_ARENA_MAX, 2)
        libc.malloc_trim(0)
    except (AttributeError, OSError, TypeError):
        return


def main() -> int:
    """Serve until stopped; 2 where the settings are faulty."""
    try:
        settings = read_settings()
    except BadSettings as bad:
        sys.stderr.write("\n".join(("ตั้งค่าไม่ถูกต้อง จึงไม่เริ่มทำงาน / Not started:", *bad.faults)) + "\n")
        return 2
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    app = create_app(settings)
    if settings.demo:
        prepare(app)
        welcome(f"http://{settings.host}:{settings.port}")
    settle(app)
    try:
        with work.embedded(app, workers=settings.workers):
            serve(app, host=settings.host, port=settings.port, threads=settings.threads, **SERVING)
    except OSError as error:
        sys.stderr.write(f"เปิด {settings.host}:{settings.port} ไม่ได้ / can not listen there: {error.strerror}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
