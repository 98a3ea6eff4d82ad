"""The typeface of papers: Sarabun, with a glyph of its own for every letter in every place where the letter can stand.

A PDF tells its text glyph by glyph. A setter that shapes Thai by itself gives clusters (``ตั้``), marks moved aside and
sara am drawn as two signs; what is read out of such a file is guessed, by every reader otherwise. Here HarfBuzz
shapes every syllable once, beforehand: each sign in its place becomes a glyph of a derived font, and a text goes to the
setter as stand-ins (``documents.pdf.standing_in``), one for each such glyph. Nothing moves then, and each is told
by its own letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from struct import unpack
from typing import Any

import uharfbuzz
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables._g_l_y_f import ROUND_XY_TO_GRID, Glyph, GlyphComponent

from documents.printable import FONTS

FAMILY = "Rangkae Paper"
WEIGHTS = ("Regular", "Bold")
SARA_AM = "\u0e33"
_CONSONANTS = tuple(map(chr, range(0x0E01, 0x0E2F)))
_ABOVE, _BELOW, _PHINTHU = tuple("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47"), tuple("\u0e38\u0e39"), "\u0e3a"
_TONES, _THANTHAKHAT, _NIKHAHIT = tuple("\u0e48\u0e49\u0e4a\u0e4b"), "\u0e4c", "\u0e4d"
_RU_AND_LU = ("\u0e24\u0e45", "\u0e26\u0e45")
_MARK_WIDTH = 120  # units of the font; poppler takes signs that begin less than 100 apart for one drawn twice
_SHAPED_TABLES = ("GSUB", "GPOS", "GDEF", "DSIG")

Placed = tuple[str, int, int]  # the name of a glyph and where it stands, in units of the font
Glyphs = tuple[tuple[Placed, ...], int]  # glyphs that are one sign, and how far behind them the next one begins


@dataclass(frozen=True)
class Sign:
    """What is set as one. ``letters``: its text; ``advance``: to the next sign, in units of the font."""

    letters: str
    glyphs: tuple[Placed, ...]
    advance: int


def syllables() -> Iterator[str]:
    """Every consonant with the marks that it can bear, and the long ฤๅ, ฦๅ."""
    borne = [*_ABOVE, *_BELOW, _PHINTHU, _NIKHAHIT, _THANTHAKHAT, *_TONES, SARA_AM]
    borne += [mark + tone for mark in (*_ABOVE, *_BELOW) for tone in (*_TONES, _THANTHAKHAT)]
    borne += [tone + SARA_AM for tone in _TONES]
    yield from (consonant + marks for consonant in _CONSONANTS for marks in borne)
    yield from _RU_AND_LU


class Weight:
    """One file of Sarabun: what it can set, and the font derived from it."""

    def __init__(self, name: str) -> None:
        path = FONTS / f"Sarabun-{name}.ttf"
        # Without the day of the derivation: the same document gives the same bytes tomorrow.
        self._name, self._font = name, TTFont(path, recalcBBoxes=False, recalcTimestamp=False)
        self._names: list[str] = self._font.getGlyphOrder()
        self._characters: dict[int, str] = self._font.getBestCmap()
        self._shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))

    @property
    def letters(self) -> list[str]:
        """The characters that it has glyphs for, in order."""
        return [chr(code) for code in sorted(self._characters)]

    def letter(self, letter: str) -> Sign:
        """A letter as it stands by itself."""
        name = self._characters[ord(letter)]
        return Sign(letter, ((name, 0, 0),), self._font["hmtx"][name][0])

    def syllable(self, text: str) -> tuple[Sign, ...]:
        """Its signs in their places: a sign a letter, or one for all where the font joins them."""
        glyphs, letters = list(self._shaped(text)), list(text)
        if text.endswith(SARA_AM) and len(glyphs) > len(letters):
            # The shaper parts its ring from its leg; without a tone mark between them they are one letter again.
            glyphs = [glyphs[0], _joined(glyphs[1:])]
        if len(glyphs) != len(letters):
            glyphs, letters = [_joined(glyphs)], [text]
        return tuple(Sign(letter, *each) for letter, each in zip(letters, _abreast(glyphs), strict=True))

    def _shaped(self, text: str) -> Iterator[Glyphs]:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaper, buffer)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            yield ((self._names[info.codepoint], place.x_offset, place.y_offset),), place.x_advance

    def derive(self, folder: Path, signs: Mapping[int, Sign]) -> None:
        """Write the font in which each character is its sign; its own characters stay, and nothing is shaped."""
        font, characters = self._font, dict(self._characters)
        for code, sign in signs.items():
            characters[code] = f"u{code:05X}"
            self._add(characters[code], sign)
        font.setGlyphOrder(font["glyf"].glyphOrder)
        for table in filter(font.__contains__, _SHAPED_TABLES):
            del font[table]
        font["cmap"].tables = [_character_map(characters)]
        _make_room(font["maxp"], max(len(sign.glyphs) for sign in signs.values()))
        _name(font)
        font.save(folder / f"{self._name}.ttf")

    def _add(self, name: str, sign: Sign) -> None:
        boxes = {part: self._box(part) for part, _, _ in sign.glyphs}
        seen = [(part, x, y, box) for part, x, y in sign.glyphs if (box := boxes[part])]
        glyph = Glyph()
        glyph.numberOfContours = -1 if seen else 0
        glyph.components = [_component(part, x, y) for part, x, y, _ in seen]
        glyph.xMin = min((box[0] + x for _, x, _, box in seen), default=0)
        glyph.yMin = min((box[1] + y for _, _, y, box in seen), default=0)
        glyph.xMax = max((box[2] + x for _, x, _, box in seen), default=0)
        glyph.yMax = max((box[3] + y for _, _, y, box in seen), default=0)
        self._font["glyf"][name] = glyph
        self._font["hmtx"][name] = (sign.advance, glyph.xMin)

    def _box(self, name: str) -> tuple[int, ...]:
        """Left, low, right and high end of a glyph; nothing for a blank one. Its outline stays packed, to save time."""
        packed: bytes = getattr(self._font["glyf"].glyphs[name], "data", b"")
        return unpack(">4h", packed[2:10]) if packed else ()


def _joined(glyphs: Iterable[Glyphs]) -> Glyphs:
    """Glyphs as one sign, each where it stood."""
    placed: list[Placed] = []
    pen = 0
    for parts, advance in glyphs:
        placed += [(name, x + pen, y) for name, x, y in parts]
        pen += advance
    return tuple(placed), pen


def _abreast(glyphs: list[Glyphs]) -> list[Glyphs]:
    """The same picture with a width for every mark, taken from the letter below it.

    Readers put signs in the order of their places: of two at one place they may tell either first, or take one for a
    shadow of the other.
    """
    marks = [place for place, (_, advance) in enumerate(glyphs) if advance == 0]
    narrowed = glyphs[0][1] - len(marks) * _MARK_WIDTH
    made, moved = [(glyphs[0][0], narrowed)], len(marks) * _MARK_WIDTH
    for parts, advance in glyphs[1:]:
        made.append((tuple((name, x + moved, y) for name, x, y in parts), advance or _MARK_WIDTH))
        moved -= 0 if advance else _MARK_WIDTH
    return made


def _component(name: str, x: int, y: int) -> GlyphComponent:
    part = GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = name, x, y, ROUND_XY_TO_GRID
    return part


def _character_map(characters: dict[int, str]) -> CmapSubtable:
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.format, table.reserved, table.length, table.nGroups = 12, 0, 0, 0
    table.cmap = characters
    return table


def _make_room(limits: Any, parts: int) -> None:
    """What a program that draws the font must be ready for: glyphs made of glyphs that may be made of glyphs."""
    limits.maxComponentElements = max(limits.maxComponentElements, parts)
    limits.maxComponentDepth += 1
    limits.maxCompositePoints = parts * max(limits.maxPoints, limits.maxCompositePoints)
    limits.maxCompositeContours = parts * max(limits.maxContours, limits.maxCompositeContours)


def _name(font: TTFont) -> None:
    """Under a name of its own: it is not Sarabun as its makers give it."""
    for record in font["name"].names:
        record.string = record.toUnicode().replace("Sarabun", FAMILY.replace(" ", "") if record.nameID == 6 else FAMILY)
    font["post"].formatType = 3.0
