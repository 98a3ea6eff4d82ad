"""An invented act with every kind of unit, and bills against it."""

from law.act import Act
from law.instruct import CannotApply, apply_bill
from law.parse import read_act

TITLE = "พระราชบัญญัติเรือนเพาะชำ พ.ศ. ๒๕๔๐"
TEXT = """พระราชบัญญัติ
เรือนเพาะชำ
พ.ศ. ๒๕๔๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติเรือนเพาะชำ พ.ศ. ๒๕๔๐”

มาตรา ๒  พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป

มาตรา ๓  ในพระราชบัญญัตินี้

“กล้าไม้” หมายความว่า ต้นอ่อนของไม้ยืนต้น

“แปลง” หมายความว่า

(๑) ที่ดินที่ใช้เพาะชำ

(๒) โรงเรือนที่ใช้เพาะชำ

“ผู้ดูแล” หมายความว่า ผู้ที่นายทะเบียนแต่งตั้ง

หมวด ๑
คณะกรรมการ

มาตรา ๔  ให้มีคณะกรรมการเรือนเพาะชำ ประกอบด้วย

(๑) ปลัดเมือง เป็นประธานกรรมการ

(๒) ผู้แทนดังต่อไปนี้ เป็นกรรมการ

(ก) ผู้แทนชาวสวน

(ข) ผู้แทนร้านค้า

(๓) ผู้ดูแลซึ่งเลือกกันเอง เป็นกรรมการ

ให้หัวหน้าแปลงเป็นเลขานุการ

มาตรา ๕  กรรมการมีวาระสามปี

กรรมการที่พ้นวาระอาจได้รับแต่งตั้งอีกได้

มาตรา ๕ ทวิ  กรรมการต้องไม่เป็นผู้ขายกล้าไม้

มาตรา ๖  กรรมการพ้นจากตำแหน่งเมื่อ

(๑) ตาย

(๒) ลาออก

ความใน (๒) ให้ใช้เมื่อ

(๑) ได้ยื่นหนังสือ

(๒) ได้รับอนุญาต

หมวด ๒
การดูแล

ส่วนที่ ๑
แปลง

มาตรา ๗  ผู้ดูแลต้องรดน้ำแปลงทุกวัน

มาตรา ๘  (ยกเลิก)

ส่วนที่ ๒
ร้านค้า

มาตรา ๙  ร้านค้าต้องขายกล้าไม้ที่แข็งแรง

มาตรา ๙/๑  ร้านค้าต้องติดราคากล้าไม้

หมวด ๓
บทกำหนดโทษ

มาตรา ๑๐  ผู้ใดฝ่าฝืนมาตรา ๙ ต้องระวางโทษปรับไม่เกินพันบาท

มาตรา ๑๑  ผู้ใดฝ่าฝืนมาตรา ๗ ต้องระวางโทษปรับไม่เกินร้อยบาท

ผู้รับสนองพระบรมราชโองการ
นายกรัฐมนตรี

พระราชบัญญัติเรือนเพาะชำ (ฉบับที่ ๒) พ.ศ. ๒๕๔๕

มาตรา ๕  ให้กรรมการเดิมอยู่ต่อไป
"""


def garden() -> Act:
    """The act as read."""
    return read_act(TEXT).act


def bill(*clauses: str) -> str:
    """A whole bill with these amending clauses, numbered from ๓ on."""
    body = "\n\n".join(f"มาตรา {number}  {clause}" for number, clause in zip("๓๔๕๖๗๘๙", clauses, strict=False))
    return (
        "ร่าง\nพระราชบัญญัติ\nเรือนเพาะชำ (ฉบับที่ ๓)\nพ.ศ. ....\n\n"
        "มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติเรือนเพาะชำ (ฉบับที่ ๓) พ.ศ. ....”\n\n"
        f"มาตรา ๒  พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป\n\n{body}\n"
    )


def replace(target: str, quotation: str) -> str:
    """A clause that replaces."""
    return f"ให้ยกเลิกความใน{target} แห่ง{TITLE} และให้ใช้ความต่อไปนี้แทน\n\n“{quotation}”"


def insert(target: str, quotation: str) -> str:
    """A clause that inserts."""
    return f"ให้เพิ่มความต่อไปนี้เป็น{target} แห่ง{TITLE}\n\n“{quotation}”"


def repeal(target: str) -> str:
    """A clause that repeals."""
    return f"ให้ยกเลิก{target} แห่ง{TITLE}"


def applied(*clauses: str) -> Act:
    """The act as these clauses amend it."""
    return apply_bill(garden(), bill(*clauses))


def problems(*clauses: str) -> tuple[str, ...]:
    """Why these clauses can not be applied."""
    try:
        applied(*clauses)
    except CannotApply as refusal:
        return refusal.problems
    return ()
