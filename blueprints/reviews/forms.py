"""Forms of the review."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, IntegerField, TextAreaField
from wtforms.validators import Length
from wtforms.widgets import HiddenInput

from blueprints.proposals.forms import PeopleField
from services.comments import LONGEST_COMMENT
from services.reviews import LONGEST_REASON


class ActionForm(FlaskForm):
    """``seen_draft``: number of the draft that the page showed. ``reason``: with an approval, remarks."""

    seen_draft = IntegerField(widget=HiddenInput())
    reason = TextAreaField(
        _("เหตุผล"),
        validators=[Length(max=LONGEST_REASON, message=_("เหตุผลยาวเกินไป ใช้ไม่เกิน ๒๐,๐๐๐ ตัวอักษร"))],
        render_kw={"rows": 5},
    )


class AssignForm(FlaskForm):
    """``seen``: who reviewed when the form was shown, ids with commas."""

    reviewers = PeopleField(_("ผู้ตรวจ"), coerce=int)
    seen = HiddenField()


class CommentForm(FlaskForm):
    """``seen_draft``: number of the last draft when the form was shown."""

    seen_draft = IntegerField(widget=HiddenInput())
    address = HiddenField()
    body = TextAreaField(
        _("ความเห็น"),
        validators=[Length(max=LONGEST_COMMENT, message=_("ความเห็นยาวเกินไป ใช้ไม่เกิน ๒๐,๐๐๐ ตัวอักษร"))],
        render_kw={"rows": 4},
    )
    blocking = BooleanField(_("ระงับการเห็นชอบจนกว่าจะปิดความเห็นนี้"))
