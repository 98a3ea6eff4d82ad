"""Reading an invented act of which only the body is given."""

from law.parse import Reading, read_act

HEAD = "พระราชบัญญัติ\nเรือนเพาะชำ\nพ.ศ. ๒๕๕๐\n\n"


def read(text: str) -> Reading:
    """The reading, whose ledger is balanced."""
    reading = read_act(HEAD + text)
    assert reading.ledger.balanced
    return reading


def sections(text: str) -> dict[str, str]:
    """Canonical text by address."""
    return {address: section.text for address, section in read(text).act.sections().items()}


def codes(reading: Reading) -> set[str]:
    """Codes of what is odd."""
    return {oddity.code for oddity in reading.oddities}
