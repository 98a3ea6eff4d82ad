"""Administration: the people, their roles, whether their accounts are in use."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from blueprints.access import current_user, requires
from blueprints.accounts.sentences import FIELDS, sentence
from blueprints.admin import blueprint, keeping
from blueprints.admin.commands import SHORTEST_HEAD
from blueprints.admin.commands import audit as audit_commands
from blueprints.admin.forms import NewUserForm, PasswordForm, RolesForm
from blueprints.proposals.story import told
from extensions import db
from models.user import User
from review.permissions import Permission
from services.failures import known
from services.keeping import audit as record
from services.keeping import timeline
from services.people import accounts
from services.people.accounts import AccountRefused

blueprint.record_once(lambda state: state.app.cli.add_command(audit_commands))
blueprint.record_once(lambda state: keeping.register(state.app))
# The head of the record, short, for the foot of printed pages.
blueprint.add_app_template_global(lambda: record.head(db.session)[:SHORTEST_HEAD], "record_head")
Page = str | tuple[str, int] | Response


@blueprint.get("/")
@requires(Permission.ADMINISTER)
def index() -> str:
    return render_template("admin/index.html")


@blueprint.get("/audit")
@requires(Permission.ADMINISTER)
def audit() -> str:
    """The whole chain recomputed, and the last events."""
    events = record.last_events(db.session)
    names = timeline.names_in(db.session, events)
    return render_template(
        "admin/audit.html",
        verified=record.verify(db.session),
        entries=[
            told(event, event.proposal_id or 0, names.people, names.guests) | {"number": event.number}
            for event in events
        ],
    )


@blueprint.get("/users")
@requires(Permission.ADMINISTER)
def users() -> str:
    return render_template("admin/users.html", users=accounts.list_users(db.session))


@blueprint.get("/users/new")
@requires(Permission.ADMINISTER)
def new_user() -> str:
    return render_template("admin/new_user.html", form=NewUserForm())


@blueprint.post("/users/new")
@requires(Permission.ADMINISTER)
def add_user() -> Page:
    form = NewUserForm()
    if not form.validate_on_submit():
        return render_template("admin/new_user.html", form=form), 400
    try:
        user = accounts.add_user(
            db.session,
            email=form.email.data or "",
            name=form.name.data or "",
            password=form.password.data or "",
            roles=form.roles.roles(),
            language=form.language.data,
            by=current_user(),
        )
    except AccountRefused as refused:
        field = form[FIELDS.get(refused.fault, "password")]
        field.errors = [*field.errors, sentence(refused.fault)]
        return render_template("admin/new_user.html", form=form), 400
    flash(gettext("เพิ่มบัญชีของ %(name)s แล้ว", name=user.name))
    return redirect(url_for("admin.user", user_id=user.id))


@blueprint.get("/users/<int:user_id>")
@requires(Permission.ADMINISTER)
def user(user_id: int) -> str:
    return _user_page(_find(user_id))


def _find(user_id: int) -> User:
    return db.get_or_abort(User, known(user_id))


def _user_page(person: User, *, roles: RolesForm | None = None, password: PasswordForm | None = None) -> str:
    return render_template(
        "admin/user.html",
        person=person,
        is_self=person.id == current_user().id,
        roles_form=roles or RolesForm(roles=[role.value for role in person.roles], formdata=None),
        password_form=password or PasswordForm(formdata=None),
    )


@blueprint.post("/users/<int:user_id>/roles")
@requires(Permission.ADMINISTER)
def set_roles(user_id: int) -> Page:
    person = _find(user_id)
    form = RolesForm()
    if not form.validate_on_submit():
        return _user_page(person, roles=form), 400
    try:
        accounts.set_roles(db.session, person, form.roles.roles(), by=current_user())
    except AccountRefused as refused:
        form.roles.errors = [*form.roles.errors, sentence(refused.fault)]
        return _user_page(person, roles=form), 400
    flash(gettext("บันทึกบทบาทของ %(name)s แล้ว", name=person.name))
    return redirect(url_for("admin.user", user_id=user_id))


@blueprint.post("/users/<int:user_id>/password")
@requires(Permission.ADMINISTER)
def set_password(user_id: int) -> Page:
    person = _find(user_id)
    form = PasswordForm()
    if not form.validate_on_submit():
        return _user_page(person, password=form), 400
    try:
        accounts.set_password(db.session, person, form.password.data or "", by=current_user())
    except AccountRefused as refused:
        form.password.errors = [*form.password.errors, sentence(refused.fault)]
        return _user_page(person, password=form), 400
    flash(gettext("ตั้งรหัสผ่านใหม่ให้ %(name)s แล้ว และให้ออกจากระบบทุกเครื่อง", name=person.name))
    return redirect(url_for("admin.user", user_id=user_id))


@blueprint.post("/users/<int:user_id>/active")
@requires(Permission.ADMINISTER)
def set_active(user_id: int) -> Page:
    person = _find(user_id)
    active = request.form.get("active") == "1"
    try:
        accounts.set_active(db.session, person, active, by=current_user())
    except AccountRefused as refused:
        flash(sentence(refused.fault), "error")
        return _user_page(person), 400
    done = gettext("เปิดใช้บัญชีของ %(name)s แล้ว") if active else gettext("ปิดบัญชีของ %(name)s แล้ว และให้ออกจากระบบทุกเครื่อง")
    flash(done % {"name": person.name})
    return redirect(url_for("admin.user", user_id=user_id))
