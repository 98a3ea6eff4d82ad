"""The README says what is so."""

from __future__ import annotations

import re

from config import ROOT
from tools.readme import README, with_table

TEXT = README.read_text(encoding="utf-8")


def test_its_table_is_the_one_that_drives_the_application():
    assert with_table(TEXT) == TEXT, "run `make readme`"


def test_the_pictures_and_pages_it_shows_are_there():
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_continuous_integration_runs_its_test_command():
    assert "make test" in TEXT
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("exec make test")
