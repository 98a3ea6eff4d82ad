"""Which paragraph of the old text each paragraph of the new text is: they have no label, only place and words."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from law.act import Kind, Unit, unit_lines

Pair = tuple[int | None, int | None]

# Below this likeness (0-1) two paragraphs are told apart unless they stand in the same gap.
_ALIKE = 0.4


def pair_units(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair] | None:
    """Paragraphs and definitions of a section side by side, in the order of the new text, those gone at the end.

    Definitions are known by their term. None where the same term stands twice or the order changed.
    """
    terms_old, terms_new = _terms(old), _terms(new)
    if terms_old is None or terms_new is None:
        return None
    partner = {at: terms_old[term] for term, at in terms_new.items() if term in terms_old}
    texts_old, texts_new = _paragraph_positions(old), _paragraph_positions(new)
    for a, b in align([old[at] for at in texts_old], [new[at] for at in texts_new]):
        if a is not None and b is not None:
            partner[texts_new[b]] = texts_old[a]
    order = [partner[at] for at in sorted(partner)]
    if order != sorted(order):
        return None
    gone = [at for at in range(len(old)) if at not in set(order)]
    return [*((partner.get(at), at) for at in range(len(new))), *((at, None) for at in gone)]


def _terms(units: Sequence[Unit]) -> dict[str, int] | None:
    terms = [(unit.label, at) for at, unit in enumerate(units) if unit.kind is Kind.DEFINITION]
    return dict(terms) if len({label for label, _ in terms}) == len(terms) else None


def _paragraph_positions(units: Sequence[Unit]) -> list[int]:
    return [at for at, unit in enumerate(units) if unit.kind is not Kind.DEFINITION]


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Pairs of positions, in order; None where a paragraph has no counterpart.

    Paragraphs of one gap that are unlike are paired from the top: one was replaced by the other.
    """
    matched = _matches(old, new)
    pairs: list[Pair] = []
    done_old = done_new = 0
    for old_index, new_index in [*matched, (len(old), len(new))]:
        gap_old = list(range(done_old, old_index))
        gap_new = list(range(done_new, new_index))
        pairs += list(zip(gap_old, gap_new, strict=False))
        pairs += [(index, None) for index in gap_old[len(gap_new) :]]
        pairs += [(None, index) for index in gap_new[len(gap_old) :]]
        if old_index < len(old):
            pairs.append((old_index, new_index))
        done_old, done_new = old_index + 1, new_index + 1
    return pairs


def likeness(old: Unit, new: Unit) -> float:
    """How alike two units are with all their items: 1 the same, 0 nothing in common."""
    return fuzz.ratio("\n".join(unit_lines(old)), "\n".join(unit_lines(new))) / 100


def _matches(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """The pairs of alike paragraphs, in order: those the same at both ends, between them by greatest likeness."""
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if not _same(old[at], new[at])), shorter)
    tail = next((at for at in range(shorter - head) if not _same(old[-1 - at], new[-1 - at])), shorter - head)
    middle = _likeliest(old[head : len(old) - tail], new[head : len(new) - tail])
    pairs = [(at, at) for at in range(head)]
    pairs += [(head + a, head + b) for a, b in middle]
    return pairs + [(len(old) - at, len(new) - at) for at in range(tail, 0, -1)]


def _same(old: Unit, new: Unit) -> bool:
    return old.text == new.text and unit_lines(old) == unit_lines(new)


def _likeliest(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    if len(old) == len(new) and all(likeness(a, b) >= _ALIKE for a, b in zip(old, new, strict=True)):
        return [(index, index) for index in range(len(old))]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[likeness(a, b) for b in new] for a in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            both = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    return _trace(best, alike)


def _trace(best: list[list[float]], alike: list[list[float]]) -> list[tuple[int, int]]:
    i = j = 0
    pairs: list[tuple[int, int]] = []
    while i < len(alike) and j < len(alike[i]):
        if alike[i][j] >= _ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
