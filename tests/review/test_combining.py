"""The edits of several approved proposals put together: nothing approved is changed unseen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from law.act import Act
from law.editing.edit import Edit, apply_edits
from law.parse import read_act
from review.approval import normalised
from review.combining import Approved, Clash, Combined, combine

ACT: Act = read_act(
    """พระราชบัญญัติสวนสาธารณะ พ.ศ. ๒๕๕๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติสวนสาธารณะ พ.ศ. ๒๕๕๐”

หมวด ๑
คณะกรรมการ

มาตรา ๒  ให้มีคณะกรรมการ ประกอบด้วย
(๑) นายกเทศมนตรี เป็นประธาน
(๒) ปลัดเทศบาล เป็นกรรมการ
ให้หัวหน้าสวนเป็นเลขานุการ

มาตรา ๓  สวนเปิดเวลาห้านาฬิกา และปิดเวลายี่สิบนาฬิกา

มาตรา ๔  ห้ามนำสัตว์เข้าในสวน
"""
).act
BOARD = ACT.get("s2").text  # type: ignore[union-attr]
HOURS = ACT.get("s3").text  # type: ignore[union-attr]


def joined(*edits: tuple[Edit, ...]) -> Combined:
    return combine(ACT, [Approved(number, found) for number, found in enumerate(edits, start=1)])


def test_different_units_stand_beside_each_other() -> None:
    found = joined(
        (Edit("s4", "ห้ามนำสัตว์ดุร้ายเข้าในสวน"),), (Edit("s3/1", "สวนปิดวันจันทร์", "s3"), Edit("ch1", "กรรมการสวน"))
    )
    assert not found.clashes
    assert not found.to_confirm
    assert [(unit.edit.address, unit.proposals) for unit in found.units] == [
        ("ch1", (2,)),
        ("s3/1", (2,)),
        ("s4", (1,)),
    ]
    assert apply_edits(ACT, found.edits).get("s3/1") is not None


def test_the_same_text_of_two_needs_nobody() -> None:
    same = (Edit("s4", "ห้ามนำสัตว์ดุร้ายเข้าในสวน"),)
    found = joined(same, same)
    assert found.units[0].proposals == (1, 2)
    assert (found.clashes, found.to_confirm, found.confirmed_by) == ((), (), "")


def test_two_places_of_one_section_are_merged_and_it_is_said() -> None:
    opens = HOURS.replace("ห้านาฬิกา", "หกนาฬิกา")
    closes = HOURS.replace("ยี่สิบนาฬิกา", "ยี่สิบเอ็ดนาฬิกา")
    found = joined((Edit("s3", opens),), (Edit("s3", closes),))
    (unit,) = found.to_confirm
    assert unit.edit.text == opens.replace("ยี่สิบนาฬิกา", "ยี่สิบเอ็ดนาฬิกา")
    assert found.edits == (unit.edit,)
    assert len(found.confirmed_by) == 64
    other = joined((Edit("s3", opens),), (Edit("s3", closes.replace("เอ็ด", "สอง")),))
    assert other.confirmed_by != found.confirmed_by, "a confirmation is of one text"


def test_what_one_alone_changed_and_the_other_contains_needs_no_confirmation() -> None:
    opens = HOURS.replace("ห้านาฬิกา", "หกนาฬิกา")
    both = opens.replace("ยี่สิบนาฬิกา", "ยี่สิบเอ็ดนาฬิกา")
    found = joined((Edit("s3", opens),), (Edit("s3", both),))
    assert found.edits == (Edit("s3", both),)
    assert found.to_confirm == (), "the merged text is what the second was approved for"


def test_each_kind_of_clash_is_named() -> None:
    clashes = {
        Clash.WORDS: (Edit("s4", "ห้ามนำสุนัขเข้าในสวน"), Edit("s4", "ห้ามนำแมวเข้าในสวน")),
        Clash.REPEALED: (Edit("s4", "(ยกเลิก)"), Edit("s4", "ห้ามนำแมวเข้าในสวน")),
        Clash.ADDED: (Edit("ch1/1", "สวนเด็ก", "ch1"), Edit("ch1/1", "สวนสัตว์", "ch1")),
        Clash.NUMBERS: (
            Edit("s2", BOARD.replace("(๒) ปลัดเทศบาล", "(๓) ช่างสวน เป็นกรรมการ\n(๒) ปลัดเทศบาล")),
            Edit("s2", BOARD.replace("\nให้หัวหน้า", "\n(๓) ครู เป็นกรรมการ\nให้หัวหน้า")),
        ),
    }
    for clash, (one, other) in clashes.items():
        found = joined((one, Edit("s3", "สวนเปิดทุกวัน")), (other,))
        assert [(unit.clash, unit.proposals) for unit in found.clashes] == [(clash, (1, 2))], clash
        assert found.edits == (Edit("s3", "สวนเปิดทุกวัน"),), "what clashes is not in the bill"


WORDS = ("ห้านาฬิกา", "และปิด", "ยี่สิบนาฬิกา", "สวน")
SIDES = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(("ใหม่", "เดิมทุกวัน", "สามแห่ง"))), min_size=1, max_size=3
).map(lambda changes: _changed(dict(changes)))


def _changed(changes: dict[str, str]) -> str:
    text = HOURS
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


@given(st.lists(SIDES, min_size=1, max_size=4))
def test_the_order_of_the_proposals_decides_nothing(texts: list[str]) -> None:
    forward = combine(ACT, [Approved(number, (Edit("s3", text),)) for number, text in enumerate(texts)])
    back = combine(ACT, [Approved(number, (Edit("s3", text),)) for number, text in reversed(list(enumerate(texts)))])
    assert bool(forward.clashes) == bool(back.clashes)
    if not forward.clashes:
        assert forward.edits == back.edits
        assert bool(forward.to_confirm) == bool(back.to_confirm)


@given(SIDES)
def test_one_proposal_alone_is_what_was_approved(text: str) -> None:
    edits = (Edit("s3", text), Edit("s3/1", "สวนปิดวันจันทร์", "s3"))
    found = combine(ACT, [Approved(7, edits)])
    assert found.edits == normalised(ACT, edits)
    assert not found.to_confirm
