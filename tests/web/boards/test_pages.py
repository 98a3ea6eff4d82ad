"""What a board has pages for: subcommittees, orders, who may see it, wishes, paper, side by side."""

from __future__ import annotations

import re

import pytest

from law.editing.edit import Edit
from models.policy import PolicyWish
from models.proposal import Proposal, Topic, WorkingCopy
from review.workflow import State
from services.acts.storing import add_act
from services.drafting import proposals, wishes
from tests.services.office import ACT_TEXT, bring_to, do, propose
from tests.web.boards.form import BOARD, form_of


def test_a_subcommittee_is_founded_as_a_new_section(client, db, place):
    landing = place.rpartition("/board/")[0] + "/board"
    sent = {"name": "คณะอนุกรรมการด้าย", "chair": "ปลัดกระทรวง", "behind": "s5", "reporting": "ให้รายงานปีละครั้ง"}
    response = client.post(landing, data=sent)
    assert response.location.endswith("/board/s5/1")
    page = client.get(response.location).text
    assert "ให้รายงานปีละครั้ง" in page
    assert "เป็นการตั้งคณะกรรมการใหม่" in page
    assert client.post(landing, data=sent | {"name": "สมาคม"}).status_code == 400
    assert client.post(landing, data=sent | {"as": "paragraphs", "behind": "s99"}).status_code == 400
    assert client.post(landing, data=sent | {"behind": "s99"}).status_code == 400


def test_a_subcommittee_is_founded_as_paragraphs_of_a_section_that_stands(client, db, office, place):
    landing = place.rpartition("/board/")[0] + "/board"
    sent = {
        "name": "คณะอนุกรรมการด้าย",
        "chair": "ปลัดกระทรวง",
        "as": "paragraphs",
        "behind": "s5",
        "mandate": "ติดตามและประเมินผล",
        "term": "สองปี",
        "reporting": "คณะกรรมการปีละสองครั้ง",
    }
    assert client.post(landing, data=sent).location.endswith("/board/s5")
    assert client.post(landing, data=sent | {"name": "คณะอนุกรรมการไหม"}).location.endswith("/board/s5?n=1")
    copy = db.session.get(WorkingCopy, int(place.split("/")[2]), populate_existing=True)
    (edit,) = copy.edits
    assert edit["text"].startswith("คณะกรรมการมีหน้าที่เสนอแผนต่อรัฐมนตรี\n")
    assert "ให้คณะอนุกรรมการด้ายมีหน้าที่และอำนาจติดตามและประเมินผล" in edit["text"]
    assert "ให้อนุกรรมการมีวาระการดำรงตำแหน่งคราวละสองปี" in edit["text"]
    assert "ให้คณะอนุกรรมการไหมรายงานผลการดำเนินงานต่อคณะกรรมการปีละสองครั้ง" in edit["text"]
    second = form_of(client, f"{place.rpartition('/')[0]}/s5?n=1")
    assert second["office"] == ["ปลัดกระทรวง"]


def test_a_subcommittee_is_printed_as_an_order_where_the_act_allows_it(client, db, office, place):
    number = int(place.split("/")[2])
    power = "คณะกรรมการมีหน้าที่เสนอแผน\nคณะกรรมการจะแต่งตั้งคณะอนุกรรมการเพื่อช่วยทำงานก็ได้"
    threads = "ให้มีคณะอนุกรรมการด้าย ประกอบด้วย\n(๑) ปลัดกระทรวง เป็นประธานอนุกรรมการ\n(๒) ผู้แทนช่างทอ เป็นอนุกรรมการ"
    edits = [Edit("s5", power), Edit("s6/1", threads, "s6")]
    proposals.save_draft(db.session, user=office.owner, proposal_id=number, edits=edits, seen_revision=0)
    path = f"/proposals/{number}/board"
    # The act itself has no such section: only what stands can carry an order.
    assert client.get(f"{path}/s6/1/order").status_code == 404
    assert "อาจตั้งได้โดยไม่ต้องแก้กฎหมาย" not in client.get(f"{path}/s6/1").text
    standing = ACT_TEXT.replace("มาตรา ๕  คณะกรรมการมีหน้าที่เสนอแผนต่อรัฐมนตรี", f"มาตรา ๕  {power}")
    act = add_act(
        db.session, user=office.admin, slug="other", source=standing, in_force_from=office.edition.in_force_from
    ).act
    made = proposals.create(db.session, user=office.owner, act=act, topic=Topic.SUBCOMMITTEE, title="ด้าย")
    proposals.save_draft(db.session, user=office.owner, proposal_id=made.id, edits=edits[1:], seen_revision=0)
    assert "อาจตั้งได้โดยไม่ต้องแก้กฎหมาย" in client.get(f"/proposals/{made.id}/board/s6/1").text
    page = client.get(f"/proposals/{made.id}/board/s6/1/order").text
    assert "อาศัยอำนาจตามความในมาตรา ๕ แห่งพระราชบัญญัติ" in page
    assert "(๑) ปลัดกระทรวง ประธานอนุกรรมการ" in page
    assert "คณะกรรมการส่งเสริมการทอผ้าชุมชนจึงแต่งตั้งคณะอนุกรรมการด้าย" in page


def test_markup_in_an_office_stays_text(client, db, place):
    sent = form_of(client, place)
    sent["office"][1] = "<script>alert(1)</script>"
    response = client.post(place, data=sent | {"do": "save"}, follow_redirects=True)
    assert "<script>alert" not in response.text


@pytest.mark.parametrize("page", ["", "/s4", "/s4/paper", "/s4/beside"])
def test_before_submission_only_its_people_see_a_board(client, db, office, page):
    proposal_id = bring_to(db.session, office, State.DRAFT)
    for person, status in ((office.owner, 200), (office.secretary, 200), (office.reader, 404)):
        client.sign_in(person)
        assert client.get(f"/proposals/{proposal_id}/board{page}").status_code == status


