"""Comments of a Word file, put to the words of the draft that is made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from documents.word_back.heads import squeezed
from documents.word_back.placed import Placed, UnitText, Why
from documents.word_back.read import WordFile
from documents.word_back.said import WordComment
from law.act import Act as Tree
from law.act import Section, Unit
from models.proposal import Proposal
from models.review import Comment
from models.user import User
from review.anchors import own_text
from services.reviewing import comments
from services.reviewing.comments import LONGEST_COMMENT, Thread, Where
from services.word.merge import Merged

_LONGEST = LONGEST_COMMENT - 500  # characters, for what a comment from Word begins with


@dataclass(frozen=True, slots=True)
class Incoming:
    """A comment from a file. ``address``, ``quote``, ``start``: its place, as ``reviewing.comments.Where`` has it.

    ``is_known``: it is in the discussion already: sent out with the file, or brought in before. ``thread``: id of the
    first comment of the thread it answers; ``number``, ``answers``: of the file, for what answers a new one.
    ``date`` as the file says it; ``is_done``: it was closed in Word.
    """

    author: str
    text: str
    address: str = ""
    quote: str = ""
    start: int | None = None
    lost_quote: str = ""
    is_known: bool = False
    thread: int | None = None
    number: str = ""
    answers: str = ""
    date: str = ""
    is_done: bool = False

    @property
    def body(self) -> str:
        """With the name of who wrote it in Word, whose account is not known here."""
        quoted = f"\n(ถ้อยคำที่อ้าง: “{self.lost_quote}”)" if self.lost_quote else ""
        return f"จาก Word: {self.author or 'ไม่ระบุชื่อ'}\n{self.text}{quoted}"


def incoming(file: WordFile, placed: Placed, tree: Tree, threads: Sequence[Thread]) -> tuple[Incoming, ...]:
    """Every comment with words in it. ``tree``: the act by the draft to be made."""
    known = _known(threads)
    found = [_incoming(one, file, placed, tree, known) for one in file.comments if one.text]
    held = {one.number: known[key] for one in file.comments if (key := _key(one.author, one.text)) in known}
    return tuple(_answering(one, held) for one in found)


def say(session: Session, user: User, proposal: Proposal, said: Sequence[Incoming]) -> None:
    """Store each where it belongs, in the transaction of the caller: what answers another joins its thread, what was
    closed in Word is closed."""
    held = {one.thread: session.get_one(Comment, one.thread) for one in said if one.thread is not None}
    by_number = {one.number: one for one in said if one.number}
    origins = [_origin(one, by_number) for one in said]
    begun = [one for one, origin in zip(said, origins, strict=True) if origin is one and one.thread is None]
    places = [(one.body, Where(one.address, one.quote, one.start)) for one in begun]
    firsts = dict(zip(map(id, begun), comments.write(session, user, proposal, places), strict=True))
    answers = [
        (held[origin.thread] if origin.thread is not None else firsts[id(origin)], one.body)
        for one, origin in zip(said, origins, strict=True)
        if id(one) not in firsts
    ]
    comments.answer(session, user, proposal, answers)
    closed = [firsts[id(one)] for one in begun if one.is_done]
    comments.mark_resolved(session, user, proposal, closed, resolved=True)


def _origin(one: Incoming, by_number: Mapping[str, Incoming]) -> Incoming:
    """The first of the thread that a comment belongs to, as far as it is new; itself where answers go in a circle."""
    found, passed = one, {one.number}
    while found.thread is None and found.answers in by_number and found.answers not in passed:
        passed.add(found.answers)
        found = by_number[found.answers]
    return found if found.thread is not None or found.answers not in by_number else one


def left_over(merged: Merged, tree: Tree, threads: Sequence[Thread]) -> tuple[Incoming, ...]:
    """What found no place, as comments, so that nothing of the file is lost.

    What is about one unit is one comment, unless it were too long.
    """
    known, said = _known(threads), defaultdict[str, str](str)
    for what, address, text in _pieces(merged):
        said[address if tree.get(address) is not None else ""] += f"{what}ที่ไม่ได้นำเข้า:\n{text}\n"
    cut = ((at, text[start : start + _LONGEST]) for at, text in said.items() for start in range(0, len(text), _LONGEST))
    made = (Incoming("Word", text.strip(), address) for address, text in cut if text.strip())
    return tuple(replace(one, is_known=_key("", one.body) in known) for one in made)


# What is kept as a comment is called in Thai, as all that is stored.
_CALLED = {
    Why.TABLE: "ตารางในไฟล์",
    Why.FOOTNOTE: "เชิงอรรถในไฟล์",
    Why.OBJECT: "รูปภาพหรือวัตถุในไฟล์",
    Why.SIGN: "อักขระพิเศษในไฟล์",
    Why.STRUCK: "การขีดฆ่าถ้อยคำในไฟล์",
    Why.MARGIN: "หัวหรือท้ายกระดาษในไฟล์",
    Why.MOVED: "การย้ายที่ในไฟล์",
}


def _pieces(merged: Merged) -> Iterator[tuple[str, str, str]]:
    """What of the file is no edit: (what it is, address, words)."""
    for piece in merged.unplaced:
        yield _CALLED.get(piece.why, "ข้อความ"), piece.address, piece.text
    for conflict in merged.conflicts:
        if not conflict.taken:
            yield "ข้อความ", conflict.address, conflict.word or "(นำออก)"


def _answering(one: Incoming, held: Mapping[str, int]) -> Incoming:
    return replace(one, thread=held[one.answers]) if one.answers in held else one


def _known(threads: Iterable[Thread]) -> dict[str, int]:
    """The first of its thread, by who said what: as a file that is sent out has it, and as one brought in was kept."""
    found: dict[str, int] = {}
    for thread in threads:
        for comment in (thread.first, *thread.replies):
            quote = thread.first.quote
            said = f"“{quote}”{comment.body}" if quote else comment.body
            found[_key(comment.author.name, said)] = found[_key("", comment.body)] = thread.first.id
    return found


def _key(author: str, said: str) -> str:
    return "\n".join("".join(part.split()) for part in (author, said))


def _incoming(comment: WordComment, file: WordFile, placed: Placed, tree: Tree, known: Mapping[str, int]) -> Incoming:
    address, quote, start = _place(comment, file, placed, tree)
    lost = squeezed(comment.quote or comment.struck) if not quote else ""
    made = Incoming(
        comment.author,
        comment.text,
        address,
        quote,
        start,
        lost_quote="" if lost == own_text(tree, address) or not address else lost,
        number=comment.number,
        date=comment.date,
        is_done=comment.is_done,
        answers=comment.answers,
    )
    is_known = _key(comment.author, comment.text) in known or _key("", made.body) in known
    return replace(made, is_known=is_known)


def _place(comment: WordComment, file: WordFile, placed: Placed, tree: Tree) -> tuple[str, str, int | None]:
    """The unit at the comment's line, and its words there; the section where the line has no unit of its own."""
    address = placed.home(comment.line, comment.start)
    unit = placed.units.get(address)
    if unit is None or tree.get(address) is None:
        return (address if tree.get(address) is not None else ""), "", None
    at = _unit_at(unit, comment, tree)
    words, text = squeezed(comment.quote), own_text(tree, at)
    if not words or words == text or words not in text:
        return at, "", None
    before = squeezed(file.lines[comment.line].text[: comment.start]).count(words)
    start = -1
    for _ in range(before + 1):
        again = text.find(words, start + 1)
        start = again if again >= 0 else start
    return at, words, start


def _unit_at(unit: UnitText, comment: WordComment, tree: Tree) -> str:
    """The unit whose line it is, where the text of the section came in as it stands in the file."""
    section = tree.get(unit.address)
    if not isinstance(section, Section):
        return unit.address
    units = [
        address
        for address, place in tree.places().items()
        if address.startswith(f"{unit.address}.") and isinstance(place.node, Unit) and place.node.text
    ]
    rows = [place for place, (number, _) in enumerate(unit.lines) if number == comment.line]
    if len(units) != len(unit.lines) or not rows:
        return unit.address
    words = squeezed(comment.quote)
    held = (units[row] for row in rows if words in own_text(tree, units[row]))
    return next(held, units[rows[0]])
