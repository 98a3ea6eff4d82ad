"""Comments of a Word file as a discussion: answers, what was closed, and a whole meeting's worth of them at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from review.workflow import State
from services.reviewing import comments
from tests.documents.word_edits import Editor, W
from tests.services.office import Office, bring_to
from tests.services.test_word_import import bring_in, sent_out, the


@pytest.fixture
def statements(session: Session) -> Iterator[list[str]]:
    """Every statement that goes to the database from now on."""
    found: list[str] = []

    def heard(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        found.append(statement)

    event.listen(session.get_bind(), "before_cursor_execute", heard)
    yield found
    event.remove(session.get_bind(), "before_cursor_execute", heard)


@pytest.fixture
def proposal_id(session: Session, office: Office) -> int:
    return bring_to(session, office, State.SUBMITTED)


def answering(editor: Editor, answers: dict[str, str], closed: frozenset[str] = frozenset()) -> bytes:
    """The file with its comments in threads, by their numbers, as newer programs keep it."""
    newer = "http://schemas.microsoft.com/office/word/20"
    for one in editor.comments:
        one[0].set(f"{{{newer}10/wordml}}paraId", one.get(f"{W}id").zfill(8))
    entries = "".join(
        f'<e:commentEx e:paraId="{number.zfill(8)}" e:paraIdParent="{first.zfill(8)}" e:done="{int(number in closed)}"/>'
        for number, first in answers.items()
    )
    held = f'<e:commentsEx xmlns:e="{newer}12/wordml">{entries}</e:commentsEx>'.encode()
    return editor.save(lambda parts: parts.__setitem__("word/commentsExtended.xml", held))


def test_answers_join_their_thread_in_whatever_order_and_circle_they_stand(session, office, proposal_id):
    editor = Editor(sent_out(session, proposal_id))
    for number in ("3", "1", "2", "7", "8"):
        editor.comment("ปลัดกระทรวง", f"ข้อ {number}", number=number)
    raw = answering(editor, {"3": "2", "2": "1", "1": "", "7": "8", "8": "7"}, frozenset("1"))
    assert bring_in(session, office, proposal_id, raw).count == 5
    threads = comments.list_threads(session, proposal=the(session, proposal_id))
    found = {
        one.first.body[-1]: (sorted(each.body[-1] for each in one.replies), one.first.resolved_at) for one in threads
    }
    assert {number: answers for number, (answers, _) in found.items()} == {"1": ["2", "3"], "7": [], "8": []}
    assert [number for number, (_, resolved) in found.items() if resolved] == ["1"]


def test_many_comments_ask_the_database_no_more_than_few(session, office, proposal_id, statements):
    def asked_for(count: int) -> int:
        editor = Editor(sent_out(session, proposal_id))
        for number in range(count):
            editor.comment("ปลัดกระทรวง", f"ข้อ {count} {number}", number=str(number))
        raw, before = editor.save(), len(statements)
        assert bring_in(session, office, proposal_id, raw).count == count
        return len(statements) - before

    few = asked_for(2)
    assert asked_for(40) <= few + 40  # one each, where a database gives numbers only one by one
