"""What was said, placed on the version that is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from law.compare import Hunk, compare_texts
from models.review import Comment
from review.anchors import Anchor, Hold, Mark, own_text
from services.drafting.comparisons import Version, carrier, version_of
from services.drafting.drafts import draft_tree
from services.reviewing.comments import Thread


@dataclass(frozen=True, slots=True)
class Placed:
    """A thread and where it stands in the version that is shown."""

    thread: Thread
    anchor: Anchor

    @property
    def first(self) -> Comment:
        """What the thread began with."""
        return self.thread.first

    @property
    def can_take(self) -> bool:
        """Whether the words that a suggestion would replace stand in the version shown."""
        has_place = self.anchor.state in (Hold.AT_WORDS, Hold.AT_UNIT) and not self.anchor.is_changed
        return self.first.suggestion is not None and has_place

    @property
    def suggested(self) -> tuple[Hunk, ...]:
        """The suggested words against those they would replace, as they were when it was written."""
        comment = self.first
        old = comment.quote or (own_text(draft_tree(comment.draft), comment.address) if comment.draft else "")
        return compare_texts(old, comment.suggestion or "")

    @property
    def is_on_words(self) -> bool:
        """Whether there are words to mark."""
        return self.anchor.state in (Hold.AT_WORDS, Hold.WORDS_CHANGED)


def mark_of(comment: Comment) -> Mark:
    """What a comment was tied to in its draft."""
    return Mark(comment.address, comment.quote, comment.start)


def place_threads(threads: Iterable[Thread], shown: Version) -> list[Placed]:
    """Every thread with its place in the version shown, in the order given; none is left out."""
    return [Placed(thread, anchor_of(thread.first, shown)) for thread in threads]


def anchor_of(comment: Comment, shown: Version) -> Anchor:
    """Where a comment stands in a version."""
    if comment.draft is None or not comment.address:
        return Anchor(Hold.AT_PROPOSAL)
    return carrier(version_of(comment.draft), shown).carry(mark_of(comment))
