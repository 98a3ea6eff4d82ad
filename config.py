"""Settings from the environment, each checked once, at start.

A fault is one sentence in Thai and one in English; all faults are reported together.
"""

from __future__ import annotations

import ipaddress
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from limits import parse_many
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from config_mail import MailServer, read_mail

ROOT = Path(__file__).resolve().parent
INSTANCE = ROOT / "instance"
SECRET_LENGTH = 32
TRUE = {"1", "true", "yes", "on"}
FALSE = {"", "0", "false", "no", "off"}
IMMEDIATE = "immediate://"  # jobs are done by whoever asks for them: for tests


class BadSettings(Exception):
    """Settings with which the application must not start. `faults`: one sentence each."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the application was told. `plain_http`: cookies may travel without TLS.

    `mail`: without it no letter is sent. `workers`: threads beside the embedded server that do the jobs of the
    queue at `queue_url`.
    """

    secret_key: str
    database_url: str
    demo: bool = False
    host: str = "127.0.0.1"
    port: int = 5000
    threads: int = 8
    ratelimit_storage_uri: str = "memory://"
    queue_url: str = IMMEDIATE
    mail: MailServer | None = None
    workers: int = 0
    trusted_proxies: int = 0
    plain_http: bool = False
    sign_in_limit: str = "10 per minute; 60 per hour"
    instance_path: Path = INSTANCE
    testing: bool = False
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def secure_cookies(self) -> bool:
        return not (self.demo or self.plain_http)


class _Reader:
    """Reads one setting after another and gathers the faults."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.faults: list[str] = []

    def text(self, name: str, default: str = "") -> str:
        return self.environ.get(name, "").strip() or default

    def fault(self, thai: str, english: str) -> None:
        self.faults.append(f"{thai} / {english}")

    def switch(self, name: str) -> bool:
        value = self.text(name).lower()
        if value not in TRUE | FALSE:
            self.fault(f"{name} ต้องเป็น 1 หรือ 0 ไม่ใช่ “{value}”", f"{name} must be 1 or 0, not '{value}'.")
        return value in TRUE

    def number(self, name: str, default: int, *, low: int, high: int) -> int:
        value = self.text(name, str(default))
        if value.isascii() and value.isdigit() and low <= int(value) <= high:
            return int(value)
        self.fault(
            f"{name} ต้องเป็นจำนวนเต็มตั้งแต่ {low} ถึง {high} ไม่ใช่ “{value}”",
            f"{name} must be a whole number from {low} to {high}, not '{value}'.",
        )
        return default


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings in the environment; raises BadSettings with every fault found."""
    reader = _Reader(environ)
    demo = reader.switch("RANGKAE_DEMO")
    database_url = _database_url(reader)
    settings = Settings(
        demo=demo,
        secret_key=_secret_key(reader, demo=demo),
        database_url=database_url,
        host=_host(reader, demo=demo),
        port=reader.number("PORT", 5000, low=1, high=65535),
        threads=reader.number("RANGKAE_THREADS", 8, low=1, high=64),
        ratelimit_storage_uri=_ratelimit_storage(reader),
        queue_url=_queue_url(reader, database_url),
        mail=read_mail(reader),
        workers=reader.number("RANGKAE_WORKERS", 2, low=0, high=32),
        trusted_proxies=reader.number("TRUSTED_PROXIES", 0, low=0, high=5),
        plain_http=reader.switch("RANGKAE_PLAIN_HTTP"),
        sign_in_limit=_sign_in_limit(reader),
    )
    if reader.faults:
        raise BadSettings(tuple(reader.faults))
    return settings


def _secret_key(reader: _Reader, *, demo: bool) -> str:
    key = reader.text("SECRET_KEY")
    if not key and demo:
        return _demonstration_key()
    if not key:
        reader.fault(
            "ยังไม่ได้ตั้ง SECRET_KEY (นอกโหมดสาธิตต้องมี)",
            "SECRET_KEY is not set; outside demonstration mode it is required.",
        )
    elif len(key) < SECRET_LENGTH:
        reader.fault(
            f"SECRET_KEY ต้องยาวอย่างน้อย {SECRET_LENGTH} ตัวอักษร",
            f"SECRET_KEY must be at least {SECRET_LENGTH} characters long.",
        )
    return key


