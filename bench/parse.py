"""How long reading takes and how much memory it needs, by the size of the act: ``python bench/parse.py``.

Acts are those in ``ACTS_DIR`` nearest to each size; the largest are the largest one doubled, with its sections numbered
on. Without the folder, invented acts of those sizes are used. Each reading runs in a process of its own, so that the
memory is its own.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from law import numerals  # noqa: E402
from law.parse import decode, read_act  # noqa: E402

ACTS = Path(os.environ.get("ACTS_DIR", ROOT / "../shared/acts"))
SIZES = (30_000, 100_000, 200_000, 400_000, 600_000, 1_200_000)
ROUNDS = 3


def text_of(size: int) -> str:
    """An act of about ``size`` characters."""
    texts = [decode(path.read_bytes()) for path in sorted(ACTS.glob("council-of-state/*.txt"))]
    near = [text for text in texts if 0.8 * size <= len(text) <= 1.25 * size]
    if near:
        return min(near, key=lambda text: abs(len(text) - size))
    return repeated(max(texts, key=len) if texts else invented(), size)


def invented() -> str:
    """An invented act in the shape of the Council of State's site."""
    lines = ["พระราชบัญญัติสวน พ.ศ. ๒๕๕๐"]
    for number in range(1, 400):
        lines += [
            f"มาตรา {numerals.thai(number)}\xa0\r\nผู้ทำสวนต้องรดน้ำต้นไม้ทุกวันตามมาตรา ๑ ดังต่อไปนี้",
            "(๑)\r\nเช้า",
            "(๒)\r\nเย็น",
            "\xa0",
        ]
    return "\n".join(lines)


def repeated(text: str, size: int) -> str:
    """``text`` again and again up to ``size``, the sections of each copy numbered on."""
    step = 1_000
    copies = [
        re.sub(
            r"(?m)^(มาตรา[ \xa0]+)([๐-๙]+)",
            lambda m, n=copy: m[1] + numerals.thai(int(numerals.arabic(m[2])) + n * step),
            text,
        )
        for copy in range(size // len(text) + 1)
    ]
    return "\n".join(copies)[:size]


def measure(size: int) -> None:
    """Read an act of that size and print a row."""
    text = text_of(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        reading = read_act(text)
        times.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sections = len(reading.act.sections())
    best = min(times)
    row = f"{len(text):>10,} {sections:>8,} {best:>8.3f} {len(text) / best / 1e6:>10.2f} {peak / 1024:>8.0f}"
    print(f"{row} {(peak - before) / 1024:>8.0f}")


def main() -> None:
    """Print the table: characters, sections, best of three in seconds, speed, peak memory of the process in MB."""
    print(
        f"{'characters':>10} {'sections':>8} {'seconds':>8} {'M chars/s':>10} {'peak MB':>8} {'more MB':>8}", flush=True
    )
    for size in SIZES:
        subprocess.run([sys.executable, __file__, str(size)], check=True)


if __name__ == "__main__":
    measure(int(sys.argv[1])) if len(sys.argv) > 1 else main()
