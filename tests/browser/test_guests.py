"""A guest opens a link, comments by words and is answered; a new edition comes and the drafter merges: in a browser."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

import extensions
from services.acts import editions, storing
from tests.browser.conftest import NARROW, WIDE
from tests.browser.test_comments import choose, fits, proposal

__all__ = ["proposal"]

pytestmark = pytest.mark.xdist_group("browser")
PERSON, ORGANISATION = "นางสาวสมใจ ใจงาม", "กรมส่งเสริมอุตสาหกรรม"


def invited(secretary: Page, proposal: str) -> str:
    secretary.goto(f"{proposal}/discussion")
    secretary.get_by_role("link", name="ผู้ได้รับเชิญจากภายนอก").click()
    secretary.get_by_label("ชื่อผู้ได้รับเชิญ").fill(PERSON)
    secretary.get_by_label("หน่วยงาน", exact=True).fill(ORGANISATION)
    secretary.get_by_role("button", name="ทำลิงก์เชิญ").click()
    return secretary.get_by_label("ลิงก์", exact=True).input_value()


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_guest_comments_and_is_answered(browse, axe, proposal, viewport):
    secretary, guest = browse("secretary", viewport=viewport), browse(viewport=viewport)
    link = invited(secretary, proposal)
    axe(secretary)
    fits(secretary)
    guest.goto(link)
    assert re.search(r"/invited/\d+$", guest.url)
    assert guest.get_by_role("link", name="ข้อเสนอแก้ไข").count() == 0
    axe(guest)
    fits(guest)
    choose(guest, "จำนวนสิบคน")
    guest.get_by_role("button", name="แสดงความเห็นต่อถ้อยคำที่เลือก").click()
    form = guest.locator("details.say[open] form")
    expect(form.get_by_label(re.compile("^ถ้อยคำที่กล่าวถึง"))).to_have_value("จำนวนสิบคน")
    form.get_by_label("ความเห็น", exact=True).fill("ขอให้ระบุสัดส่วนของภูมิภาค")
    form.get_by_role("button", name="ส่งความเห็น").click()
    expect(guest.locator(".thread", has_text="ขอให้ระบุสัดส่วนของภูมิภาค").first).to_be_visible()
    axe(guest)
    fits(guest)

    secretary.goto(f"{proposal}/discussion")
    thread = secretary.locator(".thread", has_text="ขอให้ระบุสัดส่วนของภูมิภาค").first
    expect(thread).to_contain_text(f"{PERSON} ({ORGANISATION})")
    thread.get_by_text("ตอบ", exact=False).first.click()
    expect(thread).to_contain_text("จะเห็นคำตอบนี้ในนามสำนักงาน")
    thread.get_by_label("คำตอบ").fill("จะเสนอคณะกรรมการ")
    thread.get_by_role("button", name="ส่งคำตอบ").click()
    guest.reload()
    expect(guest.locator(".thread", has_text="จะเสนอคณะกรรมการ").first).to_contain_text("สำนักงานเจ้าของเรื่อง")


def test_a_drafter_merges_with_a_new_edition(browse, axe, site, proposal):
    with site.app.app_context():
        session = extensions.db.session
        act = editions.list_acts(session)[0]
        newest = editions.newest_edition(session, act.id)
        text = newest.source_text.replace("จำนวนแปดคน", "จำนวนเก้าคน").replace("คราวละสองปี", "คราวละสามปี")
        assert text != newest.source_text
        storing.add_edition(session, user=None, act=act, source=text, in_force_from=date(2026, 10, 1), confirmed=True)
    for viewport in (NARROW, WIDE):
        drafter = browse("drafter", viewport=viewport)
        drafter.goto(proposal)
        drafter.get_by_role("link", name="ดูสิ่งที่แต่ละฝ่ายแก้ และรวมกับฉบับใหม่").click()
        axe(drafter)
        fits(drafter)
    drafter.get_by_role("button", name=re.compile("^บันทึกเป็นร่าง")).click()
    summary = drafter.locator("#error-summary")
    expect(summary).to_contain_text("ทั้งสองฝ่ายแก้ถ้อยคำเดียวกัน")
    drafter.get_by_label(re.compile("^ฉบับใหม่.*เก้า")).check()
    drafter.get_by_role("button", name="ใส่ตามที่เลือก").click()
    expect(drafter.locator("textarea").first).to_have_value(re.compile("จำนวนเก้าคน โดยในจำนวนนี้"))
    drafter.get_by_label("ตรวจแล้ว ข้อความในช่องเป็นข้อความที่ต้องการ").check()
    drafter.get_by_role("button", name=re.compile("^บันทึกเป็นร่าง")).click()
    expect(drafter.locator("main")).to_contain_text("รวมกับกฎหมายฉบับใหม่แล้ว")
    expect(drafter.locator("main .diff-section").first).to_contain_text("โดยในจำนวนนี้")
    drafter.goto(f"{proposal}/history?kind=drafts")
    expect(drafter.locator(".timeline")).to_contain_text("ความเห็นชอบที่ให้ไว้จึงสิ้นผล")
    axe(drafter)
