"""Texts become editions; bad and odd ones are told, and stored only when somebody says so."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from law.editing.settled import join, settle
from models.act import Act, Edition
from models.event import Event
from services.acts import editions, storing
from services.failures import Fault, NotFound, Refused
from tests.services.office import ACT_TEXT, IN_FORCE, Office

LATER = date(2015, 2, 1)
NEW_TEXT = ACT_TEXT.replace("ช่างทอสองคน", "ช่างทอสามคน")


def counts(session: Session) -> tuple[int, ...]:
    return tuple(session.scalar(select(func.count()).select_from(model)) for model in (Act, Edition, Event))


def test_the_text_comes_back_letter_for_letter(office: Office) -> None:
    assert office.edition.source_text == ACT_TEXT
    assert (office.edition.number, office.edition.in_force_from) == (1, IN_FORCE)
    assert (office.edition.unplaced, office.edition.oddities) == ([], [])
    assert list(editions.tree(office.edition).sections()) == ["s1", "s2", "s3", "s4", "s5", "s6"]
    assert office.edition.act.title == "พระราชบัญญัติส่งเสริมการทอผ้าชุมชน พ.ศ. ๒๕๕๕"


def test_soft_line_breaks_of_a_file_are_kept(office: Office, session: Session) -> None:
    text = "พระราชบัญญัติการทอผ้า พ.ศ. ๒๕๕๕\n\nมาตรา ๑ ให้มีการทอผ้า\r\nตามที่กำหนด\nวรรคสอง\n\nมาตรา ๒ ให้รักษาการ\n"
    for source in (text, text.encode()):
        found = storing.preview(source)
        assert found.text == text
        assert found.reading.act.sections()["s1"].text == "ให้มีการทอผ้า ตามที่กำหนด\nวรรคสอง"
    edition = storing.add_edition(
        session, user=None, act=office.edition.act, source=text, in_force_from=LATER, confirmed=True
    )
    session.expire_all()
    assert edition.source_text == text


def test_what_was_corrected_is_stored_beside_what_was_brought_in(office: Office, session: Session) -> None:
    corrected = join(settle(NEW_TEXT), 4)
    edition = storing.add_edition(
        session,
        user=None,
        act=office.edition.act,
        source=corrected,
        in_force_from=LATER,
        confirmed=True,
        original=NEW_TEXT,
    )
    assert (edition.source_text, edition.original_text) == (corrected, NEW_TEXT)
    assert office.edition.original_text is None
    last = session.scalars(select(Event).order_by(Event.number.desc()).limit(1)).one()
    assert last.details["original_hash"] == sha256(NEW_TEXT.encode()).hexdigest()


def test_the_tree_is_made_once(office: Office) -> None:
    assert editions.tree(office.edition) is editions.tree(office.edition)


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "tis-620", "cp874", "utf-16"])
def test_bytes_of_any_thai_coding_are_read(coding: str) -> None:
    text = "พระราชบัญญัติการทอผ้า พ.ศ. ๒๕๕๕\nมาตรา ๑ ให้มีการทอผ้า\nมาตรา ๒ ให้รัฐมนตรีรักษาการ\n"
    assert storing.preview(text.encode(coding)).text.lstrip("\ufeff") == text


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (b"\x00\x01\x02PK\x03\x04" * 50, Fault.NOT_TEXT),
        (b"", Fault.NOT_TEXT),
        ("  \n ", Fault.NOT_TEXT),
        ("มาตรา ๑\x00 ก", Fault.BAD_CHARACTERS),
        ("มาตรา ๑ \ud800", Fault.BAD_CHARACTERS),
        ("ก" * 5_000_001, Fault.TOO_LONG),
        ("มาตรา ๑ " + "ก" * 300_000, Fault.TOO_LONG),
        (b"a" * 20_000_001, Fault.TOO_LONG),
    ],
    ids=["binary", "empty", "blank", "NUL", "surrogate", "long", "one line", "bytes"],
)
def test_what_is_no_act_is_refused_and_stores_nothing(
    session: Session, office: Office, source: bytes | str, fault: Fault
) -> None:
    before = counts(session)
    with pytest.raises(Refused) as caught:
        storing.add_edition(
            session, user=office.admin, act=office.edition.act, source=source, in_force_from=LATER, confirmed=True
        )
    assert caught.value.fault is fault
    assert counts(session) == before


@pytest.mark.parametrize(
    "source",
    ["เพียงข้อความหนึ่งบรรทัด ไม่มีมาตรา", ACT_TEXT.replace("มาตรา ๖", "มาตรา ๕")],
    ids=["no section", "the same label twice"],
)
def test_what_is_odd_is_stored_only_when_confirmed(session: Session, office: Office, source: str) -> None:
    assert storing.preview(source).needs_confirmation
    before = counts(session)
    named = {"user": office.admin, "act": office.edition.act, "source": source, "in_force_from": LATER}
    with pytest.raises(Refused) as caught:
        storing.add_edition(session, **named)
    assert caught.value.fault is Fault.UNCONFIRMED
    assert counts(session) == before
    edition = storing.add_edition(session, **named, confirmed=True)
    assert edition.number == 2
    reading = storing.preview(source).reading
    assert edition.unplaced == list(reading.ledger.unplaced)
    assert [odd["code"] for odd in edition.oddities] == [odd.code for odd in reading.oddities]


def test_the_same_text_twice_is_refused(session: Session, office: Office) -> None:
    with pytest.raises(Refused) as caught:
        storing.add_edition(session, user=office.admin, act=office.edition.act, source=ACT_TEXT, in_force_from=LATER)
    assert caught.value.fault is Fault.ALREADY_STORED


def test_two_acts_of_one_slug_are_refused(session: Session, office: Office) -> None:
    with pytest.raises(Refused) as caught:
        storing.add_act(session, user=None, slug="weaving", source=NEW_TEXT, in_force_from=LATER)
    assert caught.value.fault is Fault.ALREADY_STORED
    assert len(editions.list_acts(session)) == 1


def test_the_edition_in_force_on_a_day(session: Session, office: Office) -> None:
    act = office.edition.act
    new = storing.add_edition(session, user=None, act=act, source=NEW_TEXT, in_force_from=LATER)
    assert editions.edition_in_force(session, act, date(2014, 1, 1)) == office.edition
    assert editions.edition_in_force(session, act, LATER) == new
    assert editions.edition_in_force(session, act, date(2000, 1, 1)) == office.edition
    assert editions.find_edition(session, act, 2) == new
    with pytest.raises(NotFound):
        editions.find_edition(session, act, 3)
    with pytest.raises(NotFound):
        editions.find_act(session, "nothing")


def test_an_act_without_an_edition_has_none_in_force(session: Session) -> None:
    act = Act(slug="empty", title="ว่าง")
    session.add(act)
    session.commit()
    with pytest.raises(Refused) as caught:
        editions.edition_in_force(session, act, LATER)
    assert caught.value.fault is Fault.NO_EDITION


@pytest.mark.parametrize("number", [0, 10])
def test_the_required_number_has_bounds(session: Session, office: Office, number: int) -> None:
    act = office.edition.act
    storing.set_required_approvals(session, user=office.admin, act=act, required_approvals=3)
    with pytest.raises(Refused):
        storing.set_required_approvals(session, user=office.admin, act=act, required_approvals=number)
    assert editions.find_act(session, "weaving").required_approvals == 3


@pytest.mark.parametrize(("name", "may"), [("admin", True), ("secretary", True), ("owner", False), ("reader", False)])
def test_the_required_number_is_set_by_the_secretary_or_the_administrator(
    session: Session, office: Office, name: str, may: bool
) -> None:
    act, person = office.edition.act, getattr(office, name)
    if not may:
        with pytest.raises(Refused) as caught:
            storing.set_required_approvals(session, user=person, act=act, required_approvals=3)
        assert caught.value.fault is Fault.NOT_YOURS
        assert act.required_approvals == 2
        return
    storing.set_required_approvals(session, user=person, act=act, required_approvals=3)
    event = session.scalars(select(Event).order_by(Event.number.desc())).first()
    assert event is not None
    assert (event.action, event.actor_id, event.details) == ("act_changed", person.id, {"required_approvals": 3})
