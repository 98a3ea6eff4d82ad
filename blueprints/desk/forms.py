"""The form of a rule of review."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from blueprints.language import thai_digits
from blueprints.proposals.forms import PeopleField
from blueprints.wording import ASPECTS
from law.numerals import arabic
from services.reviewing.rules import Rule


class ApprovalsForm(FlaskForm):
    """How many approvals every proposal about an act needs, as it is typed, in either script."""

    required = StringField(_("จำนวนความเห็นชอบ"), render_kw={"inputmode": "numeric"})


class RuleForm(FlaskForm):
    """How proposals of a topic on an act are reviewed; numbers as they are typed, in either script."""

    required = StringField(_("จำนวนความเห็นชอบ"), render_kw={"inputmode": "numeric"})
    aspects = PeopleField(
        _("ด้านที่ต้องได้รับความเห็นชอบ"), choices=[SelectChoice(aspect.value, name) for aspect, name in ASPECTS.items()]
    )
    in_order = BooleanField(_("ผู้ตรวจตัดสินใจทีละคนตามลำดับที่มอบหมาย"))
    working_days = StringField(_("เวลาตรวจตามปกติ (วันทำการ)"), render_kw={"inputmode": "numeric"})
    checklist = TextAreaField(_("รายการตรวจ บรรทัดละข้อ"), render_kw={"rows": 12})
    checklist_required = BooleanField(_("ผู้ตรวจต้องตอบครบทุกข้อจึงจะเห็นชอบได้"))


def shown(rule: Rule) -> RuleForm:
    """The form that shows a rule."""
    return RuleForm(
        formdata=None,
        required=thai_digits(rule.required) if rule.own_number else "",
        aspects=[aspect.value for aspect in rule.aspects],
        in_order=rule.in_order,
        working_days=thai_digits(rule.working_days or ""),
        checklist="\n".join(rule.checklist),
        checklist_required=rule.checklist_required,
    )


def typed_number(text: str | None) -> int | None:
    """A number in either script; None: nothing typed; 0: no number, which no rule takes."""
    plain = arabic((text or "").strip())
    if not plain:
        return None
    return int(plain) if plain.isdecimal() and len(plain) < 5 else 0
