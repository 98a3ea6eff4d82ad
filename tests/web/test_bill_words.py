"""Why there can be no bill, and what to look at: no code of the engine falls to the sentence for the unknown."""

from __future__ import annotations

import pytest

from blueprints.proposals.bill_words import caution_sentence, problem_sentence
from law.amend import CannotAmend, Caution, Problem

UNKNOWN = Problem("?", "s5", "")


def codes(kind: type) -> list[str]:
    """The codes that a class of the engine declares."""
    return [value for name, value in vars(kind).items() if name.isupper() and isinstance(value, str)]


@pytest.mark.parametrize("code", codes(CannotAmend))
def test_every_reason_why_there_is_no_bill_has_a_sentence(app, code):
    with app.test_request_context():
        assert problem_sentence(Problem(code, "s5", "")) != problem_sentence(UNKNOWN)


@pytest.mark.parametrize("code", codes(Caution))
def test_every_caution_has_a_sentence(app, code):
    with app.test_request_context():
        assert caution_sentence(Caution(code, "s5", "")) != caution_sentence(Caution("?", "s5", ""))
