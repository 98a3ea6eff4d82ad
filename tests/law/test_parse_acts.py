"""Real acts: read whole, in order, nothing of the tail among the act's own sections."""

import os
from itertools import pairwise
from pathlib import Path

import pytest

from law import numerals
from law.act import Division, Kind, Unit, act_text
from law.parse import Reading, decode, read_act

ACTS = Path(os.environ.get("ACTS_DIR", Path(__file__).parents[2] / "../shared/acts"))
FILES = (
    sorted(ACTS.glob("council-of-state/*.txt")) + sorted(ACTS.glob("*.txt")) + sorted(ACTS.glob("gazette/[0-9]*.md"))
)
CONSOLIDATED = [path for path in FILES if path.suffix == ".txt"]

pytestmark = pytest.mark.skipif(not FILES, reason="the acts used as test data are not on this machine")

# Sections, divisions and acts of the tail, counted in the texts by a plain search and by eye.
COUNTED = {
    "303160": (5, 0, 0),
    "303436": (27, 5, 0),
    "306343": (44, 6, 0),
    "320572": (53, 2, 9),
    "339644": (51, 11, 0),
    "389323": (20, 16, 6),
    "393270": (31, 0, 1),
    "449067": (89, 9, 0),
    "571073": (69, 10, 0),
    "699747": (74, 11, 0),
    "700886": (8, 0, 0),
    "700894": (7, 0, 0),
    "777570": (48, 7, 0),
    "832088": (31, 5, 0),
    "834192": (39, 11, 0),
    "sme-promotion-act": (49, 7, 4),
}


def read(path: Path) -> Reading:
    return read_act(decode(path.read_bytes()))


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {path.stem: read(path) for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_character_is_placed_or_reported(readings, path) -> None:
    reading = readings[path.stem]

    assert reading.ledger.balanced
    assert reading.ledger.chars_in > 0
    assert reading.act.title


@pytest.mark.parametrize("path", CONSOLIDATED, ids=lambda path: path.stem)
def test_a_consolidated_act_leaves_nothing_over(readings, path) -> None:
    assert readings[path.stem].ledger.unplaced == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sections_stand_in_order_unless_reported(readings, path) -> None:
    reading = readings[path.stem]
    reported = {oddity.address for oddity in reading.oddities if oddity.code in {"out_of_order", "duplicate_label"}}
    sections = [(address, section) for address, section in reading.act.sections().items()]
    for (before_address, before), (address, section) in pairwise(sections):
        if address in reported or before_address.startswith("code.") != address.startswith("code."):
            continue
        assert numerals.order(before.until or before.label) < numerals.order(section.label), address
    assert len(reported) <= max(2, len(sections) // 50)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_act_printed_and_read_again_is_the_same(readings, path) -> None:
    act = readings[path.stem].act

    assert read_act(act_text(act)).act == act


@pytest.mark.parametrize(("name", "counted"), COUNTED.items())
def test_counts_agree_with_those_made_in_the_text(readings, name, counted) -> None:
    if name not in readings:
        pytest.skip("this act is not on this machine")
    act = readings[name].act
    divisions = sum(isinstance(place.node, Division) for place in act.places().values())

    assert (len(act.sections()), divisions, len(act.tail)) == counted


@pytest.mark.parametrize("path", CONSOLIDATED, ids=lambda path: path.stem)
def test_line_breaks_that_lost_their_kind_cost_no_section(readings, path) -> None:
    text = decode(path.read_bytes())
    browser = read_act(text.replace("\r\n", "\n").replace("\n", "\r\n"))

    assert set(browser.act.sections()) == set(readings[path.stem].act.sections())
    assert browser.ledger.balanced


def test_the_sme_promotion_act_is_exact(readings) -> None:
    if "sme-promotion-act" not in readings:
        pytest.skip("this act is not on this machine")
    act = readings["sme-promotion-act"].act
    units = [place.node for place in act.places().values() if isinstance(place.node, Unit)]

    assert list(act.sections()) == [f"s{number}" for number in range(1, 50)]
    assert [address for address, place in act.places().items() if isinstance(place.node, Division)] == [
        f"ch{number}" for number in range(1, 8)
    ]
    assert sum(unit.kind is Kind.DEFINITION for unit in units) == 8
    assert act.get("s11.p1.i9/1") is not None
    assert act.get("s16.p1.i3/1") is not None
    assert len(act.places()["s38.p1"].node.items) + len(act.places()["s38.p2"].node.items) == 18
    assert [[section.label for section in tail.sections] for tail in act.tail] == [
        ["2", "113"],
        ["2"],
        ["2", "10", "11"],
        ["2", "4", "39"],
    ]
    assert [unit.kind for unit in act.sections()["s48"].units] == [Kind.PARAGRAPH]


@pytest.mark.parametrize("name", ["443287", "570093", "617709"])
def test_a_promulgated_code_is_law_in_force(readings, name) -> None:
    if name not in readings:
        pytest.skip("this act is not on this machine")
    act = readings[name].act

    assert act.code is not None
    assert act.get("s1") is not None
    assert act.get("code.s1") is not None
    assert not any(address.startswith("code.") for tail in act.tail for address in tail.title.split())
    assert len([address for address in act.sections() if address.startswith("code.")]) > 300
