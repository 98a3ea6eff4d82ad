"""Words that are looked for in an act: every place of them, in reading order, with a way to it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from blueprints.acts.finding import FIRST, find_words
from blueprints.acts.reading import view_act
from law.parse import read_act
from review.workflow import Role
from services.acts import editions, storing

TEXT = """พระราชบัญญัติ
เรือพาย
พ.ศ. ๒๕๖๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติเรือพาย พ.ศ. ๒๕๖๐”

มาตรา ๒  ให้มีคณะกรรมการเรือพาย ประกอบด้วย
(๑) ผู้แทนเจ้าของเรือพาย จำนวน ๑๒ คน
(๒) ผู้แทน OTOP
ให้คณะกรรมการเลือกประธาน
"""
VIEW = view_act(read_act(TEXT).act)


def places(words: str) -> list[tuple[str, str]]:
    return [(place.address, place.words) for place in find_words(VIEW, words)]


def test_every_place_is_found_in_reading_order():
    assert places("เรือพาย") == [("s1.p1", "เรือพาย"), ("s2.p1", "เรือพาย"), ("s2.p1.i1", "เรือพาย")]
    assert places("  ให้คณะกรรมการ   เลือก") == []
    assert places("ให้คณะกรรมการเลือก ") == [("s2.p2", "ให้คณะกรรมการเลือก")]
    assert places("   ") == []


@pytest.mark.parametrize(("typed", "found"), [("12 คน", "๑๒ คน"), ("๑๒ คน", "๑๒ คน"), ("otop", "OTOP")])
def test_either_script_of_digits_and_capitals_are_the_same(typed: str, found: str):
    assert [words for _, words in places(typed)] == [found]


def test_what_is_around_is_the_text_itself():
    (place,) = find_words(VIEW, "จำนวน")
    assert (place.before, place.after, place.heading) == ("ผู้แทนเจ้าของเรือพาย ", " ๑๒ คน", "มาตรา ๒")
    long = view_act(read_act(f"พระราชบัญญัติ\nยาว\nพ.ศ. ๒๕๖๐\n\nมาตรา ๑  {'น้ำใจ ' * 40}กลาง {'น้ำใจ ' * 40}\n").act)
    (place,) = find_words(long, "กลาง")
    assert re.fullmatch(r"… (น้ำใจ )+", place.before)
    assert re.fullmatch(r"( น้ำใจ)+ …", place.after)


@pytest.fixture
def reader(client, db, people):
    storing.add_act(db.session, user=None, slug="boats", source=TEXT, in_force_from=date(2017, 3, 1), confirmed=True)
    client.sign_in(people[Role.READER])
    return client


def test_the_page_shows_the_places_and_the_ways_to_them(reader):
    answer = reader.get("/acts/boats", query_string={"go": "เรือพาย"})
    assert (answer.status_code, "พบ “เรือพาย” ๓ แห่ง" in answer.text) == (200, True)
    assert re.findall(r'<li><a href="#(s[^"]+)">', answer.text) == ["s1.p1", "s2.p1", "s2.p1.i1"]
    assert 'value="เรือพาย"' in answer.text
    assert 'href="/acts/boats">ปิดผลการค้นหา' in answer.text


def test_more_places_than_fit_are_folded(reader, db):
    text = TEXT + "".join(f"\nมาตรา {number}  เรือยนต์\n" for number in range(3, FIRST + 5))
    act = editions.find_act(db.session, "boats")
    storing.add_edition(db.session, user=None, act=act, source=text, in_force_from=date(2018, 3, 1), confirmed=True)
    page = reader.get("/acts/boats", query_string={"go": "เรือยนต์"}).text
    assert "แสดงอีก ๒ แห่ง" in page
    old = reader.get("/acts/boats", query_string={"go": "เรือพาย", "edition": "1"}).text
    assert 'href="/acts/boats?edition=1">ปิดผลการค้นหา' in old


def test_words_that_look_like_markup_stay_words(reader):
    answer = reader.get("/acts/boats", query_string={"go": "<b>x"})
    assert answer.status_code == 404
    assert "ไม่พบ “&lt;b&gt;x” ในกฎหมายนี้" in answer.text
