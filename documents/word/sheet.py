"""The sheet of a Word file: its size, the head and the foot of every page, the watermark."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from documents.model import Document, Run, paragraphs
from documents.square import square_code
from documents.word.runs import section_label
from documents.word.styles import FONT, FOOTER, HEADER, SECTION, SOFT, TWIPS, Look, run_properties
from documents.word.xml import element, parsed, part, said, valued

# Centimetres, as in PDF: width and height of the sheet; left, right, top, bottom.
_SHEETS = {"portrait": (21.0, 29.7, 3.0, 2.0, 2.2, 2.9), "landscape": (29.7, 21.0, 1.8, 1.8, 1.9, 2.7)}
_SQUARE, _NUMBER = 1.35, 2.5  # of the foot: the code, the number of the page
_EMU = 360_000  # in a centimetre
IMAGE = "rIdCode"  # the square code among what the foot refers to


def text_width(document: Document) -> int:
    """Twips between the margins."""
    width, _, left, right, _, _ = _SHEETS[document.orientation]
    return round((width - left - right) * TWIPS)


def section_properties(document: Document, *, footnotes: bool) -> etree._Element:
    """The end of the document, which says how its sheets are."""
    width, height, left, right, top, bottom = (str(round(one * TWIPS)) for one in _SHEETS[document.orientation])
    size = element("w:pgSz", w=width, h=height)
    if document.orientation == "landscape":
        size = element("w:pgSz", w=width, h=height, orient="landscape")
    head, foot = (str(round(one * TWIPS)) for one in (1.0, 0.8))
    margins = {"top": top, "right": right, "bottom": bottom, "left": left, "header": head, "footer": foot}
    return element(
        "w:sectPr",
        parsed('<w:headerReference w:type="default" r:id="rIdHeader"/>'),
        parsed('<w:footerReference w:type="default" r:id="rIdFooter"/>'),
        *([element("w:footnotePr", valued("w:numFmt", "thaiNumbers"))] if footnotes else []),
        size,
        element("w:pgMar", **margins, gutter="0"),
        element("w:pgNumType", fmt="thaiNumbers"),
        element("w:cols", space="708"),
    )


# --- the head of the page ---------------------------------------------------------------------------


def header_part(document: Document) -> bytes:
    """The name of the act, the section that begins there or goes on, the watermark."""
    words = [_words(document.running, HEADER)] if document.running else []
    labels = [*_labels(document)]
    if labels:
        told = " – ".join(dict.fromkeys(text for _, text in (labels[0], labels[-1])))
        before = {name for name, _ in labels}
        words += [_tab(HEADER), *(_words(name, HEADER) for name in before if name and len(before) == 1)]
        words.append(_field(f'STYLEREF "{SECTION}"', told, HEADER))
    mark = [_watermark(document.watermark)] if document.watermark else []
    return part("w:hdr", _line(HEADER, *words, *mark, tab=text_width(document)))


def _labels(document: Document) -> Iterator[tuple[str, str]]:
    """Of every section that begins: what stands before its label in the name of the section (ร่าง), and the label."""
    for paragraph in paragraphs(document.blocks):
        found = section_label(paragraph)
        if found is not None:
            text = paragraph.text[slice(*found)]
            yield paragraph.section.removesuffix(text), text


def _watermark(text: str) -> etree._Element:
    """Word's own kind of watermark: letters in the header, behind the text."""
    width = 420 if len(text) > 6 else 300
    formulas = (
        "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0",
        "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7",
        "sum @6 0 @5",
    )  # fmt: skip
    eqn = "".join(f'<v:f eqn="{one}"/>' for one in formulas)
    return parsed(
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        f'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>{eqn}</v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
        'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
        '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
        '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt="STATE" '
        'o:allowincell="f" fillcolor="#ececec" stroked="f" '
        f'style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:110pt;rotation:315;'
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin"><v:textpath '
        f'style="font-family:&quot;{FONT}&quot;;font-size:1pt" string="TEXT"/></v:shape></w:pict></w:r>',
        {"TEXT": text, "STATE": f"สถานะ: {text}"},
    )


