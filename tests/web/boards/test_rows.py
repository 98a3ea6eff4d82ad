"""The composition editor: rows and text both ways, what is kept and what is refused."""

from __future__ import annotations

import re

import pytest

from law.editing.edit import Edit
from models.proposal import Proposal
from services.drafting import proposals
from tests.web.boards.form import BOARD, FIELDS, form_of, stored


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


NEW_ITEMS = BOARD + "\n(๔) อธิบดีกรมด้าย เป็นกรรมการ\n(๕) ผู้แทนช่างย้อมสามคน เป็นกรรมการ\nผู้แทนช่างย้อมตาม (๕) อยู่ในตำแหน่งสองปี"


def test_a_whole_new_item_moves_and_what_cites_it_follows(client, db, place):
    client.post(place, data=form_of(client, place) | {"text": NEW_ITEMS, "do": "save"})
    assert "ย้ายทั้ง (๕) ขึ้น" in client.get(place).text
    moved = client.post(place, data=form_of(client, place) | {"do": "item-up:4"})
    assert moved.location.endswith("#office-3")
    assert stored(db, place).endswith(
        "\n(๔) ผู้แทนช่างย้อมสามคน เป็นกรรมการ\n(๕) อธิบดีกรมด้าย เป็นกรรมการ\nผู้แทนช่างย้อมตาม (๔) อยู่ในตำแหน่งสองปี"
    )
    client.post(place, data=form_of(client, place) | {"do": "item-down:3"})
    assert stored(db, place) == NEW_ITEMS


def test_a_changed_row_is_written_before_its_item_moves(client, db, place):
    client.post(place, data=form_of(client, place) | {"text": NEW_ITEMS, "do": "save"})
    sent = form_of(client, place)
    sent["office"][3] = "อธิบดีกรมไหม"
    assert client.post(place, data=sent | {"do": "item-down:3"}).status_code == 302
    assert "(๔) ผู้แทนช่างย้อมสามคน เป็นกรรมการ\n(๕) อธิบดีกรมไหม เป็นกรรมการ" in stored(db, place)


@pytest.mark.parametrize(
    "command", ["item-up:0", "item-down:1", "item-up:3", "item-down:4", "item-up:99", "item-down:x"]
)
def test_an_item_that_stands_in_the_law_keeps_its_number(client, db, place, command):
    client.post(place, data=form_of(client, place) | {"text": NEW_ITEMS, "do": "save"})
    response = client.post(place, data=form_of(client, place) | {"do": command})
    assert response.status_code == 422
    assert "รายการที่มีอยู่ในกฎหมายคงเลขเดิม" in response.text
    assert stored(db, place) == NEW_ITEMS
    assert "ย้ายทั้ง (๒)" not in response.text


def test_the_items_of_a_new_board_move(client, db, place):
    landing = place.rpartition("/board/")[0] + "/board"
    made = client.post(landing, data={"name": "คณะอนุกรรมการด้าย", "chair": "ปลัดกระทรวง", "behind": "s5"}).location
    text = "ให้มีคณะอนุกรรมการด้าย ประกอบด้วย\n(๑) ปลัดกระทรวง เป็นประธานอนุกรรมการ\n(๒) ผู้แทนช่างทอสองคน เป็นอนุกรรมการ"
    client.post(made, data=form_of(client, made) | {"text": text, "do": "save"})
    assert client.post(made, data=form_of(client, made) | {"do": "item-up:1"}).status_code == 302
    assert form_of(client, made)["office"] == ["ช่างทอ", "ปลัดกระทรวง"]
