"""Pages for what went wrong: what it is, and what to do now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Flask, current_app, g, render_template, request
from flask_babel import gettext
from flask_limiter.errors import RateLimitExceeded
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import BadRequest, HTTPException
from werkzeug.wrappers import Response

from blueprints.access import roles_with
from blueprints.accounts.forms import SignInForm
from blueprints.language import thai_time
from extensions import db, limiter
from models.base import utc_now
from review.permissions import Permission
from services.failures import NotFound
from services.people import accounts

Page = tuple[str, int] | Response


def error_page(code: int, heading: str, sentences: list[str]) -> tuple[str, int]:
    """A whole page that says what happened (`heading`) and what can be done (`sentences`)."""
    # Without a host that can be one there is no address to put into a link.
    page = "errors/bare.html" if isinstance(request.routing_exception, BadRequest) else "errors/error.html"
    return render_template(page, code=code, heading=heading, sentences=sentences), code


def csrf_missing(_error: CSRFError) -> Page:
    return error_page(
        400,
        gettext("แบบฟอร์มนี้หมดอายุ"),
        [
            gettext("ยังไม่มีการบันทึกสิ่งใด"),
            gettext("กลับไปหน้าก่อน เปิดหน้านั้นใหม่ แล้วส่งอีกครั้ง ถ้าพิมพ์ข้อความไว้ ให้คัดลอกไว้ก่อน"),
        ],
    )


def bad_request(_error: HTTPException) -> Page:
    return error_page(
        400, gettext("คำขอไม่ถูกต้อง"), [gettext("ระบบอ่านสิ่งที่ส่งมาไม่ได้ จึงไม่ได้บันทึกสิ่งใด"), gettext("กลับไปหน้าก่อนแล้วลองอีกครั้ง")]
    )


def not_signed_in(_error: HTTPException) -> Page:
    return error_page(401, gettext("ยังไม่ได้เข้าสู่ระบบ"), [gettext("เข้าสู่ระบบในอีกหน้าต่างหนึ่ง แล้วกลับมาทำต่อ สิ่งที่พิมพ์ไว้ยังอยู่")])


def forbidden(_error: HTTPException) -> Page:
    permission = g.get("needed_permission")
    if permission is Permission.GUEST:
        return error_page(
            403,
            gettext("หน้านี้เปิดจากลิงก์ในคำเชิญ"),
            [
                gettext("กดลิงก์ในคำเชิญที่ท่านได้รับอีกครั้ง ลิงก์ใช้ได้ในเบราว์เซอร์ที่กดเท่านั้น"),
                gettext("ถ้าเปิดไม่ได้ ขอลิงก์ใหม่จากผู้ที่เชิญท่าน"),
            ],
        )
    roles = roles_with(permission) if permission else ()
    names = gettext(" หรือ").join(str(current_app.jinja_env.filters["role_name"](role)) for role in roles)
    sentences = [gettext("หน้านี้เปิดได้เฉพาะ%(roles)s", roles=names)] if roles else []
    return error_page(
        403,
        gettext("ท่านไม่มีสิทธิเปิดหน้านี้"),
        [*sentences, gettext("ถ้าต้องใช้ ให้ขอสิทธิจากผู้ดูแลระบบของหน่วยงาน")],
    )


def not_found(_error: HTTPException | NotFound) -> Page:
    return error_page(
        404, gettext("ไม่พบหน้านี้"), [gettext("ที่อยู่อาจพิมพ์ผิด หรือสิ่งที่หาไม่มีอยู่แล้ว"), gettext("กลับไปหน้าแรกแล้วค้นหาจากที่นั่น")]
    )


def wrong_method(_error: HTTPException) -> Page:
    return error_page(405, gettext("เปิดหน้านี้ด้วยวิธีนี้ไม่ได้"), [gettext("ใช้ปุ่มหรือแบบฟอร์มในหน้าก่อนแทนการพิมพ์ที่อยู่")])


def too_large(_error: HTTPException) -> Page:
    return error_page(
        413,
        gettext("สิ่งที่ส่งมาใหญ่เกินไป"),
        [
            gettext(
                "ส่งได้ไม่เกิน %(megabytes)s ล้านไบต์ ยังไม่มีการบันทึกสิ่งใด",
                megabytes=current_app.config["MAX_CONTENT_LENGTH"] // 1_000_000,
            )
        ],
    )


def too_often(error: HTTPException) -> Page:
    limit = limiter.current_limit
    when = datetime.fromtimestamp(limit.reset_at, UTC) if limit else utc_now()
    sentence = gettext("ลองหลายครั้งเกินไป ลองอีกครั้งหลังเวลา %(time)s", time=thai_time(_next_minute(when)))
    if request.endpoint == "accounts.sign_in_now":
        form = SignInForm()
        accounts.note_refusal(db.session, email=form.email.data or "")
        form.form_errors += [sentence, gettext("ถ้าลืมรหัสผ่าน ให้ผู้ดูแลระบบตั้งให้ใหม่ ถ้าท่านไม่ได้ลองเอง ให้เข้าจากเครื่องที่เคยใช้")]
        return render_template("accounts/sign_in.html", form=form, demo=current_app.config["DEMO"]), 429
    return error_page(429, gettext("ลองหลายครั้งเกินไป"), [sentence])


def _next_minute(moment: datetime) -> datetime:
    """The first whole minute at or after a moment: clocks on pages have no seconds."""
    return (moment + timedelta(minutes=1, microseconds=-1)).replace(second=0, microsecond=0)


def failed(_error: Exception) -> Page:
    db.session.rollback()
    g.user = None  # the page must not need the database, which may be what failed
    return error_page(
        500,
        gettext("ระบบทำงานผิดพลาด"),
        [gettext("ไม่ใช่ความผิดของท่าน ข้อผิดพลาดถูกจดไว้ให้ผู้ดูแลระบบแล้ว"), gettext("สิ่งที่บันทึกแล้วยังอยู่ครบ ลองอีกครั้งในอีกสักครู่")],
    )


def init_app(app: Flask) -> None:
    app.register_error_handler(CSRFError, csrf_missing)
    app.register_error_handler(RateLimitExceeded, too_often)
    app.register_error_handler(NotFound, not_found)
    handlers = {
        400: bad_request,
        401: not_signed_in,
        403: forbidden,
        404: not_found,
        405: wrong_method,
        413: too_large,
        429: too_often,
        500: failed,
    }
    for code, handler in handlers.items():
        app.register_error_handler(code, handler)