def test_only_its_authors_write_and_a_working_copy_is_not_shown(client, db, office):
    proposal_id = bring_to(db.session, office, State.SUBMITTED)
    path = f"/proposals/{proposal_id}/board/s4"
    client.sign_in(office.owner)
    sent = form_of(client, path)
    sent["office"][1] = "อธิบดีกรมลับ"
    assert client.post(path, data=sent | {"do": "save"}).status_code == 302
    for person in office.everybody:
        client.sign_in(person)
        for page in (path, f"{path}/paper", f"{path}/beside", path.removesuffix("/s4")):
            text = client.get(page).text
            assert ("อธิบดีกรมลับ" in text) == (person is office.owner and page == path), (person.name, page)
    client.sign_in(office.codrafter)
    assert client.post(path, data=sent | {"do": "save"}).status_code == 403


def test_no_such_board(client, place):
    landing = place.removesuffix("s4")
    for page in ("s99", "s4?n=7&x", "nothing/at/all", "s4/1"):
        assert client.get(landing + page).status_code in (200, 404)
    assert client.get(f"{landing}s99").status_code == 404
    assert client.get(f"{landing}s5/paper").status_code == 404
    assert client.get(f"{place}/beside?other=99").status_code == 404


def test_two_proposals_side_by_side(client, db, office, place):
    sent = form_of(client, place)
    sent["office"][1] = "อธิบดีกรมด้าย"
    client.post(place, data=sent | {"do": "draft"})
    do(db.session, office.owner, int(place.split("/")[2]), "submit")
    client.sign_in(office.codrafter)
    mine = f"/proposals/{propose(db.session, office, owner=office.codrafter, title='อีกทาง')}/board/s4"
    sent = form_of(client, mine)
    sent["maximum"][2] = sent["minimum"][2] = "5"
    client.post(mine, data=sent | {"do": "draft"})
    page = client.get(f"{mine}/beside").text
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.DOTALL)
    threads = next(row for row in rows if "อธิบดีกรมด้าย" in row)
    assert threads.count("ไม่มี") == 2
    weavers = next(row for row in rows if "ช่างทอ" in row)
    assert "๕ คน" in weavers
    assert "๒ คน" in weavers
    first = int(place.split("/")[2])
    # An earlier draft of one's own, and the other one when it is approved, are there to choose as well.
    again = form_of(client, mine)
    again["maximum"][2] = again["minimum"][2] = "7"
    client.post(mine, data=again | {"do": "draft"})
    number = mine.split("/")[2]
    assert f'value="{number}.1"' in client.get(f"{mine}/beside").text
    earlier = client.get(f"{mine}/beside?other={number}.1").text
    assert "๗ คน" in earlier
    assert "๕ คน" in earlier
    db.session.get_one(Proposal, first).state = State.APPROVED
    db.session.commit()
    assert f'value="{first}.1" selected' in client.get(f"{mine}/beside?other={first}.1").text
    db.session.get_one(Proposal, first).state = State.REJECTED
    db.session.commit()
    assert client.get(f"{mine}/beside?other={first}.1").status_code == 404


def test_wishes_are_set_by_the_secretary_and_judged_for_each_board(client, db, office, place):
    client.sign_in(office.secretary)
    sent = {"text": "มีผู้ผลิตด้าย", "words": "กรมด้าย\nช่างทอ", "topic": "board"}
    assert client.post("/acts/weaving/wishes", data=sent).status_code == 302
    assert client.post("/acts/weaving/wishes", data=sent | {"words": " , "}).status_code == 400
    assert client.post("/acts/weaving/wishes", data=sent | {"text": " "}).status_code == 400
    client.sign_in(office.owner)
    assert client.post("/acts/weaving/wishes", data=sent).status_code == 403
    page = client.get(place).text
    assert "ยังไม่เป็นไปตามข้อประสงค์" in page
    form = form_of(client, place)
    form["office"][1] = "อธิบดีกรมด้าย"
    client.post(place, data=form | {"do": "save"})
    page = client.get(place).text
    assert "ยังไม่เป็นไปตามข้อประสงค์" not in page
    assert "มีผู้ผลิตด้าย" in page
    wish_id = wishes.list_wishes(db.session, act=office.edition.act)[0].id
    client.sign_in(office.secretary)
    assert client.post(f"/acts/weaving/wishes/{wish_id}/remove").status_code == 302
    assert db.session.get(PolicyWish, wish_id) is None
    assert client.post(f"/acts/weaving/wishes/{wish_id}/remove").status_code == 404


def test_the_tab_stands_where_a_board_is_touched(client, db, office):
    client.sign_in(office.owner)
    made = proposals.create(db.session, user=office.owner, act=office.edition.act, topic=Topic.OTHER, title="เรื่องอื่น")
    path = f"/proposals/{made.id}"
    assert f'href="{path}/board"' not in client.get(path).text
    proposals.save_working_copy(
        db.session, user=office.owner, proposal_id=made.id, edits=[Edit("s4", BOARD)], seen_revision=0
    )
    assert f'href="{path}/board"' in client.get(path).text


def test_the_picture_says_in_words_what_it_shows(client, place):
    sent = form_of(client, place)
    sent["maximum"][2] = sent["minimum"][2] = "4"
    client.post(place, data=sent | {"do": "draft"})
    page = client.get(f"{place}/paper").text
    assert "<desc" in page
    assert re.search(r"ผู้แทนหน่วยงาน ๒ → ๔", page)
    assert page.count('class="seat added"') == 2 + 1  # and one in the legend
    assert "style=" not in page
