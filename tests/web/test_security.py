"""Headers, and pages for what went wrong."""

from __future__ import annotations

import re

import pytest

from review.workflow import Role


def test_every_answer_forbids_what_a_page_of_ours_never_does(client):
    for path in ("/sign-in", "/nowhere", "/healthz", "/static/css/base.css"):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]


def test_each_answer_has_a_nonce_of_its_own(client):
    nonces = {
        re.search(r"nonce-([^']+)", client.get("/sign-in").headers["Content-Security-Policy"])[1] for _ in range(3)
    }
    assert len(nonces) == 3


def test_browsers_are_held_to_tls_where_there_is_tls(client, app, monkeypatch):
    assert "Strict-Transport-Security" not in client.get("/sign-in").headers
    monkeypatch.setitem(app.config, "SESSION_COOKIE_SECURE", True)
    assert (
        "max-age=31536000" in client.get("/sign-in", base_url="https://localhost").headers["Strict-Transport-Security"]
    )


def test_what_signed_in_people_see_is_not_kept(client, people):
    client.sign_in(people[Role.READER])
    assert client.get("/").headers["Cache-Control"] == "no-store"


def test_static_files_with_a_stamp_are_kept(client):
    page = client.get("/sign-in").text
    address = re.search(r'href="(/static/css/base\.css\?v=\w+)"', page)[1]
    assert "immutable" in client.get(address).headers["Cache-Control"]
    assert "immutable" not in client.get("/static/css/base.css").headers["Cache-Control"]


def test_the_font_is_served_from_here(client):
    response = client.get("/fonts/Sarabun-Regular.ttf")
    assert response.mimetype == "font/ttf"
    assert response.data[:4] == b"\0\1\0\0"
    assert client.get("/fonts/..%2fLICENSE").status_code == 404


@pytest.mark.parametrize(
    ("request_", "code", "heading"),
    [
        ({"path": "/nowhere"}, 404, "ไม่พบหน้านี้"),
        ({"path": "/acts/%00"}, 404, "ไม่พบหน้านี้"),
        ({"path": "/sign-in", "method": "DELETE"}, 405, "เปิดหน้านี้ด้วยวิธีนี้ไม่ได้"),
        ({"path": "/sign-in", "method": "POST", "data": {"email": "x" * 17_000_000}}, 413, "สิ่งที่ส่งมาใหญ่เกินไป"),
        ({"path": "/language", "method": "POST"}, 400, "คำขอไม่ถูกต้อง"),
    ],
)
def test_what_goes_wrong_has_a_page_in_words(client, people, request_, code, heading):
    client.sign_in(people[Role.READER])
    response = client.open(**request_)
    assert response.status_code == code
    assert f"<h1>{heading}</h1>" in response.text


@pytest.mark.parametrize("host", ["a" * 4_000, ".."])
@pytest.mark.parametrize("path", ["/sign-in", "/nowhere", "/healthz", "/static/css/base.css"])
def test_a_host_that_can_be_none_is_refused_in_words(client, host, path):
    response = client.get(path, headers={"Host": host})
    assert response.status_code == 400
    assert "<h1>คำขอไม่ถูกต้อง</h1>" in response.text


def test_a_fault_of_ours_is_owned_and_shows_no_traceback(client, app, people, monkeypatch):
    def fail() -> None:
        raise RuntimeError("secret of the house")

    fail.needed_permission = app.view_functions["home.index"].needed_permission
    monkeypatch.setitem(app.view_functions, "home.index", fail)
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    client.sign_in(people[Role.READER])
    response = client.get("/")
    assert response.status_code == 500
    assert "ระบบทำงานผิดพลาด" in response.text
    assert "secret of the house" not in response.text