def _demonstration_key() -> str:
    """A key kept beside the demonstration's database, so that a restart signs nobody out."""
    path = INSTANCE / "demonstration-key"
    if path.exists():
        return path.read_text().strip()
    INSTANCE.mkdir(mode=0o700, exist_ok=True)
    key = secrets.token_hex(SECRET_LENGTH)
    path.touch(mode=0o600)
    path.write_text(key)
    return key


def normalise_database_url(url: str) -> str:
    """The same database with the driver we use; hosting services still hand out `postgres://`."""
    for scheme in ("postgres://", "postgresql://"):
        if url.startswith(scheme):
            return "postgresql+psycopg://" + url.removeprefix(scheme)
    return url


def _database_url(reader: _Reader) -> str:
    url = normalise_database_url(reader.text("DATABASE_URL", f"sqlite:///{INSTANCE / 'rangkae.sqlite'}"))
    try:
        driver = make_url(url).drivername
    except ArgumentError:
        driver = ""
    if driver not in {"sqlite", "sqlite+pysqlite", "postgresql+psycopg"}:
        # The address may carry a password: it is not repeated here.
        reader.fault(
            "DATABASE_URL ต้องเป็นที่อยู่ของ SQLite หรือ PostgreSQL เช่น postgresql://ผู้ใช้:รหัสผ่าน@เครื่อง/ฐานข้อมูล",
            "DATABASE_URL must be an address of SQLite or PostgreSQL, like postgresql://user:password@host/database.",
        )
    return url


def _queue_url(reader: _Reader, database_url: str) -> str:
    """Where jobs wait: on a server one asks for, or where the database is."""
    url = normalise_database_url(reader.text("QUEUE_URL"))
    if not url:
        return _queue_beside(database_url)
    schemes = ("sqlite:///", "postgresql+psycopg://", "redis://", "rediss://")
    if not url.startswith(schemes) or url == "sqlite:///":
        # The address may carry a password: it is not repeated here.
        reader.fault(
            "QUEUE_URL ต้องเป็นที่อยู่ของ Redis, PostgreSQL หรือไฟล์ SQLite เช่น redis://เครื่อง:6379/0",
            "QUEUE_URL must be an address of Redis, PostgreSQL or a file of SQLite, like redis://host:6379/0.",
        )
    return url


def _queue_beside(database_url: str) -> str:
    """The database's own server; a file beside a file: the queue's writes must not make the database's wait."""
    if not database_url.startswith("sqlite"):
        return database_url
    try:
        file = make_url(database_url).database
    except ArgumentError:
        file = None
    path = Path(file) if file and file != ":memory:" else INSTANCE / "rangkae.sqlite"
    return f"sqlite:///{path.with_name(path.stem + '-queue.sqlite')}"


def _host(reader: _Reader, *, demo: bool) -> str:
    host = reader.text("HOST", "127.0.0.1")
    if demo and not _is_loopback(host):
        reader.fault(
            f"โหมดสาธิตเปิดให้เฉพาะเครื่องนี้เท่านั้น HOST จึงเป็น “{host}” ไม่ได้",
            f"Demonstration mode listens on this machine only: HOST can not be '{host}'.",
        )
    return host


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _sign_in_limit(reader: _Reader) -> str:
    limit = reader.text("RANGKAE_SIGN_IN_LIMIT", Settings.sign_in_limit)
    try:
        parse_many(limit)
    except ValueError:
        reader.fault(
            f"RANGKAE_SIGN_IN_LIMIT ต้องเขียนแบบ “10 per minute” ไม่ใช่ “{limit}”",
            f"RANGKAE_SIGN_IN_LIMIT must be written like '10 per minute', not '{limit}'.",
        )
    return limit


def _ratelimit_storage(reader: _Reader) -> str:
    uri = reader.text("RATELIMIT_STORAGE_URI", "memory://")
    if uri.split("://")[0] not in {"memory", "redis", "rediss", "memcached", "mongodb"}:
        reader.fault(
            "RATELIMIT_STORAGE_URI ต้องขึ้นต้นด้วย memory://, redis:// หรือ memcached://",
            "RATELIMIT_STORAGE_URI must begin with memory://, redis:// or memcached://.",
        )
    return uri
