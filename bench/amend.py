"""How long writing and proving a bill takes: the SME Act with 1, 5 and 20 touched sections, and the largest shared act.

Aims: under 50, 100 and 300 ms. ``python -m bench.amend``; needs ACTS_DIR.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from statistics import median

from law.act import Act, Section, read_units
from law.amend import write_bill
from law.proof import prove
from tests.law.edits import Editing, singles
from tests.law.shared_acts import names, shared_act

_SME = "sme-promotion-act.txt"
_RUNS = 5


def touched(act: Act, sections: int) -> Act:
    """The act with a sentence added to so many sections, spread over it."""
    editing = Editing(act, act, Random(0))
    standing = [address for address, section in singles(act).items() if section.text]
    step = max(1, len(standing) // sections)
    for address in standing[::step][:sections]:
        section = editing.new.sections()[address]
        editing.put(section, (_longer(section),))
    return editing.new


def _longer(section: Section) -> Section:
    return replace(section, units=read_units(f"{section.text}\nทั้งนี้ ตามหลักเกณฑ์ที่กำหนดในกฎกระทรวง"))


def milliseconds(act: Act, edited: Act) -> float:
    """The median time of writing and proving the bill."""
    times: list[float] = []
    for _ in range(_RUNS):
        old, new = replace(act), replace(edited)  # without the index of the run before
        start = time.perf_counter()
        bill = write_bill(old, new)
        failures = prove(old, new, bill.text)
        times.append((time.perf_counter() - start) * 1000)
        assert not failures, failures
    return median(times)


def results() -> Iterator[tuple[str, float]]:
    """What was measured, in milliseconds."""
    for sections in (1, 5, 20):
        act = shared_act(_SME)
        yield f"amend + prove, SME Act, {sections} sections", milliseconds(act, touched(act, sections))
    largest = names()[-1]
    act = shared_act(largest)
    yield f"amend + prove, largest act ({largest}), 20 sections", milliseconds(act, touched(act, 20))


def main() -> None:
    """Print one line a measure."""
    if not names():
        print("amend: the shared acts are not here (ACTS_DIR)")
        return
    for name, value in results():
        print(f"{name:60} {value:8.1f} ms")


if __name__ == "__main__":
    main()
