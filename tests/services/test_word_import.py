"""A file that went out as Word and comes back: what it changes, what it says, and what of it is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from documents.matter import Matter
from documents.model import Note
from documents.papers import differences
from documents.papers.whole_act import consolidated
from documents.word.document import word
from documents.word.origin import Origin
from documents.word_back.placed import Why
from law.editing.edit import Edit
from models.proposal import Proposal
from review.workflow import ActionRefused, State
from services.drafting import comparisons, proposals
from services.drafting.drafts import draft_tree
from services.failures import StaleWrite
from services.people.visibility import last_draft
from services.reviewing import comments
from services.word import importing as word_import
from services.word.importing import NotBrought, WhyNot
from tests.documents.word_edits import Editor, repacked
from tests.services.office import Office, bring_to, propose, write

MATTER = Matter("ข้อเสนอ", "กฎหมาย", "เดิม", "ร่าง", "ร่าง", "0" * 64, date(2026, 11, 23), author="ก")
OLD = "คณะกรรมการมีหน้าที่เสนอแผน"


def the(session: Session, proposal_id: int) -> Proposal:
    return session.get_one(Proposal, proposal_id)


def sent_out(session: Session, proposal_id: int, kind: str = "act", number: int | None = None) -> bytes:
    """The Word file of a draft, as the page of documents makes it."""
    proposal = the(session, proposal_id)
    number = number or proposal.draft_count
    compared = comparisons.compare(session, proposal=proposal, old=0, new=number)
    old, new, marked = compared.old.tree, compared.new.tree, compared.comparison
    if kind == "changes":
        notes: dict[str, tuple[Note, ...]] = {}
        for thread in comments.list_threads(session, proposal=proposal):
            first = thread.first
            note = Note(first.author.name, date(2026, 11, 20), first.body, first.quote)
            notes[first.address] = (*notes.get(first.address, ()), note)
        made = differences.changes(old, marked, MATTER, notes)
    else:
        made = consolidated(old, new, marked if kind == "act" else None, MATTER)
    origin = Origin(proposal_id, number, compared.new.draft.content_hash, kind)
    return word(replace(made, origin=origin.properties))


def look(session: Session, office: Office, proposal_id: int, raw: bytes, **more: object) -> word_import.Brought:
    file = word_import.read_file(raw)
    return word_import.look(session, user=office.owner, proposal=the(session, proposal_id), file=file, **more)


def bring_in(session: Session, office: Office, proposal_id: int, raw: bytes, **more: object) -> word_import.Stored:
    seen = more.pop("seen_draft", the(session, proposal_id).draft_count)
    return word_import.bring_in(session, user=office.owner, proposal_id=proposal_id, raw=raw, seen_draft=seen, **more)


def text(session: Session, proposal_id: int, address: str) -> str:
    section = draft_tree(last_draft(session, the(session, proposal_id))).get(address)
    return section.text if section is not None else ""


@pytest.fixture
def proposal_id(session: Session, office: Office) -> int:
    return bring_to(session, office, State.DRAFT)


@pytest.mark.parametrize("kind", ["changes", "act", "clean"])
def test_a_file_that_nobody_touched_changes_nothing(session, office, proposal_id, kind):
    raw = sent_out(session, proposal_id, kind)
    found = look(session, office, proposal_id, raw)
    assert (found.edits, found.merged.conflicts, found.merged.unplaced, found.merged.missing) == ((), (), (), ())
    assert found.brings_nothing
    with pytest.raises(NotBrought) as refused:
        bring_in(session, office, proposal_id, raw)
    assert refused.value.why is WhyNot.NOTHING_NEW


@pytest.mark.parametrize("kind", ["changes", "act", "clean"])
@pytest.mark.parametrize("tracked", [True, False])
def test_changed_words_are_the_next_draft(session, office, proposal_id, kind, tracked):
    editor = Editor(sent_out(session, proposal_id, kind))
    editor.replace("เสนอแผน", "เสนอแผนและงบประมาณ 2 ปี", tracked=tracked)
    raw = editor.save()
    found = look(session, office, proposal_id, raw)
    assert [section.address for section in found.comparison.sections] == ["s5"]
    stored = bring_in(session, office, proposal_id, raw)
    assert (stored.draft.number, stored.is_new, stored.count) == (2, True, 0)
    assert text(session, proposal_id, "s5") == f"{OLD}และงบประมาณ ๒ ปี"
    assert stored.draft.author_id == office.owner.id
    assert stored.draft.note.startswith("นำเข้าจาก Word")
    assert ("ทนาย <นอก>" in stored.draft.note) is tracked


def test_items_and_paragraphs_come_and_go(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id))
    editor.insert_after("(๒) ปลัดกระทรวง", '(๒/๑) ผู้แทน "สภา" เป็นกรรมการ')
    editor.delete("(๓) ผู้แทนช่างทอ")
    bring_in(session, office, proposal_id, editor.save())
    lines = text(session, proposal_id, "s4").split("\n")
    assert lines[2:] == ["(๒) ปลัดกระทรวง เป็นกรรมการ", "(๒/๑) ผู้แทน “สภา” เป็นกรรมการ"]


def test_a_new_section_stands_where_it_was_written(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id))
    editor.insert_after("เสนอแผน", "มาตรา 5/1 ให้คณะกรรมการทำรายงาน")
    bring_in(session, office, proposal_id, editor.save())
    assert text(session, proposal_id, "s5/1") == "ให้คณะกรรมการทำรายงาน"
    assert Edit("s5/1", "ให้คณะกรรมการทำรายงาน", "s5").address in [
        edit["address"] for edit in last_draft(session, the(session, proposal_id)).edits
    ]


def test_a_section_taken_out_of_the_whole_act_is_repealed(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id, "clean"))
    editor.delete("มาตรา ๖")
    bring_in(session, office, proposal_id, editor.save())
    assert text(session, proposal_id, "s6") == "(ยกเลิก)"


def test_a_section_taken_out_of_the_paper_of_changes_stays_and_is_told(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id, "changes"))
    for words in ("มาตรา ๕", "เสนอแผน"):
        editor.delete(words)
    found = look(session, office, proposal_id, editor.save())
    assert found.merged.missing == ("s5",)
    assert found.edits == ()


def test_the_name_of_a_chapter_can_be_changed(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id))
    there = editor.paragraph("หมวด ๑").getnext()
    assert editor.text(there) == "คณะกรรมการ"
    there.find(".//{*}t").text = "คณะกรรมการส่งเสริม"
    found = look(session, office, proposal_id, editor.save())
    assert [edit.text for edit in found.edits if edit.address == "ch1"] == ["คณะกรรมการส่งเสริม"]


def test_without_bookmarks_the_numbers_of_sections_say_where_a_line_belongs(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id, "clean"))
    for name in ("bookmarkStart", "bookmarkEnd"):
        for mark in list(editor.document.iter(f"{{*}}{name}")):
            mark.getparent().remove(mark)
    editor.replace("กึ่งหนึ่ง", "สองในสาม")

    def anonymous(parts: dict[str, bytes]) -> None:
        del parts["docProps/custom.xml"]

    found = look(session, office, proposal_id, editor.save(anonymous))
    assert found.origin is None
    assert [section.address for section in found.comparison.sections] == ["s6"]
    assert found.merged.missing == ()


def test_comments_come_to_their_words_with_the_name_from_word(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id))
    editor.comment("ปลัดกระทรวง", "กระทรวงใด\nโปรดระบุ")
    stored = bring_in(session, office, proposal_id, editor.save())
    assert (stored.is_new, stored.count) == (False, 1)
    (thread,) = comments.list_threads(session, proposal=the(session, proposal_id))
    assert thread.first.body == "จาก Word: ทนาย <นอก>\nกระทรวงใด\nโปรดระบุ"
    assert (thread.first.address, thread.first.quote) == ("s4.p1.i2", "ปลัดกระทรวง")
    assert thread.first.author.name == "เจ้าของ"
    with pytest.raises(NotBrought) as twice:
        bring_in(session, office, proposal_id, editor.save())
    assert twice.value.why is WhyNot.NOTHING_NEW


def test_comments_that_went_out_do_not_come_in_again(session, office, proposal_id):
    where = comments.Where("s5.p1", "เสนอแผน")
    comments.add(session, user=office.owner, proposal_id=proposal_id, body="แผนใด", seen_draft=1, where=where)
    editor = Editor(sent_out(session, proposal_id, "changes"))
    assert [one.is_known for one in look(session, office, proposal_id, editor.save()).comments] == [True]
    editor.comment("เสนอแผน", "แผนปี", number="77")
    found = look(session, office, proposal_id, editor.save())
    assert [one.text for one in found.new_comments] == ["แผนปี"]


def test_what_stands_nowhere_is_told_and_kept_as_a_comment(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id))
    editor.replace("พระราชบัญญัติส่งเสริมการทอผ้าชุมชน", "พระราชบัญญัติการทอผ้า")
    found = look(session, office, proposal_id, editor.save())
    assert [one.why for one in found.merged.unplaced] == [Why.PART]
    bring_in(session, office, proposal_id, editor.save())
    (thread,) = comments.list_threads(session, proposal=the(session, proposal_id))
    assert "พระราชบัญญัติการทอผ้า" in thread.first.body


def test_what_was_written_into_the_head_of_the_paper_is_told(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id))
    editor.replace("สถานะ", "ขอหารือ")
    found = look(session, office, proposal_id, editor.save())
    assert [one.why for one in found.merged.unplaced] == [Why.BEFORE]


def test_a_number_that_was_changed_is_told(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id, "clean"))
    editor.replace("มาตรา ๖", "มาตรา ๖๐")
    found = look(session, office, proposal_id, editor.save())
    assert [(one.why, one.address) for one in found.merged.unplaced] == [(Why.NUMBER, "s6")]
    assert found.edits == ()


def test_an_older_file_is_merged_and_what_both_changed_a_person_decides(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id))
    editor.replace("เสนอแผน", "เสนอแผนของ Word")
    editor.replace("กึ่งหนึ่ง", "สองในสาม")
    write(session, office.owner, proposal_id, "คณะกรรมการมีหน้าที่อื่น")
    raw = editor.save()
    found = look(session, office, proposal_id, raw)
    assert found.is_stale
    assert [(one.address, one.word, one.now) for one in found.merged.conflicts] == [
        ("s5", "คณะกรรมการมีหน้าที่เสนอแผนของ Word", "คณะกรรมการมีหน้าที่อื่น")
    ]
    assert [section.address for section in found.comparison.sections] == ["s6"]
    bring_in(session, office, proposal_id, raw)
    assert text(session, proposal_id, "s5") == "คณะกรรมการมีหน้าที่อื่น"
    (thread,) = comments.list_threads(session, proposal=the(session, proposal_id))
    assert (thread.first.address, "เสนอแผนของ Word" in thread.first.body) == ("s5", True)
    bring_in(session, office, proposal_id, raw, taken={"s5"})
    assert text(session, proposal_id, "s5") == "คณะกรรมการมีหน้าที่เสนอแผนของ Word"
    assert text(session, proposal_id, "s6").endswith("สองในสาม")


def test_a_file_of_another_proposal_or_text_is_refused(session, office, proposal_id):
    other = propose(session, office, title="อื่น")
    write(session, office.owner, other, "อีกอย่าง")
    raw = sent_out(session, other)

    def forged(parts: dict[str, bytes]) -> None:
        held = parts["docProps/custom.xml"].decode().replace(f">{other}<", f">{proposal_id}<")
        parts["docProps/custom.xml"] = held.encode()

    for file in (raw, repacked(raw, forged)):
        with pytest.raises(NotBrought) as refused:
            look(session, office, proposal_id, file)
        assert refused.value.why is WhyNot.FOREIGN


def test_words_that_are_in_no_draft_yet_are_never_written_over(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id))
    editor.replace("เสนอแผน", "ก")
    seen = proposals.working_text(session, user=office.owner, proposal=the(session, proposal_id)).revision
    proposals.save_working_copy(
        session, user=office.owner, proposal_id=proposal_id, seen_revision=seen, edits=[Edit("s5", "กำลังเขียน")]
    )
    with pytest.raises(NotBrought) as refused:
        bring_in(session, office, proposal_id, editor.save())
    assert refused.value.why is WhyNot.UNSAVED


def test_only_authors_bring_in_and_only_while_they_write(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id))
    editor.replace("เสนอแผน", "ก")
    with pytest.raises(ActionRefused):
        word_import.bring_in(session, user=office.secretary, proposal_id=proposal_id, raw=editor.save(), seen_draft=1)
    submitted = bring_to(session, office, State.SUBMITTED)
    raw = sent_out(session, submitted)
    for user in (office.reviewers[0], office.secretary, office.reader, office.admin):
        with pytest.raises(ActionRefused):
            word_import.bring_in(session, user=user, proposal_id=submitted, raw=raw, seen_draft=1)


def test_what_was_looked_at_is_what_comes_in(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id))
    editor.replace("กึ่งหนึ่ง", "สองในสาม")
    write(session, office.owner, proposal_id, "อีกอย่าง")
    with pytest.raises(StaleWrite):
        bring_in(session, office, proposal_id, editor.save(), seen_draft=1)
    assert the(session, proposal_id).draft_count == 2


def test_a_proposal_without_a_draft_takes_no_file(session, office, proposal_id):
    empty = propose(session, office)
    with pytest.raises(NotBrought) as refused:
        look(session, office, empty, sent_out(session, proposal_id))
    assert refused.value.why is WhyNot.NO_DRAFT
