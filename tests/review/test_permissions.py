"""The table of permissions, as a truth table."""

from __future__ import annotations

from itertools import product

import pytest

from review.permissions import Permission, permits
from review.workflow import Role

ALLOWED = {
    Permission.PUBLIC: {*Role, None},
    Permission.ACCOUNT: {*Role},
    Permission.GUEST: set(),  # no role opens what a link opens
    Permission.READ: {*Role},
    Permission.PROPOSE: {Role.DRAFTER},
    Permission.REVIEW: {Role.REVIEWER},
    Permission.COORDINATE: {Role.SECRETARY},
    Permission.ENACT: {Role.SECRETARY, Role.ADMIN},
    Permission.IMPORT_ACTS: {Role.ADMIN},
    Permission.ADMINISTER: {Role.ADMIN},
}


@pytest.mark.parametrize(("permission", "role"), list(product(Permission, [*Role, None])))
def test_each_role_and_nobody(permission: Permission, role: Role | None) -> None:
    roles = None if role is None else frozenset({role})
    assert permits(permission, roles) is (role in ALLOWED[permission])


@pytest.mark.parametrize("permission", Permission)
def test_a_person_without_a_role_has_only_the_account(permission: Permission) -> None:
    assert permits(permission, frozenset()) is (permission in {Permission.PUBLIC, Permission.ACCOUNT})
