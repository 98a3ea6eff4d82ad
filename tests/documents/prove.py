"""`python -m tests.documents.prove`: LibreOffice decides on tracked changes, and Word and Akoma Ntoso come back.

For an act in our own words, the SME Act, a large act and hostile texts: accepting all changes gives the new text,
rejecting all the old; a file that LibreOffice opened, edited and saved comes in with exactly that edit; Akoma Ntoso
gives the same tree. Needs LibreOffice Writer (`make prove` installs it); takes a few minutes.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from documents.akn.act import act_xml
from documents.papers import differences, provenance
from documents.papers.whole_act import consolidated
from documents.printable import TooLong
from documents.word.document import word
from documents.word.origin import Origin
from documents.word_back.read import read_word
from documents.word_back.units import place
from law.act import Act, Section
from law.compare import Comparison, compare_acts
from law.editing.edit import Edit, apply_edits
from law.parse import read_act
from law.readers import text_of
from law.readers.akn_act import own_act
from review.approval import base_text
from tests.documents.libreoffice import LibreOffice, program
from tests.documents.samples import MATTER, compared, decided, footnotes, new_act, noted_and_gone, old_act
from tests.documents.test_akn import SCHEMA, etree, identity
from tests.documents.test_hostile import MARKUP
from tests.documents.word_edits import Editor
from tests.documents.word_trips import ACT, FOUNDED, back, sent
from tests.law.shared_acts import names, shared_act

_LARGEST = 200_000  # characters of the large act; the paper of the whole act is made as far as its limit goes


@dataclass(frozen=True)
class Case:
    """An act before and after."""

    name: str
    old: Act
    new: Act
    comparison: Comparison


def cases() -> Iterator[Case]:
    """Each with a change of words, an item or paragraph added, a section repealed and one inserted."""
    yield Case("invented act", old_act(), new_act(), compared())
    yield _case("a section gone", *noted_and_gone())
    files = names(_LARGEST * 3)
    chosen = dict.fromkeys([*(name for name in files if "sme" in name), *files[-1:]])
    for name in chosen:
        act = shared_act(name)
        yield _case(name, act, apply_edits(act, _edits(act)))
    if not chosen:
        sys.stdout.write("the shared acts are not here (ACTS_DIR): only invented ones\n")
    text = "\n\n".join(f"มาตรา {number}  {one}" for number, one in enumerate(MARKUP, start=1))
    hostile = read_act(f"พระราชบัญญัติทดสอบ พ.ศ. ๒๕๕๐\n\n{text}\n").act
    yield _case("hostile texts", hostile, apply_edits(hostile, _edits(hostile)))


def _case(name: str, old: Act, new: Act) -> Case:
    return Case(name, old, new, compare_acts(old, new))


def _edits(act: Act) -> list[Edit]:
    standing = [address for address, section in act.sections().items() if not section.is_repealed and not section.until]
    first, second, third = (standing[len(standing) * part // 4] for part in (1, 2, 3))
    label = f"{third}/99"
    return [
        Edit(first, act.sections()[first].text.replace("ให้", "ควร", 1) + "\nวรรคที่เพิ่มขึ้น"),
        Edit(second, "(ยกเลิก)"),
        Edit(label, "ข้อความของมาตราที่เพิ่ม", after=third),
    ]


class Prover:
    """Counts what holds, and says what does not."""

    def __init__(self, office: LibreOffice) -> None:
        self._office = office
        self.wrong = 0

    def prove(self, case: Case) -> None:
        self._akoma_ntoso(case)
        self._paper(case, "changes", differences.changes(case.old, case.comparison, MATTER))
        noted = provenance.footnotes(case.old, case.new, case.comparison, MATTER)
        self._paper(case, "act", consolidated(case.old, case.new, case.comparison, MATTER, noted))

    def _akoma_ntoso(self, case: Case) -> None:
        raw = act_xml(case.new, identity(case.new))
        root = etree.fromstring(raw, etree.XMLParser(huge_tree=True))
        self._say(case, "Akoma Ntoso valid", SCHEMA.validate(root), f"{len(raw):,} bytes")
        same = own_act(root) == case.new
        self._say(case, "Akoma Ntoso and back", same, f"{len(case.new.places())} units")
        if same and not case.name.startswith("hostile"):
            self._say(case, "Akoma Ntoso imported", read_act(text_of(raw)).act == read_act_of(case.new), "")

    def _paper(self, case: Case, kind: str, document: object) -> None:
        origin = Origin(1, 1, "0" * 64, kind)
        try:
            docx = word(replace(document, origin=origin.properties))  # type: ignore[type-var]
        except TooLong as refused:
            self._say(case, f"Word {kind}", True, f"not made: {refused.characters:,} characters")
            return
        for accept in (True, False):
            found = self._office.decided(docx, accept=accept)
            what = "accepted" if accept else "rejected"
            self._say(
                case, f"Word {kind}, all {what}", found == decided(docx, accept=accept), f"{len(found)} paragraphs"
            )
            noted = self._office.footnotes(docx, accept=accept)
            self._say(case, f"Word {kind}, footnotes {what}", noted == footnotes(docx, accept=accept), f"{len(noted)}")
        self._back(case, kind, docx)

    def _back(self, case: Case, kind: str, docx: bytes) -> None:
        """Saved again by LibreOffice, untouched, and then with words replaced everywhere."""
        units = place(read_word(docx).lines, case.new).units
        for old, new in (("", ""), ("คณะกรรมการ", "คณะผู้ตรวจ")):
            file = read_word(self._office.edited(docx, old, new))
            found = place(file.lines, case.new)
            wanted = {address: _replaced(case.new, address, old, new) for address in units}
            differing = [address for address, text in wanted.items() if found.units[address].text != text]
            what = f"Word {kind}, {'edited' if old else 'saved'} and back"
            lost = "" if kind == "act" or old else f", {len(found.unplaced)} without a place"
            self._say(case, what, not differing, f"{len(wanted)} units{lost} {differing[:3] or ''}")

    def founded(self) -> None:
        """Chapters and sections typed with changes tracked, saved by LibreOffice, and back as the editor's edits."""
        case = _case("founded", ACT, ACT)
        for behind, lines, edits in FOUNDED:
            editor = Editor(sent())
            for line in reversed(lines):
                editor.insert_after(behind, line)
            trip = back(self._office.edited(editor.save()))
            self._say(case, " ".join(lines), set(trip.edits) == set(edits) and not trip.unplaced, f"{len(edits)} edits")

    def commented(self) -> None:
        """Comments on words and on changed words, saved by LibreOffice: all of them, where they were."""
        case = _case("commented", ACT, ACT)
        editor = Editor(sent())
        for number, words in enumerate(("เก็บขยะ", "ต้องมีท่าเรือ", "ต้องจดทะเบียน"), start=1):
            editor.comment(words, f"ข้อ {number}", number=str(number))
        editor.replace("ต้องมีไฟ", "ต้องมีไฟสองดวง")
        before, after = (
            {(one.text, one.author, one.quote, one.line >= 0) for one in read_word(raw).comments}
            for raw in (editor.save(), self._office.edited(editor.save()))
        )
        self._say(case, "comments saved and back", before == after, f"{len(after)} comments")

    def _say(self, case: Case, what: str, holds: bool, figures: str) -> None:
        self.wrong += not holds
        sys.stdout.write(f"{case.name}: {what}: {'the same' if holds else 'OTHERWISE'} {figures}\n")
        sys.stdout.flush()


def _replaced(act: Act, address: str, old: str, new: str) -> str:
    text = base_text(act, address)
    if isinstance(act.get(address), Section) and text == "(ยกเลิก)":
        return text
    return text.replace(old, new) if old else text


def read_act_of(act: Act) -> Act:
    """The act as its own text is read."""
    from law.act import act_text

    return read_act(act_text(act)).act


def main() -> int:
    """Prove all of them, and say how long it took."""
    if program() is None:
        sys.stderr.write("LibreOffice is not installed: nothing was proven. tools/for-proofs installs it.\n")
        return 2
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        prover = Prover(LibreOffice(Path(name)))
        for case in cases():
            prover.prove(case)
        prover.founded()
        prover.commented()
    sys.stdout.write(f"{prover.wrong} wrong in {time.monotonic() - begun:.0f} s\n")
    return int(prover.wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
