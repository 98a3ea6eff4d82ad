"""One document on paper three ways: ours, plain WeasyPrint, plain headless Chromium; the two from the same HTML.

``python -m bench._printers HOW KIND SECTIONS`` makes it in this process and prints what it took, as JSON.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from pathlib import Path

from documents.matter import Matter
from documents.model import Block, Document, Mark, Paragraph, Table
from documents.papers import differences
from documents.printable import FONTS
from law.compare import compare_acts
from law.parse import read_act

# What only the bench needs; see the Makefile.
EXTRA = Path(__file__).parent.parent / ".venv" / "bench"
_TAGS = {Mark.INSERTED: "ins", Mark.DELETED: "del", Mark.MOVED: "i"}


def act(sections: int, word: str) -> str:
    """An act of our own with so many sections, each some ten lines on paper."""
    body = [
        f"มาตรา {number}  ให้มีคณะกรรมการส่งเสริมกิจการลำดับที่ {number} ประกอบด้วยประธานกรรมการ "
        f"ซึ่งรัฐมนตรีแต่งตั้ง และกรรมการอื่นอีก{word}\n"
        f"(๑) ปลัดกระทรวงหรือผู้แทน เป็นกรรมการ\n(๒) ผู้แทนผู้ประกอบการซึ่งได้รับเลือกกันเองจำนวน{word} เป็นกรรมการ\n"
        "ให้ผู้อำนวยการเป็นกรรมการและเลขานุการ และอาจแต่งตั้งผู้ช่วยเลขานุการได้ตามที่เห็นสมควร ทั้งนี้ ตามระเบียบที่คณะกรรมการกำหนด"
        for number in range(1, sections + 1)
    ]
    return "\n\n".join(["พระราชบัญญัติวัดความเร็ว พ.ศ. ๒๕๖๙", *body]) + "\n"


def paper(kind: str, sections: int) -> Callable[[], Document]:
    """What makes the document of two texts that are compared already."""
    old, new = (read_act(act(sections, word)).act for word in ("สองคน", "ไม่น้อยกว่าสี่คน"))
    comparison = compare_acts(old, new)
    matter = Matter("ข้อเสนอ", old.title, "เดิม", "ร่าง", "ร่าง", "0" * 64, date(2026, 1, 1), reasons="เหตุผล " * 20)
    if kind == "changes":
        return lambda: differences.changes(old, comparison, matter)
    return lambda: differences.table(old, comparison, matter)


def as_html(document: Document) -> str:
    """The plainest page of a document that is still legible."""
    size = "A4 landscape" if document.orientation == "landscape" else "A4"
    style = (
        f"@font-face{{font-family:Sarabun;src:url('file://{FONTS}/Sarabun-Regular.ttf')}}@page{{size:{size};margin:2cm}}"
        "body{font:16pt/1.5 Sarabun}table{border-collapse:collapse;width:100%;font-size:14pt;line-height:1.3}"
        "p{margin:0}td,th{border:1px solid;vertical-align:top}"
    )
    return (
        f'<!DOCTYPE html><html lang="th"><meta charset="utf-8"><style>{style}</style><body>{"".join(_blocks(document))}'
    )


def _blocks(document: Document) -> Iterator[str]:
    yield f"<h1>{escape(document.title)}</h1>"
    for block in document.blocks:
        yield _block(block)


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_runs(block)}</p>"
    if not isinstance(block, Table):
        return ""
    head = "".join(f"<th>{escape(name)}</th>" for name in block.head)
    rows = "".join(
        "<tr>"
        + "".join(f"<td rowspan={cell.rows}>{''.join(map(_block, cell.paragraphs))}</td>" for cell in row.cells)
        + "</tr>"
        for row in block.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _runs(paragraph: Paragraph) -> str:
    tagged = ((_TAGS.get(run.mark), escape(run.text)) for run in paragraph.runs)
    return "".join(f"<{tag}>{text}</{tag}>" if tag else text for tag, text in tagged)


def _ours(form: str) -> Callable[[Document], bytes]:
    from documents.pdf.document import pdf
    from documents.word.document import word

    return pdf if form == "pdf" else word


def _weasyprint(document: Document) -> bytes:
    sys.path.insert(0, str(EXTRA))
    from weasyprint import HTML

    return bytes(HTML(string=as_html(document)).write_pdf())


def _chromium(document: Document) -> bytes:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as directory, sync_playwright() as tool:
        source = Path(directory) / "page.html"
        source.write_text(as_html(document))
        browser = tool.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.goto(source.as_uri())
        made = page.pdf(prefer_css_page_size=True)
        browser.close()
    return made


def measured(how: str, kind: str, sections: int) -> dict[str, float]:
    """Seconds of the first time and of the second, and pages of a PDF."""
    writers = {"pdf": _ours("pdf"), "docx": _ours("docx"), "weasyprint": _weasyprint, "chromium": _chromium}
    make, write, taken, file = paper(kind, sections), writers[how], [], b""
    for _ in range(2):
        begun = time.perf_counter()
        file = write(make())
        taken.append(time.perf_counter() - begun)
    return {"first": taken[0], "again": taken[1], "pages": _pages(file) if file.startswith(b"%PDF") else 0}


def _pages(file: bytes) -> int:
    from io import BytesIO

    import pypdf

    return len(pypdf.PdfReader(BytesIO(file)).pages)


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
