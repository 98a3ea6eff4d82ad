"""The picture of a board in a Word file: a tile for every seat. What it shows is said in the words above it as well."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from documents.model import Bar, Run, Seat, Style
from documents.word.styles import STYLES, run_properties
from documents.word.xml import element, said, valued

_DARK, _GREY, _RED, _WHITE = "282828", "C8C8C8", "A01C1C", "FFFFFF"


@dataclass(frozen=True, slots=True)
class _Tile:
    """``sign`` in ``ink``, framed by ``line`` (``single``, ``dashed``) of ``frame``, on ``ground``."""

    sign: str = "\u00a0\u00a0"
    ink: str = _DARK
    frame: str = _DARK
    line: str = "single"
    ground: str = ""


_TILES: dict[Seat, _Tile] = {
    "kept": _Tile(ground=_GREY),
    "added": _Tile("+", ink=_WHITE, ground=_DARK),
    "gone": _Tile("×", ink=_RED, frame=_RED),
    "kept-maybe": _Tile(line="dashed"),
    "added-maybe": _Tile("+", line="dashed"),
}


def seats(bar: Bar) -> etree._Element:
    """A line of tiles."""
    look = STYLES[Style.FLUSH]
    content: list[etree._Element] = []
    for seat in bar.seats:
        # Word draws one frame around neighbours that are framed alike.
        content += [_tile(_TILES[seat]), element("w:r", run_properties(Run(""), look.size), said(" "))]
    room = element("w:spacing", before="40", after="100")
    return element("w:p", element("w:pPr", valued("w:pStyle", look.code), room), *content[:-1])


def _tile(tile: _Tile) -> etree._Element:
    properties = run_properties(Run("", strong=True), STYLES[Style.FLUSH].size, colour=tile.ink)
    drawn = [element("w:bdr", val=tile.line, sz="4", space="0", color=tile.frame)]
    drawn += [element("w:shd", val="clear", color="auto", fill=tile.ground)] if tile.ground else []
    for one in drawn:
        properties.insert(len(properties) - 2, one)  # before w:cs and w:lang, by the schema
    return element("w:r", properties, said(f"\u00a0{tile.sign}\u00a0"))
