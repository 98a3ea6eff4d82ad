"""The check of a form of clause: written, read back and proven, on an invented act."""

from law.amend import write_bill
from law.instruct import read_bill
from law.proof import prove
from tests.law.weaving_act import act, edited

# Edits of the act's text, the one clause that they must come to, its targets.
Form = tuple[list[tuple[str, str]], str, list[str]]


def check(form: Form) -> None:
    """The edits come to that clause and no other, it is read so, and its bill is proven."""
    edits, text, targets = form
    new = edited(*edits)
    bill = write_bill(act(), new)
    assert [(clause.text, list(clause.targets)) for clause in bill.clauses] == [(text, targets)]
    assert [caution.code for caution in bill.warnings if caution.code != "paragraphs_move"] == []
    assert [list(order.targets) for order in read_bill(bill.text) if order.targets] == [targets]
    assert prove(act(), new, bill.text) == ()
