"""``python -m law board`` against the documented contract and its worked example."""

import argparse
import json
import os
from pathlib import Path
from typing import Any

import pytest

from law.cli import Refused, board

CONTRACT = Path(os.environ.get("CONTRACT_DIR", Path(__file__).parents[3] / "shared" / "contract"))
GARDEN = """พระราชบัญญัติ
สวนสาธารณะ
พ.ศ. ๒๕๖๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติสวนสาธารณะ พ.ศ. ๒๕๖๐”

มาตรา ๖/๑  ให้มีคณะกรรมการสวน[๓] ประกอบด้วย รัฐมนตรีว่าการกระทรวงมหาดไทย เป็นประธานกรรมการ และอธิบดีกรมป่าไม้* เป็นกรรมการ

มาตรา ๗ ทวิ  ให้มีคณะกรรมการดังต่อไปนี้

(๑) ในกรุงเทพมหานคร ให้มีคณะกรรมการสวนนคร ประกอบด้วย ปลัดกรุงเทพมหานคร เป็นประธานกรรมการ

(๒) ในจังหวัดอื่น ให้มีคณะกรรมการสวนจังหวัด ประกอบด้วย ผู้ว่าราชการจังหวัด เป็นประธานกรรมการ
"""


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    path = tmp_path / "act.txt"
    path.write_text(GARDEN, encoding="utf-8")
    return path


def run(path: Path, section: str) -> Any:
    return json.loads(board.run(argparse.Namespace(act=str(path), section=section, json=True)))


@pytest.mark.skipif(not CONTRACT.is_dir(), reason="the contract's example is not here (CONTRACT_DIR)")
def test_the_worked_example() -> None:
    expected = json.loads((CONTRACT / "board-section-4.json").read_text(encoding="utf-8"))
    assert run(CONTRACT / "act.txt", "4") == expected


@pytest.mark.parametrize("label", ["6/1", "๖/๑", "s6/1", "มาตรา ๖/๑"])
def test_a_section_is_named_as_people_write_it(garden: Path, label: str) -> None:
    found = run(garden, label)
    assert (found["board"], found["ex_officio"]) == ("คณะกรรมการสวน", ["อธิบดีกรมป่าไม้"])


@pytest.mark.parametrize("label", ["7bis", "๗ ทวิ"])
def test_several_boards_of_one_section_are_a_list(garden: Path, label: str) -> None:
    assert [one["board"] for one in run(garden, label)] == ["คณะกรรมการสวนนคร", "คณะกรรมการสวนจังหวัด"]


@pytest.mark.parametrize("label", ["99", "1", "ก"])
def test_no_such_section_and_no_board_are_refused(garden: Path, label: str) -> None:
    with pytest.raises(Refused):
        run(garden, label)


def test_the_table_for_people(garden: Path) -> None:
    text = board.run(argparse.Namespace(act=str(garden), section="6/1", json=False))
    assert text.splitlines()[0] == "คณะกรรมการสวน"
    assert text.splitlines()[-1] == "total 2-2"


def test_what_was_not_understood_is_said_beside_the_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "act.txt"
    later = "ในกรณีที่สวนอยู่ในเขตเทศบาล ให้นายกเทศมนตรีร่วมเป็นกรรมการด้วย"
    path.write_text(GARDEN.replace("เป็นกรรมการ\n", f"เป็นกรรมการ\n\n{later}\n", 1), encoding="utf-8")
    assert run(path, "6/1")["total_members"] == {"min": 2, "max": 2}
    assert later in capsys.readouterr().err
