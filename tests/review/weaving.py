"""An act in our own words for comments to follow, and how a test says what they are on."""

from __future__ import annotations

from law.act import Act
from law.compare import compare_acts
from law.editing.edit import Edit, apply_edits
from law.parse import read_act
from review.anchors import Anchor, Carrier, Mark, own_text

ACT = read_act(
    """พระราชบัญญัติโรงทอ พ.ศ. ๒๕๔๐

มาตรา ๑  พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติโรงทอ พ.ศ. ๒๕๔๐”

มาตรา ๒  ในพระราชบัญญัตินี้

“กี่” หมายความว่า เครื่องทอผ้าด้วยมือที่ใช้ในครัวเรือน

“ช่าง” หมายความว่า ผู้ทอผ้าซึ่งขึ้นทะเบียนไว้กับนายทะเบียน

หมวด ๑
คณะกรรมการ

มาตรา ๓  ให้มีคณะกรรมการโรงทอ ประกอบด้วย

(๑) ปลัดเมือง เป็นประธานกรรมการ

(๒) ผู้แทนช่างทอจำนวนสองคน เป็นกรรมการ

(๓) ผู้แทนร้านค้าผ้าในตลาดกลาง เป็นกรรมการ

ให้หัวหน้าโรงทอเป็นเลขานุการ

มาตรา ๔  กรรมการมีวาระการดำรงตำแหน่งคราวละสามปีนับแต่วันที่ได้รับแต่งตั้ง

กรรมการที่พ้นจากตำแหน่งตามวาระอาจได้รับแต่งตั้งอีกได้
"""
).act


def carried(act: Act, mark: Mark, *edits: Edit) -> Anchor:
    new = apply_edits(act, edits)
    return Carrier(act, new, compare_acts(act, new)).carry(mark)


def text_of(section: str, old: str, new: str) -> Edit:
    text = own_text(ACT, section)
    assert old in text
    return Edit(section, text.replace(old, new))


def on(address: str, quote: str) -> Mark:
    start = own_text(ACT, address).find(quote)
    assert start >= 0
    return Mark(address, quote, start)
