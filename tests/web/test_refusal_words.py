"""Every way in which a bill can fail has a sentence in both languages, with the same facts."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from blueprints.proposals.refusal_words import SENTENCES, placed_sentence
from law.instructions import refusals
from law.instructions.refusals import Refusal, Why, refusal
from tools.catalogue import read_catalogue

_FACT = re.compile(r"%\((\w+)\)s")
# Said on the command line alone: the address in another form, the Act that the page is about, the digit 1 in words.
_UNSAID = {Why.TEXT_DIFFERS: {"address"}, Why.OTHER_LAW: {"own"}}
_SAID = {Why.TEXT_DIFFERS: {"unit"}}


@pytest.mark.parametrize("why", Why)
def test_no_kind_of_refusal_is_without_a_sentence(why: Why) -> None:
    thai = SENTENCES[why]._args[0]  # type: ignore[attr-defined]
    english = read_catalogue().get(thai)
    assert english is not None
    facts = {name for _, name, _, _ in Formatter().parse(refusals.SENTENCES[why]) if name}
    wanted = facts - _UNSAID.get(why, set()) | _SAID.get(why, set())
    assert set(_FACT.findall(thai)) == set(_FACT.findall(english.string)) == wanted


def test_the_section_of_the_bill_and_the_damage_are_said() -> None:
    damage = refusal(Why.LOST_AM, words="อานาจ")
    found = Refusal(Why.DAMAGED, section="3", cause=damage)
    assert placed_sentence(found) == "ร่างมาตรา ๓: ข้อความเสียหาย พิมพ์ส่วนนี้ใหม่: สระอำหาย (“อานาจ”)"
    assert found.sentence == "the text is damaged: the vowel ำ is lost (“อานาจ”)"
