"""Boards in the browser: rows and text both ways, who may, what is said of them, wishes, paper, side by side."""

from __future__ import annotations

import re

import pytest

from law.edit import Edit
from models.policy import PolicyWish
from models.proposal import Proposal, Topic, WorkingCopy
from review.workflow import State
from services.acts.storing import add_act
from services.drafting import proposals, wishes
from tests.pages import parse
from tests.services.office import ACT_TEXT, bring_to, do, open_office, propose

BOARD = """ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย
(๑) รัฐมนตรี เป็นประธานกรรมการ
(๒) ปลัดกระทรวง เป็นกรรมการ
(๓) ผู้แทนช่างทอสองคน เป็นกรรมการ"""
FIELDS = ("role", "source", "office", "minimum", "maximum", "by", "condition", "seat", "start", "list")


@pytest.fixture
def office(db, make_user):
    made = open_office(db.session, make_user)
    db.session.commit()
    return made


@pytest.fixture
def place(client, db, office):
    """The page of the act's board in a proposal of the owner, who is signed in."""
    client.sign_in(office.owner)
    return f"/proposals/{propose(db.session, office)}/board/s4"


def form_of(client, place) -> dict[str, list[str]]:
    """What the page's form would send."""
    tree = parse(client.get(place).text)
    form = next(one for one in tree.iter("form") if "data-board" in one.attrib)
    sent: dict[str, list[str]] = {}
    template = {id(one) for blank in form.iter("template") for one in blank.iter()}
    for field in form.iter():
        name = field.get("name")
        if not name or id(field) in template or field.tag == "button":
            continue
        if field.tag == "select":
            options = list(field.iter("option"))
            chosen = next((one for one in options if "selected" in one.attrib), options[0])
            value = chosen.get("value", "")
        else:
            value = "".join(field.itertext()) if field.tag == "textarea" else field.get("value", "")
        sent.setdefault(name, []).append(value)
    return sent


def stored(db, place) -> str:
    copy = db.session.get(WorkingCopy, int(place.split("/")[2]), populate_existing=True)
    return next(edit["text"] for edit in copy.edits if edit["address"] == "s4") if copy else ""


def test_the_rows_are_the_members_and_nothing_is_stored_by_looking(client, db, place):
    sent = form_of(client, place)
    assert sent["office"] == ["รัฐมนตรี", "ปลัดกระทรวง", "ช่างทอ"]
    assert sent["source"] == ["office", "office", "representative"]
    assert sent["maximum"] == ["๑", "๑", "๒"]
    assert sent["text"] == [BOARD]
    assert client.post(place, data=sent | {"do": "save"}).status_code == 302
    assert stored(db, place) == ""


def test_a_changed_row_changes_only_its_words(client, db, place):
    sent = form_of(client, place)
    sent["maximum"][2], sent["minimum"][2] = "๓", "3"
    assert client.post(place, data=sent | {"do": "save"}).status_code == 302
    assert stored(db, place) == BOARD.replace("สองคน", "สามคน")
    page = client.get(place).text
    assert re.search(r'class="was">๔</span>.*?<b>๕</b>', page, re.DOTALL)
    assert "เปลี่ยน" in page


def test_a_row_is_added_filled_and_written(client, db, place):
    sent = form_of(client, place)
    response = client.post(place, data=sent | {"do": "add:1"})
    assert response.status_code == 200
    assert response.text.count('<li class="seat-row"') == 5  # the blank one of the template with them
    for name, value in zip(FIELDS, ("member", "office", "อธิบดีกรมด้าย", "1", "1", "", "", "yes", "-1", ""), strict=True):
        sent[name].insert(2, value)
    assert client.post(place, data=sent | {"do": "save"}).status_code == 302
    assert stored(db, place) == BOARD.replace("ปลัดกระทรวง เป็น", "ปลัดกระทรวง และอธิบดีกรมด้าย เป็น")


