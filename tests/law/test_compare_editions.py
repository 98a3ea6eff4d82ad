"""The worked example of the contract, and all shared acts with words changed at random."""

import argparse
import json
import os
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from random import Random

import pytest
from rapidfuzz.distance import Indel

from bench.edits import edited
from law.act import Act, Section
from law.cli import compare as command
from law.compare import Change, compare_acts
from law.parse import decode, read_act
from law.words import tokens

SHARED = Path(__file__).parents[3] / "shared"
ACTS = Path(os.environ.get("ACTS_DIR", SHARED / "acts"))
CONTRACT = Path(os.environ.get("CONTRACT_DIR", SHARED / "contract"))
FILES = sorted(ACTS.glob("**/*.txt"))
LONGEST = 20_000  # characters of one act that a test looks at

needs_acts = pytest.mark.skipif(not FILES, reason="the shared acts are not on this machine (ACTS_DIR)")


def beginning(path: Path) -> Act:
    """The first sections of an act, without its divisions."""
    act = read_act(decode(path.read_bytes())).act
    sections: list[Section] = []
    for section in act.sections().values():
        if sum(len(one.text) for one in sections) < LONGEST:
            sections.append(section)
    return replace(act, body=tuple(sections), code=None)


def tokens_marked(change: Change) -> int:
    """How many words of both sides are in a deletion or insertion; every border must be one between words."""
    count = 0
    for side, skipped, kind in ((change.old, "insert", "delete"), (change.new, "delete", "insert")):
        places = {end: number for number, end in enumerate(accumulate(map(len, tokens(side)), initial=0))}
        position = 0
        for hunk in change.hunks:
            if hunk.kind == skipped:
                continue
            start, position = position, position + len(hunk.text)
            if hunk.kind == kind:
                count += places[position] - places[start]
    return count


@needs_acts
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_random_edits_come_out_exact_both_ways_and_at_1_percent_are_hardly_more_than_must_be(path: Path) -> None:
    act = beginning(path)
    for share in (0.01, 0.1, 0.5):
        new = edited(act, share)
        comparison = compare_acts(act, new)
        marked = smallest = 0
        for change in comparison.changes:
            assert "".join(hunk.text for hunk in change.hunks if hunk.kind != "insert") == change.old
            assert "".join(hunk.text for hunk in change.hunks if hunk.kind != "delete") == change.new
            marked += tokens_marked(change)
            smallest += Indel.distance(tokens(change.old), tokens(change.new))
        if share == 0.01:
            assert marked <= smallest * 1.05 + 2
        touched = {address for address, section in new.sections().items() if section != act.get(address)}
        assert {diff.address for diff in comparison.sections} == touched


@needs_acts
@pytest.mark.parametrize("path", FILES[:3], ids=lambda path: path.stem)
def test_sections_in_another_order_are_moved_and_none_is_replaced(path: Path) -> None:
    act = beginning(path)
    body = list(act.body)
    Random(4).shuffle(body)
    comparison = compare_acts(act, replace(act, body=tuple(body)))

    assert {change.kind for change in comparison.changes} <= {"moved"}
    assert all(change.old == change.new for change in comparison.changes)


@pytest.mark.skipif(not CONTRACT.is_dir(), reason="the contract's worked example is not on this machine")
def test_the_worked_example_of_the_contract() -> None:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    options = parser.parse_args([str(CONTRACT / "act.txt"), str(CONTRACT / "act-as-edited.txt"), "--json"])
    told = json.loads(command.run(options))

    assert set(told) == {"algorithm", "changes"}
    assert [(change["address"], change["kind"]) for change in told["changes"]] == [
        ("s3.def:ชุมชน", "inserted"),
        ("s4.p1.i2", "replaced"),
        ("s5/1", "inserted"),
        ("s6", "repealed"),
    ]
    assert told["changes"][1]["hunks"][1] == ["insert", "ปลัดกระทรวงเกษตรและสหกรณ์ "]
    assert told["changes"][3]["new"] == "(ยกเลิก)"


def test_files_that_differ_in_spaces_only(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑  ให้มีสวน และน้ำตก\n", encoding="utf-8")
    new.write_text("พระราชบัญญัติสวน พ.ศ. ๒๕๕๐\n\nมาตรา ๑\xa0 ให้มีสวน  และน\u0e4d\u0e49\u0e32ตก\n", encoding="utf-8")
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)

    assert json.loads(command.run(parser.parse_args([str(old), str(new), "--json"])))["changes"] == []
    assert command.run(parser.parse_args([str(old), str(new)])).startswith("act: the files differ in spaces")
    assert command.run(parser.parse_args([str(old), str(old)])) == "No changes."
