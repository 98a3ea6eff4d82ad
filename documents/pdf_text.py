"""The text behind the letters of a PDF, put right.

Typst tells the text of a whole cluster (``ตั้``) at its first glyph, and once more at a tone mark that it had to lift:
whoever copies ``ตั้งแต่`` gets ``ตั้ตั้งแต่``, and a reader that knows no ``/ActualText`` gets nonsense. Here every glyph gets
the letter that it shows (``/ToUnicode``); what letters alone can not tell - sara am, drawn as two signs with the tone
mark between them - keeps its ``/ActualText`` (PDF 1.7, 14.9.4), once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from documents.pdf_file import Objects, objects_of, reference, stream, with_stream, written

_NAMED = re.compile(rb"/(f\d+) (\d+) 0 R")
# A text of a page, placed from outside: that of a word is the same wherever it stands. No string holds a bare newline.
_BEGINS, _ENDS = b"\nBT", b"\nET\n"
_BETWEEN = b"\n%\n"
_STRING = rb"\((?:[^()\\]|\\.)*\)"
# What matters of a text: spans that tell their text, the font, the glyphs that are shown.
_OPERATOR = re.compile(
    rb"/Span<</ActualText<FEFF(?P<actual>[0-9A-F]*)>>>BDC|(?P<end>EMC)|(?P<begin>BDC|BMC)"
    rb"|/(?P<font>f\d+) [\d.]+ Tf|(?P<show>\[(?:[^\[\]()]|" + _STRING + rb")*\]TJ|" + _STRING + rb"Tj)|" + _STRING,
    re.S,
)
_STRINGS = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.S)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.S)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_MAPPED = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_MAP = re.compile(rb"\d+ beginbfchar\n.*endbfchar\n", re.S)
_THAI = re.compile("[\u0e01-\u0e5b]{2,}")
# Sara am is drawn as a ring above and sara aa; a tone mark stands between them.
_SARA_AM = re.compile("([\u0e48-\u0e4b]?)\u0e33")
_RING_AND_TONE = re.compile("\u0e4d[\u0e48-\u0e4b]|.", re.S)
_RING, _AA, _AM = "\u0e4d", "\u0e32", "\u0e33"
_MOST_ENTRIES = 100  # of one list in a map of letters

Named = tuple[tuple[bytes, bytes], ...]  # the fonts of a page: name, number of the object


@dataclass
class Font:
    """The letters of a font by its glyphs: as told in the file, and as learnt from the clusters."""

    letters: dict[int, str]
    learnt: dict[int, str]


@dataclass
class Told:
    """Glyphs that the file tells one text of. ``place``: where the span's own text stands."""

    font: Font
    glyphs: list[int]
    text: str
    place: tuple[int, int] | None = None


def mend(pdf: bytes) -> bytes:
    """The PDF with every letter told once."""
    objects = objects_of(pdf)
    known: dict[int, Font] = {}
    pages = dict(_pages(objects))
    texts = {named: Texts(_fonts(objects, named, known)) for named in pages.values()}
    for contents, named in pages.items():
        texts[named].read(stream(objects[contents]))
    for cluster in chain.from_iterable(found.clusters for found in texts.values()):
        _learn(cluster)
    for contents, named in pages.items():
        objects[contents] = with_stream(objects[contents], texts[named].retold(stream(objects[contents])))
    for number, font in known.items():
        objects[number] = with_stream(objects[number], _mapped(stream(objects[number]), font))
    return written(pdf, objects)


