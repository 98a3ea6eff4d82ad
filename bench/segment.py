"""Thai word segmenters on the same text: time to be ready, speed, memory, install size, signs cut, hostile texts.

Those that are not installed are left out (``pip install pythainlp icu4py`` to measure them too).
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, distribution, version
from itertools import accumulate
from pathlib import Path

import regex

ACTS = Path(os.environ.get("ACTS_DIR", Path(__file__).parents[2] / "shared" / "acts"))
SAMPLE = 500_000  # characters
HOSTILE = ("๑" * 100_000, "ก" * 100_000, "ตากลม" * 20_000, "่" * 100_000, "👨\u200d" * 50_000, "1," * 50_000)
ENGINES = {
    "law.words": ("nlpo3", "newmm-tokenizer"),
    "nlpo3": ("nlpo3", "newmm-tokenizer"),
    "icu4py": ("icu4py",),
    "pythainlp": ("pythainlp",),
}

Segment = Callable[[str], list[str]]


def main() -> None:
    """Print the table."""
    if not ACTS.is_dir():
        print(f"no acts at {ACTS}; set ACTS_DIR")
        return
    print("engine       install MB  ready s k chars/s  peak MB signs cut hostile s")
    for engine, packages in ENGINES.items():
        try:
            size = sum(map(_installed, packages))
        except PackageNotFoundError:
            continue
        run = subprocess.run(
            [sys.executable, "-m", "bench.segment", engine], capture_output=True, check=True, text=True
        )
        told = json.loads(run.stdout)
        print(
            f"{engine:<12}{size:>11.1f}{told['ready']:>9.2f}{told['speed'] / 1000:>10.0f}{told['peak']:>9.0f}"
            f"{told['cut']:>10}{told['hostile']:>10.2f}",
            flush=True,
        )
    print(f"nlpo3 {version('nlpo3')}; hostile: the slowest of {len(HOSTILE)} texts of 100,000 characters")


def _installed(package: str) -> float:
    """MB of a package's files, its own libraries among them."""
    files = distribution(package).files or []
    return sum(file.locate().stat().st_size for file in files if Path(str(file.locate())).is_file()) / 1e6


# --- in the measured process --------------------------------------------------------------------------


def measure(engine: str) -> dict[str, float]:
    """One engine: seconds until the first word, characters a second, cuts inside a sign, slowest hostile text, MB."""
    start = time.process_time()
    segment = globals()[f"_{engine.replace('.', '_')}"]()
    segment("ให้มีคณะกรรมการ")
    told = {"ready": time.process_time() - start}
    lines = _sample()
    start = time.process_time()
    found = [segment(line) for line in lines]
    told["speed"] = sum(map(len, lines)) / (time.process_time() - start)
    told["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told["cut"] = sum(_cut(line, words) for line, words in zip(lines, found, strict=True))
    told["hostile"] = max(_seconds(segment, text) for text in HOSTILE)
    return told


def _sample() -> list[str]:
    lines: list[str] = []
    for path in sorted(ACTS.glob("council-of-state/*.txt")):
        if sum(map(len, lines)) < SAMPLE:
            lines += filter(None, map(str.strip, path.read_text("utf-8", "replace").splitlines()))
    return lines


def _cut(line: str, words: list[str]) -> int:
    borders = {match.end() for match in regex.finditer(r"\X", line)}
    return sum(end not in borders for end in accumulate(map(len, words)))


def _seconds(segment: Segment, text: str) -> float:
    start = time.process_time()
    segment(text)
    return time.process_time() - start


def _law_words() -> Segment:
    from law.words import tokens

    return tokens


def _nlpo3() -> Segment:
    import nlpo3

    nlpo3.load_dict(str(distribution("newmm-tokenizer").locate_file("newmm_tokenizer/words_th.txt")), "bench")
    return lambda text: nlpo3.segment(text, "bench")


def _icu4py() -> Segment:
    from icu4py.breakers import WordBreaker

    return lambda text: list(WordBreaker(text, "th"))


def _pythainlp() -> Segment:
    from pythainlp.tokenize import word_tokenize

    return lambda text: word_tokenize(text, join_broken_num=False)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        main()
