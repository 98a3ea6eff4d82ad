"""Comments in a browser: words chosen with the mouse, by keyboard and by hand; beside the text, below it; taken over."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def proposal(browse) -> str:
    """The demonstration's proposal that is under review."""
    page = browse("secretary")
    page.goto("/proposals/?state=in_review")
    links = page.locator("main a[href^='/proposals/']").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    return next(link for link in links if re.fullmatch(r"/proposals/\d+", link))


def choose(page: Page, words: str) -> str:
    """Select words in the comparison, as a person does with the mouse; the unit they stand in."""
    unit = page.evaluate(
        """words => {
            for (const line of document.querySelectorAll("[data-unit]")) {
                const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT), places = [];
                let text = "";
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    if (node.parentElement.closest("del, .spoken, .said-link")) continue;
                    for (let at = 0; at < node.data.length; at++) places.push([node, at]);
                    text += node.data;
                }
                const at = text.indexOf(words);
                if (at < 0) continue;
                line.scrollIntoView({ block: "center" });
                const [first, from] = places[at], [last, to] = places[at + words.length - 1];
                getSelection().setBaseAndExtent(first, from, last, to + 1);
                return line.dataset.unit;
            }
        }""",
        words,
    )
    assert unit, f"{words} is not on the page"
    return unit


def fits(page: Page) -> None:
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"], f"{page.url} is {width} px wide"


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_words_are_chosen_commented_and_taken_over(browse, axe, proposal, viewport):
    reviewer, drafter = browse("reviewer1", viewport=viewport), browse("drafter", viewport=viewport)
    reviewer.goto(f"{proposal}/compare")
    assert choose(reviewer, "จำนวนสิบคน") == "s6.p1.i5"  # with deleted words between them
    reviewer.get_by_role("button", name="แสดงความเห็นต่อถ้อยคำที่เลือก").click()
    form = reviewer.locator("details.say[open] form").first
    assert form.locator("select[name=address]").input_value() == "s6.p1.i5"
    assert form.locator("input[name=quote]").input_value() == "จำนวนสิบคน"
    expect(form.locator("textarea[name=body]")).to_be_focused()
    axe(reviewer)
    form.locator("textarea[name=body]").fill("แปดคนน่าจะพอ")
    form.get_by_text("เสนอถ้อยคำแทน").click()
    form.locator("textarea[name=suggestion]").fill("จำนวนแปดคน")
    form.get_by_role("button", name="ส่งความเห็น").click()
    reviewer.wait_for_url(re.compile(r"/discussion#comment-\d+$"))
    number = reviewer.url.rpartition("-")[2]

    drafter.goto(f"{proposal}/compare")
    link = drafter.locator(f"#words-{number}")
    expect(link).to_be_visible()
    assert drafter.locator(f"mark[aria-details=comment-{number}]").count()
    beside(drafter, number, viewport)
    link.focus()
    drafter.keyboard.press("Enter")  # from the words to the comment
    drafter.wait_for_url(re.compile(rf"#comment-{number}$"))
    axe(drafter)
    fits(drafter)
    thread = drafter.locator(f"[data-thread='{number}']")
    thread.get_by_role("button", name="นำถ้อยคำนี้ไปใช้").click()
    drafter.wait_for_url(re.compile("/text$"))
    expect(drafter.locator("main textarea").filter(has_text="จำนวนแปดคน").first).to_be_visible()


def beside(page: Page, number: str, viewport: dict[str, int]) -> None:
    words = page.locator(f"#words-{number}").bounding_box()
    thread = page.locator(f"[data-thread='{number}']").bounding_box()
    assert words
    assert thread
    if viewport is WIDE:
        assert thread["x"] > words["x"], "not beside the text"
    else:
        assert thread["y"] > words["y"], "not below the text"


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("page_of", ["/compare", "/compare?view=sides", "/discussion", "/history?kind=comments", ""])
def test_pages_with_comments_are_accessible_and_fit(browse, axe, proposal, viewport, page_of):
    page = browse("reviewer2", viewport=viewport)
    page.goto(proposal + page_of)
    axe(page)
    fits(page)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_record_is_accessible_and_fits(browse, axe, viewport):
    page = browse("admin", viewport=viewport)
    page.goto("/admin/audit")
    expect(page.get_by_text("บันทึกครบถ้วน")).to_be_visible()
    axe(page)
    fits(page)


def test_by_keyboard_a_changed_line_opens_its_form(browse, proposal):
    page = browse("reviewer1")
    page.goto(f"{proposal}/compare")
    page.keyboard.press("n")
    line = page.evaluate("document.activeElement.querySelector('[data-unit]').dataset.unit")
    page.keyboard.press("c")
    form = page.locator("details.say[open] form")
    assert form.locator("select[name=address]").input_value() == line
    expect(form.locator("textarea[name=body]")).to_be_focused()


def test_without_scripts_words_are_typed(browse, proposal):
    page = browse("reviewer1", java_script_enabled=False)
    page.goto(f"{proposal}/compare")
    section = page.locator(".diff-section").first
    section.locator("details.say > summary").click()
    form = section.locator("details.say form")
    form.locator("select[name=address]").select_option("s6.p1.i5")
    form.locator("input[name=quote]").fill("ผู้ทรงคุณวุฒิ")
    form.locator("textarea[name=body]").fill("เขียนให้ชัด")
    form.get_by_role("button", name="ส่งความเห็น").click()
    expect(page.locator("blockquote").filter(has_text="ผู้ทรงคุณวุฒิ")).to_be_visible()
