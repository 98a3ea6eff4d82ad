from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from blueprints.notices.words import MAIL_WISHES


class MailForm(FlaskForm):
    wish = RadioField(
        _("รับอีเมลเมื่อใด"), choices=[SelectChoice(wish.value, words) for wish, words in MAIL_WISHES.items()]
    )
