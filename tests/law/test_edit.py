import pytest

from law.act import Act, Division, Level, Section, read_units
from law.amend import write_bill
from law.editing.edit import Edit, EditError, apply_edits, canonical
from law.editing.edits import edits_between
from law.editing.numbering import insert_item, propose_division, propose_label
from law.proof import prove


def section(label: str, written: str, text: str) -> Section:
    return Section(label, written, read_units(text))


@pytest.fixture
def act() -> Act:
    chapter = Division(
        Level.CHAPTER,
        "หมวด",
        "1",
        "๑",
        "กรรมการ",
        (section("2", "๒", "ให้มีกรรมการ\n(๑) ประธาน\n(๒) รองประธาน"), section("3", "๓", "ประชุม")),
    )
    last = Division(Level.TRANSITORY, "บทเฉพาะกาล", children=(section("5bis", "๕ ทวิ", "ปลาย"),))
    return Act("พระราชบัญญัติทดลอง", (section("1", "๑", "ชื่อ"), chapter, last))


def test_a_replaced_section_keeps_its_place_and_label(act: Act) -> None:
    edited = apply_edits(act, [Edit("s2", "ให้มีกรรมการ\n(๑) ประธาน")])
    assert list(edited.sections()) == ["s1", "s2", "s3", "s5bis"]
    assert edited.sections()["s2"].text == "ให้มีกรรมการ\n(๑) ประธาน"
    assert act.sections()["s2"].text.endswith("รองประธาน")


def test_an_inserted_section_follows_the_one_it_was_put_after(act: Act) -> None:
    edited = apply_edits(act, [Edit("s2/1", "ใหม่", after="s2"), Edit("s2/2", "ใหม่อีก", after="s2/1")])
    assert list(edited.sections()) == ["s1", "s2", "s2/1", "s2/2", "s3", "s5bis"]
    assert edited.sections()["s2/1"].heading == "มาตรา ๒/๑"


def test_a_heading_is_edited_by_its_address(act: Act) -> None:
    chapter = apply_edits(act, [Edit("ch1", "คณะกรรมการ")]).get("ch1")
    assert isinstance(chapter, Division)
    assert chapter.title == "คณะกรรมการ"


def test_a_repealed_section_stays_as_a_mark(act: Act) -> None:
    assert apply_edits(act, [Edit("s3", "(ยกเลิก)")]).sections()["s3"].is_repealed


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (Edit("s9", "ใหม่"), EditError.MISSING),
        (Edit("s2", "ใหม่", after="s1"), EditError.EXISTS),
        (Edit("s9", "ใหม่", after="s8"), EditError.NO_PLACE),
        (Edit("s2.p1", "ใหม่"), EditError.MISSING),
        (Edit("s2", "  \n "), EditError.EMPTY),
    ],
)
def test_an_edit_that_does_not_fit_is_named(act: Act, edit: Edit, reason: str) -> None:
    with pytest.raises(EditError) as refusal:
        apply_edits(act, [edit])
    assert refusal.value.reason == reason
    assert refusal.value.address == edit.address


@pytest.mark.parametrize(("after", "label"), [("s1", "1/1"), ("s2", "2/1"), ("s5bis", "5ter")])
def test_labels_are_proposed_without_renumbering(act: Act, after: str, label: str) -> None:
    assert propose_label(act, after) == label


def test_a_proposed_label_goes_on_after_inserted_ones(act: Act) -> None:
    edited = apply_edits(act, [Edit("s2/1", "ใหม่", after="s2")])
    assert propose_label(edited, "s2") == "2/2"
    assert propose_label(edited, "s2/1") == "2/2"


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("ให้มี\n(๑) ก\n(๒) ข", 2, "ให้มี\n(๑) ก\n(๒) ข\n(๓) "),
        ("ให้มี\n(๑) ก\n(๒) ข", 1, "ให้มี\n(๑) ก\n(๑/๑) \n(๒) ข"),
        ("ให้มี\n(๑) ก\n(๑/๑) ค\n(๒) ข", 1, "ให้มี\n(๑) ก\n(๑/๒) \n(๑/๑) ค\n(๒) ข"),
        ("ให้มี", 0, "ให้มี\n(๑) "),
        ("ให้มี\n(ก) x", 1, "ให้มี\n(ก) x\n(ข) "),
        ("หนึ่ง\n(๑) ก\nสอง\n(๑) ข\n(๒) ค", 1, "หนึ่ง\n(๑) ก\n(๒) \nสอง\n(๑) ข\n(๒) ค"),
    ],
)
def test_an_inserted_item_gets_the_next_free_label(text: str, after: int, expected: str) -> None:
    assert insert_item(text, after) == expected


