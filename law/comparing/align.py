"""Which unit of the new text was which of the old: in order where they kept it, moved where they did not.

Units of equal body are anchors, the longest run of them in the same order stays, the others are moved. Between the
anchors: the same label with like words, then the best pairing by likeness. What is left over and alike (0.6) was
moved; what is left over under the same label was rewritten.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from law.comparing.codebook import Codebook
from law.comparing.matching import longest_run, matching

ALIKE = 0.6  # a unit in another place, or under another label
AKIN = 0.3  # a unit in the same place under the same label
LABEL_BONUS = 0.15
GAP_LIMIT = 4_000  # pairs weighed in one gap between anchors; in a larger one labels decide
CANDIDATES = 4  # places weighed for a unit that may have moved
RARE_WORDS = 12  # words by which those places are found


@dataclass(frozen=True, slots=True)
class Part:
    """A unit to be aligned: its label, its lines without the label, its kind, and whether it only marks a repeal."""

    label: str
    lines: tuple[str, ...]
    kind: str = ""
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions of a unit in the old and the new list (None: not there), and whether it left its place."""

    old: int | None
    new: int | None
    moved: bool = False


def align(old: Sequence[Part], new: Sequence[Part], book: Codebook, *, moves: bool = True) -> list[Pair]:
    """Pairs in the order of the new text, each unit that is gone behind what it followed.

    Only words of lines that differ are asked for. Without ``moves`` a
    moved unit is gone in one place and new in the other.
    """
    return _Alignment(old, new, book).pairs(moves=moves)