class Texts:
    """The texts of pages that have the same fonts. Words stand there again and again, and each is looked at once."""

    def __init__(self, fonts: dict[bytes, Font]) -> None:
        self._fonts = fonts
        self._ends: dict[bytes, tuple[str, str]] = {}
        self._clusters: dict[bytes, list[list[Told]]] = {}
        self._anew: dict[bytes, list[bytes]] = {}

    @property
    def clusters(self) -> Iterator[list[Told]]:
        """All that was read, each cluster once for every word."""
        return chain.from_iterable(self._clusters.values())

    def read(self, page: bytes) -> None:
        """See what a page tells."""
        for word in self._words(page):
            if word not in self._clusters:
                self._clusters[word] = list(_clusters(_told(word, self._fonts)))

    def retold(self, page: bytes) -> bytes:
        """The page with every letter told once."""
        new = chain.from_iterable(map(self._word_anew, self._words(page)))
        return b"".join(next(new) if place % 2 else part for place, part in enumerate(_parted(page)))

    def _word_anew(self, word: bytes) -> list[bytes]:
        if word not in self._anew:
            self._anew[word] = _retold(word, self._clusters[word]).split(_BETWEEN)
        return self._anew[word]

    def _words(self, page: bytes) -> Iterator[bytes]:
        """The texts, with those that go on telling what the one before them told last: a lifted mark is a text."""
        word: list[bytes] = []
        told = ""
        for text in _parted(page)[1::2]:
            first, last = self._ends_of(text)
            if word and not (first and first == told):
                yield _BETWEEN.join(word)
                word = []
            word.append(text)
            told = last
        if word:
            yield _BETWEEN.join(word)

    def _ends_of(self, text: bytes) -> tuple[str, str]:
        """What is told first and last of a text; nothing where a glyph tells its one letter."""
        if text not in self._ends:
            told = list(_told(text, self._fonts)) or [None]
            self._ends[text] = (told[0].text if told[0] else "", told[-1].text if told[-1] else "")
        return self._ends[text]


def _parted(page: bytes) -> list[bytes]:
    """The page in order: what is no text, a text, what is no text, and so on."""
    first, *rest = page.split(_BEGINS)
    parts = [first]
    for part in rest:
        end = part.index(_ENDS)
        parts += [_BEGINS + part[:end], part[end:]]
    return parts


def _pages(objects: Objects) -> Iterator[tuple[int, Named]]:
    """What each page shows, by the number of its object, and its fonts."""
    for body in objects.values():
        contents = reference(body, "Contents") if body.startswith(b"<</Type/Page/") else None
        if contents is not None:
            yield contents, tuple(_NAMED.findall(objects[reference(body, "Resources") or 0]))


def _fonts(objects: Objects, named: Named, known: dict[int, Font]) -> dict[bytes, Font]:
    """The fonts of a page by their names there; ``known`` by the number of their map of letters."""
    fonts: dict[bytes, Font] = {}
    for name, number in named:
        letters = reference(objects[int(number)], "ToUnicode")
        if letters is None:
            continue
        if letters not in known:
            entries = _MAPPED.findall(stream(objects[letters]))
            known[letters] = Font({int(glyph, 16): _text(text) for glyph, text in entries}, {})
        fonts[name] = known[letters]
    return fonts


def _text(told: bytes) -> str:
    return bytes.fromhex(told.decode()).decode("utf-16-be", "replace")


def _told(shown: bytes, fonts: dict[bytes, Font]) -> Iterator[Told | None]:
    """What a text tells, in its order: a span as one, everything else glyph by glyph."""
    font: Font | None = None
    spans: list[Told | None] = []
    for found in _OPERATOR.finditer(shown):
        if found["font"]:
            font = fonts.get(found["font"])
            if spans and spans[-1] is not None and font is not None:
                spans[-1].font = font
        elif found["actual"] is not None:
            spans.append(Told(Font({}, {}), [], _text(found["actual"]), found.span()))
        elif found["begin"]:
            spans.append(None)
        elif found["end"]:
            span = spans.pop()
            if span is not None:
                yield span
        elif found["show"] and font is not None:
            glyphs = _glyphs(found["show"])
            if spans and spans[-1] is not None:
                spans[-1].glyphs += glyphs
            else:
                yield from _one_by_one(font, glyphs)


def _one_by_one(font: Font, glyphs: tuple[int, ...]) -> Iterator[Told | None]:
    """Glyphs outside of any span; none for those that tell their one letter, with which nothing is to be done."""
    for glyph in glyphs:
        text = font.letters.get(glyph, "")
        if len(text) == 1:
            font.learnt.setdefault(glyph, text)
            yield None
        else:
            yield Told(font, [glyph], text)


