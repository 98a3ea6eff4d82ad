"""Everybody who may stand before a proposal: roles, relations, approvals, comments, how the review is arranged."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from review.approval import Aspect
from review.workflow import Role, Standing

ROLE_SETS = [frozenset[Role](), *(frozenset({role}) for role in Role), frozenset(Role)]
FLAGS = ("is_owner", "is_codrafter", "wrote_a_draft", "is_assigned", "has_approved", "has_draft", "answered")
COUNTS = [
    {"approvals": approvals, "required": 2, "assigned": assigned, "open_blocking_comments": blocking}
    for approvals, assigned, blocking in product((0, 1, 2), (1, 2), (0, 1))
]
STANDINGS = [
    Standing(roles=roles, **dict(zip(FLAGS, flags, strict=True)), **counts)
    for roles in ROLE_SETS
    for flags in product((False, True), repeat=len(FLAGS))
    for counts in COUNTS
]
STANDINGS += [
    replace(standing, **otherwise)
    for otherwise in ({"bill_proven": False}, {"on_newest_edition": False})
    for standing in STANDINGS
    if (standing.approvals, standing.assigned, standing.open_blocking_comments) == (0, 2, 0)
]
# How the review is arranged: order, aspects, delegation. Not crossed with what has nothing to do with it.
LEGAL, POLICY = Aspect.LEGAL, Aspect.POLICY
STANDINGS += [
    Standing(
        roles=frozenset({role}),
        is_owner=is_owner,
        is_assigned=is_assigned,
        has_approved=has_approved,
        wrote_a_draft=for_an_author and is_owner,
        has_draft=True,
        answered=True,
        assigned=2,
        approvals=approvals,
        open_blocking_comments=blocking,
        in_turn=in_turn,
        for_an_author=for_an_author,
        is_delegate=is_delegate,
        aspect=aspect,
        missing_aspects=frozenset(missing),
        unassigned_aspects=frozenset(missing[1:]),
    )
    for role, approvals, blocking in product((Role.REVIEWER, Role.SECRETARY), (0, 1, 2), (0, 1))
    for is_owner, is_assigned, has_approved in product((False, True), repeat=3)
    for in_turn, for_an_author, is_delegate in product((False, True), repeat=3)
    for aspect, missing in product((None, LEGAL), ((), (LEGAL,), (POLICY,), (LEGAL, POLICY)))
]