def test_typed_text_becomes_canonical() -> None:
    assert canonical("  หนึ่ง   สอง \n\n (๑)  ก\n") == "หนึ่ง สอง\n(๑) ก"


def test_a_chapter_is_inserted_with_its_sections(act: Act) -> None:
    edits = [
        Edit("ch1/1", "กองทุน", after="ch1"),
        Edit("s3/1", "ให้มีกองทุน", after="ch1/1"),
        Edit("s3/2", "ใช้เงิน", after="s3/1"),
    ]
    edited = apply_edits(act, edits)
    chapter = edited.get("ch1/1")
    assert isinstance(chapter, Division)
    assert (chapter.heading, chapter.title) == ("หมวด ๑/๑", "กองทุน")
    assert list(edited.places()) == [
        *("s1", "s1.p1", "ch1", "s2", "s2.p1", "s2.p1.i1", "s2.p1.i2", "s3", "s3.p1"),
        *("ch1/1", "s3/1", "s3/1.p1", "s3/2", "s3/2.p1", "transitory", "s5bis", "s5bis.p1"),
    ]
    assert edits_between(act, edited) == tuple(edits)
    assert prove(act, edited, write_bill(act, edited).text) == ()


@pytest.mark.parametrize(
    "edit",
    [
        Edit("ch1.pt1", "ชื่อ", after="s1"),
        Edit("pt1", "ชื่อ", after="ch1"),
        Edit("dv1", "ชื่อ", after="ch1"),
        Edit("ch1", "ชื่อ", after="s3"),
    ],
)
def test_a_division_stands_where_its_address_says(act: Act, edit: Edit) -> None:
    with pytest.raises(EditError) as refusal:
        apply_edits(act, [edit])
    assert refusal.value.address == edit.address


HEADINGS = [
    (Edit("ch1.pt1", "ชื่อ", after="ch1"), ["s1", "ch1", "ch1.pt1", "s2", "s3", "transitory", "s5bis"]),
    (Edit("ch1.pt1", "ชื่อ", after="s2"), ["s1", "ch1", "s2", "ch1.pt1", "s3", "transitory", "s5bis"]),
    (Edit("ch1/1", "ชื่อ", after="s2"), ["s1", "ch1", "s2", "ch1/1", "s3", "transitory", "s5bis"]),
    (Edit("ch2", "ชื่อ", after="ch1"), ["s1", "ch1", "s2", "s3", "ch2", "transitory", "s5bis"]),
    (Edit("ch2", "ชื่อ", after="s5bis"), ["s1", "ch1", "s2", "s3", "transitory", "s5bis", "ch2"]),
    (Edit("t1", "ชื่อ", after="s1"), ["s1", "t1", "t1.ch1", "s2", "s3", "transitory", "s5bis"]),
]


@pytest.mark.parametrize(("edit", "order"), HEADINGS)
def test_a_heading_is_put_into_the_text(act: Act, edit: Edit, order: list[str]) -> None:
    edited = apply_edits(act, [edit])
    assert [address for address in edited.places() if ".p" not in address or ".pt" in address] == order
    assert edits_between(act, edited) == (edit,)


def test_a_heading_holds_what_follows_down_to_the_next_of_its_level(act: Act) -> None:
    parted = apply_edits(act, [Edit("ch1/1", "ประชุม", after="s2")])
    assert parted.places()["s2"].parent == "ch1"
    assert parted.places()["s3"].parent == "ch1/1"
    assert parted.get("s2") == act.get("s2")


def test_the_number_of_a_new_division_is_proposed(act: Act) -> None:
    assert propose_division(act, "ch1") == "ch2"
    more = apply_edits(act, [Edit("ch2", "กองทุน", after="ch1")])
    assert propose_division(more, "ch1") == "ch1/1"
    more = apply_edits(more, [Edit("ch1/1", "กองทุน", after="ch1")])
    assert propose_division(more, "ch1") == propose_division(more, "ch1/1") == "ch1/2"
    assert propose_division(act, "s1") == ""
    assert propose_division(act, "s1", Level.CHAPTER) == ""  # no number before ๑
    assert propose_division(act, "s1", Level.TITLE) == "t1"
    assert propose_division(act, "s2", Level.PART) == propose_division(act, "ch1", Level.PART) == "ch1.pt1"
    assert propose_division(act, "s2", Level.CHAPTER) == "ch2"
    parted = apply_edits(act, [Edit("ch1/1", "กลาง", after="s2")])
    assert propose_division(parted, "s1", Level.PART) == "pt1"
    assert propose_division(apply_edits(parted, [Edit("s2/1", "ก", "s2")]), "s2", Level.CHAPTER) == ""  # none between
