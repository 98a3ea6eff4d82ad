"""Which paragraph is which when they have no label: pairs by place and likeness."""

from hypothesis import given, settings
from hypothesis import strategies as st

from law.act import read_units
from law.amending.paragraphs import align, pair_units

WORDS = ("ให้คณะกรรมการประชุมกันทุกเดือน", "มติให้ถือเสียงข้างมาก", "ผู้ใดฝ่าฝืนต้องระวางโทษปรับ", "ให้รัฐมนตรีออกกฎกระทรวง")
paragraphs = st.lists(st.sampled_from(WORDS), max_size=6).map(lambda lines: read_units("\n".join(lines)))


@settings(max_examples=100, deadline=None)
@given(old=paragraphs, new=paragraphs)
def test_every_paragraph_is_in_one_pair_and_the_order_is_kept(old, new) -> None:  # type: ignore[no-untyped-def]
    pairs = align(old, new)
    assert sorted(a for a, _ in pairs if a is not None) == list(range(len(old)))
    assert [b for _, b in pairs if b is not None] == list(range(len(new)))
    both = [a for a, b in pairs if a is not None and b is not None]
    assert both == sorted(both)


def test_an_inserted_paragraph_leaves_the_others_alone() -> None:
    old, new = read_units("\n".join(WORDS)), read_units("\n".join([WORDS[0], "ให้เปิดเผยรายงาน", *WORDS[1:]]))
    assert align(old, new) == [(0, 0), (None, 1), (1, 2), (2, 3), (3, 4)]


def test_a_paragraph_written_anew_stands_for_the_one_in_its_place() -> None:
    old, new = read_units("\n".join(WORDS)), read_units("\n".join([WORDS[0], "ห้ามนำสัตว์เข้าไปในที่นี้", *WORDS[2:]]))
    assert align(old, new) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_definitions_are_known_by_their_term() -> None:
    old = read_units("ในกฎหมายนี้\n“ก” หมายความว่า หนึ่ง\n“ข” หมายความว่า สอง")
    new = read_units("ในกฎหมายนี้\n“ก” หมายความว่า หนึ่ง\n“ค” หมายความว่า สอง\n“ข” หมายความว่า สาม")
    assert pair_units(old, new) == [(0, 0), (1, 1), (None, 2), (2, 3)]
    assert pair_units(old, (old[0], old[2], old[1])) is None
