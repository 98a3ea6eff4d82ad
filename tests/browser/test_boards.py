"""The composition editor as people use it: by keyboard, both ways, and the demonstration's three boards through it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE
from tests.browser.test_proposals import speak

pytestmark = pytest.mark.xdist_group("browser")

OWN_WORDS = (
    "all => all.map(one => [...one.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join(''))"
)


def saved(page: Page) -> None:
    expect(page.locator("form[data-board] [data-save-status]")).to_have_attribute("data-state", "saved")


def offices(page: Page) -> list[str]:
    return [field.input_value() for field in page.locator("#board-rows [name=office]").all()]


def office_field(page: Page, name: str):
    place = offices(page).index(name)
    return page.locator("#board-rows [name=office]").nth(place)


def start(page: Page, title: str, topic: str, section: str) -> str:
    """A new proposal on the demonstration; the path of its boards."""
    page.goto("/proposals/new?act=sme")
    page.locator("#title").fill(title)
    page.locator(f"input[name=topic][value={topic}]").check()
    page.locator("main form.form button[type=submit]").click()
    page.wait_for_url(re.compile("/text"))
    path = re.search(r"/proposals/\d+", page.url)[0] + "/board"
    page.goto(path + section)
    return path


def draft(page: Page) -> None:
    page.locator("button[value=draft]").click()
    page.wait_for_url(re.compile("/compare"))


def add_below(page: Page, name: str, new: str) -> None:
    """Enter in a row makes the next; then its office is typed."""
    office_field(page, name).press("Enter")
    page.keyboard.type(new)


def test_the_board_of_the_demonstration_by_keyboard_alone(browse):
    page = browse("drafter2")
    path = start(page, "คณะกรรมการสามสิบคน", "board", "/s6")
    add_below(page, "รัฐมนตรีว่าการกระทรวงการคลัง", "รัฐมนตรีว่าการกระทรวงเกษตรและสหกรณ์")
    add_below(page, "ปลัดสำนักนายกรัฐมนตรี", "ปลัดกระทรวงการท่องเที่ยวและกีฬา")
    add_below(page, "ประธานสภาหอการค้าแห่งประเทศไทย", "ประธานสภาเกษตรกรแห่งชาติ")
    saved(page)
    office_field(page, "ประธานสภาเกษตรกรแห่งชาติ").press("Alt+ArrowUp")
    expert = page.locator(".seat-row", has=page.locator("option[value=expert][selected]"))
    for name in ("minimum", "maximum"):
        expert.locator(f"[name={name}]").fill("๑๐")
    saved(page)
    text = page.locator("#board-text")
    expect(text).to_have_value(re.compile("ประธานสภาเกษตรกรแห่งชาติ ประธานสภาหอการค้าแห่งประเทศไทย"))
    expect(text).to_have_value(re.compile("แต่งตั้งจำนวนสิบคน เป็นกรรมการ"))
    totals = page.locator("#board-totals")
    expect(totals).to_contain_text("๓๐")
    expect(totals).to_contain_text("๑๕")
    expect(page.locator("#board-checks .met")).to_contain_text("ภาคเกษตร")
    draft(page)
    inserted = "".join(page.locator(".diff-section ins").evaluate_all(OWN_WORDS))
    assert "ปลัดกระทรวงการท่องเที่ยวและกีฬา" in inserted
    assert len(inserted) < 140, "one changed member changes only its words"
    page.goto(f"{path}/s6")
    assert len(offices(page)) == 21


def test_the_evaluation_subcommittee_from_nothing(browse):
    page = browse("drafter2")
    path = start(page, "อนุกรรมการประเมินผล", "subcommittee", "")
    page.locator("#name").fill("คณะอนุกรรมการประเมินผลและธรรมาภิบาล")
    page.locator("#chair").fill("ประธานกรรมการ")
    page.locator("#behind").select_option("s13")
    page.locator("#mandate").fill("ให้คณะอนุกรรมการตามวรรคหนึ่งมีหน้าที่ติดตามและประเมินผลการใช้จ่ายเงินตามแผนปฏิบัติการ")
    page.locator("#reporting").fill("ให้คณะอนุกรรมการตามวรรคหนึ่งรายงานต่อคณะกรรมการอย่างน้อยปีละสองครั้ง")
    page.locator("main form.form button.primary").click()
    page.wait_for_url(re.compile(f"{path}/s13/1"))
    page.locator("#board-rows [name=office]").last.press("Enter")
    row = page.locator(".seat-row").last
    row.locator("[name=source]").select_option("representative")
    row.locator("[name=office]").fill("สำนักงบประมาณ")
    row.locator("[name=office]").press("Enter")
    page.keyboard.type("สำนักงานการตรวจเงินแผ่นดิน")
    saved(page)
    text = page.locator("#board-text")
    expect(text).to_have_value(re.compile("ผู้แทนสำนักงบประมาณ และผู้แทนสำนักงานการตรวจเงินแผ่นดิน|ผู้แทนสำนักงบประมาณ"))
    expect(text).to_have_value(re.compile("สำนักงานการตรวจเงินแผ่นดิน"))
    expect(text).to_have_value(re.compile("ปีละสองครั้ง"))
    expect(page.locator("#board-checks")).to_contain_text("มาตรา ๒๑ (๖)")
    draft(page)
    expect(page.locator(".diff-section").first).to_contain_text("สำนักงานการตรวจเงินแผ่นดิน")


def test_the_chamber_joins_the_funds_subcommittee(browse):
    page = browse("drafter")
    page.goto("/proposals/")
    page.get_by_role("link", name="ตั้งคณะอนุกรรมการกองทุนร่วมลงทุน").first.click()
    path = re.search(r"/proposals/\d+", page.url)[0]
    page.goto(f"{path}/board/s36/1")
    field = office_field(page, "สภาหอการค้าแห่งประเทศไทย")
    field.press("Alt+Delete")
    saved(page)
    expect(page.locator("#board-checks .problem")).to_contain_text("สภาหอการค้าแห่งประเทศไทย")
    add_below(page, "สภาอุตสาหกรรมแห่งประเทศไทย", "สภาหอการค้าแห่งประเทศไทย")
    saved(page)
    expect(page.locator("#board-checks .met")).to_be_visible()
    draft(page)
    page.goto(f"{path}/board/s36/1/paper")
    expect(page.locator(".seat-table").first).to_contain_text("สภาหอการค้าแห่งประเทศไทย")


def test_text_and_rows_follow_each_other_while_one_writes(browse):
    page = browse("drafter2")
    start(page, "สองทาง", "board", "/s18")
    text = page.locator("#board-text")
    text.fill(text.input_value().replace("อธิบดีกรมการพัฒนาชุมชน", "อธิบดีกรมส่งเสริมการเกษตร"))
    saved(page)
    assert "อธิบดีกรมส่งเสริมการเกษตร" in offices(page)
    office_field(page, "อธิบดีกรมส่งเสริมการเกษตร").fill("อธิบดีกรมส่งเสริมสหกรณ์")
    saved(page)
    expect(text).to_have_value(re.compile("อธิบดีกรมส่งเสริมสหกรณ์ อธิบดีกรมพัฒนาธุรกิจการค้า"))
    text.press("End")
    text.fill(text.input_value().replace("จำนวนหกคน", "จำนวนเจ็ดคน"))
    saved(page)
    expect(page.locator("#board-totals")).to_contain_text("๑๔")
    page.reload()
    assert "อธิบดีกรมส่งเสริมสหกรณ์" in offices(page)


def test_what_was_typed_outlives_the_page(browse):
    page = browse("drafter2")
    path = start(page, "ขาดเครือข่าย", "board", "/s18")
    page.context.set_offline(True)
    name = office_field(page, "อธิบดีกรมการพัฒนาชุมชน")
    name.fill("อธิบดีกรมส่งเสริมสหกรณ์")
    add_below(page, "อธิบดีกรมส่งเสริมสหกรณ์", "อธิบดีกรมประมง")
    expect(page.locator("form[data-board] [data-save-status]")).to_have_attribute("data-state", "offline")
    place = offices(page).index("อธิบดีกรมประมง")
    browser = page.context
    page.close()
    browser.set_offline(False)
    page = browser.new_page()
    page.goto(f"{path}/s18")
    expect(page.locator("#board-rows [name=office]").nth(place)).to_have_value("อธิบดีกรมประมง")
    saved(page)
    expect(page.locator("#board-text")).to_have_value(re.compile("อธิบดีกรมส่งเสริมสหกรณ์ อธิบดีกรมประมง"))
    page.goto(f"{path}/s18")
    assert "อธิบดีกรมประมง" in offices(page)
    assert page.locator("[data-kept]").is_hidden()


def test_a_row_passes_from_one_item_into_the_next(browse):
    page = browse("drafter2")
    start(page, "ข้ามรายการ", "board", "/s6")
    last = "ผู้ว่าการธนาคารแห่งประเทศไทย"
    office_field(page, last).press("Alt+ArrowDown")
    saved(page)
    text = page.locator("#board-text")
    expect(text).to_have_value(
        re.compile(f"\\(๔\\) ประธานสภาหอการค้าแห่งประเทศไทย {last} ประธานสภาอุตสาหกรรมแห่งประเทศไทย")
    )
    row = page.locator(".seat-row").nth(offices(page).index(last))
    expect(row).to_have_attribute("data-list", "(๔)")
    office_field(page, "ผู้อำนวยการ").press("Alt+ArrowUp")
    saved(page)
    expect(page.locator("[data-save-status]")).to_contain_text("แถวที่ย้ายกลับที่เดิม")
    assert offices(page)[-1] == "ผู้อำนวยการ"


def test_without_script_every_button_works(browse):
    page = browse("drafter2", java_script_enabled=False)
    start(page, "ไม่มีสคริปต์", "board", "/s6")
    page.locator("#row-2 summary").click()
    page.locator("button[value='add:2']").click()
    page.locator("#office-3").fill("รัฐมนตรีว่าการกระทรวงเกษตรและสหกรณ์")
    page.locator(".editor-bar button[value=save]").click()
    expect(page.locator("#board-text")).to_have_value(re.compile("กระทรวงเกษตรและสหกรณ์"))
    page.locator("button[value='down:2']").click()
    assert offices(page).index("รัฐมนตรีว่าการกระทรวงเกษตรและสหกรณ์") == 2
    page.locator("#row-2 summary").click()
    page.locator("button[value='remove:2']").click()
    assert "รัฐมนตรีว่าการกระทรวงเกษตรและสหกรณ์" not in offices(page)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_pages_are_open_to_everybody(browse, axe, viewport, language):
    page = browse("drafter", viewport=viewport)
    speak(page, language)
    page.goto("/proposals/?state=changes_requested")
    path = page.locator(".rows a[href^='/proposals/']").first.get_attribute("href")
    for place in ("/board", "/board/s36/1", "/board/s6", "/board/s6/beside", "/board/s36/1/paper"):
        page.goto(path + place)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], place
        controls = page.locator(".seat-row :is(button, summary, select, input:not([type=hidden]), textarea):visible")
        sizes = controls.evaluate_all("all => all.map((one) => one.getBoundingClientRect().toJSON())")
        assert all(min(size["width"], size["height"]) >= 44 for size in sizes), place
    page.goto("/acts/sme/wishes")
    axe(page)


def test_a_whole_item_moves_by_button_and_by_keys(browse):
    page = browse("drafter2")
    start(page, "ย้ายทั้งรายการ", "subcommittee", "")
    page.locator("#name").fill("คณะอนุกรรมการผ้า")
    page.locator("#chair").fill("ประธานกรรมการ")
    page.locator("#behind").select_option("s13")
    page.locator("main form.form button.primary").click()
    page.wait_for_url(re.compile("/s13/1"))
    text = page.locator("#board-text")
    text.fill(
        "ให้มีคณะอนุกรรมการผ้า ประกอบด้วย\n(๑) ปลัดกระทรวงอุตสาหกรรม เป็นประธานอนุกรรมการ\n(๒) ผู้แทนช่างทอสองคน เป็นอนุกรรมการ\n"
        "(๓) อธิบดีกรมการพัฒนาชุมชน เป็นอนุกรรมการ\nผู้แทนช่างทอตาม (๒) อยู่ในตำแหน่งสองปี"
    )
    saved(page)
    office_field(page, "อธิบดีกรมการพัฒนาชุมชน").press("Alt+Shift+ArrowUp")
    saved(page)
    expect(text).to_have_value(re.compile(r"\(๒\) อธิบดี.*\n\(๓\) ผู้แทนช่างทอ.*\nผู้แทนช่างทอตาม \(๓\) "))
    expect(office_field(page, "อธิบดีกรมการพัฒนาชุมชน")).to_be_focused()
    row = page.locator('.seat-row[data-list="(๒)"]')
    row.locator("summary").click()
    row.locator("[data-item=item-down]").click()
    expect(text).to_have_value(re.compile(r"\(๒\) ผู้แทนช่างทอ.*\n\(๓\) อธิบดี.*\nผู้แทนช่างทอตาม \(๒\) "))
    assert offices(page) == ["ปลัดกระทรวงอุตสาหกรรม", "ช่างทอ", "อธิบดีกรมการพัฒนาชุมชน"]
