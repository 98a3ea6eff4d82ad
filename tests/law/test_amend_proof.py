"""Random edits of the shared acts: the bill, read back and applied, gives the edited text; a damaged bill does not."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from law.act import act_text
from law.amend import CannotAmend, Frame, WordChange, write_bill
from law.amending.words import change_words
from law.proof import prove, told
from tests.law import weaving_act
from tests.law.edits import KINDS, Editing
from tests.law.prove import Tally, one_case, try_case
from tests.law.shared_acts import REASON, names, shared_act

needs_acts = pytest.mark.skipif(not names(), reason=REASON)
_ACTS = names(150_000)


@needs_acts
@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_the_bill_gives_the_edited_text(seed: int) -> None:
    tally = Tally()
    try_case(seed, _ACTS, tally)
    assert (tally.wrong, tally.refused) == ([], [])


@needs_acts
@pytest.mark.parametrize("first", range(0, 1000, 200))
def test_a_hundred_mixtures_on_all_acts(first: int) -> None:
    """Five times a hundred; `make prove` tries 20,000. At most one in a hundred may be refused."""
    tally, seed, acts = Tally(), 5_000_000 + first, names(400_000)
    while tally.cases < 100:
        try_case(seed, acts, tally)
        seed += 1
    assert tally.wrong == []
    assert len(tally.refused) <= 1


@needs_acts
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_edit_is_proven(kind: str) -> None:
    made = 0
    for seed in range(12):
        random = Random(seed)
        act = shared_act(random.choice(_ACTS))
        editing = Editing(act, act, random)
        if editing.make(kind):
            made += 1
            assert prove(act, editing.new, write_bill(act, editing.new, check_citations=False).text) == ()
    assert made


@needs_acts
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_words_changed_throughout_are_proven(seed: int) -> None:
    random = Random(seed)
    act = shared_act(random.choice(_ACTS))
    words = [word for word in ("คณะกรรมการ", "รัฐมนตรี", "สำนักงาน", "ผู้ใด", "บริษัท") if word in act_text(act)]
    if not words:
        return
    change = WordChange(random.choice(words), random.choice(["สภาผู้ดูแล", ""]))
    try:
        new = change_words(act, [change])
    except CannotAmend:
        return  # the words stand outside the sections only
    assert prove(act, new, write_bill(act, new, Frame(words=(change,))).text) == ()


@needs_acts
@pytest.mark.parametrize("seed", [25025, 33634, 42301])
def test_mixtures_that_were_not_proven_once_are(seed: int) -> None:
    _, editing = one_case(seed, names(400_000))
    bill = write_bill(editing.old, editing.new, check_citations=False)
    assert prove(editing.old, editing.new, bill.text) == ()


@needs_acts
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_one_damaged_letter_of_a_quotation_fails_the_proof(seed: int) -> None:
    _, editing = one_case(seed, _ACTS)
    if not editing.kinds:
        return
    bill = write_bill(editing.old, editing.new, check_citations=False)
    quoted = [line for clause in bill.clauses for line in clause.quoted]
    letters = [letter for letter in "กขคงจดตถทนบปพมยรลวสหอ๑๒๓๔๕" for line in quoted if letter in line]
    if not letters:
        return
    random = Random(seed)
    letter = random.choice(letters)
    line = random.choice([line for line in quoted if letter in line])
    damaged = line.replace(letter, "ฬ", 1)
    assert prove(editing.old, editing.new, bill.text.replace(line, damaged, 1)) != ()


def test_a_clause_that_does_not_name_the_act_fails_the_proof() -> None:
    new = weaving_act.edited(weaving_act.repealed("มติของ"), weaving_act.repealed("มาตรา ๑๐", "มาตรา ๑๐ "))
    text = write_bill(weaving_act.act(), new).text
    assert prove(weaving_act.act(), new, text) == ()
    cut = text.replace(f"มาตรา ๑๐ แห่ง{weaving_act.ACT}", "มาตรา ๑๐")
    failures = prove(weaving_act.act(), new, cut)
    assert [told(failure) for failure in failures] == [
        "The bill could not be proven: section 4: it does not name the Act that it amends.",
    ]


@needs_acts
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_one_damaged_digit_of_a_citation_fails_the_proof(seed: int) -> None:
    _, editing = one_case(seed, _ACTS)
    if not editing.kinds:
        return
    bill = write_bill(editing.old, editing.new, check_citations=False)
    places = [
        (clause.wording, at)
        for clause in bill.clauses
        for at, letter in enumerate(clause.wording.partition(" แห่ง")[0])
        if letter in "๑๒๓๔๕๖๗๘๙"
    ]
    if not places:
        return
    random = Random(seed)
    wording, at = random.choice(places)
    other = random.choice([digit for digit in "๑๒๓๔๕๖๗๘๙" if digit != wording[at]])
    damaged = f"{wording[:at]}{other}{wording[at + 1 :]}"
    assert prove(editing.old, editing.new, bill.text.replace(wording, damaged, 1)) != ()