class _Alignment:
    def __init__(self, old: Sequence[Part], new: Sequence[Part], book: Codebook) -> None:
        self.old = old
        self.new = new
        self.book = book
        self.partner: dict[int, int] = {}  # old -> new
        self.taken: set[int] = set()  # new
        self.moved: set[int] = set()  # old
        self.kept: list[int] = []  # old, in order, those that kept their place

    def pairs(self, *, moves: bool) -> list[Pair]:
        self._anchor()
        for olds, news in self._gaps():
            self._fill(*self._pair_equal_ends(olds, news))
        self._find_alike()
        for olds, news in self._gaps():
            self._weigh(olds, news)
        if not moves:
            self._dissolve_moves()
        self._pair_rewritten()
        return self._in_order()

    # --- steps --------------------------------------------------------------------------------

    def _anchor(self) -> None:
        found = matching(
            [(part.kind, part.label, part.lines) for part in self.old],
            [(part.kind, part.label, part.lines) for part in self.new],
        )
        olds, news = {i for i, _ in found}, {j for _, j in found}
        found += matching(
            [None if i in olds or part.is_mark else (part.kind, part.lines) for i, part in enumerate(self.old)],
            [None if j in news or part.is_mark else (part.kind, part.lines) for j, part in enumerate(self.new)],
        )
        found.sort()
        in_order = set(longest_run([j for _, j in found]))
        for position, (i, j) in enumerate(found):
            self._pair(i, j, moved=position not in in_order)

    def _gaps(self) -> list[tuple[list[int], list[int]]]:
        """Unpaired units between two neighbours that kept their order."""
        gaps = []
        last_i = last_j = -1
        for i, j in [*((i, self.partner[i]) for i in self.kept), (len(self.old), len(self.new))]:
            olds = [k for k in range(last_i + 1, i) if k not in self.partner]
            news = [k for k in range(last_j + 1, j) if k not in self.taken]
            if olds and news:
                gaps.append((olds, news))
            last_i, last_j = i, j
        return gaps

    def _pair_equal_ends(self, olds: list[int], news: list[int]) -> tuple[list[int], list[int]]:
        """Equal units at the ends of a gap, for bodies that stand more than once."""
        while olds and news and self._is_same(olds[0], news[0]):
            self._pair(olds.pop(0), news.pop(0))
        while olds and news and self._is_same(olds[-1], news[-1]):
            self._pair(olds.pop(), news.pop())
        return olds, news

    def _fill(self, olds: list[int], news: list[int]) -> None:
        """Pair by label where the words are alike; then weigh what lies between."""
        labelled = matching([self.old[i].label or None for i in olds], [self.new[j].label or None for j in news])
        sure = [(a, b) for a, b in labelled if self._is_alike(olds[a], news[b])]
        last_a = last_b = 0
        for position in longest_run([b for _, b in sure]):
            a, b = sure[position]
            self._pair(olds[a], news[b])
            self._weigh(olds[last_a:a], news[last_b:b])
            last_a, last_b = a + 1, b + 1
        self._weigh(olds[last_a:], news[last_b:])

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

    def _find_alike(self) -> None:
        """Leftovers that are alike, the likest first, found by the rare words they share: in order, or moved."""
        olds = [i for i in range(len(self.old)) if i not in self.partner and not self.old[i].is_mark]
        news = [j for j in range(len(self.new)) if j not in self.taken and not self.new[j].is_mark]
        if not olds or not news:
            return
        where: dict[str, list[int]] = {}
        for j in news:
            for word in set(self._words(self.new[j])):
                where.setdefault(word, []).append(j)
        weighed = []
        for i in olds:
            for j in self._candidates(i, where):
                like = self._likeness(i, j)
                if like >= ALIKE and self.old[i].kind == self.new[j].kind:
                    weighed.append((-like, i, j))
        pairs: dict[int, int] = {}
        taken: set[int] = set()
        for _, i, j in sorted(weighed):
            if i not in pairs and j not in taken:
                pairs[i] = j
                taken.add(j)
        self._keep_or_move(sorted(pairs.items()))

    def _keep_or_move(self, pairs: list[tuple[int, int]]) -> None:
        """Of pairs that fit between the anchors the longest run in order stays; the others moved."""
        fitting = [(i, j) for i, j in pairs if self._fits(i, j)]
        run = {fitting[position] for position in longest_run([j for _, j in fitting])}
        for i, j in pairs:
            self._pair(i, j, moved=(i, j) not in run)

    def _dissolve_moves(self) -> None:
        for i in self.moved:
            self.taken.discard(self.partner.pop(i))
        self.moved.clear()

    def _candidates(self, i: int, where: dict[str, list[int]]) -> list[int]:
        known = sorted({word for word in self._words(self.old[i]) if word in where}, key=lambda w: (len(where[w]), w))
        votes: Counter[int] = Counter()
        for word in known[:RARE_WORDS]:
            votes.update(where[word][: 10 * CANDIDATES])
        return [j for j, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:CANDIDATES]]

    def _pair_rewritten(self) -> None:
        """What is left under the same label; and between neighbours, as many unlabelled units on either side."""
        olds = [None if i in self.partner else part.label or None for i, part in enumerate(self.old)]
        news = [None if j in self.taken else part.label or None for j, part in enumerate(self.new)]
        for i, j in matching(olds, news):
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
        else:
            insort(self.kept, i)

    def _fits(self, i: int, j: int) -> bool:
        """Whether the pair keeps the order of all that kept theirs."""
        place = bisect_left(self.kept, i)
        after_left = place == 0 or self.partner[self.kept[place - 1]] < j
        return after_left and (place == len(self.kept) or self.partner[self.kept[place]] > j)

    def _is_same(self, i: int, j: int) -> bool:
        old, new = self.old[i], self.new[j]
        return old.lines == new.lines and old.kind == new.kind and (not old.is_mark or old.label == new.label)

    def _is_alike(self, i: int, j: int) -> bool:
        return (self.old[i].is_mark and self.new[j].is_mark) or self._likeness(i, j) >= ALIKE

    def _words(self, part: Part) -> str:
        return "".join(map(self.book.encode, part.lines))

    def _likeness(self, i: int, j: int) -> float:
        """Share of the text in common: equal lines whole, the words of the others in their order."""
        old, new = self.old[i].lines, self.new[j].lines
        if len(old) == 1 and len(new) == 1:
            return self.book.likeness(old[0], new[0])
        equal = Counter(old) & Counter(new)
        olds, news = ([line for line in side if line not in equal] for side in (old, new))
        total = sum(map(len, old)) + sum(map(len, new))
        rest = sum(map(len, olds)) + sum(map(len, news))
        if len(olds) != len(news):
            olds, news = ["\n".join(olds)], ["\n".join(news)]
        like = sum(self.book.likeness(*lines) * sum(map(len, lines)) for lines in zip(olds, news, strict=True))
        return (total - rest + like) / total if total else 1.0

    def _score(self, i: int, j: int) -> float:
        old, new = self.old[i], self.new[j]
        if old.kind != new.kind:
            return 0.0
        if old.is_mark or new.is_mark:
            return LABEL_BONUS if old.label == new.label else 0.0
        like = self._likeness(i, j)
        if old.label == new.label:
            return like + LABEL_BONUS if like >= AKIN else 0.0
        return like if like >= ALIKE else 0.0
