"""Correcting the lines of a text in a browser: at both widths, without scripts, nothing for axe to find."""

from __future__ import annotations

import pytest

from tests.browser.test_acts import assert_fits, both_widths, fill_in

TEXT = """พระราชบัญญัติ
ร่องสวน
พ.ศ. ๒๕๕๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติร่องสวน พ.ศ. ๒๕๕๐”

มาตรา ๒  ให้ขุดร่องตามที่กำหนดใน

มาตรา ๑ และให้กว้างหนึ่งวา

มาตรา ๓  ให้มี (๑) สะพาน (๒) ทางน้ำ

มาตรา ๔  ห้าม “ถม
"""


def row(page, words: str):
    return page.locator(".read-line", has_text=words)


@both_widths
def test_lines_are_corrected_and_the_text_is_stored(browse, axe, viewport):
    page = browse("admin", viewport=viewport)
    fill_in(page, TEXT)
    axe(page)
    page.locator("button[value='odd:0']").click()
    page.wait_for_url("**/acts/import/lines#lines")
    axe(page)
    assert_fits(page)

    row(page, "มาตรา ๑ และ").get_by_role("button", name="ต่อกับบรรทัดก่อน").click()
    page.get_by_text("หายไป: มาตรา ๒ วรรคสอง").wait_for()
    assert page.get_by_text("หายไป: มาตรา ๒ วรรคสอง").bounding_box()["y"] < viewport["height"]
    row(page, "ให้มี (๑)").get_by_role("button", name="แก้หรือแยก").click()
    page.fill("#words", "มาตรา ๓ ให้มี\n(๑) สะพาน\n(๒) ทางน้ำ")
    axe(page)
    assert_fits(page)
    page.get_by_role("button", name="ใช้และอ่านใหม่").click()
    page.get_by_text("เพิ่ม: มาตรา ๓ วรรคหนึ่ง (๑)").wait_for()
    page.locator("#corrections summary").click()
    axe(page)
    assert_fits(page)

    page.get_by_role("button", name="ดูผลทั้งฉบับ").click()
    page.locator('[id="s3.p1.i2"]').wait_for()
    page.check("#confirmed")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.get_by_role("link", name="สิ่งที่แก้จากต้นฉบับเมื่อนำเข้า").click()
    page.wait_for_url("**/corrections*")
    axe(page)
    assert_fits(page)


def test_without_scripts_lines_are_corrected_all_the_same(browse):
    page = browse("admin", java_script_enabled=False)
    fill_in(page, TEXT)
    page.get_by_role("button", name="แก้การแบ่งบรรทัด").click()
    row(page, "ห้าม “ถม").get_by_role("button", name="แก้หรือแยก").click()
    page.select_option("#kind", "item")
    page.get_by_role("button", name="ใช้และอ่านใหม่").click()
    assert page.locator("#words-error").is_visible()
    page.select_option("#kind", "drop")
    page.get_by_role("button", name="ใช้และอ่านใหม่").click()
    page.get_by_text("หายไป: มาตรา ๔").wait_for()
    assert row(page, "ห้าม “ถม").count() == 0


@pytest.mark.parametrize("viewport", [{"width": 390, "height": 844}], ids=["narrow"])
def test_the_whole_text_in_one_field_fits(browse, axe, viewport):
    page = browse("admin", viewport=viewport)
    fill_in(page, TEXT)
    page.get_by_role("button", name="แก้การแบ่งบรรทัด").click()
    page.get_by_role("button", name="แก้ข้อความทั้งฉบับในช่องเดียว").click()
    page.locator("#whole").wait_for()
    axe(page)
    assert_fits(page)
