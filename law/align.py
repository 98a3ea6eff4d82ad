"""Which unit of the new text was which of the old: in order where they kept it, moved where they did not.

Units of equal body are anchors, the longest run of them in the same order stays, the others are moved. Between the
anchors: the same label with like words, then the best pairing by likeness. What is left over and alike (0.6) was
moved; what is left over under the same label was rewritten.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from law.hunks import likeness

ALIKE = 0.6  # a unit in another place, or under another label
AKIN = 0.3  # a unit in the same place under the same label
LABEL_BONUS = 0.15
GAP_LIMIT = 4_000  # pairs weighed in one gap between anchors
MOVE_LIMIT = 100_000  # pairs weighed for moves


@dataclass(frozen=True, slots=True)
class Part:
    """A unit to be aligned: its label, its body without the label, the body's words (encoded), its kind."""

    label: str
    body: str
    words: str
    kind: str = ""
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions of a unit in the old and the new list (None: not there), and whether it left its place."""

    old: int | None
    new: int | None
    moved: bool = False


def align(old: Sequence[Part], new: Sequence[Part]) -> list[Pair]:
    """Pairs in the order of the new text, each unit that is gone behind what it followed."""
    return _Alignment(old, new).pairs()


class _Alignment:
    def __init__(self, old: Sequence[Part], new: Sequence[Part]) -> None:
        self.old = old
        self.new = new
        self.partner: dict[int, int] = {}  # old -> new
        self.taken: set[int] = set()  # new
        self.moved: set[int] = set()  # old

    def pairs(self) -> list[Pair]:
        self._anchor()
        for gap in self._gaps():
            self._fill(*gap)
        self._find_moves()
        self._pair_rewritten()
        return self._in_order()

    # --- steps --------------------------------------------------------------------------------

    def _anchor(self) -> None:
        found = _unique_pairs(
            [(part.label, part.body) for part in self.old], [(part.label, part.body) for part in self.new]
        )
        used_old = {i for i, _ in found}
        used_new = {j for _, j in found}
        bodies = _unique_pairs(
            [None if i in used_old or part.is_mark else part.body for i, part in enumerate(self.old)],
            [None if j in used_new or part.is_mark else part.body for j, part in enumerate(self.new)],
        )
        self._keep(found + bodies)

    def _keep(self, found: list[tuple[int, int]]) -> None:
        found.sort()
        in_order = set(longest_run([j for _, j in found]))
        for position, (i, j) in enumerate(found):
            self._pair(i, j, moved=position not in in_order)

    def _gaps(self) -> list[tuple[list[int], list[int]]]:
        """Unpaired units between two neighbours that kept their order."""
        anchors = sorted((i, j) for i, j in self.partner.items() if i not in self.moved)
        gaps = []
        last_i = last_j = -1
        for i, j in [*anchors, (len(self.old), len(self.new))]:
            olds = [k for k in range(last_i + 1, i) if k not in self.partner]
            news = [k for k in range(last_j + 1, j) if k not in self.taken]
            if olds and news:
                gaps.append((olds, news))
            last_i, last_j = i, j
        return gaps

    def _fill(self, olds: list[int], news: list[int]) -> None:
        olds, news = self._pair_equal_ends(olds, news)
        labels_old = [self.old[i].label or None for i in olds]
        labels_new = [self.new[j].label or None for j in news]
        sure = [
            (a, b)
            for a, b in _unique_pairs(labels_old, labels_new)
            if self._both_marked(olds[a], news[b]) or self._likeness(olds[a], news[b]) >= ALIKE
        ]
        run = set(longest_run([b for _, b in sure]))
        last_a = last_b = 0
        for position, (a, b) in enumerate([*sure, (len(olds), len(news))]):
            if position < len(sure) and position not in run:
                continue
            self._weigh(olds[last_a:a], news[last_b:b])
            if position < len(sure):
                self._pair(olds[a], news[b])
            last_a, last_b = a + 1, b + 1

    def _both_marked(self, i: int, j: int) -> bool:
        return self.old[i].is_mark and self.new[j].is_mark

    def _pair_equal_ends(self, olds: list[int], news: list[int]) -> tuple[list[int], list[int]]:
        """Equal units at the ends of a gap, for bodies that stand more than once."""
        start = 0
        while start < min(len(olds), len(news)) and self.old[olds[start]].body == self.new[news[start]].body:
            self._pair(olds[start], news[start])
            start += 1
        olds, news = olds[start:], news[start:]
        while olds and news and self.old[olds[-1]].body == self.new[news[-1]].body:
            self._pair(olds.pop(), news.pop())
        return olds, news

    def _weigh(self, olds: list[int], news: list[int]) -> None:
        """The pairing in order with the greatest likeness in sum (Needleman-Wunsch)."""
        if not olds or not news or len(olds) * len(news) > GAP_LIMIT:
            return
        scores = [[self._score(i, j) for j in news] for i in olds]
        best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
        for a in range(len(olds) - 1, -1, -1):
            row, below, score = best[a], best[a + 1], scores[a]
            for b in range(len(news) - 1, -1, -1):
                paired = below[b + 1] + score[b] if score[b] else 0.0
                row[b] = max(paired, below[b], row[b + 1])
        a = b = 0
        while a < len(olds) and b < len(news):
            paired = scores[a][b]
            if paired and best[a][b] == best[a + 1][b + 1] + paired:
                self._pair(olds[a], news[b])
                a, b = a + 1, b + 1
            elif best[a][b] == best[a + 1][b]:
                a += 1
            else:
                b += 1

    def _find_moves(self) -> None:
        olds = [i for i in range(len(self.old)) if i not in self.partner and not self.old[i].is_mark]
        news = [j for j in range(len(self.new)) if j not in self.taken and not self.new[j].is_mark]
        if len(olds) * len(news) > MOVE_LIMIT:
            return
        weighed = []
        for i in olds:
            for j in news:
                like = self._likeness(i, j)
                if like >= ALIKE:
                    weighed.append((-like, i, j))
        for _, i, j in sorted(weighed):
            if i not in self.partner and j not in self.taken:
                self._pair(i, j, moved=not self._fits(i, j))

    def _pair_rewritten(self) -> None:
        """What is left under the same label; and between neighbours, unlabelled units of one kind in order."""
        olds = [self.old[i].label or None if i not in self.partner else None for i in range(len(self.old))]
        news = [self.new[j].label or None if j not in self.taken else None for j in range(len(self.new))]
        for i, j in _unique_pairs(olds, news):
            if self.old[i].kind == self.new[j].kind and self._fits(i, j):
                self._pair(i, j)
        for left, right in self._gaps():
            plain_old = [i for i in left if not self.old[i].label]
            plain_new = [j for j in right if not self.new[j].label]
            if len(plain_old) == len(plain_new):
                for i, j in zip(plain_old, plain_new, strict=True):
                    self._pair(i, j)

    def _in_order(self) -> list[Pair]:
        came_from = {j: i for i, j in self.partner.items()}
        gone_after: dict[int, list[int]] = {}
        last = -1
        for i in range(len(self.old)):
            if i not in self.partner:
                gone_after.setdefault(last, []).append(i)
            elif i not in self.moved:
                last = self.partner[i]
        result = [Pair(i, None) for i in gone_after.get(-1, [])]
        for j in range(len(self.new)):
            source = came_from.get(j)
            result.append(Pair(source, j, moved=source in self.moved))
            result += [Pair(gone, None) for gone in gone_after.get(j, [])]
        return result

    # --- small things -------------------------------------------------------------------------

    def _pair(self, i: int, j: int, *, moved: bool = False) -> None:
        self.partner[i] = j
        self.taken.add(j)
        if moved:
            self.moved.add(i)

    def _fits(self, i: int, j: int) -> bool:
        """Whether the pair keeps the order of all that kept theirs."""
        return all((a < i) == (b < j) for a, b in self.partner.items() if a not in self.moved)

    def _likeness(self, i: int, j: int) -> float:
        return likeness(self.old[i].words, self.new[j].words)

    def _score(self, i: int, j: int) -> float:
        old, new = self.old[i], self.new[j]
        if old.kind != new.kind:
            return 0.0
        like = self._likeness(i, j)
        if old.label == new.label and (like >= AKIN or old.is_mark or new.is_mark):
            return like + LABEL_BONUS
        return like if like >= ALIKE else 0.0


def _unique_pairs(old: Iterable[object], new: Iterable[object]) -> list[tuple[int, int]]:
    """Positions of what stands exactly once on either side; None is skipped."""
    olds, news = list(old), list(new)
    old_counts, new_counts = Counter(olds), Counter(news)
    where = {key: j for j, key in enumerate(news) if key is not None and new_counts[key] == 1}
    return [(i, where[key]) for i, key in enumerate(olds) if key in where and old_counts[key] == 1]


def longest_run(values: Sequence[int]) -> list[int]:
    """Positions of the longest increasing run of distinct values (the first such run found)."""
    tails: list[int] = []
    tail_positions: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        place = bisect_left(tails, value)
        before.append(tail_positions[place - 1] if place else -1)
        tails[place : place + 1] = [value]
        tail_positions[place : place + 1] = [position]
    run = []
    position = tail_positions[-1] if tail_positions else -1
    while position >= 0:
        run.append(position)
        position = before[position]
    return run[::-1]
