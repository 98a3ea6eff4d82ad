"""Trees of invented acts for Hypothesis: every part, in forms that Thai law has."""

from itertools import pairwise

from hypothesis import strategies as st

from law import numerals
from law.act import Act, Division, Footnote, Level, Section, TailAct, read_units

WORDS = st.lists(
    st.sampled_from(
        ["ผู้ปลูก", "ต้อง", "รดน้ำ", "ต้นไม้", "ทุกวัน", "ตามมาตรา ๓", "ปรับ", "สิบบาท", "ก๊อกน้ำ", "ที่กำหนด", "(๒) หรือ (๓)"]
    ),
    min_size=1,
    max_size=8,
).map(lambda words: "ผู้ใด" + " ".join(words) + "ก็ได้")


@st.composite
def section_texts(draw: st.DrawFn) -> str:
    """Canonical text of a section: paragraphs, definitions, items, items in items."""
    lines = [draw(WORDS)]
    for _ in range(draw(st.integers(0, 2))):
        for number in range(1, draw(st.integers(1, 4))):
            lines.append(f"({numerals.thai(number)}) {draw(WORDS)}")
            lines += [f"({letter}) {draw(WORDS)}" for letter in numerals.LETTERS[: draw(st.integers(0, 2))]]
        if draw(st.booleans()):
            lines.append(f"“{draw(st.sampled_from(['ต้นไม้', 'สวน', 'ดิน']))}{len(lines)}” หมายความว่า {draw(WORDS)}")
        lines.append(draw(WORDS))
    return draw(st.sampled_from(["\n".join(lines), "\n".join(lines), "(ยกเลิก)"]))


def labels(count: int) -> st.SearchStrategy[list[str]]:
    """Labels of consecutive sections, with inserted ones among them."""
    return st.lists(st.sampled_from(["", "", "", "/1", "bis"]), min_size=count, max_size=count).map(
        lambda marks: [
            f"{at}{mark}" for at, kind in enumerate(marks, start=1) for mark in (("", kind) if kind else ("",))
        ]
    )


@st.composite
def acts(draw: st.DrawFn) -> Act:
    """A whole act: some sections before the first chapter, chapters, parts, a closing, schedules, remarks, a tail."""
    plain = draw(labels(draw(st.integers(2, 9))))
    sections = [Section(label, numerals.written(label), read_units(draw(section_texts()))) for label in plain]
    cuts = sorted(draw(st.lists(st.integers(1, len(sections)), max_size=3, unique=True)))
    body: list[Section | Division] = list(sections[: cuts[0]] if cuts else sections)
    for number, (start, end) in enumerate(pairwise([*cuts, len(sections)]), start=1):
        title = draw(st.sampled_from(["บททั่วไป", "การรดน้ำต้นไม้", "บทกำหนดโทษ"]))
        children = tuple(sections[start:end])
        body.append(Division(Level.CHAPTER, "หมวด", str(number), numerals.thai(number), title, children))
    return Act(
        title="พระราชบัญญัติสวน พ.ศ. ๒๕๕๐",
        heading=("พระราชบัญญัติ", "สวน", "พ.ศ. ๒๕๕๐"),
        preamble=draw(st.sampled_from([(), ("โดยที่เป็นการสมควรมีกฎหมายว่าด้วยสวน",)])),
        body=tuple(body),
        closing=("ผู้รับสนองพระราชโองการ", "นายกรัฐมนตรี"),
        schedules=draw(st.sampled_from([(), ("อัตราค่าธรรมเนียม", "(๑) ใบอนุญาต ๑๐ บาท")])),
        remarks=draw(st.sampled_from([(), ("หมายเหตุ :- เหตุผล คือ สวนมีน้อย",)])),
        tail=tuple(draw(st.lists(tail_acts(), max_size=2))),
        footnotes=draw(st.sampled_from([(), (Footnote("1", "ราชกิจจานุเบกษา เล่ม ๑"), Footnote("2", "เพิ่มโดยอื่น"))])),
    )


@st.composite
def tail_acts(draw: st.DrawFn) -> TailAct:
    """An amending act of the tail, with the sections that are kept."""
    kept = draw(st.sampled_from([("2",), ("1", "2"), ("2", "10", "11")]))
    sections = tuple(Section(label, numerals.thai(label), read_units(draw(WORDS))) for label in kept)
    lines = draw(st.sampled_from([(), ("หมายเหตุ :- เหตุผล คือ สวนมีมาก",)]))
    return TailAct("พระราชบัญญัติสวน (ฉบับที่ ๒) พ.ศ. ๒๕๖๐", sections, lines)
