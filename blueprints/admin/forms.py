from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField, RadioField, SelectMultipleField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from blueprints.wording import ROLES
from review.workflow import Role
from services.people.accounts import PASSWORD_LENGTH

ROLE_CHOICES = [SelectChoice(role.value, ROLES[role]) for role in Role]
LANGUAGE_CHOICES = [SelectChoice("th", "ไทย"), SelectChoice("en", "English")]


class RolesField(SelectMultipleField):
    """One tick box for each role."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def roles(self) -> frozenset[Role]:
        return frozenset(Role(value) for value in self.data or [])


class NewUserForm(FlaskForm):
    name = StringField(
        _("ชื่อและนามสกุล"),
        validators=[InputRequired(_("กรอกชื่อ")), Length(max=200, message=_("ชื่อยาวเกินไป"))],
        render_kw={"autocomplete": "off"},
    )
    email = EmailField(
        _("อีเมล"),
        validators=[InputRequired(_("กรอกอีเมล")), Length(max=254, message=_("อีเมลยาวเกินไป"))],
        render_kw={"autocomplete": "off"},
    )
    password = PasswordField(
        _("รหัสผ่านเริ่มต้น"),
        validators=[InputRequired(_("กรอกรหัสผ่าน"))],
        description=_("อย่างน้อย %(length)s ตัวอักษร แจ้งเจ้าของบัญชีให้เปลี่ยนเมื่อเข้าใช้ครั้งแรก", length=PASSWORD_LENGTH),
        render_kw={"autocomplete": "new-password"},
    )
    language = RadioField(_("ภาษา"), choices=LANGUAGE_CHOICES, default="th")
    roles = RolesField(_("บทบาท"), choices=ROLE_CHOICES, default=[Role.READER.value])


class RolesForm(FlaskForm):
    roles = RolesField(_("บทบาท"), choices=ROLE_CHOICES)


class PasswordForm(FlaskForm):
    password = PasswordField(
        _("รหัสผ่านใหม่"),
        validators=[InputRequired(_("กรอกรหัสผ่าน"))],
        description=_("อย่างน้อย %(length)s ตัวอักษร", length=PASSWORD_LENGTH),
        render_kw={"autocomplete": "new-password"},
    )
