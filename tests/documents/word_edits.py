"""What a person does in Word with a file, done on its XML: tracked changes, comments, and worse."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WHO = {f"{W}author": "ทนาย <นอก>", f"{W}date": "2026-11-22T10:00:00Z", f"{W}id": "9001"}
COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
)


def repacked(docx: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The file with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    change(parts)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return held.getvalue()


def plain(text: str | None) -> str:
    """With spaces only: whether one may end a line is no matter here."""
    return (text or "").replace("\xa0", " ")


class Editor:
    """Opens a file, edits its document, and gives the bytes."""

    def __init__(self, docx: bytes) -> None:
        self._docx = docx
        with zipfile.ZipFile(io.BytesIO(docx)) as file:
            self.document = etree.fromstring(file.read("word/document.xml"))
            held = file.read("word/comments.xml") if "word/comments.xml" in file.namelist() else COMMENTS[0].encode()
        self.comments = etree.fromstring(held)

    def save(self, change: Callable[[dict[str, bytes]], None] = lambda parts: None) -> bytes:
        def put(parts: dict[str, bytes]) -> None:
            parts["word/document.xml"] = etree.tostring(self.document)
            if len(self.comments):
                self._declare(parts)
                parts["word/comments.xml"] = etree.tostring(self.comments)
            change(parts)

        return repacked(self._docx, put)

    @staticmethod
    def _declare(parts: dict[str, bytes]) -> None:
        if "word/comments.xml" in parts:
            return
        entry = f'<Override PartName="/word/comments.xml" ContentType="{COMMENTS[1]}"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", entry.encode())
        relation = f'<Relationship Id="rId99" Type="{COMMENTS[2]}" Target="comments.xml"/></Relationships>'
        name = "word/_rels/document.xml.rels"
        parts[name] = parts[name].replace(b"</Relationships>", relation.encode())

    def paragraph(self, words: str) -> etree._Element:
        """The first whose visible text is these words, else the first that holds them."""
        whole = (one for one in self.document.iter(f"{W}p") if self.text(one) == words)
        found = next(whole, None)
        return (
            found if found is not None else next(one for one in self.document.iter(f"{W}p") if words in self.text(one))
        )

    @staticmethod
    def text(paragraph: etree._Element) -> str:
        return plain("".join(text.text or "" for text in paragraph.iter(f"{W}t")))

    def replace(self, old: str, new: str, *, tracked: bool = True) -> None:
        """Words within one run; the run is split as Word splits it."""
        run = next(text.getparent() for text in self.document.iter(f"{W}t") if old in plain(text.text))
        before, _, after = plain(run.find(f"{W}t").text).partition(old)
        pieces = [self._like(run, before), *self._changed(run, old, new, tracked=tracked), self._like(run, after)]
        for piece in pieces:
            run.addprevious(piece)
        run.getparent().remove(run)

    def _changed(self, run: etree._Element, old: str, new: str, *, tracked: bool) -> list[etree._Element]:
        if not tracked:
            return [self._like(run, new)]
        gone, came = etree.Element(f"{W}del", WHO), etree.Element(f"{W}ins", WHO)
        gone.append(self._like(run, old))
        gone[0].find(f"{W}t").tag = f"{W}delText"
        for letter in (new[:1], new[1:]):  # split runs
            came.append(self._like(run, letter))
        return [gone, came]

    @staticmethod
    def _like(run: etree._Element, text: str) -> etree._Element:
        made = deepcopy(run)
        made.find(f"{W}t").text = text
        return made

    def insert_after(self, words: str, text: str, *, tracked: bool = True) -> etree._Element:
        """A new paragraph behind the one with these words."""
        there = self.paragraph(words)
        made = etree.Element(f"{W}p")
        run = etree.Element(f"{W}r")
        etree.SubElement(run, f"{W}t").text = text
        if tracked:
            mark = etree.SubElement(etree.SubElement(etree.SubElement(made, f"{W}pPr"), f"{W}rPr"), f"{W}ins", WHO)
            assert mark is not None
            holder = etree.SubElement(made, f"{W}ins", WHO)
            holder.append(run)
        else:
            made.append(run)
        there.addnext(made)
        return made

    def delete(self, words: str) -> None:
        """A whole paragraph, its end too, as a tracked change."""
        paragraph = self.paragraph(words)
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        marks = properties.find(f"{W}rPr")
        marks = etree.SubElement(properties, f"{W}rPr") if marks is None else marks
        etree.SubElement(marks, f"{W}del", WHO)
        for run in [*paragraph.iterchildren(f"{W}r"), *paragraph.iterfind(f"{W}ins/{W}r")]:
            gone = etree.Element(f"{W}del", WHO)
            run.addprevious(gone)
            gone.append(run)
            for text in run.iter(f"{W}t"):
                text.tag = f"{W}delText"

    def comment(self, words: str, said: str, *, author: str = "ทนาย <นอก>", number: str = "501") -> None:
        """On the run that holds these words."""
        run = next(text.getparent() for text in self.document.iter(f"{W}t") if words in (text.text or ""))
        before, _, after = run.find(f"{W}t").text.partition(words)
        start, end = (
            etree.Element(f"{W}{name}", {f"{W}id": number}) for name in ("commentRangeStart", "commentRangeEnd")
        )
        sign = etree.Element(f"{W}r")  # without it no program shows the comment
        etree.SubElement(sign, f"{W}commentReference", {f"{W}id": number})
        for piece in (self._like(run, before), start, self._like(run, words), end, sign, self._like(run, after)):
            run.addprevious(piece)
        run.getparent().remove(run)
        made = etree.SubElement(self.comments, f"{W}comment", {f"{W}id": number, f"{W}author": author})
        for line in said.split("\n"):
            held = etree.SubElement(etree.SubElement(etree.SubElement(made, f"{W}p"), f"{W}r"), f"{W}t")
            held.text = line
