"""Which role may go where: the one table, used by every route."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from review.workflow import Role


class Permission(StrEnum):
    """What a route asks of whoever opens it. Rules about one proposal are in ``review.workflow``."""

    PUBLIC = "public"  # nobody need be signed in
    ACCOUNT = "account"  # any signed-in person, for his or her own account
    GUEST = "guest"  # the link of an invitation to the one proposal whose page it is; no role has it
    READ = "read"  # acts, and proposals as far as they may be seen
    PROPOSE = "propose"  # make proposals and write drafts
    REVIEW = "review"  # decide on proposals
    COORDINATE = "coordinate"  # assign reviewers, set deadlines
    ENACT = "enact"  # record a bill as enacted
    IMPORT_ACTS = "import_acts"
    ADMINISTER = "administer"  # users, roles, audit


_READERS = frozenset(Role)

ROLES: dict[Permission, frozenset[Role]] = {
    Permission.GUEST: frozenset(),
    Permission.READ: _READERS,
    Permission.PROPOSE: frozenset({Role.DRAFTER}),
    Permission.REVIEW: frozenset({Role.REVIEWER}),
    Permission.COORDINATE: frozenset({Role.SECRETARY}),
    Permission.ENACT: frozenset({Role.SECRETARY, Role.ADMIN}),
    Permission.IMPORT_ACTS: frozenset({Role.ADMIN}),
    Permission.ADMINISTER: frozenset({Role.ADMIN}),
}


def permits(permission: Permission, roles: Collection[Role] | None) -> bool:
    """Whether somebody with these roles may pass; ``None``: nobody is signed in."""
    if permission is Permission.PUBLIC:
        return True
    if roles is None:
        return False
    return permission is Permission.ACCOUNT or not ROLES[permission].isdisjoint(roles)
