from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, Field, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, Regexp, ValidationError

from blueprints.days import DayField

MOST_BYTES = 15_000_000  # of an uploaded file; five million Thai characters


class ImportForm(FlaskForm):
    """The text of an act, pasted or uploaded, and from when it is in force."""

    act = SelectField(_("กฎหมาย"))
    text = TextAreaField(_("วางข้อความ"), render_kw={"rows": 12, "spellcheck": "false"})
    file = FileField(_("หรือเลือกไฟล์"), render_kw={"accept": ".txt,.md,.docx,.html,.htm,.xml,.akn,text/plain"})
    in_force_from = DayField(_("ใช้บังคับตั้งแต่วันที่"), validators=[InputRequired(_("ใส่วันที่เริ่มใช้บังคับ"))])
    slug = StringField(
        _("ชื่อสั้นในที่อยู่ของหน้า"),
        validators=[
            Optional(),
            Length(max=80, message=_("ชื่อสั้นยาวเกินไป")),
            Regexp(r"[a-z0-9]+(-[a-z0-9]+)*\Z", message=_("ใช้อักษร a–z ตัวเลข และขีดกลางเท่านั้น เช่น sme-2543")),
        ],
        render_kw={"autocomplete": "off", "autocapitalize": "none"},
    )
    confirmed = BooleanField(_("ข้าพเจ้าตรวจข้อความข้างต้นแล้ว และยืนยันให้บันทึกตามที่อ่านได้"))

    def offer(self, acts: list[tuple[str, str]]) -> None:
        """Let choose between a new act and those that are there, as (slug, title)."""
        self.act.choices = [("", _("กฎหมายใหม่")), *acts]

    @property
    def source(self) -> bytes | str:
        """What was uploaded, else what was pasted."""
        if self.file.data and self.file.data.filename:
            return bytes(self.file.data.read(MOST_BYTES + 1))
        return self.text.data or ""

    def validate_act(self, field: Field) -> None:
        if field.data not in dict(self.act.choices):
            raise ValidationError(_("เลือกกฎหมายจากรายการ"))
