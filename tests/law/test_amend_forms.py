"""Every form of clause: the wording, the quotation and the targets, on an invented act."""

import pytest

from law.amend import Frame, Grain, WordChange, write_bill
from law.instruct import read_bill
from law.parse import read_act
from law.proof import prove
from tests.law.weaving_act import ACT, TEXT, act, after, edited, repealed

FORMS = {
    "replace a section": (
        [("ตั้งที่ปรึกษาได้ตาม", "แต่งตั้งที่ปรึกษาไม่เกินสามคนตาม")],
        f"ให้ยกเลิกความในมาตรา ๕ ทวิ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n"
        "“มาตรา ๕ ทวิ  คณะกรรมการอาจแต่งตั้งที่ปรึกษาไม่เกินสามคนตามความเหมาะสม”",
        ["s5bis"],
    ),
    "replace two sections in one clause": (
        [("นำฝากธนาคาร", "ฝากไว้กับกระทรวงการคลัง"), ("บัญชีของกองทุนปีละครั้ง", "บัญชีของกองทุนปีละสองครั้ง")],
        f"ให้ยกเลิกความในมาตรา ๑๐ และมาตรา ๑๑ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n"
        "“มาตรา ๑๐  เงินของกองทุนให้ฝากไว้กับกระทรวงการคลัง\n\n"
        "มาตรา ๑๑  ให้สมาคมตรวจสอบบัญชีของกองทุนปีละสองครั้ง”",
        ["s10", "s11"],
    ),
    "replace a paragraph": (
        [("ไม่น้อยกว่ากึ่งหนึ่ง", "ไม่น้อยกว่าสองในสาม")],
        f"ให้ยกเลิกความในวรรคสองของมาตรา ๗ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n“การประชุมต้องมีกรรมการมาประชุมไม่น้อยกว่าสองในสาม”",
        ["s7.p2"],
    ),
    "replace the first paragraph": (
        [("อย่างน้อยปีละสี่ครั้ง", "อย่างน้อยปีละหกครั้ง")],
        f"ให้ยกเลิกความในวรรคหนึ่งของมาตรา ๗ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n“มาตรา ๗  ให้คณะกรรมการประชุมกันอย่างน้อยปีละหกครั้ง”",
        ["s7.p1"],
    ),
    "replace a paragraph with its items": (
        [("กรรมการพ้นจากตำแหน่งเมื่อ", "กรรมการผู้ทรงคุณวุฒิพ้นจากตำแหน่งเมื่อ")],
        f"ให้ยกเลิกความในวรรคสองของมาตรา ๖ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n"
        "“กรรมการผู้ทรงคุณวุฒิพ้นจากตำแหน่งเมื่อ\n\n(๑) ตาย\n\n(๒) ลาออกโดยยื่นหนังสือต่อประธานกรรมการ\n\n"
        "(๓) ขาดคุณสมบัติตามวรรคหนึ่ง”",
        ["s6.p2"],
    ),
    "replace an item": (
        [("จำนวนสามคน", "จำนวนสี่คน")],
        f"ให้ยกเลิกความใน (๓) ของมาตรา ๕ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n"
        "“(๓) ผู้แทนสมาคมซึ่งสมาคมเลือกกันเองจำนวนสี่คน เป็นกรรมการ”",
        ["s5.i3"],
    ),
    "replace two items that follow each other": (
        [("จำนวนสามคน", "จำนวนสี่คน"), ("จำนวนห้าคน", "จำนวนหกคน")],
        f"ให้ยกเลิกความใน (๓) และ (๔) ของมาตรา ๕ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n"
        "“(๓) ผู้แทนสมาคมซึ่งสมาคมเลือกกันเองจำนวนสี่คน เป็นกรรมการ\n\n"
        "(๔) ผู้ทรงคุณวุฒิซึ่งรัฐมนตรีแต่งตั้งจำนวนหกคน เป็นกรรมการ”",
        ["s5.i3", "s5.i4"],
    ),
    "replace an item of a paragraph": (
        [("ลาออกโดยยื่นหนังสือต่อประธานกรรมการ", "ลาออก")],
        f"ให้ยกเลิกความใน (๒) ของวรรคสองของมาตรา ๖ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n“(๒) ลาออก”",
        ["s6.p2.i2"],
    ),
    "replace an item in an item": (
        [("การย้อมสีจากธรรมชาติ", "การย้อมสี")],
        f"ให้ยกเลิกความใน (ข) ของ (๒) ของวรรคหนึ่งของมาตรา ๖ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n“(ข) การย้อมสี”",
        ["s6.p1.i2.iข"],
    ),
    "replace a definition": (
        [("ที่ใช้แรงคน", "ที่ใช้แรงคนหรือสัตว์")],
        f"ให้ยกเลิกความในบทนิยามคำว่า “กี่” ในมาตรา ๓ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n"
        "““กี่” หมายความว่า เครื่องทอผ้าที่ใช้แรงคนหรือสัตว์”",
        ["s3.def:กี่"],
    ),
    "insert sections": (
        [
            after(
                "มาตรา ๑๐ ", "มาตรา ๑๐/๑  ให้ทำบัญชี", "มาตรา ๑๐/๒  ให้ทำรายงาน\n\nรายงานให้เปิดเผย", "มาตรา ๑๐/๓  ให้เก็บไว้สิบปี"
            )
        ],
        f"ให้เพิ่มความต่อไปนี้เป็นมาตรา ๑๐/๑ มาตรา ๑๐/๒ และมาตรา ๑๐/๓ แห่ง{ACT}\n\n"
        "“มาตรา ๑๐/๑  ให้ทำบัญชี\n\nมาตรา ๑๐/๒  ให้ทำรายงาน\n\nรายงานให้เปิดเผย\n\nมาตรา ๑๐/๓  ให้เก็บไว้สิบปี”",
        ["s10/1", "s10/2", "s10/3"],
    ),
    "insert a section that goes on a Sanskrit series": (
        [after("มาตรา ๕ ทวิ", "มาตรา ๕ ตรี  ที่ปรึกษาได้รับเบี้ยประชุม")],
        f"ให้เพิ่มความต่อไปนี้เป็นมาตรา ๕ ตรี แห่ง{ACT}\n\n“มาตรา ๕ ตรี  ที่ปรึกษาได้รับเบี้ยประชุม”",
        ["s5ter"],
    ),
    "insert a section at the end of a part": (
        [after("มาตรา ๙ ", "มาตรา ๙/๑  ดอกผลเป็นของกองทุน")],
        f"ให้เพิ่มความต่อไปนี้เป็นมาตรา ๙/๑ ของส่วนที่ ๑ ของหมวด ๒ แห่ง{ACT}\n\n“มาตรา ๙/๑  ดอกผลเป็นของกองทุน”",
        ["s9/1"],
    ),
    "insert a section at the start of a chapter": (
        [("บทกำหนดโทษ", "บทกำหนดโทษ\n\nมาตรา ๑๑/๑  ความผิดตามหมวดนี้ให้เปรียบเทียบได้")],
        f"ให้เพิ่มความต่อไปนี้เป็นมาตรา ๑๑/๑ ของหมวด ๓ แห่ง{ACT}\n\n“มาตรา ๑๑/๑  ความผิดตามหมวดนี้ให้เปรียบเทียบได้”",
        ["s11/1"],
    ),
    "insert a section at the end of the act": (
        [after("มาตรา ๑๒ ", "มาตรา ๑๓  ผู้ใดใช้ตราปลอม ต้องระวางโทษปรับ")],
        f"ให้เพิ่มความต่อไปนี้เป็นมาตรา ๑๓ แห่ง{ACT}\n\n“มาตรา ๑๓  ผู้ใดใช้ตราปลอม ต้องระวางโทษปรับ”",
        ["s13"],
    ),
    "insert items": (
        [after("(๒) ปลัด", "(๒/๑) อธิบดีกรมการพัฒนาชุมชน เป็นกรรมการ", "(๒/๒) ผู้อำนวยการสำนักงบประมาณ เป็นกรรมการ")],
        f"ให้เพิ่มความต่อไปนี้เป็น (๒/๑) และ (๒/๒) ของมาตรา ๕ แห่ง{ACT}\n\n"
        "“(๒/๑) อธิบดีกรมการพัฒนาชุมชน เป็นกรรมการ\n\n(๒/๒) ผู้อำนวยการสำนักงบประมาณ เป็นกรรมการ”",
        ["s5.i2/1", "s5.i2/2"],
    ),
    "insert an item at the end of a paragraph": (
        [after("(๓) ขาดคุณสมบัติ", "(๔) คณะรัฐมนตรีให้ออก")],
        f"ให้เพิ่มความต่อไปนี้เป็น (๔) ของวรรคสองของมาตรา ๖ แห่ง{ACT}\n\n“(๔) คณะรัฐมนตรีให้ออก”",
        ["s6.p2.i4"],
    ),
    "insert an item in an item": (
        [after("(ค) การตลาด", "(ง) การออกแบบลายผ้า")],
        f"ให้เพิ่มความต่อไปนี้เป็น (ง) ของ (๒) ของวรรคหนึ่งของมาตรา ๖ แห่ง{ACT}\n\n“(ง) การออกแบบลายผ้า”",
        ["s6.p1.i2.iง"],
    ),
    "insert a paragraph at the end": (
        [after("มติของที่ประชุม", "ในกรณีที่เสียงเท่ากันให้ประธานออกเสียงชี้ขาด")],
        f"ให้เพิ่มความต่อไปนี้เป็นวรรคสี่ของมาตรา ๗ แห่ง{ACT}\n\n“ในกรณีที่เสียงเท่ากันให้ประธานออกเสียงชี้ขาด”",
        ["s7.p4"],
    ),
    "insert two paragraphs between others": (
        [after("การประชุมต้องมี", "ให้ประธานกรรมการเป็นประธานในที่ประชุม", "กรรมการจะมอบผู้อื่นมาแทนมิได้")],
        f"ให้เพิ่มความต่อไปนี้เป็นวรรคสามและวรรคสี่ของมาตรา ๗ แห่ง{ACT}\n\n"
        "“ให้ประธานกรรมการเป็นประธานในที่ประชุม\n\nกรรมการจะมอบผู้อื่นมาแทนมิได้”",
        ["s7.p3", "s7.p4"],
    ),
    "insert a definition between others": (
        [after("“กี่”", "“ช่างทอ” หมายความว่า ผู้ทอผ้าเป็นอาชีพ")],
        f"ให้เพิ่มบทนิยามคำว่า “ช่างทอ” ระหว่างบทนิยามคำว่า “กี่” และ “ผ้าพื้นบ้าน” ในมาตรา ๓ แห่ง{ACT}\n\n"
        "““ช่างทอ” หมายความว่า ผู้ทอผ้าเป็นอาชีพ”",
        ["s3.def:ช่างทอ"],
    ),
    "insert two definitions at the end": (
        [after("“รัฐมนตรี”", "“ลาย” หมายความว่า แบบของผ้า", "“สี” หมายความว่า สีย้อมผ้า")],
        f"ให้เพิ่มบทนิยามคำว่า “ลาย” และ “สี” ต่อจากบทนิยามคำว่า “รัฐมนตรี” ในมาตรา ๓ แห่ง{ACT}\n\n"
        "““ลาย” หมายความว่า แบบของผ้า\n\n“สี” หมายความว่า สีย้อมผ้า”",
        ["s3.def:ลาย", "s3.def:สี"],
    ),
    "insert a definition at the start": (
        [("มาตรา ๓  ในพระราชบัญญัตินี้", "มาตรา ๓  ในพระราชบัญญัตินี้\n\n“กรรมการ” หมายความว่า กรรมการผ้าพื้นบ้าน")],
        f"ให้เพิ่มบทนิยามคำว่า “กรรมการ” ก่อนบทนิยามคำว่า “กี่” ในมาตรา ๓ แห่ง{ACT}\n\n““กรรมการ” หมายความว่า กรรมการผ้าพื้นบ้าน”",
        ["s3.def:กรรมการ"],
    ),
    "insert a chapter": (
        [("หมวด ๓\n", "หมวด ๒/๑\nการอุทธรณ์\n\nมาตรา ๑๑/๑  ให้อุทธรณ์ได้\n\nมาตรา ๑๑/๒  ให้พิจารณาในสามสิบวัน\n\nหมวด ๓\n")],
        f"ให้เพิ่มความต่อไปนี้เป็นหมวด ๒/๑ การอุทธรณ์ มาตรา ๑๑/๑ และมาตรา ๑๑/๒ แห่ง{ACT}\n\n"
        "“หมวด ๒/๑\nการอุทธรณ์\n\nมาตรา ๑๑/๑  ให้อุทธรณ์ได้\n\nมาตรา ๑๑/๒  ให้พิจารณาในสามสิบวัน”",
        ["ch2/1", "s11/1", "s11/2"],
    ),
    "insert a part with its sections": (
        [("หมวด ๓\n", "ส่วนที่ ๓\nการตรวจ\n\nมาตรา ๑๑/๑  ให้ตรวจ\n\nหมวด ๓\n")],
        f"ให้เพิ่มความต่อไปนี้เป็นส่วนที่ ๓ การตรวจ มาตรา ๑๑/๑ ของหมวด ๒ แห่ง{ACT}\n\n“ส่วนที่ ๓\nการตรวจ\n\nมาตรา ๑๑/๑  ให้ตรวจ”",
        ["ch2.pt3", "s11/1"],
    ),
    "insert a chapter of two parts": (
        [("หมวด ๓\n", "หมวด ๒/๑\nเหตุ\n\nส่วนที่ ๑\nก\n\nมาตรา ๑๑/๑  ให้ทำ\n\nส่วนที่ ๒\nข\n\nมาตรา ๑๑/๒  ให้ไป\n\nหมวด ๓\n")],
        f"ให้เพิ่มความต่อไปนี้เป็นหมวด ๒/๑ เหตุ มาตรา ๑๑/๑ และมาตรา ๑๑/๒ แห่ง{ACT}\n\n"
        "“หมวด ๒/๑\nเหตุ\n\nส่วนที่ ๑\nก\n\nมาตรา ๑๑/๑  ให้ทำ\n\nส่วนที่ ๒\nข\n\nมาตรา ๑๑/๒  ให้ไป”",
        ["ch2/1", "s11/1", "s11/2"],
    ),
    "insert transitory provisions": (
        [after("มาตรา ๑๒ ", "บทเฉพาะกาล", "มาตรา ๑๓  ให้กรรมการอยู่ต่อไป")],
        f"ให้เพิ่มความต่อไปนี้เป็นบทเฉพาะกาล มาตรา ๑๓ แห่ง{ACT}\n\n“บทเฉพาะกาล\n\nมาตรา ๑๓  ให้กรรมการอยู่ต่อไป”",
        ["transitory", "s13"],
    ),
    "give an item items of its own": (
        [("(๓) ไม่เป็นบุคคลล้มละลาย", "(๓) ไม่เป็นบุคคล\n\n(ก) ล้มละลาย\n\n(ข) ไร้ความสามารถ")],
        f"ให้ยกเลิกความใน (๓) ของวรรคหนึ่งของมาตรา ๖ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n"
        "“(๓) ไม่เป็นบุคคล\n\n(ก) ล้มละลาย\n\n(ข) ไร้ความสามารถ”",
        ["s6.p1.i3"],
    ),
    "repeal every item of a paragraph": (
        [repealed("(๑) ตาย", "(๑)"), repealed("(๒) ลาออก", "(๒)"), repealed("(๓) ขาด", "(๓)")],
        f"ให้ยกเลิก (๑) (๒) และ (๓) ของวรรคสองของมาตรา ๖ แห่ง{ACT}",
        ["s6.p2.i1", "s6.p2.i2", "s6.p2.i3"],
    ),
    "a paragraph marked as old acts do": (
        [repealed("มติของ", "วรรคสาม")],
        f"ให้ยกเลิกวรรคสามของมาตรา ๗ แห่ง{ACT}",
        ["s7.p3"],
    ),
    "replace the words above the definitions": (
        [("มาตรา ๓  ในพระราชบัญญัตินี้", "มาตรา ๓  ในกฎหมายนี้")],
        f"ให้ยกเลิกความในมาตรา ๓ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n"
        "“มาตรา ๓  ในกฎหมายนี้\n\n“กี่” หมายความว่า เครื่องทอผ้าที่ใช้แรงคน\n\n"
        "“ผ้าพื้นบ้าน” หมายความว่า ผ้าที่ทอด้วยกี่ในท้องถิ่น\n\n“สมาคม” หมายความว่า สมาคมช่างทอผ้าที่จดทะเบียนแล้ว\n\n"
        "“รัฐมนตรี” หมายความว่า รัฐมนตรีผู้รักษาการตามพระราชบัญญัตินี้”",
        ["s3"],
    ),
    "repeal a section": ([repealed("มาตรา ๑๐", "มาตรา ๑๐ ")], f"ให้ยกเลิกมาตรา ๑๐ แห่ง{ACT}", ["s10"]),
    "repeal sections in one clause": (
        [repealed("มาตรา ๑๐", "มาตรา ๑๐ "), repealed("มาตรา ๑๑", "มาตรา ๑๑ ")],
        f"ให้ยกเลิกมาตรา ๑๐ และมาตรา ๑๑ แห่ง{ACT}",
        ["s10", "s11"],
    ),
    "repeal a paragraph": ([repealed("มติของ")], f"ให้ยกเลิกวรรคสามของมาตรา ๗ แห่ง{ACT}", ["s7.p3"]),
    "repeal an item": ([repealed("(๒) ปลัด", "(๒)")], f"ให้ยกเลิก (๒) ของมาตรา ๕ แห่ง{ACT}", ["s5.i2"]),
    "repeal items in one clause": (
        [repealed("(๓) ผู้แทน", "(๓)"), repealed("(๔) ผู้ทรง", "(๔)")],
        f"ให้ยกเลิก (๓) และ (๔) ของมาตรา ๕ แห่ง{ACT}",
        ["s5.i3", "s5.i4"],
    ),
    "repeal an item in an item": (
        [repealed("(ค) การตลาด", "(ค)")],
        f"ให้ยกเลิก (ค) ของ (๒) ของวรรคหนึ่งของมาตรา ๖ แห่ง{ACT}",
        ["s6.p1.i2.iค"],
    ),
    "repeal a definition": (
        [repealed("“สมาคม”", "“สมาคม”")],
        f"ให้ยกเลิกบทนิยามคำว่า “สมาคม” ในมาตรา ๓ แห่ง{ACT}",
        ["s3.def:สมาคม"],
    ),
    "repeal a chapter": (
        [("บทกำหนดโทษ", "(ยกเลิก)"), repealed("มาตรา ๑๒", "มาตรา ๑๒ ")],
        f"ให้ยกเลิกหมวด ๓ บทกำหนดโทษ มาตรา ๑๒ แห่ง{ACT}",
        ["ch3", "s12"],
    ),
    "replace the heading of a chapter": (
        [("หมวด ๒\nกองทุน", "หมวด ๒\nกองทุนและการเงิน")],
        f"ให้ยกเลิกชื่อหมวด ๒ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n“หมวด ๒\nกองทุนและการเงิน”",
        ["ch2.heading"],
    ),
    "put a heading over sections that stand": (
        [("มาตรา ๗  ให้คณะ", "หมวด ๑/๑\nการประชุม\n\nมาตรา ๗  ให้คณะ")],
        f"ให้เพิ่มความต่อไปนี้เป็นชื่อหมวด ๑/๑ ก่อนมาตรา ๗ แห่ง{ACT}\n\n“หมวด ๑/๑\nการประชุม”",
        ["ch1/1.heading"],
    ),
    "put the first heading of a level over sections that stand": (
        [("มาตรา ๕  ให้มี", "ส่วนที่ ๑\nองค์ประกอบ\n\nมาตรา ๕  ให้มี")],
        f"ให้เพิ่มความต่อไปนี้เป็นชื่อส่วนที่ ๑ ของหมวด ๑ ก่อนมาตรา ๕ แห่ง{ACT}\n\n“ส่วนที่ ๑\nองค์ประกอบ”",
        ["ch1.pt1.heading"],
    ),
    "put a heading over chapters that stand": (
        [("หมวด ๑\nคณะกรรมการผ้าพื้นบ้าน\n", "ลักษณะ ๑\nการบริหาร\n\nหมวด ๑\nคณะกรรมการผ้าพื้นบ้าน\n")],
        f"ให้เพิ่มความต่อไปนี้เป็นชื่อลักษณะ ๑ ก่อนหมวด ๑ แห่ง{ACT}\n\n“ลักษณะ ๑\nการบริหาร”",
        ["t1.heading"],
    ),
    "insert the first division of its level": (
        [("ไม่เกินห้าหมื่นบาท", "ไม่เกินห้าหมื่นบาท\n\nลักษณะ ๑\nบทสุดท้าย\n\nมาตรา ๑๓  ให้คณะกรรมการปรับ")],
        f"ให้เพิ่มความต่อไปนี้เป็นลักษณะ ๑ บทสุดท้าย มาตรา ๑๓ แห่ง{ACT}\n\n“ลักษณะ ๑\nบทสุดท้าย\n\nมาตรา ๑๓  ให้คณะกรรมการปรับ”",
        ["t1", "s13"],
    ),
    "replace the heading of a part": (
        [("ส่วนที่ ๒\nการบริหาร", "ส่วนที่ ๒\nการบริหารกองทุน")],
        f"ให้ยกเลิกชื่อส่วนที่ ๒ ของหมวด ๒ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n“ส่วนที่ ๒\nการบริหารกองทุน”",
        ["ch2.pt2.heading"],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_form(form: str) -> None:
    edits, text, targets = FORMS[form]
    new = edited(*edits)
    bill = write_bill(act(), new)
    assert [(clause.text, list(clause.targets)) for clause in bill.clauses] == [(text, targets)]
    assert [caution.code for caution in bill.warnings if caution.code != "paragraphs_move"] == []
    assert [list(order.targets) for order in read_bill(bill.text) if order.targets] == [targets]
    assert prove(act(), new, bill.text) == ()


def test_replace_a_chapter_as_a_whole() -> None:
    new = edited(("หมวด ๓\nบทกำหนดโทษ", "หมวด ๓\nโทษ"), ("ห้าหมื่นบาท", "หนึ่งแสนบาท"))
    bill = write_bill(act(), new, Frame(grain={"ch3": Grain.DIVISION}))
    assert [clause.text for clause in bill.clauses] == [
        f"ให้ยกเลิกความในหมวด ๓ บทกำหนดโทษ มาตรา ๑๒ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน\n\n"
        "“หมวด ๓\nโทษ\n\nมาตรา ๑๒  ผู้ใดปลอมผ้าพื้นบ้าน ต้องระวางโทษปรับไม่เกินหนึ่งแสนบาท”"
    ]
    assert prove(act(), new, bill.text) == ()


def test_a_chapter_whose_name_and_sections_change_is_restated() -> None:
    new = edited(
        ("ส่วนที่ ๒\nการบริหาร", "ส่วนที่ ๒\nการเงิน"),
        ("ให้นำฝากธนาคาร", "ให้ฝากไว้กับกระทรวงการคลัง"),
        ("บัญชีของกองทุนปีละครั้ง", "บัญชีของกองทุนปีละสองครั้ง"),
    )
    bill = write_bill(act(), new)
    assert [clause.wording for clause in bill.clauses] == [
        f"ให้ยกเลิกความในส่วนที่ ๒ การบริหาร มาตรา ๑๐ และมาตรา ๑๑ ของหมวด ๒ แห่ง{ACT} และให้ใช้ความต่อไปนี้แทน"
    ]
    assert prove(act(), new, bill.text) == ()
    apart = write_bill(act(), new, Frame(grain={"ch2.pt2": Grain.SECTION}))
    assert [list(clause.targets) for clause in apart.clauses] == [["ch2.pt2.heading"], ["s10", "s11"]]


def test_change_of_words_throughout() -> None:
    new = read_act(TEXT.replace("สมาคม", "สหพันธ์")).act
    bill = write_bill(act(), new, Frame(words=(WordChange("สมาคม", "สหพันธ์"),)))
    assert prove(act(), new, bill.text) == ()
    assert [clause.wording for clause in bill.clauses] == [f"ให้แก้ไขคำว่า “สมาคม” ใน{ACT} เป็น “สหพันธ์” ทุกแห่ง"]
    assert bill.clauses[0].targets == ("*",)


def test_words_struck_out_throughout() -> None:
    new = read_act(TEXT.replace("ตามความเหมาะสม", "")).act
    bill = write_bill(act(), new, Frame(words=(WordChange("ตามความเหมาะสม", ""),)))
    assert prove(act(), new, bill.text) == ()
    assert [clause.wording for clause in bill.clauses] == [f"ให้ตัดคำว่า “ตามความเหมาะสม” ใน{ACT} ออกทุกแห่ง"]


def test_change_of_words_in_listed_sections() -> None:
    new = edited(("สมาคมซึ่งสมาคมเลือก", "สหพันธ์ซึ่งสหพันธ์เลือก"), ("ให้สมาคมตรวจสอบ", "ให้สหพันธ์ตรวจสอบ"))
    bill = write_bill(act(), new, Frame(words=(WordChange("สมาคม", "สหพันธ์", ("s5", "s11")),)))
    assert [clause.wording for clause in bill.clauses] == [
        f"ให้แก้ไขคำว่า “สมาคม” ในมาตรา ๕ และมาตรา ๑๑ แห่ง{ACT} เป็น “สหพันธ์”"
    ]
    assert prove(act(), new, bill.text) == ()


def test_a_change_of_words_and_other_changes_together() -> None:
    text = TEXT.replace("สมาคม", "สหพันธ์").replace("จำนวนสามคน", "จำนวนสี่คน")
    bill = write_bill(act(), read_act(text).act, Frame(words=(WordChange("สมาคม", "สหพันธ์"),)))
    assert [list(clause.targets) for clause in bill.clauses] == [["*"], ["s5.i3"]]
    assert prove(act(), read_act(text).act, bill.text) == ()


def test_a_schedule_is_replaced_by_the_one_behind_the_bill() -> None:
    rates = "\nอัตราค่าธรรมเนียม\n\n(๑) ใบอนุญาต ฉบับละ ๑๐๐ บาท\n\n(๒) ใบแทน ฉบับละ ๕๐ บาท\n\n[๑] ราช"
    old = TEXT.replace("\n[๑] ราช", rates)
    new = read_act(old.replace("๑๐๐ บาท", "๒๐๐ บาท").replace("๕๐ บาท", "๖๐ บาท")).act
    bill = write_bill(read_act(old).act, new)
    assert [clause.text for clause in bill.clauses] == [
        f"ให้ยกเลิกอัตราค่าธรรมเนียมท้าย{ACT} และให้ใช้อัตราค่าธรรมเนียมท้ายพระราชบัญญัตินี้แทน"
    ]
    assert bill.text.endswith("อัตราค่าธรรมเนียม\n\n(๑) ใบอนุญาต ฉบับละ ๒๐๐ บาท\n\n(๒) ใบแทน ฉบับละ ๖๐ บาท\n")
    assert prove(read_act(old).act, new, bill.text) == ()


LISTS = "\nบัญชี ๑\n\n(๑) ไหม\n\nบัญชี ๒\n\n(๑) ฝ้าย\n\n[๑] ราช"


@pytest.mark.parametrize(
    ("edit", "clauses", "attached"),
    [
        (
            ("(๑) ฝ้าย", "(๑) ฝ้ายและป่าน"),
            [f"ให้ยกเลิกบัญชี ๒ ท้าย{ACT} และให้ใช้บัญชี ๒ ท้ายพระราชบัญญัตินี้แทน"],
            "บัญชี ๒\n\n(๑) ฝ้ายและป่าน\n",
        ),
        (
            ("(๑) ฝ้าย", "(๑) ฝ้าย\n\nบัญชี ๓\n\n(๑) ป่าน"),
            [f"ให้เพิ่มบัญชี ๓ ท้ายพระราชบัญญัตินี้เป็นบัญชี ๓ ท้าย{ACT}"],
            "บัญชี ๓\n\n(๑) ป่าน\n",
        ),
        (("(๑) ไหม", "(ยกเลิก)"), [f"ให้ยกเลิกบัญชี ๑ ท้าย{ACT}"], "นายกรัฐมนตรี\n"),
        (
            ("(๑) ไหม\n\nบัญชี ๒\n\n(๑) ฝ้าย", "(๑) ใยบัว\n\nบัญชี ๒\n\n(ยกเลิก)"),
            [
                f"ให้ยกเลิกบัญชี ๑ ท้าย{ACT} และให้ใช้บัญชี ๑ ท้ายพระราชบัญญัตินี้แทน",
                f"ให้ยกเลิกบัญชี ๒ ท้าย{ACT}",
            ],
            "บัญชี ๑\n\n(๑) ใยบัว\n",
        ),
    ],
)
def test_one_of_several_schedules(edit: tuple[str, str], clauses: list[str], attached: str) -> None:
    old = TEXT.replace("\n[๑] ราช", LISTS)
    new = read_act(old.replace(*edit)).act
    bill = write_bill(read_act(old).act, new)
    assert [clause.text for clause in bill.clauses] == clauses
    assert bill.text.endswith(attached)
    assert prove(read_act(old).act, new, bill.text) == ()


def test_a_first_schedule_is_added() -> None:
    new = read_act(TEXT.replace("\n[๑] ราช", LISTS)).act
    bill = write_bill(act(), new)
    assert [clause.wording for clause in bill.clauses] == [
        f"ให้เพิ่มบัญชี {number} ท้ายพระราชบัญญัตินี้เป็นบัญชี {number} ท้าย{ACT}" for number in "๑๒"
    ]
    assert prove(act(), new, bill.text) == ()


def test_more_than_half_of_a_section_is_restated_as_a_section() -> None:
    new = edited(("อย่างน้อยปีละสี่ครั้ง", "ทุกเดือน"), ("ไม่น้อยกว่ากึ่งหนึ่ง", "ไม่น้อยกว่าสองในสาม"))
    assert [clause.targets for clause in write_bill(act(), new).clauses] == [("s7",)]


@pytest.mark.parametrize(
    ("grain", "targets"),
    [
        ({"s5": Grain.SECTION}, ["s5"]),
        ({"s5.p1": Grain.PARAGRAPH}, ["s5.p1"]),
        ({"s5": Grain.ITEM}, ["s5.i3"]),
    ],
)
def test_the_drafter_chooses_another_grain(grain: dict[str, Grain], targets: list[str]) -> None:
    bill = write_bill(act(), edited(("จำนวนสามคน", "จำนวนสี่คน")), Frame(grain=grain))
    assert [list(clause.targets) for clause in bill.clauses] == [targets]
