"""Why a bill can not be applied or is not proven, in the words of the reader: a sentence for every code."""

from __future__ import annotations

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from blueprints.language import thai_digits
from law.instruct import Refusal, Why

SENTENCES: dict[Why, LazyString] = {
    Why.MISSING: _("ไม่มี%(unit)s ในกฎหมายที่ใช้อยู่"),
    Why.NO_PARAGRAPHS: _("ไม่มี%(unit)s มาตรานี้ไม่มีวรรค"),
    Why.ONE_PARAGRAPH: _("ไม่มี%(unit)s มาตรานี้มีวรรคเดียว"),
    Why.SECTION_HAS: _("ไม่มี%(unit)s มาตรานี้มีเพียง %(count)s วรรค"),
    Why.TWICE: _("%(unit)s มีมากกว่าหนึ่งแห่งในกฎหมายที่ใช้อยู่ จึงไม่รู้ว่าหมายถึงแห่งใด"),
    Why.STANDS_ALREADY: _("มี%(unit)s อยู่แล้ว จึงเพิ่มอีกไม่ได้"),
    Why.STANDS_OUTSIDE: _("มี%(unit)s อยู่แล้วนอก%(home)s"),
    Why.REPEALED: _("%(unit)s ถูกยกเลิกแล้ว"),
    Why.REPEALED_ALREADY: _("%(unit)s ถูกยกเลิกไปก่อนแล้ว"),
    Why.TOGETHER: _("%(unit)s ยกเลิกไว้รวมกัน จึงแก้ทีละมาตราไม่ได้"),
    Why.NOT_BEFORE: _("%(unit)s ไม่ได้อยู่ก่อน%(other)s"),
    Why.MIXED: _("อ้างหน่วยต่างชนิดกันไว้กับข้อความใหม่เดียว แยกเป็นคนละมาตรา"),
    Why.PLACES_DIFFER: _("เพิ่มหน่วยของคนละที่ด้วยข้อความใหม่เดียว แยกเป็นคนละมาตรา"),
    Why.UNTOLD_PARAGRAPH: _("%(unit)s: แยกวรรคภายในอนุมาตราหรือบทนิยามไม่ออก"),
    Why.NOT_THOSE_IT_HAS: _("มาตราที่อ้างไว้กับ%(unit)s ไม่ตรงกับที่มีอยู่จริง: %(other)s"),
    Why.OTHER_NAME: _("ร่างเรียก%(unit)s ว่า “%(named)s” แต่กฎหมายเรียกว่า “%(stands)s”"),
    Why.NO_NEIGHBOUR: _("ไม่มีหน่วยที่%(unit)s จะต่อท้ายได้"),
    Why.NEIGHBOUR_MISSING: _("%(unit)s ไม่มีที่ต่อ เพราะไม่มี%(other)s ในกฎหมายที่ใช้อยู่"),
    Why.NO_ITEMS: _("%(unit)s ไม่มีที่ต่อ เพราะวรรคนี้ไม่มีอนุมาตรา"),
    Why.UNCLEAR_PARAGRAPH: _("%(unit)s: ไม่ชัดว่าเพิ่มในวรรคใด ระบุวรรค"),
    Why.UNCLEAR_DIVISION: _("ไม่ชัดว่า%(unit)s อยู่ที่ใด เพราะมีหน่วยระดับนี้หลายแห่ง"),
    Why.WRONG_DIVISION: _("ตามเลขแล้ว%(unit)s ไม่ได้อยู่ใน%(home)s"),
    Why.TOO_FEW_PARAGRAPHS: _("เพิ่ม%(unit)s ไม่ได้ มาตรานี้มีเพียง %(count)s วรรค"),
    Why.NOT_CONSECUTIVE: _("วรรคที่เพิ่มไม่ได้เรียงต่อกัน"),
    Why.NO_PLACE: _("ไม่ได้บอกว่าบทนิยามใหม่อยู่ระหว่างคำใด"),
    Why.DEFINITION_MISSING: _("มาตรานี้ไม่มีบทนิยามคำว่า “%(term)s”"),
    Why.OTHER_ORDER: _("บทนิยามสองคำที่อ้างเรียงสลับกันกับในกฎหมาย"),
    Why.NOT_NEIGHBOURS: _("บทนิยามสองคำที่อ้างไม่ได้อยู่ติดกันในกฎหมาย"),
    Why.CAN_NOT_STAND: _("%(unit)s อยู่ตรงนั้นไม่ได้"),
    Why.HEADING_NO_PLACE: _("ไม่ได้บอกว่าชื่อหมวดอยู่ก่อนมาตราใด"),
    Why.NOTHING_BEHIND: _("หลัง%(unit)s ไม่มีสิ่งใดที่ชื่อหมวดจะอยู่เหนือได้"),
    Why.NUMBERS_ELSEWHERE: _("ตามเลขของมาตราใน%(unit)s หน่วยนี้ไม่ได้อยู่ตรงนั้น"),
    Why.NAME_NOT_ALONE: _("ข้อความใหม่ต้องมีแต่ชื่อของ%(unit)s"),
    Why.NO_SECTION_IN: _("ข้อความใหม่ไม่มีมาตราของ%(unit)s จึงไม่ชัดว่าอยู่ที่ใด"),
    Why.NO_QUOTATION: _("ไม่มีข้อความใหม่ในเครื่องหมายคำพูด"),
    Why.UNCLEAR_QUOTATION: _("ไม่ชัดว่าข้อความใหม่เริ่มที่ใด ใส่เครื่องหมายคำพูด"),
    Why.BEGINS_OTHERWISE: _("ข้อความใหม่ไม่ได้ขึ้นต้นด้วย%(unit)s"),
    Why.BEGINS_WITH: _("ข้อความใหม่ขึ้นต้นด้วย%(found)s ไม่ใช่%(unit)s"),
    Why.NOT_QUOTED: _("ข้อความใหม่ไม่มี%(unit)s"),
    Why.NOT_WHERE: _("ข้อความใหม่ไม่มี%(unit)s ในที่ที่ควรมี: %(words)s"),
    Why.NO_TEXT: _("ข้อความใหม่ของ%(unit)s ว่างอยู่"),
    Why.NOT_ALONE: _("ข้อความใหม่ต้องมีแต่%(unit)s และขึ้นต้นด้วยเลขของหน่วยนั้น"),
    Why.BEGINS_WITH_ITEM: _("อ้างวรรค แต่ข้อความใหม่ขึ้นต้นด้วยอนุมาตรา"),
    Why.COUNT: _("ร่างอ้าง %(cited)s หน่วย แต่ข้อความใหม่มี%(found)s"),
    Why.COUNT_APART: _("ร่างอ้าง %(cited)s หน่วยที่ไม่อยู่ติดกัน แต่ข้อความใหม่มี%(found)s"),
    Why.COUNT_BROKEN: _("ร่างอ้าง %(cited)s หน่วย แต่ข้อความใหม่มี%(found)s อาจมีบรรทัดขาดกลางวรรค"),
    Why.COUNT_REPEATED: _("ร่างอ้าง %(cited)s หน่วย แต่ข้อความใหม่มี%(found)s และมีหน่วยที่ซ้ำกับของเดิม"),
    Why.NO_HEADING: _("ข้อความใหม่ไม่ได้ขึ้นต้นด้วยชื่อหมวดหรือส่วน"),
    Why.NOT_STATED: _("ข้อความใหม่ไม่มี%(unit)s"),
    Why.DIVISION_COUNT: _("ร่างอ้าง %(cited)s หมวดหรือส่วน แต่ข้อความใหม่มี%(found)s"),
    Why.HEADING_COUNT: _("ข้อความใหม่ไม่ได้มีชื่อหมวดครบ %(cited)s ชื่อ"),
    Why.NO_NAME: _("ข้อความใหม่ไม่มีชื่อหมวด"),
    Why.OTHER_HEADING: _("ข้อความใหม่เป็นของ%(found)s ไม่ใช่%(unit)s"),
    Why.QUOTED_NAME_DIFFERS: _("ร่างเรียก%(unit)s ว่า “%(named)s” แต่ข้อความใหม่เรียกว่า “%(found)s”"),
    Why.MARK_UNCLEAR: _("ข้อความใหม่ไม่มี%(unit)s และไม่ชัดว่าเครื่องหมาย (ยกเลิก) อยู่ที่ใด"),
    Why.READS_OTHERWISE: _("เมื่อแก้แล้ว%(unit)s จะอ่านเป็นอย่างอื่น"),
    Why.WHOLE_LAW: _("ร่างยกเลิกกฎหมายทั้งฉบับ จึงไม่มีข้อความที่แก้แล้ว"),
    Why.HEADING_REPEALED: _("ยกเลิกชื่อหมวดโดยไม่มีชื่อใหม่แทน"),
    Why.SEVERAL_LISTED: _("แจกแจงมาตราไว้กับหลายหมวด แยกเป็นคนละมาตรา"),
    Why.SEVERAL_DIVISIONS: _("แทนหลายหมวดด้วยข้อความใหม่เดียว แยกเป็นคนละมาตรา"),
    Why.INSERTS_AND_REPLACES: _("ทั้งเพิ่มและแทนในมาตราเดียวกัน"),
    Why.WORDS_MISSING: _("ไม่มีคำว่า “%(words)s” ในที่ที่ให้แก้"),
    Why.WORDS_NOT_IN: _("ไม่มีคำที่ให้แก้ใน%(unit)s"),
    Why.NOTHING_LEFT: _("เมื่อตัดคำแล้วจะไม่เหลือข้อความ: %(words)s"),
    Why.SCHEDULE_PART: _("ไม่ชัดว่าส่วนนั้นของบัญชีเริ่มและจบที่ใด ให้แทนทั้งบัญชี"),
    Why.NO_SCHEDULE: _("กฎหมายนี้ไม่มีบัญชีท้าย"),
    Why.SCHEDULE_NOT_IN_BILL: _("ร่างไม่มีบัญชีใหม่"),
    Why.SCHEDULES_UNCLEAR: _("มีบัญชีมากกว่าหนึ่ง หรือไม่ชัดว่าบัญชีหนึ่งจบที่ใด"),
    Why.OTHER_SCHEDULE: _("ร่างอ้างบัญชีอื่น: %(named)s"),
    Why.NOT_UNDERSTOOD: _("อ่านถ้อยคำนี้ไม่ออก เทียบกับรูปแบบ ให้ยกเลิกความใน… หรือ ให้เพิ่มความต่อไปนี้เป็น…: %(words)s"),
    Why.WORDS_BEFORE: _("มีถ้อยคำที่อ่านไม่ออกก่อนคำสั่งแก้ไข: %(words)s"),
    Why.WORDS_BEHIND: _("มีถ้อยคำที่อ่านไม่ออกหลังคำสั่งแก้ไข: %(words)s"),
    Why.OTHER_LAW: _("ร่างมาตรานี้แก้กฎหมายอื่น: %(law)s"),
    Why.NO_LAW: _("ไม่ได้บอกว่าแก้กฎหมายใด"),
    Why.LATER: _("มีผลภายหลัง จึงนำไปใช้ตอนนี้ไม่ได้: %(words)s"),
    Why.RUN_TOGETHER: _("บรรทัดติดกันทั้งฉบับ จึงแยกวรรคของข้อความใหม่ไม่ออก"),
    Why.DAMAGED: _("ข้อความเสียหาย พิมพ์ส่วนนี้ใหม่: %(damage)s"),
    Why.NO_INSTRUCTION: _("ร่างไม่มีมาตราที่แก้กฎหมาย"),
    Why.LOST_AM: _("สระอำหาย (“%(words)s”)"),
    Why.FALSE_AM: _("สระอากลายเป็นสระอำ (“%(words)s”)"),
    Why.LOST_TONES: _("วรรณยุกต์หาย (“%(words)s”)"),
    Why.BROKEN_NUMBER: _("มีช่องว่างกลางตัวเลข (“%(words)s”)"),
    Why.BROKEN_WORDS: _("มีช่องว่างกลางคำ (“%(words)s”)"),
    Why.BROKEN_LABEL: _("มีช่องว่างกลางเลขของร่างมาตรา %(label)s"),
    Why.OPENING_MARK: _("เครื่องหมายคำพูดเปิดหาย"),
    Why.CLOSING_MARK: _("เครื่องหมายคำพูดปิดหาย"),
    Why.PAGE_END: _("ข้อความใหม่ข้ามหน้า จึงไม่รู้ว่าขึ้นวรรคใหม่ตรงนั้นหรือไม่"),
    Why.PAGE_HEADERS: _("ตัดหัวกระดาษออกแล้ว"),
    Why.FRONT_MATTER: _("ตัดส่วนหัวของแฟ้มออกแล้ว"),
    Why.WRAPPED: _("บรรทัดถูกตัดตามความกว้างหน้า จึงไม่แน่ว่าวรรคเริ่มที่ใด"),
    Why.LINES_RUN: _("บรรทัดติดกัน จึงไม่รู้ว่าวรรคเริ่มที่ใด"),
    Why.NUMBER_TWICE: _("มีมาตราเลขซ้ำกัน: %(labels)s"),
    Why.TEXT_DIFFERS: _("เมื่อนำไปใช้แล้ว%(unit)s อ่านได้ไม่ตรงกับที่ร่างไว้"),
    Why.ACT_NOT_NAMED: _("ไม่ได้เอ่ยชื่อกฎหมายที่แก้"),
    Why.AMENDER_FOREIGN: _("อ้างกฎหมายแก้ไขที่ทั้งเชิงอรรถและผู้ร่างไม่ได้บอกไว้: %(found)s"),
    Why.AMENDER_MISSING: _("ไม่ได้อ้างกฎหมายที่แก้ไขหน่วยนี้ครั้งล่าสุด: %(wanted)s"),
    Why.NO_FORM: _("ถ้อยคำไม่ตรงกับรูปแบบของร่างกฎหมายแก้ไข: %(words)s"),
    Why.TITLE: _("ชื่อร่างเป็น%(found)s ไม่ใช่%(wanted)s"),
    Why.REASONS_CLAUSE: _("ความก่อนมาตรา ๑ ไม่ได้บอกว่าแก้กฎหมายนี้: %(words)s"),
    Why.COMMENCEMENT: _("วันใช้บังคับไม่ตรงกับที่กำหนดไว้: %(words)s"),
    Why.NUMBERING: _("เลขมาตราของร่างไม่เรียงกัน: %(found)s อยู่ในที่ของ%(wanted)s"),
    Why.ORDER: _("ไม่ได้เรียงตามลำดับของกฎหมาย ควรอยู่ก่อน%(unit)s"),
    Why.TRANSITIONAL: _("บทเฉพาะกาลไม่ตรงกับที่กำหนดไว้: %(words)s"),
    Why.CHARGE: _("ผู้รักษาการไม่ใช่%(wanted)s: %(words)s"),
    Why.CLOSING: _("ส่วนหลังมาตราสุดท้ายไม่เป็นอย่างที่ควร: %(words)s"),
    Why.NOT_READ: _("มีถ้อยคำในร่างที่ไม่ได้อ่าน: %(words)s"),
    Why.PRINCIPLE: _("บันทึกหลักการไม่ตรงกับร่าง: %(words)s"),
    Why.REASONS_CITE: _("เหตุผลอ้าง%(unit)s แต่กฎหมายไม่มีหน่วยนี้ และร่างก็ไม่ได้เพิ่ม"),
}

_PLACED = _("ร่างมาตรา %(number)s: %(sentence)s")


def refusal_sentence(found: Refusal) -> str:
    """One sentence in the reader's language, without the section of the bill."""
    facts = {name: _set(fact) for name, fact in found.facts}
    if found.cause is not None:
        facts["damage"] = refusal_sentence(found.cause)
    return (str(SENTENCES[found.why]) % facts).strip().replace("  ", " ")


def _set(fact: str) -> str:
    """Digits in the reader's script; Thai words run on into a citation, but not into its bracket."""
    words = thai_digits(fact) if fact.isdecimal() else fact
    return f" {words}" if words.startswith("(") or words.isdecimal() else words


def placed_sentence(found: Refusal) -> str:
    """The same, with the section of the bill before it."""
    if not found.section:
        return refusal_sentence(found)
    number = thai_digits(found.section)
    return str(_PLACED) % {"number": number, "sentence": refusal_sentence(found)}
