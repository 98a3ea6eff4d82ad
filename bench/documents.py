"""Documents: seconds and peak memory, beside a plain WeasyPrint and a plain headless Chromium print of the same HTML.

Aims: two sections 0.3 s, a table of 40 pages 2 s, the package of a proposal with 20 touched sections 5 s; 300 MB. Each
is made by a process of its own, the first time cold; memory is that of the process and all it started, at the peak.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from bench._printers import EXTRA

# (name, aim in seconds, kind, sections touched, how it is made)
MEASURED = (
    ("two sections, marked text", 0.3, "changes", 2, ("pdf", "docx", "weasyprint", "chromium")),
    ("table of 40 pages", 2.0, "table", 78, ("pdf", "docx", "weasyprint", "chromium")),
)
PACKAGE = ("package, 20 sections", 5.0, 20, ("pdf", "zip"))
_AIM_MEGABYTES = 300
_EVERY = 0.05  # seconds between two looks at the memory


def run(command: list[str]) -> tuple[dict[str, float], float] | str:
    """What a process of its own measured, and its megabytes at the peak; or the last line of why it could not."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _megabytes(process.pid))
        time.sleep(_EVERY)
    answer, trouble = process.communicate()
    if process.returncode:
        return trouble.strip().splitlines()[-1]
    return json.loads(answer), peak


def _megabytes(pid: int) -> float:
    """Of a process and all it started; shared pages are counted once (PSS)."""
    children: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue  # it ended meanwhile
        children.setdefault(parent, []).append(int(status.parent.name))
    todo, total = [pid], 0
    while todo:
        one = todo.pop()
        todo += children.get(one, [])
        try:
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        total += next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return total / 1024


def _tell(name: str, how: str, aim: float | None, found: tuple[dict[str, float], float] | str) -> None:
    if isinstance(found, str):
        print(f"   {name:<26} {how:<10} not measured: {found}", flush=True)
        return
    seconds, peak = found
    aims = f" (aims {aim} s, {_AIM_MEGABYTES} MB)" if aim else ""
    pages = f", {seconds['pages']:.0f} pages" if seconds["pages"] else ""
    print(
        f"   {name:<26} {how:<10} first {seconds['first']:.2f} s, again {seconds['again']:.2f} s, "
        f"peak {peak:.0f} MB{pages}{aims}",
        flush=True,
    )


def main() -> None:
    """Print them all, each with its aim."""
    print(f"   {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    if not EXTRA.exists():
        print("   WeasyPrint is not here: `make bench` puts it into .venv/bench")
    for name, aim, kind, sections, ways in MEASURED:
        for how in ways:
            ours = aim if how in ("pdf", "docx") else None
            _tell(name, how, ours, run(["bench._printers", how, kind, str(sections)]))
    name, aim, sections, forms = PACKAGE
    for form in forms:
        _tell(name, form, aim, run(["bench._package", str(sections), form]))


if __name__ == "__main__":
    main()
