"""The tree: canonical text, addresses, places."""

from hypothesis import given, settings

from law.act import Kind, Level, Section, Unit, UnitBuilder, act_text, read_units, units_text
from tests.law.acts_invented import acts, section_texts


@settings(max_examples=100, deadline=None)
@given(section_texts())
def test_canonical_text_is_read_and_written_back(text) -> None:
    assert units_text(read_units(text)) == text


def test_blank_lines_and_double_spaces_are_no_part_of_canonical_text() -> None:
    assert units_text(read_units("ก  ข\n\n\n (๑)ค \n")) == "ก ข\n(๑) ค"


def test_old_labels_keep_their_form() -> None:
    (paragraph,) = read_units("ก\n๑) ข\nก) ค\n๒) ง")

    assert [item.text for item in paragraph.items] == ["๑) ข", "๒) ง"]
    assert paragraph.items[0].items[0].label == "ก"


def test_items_go_on_with_the_list_they_belong_to() -> None:
    (paragraph,) = read_units("ก\n(๑) ข\n(ก) ค\n(๑) ง\n(๒) จ\n(ข) ฉ\n(๒) ช")

    assert [item.label for item in paragraph.items] == ["1", "2"]
    assert [item.label for item in paragraph.items[0].items] == ["ก", "ข"]
    assert [item.label for item in paragraph.items[0].items[0].items] == ["1", "2"]


def test_a_section_of_items_alone_has_an_empty_paragraph() -> None:
    (paragraph,) = read_units("(๑) ก\n(๒) ข")

    assert paragraph.text == ""
    assert units_text((paragraph,)) == "(๑) ก\n(๒) ข"


def test_lists_nest_only_so_deep() -> None:
    units = read_units("ก\n" + "(๑) ข\n(ก) ค\n" * 100)
    depth = 0
    while units:
        units, depth = units[-1].items, depth + 1

    assert depth <= 14


def test_repealed_units_are_known() -> None:
    assert Section("5", "๕", read_units("(ยกเลิก)")).is_repealed
    assert not Section("5", "๕", read_units("(ยกเลิก)\nก")).is_repealed
    assert Unit(Kind.PARAGRAPH, "วรรคสาม (ยกเลิก)").is_repealed
    assert Unit(Kind.ITEM, "(๓) (ยกเลิก)", "3").is_repealed
    assert Unit(Kind.DEFINITION, "“ก” (ยกเลิก)", "ก").is_repealed
    assert not Unit(Kind.PARAGRAPH, "ให้ (ยกเลิก)").is_repealed


def test_a_remark_and_a_joined_line_stand_at_the_unit_before() -> None:
    builder = UnitBuilder()
    builder.add("ก")
    builder.add("(๑) ข")
    builder.join("และ (๒)", ("3",))
    builder.add_remark("[ค]")
    (paragraph,) = builder.units()

    assert paragraph.items[0] == Unit(Kind.ITEM, "(๑) ข และ (๒)", "1", notes=("3",), remarks=("[ค]",))


@settings(max_examples=60, deadline=None)
@given(acts())
def test_every_address_names_one_unit_and_every_parent_is_there(act) -> None:
    places = act.places()

    for address, place in places.items():
        assert place.address == address
        assert act.get(address) is place.node
        assert place.parent == "" or place.parent in places
    assert list(act.sections()) == [address for address in places if isinstance(places[address].node, Section)]


@settings(max_examples=30, deadline=None)
@given(acts())
def test_an_act_is_printed_with_or_without_its_footnotes(act) -> None:
    assert "[๑]" not in act_text(act, notes=False)


def test_values_of_the_levels_are_marks_of_addresses() -> None:
    assert {level.value for level in Level} == {"dv", "bk", "t", "ch", "pt", "transitory", "h"}
