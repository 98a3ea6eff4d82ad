from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import EmailField, HiddenField, PasswordField
from wtforms.validators import EqualTo, InputRequired, Length

from services.people.accounts import LONGEST_PASSWORD, PASSWORD_LENGTH


def without_controls(text: str | None) -> str:
    """A page can not show control characters back, nor can a database hold each of them."""
    return "".join(sign for sign in text or "" if sign.isprintable())


class SignInForm(FlaskForm):
    email = EmailField(
        _("อีเมล"),
        filters=[without_controls],
        validators=[InputRequired(_("กรอกอีเมล")), Length(max=254, message=_("อีเมลยาวเกินไป"))],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        _("รหัสผ่าน"),
        validators=[InputRequired(_("กรอกรหัสผ่าน")), Length(max=LONGEST_PASSWORD, message=_("รหัสผ่านยาวเกินไป"))],
        render_kw={"autocomplete": "current-password"},
    )
    next = HiddenField()


class ChangePasswordForm(FlaskForm):
    old = PasswordField(
        _("รหัสผ่านปัจจุบัน"),
        validators=[InputRequired(_("กรอกรหัสผ่านปัจจุบัน"))],
        render_kw={"autocomplete": "current-password"},
    )
    new = PasswordField(
        _("รหัสผ่านใหม่"),
        validators=[InputRequired(_("กรอกรหัสผ่านใหม่"))],
        description=_("อย่างน้อย %(length)s ตัวอักษร", length=PASSWORD_LENGTH),
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        _("รหัสผ่านใหม่อีกครั้ง"),
        validators=[
            InputRequired(_("กรอกรหัสผ่านใหม่อีกครั้ง")),
            EqualTo("new", message=_("รหัสผ่านใหม่สองช่องไม่ตรงกัน")),
        ],
        render_kw={"autocomplete": "new-password"},
    )
