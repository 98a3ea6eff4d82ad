"""What Word does to a text: automatic numbers, moves, hidden words, answers to comments; read as it is seen on paper."""

from __future__ import annotations

import io
import zipfile

import pytest

from documents.word.origin import Origin, bookmark, bookmarks, read_origin
from documents.word_back.placed import Why
from documents.word_back.read import Line, WordFile, read_word
from documents.word_back.units import place
from law.editing.edit import Edit, apply_edits
from tests.documents.samples import new_act, old_act
from tests.law.shared_acts import REASON, names, shared_act

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="(%1)"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="thaiLetters"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)


def made(body: str, **parts: str) -> WordFile:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("word/document.xml", f"<w:document {NS}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            root = {"commentsExtended": "w15:commentsEx"}.get(name, f"w:{name}")
            file.writestr(f"word/{name}.xml", f"<{root} {NS}>{content}</{root}>")
    return read_word(held.getvalue())


def run(text: str, kind: str = "t") -> str:
    return f'<w:r><w:{kind} xml:space="preserve">{text}</w:{kind}></w:r>'


def listed(text: str, level: int = 0) -> str:
    number = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr></w:pPr>'
    return f"<w:p>{number}{run(text)}</w:p>"


def texts(file: WordFile) -> list[str]:
    return [line.text for line in file.lines]


def test_numbers_that_word_counts_are_labels():
    body = "".join([listed("ก"), listed("ข", 1), listed("ค", 1), listed("ง"), listed("จ", 1), listed("ฉ", 2)])
    file = made(body, numbering=NUMBERING)
    assert texts(file) == ["(๑) ก", "(ก) ข", "(ข) ค", "(๒) ง", "(ก) จ", "ฉ"]
    assert file.numbered == 5


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<w:p>{run('ก')}<w:ins>{run('ข')}</w:ins><w:del>{run('ค', 'delText')}</w:del></w:p>", ["กข"]),
        (f"<w:p><w:moveFrom>{run('ก')}</w:moveFrom></w:p><w:p><w:moveTo>{run('ก')}</w:moveTo></w:p>", ["", "ก"]),
        (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('ก')}</w:p><w:p>{run('ข')}</w:p>", ["กข"]),
        (f"<w:p>{run('ก')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r></w:p>", ["ก"]),
        (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('ก')}</w:p></w:tc></w:tr></w:tbl>", [""]),
        (f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{run('ก')}</w:p>", ["ก"]),
        (
            f"<w:p>{run('ก')}<mc:AlternateContent><mc:Fallback>{run('ก')}</mc:Fallback></mc:AlternateContent></w:p>",
            ["ก"],
        ),
        (f"<w:p><w:ins>{run('ก')}<w:del>{run('ข', 'delText')}</w:del></w:ins></w:p>", ["ก"]),
        ("<w:p><w:r><w:t>ก</w:t><w:br/><w:t>ข</w:t><w:tab/><w:t>ค</w:t></w:r></w:p>", ["ก\nข ค"]),
    ],
)
def test_all_changes_are_accepted(body, expected):
    assert texts(made(body)) == expected


def test_an_answer_names_the_comment_it_answers():
    def comment(number: int, words: str) -> str:
        return f'<w:comment w:id="{number}" w:author="ก"><w:p w14:paraId="A{number}">{run(words)}</w:p></w:comment>'

    file = made(
        f'<w:p>{run("ก")}<w:commentRangeStart w:id="1"/>{run("ข")}<w:commentRangeEnd w:id="1"/></w:p>',
        comments=comment(1, "ทำไม") + comment(2, "เพราะ"),
        commentsExtended='<w15:commentEx w15:paraId="A2" w15:paraIdParent="A1"/>',
    )
    first, second = file.comments
    assert (first.line, first.start, first.quote) == (0, 1, "ข")
    assert (second.answers, second.line) == ("1", -1)


def test_a_closed_comment_of_libreoffice_answers_nobody():
    """It names the paragraphs of closed comments only, and writes no parent."""
    closed = f'<w:comment w:id="1" w:author="ก"><w:p w14:paraId="01000000">{run("ปิด")}</w:p></w:comment>'
    others = "".join(f'<w:comment w:id="{n}" w:author="ก"><w:p>{run("เปิด")}</w:p></w:comment>' for n in (0, 2))
    file = made(
        f"<w:p>{run('ก')}</w:p>",
        comments=others + closed,
        commentsExtended='<w15:commentEx w15:paraId="01000000" w15:done="1"/>',
    )
    assert [(one.number, one.answers, one.is_done) for one in file.comments] == [
        ("0", "", False),
        ("2", "", False),
        ("1", "", True),
    ]


def test_straight_quotes_and_arabic_digits_do_not_change_a_line():
    line = old_act().sections()["s1"].text
    typed = f"มาตรา 1  {line.replace('“', chr(34)).replace('”', chr(34)).replace('๒๕๕๕', '2555')}"
    placed = place([Line(typed, ((0, bookmark("s1")),))], old_act())
    assert placed.units["s1"].text == line
    assert placed.adapted == 1


def test_a_section_that_begins_like_another_is_told_and_not_taken():
    lines = [
        Line("มาตรา ๕  ก", ((0, bookmark("s5")),)),
        Line("มาตรา ๖ ซ้ำ"),
        Line("วรรคของมาตราที่ซ้ำ"),
        Line("มาตรา ๖  ข", ((0, bookmark("s6")),)),
    ]
    placed = place(lines, old_act())
    assert [(one.why, one.address) for one in placed.unplaced] == [(Why.TAKEN, "s6")]
    assert placed.unplaced[0].text == "มาตรา ๖ ซ้ำ\nวรรคของมาตราที่ซ้ำ"
    assert (placed.units["s5"].text, placed.units["s6"].text) == ("ก", "ข")


def test_a_bookmark_in_a_joined_paragraph_divides_it():
    joined = Line("มาตรา ๕  กมาตรา ๖  ข", ((0, bookmark("s5")), (10, bookmark("s6"))))
    placed = place([joined], old_act())
    assert {address: unit.text for address, unit in placed.units.items()} == {"s5": "ก", "s6": "ข"}


@pytest.mark.parametrize("name", names(400_000) or [pytest.param("", marks=pytest.mark.skip(reason=REASON))])
def test_every_unit_has_a_bookmark_of_its_own_that_word_takes(name):
    act = shared_act(name)
    found = bookmarks(act)
    assert len({key.lower() for key in found}) == len(found)  # Word knows no capitals in them
    assert set(act.sections()) <= set(found.values())
    assert all(len(key) <= 40 and key.replace("_", "").isalnum() for key in found)


def test_an_origin_that_is_not_whole_is_none():
    origin = Origin(7, 2, "a" * 64, "act")
    assert read_origin(dict(origin.properties)) == origin
    for name in ("RangkaeProposal", "RangkaeDraft"):
        assert read_origin(dict(origin.properties) | {name: "x"}) is None
    assert read_origin({}) is None


def test_units_of_an_act_with_an_inserted_section_are_found_by_their_numbers_alone():
    act = apply_edits(new_act(), [Edit("s2/1", "ใหม่", after="s2")])
    lines = [Line(f"{section.heading}  {section.text}") for section in act.sections().values()]
    placed = place(lines, act)
    assert {address: unit.text for address, unit in placed.units.items()} == {
        address: section.text for address, section in act.sections().items()
    }
