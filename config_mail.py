"""Settings of the mail server, from the environment."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from email.headerregistry import Address
from email.utils import parseaddr
from typing import Protocol
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from email_validator import EmailNotValidError, validate_email

PORTS = {"smtp": 25, "smtps": 465}


class Reader(Protocol):
    """Reads settings and gathers the faults."""

    def text(self, name: str, default: str = "") -> str: ...
    def fault(self, thai: str, english: str) -> None: ...


@dataclass(frozen=True, kw_only=True)
class MailServer:
    """Where letters are handed over, from whom they are, and the address of this site, for the links in them.

    ``tls``: from the first byte; ``starttls``: asked for, and nothing is said before. ``site``: no slash at its end.
    """

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls: bool = False
    starttls: bool = False
    sender: Address
    site: str


def read_mail(reader: Reader) -> MailServer | None:
    """None where SMTP_URL is not set. Faults go to the reader, without the password."""
    url = reader.text("SMTP_URL")
    if not url:
        return None
    server = _server(reader, url)
    sender = _sender(reader)
    site = _site(reader)
    if server is None or sender is None or not site:
        return None
    given = parse_qs(server.query, keep_blank_values=True)
    return MailServer(
        host=server.hostname or "",
        port=server.port or PORTS[server.scheme],
        user=unquote(server.username or ""),
        password=unquote(server.password or ""),
        tls=server.scheme == "smtps",
        starttls="starttls" in given,
        sender=sender,
        site=site,
    )


def _server(reader: Reader, url: str) -> SplitResult | None:
    try:
        found = urlsplit(url)
        fine = found.scheme in PORTS and bool(found.hostname) and found.port != 0
        fine = fine and set(parse_qs(found.query, keep_blank_values=True)) <= {"starttls"}
    except ValueError:
        fine = False
    if not fine:
        reader.fault(
            "SMTP_URL ต้องเขียนแบบ smtp://ผู้ใช้:รหัสผ่าน@เครื่อง:587?starttls หรือ smtps://…",
            "SMTP_URL must be written like smtp://user:password@host:587?starttls or smtps://…",
        )
        return None
    open_ = found.scheme == "smtp" and "starttls" not in found.query
    if found.username and open_ and not _is_this_machine(found.hostname or ""):
        reader.fault(
            "SMTP_URL มีรหัสผ่านแต่ไม่เข้ารหัสการเชื่อมต่อ เติม ?starttls หรือใช้ smtps://",
            "SMTP_URL has a password but no encryption: add ?starttls or use smtps://.",
        )
        return None
    return found


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _sender(reader: Reader) -> Address | None:
    name, address = parseaddr(reader.text("MAIL_FROM"))
    try:
        checked = validate_email(address, check_deliverability=False, test_environment=True).ascii_email or ""
        return Address(display_name=" ".join(name.split()), addr_spec=checked)
    except (EmailNotValidError, ValueError):
        reader.fault(
            "เมื่อตั้ง SMTP_URL ต้องตั้ง MAIL_FROM เป็นที่อยู่อีเมลของผู้ส่ง เช่น ร่างแก้ <rangkae@หน่วยงาน.go.th>",
            "With SMTP_URL, MAIL_FROM must be the sender's address, like Rangkae <rangkae@office.go.th>.",
        )
        return None


def _site(reader: Reader) -> str:
    site = reader.text("SITE_URL").rstrip("/")
    try:
        parts = urlsplit(site)
        fine = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.query and not parts.fragment
    except ValueError:
        fine = False
    if fine and not parts.path:
        return site
    reader.fault(
        "เมื่อตั้ง SMTP_URL ต้องตั้ง SITE_URL เป็นที่อยู่ของเว็บนี้ เช่น https://rangkae.หน่วยงาน.go.th",
        "With SMTP_URL, SITE_URL must be the address of this site, like https://rangkae.office.go.th.",
    )
    return ""
