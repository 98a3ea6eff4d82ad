"""Who may open which route. Every view declares it; what is not declared is shut."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar
from urllib.parse import urlsplit

from flask import Flask, abort, current_app, g, redirect, request, url_for
from werkzeug.wrappers import Response

from blueprints.guest_door import recognise_guest
from models.user import User
from review.permissions import ROLES, Permission, permits
from review.workflow import Role

View = TypeVar("View", bound=Callable[..., Any])
ATTRIBUTE = "needed_permission"


def requires(permission: Permission) -> Callable[[View], View]:
    """Declare that whoever opens the view needs `permission`. Stands below the route's decorator."""

    def declare(view: View) -> View:
        setattr(view, ATTRIBUTE, permission)
        return view

    return declare


public = requires(Permission.PUBLIC)


def needed_permission(app: Flask, endpoint: str) -> Permission | None:
    """What the endpoint asks for; None: nothing is declared."""
    return getattr(app.view_functions[endpoint], ATTRIBUTE, None)


def signed_in_user() -> User | None:
    """The person who sent this request, if signed in."""
    return g.get("user")


def current_user() -> User:
    """The signed-in person; only for views that are not public."""
    user: User = g.user
    return user


def may(permission: Permission | str) -> bool:
    """Whether the person who sent this request has the permission: for menus and buttons."""
    user = signed_in_user()
    return permits(Permission(permission), user.roles if user else None)


def roles_with(permission: Permission) -> tuple[Role, ...]:
    """The roles that have a permission, in the order in which Role names them."""
    return tuple(role for role in Role if role in ROLES.get(permission, frozenset()))


def guard() -> Response | None:
    """Before every request: let pass, send to the sign-in, or refuse."""
    if request.endpoint is None:
        return None  # no such page: 404 follows
    permission = needed_permission(current_app, request.endpoint)
    if permission is None:
        abort(403, description="undeclared")
    if may(permission):
        return None
    if permission is Permission.GUEST:
        return None if recognise_guest() else _refuse(permission)
    if signed_in_user() is None:
        return _to_sign_in()
    return _refuse(permission)


def _refuse(permission: Permission) -> NoReturn:
    g.needed_permission = permission
    abort(403)


def _to_sign_in() -> Response:
    wanted = request.full_path.rstrip("?") if request.method in {"GET", "HEAD"} else None
    if request.headers.get("X-Requested-With") == "fetch":
        # A script that saves in the background must not take the sign-in page for a success.
        abort(401)
    return redirect(url_for("accounts.sign_in", next=wanted))


def safe_next(address: str | None, *, default: str = "/") -> str:
    """The page to go on to after signing in: a path of this site, never another site."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return default
    if any(ord(sign) < 32 for sign in address) or "\\" in address:
        return default
    parts = urlsplit(address)
    return default if parts.scheme or parts.netloc else address


def here() -> str:
    """This page's own address, to come back to."""
    return safe_next(request.full_path.rstrip("?") if request.method == "GET" else request.path)
