"""A file and the system edited side by side: other sections both survive, the same section is a named conflict."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from documents.word.origin import bookmark
from documents.word_back.read import Line
from documents.word_back.units import place
from law.act import Act, Division, Level, Section, act_text
from law.editing.edit import Edit, apply_edits
from law.editing.numbering import propose_division, propose_label
from law.parse import read_act
from review.approval import base_text
from services.word.fit import fitted
from services.word.merge import Merged, merge
from tests.documents.word_trips import ACT

ADDRESSES = [address for address, one in ACT.places().items() if isinstance(one.node, Section | Division)]
SECTIONS = [*ACT.sections()]
NEW = {"s3": "s3/1", "s6": "s6/1", "s9": "s10"}
WORDS = st.lists(st.sampled_from(["เรือ", "ตลาด", "น้ำ", "ผู้ค้า", "ต้อง", "ไม่เกินสองลำ"]), min_size=1, max_size=4)


def lines(act: Act) -> list[Line]:
    """The whole act as Word lines, a bookmark at each unit."""
    found: list[Line] = []
    for address, one in act.places().items():
        marks = ((0, bookmark(address)),) if ACT.get(address) is not None else ()
        if isinstance(one.node, Division):
            found += [Line(one.node.heading, marks), Line(one.node.title)]
        elif isinstance(one.node, Section):
            first, *rest = one.node.text.split("\n")
            found += [Line(f"{one.node.heading}  {first}", marks), *map(Line, rest)]
    return found


@st.composite
def edited(draw: st.DrawFn) -> dict[str, Edit]:
    """Some sections rewritten, repealed or lengthened, titles changed, sections added."""
    found: dict[str, Edit] = {}
    for address in draw(st.lists(st.sampled_from(ADDRESSES), max_size=4, unique=True)):
        words = "".join(draw(WORDS))
        old = base_text(ACT, address)
        kinds = [words, "(ยกเลิก)"] + ([f"{old}\n{words}"] if address in SECTIONS else [])
        found[address] = Edit(address, draw(st.sampled_from(kinds)))
    for behind in draw(st.lists(st.sampled_from([*NEW]), max_size=2, unique=True)):
        found[NEW[behind]] = Edit(NEW[behind], "".join(draw(WORDS)), behind)
    return {address: edit for address, edit in found.items() if edit.text != base_text(ACT, address)}


def merged(theirs: dict[str, Edit], ours: dict[str, Edit], taken: frozenset[str] = frozenset()) -> tuple[Merged, Act]:
    placed = place(lines(apply_edits(ACT, theirs.values())), ACT)
    now = apply_edits(ACT, ours.values())
    found = merge(placed, edition=ACT, base=ACT, now=now, edits=ours.values(), paper=ADDRESSES, whole=True, taken=taken)
    return found, fitted(ACT, found.edits, placed).tree


@settings(deadline=None)
@given(edited(), edited())
def test_what_one_side_changed_is_taken_and_what_both_changed_is_named(theirs, ours):
    found, act = merged(theirs, ours)
    both = {one for one in theirs.keys() & ours.keys() if theirs[one].text != ours[one].text}
    assert {conflict.address for conflict in found.conflicts} == both
    assert found.unplaced == ()
    for address in {*ADDRESSES, *NEW.values()}:
        wanted = ours.get(address) or theirs.get(address)
        assert base_text(act, address) == (wanted.text if wanted else base_text(ACT, address))


@settings(deadline=None)
@given(edited(), edited())
def test_a_conflict_is_the_files_where_a_person_says_so(theirs, ours):
    taken = frozenset(theirs.keys() & ours.keys())
    found, act = merged(theirs, ours, taken)
    assert all(conflict.taken for conflict in found.conflicts)
    for address in taken:
        assert base_text(act, address) == theirs[address].text


@settings(deadline=None)
@given(edited())
def test_a_file_alone_gives_exactly_its_own_edits(theirs):
    found, act = merged(theirs, {})
    assert {edit.address: edit for edit in found.edits} == theirs
    assert (found.conflicts, act) == ((), apply_edits(ACT, theirs.values()))


@st.composite
def founding(draw: st.DrawFn) -> list[Edit]:
    """A division put in anywhere, by the number that the editor proposes, with a section in it or none; or a section."""
    after = draw(st.sampled_from(ADDRESSES))
    level = draw(st.sampled_from([None, Level.TITLE, Level.CHAPTER, Level.PART]))
    address = propose_division(ACT, after, level)
    if address and draw(st.booleans()):
        found = [Edit(address, "กองทุน", after)]
        return [*found, Edit("s90", "ให้มีกองทุน", address)] if draw(st.booleans()) else found
    assume(after in SECTIONS)
    return [Edit(f"s{propose_label(ACT, after)}", "ให้มีกองทุน", after)]


@settings(deadline=None)
@given(founding())
def test_what_is_founded_in_the_file_stands_where_it_was_founded(edits):
    new = apply_edits(ACT, edits)
    assume(all(new.get(address) is not None for address in ADDRESSES))  # a title over chapters renames them
    assume(read_act(act_text(new)).act.places().keys() == new.places().keys())  # a part at the end is the chapter's
    placed = place(lines(new), ACT)
    found = merge(placed, edition=ACT, base=ACT, now=ACT, edits=(), paper=ADDRESSES, whole=True)
    fit = fitted(ACT, found.edits, placed)
    assert (found.unplaced, fit.unplaced) == ((), ())
    assert fit.tree == new
