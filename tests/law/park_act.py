"""An invented act on parks, put in other words, and what a comparison of two says."""

from law import numerals
from law.act import Act, Division, Level, Node, Section, read_units
from law.compare import Change, Comparison, compare_acts

BOARD = """ให้มีคณะกรรมการสวนสาธารณะ ประกอบด้วย
(๑) รัฐมนตรี เป็นประธานกรรมการ
(๒) ปลัดกระทรวงการคลัง ปลัดกระทรวงคมนาคม และอธิบดีกรมป่าไม้ เป็นกรรมการ
(๓) ผู้แทนสมาคมคนรักต้นไม้ จำนวนสองคน เป็นกรรมการ
(๔) ผู้ทรงคุณวุฒิซึ่งรัฐมนตรีแต่งตั้งไม่เกินสี่คน เป็นกรรมการ
ให้ผู้อำนวยการสวนเป็นกรรมการและเลขานุการ"""
TERMS = """ในพระราชบัญญัตินี้
“สวน” หมายความว่า ที่ดินซึ่งปลูกต้นไม้ไว้ให้ประชาชนพักผ่อน
“ผู้ดูแล” หมายความว่า ผู้ซึ่งผู้อำนวยการแต่งตั้งให้ดูแลสวน"""
MEETING = "การประชุมต้องมีกรรมการมาประชุมไม่น้อยกว่ากึ่งหนึ่งจึงเป็นองค์ประชุม\nมติให้ถือเสียงข้างมาก"
REPORT = "ให้คณะกรรมการรายงานผลการดำเนินงานต่อรัฐมนตรีอย่างน้อยปีละหนึ่งครั้ง"
PENALTY = "ผู้ใดตัดต้นไม้ในสวนโดยไม่ได้รับอนุญาต ต้องระวางโทษปรับไม่เกินห้าพันบาท"


def section(label: str, text: str) -> Section:
    """A section of this text."""
    return Section(label, numerals.written(label), read_units(text))


def chapter(label: str, title: str, *children: Node) -> Division:
    """A chapter over these."""
    return Division(Level.CHAPTER, "หมวด", label, numerals.written(label), title, children)


def act(*body: Node, title: str = "พระราชบัญญัติสวนสาธารณะ พ.ศ. ๒๕๕๐") -> Act:
    """An act of this body."""
    return Act(title, body)


def park(**texts: str) -> Act:
    """The act with the sections named (``s4="…"``) put in other words."""
    given = {"s3": TERMS, "s4": BOARD, "s5": MEETING, "s6": REPORT, "s7": PENALTY} | texts
    s3, s4, s5, s6, s7 = (section(name[1:], given[name]) for name in ("s3", "s4", "s5", "s6", "s7"))
    return act(s3, chapter("1", "คณะกรรมการ", s4, s5, s6), chapter("2", "บทกำหนดโทษ", s7))


def compared(old: Act, new: Act) -> Comparison:
    """The comparison, after what must hold of every comparison was looked at."""
    comparison = compare_acts(old, new)
    for change in comparison.changes:
        assert "".join(hunk.text for hunk in change.hunks if hunk.kind != "insert") == change.old
        assert "".join(hunk.text for hunk in change.hunks if hunk.kind != "delete") == change.new
        assert change.old != change.new or change.moved_from
        assert bool(change.moved_from) == (change.kind == "moved")
    assert comparison == compare_acts(old, new)
    return comparison


def told(old: Act, new: Act) -> list[tuple[str, str]]:
    """Address and kind of each change."""
    return [(change.address, change.kind) for change in compared(old, new).changes]


def only(old: Act, new: Act) -> Change:
    """The one change that there is."""
    (change,) = compared(old, new).changes
    return change


def marked(change: Change) -> list[tuple[str, str]]:
    """The hunks that are no equal ones."""
    return [(hunk.kind, hunk.text) for hunk in change.hunks if hunk.kind != "equal"]
