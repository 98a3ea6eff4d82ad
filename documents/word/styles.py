"""The few styles of a Word file, with Thai fonts, and what else is the same in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lxml import etree

from documents.model import Mark, Paragraph, Run, Style
from documents.word.xml import element, parsed, part, valued

# Officials have it installed; where it is not, Word takes the other name.
FONT, _ALTERNATIVE = "TH Sarabun New", "Sarabun"
SOFT = "5A5A5A"
SECTION = "Section Label"  # the name of the section that a page's head tells
_COLOURS = {Mark.INSERTED: "0B5D33", Mark.DELETED: "A01C1C", Mark.MOVED: "1D4F91"}
_UNDERLINES = {Mark.INSERTED: "single", Mark.MOVED: "dotted"}
TWIPS = 567  # in a centimetre


@dataclass(frozen=True, slots=True)
class Look:
    """A style in Word: its name, size in points, indent of the first line in cm. ``level``: of a heading."""

    name: str
    size: float
    indent: float = 0
    centred: bool = False
    level: int = 0
    before: int = 0  # points

    @property
    def code(self) -> str:
        """Its name within the file."""
        name = self.name if self.name[:1].isupper() else self.name.title()
        return name.replace(" ", "")


STYLES: dict[Style, Look] = {
    Style.LINE: Look("Provision", 16, 2.0),
    Style.FLUSH: Look("Table Text", 14),
    Style.CENTRE: Look("Centred", 16, centred=True),
    Style.SMALL: Look("Remark", 13),
    Style.RULE: Look("Centred", 16, centred=True),
}
HEADINGS = {
    1: Look("heading 1", 20, level=1),
    2: Look("heading 2", 16, level=2, before=12),
    3: Look("heading 3", 16, level=3, before=8),
}
_ITEMS = {depth: Look(f"Item {depth}", 16, 2.0 + 0.7 * depth) for depth in (1, 2, 3)}
HEADER, FOOTER, FOOTNOTE = Look("header", 11), Look("footer", 11), Look("footnote text", 12)


def look_of(paragraph: Paragraph) -> Look:
    """The style of a paragraph in Word."""
    if paragraph.level or paragraph.style is Style.HEADING:
        return HEADINGS[min(max(paragraph.level, 1), 3)]
    if paragraph.style is Style.LINE and paragraph.depth:
        return _ITEMS[min(paragraph.depth, 3)]
    return STYLES[paragraph.style]


def run_properties(run: Run, size: float, *, marked: bool = False, style: str = "", colour: str = "") -> etree._Element:
    """``w:rPr`` of a run. ``marked``: its mark is drawn, because it is not tracked. The order is that of the schema."""
    mark = run.mark if marked else Mark.PLAIN
    colour = _COLOURS.get(mark, colour)
    half_points = str(round(size * 2))
    found = [
        valued("w:rStyle", style) if style else None,
        element("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT),
        *([element("w:b"), element("w:bCs")] if run.strong else []),
        element("w:strike") if mark is Mark.DELETED else None,
        valued("w:color", colour) if colour else None,
        valued("w:sz", half_points),
        valued("w:szCs", half_points),
        valued("w:u", _UNDERLINES[mark]) if mark in _UNDERLINES else None,
        element("w:cs"),
        element("w:lang", bidi="th-TH"),
    ]
    return element("w:rPr", *(one for one in found if one is not None))


# --- the parts that are the same in every file ------------------------------------------------------


@cache
def styles_part() -> bytes:
    """``styles.xml``."""
    looks = dict.fromkeys([*HEADINGS.values(), *STYLES.values(), *_ITEMS.values(), HEADER, FOOTER, FOOTNOTE])
    return part("w:styles", _defaults(), *_base(), *map(_paragraph_style, looks), *_characters(), _table_style())


def _plain(size: float, *, strong: bool = False) -> etree._Element:
    properties = run_properties(Run("", strong=strong), size)
    return element("w:rPr", *(one for one in properties if not one.tag.endswith(("}cs", "}lang"))))


def _defaults() -> etree._Element:
    fonts = _plain(16)
    fonts.append(element("w:lang", val="en-US", eastAsia="en-US", bidi="th-TH"))
    return element("w:docDefaults", element("w:rPrDefault", fonts), element("w:pPrDefault"))


def _base() -> list[etree._Element]:
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    )
    return [
        parsed(
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
            '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        ),
        parsed(
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        ),
        parsed(
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/>'
            f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>'
        ),
        parsed(
            '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        ),
    ]


def _paragraph_style(look: Look) -> etree._Element:
    own = {} if look.name[:1].islower() else {"customStyle": "1"}
    spacing = element("w:spacing", before=str(look.before * 20), after="0", line="240", lineRule="auto")
    properties = [element("w:keepNext"), element("w:keepLines")] if look.level else []
    properties.append(spacing)
    properties += [element("w:ind", firstLine=str(round(look.indent * TWIPS)))] if look.indent else []
    properties.append(valued("w:jc", "center" if look.centred else "left"))
    properties += [valued("w:outlineLvl", str(look.level - 1))] if look.level else []
    head = [valued("w:name", look.name), valued("w:basedOn", "Normal")]
    head += [valued("w:next", "Provision")] if look.level else []
    return element(
        "w:style",
        *head,
        element("w:qFormat"),
        element("w:pPr", *properties),
        _plain(look.size, strong=look.level > 0),
        type="paragraph",
        styleId=look.code,
        **own,
    )


def _characters() -> list[etree._Element]:
    return [
        parsed(
            '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
            '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        ),
        parsed(
            f'<w:style w:type="character" w:customStyle="1" w:styleId="SectionLabel"><w:name w:val="{SECTION}"/>'
            '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/></w:style>'
        ),
    ]


def _table_style() -> etree._Element:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{SOFT}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 34), ("left", 113), ("bottom", 34), ("right", 113))
    )
    return parsed(
        '<w:style w:type="table" w:customStyle="1" w:styleId="Comparison"><w:name w:val="Comparison"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{sides}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


@cache
def fonts_part() -> bytes:
    """``fontTable.xml``: the font that stands in where TH Sarabun New is not installed."""
    return part(
        "w:fonts",
        parsed(
            f'<w:font w:name="{FONT}"><w:altName w:val="{_ALTERNATIVE}"/><w:charset w:val="DE"/>'
            '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        ),
    )


@cache
def settings_part(*, footnotes: bool) -> bytes:
    """``settings.xml``: the file is one of today's Word, not of an old one that it imitates."""
    notes = '<w:numFmt w:val="thaiNumbers"/><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    modes = {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1",
    }
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in modes.items()
    )
    return part(
        "w:settings",
        parsed('<w:zoom w:percent="100"/>'),
        parsed('<w:defaultTabStop w:val="567"/>'),
        parsed('<w:characterSpacingControl w:val="doNotCompress"/>'),
        *([parsed(f"<w:footnotePr>{notes}</w:footnotePr>")] if footnotes else []),
        parsed(f"<w:compat>{compat}</w:compat>"),
        parsed('<w:themeFontLang w:val="en-US" w:bidi="th-TH"/>'),
        parsed('<w:decimalSymbol w:val="."/>'),
        parsed('<w:listSeparator w:val=","/>'),
    )
