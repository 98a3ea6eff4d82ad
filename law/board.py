"""Boards: a provision that creates a board, read into its members; members written back as a provision."""

from law.boards.contract import as_json
from law.boards.model import Board, Group, Member, Remainder, Role, Source
from law.boards.read import read_boards

__all__ = ["Board", "Group", "Member", "Remainder", "Role", "Source", "as_json", "read_boards"]