def test_rows_are_removed_and_moved(client, db, place):
    sent = form_of(client, place)
    sent["text"] = sent["text"][0].replace("ปลัดกระทรวง เป็น", "ปลัดกระทรวง อธิบดีกรมด้าย และอธิบดีกรมไหม เป็น")
    client.post(place, data=sent | {"do": "save"})
    moved = client.post(place, data=form_of(client, place) | {"do": "up:3"})
    assert moved.location.endswith("#office-2")
    assert "ปลัดกระทรวง อธิบดีกรมไหม และอธิบดีกรมด้าย เป็นกรรมการ" in stored(db, place)
    client.post(place, data=form_of(client, place) | {"do": "remove:1"})
    assert "(๒) อธิบดีกรมไหม และอธิบดีกรมด้าย เป็นกรรมการ" in stored(db, place)


def test_a_move_into_another_item_is_said_not_to_be_made(client, db, place):
    client.post(place, data=form_of(client, place) | {"do": "up:2"})
    assert "แถวที่ย้ายกลับที่เดิม" in client.get(place).text
    assert stored(db, place) == ""


LISTS = BOARD + "\n(๔) อธิบดีกรมด้าย และอธิบดีกรมไหม เป็นกรรมการ"


def test_a_row_passes_into_another_item_of_its_kind(client, db, place):
    client.post(
        place,
        data=form_of(client, place) | {"text": LISTS.replace("\n(๓) ผู้แทนช่างทอสองคน เป็นกรรมการ", ""), "do": "save"},
    )
    client.post(place, data=form_of(client, place) | {"do": "up:2"})
    assert "(๒) อธิบดีกรมด้าย และปลัดกระทรวง เป็นกรรมการ\n(๔) อธิบดีกรมไหม เป็นกรรมการ" in stored(db, place)


def test_a_row_is_put_into_a_list_by_name_and_not_into_one_of_another_kind(client, db, place):
    client.post(place, data=form_of(client, place) | {"text": LISTS, "do": "save"})
    page = client.get(place).text
    assert 'data-list="(๔)"' in page
    sent = form_of(client, place)
    sent["list"][1] = sent["list"][3]
    assert client.post(place, data=sent | {"do": "save"}).status_code == 302
    assert "(๒) (ยกเลิก)" in stored(db, place)
    assert "ปลัดกระทรวง อธิบดีกรมด้าย และอธิบดีกรมไหม เป็นกรรมการ" in stored(db, place)
    before, sent = stored(db, place), form_of(client, place)
    sent["list"][1] = "0"
    response = client.post(place, data=sent | {"do": "save"})
    assert response.status_code == 422
    assert "รายการที่เลือกเป็นของผู้ที่มีหน้าที่หรือที่มาต่างจากแถวนี้" in response.text
    assert stored(db, place) == before


def test_the_second_board_of_a_section_has_its_own_rows(client, db, place):
    two = (
        "ให้มีคณะกรรมการโรงทอ ดังต่อไปนี้\n(๑) ในกรุงเทพมหานคร ประกอบด้วยอธิบดีเป็นประธานกรรมการ ผู้แทนกรมอนามัย เป็นกรรมการ\n"
        "(๒) ในจังหวัดอื่น ประกอบด้วยผู้ว่าราชการจังหวัดเป็นประธานกรรมการ สาธารณสุขจังหวัด เป็นกรรมการ"
    )
    client.post(place, data=form_of(client, place) | {"text": two, "do": "save"})
    second = f"{place}?n=1"
    sent = form_of(client, second)
    assert sent["office"] == ["ผู้ว่าราชการจังหวัด", "สาธารณสุขจังหวัด"]
    sent["office"][1] = "เกษตรจังหวัด"
    assert client.post(place, data=sent | {"do": "save"}).location.endswith("n=1")
    assert stored(db, place) == two.replace("สาธารณสุขจังหวัด", "เกษตรจังหวัด")


def test_edited_text_is_read_again_and_what_is_not_understood_stays(client, db, place):
    sent = form_of(client, place)
    text = BOARD + "\nในกรณีที่มีเรื่องของโรงงาน ให้ผู้แทนโรงงานร่วมเป็นกรรมการ"
    assert client.post(place, data=sent | {"text": text, "do": "save"}).status_code == 302
    assert stored(db, place) == text
    page = client.get(place).text
    assert "ส่วนที่อ่านไม่เข้าใจ" in page
    again = form_of(client, place)
    again["office"][1] = "ปลัดสำนักนายกรัฐมนตรี"
    client.post(place, data=again | {"do": "save"})
    assert stored(db, place) == text.replace("(๒) ปลัดกระทรวง", "(๒) ปลัดสำนักนายกรัฐมนตรี")


