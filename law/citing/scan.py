"""Citations in one unit's line, as words: their steps and spans, and the law that qualifies each list of them."""

from __future__ import annotations

import re

from law.act import ITEM_LABEL, label_kind
from law.citing import atoms, laws
from law.citing.atoms import RANK, Atom, Step
from law.citing.cited import Citation, Scanned

_NO_CITATION = re.compile(r"วรรคหนึ่งวรรคใด|มาตราหนึ่งมาตราใด")
# Words before a bare (๒) that make it a citation and no enumerator.
_CITING = re.compile(
    r"(?:ตาม|ใน|นอกจาก|เว้นแต่|แห่ง|ของ|ความ|กรณี|ตั้งแต่|ถึง|และ|หรือ|กับ|อนุมาตรา|ระบุใน|จาก|บังคับ|วรรค\S{2,8})\s?$"
)
_NEAR = 60  # characters looked at before a citation
_FOREIGN_CLAUSE = re.compile(r"[0-9๐-๙/.]+\s?$")
_OF_CLAUSE = re.compile(r"ข้อ\s?[0-9๐-๙/.]+\s?$")  # ข้อ ๑๑ วรรคเจ็ด: of a treaty, where the text's own are sections
_LISTING = re.compile(r"(?:และ|หรือ|กับ|ถึง)\s?$")
_QUALIFIES = re.compile(r"\s?(?:(?:วรรค\S+|ข้อ\s?[0-9๐-๙]+\s)?(?:แห่ง|ของ|ใน)(?:ภาค\S* \S+ )?(?:บทบัญญัติแห่ง)?)?\s?")
_EXCEPT = re.compile(r"\s?(?:ยกเว้น|นอกจาก|เว้นแต่|เฉพาะ)(?:ความใน|ตาม|ใน)?\s?")
# ``ยกเว้น ก. คุณสมบัติตาม (๓) … และ ข. ลักษณะต้องห้ามตาม (๑)``: items under the letters that divide a section.
_UNDER_LETTER = re.compile(r"\s?(?:ยกเว้น|เว้นแต่|เฉพาะ|และ|หรือ)\s?(?=[ก-ฮ]\.)")
_LETTER_TITLE = re.compile(r"[ก-ฮ]\.\s?[^\s()0-9๐-๙]{0,60}?(?:ตาม|ใน)?\s?(?=\()")
_UNDER = re.compile(r"\s?ตาม\s?(?=พระราช|ประมวล|รัฐธรรมนูญ)")


def scan(text: str, *, section_word: str = "มาตรา", sibling_labels: frozenset[str] = frozenset()) -> Scanned:
    """What ``text`` (one unit's canonical line) cites.

    ``section_word``: ``ข้อ`` in regulations, whose sections are so called. ``sibling_labels``: labels of items in the
    section, which a bare ``(๒)`` may name without a word such as ``ตาม`` before it.
    """
    named = laws.find_all(text)
    reader = _Reader(text, section_word, sibling_labels, named)
    reader.read()
    used = {(law.start, law.end) for law in reader.qualifying}
    standing = tuple(law for law in named if law.name and not law.said and (law.start, law.end) not in used)
    return Scanned(tuple(reader.citations), standing)


