"""What PDF/A-2a and PDF/UA-1 ask of a file, as far as it can be told from its objects: the faults, as sentences.

veraPDF, the judge of both, is in no registry that a test could install it from. Numbers are of ISO 19005-2 (A) and
ISO 14289-1 (UA).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdf
from lxml import etree
from pypdf.generic import ArrayObject, BooleanObject, ContentStream, DictionaryObject, IndirectObject, StreamObject

_PAINTS = {
    b"Tj",
    b"TJ",
    b"'",
    b'"',
    b"Do",
    b"f",
    b"f*",
    b"F",
    b"B",
    b"B*",
    b"b",
    b"b*",
    b"S",
    b"s",
    b"sh",
    b"INLINE IMAGE",
}
_NOT_IN_A_FILE_THAT_LASTS = ("/AA", "/OpenAction", "/JS", "/EmbeddedFile", "/EmbeddedFiles", "/Encrypt", "/XFA")
_CLAIMS = {
    "{http://www.aiim.org/pdfa/ns/id/}part": "2",
    "{http://www.aiim.org/pdfa/ns/id/}conformance": "A",
    "{http://www.aiim.org/pdfua/ns/id/}part": "1",
}
_STANDARD = re.compile(
    "Document|Part|Art|Sect|Div|BlockQuote|Caption|TOCI?|Index|NonStruct|Private|P|H[1-6]?|L|LI|Lbl|LBody|Table|TR|TH|TD|"
    "THead|TBody|TFoot|Span|Quote|Note|Reference|BibEntry|Code|Link|Annot|Ruby|RB|RT|RP|Warichu|WT|WP|Figure|Formula|Form"
)


def faults(file: bytes) -> list[str]:
    """All that is not as it is to be."""
    reader = pypdf.PdfReader(io.BytesIO(file))
    root = reader.root_object
    tree = list(_elements(root["/StructTreeRoot"]))
    return [
        *_of_the_file(file, reader),
        *_of_metadata(root),
        *_of_objects(reader),
        *(fault for page in reader.pages for fault in _of_page(page, reader)),
        *_of_fonts(reader),
        *_of_tree(root, tree),
        *_of_headings(tree),
        *_of_tables(tree),
    ]


def _of_the_file(file: bytes, reader: pypdf.PdfReader) -> Iterator[str]:
    if not file.startswith(b"%PDF-1.7\n%") or min(file[10:14]) < 128:
        yield "A 6.1.2: the first lines"
    if len(reader.trailer.get("/ID", ())) != 2:
        yield "A 6.1.3: no identifier"


def _of_metadata(root: DictionaryObject) -> Iterator[str]:
    told = etree.fromstring(root["/Metadata"].get_data())
    said = {name: value for each in told.iter() for name, value in [*each.attrib.items(), (each.tag, each.text)]}
    for name, value in _CLAIMS.items():
        if said.get(name) != value:
            yield f"A 6.6.4, UA 5: {name} is {said.get(name)}"
    if "{http://purl.org/dc/elements/1.1/}title" not in said:
        yield "UA 7.1: no title"
    told_so = (root["/MarkInfo"].get("/Marked"), root["/ViewerPreferences"].get("/DisplayDocTitle"))
    if told_so != (BooleanObject(True), BooleanObject(True)) or not root.get("/Lang"):
        yield "UA 7.1, 7.2: not marked, no language, or the title is not shown"
    if [intent["/S"] for intent in root["/OutputIntents"]] != ["/GTS_PDFA1"]:
        yield "A 6.2.3: colours without a meaning"


def _of_objects(reader: pypdf.PdfReader) -> Iterator[str]:
    """Nothing that runs, leads out of the file or hides another."""
    for number in range(1, reader.trailer["/Size"]):
        held = reader.get_object(IndirectObject(number, 0, reader))
        if not isinstance(held, DictionaryObject):
            continue
        for name in _NOT_IN_A_FILE_THAT_LASTS:
            if name in held:
                yield f"A 6.5, 6.8: {name} in object {number}"
        action = held.get("/A")
        if isinstance(action, DictionaryObject) and "/S" in action and action["/S"] != "/GoTo":
            yield f"A 6.5.1: action {action['/S']}"
        if isinstance(held, StreamObject) and held.get("/Filter") == "/LZWDecode":
            yield "A 6.1.7.2: LZW"


def _of_page(page: pypdf.PageObject, reader: pypdf.PdfReader) -> Iterator[str]:
    """Everything drawn is part of the text or marked as an artifact; links say where they lead."""
    open_marks: list[bool] = []
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            properties = operands[1] if len(operands) > 1 else {}
            open_marks.append(operands[0] == "/Artifact" or "/MCID" in properties)
        elif operator == b"EMC":
            open_marks.pop()
        elif operator in _PAINTS and not any(open_marks):
            yield f"UA 7.1: {operator!r} is neither text nor artifact"
    if open_marks:
        yield "marks that do not end"
    links = [each.get_object() for each in page.get("/Annots", ())]
    if links and page.get("/Tabs") != "/S":
        yield "UA 7.18.3: order of links"
    yield from ("UA 7.18.5: a link says not where to" for link in links if not link.get("/Contents"))
    yield from ("UA 7.18.1: a link is no part of the text" for link in links if "/StructParent" not in link)


def _of_fonts(reader: pypdf.PdfReader) -> Iterator[str]:
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            below = font.get("/DescendantFonts", [font])[0]
            if not {"/FontFile2", "/FontFile3"} & set(below["/FontDescriptor"]):
                yield f"A 6.2.11.4: {font['/BaseFont']} is not in the file"
            if "/ToUnicode" not in font:
                yield f"A 6.2.11.7: {font['/BaseFont']} tells no letters"
            elif b"<0000>\nend" in font["/ToUnicode"].get_data() or b" <FEFF>" in font["/ToUnicode"].get_data():
                yield f"A 6.2.11.7.2: {font['/BaseFont']} tells what is no letter"


def _elements(parent: DictionaryObject) -> Iterator[DictionaryObject]:
    """The structure elements below one, in order."""
    kids = parent.get("/K", ())
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        held = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(held, DictionaryObject) and "/S" in held:
            yield held
            yield from _elements(held)


def _role(element: DictionaryObject, roles: DictionaryObject) -> str:
    return str(roles.get(element["/S"], element["/S"]))[1:]


def _of_tree(root: DictionaryObject, tree: list[DictionaryObject]) -> Iterator[str]:
    roles = root["/StructTreeRoot"].get("/RoleMap", DictionaryObject())
    if [_role(each, roles) for each in tree][:1] != ["Document"]:
        yield "UA 7.1: the tree begins with no document"
    for each in tree:
        role = _role(each, roles)
        if not _STANDARD.fullmatch(role):
            yield f"UA 7.1: nobody knows the role {role}"
        if role in ("Figure", "Formula") and not each.get("/Alt"):
            yield "UA 7.3: a picture without words"
    if "/ParentTree" not in root["/StructTreeRoot"]:
        yield "A 6.7.3: no way from the page to the tree"


def _of_headings(tree: list[DictionaryObject]) -> Iterator[str]:
    """Levels begin with 1 and none is left out on the way down."""
    before = 0
    for each in tree:
        name = str(each["/S"])
        if name[:2] == "/H" and name[2:].isdigit():
            if int(name[2:]) > before + 1:
                yield f"UA 7.4.2: {name} behind level {before}"
            before = int(name[2:])


def _of_tables(tree: list[DictionaryObject]) -> Iterator[str]:
    for table in (each for each in tree if each["/S"] == "/Table"):
        cells = list(_elements(table))
        heads = [each for each in cells if each["/S"] == "/TH"]
        if not heads:
            yield "UA 7.5: a table without heads"
        for head in heads:
            attributes = head.get("/A", ())
            listed = attributes if isinstance(attributes, ArrayObject) else [attributes]
            if not any(each.get_object().get("/Scope") in ("/Column", "/Row", "/Both") for each in listed):
                yield "UA 7.5: a head of nothing"
