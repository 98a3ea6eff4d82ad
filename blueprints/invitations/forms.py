"""Whom to invite."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField
from wtforms.validators import DataRequired, Length, NumberRange
from wtforms.widgets import TextInput

from blueprints.language import thai_digits
from review.guests import DEFAULT_DAYS, LONGEST_DAYS
from services.people.invitations import LONGEST_ORGANISATION, LONGEST_PERSON, Guest

_DAYS = _("กรอกจำนวนวันเป็นตัวเลข ๑ ถึง ๓๖๕")


class Days(IntegerField):
    """A number in the reader's digits; both are read."""

    widget = TextInput()

    def _value(self) -> str:
        return thai_digits(super()._value())


class InvitationForm(FlaskForm):
    """A guest, and for how many days the link opens."""

    person = StringField(
        _("ชื่อผู้ได้รับเชิญ"),
        validators=[DataRequired(_("กรอกชื่อผู้ได้รับเชิญ")), Length(max=LONGEST_PERSON, message=_("ชื่อยาวเกินไป"))],
    )
    organisation = StringField(
        _("หน่วยงาน"),
        validators=[DataRequired(_("กรอกชื่อหน่วยงาน")), Length(max=LONGEST_ORGANISATION, message=_("ชื่อยาวเกินไป"))],
    )
    email = StringField(_("อีเมล"), render_kw={"inputmode": "email", "autocomplete": "off"})
    days = Days(
        _("ใช้ลิงก์ได้กี่วัน"),
        default=DEFAULT_DAYS,
        validators=[NumberRange(1, LONGEST_DAYS, message=_DAYS)],
        render_kw={"inputmode": "numeric"},
    )

    def guest(self) -> Guest:
        """What was typed."""
        return Guest(self.person.data or "", self.organisation.data or "", self.email.data or "", self.days.data or 0)
