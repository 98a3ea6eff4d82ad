"""Forms of bills."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from blueprints.days import DayField
from services.legislating.bill_making import LONGEST_PROSE, LONGEST_TITLE
from services.legislating.enacting import LONGEST_GAZETTE

_TITLE = Length(max=LONGEST_TITLE, message=_("ชื่อยาวเกินไป ใช้ไม่เกิน ๓๐๐ ตัวอักษร"))
_PROSE = Length(max=LONGEST_PROSE, message=_("เหตุผลยาวเกินไป ใช้ไม่เกิน ๒๐,๐๐๐ ตัวอักษร"))


class NewBillForm(FlaskForm):
    """A bill of an act. The proposals are read from the request: ``proposal``, each ``number-hash``."""

    title = StringField(_("ชื่อเรียก"), validators=[_TITLE])


class PartsForm(FlaskForm):
    """What is done to an open bill as the page showed it."""

    version = IntegerField(widget=HiddenInput())


class DecideForm(FlaskForm):
    """What the secretary decides besides the frame, whose form is that of a proposal's bill."""

    version = IntegerField(widget=HiddenInput())
    title = StringField(_("ชื่อเรียก"), validators=[_TITLE])
    reasons = TextAreaField(_("เหตุผล"), validators=[_PROSE], render_kw={"rows": 6, "lang": "th"})


class ConfirmForm(FlaskForm):
    """``seen``: the hash of the merged texts that the page showed."""

    seen = HiddenField()


class DissolveForm(FlaskForm):
    """Why a bill is given up."""

    reason = TextAreaField(_("เหตุผล"), validators=[_PROSE], render_kw={"rows": 4})


class EnactForm(FlaskForm):
    """What the Gazette says. ``seen``: the hash of the next edition that was shown, empty before that."""

    number = StringField(_("เลขฉบับของกฎหมายนี้"))
    year = StringField(_("พ.ศ."))
    gazetted_on = DayField(_("วันประกาศในราชกิจจานุเบกษา"), validators=[InputRequired(_("ใส่วันประกาศในราชกิจจานุเบกษา"))])
    in_force_from = DayField(_("ใช้บังคับตั้งแต่วันที่"), validators=[Optional()])
    gazette = StringField(
        _("เล่ม ตอน และหน้า"),
        validators=[Length(max=LONGEST_GAZETTE, message=_("ยาวเกินไป ใช้ไม่เกิน ๒๐๐ ตัวอักษร"))],
        render_kw={"lang": "th"},
    )
    seen = HiddenField()
