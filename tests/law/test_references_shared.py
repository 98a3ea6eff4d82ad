"""Citations in real acts: the table "Who cites whom" of the SME Promotion Act, and all acts at once."""

import os
import re
from pathlib import Path

import pytest

from law.act import Act, Unit
from law.parse import decode, read_act
from law.references import find_references

ACTS = Path(os.environ.get("ACTS_DIR", Path(__file__).parents[3] / "shared" / "acts"))
FACTS = ACTS.parent / "facts" / "sme-act.md"
needs_acts = pytest.mark.skipif(not ACTS.is_dir(), reason="the shared acts are not here (ACTS_DIR)")


def read(path: Path) -> Act:
    return read_act(decode(path.read_bytes())).act


def table() -> dict[str, set[str]]:
    """Sections cited by each section of the SME Promotion Act, own citations left out, from the facts."""
    text = FACTS.read_text(encoding="utf-8")
    rows = text.partition("## Who cites whom")[2].partition("Cited by")[0]
    cited: dict[str, set[str]] = {}
    for row in re.findall(r"^\| (\d+)[^|]*\| (.+) \|$", rows, re.MULTILINE):
        section, words = row
        words = re.sub(r"own [^;,]*(?:\([๐-๙ ]+\)\s*)*|bracketed note.*|\([๐-๙/]+\)(?:-\([๐-๙]+\))?|p\d+", " ", words)
        cited.setdefault(section, set()).update(re.findall(r"\d+", words))
    return cited


@needs_acts
@pytest.mark.skipif(not FACTS.is_file(), reason="the facts on the SME Promotion Act are not here")
def test_the_sme_act_cites_what_the_facts_say() -> None:
    act = read(ACTS / "sme-promotion-act.txt")
    found: dict[str, set[str]] = {}
    for one in find_references(act):
        assert not one.is_broken, one
        source = one.source.partition(".")[0].removeprefix("s")
        if one.target and not one.target.startswith(f"s{source}."):
            found.setdefault(source, set()).add(one.target.partition(".")[0].removeprefix("s"))
    expected = {section: cited - {section} for section, cited in table().items()}
    got = {section: cited - {section} for section, cited in found.items()}
    assert {section: cited for section, cited in got.items() if cited} == {
        section: cited for section, cited in expected.items() if cited
    }


@needs_acts
def test_all_acts_are_read_and_their_spans_hold() -> None:
    for path in sorted((ACTS / "council-of-state").glob("3*.txt")):
        act = read(path)
        for one in find_references(act):
            node = act.get(one.source)
            assert isinstance(node, Unit)
            assert node.text[one.start : one.end] == one.text
            assert one.target is None or one.target == "schedule" or act.get(one.target) is not None
