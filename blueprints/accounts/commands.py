"""`flask user …`: accounts from the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click
from flask.cli import AppGroup

from blueprints.accounts.sentences import sentence
from extensions import db
from models.user import User
from review.workflow import Role
from services.people import accounts
from services.people.accounts import AccountRefused

commands = AppGroup("user", help="Accounts: add, list, set-password, roles.")
role_option = click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice([role.value for role in Role]),
    help="Repeatable.",
)
stdin_option = click.option("--password-stdin", is_flag=True, help="Read the password from the first line of input.")


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("รหัสผ่าน / Password", hide_input=True, confirmation_prompt=True))


def _refuse(refused: AccountRefused) -> click.ClickException:
    return click.ClickException(f"{sentence(refused.fault)} ({refused.fault.value})")


def _find(email: str) -> User:
    user = accounts.find_user(db.session, email)
    if user is None:
        raise click.ClickException(f"ไม่มีบัญชีของ {email} / no account of {email}")
    return user


def _named(roles: Iterable[str]) -> frozenset[Role]:
    return frozenset(Role(role) for role in roles)


@commands.command("add")
@click.argument("email")
@click.option("--name", required=True)
@role_option
@click.option("--language", type=click.Choice(["th", "en"]), default="th")
@stdin_option
def add(email: str, name: str, roles: tuple[str, ...], language: str, password_stdin: bool) -> None:
    """Add an account."""
    try:
        user = accounts.add_user(
            db.session,
            email=email,
            name=name,
            password=_password(password_stdin),
            roles=_named(roles) or {Role.READER},
            language=language,
        )
    except AccountRefused as refused:
        raise _refuse(refused) from refused
    click.echo(f"เพิ่มบัญชีแล้ว / added: {user.email}")


@commands.command("list")
def list_all() -> None:
    """Every account: e-mail, name, roles, state."""
    for user in accounts.list_users(db.session):
        roles = ",".join(sorted(user.roles))
        state = "active" if user.active else "inactive"
        click.echo("\t".join((user.email, user.name, roles, state)))


@commands.command("set-password")
@click.argument("email")
@stdin_option
def set_password(email: str, password_stdin: bool) -> None:
    """Set a new password; ends the person's sign-ins."""
    user = _find(email)
    try:
        accounts.set_password(db.session, user, _password(password_stdin))
    except AccountRefused as refused:
        raise _refuse(refused) from refused
    click.echo(f"ตั้งรหัสผ่านใหม่แล้ว / password set: {user.email}")


@commands.command("roles")
@click.argument("email")
@role_option
def roles(email: str, roles: tuple[str, ...]) -> None:
    """Give a person exactly the roles named."""
    user = _find(email)
    try:
        accounts.set_roles(db.session, user, _named(roles))
    except AccountRefused as refused:
        raise _refuse(refused) from refused
    click.echo(f"{user.email}: {','.join(sorted(user.roles)) or '-'}")
