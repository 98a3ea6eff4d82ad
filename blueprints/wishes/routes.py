"""The wishes for an act: read by everybody, set by the secretary."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from blueprints.access import current_user, requires
from blueprints.wishes import blueprint
from blueprints.wording import FAULTS, TOPICS
from extensions import db
from law.boards.wishes import demands
from models.act import Act
from models.proposal import Topic
from review.permissions import Permission
from services.acts import editions
from services.drafting import wishes
from services.failures import Refused


class WishForm(FlaskForm):
    """A wish: its sentence, and what is looked for in a draft."""

    text = StringField(
        lazy_gettext("ข้อประสงค์"),
        validators=[
            DataRequired(lazy_gettext("กรอกข้อประสงค์")),
            Length(max=wishes.LONGEST_WISH, message=lazy_gettext("ข้อประสงค์ยาวเกินไป ใช้ไม่เกิน ๓๐๐ ตัวอักษร")),
        ],
    )
    words = TextAreaField(
        lazy_gettext("ถ้อยคำที่ค้นหาในตำแหน่งของกรรมการ"),
        validators=[DataRequired(lazy_gettext("กรอกถ้อยคำที่จะค้นหา")), Length(max=wishes.LONGEST_WORDS)],
        render_kw={"rows": 3},
    )
    topic = RadioField(
        lazy_gettext("ใช้กับข้อเสนอเรื่อง"),
        choices=[SelectChoice(value, label) for value, label in TOPICS.items()],
        default="board",
    )


@blueprint.get("")
@requires(Permission.READ)
def index(slug: str) -> str:
    return _page(editions.find_act(db.session, slug), WishForm(formdata=None))


def _page(act: Act, form: WishForm) -> str:
    found = wishes.list_wishes(db.session, act=act)
    return render_template("wishes/index.html", act=act, form=form, wishes=found, topics=TOPICS, demands=demands)


@blueprint.post("")
@requires(Permission.COORDINATE)
def add(slug: str) -> str | tuple[str, int] | Response:
    act, form = editions.find_act(db.session, slug), WishForm()
    if not form.validate():
        return _page(act, form), 400
    try:
        wishes.add_wish(
            db.session,
            user=current_user(),
            act=act,
            topic=Topic(form.topic.data),
            text=form.text.data or "",
            words=form.words.data or "",
        )
    except Refused as refused:
        form.form_errors.append(str(FAULTS[refused.fault]))
        return _page(act, form), 400
    flash(_("บันทึกข้อประสงค์แล้ว"))
    return redirect(url_for("wishes.index", slug=slug))


@blueprint.post("/<int:wish_id>/remove")
@requires(Permission.COORDINATE)
def remove(slug: str, wish_id: int) -> Response:
    act = editions.find_act(db.session, slug)
    wishes.remove_wish(db.session, user=current_user(), act=act, wish_id=wish_id)
    flash(_("เอาข้อประสงค์ออกแล้ว"))
    return redirect(url_for("wishes.index", slug=slug))
