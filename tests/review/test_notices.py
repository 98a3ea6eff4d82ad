"""Everything that can be recorded is classified: somebody is told, or nobody and why."""

from __future__ import annotations

import pytest

from review.notices import NOBODY, TOLD, MailWish, Why, named, recipients, told
from review.record import Happening
from review.workflow import Action, State

EVERYTHING = (*Action, *Happening)


@pytest.mark.parametrize("code", EVERYTHING, ids=str)
def test_every_event_is_classified_once(code):
    assert (code in TOLD) != (code in NOBODY), "say in review/notices.py who is told of it, or why nobody is"


def test_a_reason_is_given_where_nobody_is_told():
    assert all(reason.strip() for reason in NOBODY.values())
    assert all(whys for whys in TOLD.values())


@pytest.mark.parametrize("code", EVERYTHING, ids=str)
def test_the_stored_code_finds_the_same(code):
    assert told(str(code), {}) == TOLD.get(code, ())


def test_the_last_approval_is_told_to_everybody():
    assert told("approve", {"to": State.IN_REVIEW}) == (Why.OWNER, Why.CODRAFTER)
    assert {Why.REVIEWER, Why.SECRETARY, Why.COMMENTER} <= set(told("approve", {"to": "approved"}))


def test_a_comment_that_blocks_is_told_to_those_it_stops():
    assert Why.REVIEWER not in told("comment_written", {"blocking": False})
    assert {Why.REVIEWER, Why.SECRETARY} <= set(told("comment_written", {"blocking": True}))


def test_an_unknown_event_is_told_to_nobody():
    assert told("of a later version", {}) == ()


def test_never_who_did_it_and_each_person_once_with_the_first_reason():
    people = {Why.SECRETARY: [3, 4], Why.OWNER: [1], Why.REVIEWER: [2, 3, None], Why.NAMED: [2]}
    assert recipients(people, actor=1) == {2: Why.NAMED, 3: Why.REVIEWER, 4: Why.SECRETARY}
    assert recipients(people, actor=None)[1] is Why.OWNER


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        ({"reviewers": [1, 2, 3], "former": [2]}, {1, 3}),
        ({"reviewers": [1], "former": [1, 2]}, {2}),
        ({"codrafters": [5], "former": []}, {5}),
        ({"to": 4, "for": 5, "reason": "ลา"}, {4}),
        ({"from": "draft", "to": "submitted"}, set()),
        ({"due": "2026-01-05", "reviewer": 7}, {7}),
        ({"due": "2026-01-05", "reviewer": None}, set()),
        ({}, set()),
    ],
)
def test_whom_an_event_names(details, expected):
    assert named(details) == expected


def test_a_person_can_wish_for_no_mail():
    assert {wish.value for wish in MailWish} == {"at_once", "daily", "none"}