class _Reader:
    """Walks over the line once, reading one list of citations at a time."""

    def __init__(self, text: str, section_word: str, labels: frozenset[str], named: list[laws.LawName]) -> None:
        self.text = text
        self.section_word = section_word
        self.labels = labels
        self.named = named
        self.citations: list[Citation] = []
        self.qualifying: list[laws.LawName] = []

    def read(self) -> None:
        label = ITEM_LABEL.match(self.text)
        position = label.end() if label else 0
        body = position
        while (atom := atoms.find(self.text, position)) is not None:
            inside = self._name_around(atom)
            if inside is not None or not self._is_citation(atom, body):
                position = inside.end if inside is not None else atom.end
                continue
            chain = self._chain(atom)
            position = self._qualify(chain)
            self.citations += chain

    def _name_around(self, atom: Atom) -> laws.LawName | None:
        if atom.step is Step.SCHEDULE:
            return None
        return next((law for law in self.named if law.start < atom.start < law.end), None)

    def _is_citation(self, atom: Atom, body: int) -> bool:
        if _NO_CITATION.match(self.text, atom.start):
            return False
        if atom.word == "ข้อ":
            return self.section_word == "ข้อ"
        if atom.step is Step.PARAGRAPH and self.section_word != "ข้อ":
            return _OF_CLAUSE.search(self.text, max(body, atom.start - _NEAR), atom.start) is None
        if atom.step is not Step.ITEM or atom.label == atoms.THIS:
            return True
        if self.text.startswith("อนุมาตรา", atom.start):
            return True
        before = self.text[max(body, atom.start - _NEAR) : atom.start]
        if not before.strip() or _FOREIGN_CLAUSE.search(before):
            return False
        return atom.label in self.labels or bool(_CITING.search(before))

    # --- one list ---

    def _chain(self, first: Atom) -> list[Citation]:
        listing = bool(_LISTING.search(self.text, max(0, first.start - _NEAR), first.start))
        chain = [Citation([first], first.start, first.end, weak=listing)]
        while True:
            current = chain[-1]
            if self._upward(chain):
                continue
            found = self._next(current)
            if found is None and (under_letter := self._under_letter(current)) is not None:
                chain.append(under_letter)
                continue
            if found is None and (left_out := self._left_out(current)) is not None:
                chain.append(Citation([*_above_items(current.steps), left_out], left_out.start, left_out.end))
                continue
            if found is None:
                return chain
            atom, joined_by_space, through, again = found
            if joined_by_space and self._descends(current, atom):
                current.steps.append(atom)
                current.end = atom.end
                continue
            context = [] if again or atom.step is Step.SECTION else _context(current.steps, atom)
            chain.append(Citation([*context, atom], atom.start, atom.end, through, again=again))

    def _next(self, current: Citation) -> tuple[Atom, bool, bool, bool] | None:
        """The atom that goes on with the list: with whether only a space stands between, ``ถึง``, a repeated ตาม."""
        space = atoms.SPACE.match(self.text, current.end)
        after_space = space.end() if space else current.end
        atom = self._atom_at(after_space)
        if atom is None and current.steps[-1].step is Step.SECTION:
            atom = atoms.lettered(self.text, after_space)
            listed = atoms.listed_section(self.text, current.steps[-1], after_space)
            if listed is not None:
                return listed, False, False, False
        if atom is not None:
            return atom, True, False, False
        joint = atoms.LIST.match(self.text, current.end)
        if joint is None:
            return None
        atom = self._atom_at(joint.end())
        if atom is None and current.steps[-1].step is Step.DEFINITION:
            atom = atoms.bare_definition(self.text, joint.end())
        if atom is None and current.steps[-1].step in (Step.SECTION, Step.PARAGRAPH, Step.ITEM) and not joint["again"]:
            section = any(step.step is Step.SECTION for step in current.steps)
            atom = atoms.bare_section(self.text, joint.end()) if section else None
        if atom is None and self.text.startswith("อนุมาตรา", current.steps[-1].start):
            atom = atoms.bare_item(self.text, joint.end())
        return (atom, False, bool(joint["through"]), bool(joint["again"])) if atom else None

    def _left_out(self, current: Citation) -> Atom | None:
        """``มาตรา ๙๘ ยกเว้น (๓)``: an item of the section that is named right before."""
        joint = _EXCEPT.match(self.text, current.end)
        atom = self._atom_at(joint.end()) if joint and current.names_section else None
        return atom if atom and atom.step is Step.ITEM else None

    def _under_letter(self, current: Citation) -> Citation | None:
        """``มาตรา ๑๐๘ ยกเว้น ก. คุณสมบัติตาม (๓)``: the item under that letter of the section named before."""
        joint = _UNDER_LETTER.match(self.text, current.end)
        title = _LETTER_TITLE.match(self.text, joint.end()) if joint else None
        item = self._atom_at(title.end()) if title else None
        sections = [atom for atom in current.steps if atom.step is Step.SECTION]
        if title is None or item is None or item.step is not Step.ITEM or not sections:
            return None
        letter = Atom(Step.PARAGRAPH, title[0][0], title.start(), title.start() + 1)
        return Citation([*sections, letter, item], item.start, item.end)

    def _atom_at(self, position: int) -> Atom | None:
        atom = atoms.at(self.text, position)
        if atom is None or _NO_CITATION.match(self.text, position):
            return None
        if atom.word == "ข้อ" and self.section_word != "ข้อ":
            return None
        return atom

    def _descends(self, current: Citation, atom: Atom) -> bool:
        last = current.steps[-1]
        if atom.step is Step.DIVISION and last.step is Step.DIVISION:
            return _division_rank(atom) > _division_rank(last)
        if atom.step is Step.ITEM and last.step is Step.ITEM:
            kinds = {label_kind(label) for label in current.items}
            return label_kind(atom.label) not in kinds
        if last.step in (Step.SCHEDULE, Step.DIVISION, Step.DEFINITION) and atom.step is not Step.ITEM:
            return False
        return RANK[atom.step] > RANK[last.step]

    def _upward(self, chain: list[Citation]) -> bool:
        """``(๒) ของวรรคหนึ่งของมาตรา ๖``: the coarser words follow; they hold for the list that waits for them."""
        current = chain[-1]
        joint = atoms.UPWARD.match(self.text, current.end)
        atom = self._atom_at(joint.end()) if joint else None
        if atom is None:
            return False
        same_division = atom.step is Step.DIVISION and current.steps[0].step is Step.DIVISION
        coarser = RANK[atom.step] < RANK[current.steps[0].step]
        if not (coarser or (same_division and _division_rank(atom) < _division_rank(current.steps[0]))):
            return False
        outer = [atom]
        end = atom.end
        while (inner := self._finer(outer, end)) is not None:
            outer.append(inner)
            end = inner.end
        for citation in reversed(chain):
            if RANK[citation.steps[0].step] <= RANK[atom.step] and not same_division:
                break
            citation.steps = [*outer, *citation.steps]
        current.end = end
        return True

    def _finer(self, outer: list[Atom], end: int) -> Atom | None:
        space = atoms.SPACE.match(self.text, end)
        atom = self._atom_at(space.end()) if space else None
        return atom if atom and RANK[atom.step] > RANK[outer[-1].step] else None

    # --- the law that qualifies a list ---

    def _qualify(self, chain: list[Citation]) -> int:
        """Give every citation of the list the law named behind or right before it; returns where to go on."""
        end = chain[-1].end
        after = self._law_after(end)
        law = after or self._law_before(chain[0])
        if law is None or chain[0].steps[0].step is Step.SCHEDULE:
            return end
        self.qualifying.append(law)
        anew = [place for place, citation in enumerate(chain) if citation.again]
        for citation in chain[anew[-1] if after and anew else 0 :]:
            citation.law = law
        return max(end, law.end)

    def _law_after(self, end: int) -> laws.LawName | None:
        for joint in (_QUALIFIES.match(self.text, end), _UNDER.match(self.text, end)):
            law = laws.at(self.text, joint.end()) if joint and joint[0].strip() else None
            if law is not None:
                return law
        return None

    def _law_before(self, first: Citation) -> laws.LawName | None:
        """``ประมวลกฎหมายอาญา มาตรา ๑๑๒``: only a name right before, with a space at most."""
        joints = ("", "เฉพาะ", "เฉพาะใน", *(["ใน"] if first.steps[0].step is Step.DIVISION else []))
        for law in self.named:
            between = self.text[law.end : first.start].strip() if law.end <= first.start else None
            if law.name and not law.said and between in joints:
                return law
        return None


_DIVISION_ORDER = ("ภาค", "บรรพ", "ลักษณะ", "หมวด", "ส่วน")


def _division_rank(atom: Atom) -> int:
    word = next((word for word in _DIVISION_ORDER if atom.word.startswith(word)), "")
    return _DIVISION_ORDER.index(word) if word else -1


def _above_items(steps: list[Atom]) -> list[Atom]:
    return [step for step in steps if step.step is not Step.ITEM]


def _context(steps: list[Atom], atom: Atom) -> list[Atom]:
    """What a list's next member inherits: the coarser steps of the one before."""
    if atom.step is Step.ITEM:
        kind = label_kind(atom.label)
        kept: list[Atom] = []
        for step in steps:
            if step.step is Step.ITEM and label_kind(step.label) == kind:
                return kept
            kept.append(step)
        above = _above_items(kept)
        return above if len(above) < len(kept) else []
    finest = steps[-1]
    if RANK[finest.step] < RANK[atom.step]:
        return []
    return [step for step in steps if RANK[step.step] < RANK[atom.step]]
