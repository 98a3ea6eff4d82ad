"""The sheet of a Word document: few named styles with Thai fonts, size, foot with page numbers, watermark."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Cm, Pt

from documents.model import Document, Mark, Paragraph, Run, Style
from documents.printable import xml_text
from documents.square import square_code

# Officials have it installed; where it is not, Word takes the other name (`_ALTERNATIVE`).
FONT = "TH Sarabun New"
_ALTERNATIVE = "Sarabun"
_COLOURS = {Mark.INSERTED: "0B5D33", Mark.DELETED: "A01C1C", Mark.MOVED: "1D4F91"}
_UNDERLINES = {Mark.INSERTED: "single", Mark.MOVED: "dotted"}


@dataclass(frozen=True, slots=True)
class Look:
    """A style in Word: its name, size in points, indent of the first line in cm."""

    name: str
    size: float
    indent: float = 0
    centred: bool = False


STYLES: dict[Style, Look] = {
    Style.LINE: Look("Provision", 16, 2.0),
    Style.FLUSH: Look("Table Text", 14),
    Style.CENTRE: Look("Centred", 16, centred=True),
    Style.HEADING: Look("Heading 2", 16),
    Style.SMALL: Look("Remark", 13),
    Style.RULE: Look("Centred", 16, centred=True),
}
_TITLE = "Heading 1"
_ITEM = {1: "Item 1", 2: "Item 2", 3: "Item 3"}
_KEPT = {
    "Normal",
    "Header",
    "Footer",
    _TITLE,
    "Heading 2",
    "Default Paragraph Font",
    "Normal Table",
    "Table Normal",
    "No List",
}


def style_name(paragraph: Paragraph) -> str:
    """The style of a paragraph in Word."""
    if paragraph.style is Style.HEADING and paragraph.level == 1:
        return _TITLE
    if paragraph.style is Style.LINE and paragraph.depth:
        return _ITEM[min(paragraph.depth, 3)]
    return STYLES[paragraph.style].name


def lay_paper(file: Any, document: Document) -> None:
    """Prepare an empty file."""
    _styles(file)
    _sheet(file, document)
    _properties(file, document)
    _alternative_font(file)


def run_properties(run: Run, size: float, *, marked: bool) -> Any:
    """``w:rPr`` of a run. ``marked``: its mark is drawn, because it is not tracked. The order is that of the schema."""
    properties = OxmlElement("w:rPr")
    properties.append(_fonts())
    if run.strong:
        properties.append(OxmlElement("w:b"))
        properties.append(OxmlElement("w:bCs"))
    mark = run.mark if marked else Mark.PLAIN
    if mark is Mark.DELETED:
        properties.append(OxmlElement("w:strike"))
    if mark in _COLOURS:
        properties.append(valued("w:color", _COLOURS[mark]))
    for name in ("w:sz", "w:szCs"):
        properties.append(valued(name, str(round(size * 2))))
    if mark in _UNDERLINES:
        properties.append(valued("w:u", _UNDERLINES[mark]))
    properties.append(OxmlElement("w:cs"))
    language = OxmlElement("w:lang")
    language.set(qn("w:bidi"), "th-TH")
    properties.append(language)
    return properties


def _fonts() -> Any:
    fonts = OxmlElement("w:rFonts")
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), FONT)
    return fonts


def valued(name: str, value: str) -> Any:
    """An element with nothing but a value."""
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element


# --- styles ---------------------------------------------------------------------------------------


def _styles(file: Any) -> None:
    for style in list(file.styles):
        if style.name not in _KEPT:
            style.delete()
    _set(file.styles["Normal"], Look("Normal", 16))
    for name, size in ((_TITLE, 20), ("Heading 2", 16)):
        _set(file.styles[name], Look(name, size), bold=True)
        file.styles[name].paragraph_format.keep_with_next = True
    made = {look.name: look for look in STYLES.values() if look.name != "Heading 2"}
    made |= {name: Look(name, 16, 2.0 + 0.7 * depth) for depth, name in _ITEM.items()}
    for look in made.values():
        style = file.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = file.styles["Normal"]
        style.quick_style = True
        _set(style, look)
    _table_style(file)


def _set(style: Any, look: Look, *, bold: bool = False) -> None:
    old = style.element.find(qn("w:rPr"))
    if old is not None:
        style.element.remove(old)
    style.element.append(run_properties(Run("", strong=bold), look.size, marked=False))
    style.element.rPr.remove(style.element.rPr.find(qn("w:cs")))
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(12 if bold and look.size < 20 else 0), Pt(0)
    form.line_spacing = 1.0
    form.first_line_indent = Cm(look.indent) if look.indent else None
    form.alignment = WD_ALIGN_PARAGRAPH.CENTER if look.centred else WD_ALIGN_PARAGRAPH.LEFT


def _table_style(file: Any) -> None:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="5A5A5A"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    style = parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Comparison"><w:name w:val="Comparison"/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr></w:style>"
    )
    file.styles.element.append(style)


# --- the sheet ------------------------------------------------------------------------------------


def _sheet(file: Any, document: Document) -> None:
    section = file.sections[0]
    short, long = Cm(21), Cm(29.7)
    wide = document.orientation == "landscape"
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if wide else (short, long)
    section.left_margin, section.right_margin = (Cm(1.8), Cm(1.8)) if wide else (Cm(3), Cm(2))
    # Thai page numbers for readers that do not know Word's own switch for them.
    section._sectPr.find(qn("w:cols")).addprevious(_thai_numbers())
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    foot = section.footer.paragraphs[0]
    foot.style = file.styles["Remark"]
    _say(foot, document.foot)
    _seal(file, section, document)
    foot = section.footer.add_paragraph(style=file.styles["Remark"])
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _say(foot, "หน้า ")
    _count(foot, "PAGE")
    _say(foot, " จาก ")
    _count(foot, "NUMPAGES")
    if document.watermark:
        section.header.paragraphs[0]._p.append(_watermark(document.watermark))


def _seal(file: Any, section: Any, document: Document) -> None:
    """The short hashes, and the square code that leads to where they are checked."""
    if document.running:
        head = section.header.paragraphs[0]
        head.style = file.styles["Remark"]
        _say(head, document.running)
    if document.seal:
        _say(section.footer.add_paragraph(style=file.styles["Remark"]), document.seal)
    if document.address:
        picture = section.footer.add_paragraph(style=file.styles["Remark"]).add_run()
        shape = picture.add_picture(io.BytesIO(square_code(document.address, scale=8)), width=Cm(1.5))
        shape._inline.docPr.set("descr", document.address)


def _thai_numbers() -> Any:
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:fmt"), "thaiNumbers")
    return numbers


def _say(paragraph: Any, text: str) -> None:
    element, held = OxmlElement("w:r"), OxmlElement("w:t")
    held.text = xml_text(text)
    held.set(qn("xml:space"), "preserve")
    element.append(run_properties(Run(""), 11, marked=False))
    element.append(held)
    paragraph._p.append(element)


def _count(paragraph: Any, field: str) -> None:
    """A page number in Thai digits, which Word counts."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), f" {field} " if field == "PAGE" else f" {field} \\* ThaiArabic ")
    run, held = OxmlElement("w:r"), OxmlElement("w:t")
    held.text = "๑"
    run.append(run_properties(Run(""), 11, marked=False))
    run.append(held)
    element.append(run)
    paragraph._p.append(element)


