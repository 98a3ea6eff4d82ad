"""How a board decides: its quorum, its majority, the casting vote, and the section of the act that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from law import numerals
from law.act import Act, Kind
from law.boards.model import Board
from law.boards.read import read_boards

_N = rf"(?:{numerals.NUMBER_WORD_PATTERN}|[0-9๐-๙]+)"
_LEAST = r"(?:ไม่น้อยกว่า|อย่างน้อย|ไม่ต่ำกว่า|เป็นจำนวนไม่น้อยกว่า|ตั้งแต่)"
_MORE = r"(?:เกินกว่า|เกิน|มากกว่า)"
_SHARE = rf"(?P<half>กึ่งหนึ่ง|กึ่งจำนวน|ครึ่งหนึ่ง)|(?P<top>{_N})\s?ใน\s?(?P<bottom>{_N})"
_THRESHOLD = re.compile(
    rf"(?:(?P<least>{_LEAST})|(?P<more>{_MORE}))?\s?(?:จำนวน\s?)?"
    rf"(?:{_SHARE}|(?P<number>{_N})\s?(?:คน|นาย|ท่าน|รูป))"
)
_QUORUM = re.compile(r"องค์ประชุม")
_ATTEND = re.compile(r"(?:มาประชุม|เข้าประชุม|เข้าร่วมประชุม|อยู่ในที่ประชุม|อยู่พร้อมกัน|ประชุม)")
_CASTING = re.compile(r"เสียงชี้ขาด|ผู้ชี้ขาด|(?:มี|ออก)เสียง(?:เพิ่ม)?(?:ขึ้น)?(?:ได้)?อีก(?:เสียงหนึ่ง|หนึ่งเสียง)")
_VOTE = re.compile(r"(?:มติ|วินิจฉัย|ชี้ขาด|ลงมติ)[^\n]{0,60}?เสียงข้างมาก|เสียงข้างมาก")
_VOTE_SHARE = re.compile(rf"(?:มติ|คะแนนเสียง|เสียง)[^\n]{{0,40}}?{_LEAST}\s?(?:{_SHARE})")
_ANALOGY = re.compile(r"ให้นำ(?P<cited>[^\n]{0,300}?)มาใช้(?:บังคับ)?(?:แก่|กับ|ใน|สำหรับ)?(?P<whom>[^\n]{0,400}?)โดยอนุโลม")
_CITED = re.compile(r"มาตรา\s?([๐-๙0-9]+(?:/[๐-๙0-9]+)?)")
_SUBJECT = re.compile(r"(?:การ)?ประชุม(?:ของ)?(?P<body>คณะ(?:อนุ)?กรรมการ[^\s“”]{0,120}?)(?=\s|ต้อง|ทุกครั้ง|ให้|จะ|$)")


@dataclass(frozen=True, slots=True)
class Threshold:
    """So many of a whole: ``top``/``bottom`` of it, or ``number`` people. ``above``: more than that share."""

    top: int = 0
    bottom: int = 1
    number: int = 0
    above: bool = False

    def of(self, total: int) -> int:
        """The smallest number of people that reaches it."""
        if self.number:
            return self.number + int(self.above)
        reached = self.top * total
        return reached // self.bottom + 1 if self.above else -(-reached // self.bottom)


@dataclass(frozen=True, slots=True)
class Meeting:
    """How a board meets. ``address``: the section that sets the quorum; ``through``: the section that applies it by
    analogy, empty where it speaks of the board itself. ``words``: those that set the quorum.
    ``of_existing``: the share is of those in office, not of all seats. ``majority``: none where no majority is named.
    """

    address: str
    quorum: Threshold
    words: str
    through: str = ""
    of_existing: bool = False
    majority: Threshold | None = None
    casting_vote: bool = False

    def quorum_of(self, total: int) -> int:
        """Members that make a quorum of a board of ``total``; never fewer than one."""
        return max(1, self.quorum.of(total))

    def majority_of(self, present: int) -> int:
        """Votes that carry a motion when so many vote."""
        return (self.majority or Threshold(1, 2, above=True)).of(present)


def find_meeting(act: Act, address: str, board: Board) -> Meeting | None:
    """How the board created at ``address`` decides, as the act sets it; None where no section was found that does.

    Asked in turn: the board's own section; sections on meetings that name it; sections that apply such a section to
    it by analogy; the only section on meetings of an act.
    """
    found = dict(_meetings(act))
    if address in found:
        return found[address][1]
    names = names_of(act, address, board)
    direct = [one for one in found if names & found[one][0]]
    if direct:
        return found[_nearest(act, address, direct)][1]
    for through, cited in _analogies(act, names):
        if cited in found:
            rule = found[cited][1]
            return Meeting(
                rule.address, rule.quorum, rule.words, through, rule.of_existing, rule.majority, rule.casting_vote
            )
    only = next(iter(found.values()))[1] if len(found) == 1 else None
    return only if only and _is_first_board(act, address) else None


def names_of(act: Act, address: str, board: Board) -> set[str]:
    """What the act calls the board: its name, the terms that its definitions give it, and the word for its kind."""
    names = {board.name}
    for place in act.places().values():
        unit = place.node
        if getattr(unit, "kind", None) is Kind.DEFINITION and _means(getattr(unit, "text", ""), board.name):
            names.add(getattr(unit, "label", ""))
    if "อนุกรรมการ" in board.name:
        names.add("คณะอนุกรรมการ")
    names.add(f"{_kind(board.name)}ตาม{_cited(address)}")
    return {name for name in names if name}


def _kind(name: str) -> str:
    return "คณะอนุกรรมการ" if "อนุกรรมการ" in name else "คณะกรรมการ"


def _cited(address: str) -> str:
    label = address.removeprefix("code.").removeprefix("s")
    return f"มาตรา{numerals.written(label)}"


def _means(text: str, name: str) -> bool:
    _, _, meaning = text.partition("หมายความว่า")
    return meaning.split()[:1] == [name.split()[0]] and " ".join(meaning.split()).startswith(name)


def _is_first_board(act: Act, address: str) -> bool:
    """Whether no other board is created before: the section on meetings then speaks of this one."""
    for other, section in act.sections().items():
        if other == address:
            return True
        if read_boards(section):
            return False
    return False


def _nearest(act: Act, address: str, candidates: list[str]) -> str:
    order = list(act.sections())
    here = order.index(address) if address in order else 0
    later = [one for one in candidates if order.index(one) >= here]
    return later[0] if later else candidates[-1]


def _meetings(act: Act) -> Iterator[tuple[str, tuple[set[str], Meeting]]]:
    """Every section that sets a quorum, with the bodies whose meetings it speaks of."""
    for address, section in act.sections().items():
        meeting = read_meeting(address, section.text)
        if meeting is not None:
            bodies = {match["body"].replace(" ", "") for match in _SUBJECT.finditer(section.text)}
            yield address, (bodies, meeting)


def read_meeting(address: str, text: str) -> Meeting | None:
    """What a section says of meetings; None where it sets no quorum."""
    for line in text.splitlines():
        for sentence in re.split(r"(?<=องค์ประชุม)", line):
            if not _QUORUM.search(sentence) or not _ATTEND.search(sentence):
                continue
            match = _first_threshold(sentence)
            if match is not None:
                return _meeting(address, text, sentence.strip(), match)
    return None


def _first_threshold(sentence: str) -> re.Match[str] | None:
    return next((one for one in _THRESHOLD.finditer(sentence) if one["least"] or one["more"] or one["half"]), None)


def _meeting(address: str, text: str, sentence: str, match: re.Match[str]) -> Meeting:
    behind = sentence[match.end() : match.end() + 60]
    votes = _VOTE.search(text)
    share = _VOTE_SHARE.search(text[text.find(sentence) + len(sentence) :])
    majority = Threshold(1, 2, above=True) if votes else (_share(share) if share else None)
    return Meeting(
        address,
        _share(match),
        sentence,
        of_existing=bool(re.search(r"เท่าที่มี|ที่มีอยู่|ในขณะนั้น", behind)),
        majority=majority,
        casting_vote=_CASTING.search(text) is not None,
    )


def _share(match: re.Match[str]) -> Threshold:
    fields = match.groupdict()
    above = bool(fields.get("more"))
    if fields.get("half"):
        return Threshold(1, 2, above=above)
    if fields.get("number"):
        return Threshold(number=_value(fields["number"] or ""), above=above)
    return Threshold(_value(fields["top"] or ""), _value(fields["bottom"] or "") or 1, above=above)


def _value(words: str) -> int:
    return numerals.number_from_words(words) or 0


def _analogies(act: Act, names: set[str]) -> Iterator[tuple[str, str]]:
    """(section that applies, section applied) for the board's meetings."""
    for address, section in act.sections().items():
        prefix = "code." if address.startswith("code.") else ""
        for match in _ANALOGY.finditer(section.text):
            bodies = re.findall(r"คณะ(?:อนุ)?กรรมการ[^\s]{0,120}?(?=\s|และ|$)", match["whom"])
            bodies += re.findall(r"คณะ(?:อนุ)?กรรมการ[^\s]{0,120}?ตามมาตรา ?[๐-๙/]+", match["whom"])
            if names & {body.replace(" ", "") for body in bodies}:
                for label in _CITED.findall(match["cited"]):
                    yield address, f"{prefix}s{numerals.plain(label)}"
