"""A bill of one amending clause, as a person would paste it, and what is read from it."""

from law.instruct import Action, Instruction, read_bill

ACT = "พระราชบัญญัติเรือนเพาะชำ พ.ศ. ๒๕๔๐"
LATER = "พระราชบัญญัติเรือนเพาะชำ (ฉบับที่ ๒) พ.ศ. ๒๕๔๕"
INSTEAD = "และให้ใช้ความต่อไปนี้แทน"


def bill(clause: str, quotation: str = "") -> str:
    """A bill with one section, as a person would paste it."""
    return f"มาตรา ๑  ชื่อ\n\nมาตรา ๒  {clause}\n\n{quotation}\n"


def clause_id(clause: object) -> str | None:
    return clause[:60] if isinstance(clause, str) else None


def only(text: str) -> Instruction:
    """The instruction of the bill's second section."""
    first, second = read_bill(text)
    assert (first.section, first.action, second.section) == ("1", Action.NONE, "2")
    return second
