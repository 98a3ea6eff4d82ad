"""Forms about a proposal and its text."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    widgets,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from blueprints.wording import TOPICS
from services.drafting.proposals import LONGEST_PROSE, LONGEST_TITLE


class PeopleField(SelectMultipleField):
    """Several people, each a box to tick."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()


class DetailsForm(FlaskForm):
    """What a proposal says about itself. ``version``: of the proposal that the form was shown for."""

    title = StringField(
        _("ชื่อข้อเสนอ"),
        validators=[
            DataRequired(_("กรอกชื่อข้อเสนอ")),
            Length(max=LONGEST_TITLE, message=_("ชื่อข้อเสนอยาวเกินไป ใช้ไม่เกิน ๓๐๐ ตัวอักษร")),
        ],
    )
    topic = RadioField(
        _("เรื่อง"), choices=[SelectChoice(value, label) for value, label in TOPICS.items()], default="board"
    )
    reasons = TextAreaField(
        _("เหตุผล"),
        validators=[Length(max=LONGEST_PROSE, message=_("เหตุผลยาวเกินไป ใช้ไม่เกิน ๒๐,๐๐๐ ตัวอักษร"))],
        render_kw={"rows": 6},
    )
    version = HiddenField()


class NewProposalForm(DetailsForm):
    """``act``: slug; ``unit``: the section to begin with, if any; ``coming``: on the edition not in force yet."""

    act = RadioField(_("กฎหมายที่จะแก้ไข"), validators=[DataRequired(_("เลือกกฎหมายที่จะแก้ไข"))])
    unit = HiddenField()
    coming = BooleanField(_("เริ่มบนฉบับใหม่ (แนะนำ)"), default=True)


class CoDraftersForm(FlaskForm):
    """``seen``: who they were when the form was shown, ids with commas."""

    codrafters = PeopleField(_("ผู้ร่วมร่าง"), coerce=int)
    seen = HiddenField()


class EditorForm(FlaskForm):
    """What belongs to the whole working copy; its units are read from the request by ``editing.typed_edits``."""

    revision = IntegerField(widget=widgets.HiddenInput())
    note = StringField(
        _("หมายเหตุของร่างครั้งนี้"), validators=[Length(max=500, message=_("หมายเหตุยาวเกินไป ใช้ไม่เกิน ๕๐๐ ตัวอักษร"))]
    )
