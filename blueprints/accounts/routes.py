"""Sign in, sign out, one's own password."""

from __future__ import annotations

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from blueprints.access import current_user, public, requires, safe_next, signed_in_user
from blueprints.accounts import blueprint, browser
from blueprints.accounts.commands import commands
from blueprints.accounts.forms import ChangePasswordForm, SignInForm, without_controls
from blueprints.accounts.sentences import sentence
from extensions import db, limiter
from review.permissions import Permission
from services.demonstration.people import PASSWORD, PEOPLE
from services.people import accounts
from services.people.accounts import AccountRefused, Fault

blueprint.record_once(lambda state: state.app.cli.add_command(commands))


@blueprint.get("/sign-in")
@public
def sign_in() -> str | Response:
    wanted = safe_next(request.args.get("next"))
    if signed_in_user():
        return redirect(wanted)
    return _sign_in_page(SignInForm(next=wanted))


@blueprint.post("/sign-in")
@public
@limiter.limit(lambda: current_app.config["SIGN_IN_LIMIT"])
@limiter.limit(
    lambda: current_app.config["SIGN_IN_ACCOUNT_LIMIT"],
    # As the form reads it: what it leaves out of an e-mail must not make it another one.
    key_func=lambda: browser.counted_as(without_controls(request.form.get("email", ""))),
    deduct_when=lambda response: response.status_code == 401,
)
def sign_in_now() -> tuple[str, int] | Response:
    form = SignInForm()
    if not form.validate_on_submit():
        return _sign_in_page(form), 400
    try:
        _user, token = accounts.sign_in(
            db.session,
            email=form.email.data or "",
            password=form.password.data or "",
            demo=current_app.config["DEMO"],
            replaces=browser.token(),
        )
    except AccountRefused as refused:
        form.form_errors.append(sentence(refused.fault))
        return _sign_in_page(form), 403 if refused.fault is Fault.DEMONSTRATION else 401
    response = redirect(safe_next(form.next.data))
    browser.keep(response, token)
    browser.remember(response, form.email.data or "")
    return response


def _sign_in_page(form: SignInForm) -> str:
    return render_template("accounts/sign_in.html", form=form, demo=current_app.config["DEMO"])


@blueprint.app_context_processor
def _demonstration() -> dict[str, object]:
    """Who to be: the sign-in page of the demonstration names its people, and their password."""
    if not current_app.config["DEMO"] or request.blueprint != "accounts":
        return {}
    return {"demo_people": PEOPLE, "demo_password": PASSWORD}


@blueprint.post("/sign-out")
@public
def sign_out() -> Response:
    held = browser.token()
    if held:
        accounts.sign_out(db.session, held)
    response = redirect(url_for("accounts.sign_in"))
    browser.forget(response)
    return response


@blueprint.get("/account/password")
@requires(Permission.ACCOUNT)
def password() -> str:
    return render_template("accounts/password.html", form=ChangePasswordForm())


@blueprint.post("/account/password")
@requires(Permission.ACCOUNT)
@limiter.limit(lambda: current_app.config["SIGN_IN_LIMIT"])
def change_password() -> tuple[str, int] | Response:
    form = ChangePasswordForm()
    if not form.validate_on_submit():
        return render_template("accounts/password.html", form=form), 400
    try:
        token = accounts.change_password(db.session, current_user(), old=form.old.data or "", new=form.new.data or "")
    except AccountRefused as refused:
        field = form.old if refused.fault is Fault.PASSWORD_WRONG else form.new
        field.errors = [*field.errors, sentence(refused.fault)]
        return render_template("accounts/password.html", form=form), 400
    response = redirect(url_for("accounts.password"))
    browser.keep(response, token)
    flash(gettext("เปลี่ยนรหัสผ่านแล้ว และออกจากระบบในเครื่องอื่นทั้งหมด"))
    return response
