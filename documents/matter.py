"""What every document says of where its text comes from: in its head, at the foot of each page, and in its code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from documents.model import Block, Document
from law.dates import thai_date
from law.words import tokens

SHORT_HASH = 12  # characters of a hash that are printed: of the text, and of the head of the record
_LONGEST_IN_FOOT, _LONGEST_IN_HEAD = 40, 80  # characters of a title


@dataclass(frozen=True, slots=True)
class Matter:
    """Where a text comes from. ``old`` and ``new`` are the names of the versions.

    ``content_hash``: of the newer version; ``state``: in Thai; ``approved``: whether exactly this text was;
    ``enacted``: whether it is law.
    ``record_head``: the hash of the last event when it was made: it fixes everything recorded before.
    ``proposal``: its title, or that of a bill; ``called``: which of the two it is, in Thai; ``bill``: its number.
    ``verified_at``: the address of the page that checks a code, ``https://…/verify``; empty: none is printed.
    """

    proposal: str
    act: str
    old: str
    new: str
    state: str
    content_hash: str
    printed: date
    approved: bool = False
    enacted: bool = False
    reasons: str = ""
    author: str = ""
    changed: datetime | None = None
    record_head: str = ""
    verified_at: str = ""
    called: str = "ข้อเสนอ"
    bill: int | None = None

    @property
    def short_hash(self) -> str:
        return self.content_hash[:SHORT_HASH]

    @property
    def text_code(self) -> str:
        """The text's short hash; of a bill, whose text is stored nowhere, with the bill's number: ``…-r12``."""
        return self.short_hash if self.bill is None else f"{self.short_hash}-r{self.bill}"

    @property
    def code(self) -> str:
        """What can be typed in to check the paper: the text's code and the short hash of the record."""
        return "-".join(filter(None, (self.text_code, self.record_head[:SHORT_HASH])))

    @property
    def foot(self) -> str:
        """Proposal, version and day, for the foot of every page."""
        day = thai_date(self.printed, weekday=False)
        return " · ".join((shortened(self.proposal, _LONGEST_IN_FOOT), self.new, day))

    @property
    def seal(self) -> str:
        """The short hashes of text and record, and where they are checked: the second line of the foot."""
        parts = [f"รหัส {self.text_code}"]
        parts += [f"บันทึก {self.record_head[:SHORT_HASH]}"] if self.record_head else []
        parts += [f"ตรวจที่ {self.verified_at.partition('://')[2]}"] if self.verified_at else []
        return " · ".join(parts)

    @property
    def address(self) -> str:
        """What the square code leads to; empty where there is nothing to lead to."""
        return f"{self.verified_at}/{self.code}" if self.verified_at else ""

    @property
    def watermark(self) -> str:
        if self.enacted:
            return "ประกาศใช้แล้ว"
        return "เห็นชอบแล้ว" if self.approved else "ร่าง"

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What stands below the title of a document."""
        return (
            (self.called, self.proposal),
            ("กฎหมาย", self.act),
            ("เทียบ", f"{self.old} – {self.new}"),
            ("สถานะ", self.state),
            ("รหัสข้อความ", self.short_hash),
            ("พิมพ์เมื่อ", thai_date(self.printed, weekday=False)),
        )

    @property
    def facts_of_one(self) -> tuple[tuple[str, str], ...]:
        """The same for what is about one version only."""
        return tuple(("ข้อความ", f"ตาม{self.new}") if name == "เทียบ" else (name, value) for name, value in self.facts)

    def document(
        self,
        title: str,
        blocks: Iterable[Block],
        *,
        facts: tuple[tuple[str, str], ...] | None = None,
        landscape: bool = False,
        tracked: bool = False,
        shows_title: bool = True,
    ) -> Document:
        """A document of this matter. ``facts``: those of the comparison where none are given."""
        return Document(
            title=title,
            blocks=tuple(blocks),
            made=self.printed,
            facts=self.facts if facts is None else facts,
            running=running(self.act),
            foot=self.foot,
            seal=self.seal,
            address=self.address,
            watermark=self.watermark,
            author=self.author,
            changed=self.changed,
            tracked=tracked,
            orientation="landscape" if landscape else "portrait",
            shows_title=shows_title,
        )


def running(act: str) -> str:
    """The name of an act as it stands at the head of every page."""
    return shortened(act, _LONGEST_IN_HEAD)


def shortened(text: str, longest: int) -> str:
    """One line of at most so many characters, cut between words."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    kept = ""
    for token in tokens(line[: longest * 2]):
        if len(kept) + len(token) > longest:
            break
        kept += token
    return f"{kept.rstrip() or line[:longest]}…"
