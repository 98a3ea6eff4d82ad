"""The chain shows every alteration."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.digest import canonical_json
from review.record import GENESIS, Break, Broken, Link, first_break, link_hash


def chain(length: int) -> list[Link]:
    links: list[Link] = []
    for number in range(1, length + 1):
        link = Link(
            number=number,
            action="submit",
            at=datetime(2014, 5, number, 9, 30, tzinfo=UTC),
            actor=number,
            act=1,
            proposal=7,
            details={"เหตุผล": "ครบ", "draft": number},
            previous_hash=links[-1].hash if links else GENESIS,
        )
        links.append(replace(link, hash=link_hash(link)))
    return links


def test_a_whole_chain_holds() -> None:
    assert first_break([]) is None
    assert first_break(chain(5)) is None


@pytest.mark.parametrize(
    "change",
    [
        {"action": "approve"},
        {"actor": 99},
        {"actor": None},
        {"act": None},
        {"proposal": 8},
        {"details": {"เหตุผล": "ไม่ครบ", "draft": 3}},
        {"at": datetime(2014, 5, 3, 9, 30, 1, tzinfo=UTC)},
        {"hash": "f" * 64},
        {"previous_hash": "f" * 64},
    ],
)
def test_an_altered_event_is_named(change: dict[str, object]) -> None:
    links = chain(5)
    links[2] = replace(links[2], **change)
    assert first_break(links) == Broken(3, Break.ALTERED)


def test_an_event_altered_and_hashed_anew_breaks_the_next() -> None:
    links = chain(5)
    forged = replace(links[2], actor=99)
    links[2] = replace(forged, hash=link_hash(forged))
    assert first_break(links) == Broken(4, Break.REORDERED)


@given(st.integers(0, 4))
def test_a_removed_event_is_named(position: int) -> None:
    links = chain(6)
    del links[position]
    assert first_break(links) == Broken(position + 1, Break.MISSING)


def test_reordered_events_are_named() -> None:
    links = chain(4)
    links[1], links[2] = links[2], links[1]
    assert first_break(links) == Broken(2, Break.MISSING)


def test_the_same_moment_in_another_zone_is_the_same() -> None:
    link = chain(1)[0]
    assert link_hash(replace(link, at=link.at.astimezone(timezone(timedelta(hours=7))))) == link.hash


def test_canonical_json_has_one_form() -> None:
    assert canonical_json({"ข": 1, "ก": [True, None]}) == '{"ก":[true,null],"ข":1}'
    with pytest.raises(ValueError):
        canonical_json(float("nan"))
