"""``python -m law instructions`` and ``apply``: the contract's worked example, exits and streams."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from law.parse import decode, read_act
from tests.law.garden_act import TEXT, bill, repeal

ROOT = Path(__file__).parents[2]
CONTRACT = Path(os.environ.get("CONTRACT_DIR", ROOT / ".." / "shared" / "contract"))
example = pytest.mark.skipif(not CONTRACT.is_dir(), reason="the contract's worked example is not at hand")


def law(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "law", *map(str, arguments)], cwd=ROOT, capture_output=True, timeout=60
    )


@example
def test_instructions_of_the_worked_example():
    done = law("instructions", CONTRACT / "bill.txt", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == json.loads((CONTRACT / "instructions.json").read_text("utf-8"))


@example
def test_worked_example_is_applied():
    done = law("apply", CONTRACT / "act.txt", CONTRACT / "bill.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    wanted = read_act(decode((CONTRACT / "act-as-edited.txt").read_bytes())).act
    assert read_act(done.stdout.decode()).act == wanted


@pytest.fixture
def files(tmp_path):
    def write(clauses):
        (tmp_path / "act.txt").write_text(TEXT, "utf-8")
        (tmp_path / "bill.txt").write_text(clauses, "utf-8")
        return tmp_path / "act.txt", tmp_path / "bill.txt"

    return write


def test_tail_is_printed_too(files):
    done = law("apply", *files(bill(repeal("มาตรา ๗"))))
    assert done.returncode == 0
    assert "(ฉบับที่ ๒) พ.ศ. ๒๕๔๕\n\nมาตรา ๕  ให้กรรมการเดิมอยู่ต่อไป" in done.stdout.decode()


def test_each_failure_is_a_line_and_nothing_is_printed(files):
    done = law("apply", *files(bill(repeal("มาตรา ๗"), repeal("มาตรา ๙๙"), repeal("มาตรา ๙๘"))))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        "section 4: มาตรา ๙๙ is not in the act.",
        "section 5: มาตรา ๙๘ is not in the act.",
    ]


def test_words_are_in_the_json_of_a_change_of_words(files):
    _, path = files("มาตรา ๑  ให้แก้ไขคำว่า “ก” ในพระราชบัญญัติข พ.ศ. ๒๕๔๐ เป็น “ค” ทุกแห่ง\n")
    done = law("instructions", path, "--json")
    assert json.loads(done.stdout) == [
        {"section": "1", "action": "change_words", "targets": ["*"], "words": [{"from": "ก", "to": "ค"}]}
    ]


def test_where_words_stay_is_in_the_json_and_in_the_line(files):
    _, path = files("มาตรา ๑  ให้ตัดคำว่า “ก” ในพระราชบัญญัติข พ.ศ. ๒๕๔๐ ออกทุกแห่ง เว้นแต่ในมาตรา ๕\n")
    done = law("instructions", path, "--json")
    assert json.loads(done.stdout)[0]["except"] == ["s5"]
    assert law("instructions", path).stdout.decode() == "1: change_words * except s5 “ก” → “”\n"


def test_damage_is_a_warning(files):
    _, path = files("มาตรา ๑  ให้ยกเลิกมาตรา ๕ แห่งพระราชบัญญัติสานักงาน พ.ศ. ๒๕๔๐\n")
    done = law("instructions", path)
    assert done.returncode == 0
    assert done.stderr.decode().startswith("warning: section 1: the vowel ำ is lost")
    assert done.stdout.decode() == "1: repeal s5\n"


@pytest.mark.parametrize("name", ["bill.txt", "none.txt"])
def test_what_is_no_bill_is_refused(files, name):
    _, path = files("ข้อความใด ๆ\n")
    done = law("instructions", path.with_name(name), "--json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.decode().splitlines()) == 1
