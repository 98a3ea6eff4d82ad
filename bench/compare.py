"""Comparing acts of several sizes, word by word, beside diff-match-patch, difflib and git; time and memory.

Each figure comes from a process of its own, in seconds of processor time, which other work on the machine disturbs
least. ``from trees``: both acts read already, nothing segmented. Texts are those of ``ACTS_DIR`` with 1, 10 and 50 % of
the words changed, and an act that has nothing to do with the other. diff-match-patch gives up after a second and shows
the rest as replaced (``dmp``); ``to the end`` is what it needs without that, stopped after ``PATIENCE``.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any

from diff_match_patch import diff_match_patch

from bench.edits import edited
from law import numerals, words
from law.act import Act, Node, Section, act_text
from law.compare import compare_acts
from law.parse import decode, read_act

ACTS = Path(os.environ.get("ACTS_DIR", Path(__file__).parents[2] / "shared" / "acts"))
CASES = ("1 %", "10 %", "50 %", "unrelated")
SLOW = 150_000  # characters; difflib takes minutes beyond
GAVE_UP = 0.9  # seconds; its time-out is one
PATIENCE = 6  # seconds


def main() -> None:
    """Print the table; needs the shared acts."""
    if not ACTS.is_dir():
        print(f"no acts at {ACTS}; set ACTS_DIR")
        return
    print("CPU seconds (best of 2); MB: peak of the process; cut: edits of diff-match-patch that end inside a word")
    print(
        f"{'act':<10}{'chars':>8} {'case':<10}{'from trees':>11}{'from text':>10}{'MB':>5}"
        f"{'dmp':>8}{'cut':>6}{'to the end':>11}{'difflib':>9}{'git':>7}"
    )
    for name, file, unrelated, doubled in _acts():
        for case in CASES:
            _print_row(name, file, unrelated, doubled, case)


def _acts() -> list[tuple[str, Path, Path, bool]]:
    """Name, file, a file of like size that has nothing to do with it, and whether the act is to be doubled."""
    by_size = sorted(ACTS.glob("council-of-state/*.txt"), key=lambda path: (path.stat().st_size, path.name))
    sme = ACTS / "sme-promotion-act.txt"
    rows = [("30 kB", _nearest(by_size, 30_000)), ("100 kB", _nearest(by_size, 100_000)), ("largest", by_size[-1])]
    table = [(name, file, by_size[by_size.index(file) - 1], False) for name, file in rows]
    return [("SME Act", sme, rows[1][1], False), *table, ("doubled", by_size[-1], by_size[-2], True)]


def _nearest(by_size: list[Path], size: int) -> Path:
    return min(by_size, key=lambda path: abs(path.stat().st_size - size))


def _print_row(name: str, file: Path, unrelated: Path, doubled: bool, case: str) -> None:
    arguments = str(file), str(unrelated), str(int(doubled)), case
    ours, others = _measure("ours", *arguments), _measure("others", *arguments)
    to_the_end = f"{others['dmp']:.1f}"
    if others["wall"] > GAVE_UP and case != "unrelated":
        patient = _measure("patient", *arguments)
        to_the_end = f"{patient['dmp']:.1f}" if patient else f">{PATIENCE}"
    difflib_seconds = f"{others['difflib']:.3f}" if "difflib" in others else "-"
    print(
        f"{name:<10}{ours['chars']:>8} {case:<10}{ours['trees']:>11.3f}{ours['text']:>10.3f}{ours['peak']:>5.0f}"
        f"{others['dmp']:>8.3f}{others['cut']:>6}{to_the_end:>11}{difflib_seconds:>9}{others['git']:>7.3f}",
        flush=True,
    )


def _measure(*arguments: object) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.compare", *map(str, arguments)]
    place = Path(__file__).parents[1]
    try:
        run = subprocess.run(
            command, capture_output=True, check=True, text=True, cwd=place, timeout=_patience(arguments)
        )
    except subprocess.TimeoutExpired:
        return {}
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def _patience(arguments: tuple[object, ...]) -> int | None:
    return PATIENCE if arguments[0] == "patient" else None


# --- in the measured process --------------------------------------------------------------------------


def measure(engine: str, file: str, unrelated: str, doubled: str, case: str) -> dict[str, float]:
    """Seconds, characters, peak memory in MB and cut words of us, of the others, or of a patient diff-match-patch."""
    old = _read(Path(file), twice=doubled == "1")
    new = _read(Path(unrelated), twice=doubled == "1") if case == "unrelated" else edited(old, int(case[:-2]) / 100)
    texts = act_text(old, notes=False), act_text(new, notes=False)
    if engine == "ours":
        told = {
            "trees": _best(lambda: compare_acts(old, new)),
            "text": _best(lambda: compare_acts(*(read_act(text).act for text in texts))),
        }
    else:
        told = _dmp(*texts, patient=engine == "patient")
        if engine == "others":
            told["git"] = _git(*texts)
            told |= {"difflib": _difflib(*texts)} if sum(map(len, texts)) < 2 * SLOW else {}
    return told | {"chars": len(texts[0]), "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _dmp(old: str, new: str, *, patient: bool) -> dict[str, float]:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0 if patient else differ.Diff_Timeout
    script: list[tuple[int, str]] = []
    start = time.perf_counter()
    seconds = _timed(lambda: script.extend(differ.diff_main(old, new)))
    return {"dmp": seconds, "wall": time.perf_counter() - start, "cut": _cuts(script, old)}


def _read(path: Path, *, twice: bool) -> Act:
    act = read_act(decode(path.read_bytes())).act
    if not twice:
        return act
    code = act.code and replace(act.code, body=act.code.body + _renumbered(act.code.body))
    return replace(act, body=act.body + _renumbered(act.body), code=code, tail=())


def _renumbered(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The same units with labels 5,000 higher."""
    return tuple(
        replace(node, label=_higher(node.label), written=numerals.written(_higher(node.label)))
        if isinstance(node, Section)
        else replace(node, children=_renumbered(node.children))
        for node in nodes
    )


def _higher(label: str) -> str:
    return re.sub(r"^\d+", lambda number: str(int(number[0]) + 5000), label)


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _best(work: Callable[[], object]) -> float:
    words.tokens("ให้")  # the word list is read once a process
    times = []
    for _ in range(2):
        words._cached.cache_clear()
        times.append(_timed(work))
    return min(times)


def _cuts(script: list[tuple[int, str]], old: str) -> int:
    """Borders of a script of characters that fall inside a word of the old text."""
    borders = set(accumulate(map(len, words.tokens(old)), initial=0))
    ends = accumulate((len(text) for kind, text in script if kind <= 0), initial=0)
    return sum(end not in borders for end in ends)


def _difflib(old: str, new: str) -> float:
    first, second = words.tokens(old), words.tokens(new)
    return _timed(lambda: difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes())


def _git(old: str, new: str) -> float:
    with tempfile.TemporaryDirectory() as place:
        for name, text in (("old", old), ("new", new)):
            (Path(place) / name).write_text(text, encoding="utf-8")
        command = ["git", "diff", "--no-index", "--word-diff", "old", "new"]
        subprocess.run(command, cwd=place, capture_output=True, check=False)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(*sys.argv[1:])))
    else:
        main()
