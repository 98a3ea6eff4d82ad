"""Whatever is done to an act, its comparison is exact, deterministic and leaves nothing out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from law import numerals
from law.act import Act, Section, read_units
from law.compare import compare_acts

LINES = (
    "ให้มีคณะกรรมการคณะหนึ่ง ประกอบด้วย",
    "(๑) รัฐมนตรี เป็นประธานกรรมการ",
    "(๒) ผู้แทนกรมป่าไม้ เป็นกรรมการ",
    "(๒/๑) ผู้แทนกรมป่าไม้ เป็นกรรมการ",
    "(๓) ผู้ทรงคุณวุฒิไม่เกินสี่คน",
    "(๓) ผู้ทรงคุณวุฒิไม่เกินหกคน",
    "(ก) ด้านการเงิน",
    "(ข) ด้านกฎหมาย",
    "“สวน” หมายความว่า ที่ดินปลูกต้นไม้",
    "มติให้ถือเสียงข้างมาก",
    "มติ ให้ถือเสียงข้างมาก",
    "(ยกเลิก)",
    "(๓) (ยกเลิก)",
    "การอุทธรณ์ให้ยื่นต่อรัฐมนตรีภายในสามสิบวัน",
)
texts = st.lists(st.sampled_from(LINES), min_size=1, max_size=6).map("\n".join)
labels = st.sampled_from(("1", "2", "2/1", "3", "4", "5bis"))
acts = st.lists(st.tuples(labels, texts), max_size=6, unique_by=lambda pair: pair[0]).map(
    lambda sections: Act(
        "พระราชบัญญัติ", tuple(Section(label, numerals.written(label), read_units(text)) for label, text in sections)
    )
)


@settings(max_examples=100, deadline=None)
@given(acts, acts)
def test_any_two_acts(old: Act, new: Act) -> None:
    comparison = compare_acts(old, new)

    assert comparison == compare_acts(old, new)
    for change in comparison.changes:
        assert "".join(hunk.text for hunk in change.hunks if hunk.kind != "insert") == change.old
        assert "".join(hunk.text for hunk in change.hunks if hunk.kind != "delete") == change.new
    told = {diff.address for diff in comparison.sections} | {each.address.split(".")[0] for each in comparison.unmarked}
    for address, section in new.sections().items():
        before = old.get(address)
        if before is None or before.text != section.text:  # type: ignore[union-attr]
            assert address in told
    for diff in comparison.sections:
        section_new, section_old = new.get(diff.address), old.get(diff.address)
        if section_new is not None and diff.kind != "repealed":
            shown = [row.new for row in diff.rows if row.new]
            assert "\n".join(shown) == section_new.text  # type: ignore[union-attr]
        elif section_new is None:
            assert "\n".join(row.old for row in diff.rows if row.old) == section_old.text  # type: ignore[union-attr]


@settings(max_examples=30, deadline=None)
@given(acts)
def test_an_act_and_itself(act: Act) -> None:
    comparison = compare_acts(act, act)

    assert (comparison.changes, comparison.sections, comparison.unmarked) == ((), (), ())
