"""Documents: seconds and peak memory (aim: two sections 0.3 s, a table of 40 pages 2 s, under 300 MB).

Each is made by a process of its own, whose peak memory is told; the first is made cold, fonts read and words loaded.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

# (name, aim in seconds, sections touched, kind)
MEASURED = (
    ("two sections, marked text", 0.3, 2, "changes"),
    ("comparison table", 2.0, 78, "table"),
)


def measured(sections: int, kind: str, form: str) -> dict[str, float]:
    """In this process: seconds of the first time and of the second, pages, megabytes at the peak."""
    import resource
    from datetime import date
    from io import BytesIO

    from documents import papers
    from documents.pdf import pdf
    from documents.word import word
    from law.compare import compare_acts
    from law.parse import read_act

    old, new = (read_act(_act(sections, word)).act for word in ("สองคน", "ไม่น้อยกว่าสี่คน"))
    comparison = compare_acts(old, new)
    matter = papers.Matter("ข้อเสนอ", old.title, "เดิม", "ร่าง", "ร่าง", "0" * 64, date(2026, 1, 1), reasons="เหตุผล " * 20)
    taken = []
    for _ in range(2):
        begun = time.perf_counter()
        made = papers.changes(old, comparison, matter) if kind == "changes" else papers.table(comparison, matter)
        file = {"pdf": pdf, "docx": word}[form](made)
        taken.append(time.perf_counter() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = 0
    if form == "pdf":
        import pypdf

        pages = len(pypdf.PdfReader(BytesIO(file)).pages)
    return {"first": taken[0], "again": taken[1], "megabytes": peak, "pages": pages}


def _act(sections: int, word: str) -> str:
    """An act of our own with so many sections, each some ten lines on paper."""
    body = [
        f"มาตรา {number}  ให้มีคณะกรรมการส่งเสริมกิจการลำดับที่ {number} ประกอบด้วยประธานกรรมการ "
        f"ซึ่งรัฐมนตรีแต่งตั้ง และกรรมการอื่นอีก{word}\n"
        f"(๑) ปลัดกระทรวงหรือผู้แทน เป็นกรรมการ\n(๒) ผู้แทนผู้ประกอบการซึ่งได้รับเลือกกันเองจำนวน{word} เป็นกรรมการ\n"
        "ให้ผู้อำนวยการเป็นกรรมการและเลขานุการ และอาจแต่งตั้งผู้ช่วยเลขานุการได้ตามที่เห็นสมควร ทั้งนี้ ตามระเบียบที่คณะกรรมการกำหนด"
        for number in range(1, sections + 1)
    ]
    return "\n\n".join(["พระราชบัญญัติวัดความเร็ว พ.ศ. ๒๕๖๙", *body]) + "\n"


def main() -> None:
    """Print them all, each with its aim."""
    for name, aim, sections, kind in MEASURED:
        for form in ("pdf", "docx"):
            command = f"from bench.documents import *; print(json.dumps(measured({sections}, '{kind}', '{form}')))"
            answer = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
            found = json.loads(answer.stdout)
            pages = f", {found['pages']:.0f} pages" if found["pages"] else ""
            print(
                f"   {name:<26} {form:<4} first {found['first']:.2f} s, again {found['again']:.2f} s (aim {aim} s), "
                f"peak {found['megabytes']:.0f} MB (aim 300 MB){pages}"
            )
