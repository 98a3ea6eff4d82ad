"""An invented act on looms: its board, the section on its meetings, and what the checks find."""

from __future__ import annotations

from law.act import Act
from law.board import Board, boards_of
from law.boards.checks import Code, check_board
from law.boards.composition import compare_boards
from law.boards.meetings import find_meeting
from law.parse import read_act

HALF = "การประชุมคณะกรรมการต้องมีกรรมการมาประชุมไม่น้อยกว่ากึ่งหนึ่งของจำนวนกรรมการทั้งหมด จึงจะเป็นองค์ประชุม"
CASTING = "\nการวินิจฉัยชี้ขาดของที่ประชุมให้ถือเสียงข้างมาก ถ้าคะแนนเสียงเท่ากัน ให้ประธานในที่ประชุมออกเสียงเพิ่มขึ้นอีกเสียงหนึ่งเป็นเสียงชี้ขาด"
LOOM = """(๑) รัฐมนตรีว่าการกระทรวงสิ่งทอ เป็นประธานกรรมการ
(๒) ปลัดกระทรวงสิ่งทอ อธิบดีกรมด้าย และประธานสมาคมช่างทอ เป็นกรรมการ
(๓) ผู้ทรงคุณวุฒิซึ่งรัฐมนตรีแต่งตั้งจำนวนสามคน เป็นกรรมการ
ให้ผู้อำนวยการเป็นกรรมการและเลขานุการ"""


def act_of(composition: str = LOOM, meeting: str = HALF + CASTING, more: str = "") -> Act:
    return read_act(
        "พระราชบัญญัติกี่ทอผ้า พ.ศ. ๒๕๕๐\n\nมาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติกี่ทอผ้า พ.ศ. ๒๕๕๐”\n\n"
        f"มาตรา ๔  ให้มีคณะกรรมการกี่ทอผ้า ประกอบด้วย\n{composition}\n\nมาตรา ๕  {meeting}\n{more}"
    ).act


def board_of(act: Act, address: str = "s4") -> Board:
    return boards_of(act)[address][0]


def codes(act: Act, before: Board | None = None, *, settled: bool = False) -> dict[Code, object]:
    board = board_of(act)
    found = check_board(
        act,
        "s4",
        board,
        meeting=find_meeting(act, "s4", board),
        composition=compare_boards(before, board, 2569),
        year=2569,
        settled=settled,
    )
    return {one.code: one for one in found}