def _watermark(text: str) -> Any:
    """Word's own kind of watermark: letters in the header, behind the text."""
    width = 420 if len(text) > 6 else 300
    return parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office">'
        '<w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:textpath on="t" fitshape="t"/></v:shapetype>'
        '<v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" o:allowincell="f" fillcolor="#e4e4e4" stroked="f" '
        f'style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:110pt;rotation:315;'
        "z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        'mso-position-vertical-relative:margin"><v:textpath '
        'style="font-family:&quot;TH Sarabun New&quot;;font-size:1pt" '
        f'string="{text}"/></v:shape></w:pict></w:r>'
    )


def _properties(file: Any, document: Document) -> None:
    moment = datetime.combine(document.made, time(), UTC)
    properties = file.core_properties
    properties.title, properties.author = xml_text(document.title), xml_text(document.author)[:250]
    properties.language, properties.comments = document.language, ""
    properties.created = properties.modified = moment.replace(tzinfo=None)
    properties.last_modified_by, properties.revision = "", 1


def _alternative_font(file: Any) -> None:
    """Name the font that stands in where TH Sarabun New is not installed."""
    for part in file.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            entry = f'<w:font w:name="{FONT}"><w:altName w:val="{_ALTERNATIVE}"/><w:charset w:val="DE"/></w:font>'
            part._blob = part.blob.replace(b"</w:fonts>", entry.encode() + b"</w:fonts>")