# --- the foot of the page ---------------------------------------------------------------------------


def footer_part(document: Document) -> bytes:
    """The square code, what the text is and how it is checked, and which page of how many, beside each other."""
    number = [
        _words("หน้า ", FOOTER), _field("PAGE \\* THAIARABIC", "๑", FOOTER),
        _words(" จาก ", FOOTER), _field("NUMPAGES \\* THAIARABIC", "๑", FOOTER),
    ]  # fmt: skip
    across = text_width(document)
    cells = [(round(_NUMBER * TWIPS), [_line(FOOTER, *number, right=True)])]
    told = [_line(FOOTER, _words(line, FOOTER)) for line in (document.foot, document.seal) if line]
    square = round((_SQUARE + 0.3) * TWIPS) if document.address else 0
    cells.insert(0, (across - square - cells[0][0], told or [_line(FOOTER)]))
    if document.address:
        cells.insert(0, (square, [_line(FOOTER, _square(document.address))]))
    return part("w:ftr", _beside(cells), closing())


def square_image(document: Document) -> bytes:
    """The picture of the code, as PNG."""
    return square_code(document.address, scale=8)


def closing() -> etree._Element:
    """A paragraph that takes no room: behind a table there has to be one, and the last one's end can not be tracked."""
    small = element("w:rPr", valued("w:sz", "2"), valued("w:szCs", "2"))
    spacing = element("w:spacing", before="0", after="0", line="20", lineRule="exact")
    return element("w:p", element("w:pPr", valued("w:pStyle", "Remark"), spacing, small))


def _beside(cells: list[tuple[int, list[etree._Element]]]) -> etree._Element:
    """A frame without lines but one above."""
    rule = element("w:tblBorders", element("w:top", val="single", sz="4", space="0", color="A6A6A6"))
    margins = element("w:tblCellMar", element("w:left", w="0", type="dxa"), element("w:right", w="57", type="dxa"))
    whole = str(sum(width for width, _ in cells))
    fixed = element("w:tblLayout", type="fixed")
    properties = element("w:tblPr", element("w:tblW", w=whole, type="dxa"), rule, fixed, margins)
    grid = element("w:tblGrid", *(element("w:gridCol", w=str(width)) for width, _ in cells))
    row = element("w:tr", *(_box(width, lines) for width, lines in cells))
    return element("w:tbl", properties, grid, row)


def _box(width: int, lines: list[etree._Element]) -> etree._Element:
    return element("w:tc", element("w:tcPr", element("w:tcW", w=str(width), type="dxa")), *lines)


def _square(address: str) -> etree._Element:
    side = str(round(_SQUARE * _EMU))
    return parsed(
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{side}" cy="{side}"/>'
        '<wp:docPr id="1" name="Code" descr="WHERE"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="code.png" descr="WHERE"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{IMAGE}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
        {"WHERE": f"รหัสสำหรับตรวจเอกสารนี้ที่ {address}"},
    )


def _line(look: Look, *content: etree._Element, tab: int = 0, right: bool = False) -> etree._Element:
    stops = [element("w:tabs", element("w:tab", val="right", pos=str(tab)))] if tab else []
    aligned = [valued("w:jc", "right")] if right else []
    return element("w:p", element("w:pPr", valued("w:pStyle", look.code), *stops, *aligned), *content)


def _words(text: str, look: Look) -> etree._Element:
    return element("w:r", run_properties(Run(""), look.size, colour=SOFT), said(text))


def _tab(look: Look) -> etree._Element:
    return element("w:r", run_properties(Run(""), look.size), element("w:tab"))


def _field(instruction: str, shown: str, look: Look) -> etree._Element:
    """What Word finds out by itself; ``shown`` until it does, and by programs that do not know the field."""
    return element("w:fldSimple", _words(shown, look), instr=f" {instruction} ")
