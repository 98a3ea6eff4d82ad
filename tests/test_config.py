"""Settings: what starts, and the sentence for what does not."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from config import ROOT, BadSettings, normalise_database_url, read_settings

KEY = "k" * 32
MAIL = {
    "SMTP_URL": "smtp://u:p%40ss@mail.office.test:587?starttls",
    "MAIL_FROM": "ร่างแก้ <rangkae@office.test>",
    "SITE_URL": "https://rangkae.office.test/",
}


def faults(**environ: str) -> str:
    with pytest.raises(BadSettings) as raised:
        read_settings({"SECRET_KEY": KEY} | environ)
    return "\n".join(raised.value.faults)


def test_an_office_needs_a_key_and_little_else():
    settings = read_settings({"SECRET_KEY": KEY})
    assert (settings.host, settings.port, settings.demo) == ("127.0.0.1", 5000, False)
    assert settings.secure_cookies


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"PORT": "http"}, "PORT"),
        ({"PORT": "0"}, "PORT"),
        ({"PORT": "٥٠٠٠"}, "PORT"),
        ({"RANGKAE_DEMO": "maybe"}, "RANGKAE_DEMO"),
        ({"RANGKAE_THREADS": "1000"}, "RANGKAE_THREADS"),
        ({"TRUSTED_PROXIES": "-1"}, "TRUSTED_PROXIES"),
        ({"DATABASE_URL": "mysql://root:geheim@localhost/x"}, "DATABASE_URL"),
        ({"DATABASE_URL": "rangkae"}, "DATABASE_URL"),
        ({"RATELIMIT_STORAGE_URI": "file:///x"}, "RATELIMIT_STORAGE_URI"),
        ({"QUEUE_URL": "amqp://geheim@localhost"}, "QUEUE_URL"),
        ({"QUEUE_URL": "immediate://"}, "QUEUE_URL"),
        ({"QUEUE_URL": "sqlite:///"}, "QUEUE_URL"),
        ({"RANGKAE_WORKERS": "-1"}, "RANGKAE_WORKERS"),
        (MAIL | {"SMTP_URL": "mail.office.test"}, "SMTP_URL"),
        (MAIL | {"SMTP_URL": "smtp://u:geheim@mail.office.test:x"}, "SMTP_URL"),
        (MAIL | {"SMTP_URL": "smtp://u:geheim@mail.office.test?tls"}, "SMTP_URL"),
        (MAIL | {"SMTP_URL": "smtp://u:geheim@mail.office.test"}, "starttls"),
        (MAIL | {"MAIL_FROM": ""}, "MAIL_FROM"),
        (MAIL | {"MAIL_FROM": "rangkae"}, "MAIL_FROM"),
        (MAIL | {"SITE_URL": ""}, "SITE_URL"),
        (MAIL | {"SITE_URL": "https://x.test/path"}, "SITE_URL"),
        (MAIL | {"SITE_URL": "x.test"}, "SITE_URL"),
        ({"RANGKAE_SIGN_IN_LIMIT": "often"}, "RANGKAE_SIGN_IN_LIMIT"),
        ({"RANGKAE_DEMO": "1", "HOST": "0.0.0.0"}, "HOST"),
        ({"RANGKAE_DEMO": "1", "HOST": "rangkae.go.th"}, "HOST"),
    ],
)
def test_each_fault_is_named(environ, named):
    sentences = faults(**environ)
    assert named in sentences
    assert "geheim" not in sentences
    assert " / " in sentences  # Thai and English


def test_all_faults_are_told_at_once():
    assert len(faults(SECRET_KEY="", PORT="x", TRUSTED_PROXIES="x").splitlines()) == 3


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_the_demonstration_listens_on_this_machine(host):
    assert read_settings({"SECRET_KEY": KEY, "RANGKAE_DEMO": "1", "HOST": host}).host == host


def test_cookies_travel_without_tls_only_where_said():
    assert not read_settings({"SECRET_KEY": KEY, "RANGKAE_PLAIN_HTTP": "1"}).secure_cookies


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgres://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg://u@h/d"),
        ("sqlite:////x", "sqlite:////x"),
    ],
)
def test_addresses_of_postgresql(given, used):
    assert normalise_database_url(given) == used


def test_letters_go_out_where_a_server_is_named():
    assert read_settings({"SECRET_KEY": KEY}).mail is None
    server = read_settings({"SECRET_KEY": KEY} | MAIL).mail
    assert (server.host, server.port, server.user, server.password) == ("mail.office.test", 587, "u", "p@ss")
    assert (server.starttls, server.tls) == (True, False)
    assert (server.sender.display_name, server.sender.addr_spec) == ("ร่างแก้", "rangkae@office.test")
    assert server.site == "https://rangkae.office.test"
    assert read_settings({"SECRET_KEY": KEY} | MAIL | {"SMTP_URL": "smtps://mail.office.test"}).mail.port == 465


@pytest.mark.parametrize(
    ("environ", "used"),
    [
        ({"DATABASE_URL": "sqlite:////x/y.sqlite"}, "sqlite:////x/y-queue.sqlite"),
        ({"DATABASE_URL": "postgres://u@h/d"}, "postgresql+psycopg://u@h/d"),
        ({"DATABASE_URL": "postgres://u@h/d", "QUEUE_URL": "redis://h/1"}, "redis://h/1"),
    ],
)
def test_jobs_wait_beside_the_database_where_nothing_is_said(environ, used):
    assert read_settings({"SECRET_KEY": KEY} | environ).queue_url == used


def test_a_faulty_start_ends_with_sentences_and_2():
    environ = {name: value for name, value in os.environ.items() if name not in {"SECRET_KEY", "RANGKAE_DEMO"}}
    ended = subprocess.run(
        [sys.executable, "app.py"], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 2
    assert "SECRET_KEY is not set" in ended.stderr
    assert "Traceback" not in ended.stderr
