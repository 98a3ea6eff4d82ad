"""Reading an act through the pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from law.editing.edit import Edit
from models.act import Act
from models.proposal import Topic
from models.user import User
from review.workflow import Role
from services.acts import editions, storing
from services.drafting import proposals
from tests.conftest import CheckedClient
from tests.pages import parse, words
from tests.web.paddle import DAY, TEXT, store

Make = Callable[..., User]


@pytest.fixture
def act(db) -> Act:
    return store(db.session)


@pytest.fixture
def reader(client: CheckedClient, make_user: Make) -> CheckedClient:
    client.sign_in(make_user(Role.READER))
    return client


def test_every_unit_of_the_act_has_its_address_as_id(reader: CheckedClient, act: Act) -> None:
    page = reader.get("/acts/paddle").text
    tree = editions.tree(act.editions[0])
    missing = [address for address in tree.places() if f'id="{address}"' not in page]
    assert not missing
    assert 'id="s2.def:เรือพาย"' in page


def test_a_citation_leads_to_what_it_cites(reader: CheckedClient, act: Act) -> None:
    link = '<a class="cite" href="#s3.p1.i2" title="มาตรา ๓ วรรคหนึ่ง (๒): (๒) ผู้แทนเจ้าของเรือพาย จำนวนสองคน เป็นกรรมการ">'
    assert link in reader.get("/acts/paddle").text


def test_a_defined_word_leads_to_its_definition(reader: CheckedClient, act: Act) -> None:
    page = reader.get(f"/acts/{act.slug}").text
    term = re.search(r'<a class="defined" href="#([^"]+)" title="“([^”]+)”[^"]*">([^<]+)</a>', page)
    assert term
    assert f'id="{term[1]}"' in page
    assert term[2] == term[3]


def test_a_repealed_section_is_shown_as_such(reader: CheckedClient, act: Act) -> None:
    assert '<article class="section repealed" id="s5">' in reader.get("/acts/paddle").text


@pytest.mark.parametrize("label", ["3", "๓", "มาตรา ๓", " ๓ "])
def test_going_to_a_section_by_its_label(reader: CheckedClient, act: Act, label: str) -> None:
    answer = reader.get("/acts/paddle", query_string={"go": label})
    assert answer.status_code == 302
    assert answer.location.endswith("/acts/paddle#s3")


def test_a_section_that_is_not_there_is_said_at_the_field(reader: CheckedClient, act: Act) -> None:
    answer = reader.get("/acts/paddle", query_string={"go": "๙๙"})
    assert answer.status_code == 404
    assert "ไม่พบ “๙๙” ในกฎหมายนี้" in answer.text


def test_the_latest_edition_in_force_is_shown_and_earlier_ones_can_be_opened(
    reader: CheckedClient, act: Act, db
) -> None:
    later = TEXT.replace("สามปี", "สี่ปี")
    storing.add_edition(db.session, user=None, act=act, source=later, in_force_from=date(2020, 1, 1), confirmed=True)
    assert "คราวละสี่ปี" in reader.get("/acts/paddle").text
    earlier = reader.get("/acts/paddle?edition=1").text
    assert "คราวละสามปี" in earlier
    assert "นี่ไม่ใช่ข้อความฉบับล่าสุด" in earlier


@pytest.mark.parametrize("address", ["/acts/none", "/acts/paddle?edition=7", "/acts/paddle?edition=x"])
def test_an_unknown_act_or_edition_is_404(reader: CheckedClient, act: Act, address: str) -> None:
    assert reader.get(address).status_code == 404


def test_only_drafters_are_invited_to_propose(client: CheckedClient, make_user: Make, act: Act) -> None:
    client.sign_in(make_user(Role.READER))
    assert "เสนอแก้ไขตรงนี้" not in client.get("/acts/paddle").text
    client.sign_in(make_user(Role.DRAFTER))
    assert "/proposals/new?act=paddle&amp;unit=s3" in client.get("/acts/paddle").text


def test_the_margin_names_who_proposes_to_change_a_section(
    client: CheckedClient, make_user: Make, act: Act, db
) -> None:
    drafter = client.sign_in(make_user(Role.DRAFTER, name="กานดา ร่างดี"))
    made = proposals.create(db.session, user=drafter, act=act, topic=Topic.BOARD, title="เพิ่มผู้แทนชาวนา")
    edits = [Edit("s4", "กรรมการตามมาตรา ๓ (๒) อยู่ในตำแหน่งคราวละสี่ปี")]
    proposals.save_draft(db.session, user=drafter, proposal_id=made.id, seen_revision=0, edits=edits)
    page = parse(client.get("/acts/paddle").text)
    marked = {
        section.get("id"): words(mark)
        for section in page.iter("article")
        for mark in section.iter("a")
        if mark.get("class") == "margin-mark"
    }
    assert marked == {"s4": "เพิ่มผู้แทนชาวนา ร่าง · วันนี้ กานดา ร่างดี"}
    client.sign_in(make_user(Role.READER))
    assert "เพิ่มผู้แทนชาวนา" not in client.get("/acts/paddle").text  # not submitted yet


def test_a_demonstration_says_that_it_is_one(reader: CheckedClient, db) -> None:
    storing.add_act(
        db.session, user=None, slug="demo", source=TEXT, in_force_from=DAY, is_demonstration=True, confirmed=True
    )
    for address in ("/acts/", "/acts/demo", "/"):
        assert "ฉบับสาธิต ไม่ใช่ตัวบทกฎหมายอย่างเป็นทางการ" in reader.get(address).text


def test_where_the_demonstration_is_shown_every_page_says_so(client: CheckedClient, app, monkeypatch) -> None:
    for is_shown in (False, True):
        monkeypatch.setitem(app.config, "DEMO", is_shown)
        assert ("ไม่ใช่ตัวบทกฎหมายอย่างเป็นทางการ" in client.get("/sign-in").text) is is_shown
