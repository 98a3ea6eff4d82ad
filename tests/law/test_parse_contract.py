"""The documented JSON of ``python -m law parse`` on the worked example of the contract."""

import json
import os
from pathlib import Path

import pytest

from law.cli.parse import as_json, read_file

CONTRACT = Path(os.environ.get("CONTRACT_DIR", Path(__file__).parents[2] / "../shared/contract"))

pytestmark = pytest.mark.skipif(not CONTRACT.is_dir(), reason="the contract's worked example is not on this machine")


def test_units_of_the_worked_example_are_those_documented() -> None:
    reading = as_json(read_file(str(CONTRACT / "act.txt")))

    assert reading["units"] == json.loads((CONTRACT / "addresses.json").read_text("utf-8"))


def test_the_worked_example_is_read_whole() -> None:
    reading = as_json(read_file(str(CONTRACT / "act.txt")))

    assert reading["title"].endswith("พ.ศ. ๒๕๕๐")
    assert [(chapter["address"], chapter["sections"]) for chapter in reading["chapters"]] == [
        ("ch1", ["s4", "s5", "s6"]),
        ("ch2", ["s7"]),
    ]
    assert {section["address"]: section["chapter"] for section in reading["sections"]}["s3"] is None
    assert reading["ledger"]["chars_in"] == reading["ledger"]["chars_placed"]
    assert reading["ledger"]["unplaced"] == []
    assert reading["tail"] == []
