"""The long run of the proof: random edits of every shared act -> bill -> read back and applied = the edited text.

``python -m tests.law.prove --cases 20000``: exit 1 where a bill is wrong, or more than 1 % are refused,
or (``--damages 20000``) a damaged bill is proven.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from law import proof
from law.act import Act, act_text
from law.amend import CannotAmend, write_bill
from law.parse import read_act
from law.proof import prove
from tests.law.damages import damage_many
from tests.law.edits import Editing, random_edit
from tests.law.shared_acts import names, shared_act

# One case in so many goes through text as well: what a person would save and send.
_AS_TEXT = 10


@dataclass(slots=True)
class Tally:
    """What came of the cases."""

    cases: int = 0
    proven: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def one_case(seed: int, acts: tuple[str, ...]) -> tuple[str, Editing]:
    """The act and the edits of a case: the same for the same seed and acts."""
    random = Random(seed)
    name = random.choice(acts)
    return name, random_edit(shared_act(name), random, random.choice([1, 1, 2, 3, 5, 8]))


def try_case(seed: int, acts: tuple[str, ...], tally: Tally) -> None:
    """Make a case and count what came of it; one without edits is not counted."""
    name, editing = one_case(seed, acts)
    if not editing.kinds:
        return
    new = editing.new if seed % _AS_TEXT else read_act(act_text(editing.new)).act
    told = f"seed {seed} ({name}: {', '.join(editing.kinds)})"
    tally.cases += 1
    tally.kinds.update(editing.kinds)
    _judge(editing.old, new, told, tally)


def _judge(old: Act, new: Act, told: str, tally: Tally) -> None:
    try:
        bill = write_bill(old, new, check_citations=False)
    except CannotAmend as refusal:
        tally.refused.append(f"{told}: {refusal}")
        return
    failures = (*prove(old, new, bill.text), *proof.prove_principle(bill.principle, bill.text))
    if failures:
        tally.wrong.append(f"{told}: {'; '.join(map(proof.told, failures))}")
    else:
        tally.proven += 1


def main() -> int:
    """Run the cases and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--damages", type=int, default=0, help="and so many damaged bills that must not be proven")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--largest", type=int, default=400_000, help="bytes of the largest act taken")
    options = parser.parse_args()
    acts, tally, start = names(options.largest), Tally(), time.monotonic()
    seed = options.first
    while tally.cases < options.cases:
        try_case(seed, acts, tally)
        seed += 1
    lines = [
        f"{tally.cases} cases on {len(acts)} acts in {time.monotonic() - start:.0f} s: {tally.proven} proven, "
        f"{len(tally.refused)} refused, {len(tally.wrong)} wrong (seeds {options.first} to {seed - 1})",
        ", ".join(f"{kind} {count}" for kind, count in sorted(tally.kinds.items())),
        *(f"refused: {line}" for line in tally.refused[:20]),
        *(f"WRONG: {line}" for line in tally.wrong[:20]),
    ]
    made = damage_many(options.damages, acts, first=options.first)
    lines += [made.told(), *(f"UNSEEN: {line}" for line in made.unseen[:20])]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if tally.wrong or made.unseen or len(tally.refused) * 100 > tally.cases else 0


if __name__ == "__main__":
    sys.exit(main())
