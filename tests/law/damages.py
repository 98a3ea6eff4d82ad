"""Generated bills, and each damaged in one place: a word, a digit, a label, a letter, a mark, a paragraph's end.

Seeded, so that a case can be made again. ``changes_nothing`` says, apart from the program, when a damage leaves the
meaning as it was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from law import numerals, words
from law.act import Act
from law.amend import CannotAmend, Commencement, Frame, WordChange, write_bill
from law.amending.words import change_words
from law.proof import prove, told
from tests.law.edits import Editing, random_edit, singles
from tests.law.edits_of_units import sentence
from tests.law.shared_acts import shared_act

_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_LETTERS = "กขคงจชดตถทนบปพมยรลวสหอ"
_OTHER_WORDS = (
    "และ",
    "หรือ",
    "ไม่",
    "มาตรา",
    "วรรค",
    "แห่ง",
    "ให้ยกเลิก",
    "ให้เพิ่ม",
    "ความใน",
    "คณะกรรมการ",
    "รัฐมนตรี",
    "สอง",
    "สาม",
    "นั้น",
    "ของ",
)
_CHANGED_WORDS = ("รัฐมนตรี", "ไม่เกิน", "บาท", "พนักงาน", "ภายใน")
_LABELS = re.compile(
    rf"(?P<word>มาตรา |ข้อ |หมวด |ส่วนที่ |ลักษณะ |ภาค |ฉบับที่ |วรรค|\()(?P<label>{numerals.LABEL_PATTERN}|[ก-ฮ](?=\))|"
    rf"(?<=วรรค){numerals.NUMBER_WORD_PATTERN})"
)
_OTHER_LABELS = ("๑", "๒", "๓", "๗", "๑๒", "๔/๑", "๕ ทวิ", "๓๐/๒")
_SUBJECT = re.compile("กฎหมายว่าด้วย(?:การ)?")


@dataclass(slots=True)
class Sample:
    """A bill with what it is the bill of."""

    told: str
    old: Act
    new: Act
    frame: Frame
    text: str

    def fails(self, text: str) -> bool:
        """Whether another text is no proof of the same."""
        return prove(self.old, self.new, text, self.frame) != ()


def sample(seed: int, acts: tuple[str, ...]) -> Sample | None:
    """A proven bill with a random frame; none where the edits found no place."""
    random = Random(seed)
    name = random.choice(acts)
    editing = random_edit(shared_act(name), random, random.choice([1, 2, 3, 5]))
    if not editing.kinds:
        return None
    frame = random_frame(editing.old, random)
    try:
        if random.random() < 0.3:
            frame = replace(frame, words=(_words_changed(editing),))
        new = editing.new
        text = write_bill(editing.old, new, frame, check_citations=False).text
    except CannotAmend:
        return None
    made = Sample(f"seed {seed} ({name}: {', '.join(editing.kinds)})", editing.old, new, frame, text)
    failures = prove(made.old, made.new, text, frame)
    assert not failures, (made.told, [told(one) for one in failures])
    return made


def _words_changed(editing: Editing) -> WordChange:
    """Words changed throughout the edited act, but for some of the sections that no edit was made in.

    :raises CannotAmend: where they do not stand in the act.
    """
    random = editing.random
    change = WordChange(random.choice(_CHANGED_WORDS), "ตามที่กำหนด")
    change_words(editing.old, [change])
    editing.new = change_words(editing.new, [change])
    before, after = singles(editing.old), singles(editing.new)
    changed = [at for at in after if at in before and at not in editing.touched and after[at].text != before[at].text]
    for address in random.sample(changed, len(changed) // random.choice([2, 4, 9, 1_000])):
        editing.put(editing.new.sections()[address], (before[address],))
    return change


def random_frame(act: Act, random: Random) -> Frame:
    """What a drafter could decide."""
    begins = random.choice([Commencement(), Commencement(days=random.choice([30, 90, 121, 180, 365]))])
    if random.random() < 0.3:
        begins = Commencement(day=date(2027, random.randint(1, 12), random.randint(1, 28)))
    sections = list(act.sections())
    amenders = {}
    if random.random() < 0.3:
        amender = f"พระราชบัญญัติแก้ไขเพิ่มเติมสมมุติ (ฉบับที่ {numerals.thai(random.randint(2, 9))}) พ.ศ. ๒๕{numerals.thai(random.randint(40, 66))}"
        amenders = dict.fromkeys(sections, amender)
    return Frame(
        number=random.choice([None, 2, 3, 11]),
        year=random.choice([None, 2569, 2570]),
        commencement=begins,
        charge=random.choice(["", "รัฐมนตรีว่าการกระทรวงมหาดไทยและรัฐมนตรีว่าการกระทรวงการคลัง"]),
        transitional=tuple(_transitional(random) for _ in range(random.choice([0, 0, 1, 2]))),
        amenders=amenders,
    )


def _transitional(random: Random) -> str:
    """Words that order no amendment: such a section would be read as one, and the bill not proven."""
    return sentence(random).replace("และให้ใช้ความต่อไปนี้แทน", "และให้ประกาศ").replace("ให้ยกเลิก", "ให้งด")


# --- one damage -------------------------------------------------------------------------------------------


def _word(text: str, random: Random) -> str:
    """A word left out, said twice, or another in its place."""
    tokens = words.tokens(text)
    at = random.choice([at for at, token in enumerate(tokens) if any(sign.isalnum() for sign in token)])
    other = random.choice(_OTHER_WORDS)
    tokens[at] = random.choice(["", tokens[at] * 2, other, tokens[at] + other])
    return "".join(tokens)


def _digit(text: str, random: Random) -> str:
    """Another digit, one too many, one too few."""
    at = random.choice([at for at, sign in enumerate(text) if sign in _THAI_DIGITS])
    digit = random.choice(_THAI_DIGITS)
    return text[:at] + random.choice(["", digit, text[at] + digit]) + text[at + 1 :]


def _label(text: str, random: Random) -> str:
    """Another number of a section, chapter, paragraph or item."""
    match = random.choice(list(_LABELS.finditer(text)))
    other = random.choice(_OTHER_LABELS)
    if match["word"] == "วรรค":
        other = numerals.number_words(random.randint(1, 12))
    return text[: match.start("label")] + other + text[match.end("label") :]


def _letter(text: str, random: Random) -> str:
    """A letter, vowel or tone mark left out, or another letter."""
    at = random.choice([at for at, sign in enumerate(text) if "ก" <= sign <= "์"])
    return text[:at] + random.choice(["", random.choice(_LETTERS)]) + text[at + 1 :]


def _mark(text: str, random: Random) -> str:
    """A quotation mark or bracket left out, or one too many."""
    at = random.choice([at for at, sign in enumerate(text) if sign in "“”()"])
    return text[:at] + random.choice(["", text[at] * 2]) + text[at + 1 :]


def _paragraph(text: str, random: Random) -> str:
    """Two paragraphs of a quotation run together."""
    ends = [
        match.start() for match in re.finditer(r"\n\n(?!มาตรา [๐-๙]+  |“|ผู้รับ)", text) if _is_quoted(text, match.start())
    ]
    if not ends:
        return _word(text, random)
    at = random.choice(ends)
    return f"{text[:at]} {text[at + 2 :]}"


def _is_quoted(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


DAMAGES: dict[str, Callable[[str, Random], str]] = {
    "word": _word,
    "digit": _digit,
    "label": _label,
    "letter": _letter,
    "mark": _mark,
    "paragraph": _paragraph,
}


def changes_nothing(text: str, damaged: str, kind: str) -> str:
    """Why a damage leaves the meaning as it was; empty where it does not. These are all:

    ``white space``: the same signs in the same order - as when a word is doubled that is itself, or a digit is put in
    its own place; not where paragraphs of a quotation were run together.
    ``การ``: the law on (การ)X is one law, before the first section, with and without the word that makes it a noun.
    """
    before, after = ("".join(one.split()) for one in (text, damaged))
    if before == after:
        runs_together = kind == "paragraph" and text.count("\n\n") != damaged.count("\n\n")
        return "" if runs_together else "white space"
    if _SUBJECT.sub("กฎหมายว่าด้วย", before, count=1) == _SUBJECT.sub("กฎหมายว่าด้วย", after, count=1):
        return "การ"
    return ""


# --- many -------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Damaged:
    """What came of the cases: how many changed the meaning, by kind; how many did not; which were not seen."""

    cases: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    harmless: Counter[str] = field(default_factory=Counter)
    unseen: list[str] = field(default_factory=list)

    def told(self) -> str:
        """One line."""
        return (
            f"{self.cases} damaged bills, {sum(self.kinds.values())} of other meaning "
            f"({', '.join(f'{kind} {count}' for kind, count in sorted(self.kinds.items()))}), "
            f"{sum(self.harmless.values())} of the same ({dict(self.harmless)}): {len(self.unseen)} unseen"
        )


def damage_many(cases: int, acts: tuple[str, ...], *, first: int = 0, each: int = 12) -> Damaged:
    """That many damages that change the meaning, ``each`` of one bill."""
    made = Damaged()
    for bill in _samples(acts, first):
        random = Random(bill.told)
        for _ in range(each):
            if sum(made.kinds.values()) == cases:
                return made
            _damage(bill, random, made)
    return made


def _samples(acts: tuple[str, ...], first: int) -> Iterator[Sample]:
    seed = first
    while True:
        bill = sample(seed, acts)
        seed += 1
        if bill is not None:
            yield bill


def _damage(bill: Sample, random: Random, made: Damaged) -> None:
    kind = random.choice(list(DAMAGES))
    damaged = DAMAGES[kind](bill.text, random)
    made.cases += 1
    harmless = changes_nothing(bill.text, damaged, kind)
    if harmless:
        made.harmless[harmless] += 1
        return
    made.kinds[kind] += 1
    if not bill.fails(damaged):
        made.unseen.append(f"{bill.told}: {kind}: {_where(bill.text, damaged)}")


def _where(text: str, damaged: str) -> str:
    at = next(at for at, (one, other) in enumerate(zip(text, damaged, strict=False)) if one != other)
    return f"{text[max(0, at - 40) : at + 30]!r} -> {damaged[max(0, at - 40) : at + 30]!r}"
