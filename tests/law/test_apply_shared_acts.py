"""Bills against real acts: a unit replaced by itself changes nothing, and each other order only what it says."""

import os
import random
from pathlib import Path

import pytest

from law import numerals
from law.act import Act, Kind, Section, Unit, unit_lines
from law.instruct import Action, apply_bill, read_bill
from law.parse import decode, read_act

ACTS = Path(os.environ.get("ACTS_DIR", Path(__file__).parents[2] / ".." / "shared" / "acts"))
FILES = sorted([*ACTS.glob("council-of-state/*.txt"), *ACTS.glob("*.txt")])
GAZETTE = sorted(path for path in ACTS.glob("gazette/*.md") if path.name != "README.md")
BIG = 600_000  # bytes; the largest acts take long to read
pytestmark = pytest.mark.skipif(not FILES, reason="the shared acts are not at hand (ACTS_DIR)")


def bill(clause: str) -> str:
    return f"มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “ก”\n\nมาตรา ๒  {clause}\n\nมาตรา ๓  ให้รัฐมนตรีรักษาการตามพระราชบัญญัตินี้\n"


def texts(act: Act) -> list[tuple[str, str]]:
    return [(address, section.text) for address, section in act.sections().items()]


def sample(act: Act, count: int, seed: str) -> list[tuple[str, Section]]:
    """Some sections that can be cited: they stand once, alone, and in force."""
    present = act.sections()
    usable = [
        (address, section)
        for address, section in present.items()
        if "~" not in address and f"{address}~2" not in present and section.text
        if not section.until and not section.is_repealed
    ]
    return random.Random(seed).sample(usable, min(count, len(usable)))


def law_of(act: Act, address: str) -> str:
    return act.code.title if act.code and address.startswith("code.") else act.title


def cited_units(section: Section) -> list[tuple[str, list[str]]]:
    """Each paragraph, definition and item as a clause cites it, with its lines."""
    found = []
    here = f"มาตรา {section.written}"
    paragraph = 0
    for unit in section.units:
        lines = unit_lines(unit)
        if unit.kind is Kind.PARAGRAPH:
            paragraph += 1
            outer = f"{numerals.paragraph_words(paragraph)}ของ{here}"
            if unit.text:
                found.append((outer, [f"{here}  {lines[0]}", *lines[1:]] if paragraph == 1 else lines))
        else:
            outer = f"บทนิยามคำว่า “{unit.label}” ใน{here}"
            found.append((outer, lines))
        found += [(f" {label_of(item)} ของ{outer}", unit_lines(item)) for item in unit.items]
    return found


def label_of(item: Unit) -> str:
    return item.text[: item.text.index(")") + 1]


@pytest.fixture(
    scope="module", params=[path for path in FILES if path.stat().st_size < BIG], ids=lambda path: path.stem
)
def act(request):
    return read_act(decode(request.param.read_bytes())).act


def test_a_unit_replaced_by_itself_changes_nothing(act):
    before = texts(act)
    for address, section in sample(act, 4, act.title):
        lines = section.text.split("\n")
        whole = (f"มาตรา {section.written}", [f"มาตรา {section.written}  {lines[0]}", *lines[1:]])
        for cited, body in [whole, *cited_units(section)][:6]:
            quotation = "\n\n".join(body)
            clause = f"ให้ยกเลิกความใน{cited} แห่ง{law_of(act, address)} และให้ใช้ความต่อไปนี้แทน\n\n“{quotation}”"
            assert texts(apply_bill(act, bill(clause))) == before, cited


def test_a_repealed_section_and_nothing_else_is_marked(act):
    before = texts(act)
    for address, section in sample(act, 2, act.title + "ย"):
        amended = apply_bill(act, bill(f"ให้ยกเลิกมาตรา {section.written} แห่ง{law_of(act, address)}"))
        assert texts(amended) == [(other, "(ยกเลิก)" if other == address else text) for other, text in before]


def test_an_inserted_paragraph_stands_at_the_end(act):
    before = texts(act)
    for address, section in sample(act, 2, act.title + "พ"):
        count = sum(unit.kind is Kind.PARAGRAPH for unit in section.units)
        cited = f"{numerals.paragraph_words(count + 1)}ของมาตรา {section.written}"
        clause = f"ให้เพิ่มความต่อไปนี้เป็น{cited} แห่ง{law_of(act, address)}\n\n“วรรคใหม่”"
        wanted = [(other, f"{text}\nวรรคใหม่" if other == address else text) for other, text in before]
        assert texts(apply_bill(act, bill(clause))) == wanted


def test_an_inserted_section_stands_behind_its_neighbour(act):
    present = act.sections()
    for address, section in sample(act, 3, act.title + "ส"):
        prefix = address[: address.index("s" + section.label)]
        if not section.label.isdecimal():
            continue
        number = next(n for n in range(1, 999) if f"{prefix}s{section.label}/{n}" not in present)
        label = numerals.written(f"{section.label}/{number}")
        clause = f"ให้เพิ่มความต่อไปนี้เป็นมาตรา {label} แห่ง{law_of(act, address)}\n\n“มาตรา {label}  ก”"
        amended = apply_bill(act, bill(clause))
        new = f"{prefix}s{section.label}/{number}"
        addresses = list(amended.sections())
        assert addresses[addresses.index(new) - 1].startswith(address)
        assert [item for item in texts(amended) if item[0] != new] == texts(act)


# Clauses on numbered units; two instruments amend tables and standards, whose numbers are no units of the law.
TABLES = {"17230253", "17231310"}


@pytest.mark.skipif(not GAZETTE, reason="the Gazette's files are not at hand (ACTS_DIR)")
@pytest.mark.parametrize("path", GAZETTE, ids=lambda path: path.stem)
def test_instruments_of_the_gazette_are_read_as_far_as_they_can_be(path):
    found = read_bill(decode(path.read_bytes()))
    labels = [int(item.section) for item in found if item.section.isdecimal()]
    assert labels == list(range(1, len(labels) + 1))
    orders = [item for item in found if item.action is not Action.NONE]
    unknown = [item for item in orders if item.action is Action.UNKNOWN]
    assert all(item.problems for item in unknown)
    if path.stem in TABLES:
        assert len(unknown) == len(orders)
    else:
        assert len(unknown) <= len(orders) // 4
        assert all(
            item.quotation for item in orders if item.action is Action.REPLACE and "schedule" not in item.targets
        )
        assert any(item.damage for item in orders)
