"""A day as it is typed in this country: ๑๒ มกราคม ๒๕๖๑, 12/1/2561."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flask_babel import lazy_gettext as _
from wtforms import Field
from wtforms.widgets import TextInput

from law.dates import read_date, thai_date


class DayField(Field):
    """A day, typed in words or in figures, of either era; what can not be read stays as it was typed."""

    widget = TextInput()
    data: date | None

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = read_date(typed)
        if typed and self.data is None:
            raise ValueError(_("อ่านวันที่ไม่ออก หรือไม่มีวันนี้ในปฏิทิน พิมพ์เช่น ๑๒ มกราคม ๒๕๖๑ หรือ ๑๒/๑/๒๕๖๑"))

    def _value(self) -> str:
        if self.raw_data and self.data is None:
            return str(self.raw_data[0])
        return thai_date(self.data, weekday=False) if self.data else ""
