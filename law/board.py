"""Boards: a provision that creates a board, read into its members; members written back as a provision."""

from law.act import Act
from law.boards.compose import new_board, rules_of
from law.boards.contract import as_json
from law.boards.items import labels_of, moved_item
from law.boards.lists import MemberList, member_lists, same_kind
from law.boards.model import Board, Group, Member, Remainder, Role, Source
from law.boards.read import read_boards
from law.boards.wording import CannotWrite
from law.boards.write import rewritten, with_members, write_board


def boards_of(act: Act) -> dict[str, tuple[Board, ...]]:
    """Every board that an act creates, by the address of the section that creates it."""
    found = ((address, read_boards(section)) for address, section in act.sections().items())
    return {address: boards for address, boards in found if boards}


__all__ = [
    "Board",
    "CannotWrite",
    "Group",
    "Member",
    "MemberList",
    "Remainder",
    "Role",
    "Source",
    "as_json",
    "boards_of",
    "labels_of",
    "member_lists",
    "moved_item",
    "new_board",
    "read_boards",
    "rewritten",
    "rules_of",
    "same_kind",
    "with_members",
    "write_board",
]