def test_rows_and_text_changed_at_once_are_both_kept_until_one_is_chosen(client, db, place):
    sent = form_of(client, place)
    sent["office"][1] = "อธิบดีกรมด้าย"
    sent["text"] = [BOARD.replace("สองคน", "สี่คน")]
    response = client.post(place, data=sent | {"do": "save"})
    assert response.status_code == 409
    assert "อธิบดีกรมด้าย" in response.text
    assert "สี่คน" in response.text
    assert stored(db, place) == ""
    assert client.post(place, data=sent | {"do": "rows!"}).status_code == 302
    assert stored(db, place) == BOARD.replace("ปลัดกระทรวง", "อธิบดีกรมด้าย")


def test_a_row_that_names_no_office_in_the_text_is_kept(client, db, place):
    text = BOARD + "\nให้ปลัดกระทรวงแต่งตั้งข้าราชการคนหนึ่งเป็นเลขานุการ และอีกไม่เกินสองคนเป็นผู้ช่วยเลขานุการ"
    client.post(place, data=form_of(client, place) | {"text": text, "do": "save"})
    sent = form_of(client, place)
    assert "" in sent["office"]
    sent["office"][1] = "อธิบดีกรมด้าย"
    assert client.post(place, data=sent | {"do": "save"}).status_code == 302
    assert stored(db, place) == text.replace("(๒) ปลัดกระทรวง", "(๒) อธิบดีกรมด้าย")
    sent = form_of(client, place)
    sent["office"][1] = " "
    assert client.post(place, data=sent | {"do": "save"}).status_code == 422


def test_a_stale_page_stores_nothing_and_keeps_what_was_typed(client, db, office, place):
    sent = form_of(client, place)
    proposals.save_working_copy(
        db.session,
        user=office.owner,
        proposal_id=int(place.split("/")[2]),
        edits=[Edit("s4", BOARD.replace("สองคน", "เก้าคน"))],
        seen_revision=0,
    )
    sent["office"][1] = "อธิบดีกรมด้าย"
    response = client.post(place, data=sent | {"do": "save"})
    assert response.status_code == 409
    assert "อธิบดีกรมด้าย" in response.text
    assert "เก้าคน" in response.text
    assert "เก้าคน" in stored(db, place)
    assert 'name="revision" value="1"' in response.text


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [("maximum", "มาก", 422), ("minimum", "5", 422), ("role", "king", 400), ("office", "ก" * 300_000, 400)],
)
def test_what_can_not_be_written_is_said_and_kept(client, db, place, name, value, status):
    sent = form_of(client, place)
    sent[name][1] = value
    assert client.post(place, data=sent | {"do": "save"}).status_code == status
    assert stored(db, place) == ""


def test_lists_that_do_not_belong_together_are_refused(client, place):
    sent = form_of(client, place)
    sent["role"].pop()
    assert client.post(place, data=sent | {"do": "save"}).status_code == 400


def test_other_units_stay_as_they_are(client, db, office, place):
    edits = [Edit("s5", "คณะกรรมการเสนอแผน"), Edit("s4/1", "ใหม่", "s4")]
    number = int(place.split("/")[2])
    proposals.save_working_copy(db.session, user=office.owner, proposal_id=number, edits=edits, seen_revision=0)
    sent = form_of(client, place)
    sent["office"][1] = "อธิบดีกรมด้าย"
    assert client.post(place, data=sent | {"do": "draft", "note": "คณะ"}).status_code == 302
    draft = proposals.list_drafts(db.session, proposal=db.session.get_one(Proposal, number))[0]
    assert {edit["address"] for edit in draft.edits} == {"s4", "s4/1", "s5"}
    assert draft.note == "คณะ"


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
