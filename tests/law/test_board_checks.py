"""What a change of a board should make one ask."""

from __future__ import annotations

from law.boards.checks import Code
from tests.law.loom_act import CASTING, HALF, LOOM, act_of, board_of, codes


def test_a_regular_board_is_not_complained_of():
    act = act_of()
    assert codes(act, board_of(act)) == {}


def test_a_quorum_that_can_not_be_met_names_its_section():
    act = act_of(meeting="การประชุมคณะกรรมการต้องมีกรรมการมาประชุมไม่น้อยกว่าเก้าคน จึงจะเป็นองค์ประชุม" + CASTING)
    finding = codes(act, board_of(act))[Code.QUORUM_UNMET]
    assert (finding.address, finding.facts) == ("s5", {"needed": 9, "seats": 8})


def test_a_quorum_at_risk_with_the_fewest_members():
    few = LOOM.replace("จำนวนสามคน", "จำนวนไม่น้อยกว่าหนึ่งคนแต่ไม่เกินสิบคน")
    finding = codes(act_of(few))[Code.QUORUM_AT_RISK]
    assert (finding.address, finding.facts) == ("s5", {"needed": 8, "seats": 6})


def test_an_even_number_wants_a_casting_vote():
    assert Code.EVEN in codes(act_of(meeting=HALF))
    assert Code.EVEN not in codes(act_of())
    assert Code.EVEN not in codes(act_of(LOOM.replace("จำนวนสามคน", "จำนวนสี่คน"), meeting=HALF))


def test_parts_of_the_experts_are_no_more_than_all_of_them():
    share = "ผู้ทรงคุณวุฒิซึ่งรัฐมนตรีแต่งตั้งจำนวนสามคน โดยในจำนวนนี้ต้องเป็นช่างทออย่างน้อย{}คน เป็นกรรมการ"
    line = "ผู้ทรงคุณวุฒิซึ่งรัฐมนตรีแต่งตั้งจำนวนสามคน เป็นกรรมการ"
    assert Code.EXPERT_PARTS in codes(act_of(LOOM.replace(line, share.format("สี่"))))
    assert Code.EXPERT_PARTS not in codes(act_of(LOOM.replace(line, share.format("สอง"))))


def test_experts_that_the_text_demands():
    demanded = LOOM + "\nกรรมการผู้ทรงคุณวุฒิต้องมีจำนวนไม่น้อยกว่ากึ่งหนึ่งของจำนวนกรรมการทั้งหมด"
    finding = codes(act_of(demanded))[Code.EXPERT_SHARE]
    assert (finding.address, finding.facts) == ("s4", {"needed": 4, "experts": 3})


def test_an_office_twice_even_under_two_names():
    twice = LOOM.replace("อธิบดีกรมด้าย", "ปลัดกระทรวงแรงงานและสวัสดิการสังคม ปลัดกระทรวงแรงงาน")
    found = codes(act_of(twice))
    assert found[Code.TWICE].facts["times"] == 2
    assert found[Code.RENAMED].facts["now"] == "ปลัดกระทรวงแรงงาน"


def test_members_in_office_ask_for_a_transitional_section():
    before = board_of(act_of())
    after = act_of(
        LOOM.replace("จำนวนสามคน", "จำนวนห้าคน"), more="\nมาตรา ๖  กรรมการผู้ทรงคุณวุฒิมีวาระการดำรงตำแหน่งคราวละสามปี\n"
    )
    finding = codes(after, before)[Code.SITTING]
    assert (finding.address, finding.facts["people"], finding.is_question) == ("s6", "ผู้ทรงคุณวุฒิ", True)
    assert Code.SITTING not in codes(after, before, settled=True)


def test_a_new_board_and_one_with_heads_of_agencies_meet_the_drafting_act():
    found = codes(act_of())
    assert found[Code.WHY_A_BOARD].is_question
    assert found[Code.BINDING].facts == {"offices": 3}
    bound = LOOM + "\nมติของคณะกรรมการผูกพันหน่วยงานของรัฐซึ่งหัวหน้าเป็นกรรมการ"
    assert Code.BINDING not in codes(act_of(bound))


def test_no_section_on_meetings_and_no_chair_are_said():
    act = act_of(LOOM.replace(" เป็นประธานกรรมการ", " เป็นกรรมการ"), meeting="คณะกรรมการมีหน้าที่เสนอแผน")
    assert {Code.NO_QUORUM_RULE, Code.NO_CHAIR} <= set(codes(act))