@lru_cache(maxsize=8192)
def _glyphs(show: bytes) -> tuple[int, ...]:
    text = b"".join(_ESCAPE.sub(_unescaped, string) for string in _STRINGS.findall(show))
    return tuple(int.from_bytes(text[place : place + 2]) for place in range(0, len(text), 2))


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8)]) if sign.isdigit() else _ESCAPES.get(sign, sign)


@lru_cache(maxsize=8192)
def _drawn(text: str, glyphs: int) -> tuple[str, ...]:
    """The signs that a cluster is drawn with, in their order; ring and tone mark are one where that fits the glyphs."""
    drawn = _SARA_AM.sub(rf"{_RING}\1{_AA}", text)
    joined = _RING_AND_TONE.findall(drawn)
    return tuple(joined if len(joined) == glyphs else drawn)


def _clusters(told: Iterator[Told | None]) -> Iterator[list[Told]]:
    """What belongs together: a cluster and the marks that repeat its text because they were lifted."""
    group: list[Told] = []
    for one in told:
        if one is not None and group and one.text == group[0].text and _fits(one, group):
            group.append(one)
            continue
        if group:
            yield group
        group = [one] if one is not None else []
    if group:
        yield group


def _fits(one: Told, group: list[Told]) -> bool:
    """Whether a part that repeats the text of a cluster has the signs that the cluster lacks."""
    missing = len(_drawn(one.text, 0)) - sum(len(part.glyphs) for part in group)
    return 0 < len(one.glyphs) <= missing and _THAI.fullmatch(one.text) is not None


def _learn(cluster: list[Told]) -> None:
    """Which letter each glyph shows, where there are as many glyphs as signs."""
    glyphs = [glyph for part in cluster for glyph in part.glyphs]
    signs = _drawn(cluster[0].text, len(glyphs))
    if len(glyphs) == len(signs):
        for glyph, sign in zip(glyphs, signs, strict=True):
            cluster[0].font.learnt.setdefault(glyph, sign)


def _retold(shown: bytes, clusters: list[list[Told]]) -> bytes:
    """The text with spans only where letters can not tell the text."""
    changes: list[tuple[int, int, bytes]] = []
    for cluster in clusters:
        glyphs = sum(len(part.glyphs) for part in cluster)
        if glyphs == len(_drawn(cluster[0].text, glyphs)):
            changes += _told_anew(cluster, glyphs)
    made: list[bytes] = []
    done = 0
    for start, end, text in sorted(changes):
        made += [shown[done:start], text]
        done = end
    return b"".join([*made, shown[done:]])


def _told_anew(cluster: list[Told], glyphs: int) -> Iterator[tuple[int, int, bytes]]:
    """Changes of a text: what each span of a cluster tells, or that it needs none."""
    signs = iter(_logical(cluster[0].text, glyphs))
    for part in cluster:
        text = "".join(next(signs) for _ in part.glyphs)
        letters = "".join(part.font.learnt[glyph] for glyph in part.glyphs)
        if part.place is not None:
            actual = text.encode("utf-16-be").hex().upper().encode()
            span = b"/Span BMC" if text == letters else b"/Span<</ActualText<FEFF" + actual + b">>>BDC"
            yield (*part.place, span)


@lru_cache(maxsize=8192)
def _logical(text: str, glyphs: int) -> tuple[str, ...]:
    """The part of the text that each drawn sign stands for: the ring of sara am none, its second sign all of it."""
    signs = _drawn(text, glyphs)
    if _AM not in text:
        return signs
    return tuple(_AM if sign == _AA else sign.removeprefix(_RING) for sign in signs)


def _mapped(old: bytes, font: Font) -> bytes:
    """The map of letters with those that were learnt."""
    letters = {**font.letters, **font.learnt}
    entries = [
        b"<%04X> <%b>" % (glyph, text.encode("utf-16-be").hex().upper().encode())
        for glyph, text in sorted(letters.items())
    ]
    lists = [entries[start : start + _MOST_ENTRIES] for start in range(0, len(entries), _MOST_ENTRIES)]
    new = b"".join(b"%d beginbfchar\n%b\nendbfchar\n" % (len(each), b"\n".join(each)) for each in lists)
    return _MAP.sub(lambda _: new, old)
