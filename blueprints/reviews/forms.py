"""Forms of the review."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, IntegerField, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import HiddenInput

from services.reviewing.comments import LONGEST_COMMENT, Where
from services.reviewing.reviews import LONGEST_REASON


class ActionForm(FlaskForm):
    """``seen_draft``: number of the draft that the page showed. ``reason``: with an approval, remarks."""

    seen_draft = IntegerField(widget=HiddenInput())
    reason = TextAreaField(
        _("เหตุผล"),
        validators=[Length(max=LONGEST_REASON, message=_("เหตุผลยาวเกินไป ใช้ไม่เกิน ๒๐,๐๐๐ ตัวอักษร"))],
        render_kw={"rows": 5},
    )


class AssignForm(FlaskForm):
    """``seen``: the mark of the arrangement when the form was shown. The reviewers are read by ``assigning``."""

    due = StringField(_("ครบกำหนดตรวจทั้งเรื่อง"))
    seen = HiddenField()


class DeclineForm(FlaskForm):
    """Why a reviewer does not review."""

    reason = TextAreaField(
        _("เหตุผล"),
        validators=[Length(max=LONGEST_REASON, message=_("เหตุผลยาวเกินไป ใช้ไม่เกิน ๒๐,๐๐๐ ตัวอักษร"))],
        render_kw={"rows": 4},
    )


class DelegateForm(DeclineForm):
    """Who reviews instead."""

    to = RadioField(_("ผู้ตรวจแทน"), coerce=int, validators=[InputRequired(_("เลือกผู้ตรวจแทน"))])


class CommentForm(FlaskForm):
    """``seen_draft``: number of the last draft when the form was shown.

    ``start``: where the quoted words begin in the unit, as a browser counted; empty: the first such words.
    ``takeout``: the words should go without others in their place.
    """

    seen_draft = IntegerField(widget=HiddenInput())
    address = HiddenField()
    quote = StringField(_("ถ้อยคำที่กล่าวถึง"))
    start = HiddenField()
    suggestion = TextAreaField(_("ถ้อยคำที่เสนอให้ใช้แทน"), render_kw={"rows": 2, "class": "law"})
    takeout = BooleanField(_("เสนอให้ตัดถ้อยคำนี้ออก"))
    body = TextAreaField(
        _("ความเห็น"),
        validators=[Length(max=LONGEST_COMMENT, message=_("ความเห็นยาวเกินไป ใช้ไม่เกิน ๒๐,๐๐๐ ตัวอักษร"))],
        render_kw={"rows": 4},
    )
    blocking = BooleanField(_("ระงับการเห็นชอบจนกว่าจะปิดความเห็นนี้"))

    def where(self) -> Where:
        """What the comment is about."""
        start = self.start.data or ""
        return Where(
            self.address.data or "",
            (self.quote.data or "").strip(),
            int(start) if start.isdecimal() and len(start) < 8 else None,
            self._suggestion(),
        )

    def _suggestion(self) -> str | None:
        if self.takeout.data:
            return ""
        return (self.suggestion.data or "").strip() or None


class TakeForm(FlaskForm):
    """``seen_revision``: of the working copy, when the page was shown."""

    seen_revision = IntegerField(widget=HiddenInput())
