"""The worked example of the contract: the bill, letter for letter."""

import os
from pathlib import Path

import pytest

from law.__main__ import main
from law.amend import Frame, write_bill
from law.parse import decode, read_act

CONTRACT = Path(os.environ.get("CONTRACT_DIR", Path(__file__).parents[2] / "../shared/contract"))


@pytest.mark.skipif(not CONTRACT.is_dir(), reason="the contract's worked example is not here (CONTRACT_DIR)")
def test_the_bill_of_the_worked_example() -> None:
    old, new = (read_act(decode((CONTRACT / name).read_bytes())).act for name in ("act.txt", "act-as-edited.txt"))
    bill = write_bill(old, new, Frame(number=2))
    assert bill.text == (CONTRACT / "bill.txt").read_text(encoding="utf-8")
    assert [caution.code for caution in bill.warnings] == ["charge_assumed"]


@pytest.mark.skipif(not CONTRACT.is_dir(), reason="the contract's worked example is not here (CONTRACT_DIR)")
def test_the_command_prints_the_bill_of_the_worked_example(capfd: pytest.CaptureFixture[str]) -> None:
    files = [str(CONTRACT / name) for name in ("act.txt", "act-as-edited.txt")]
    assert main(["amend", *files, "--number", "2"]) == 0
    assert capfd.readouterr().out == (CONTRACT / "bill.txt").read_text(encoding="utf-8")
