"""What the engine says of a bill in codes, in the words of the reader: problems, failures, cautions, questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flask_babel import LazyString, lazy_gettext
from flask_babel import gettext as _

from blueprints.proposals.refusal_words import placed_sentence
from blueprints.wording import MISFITS
from law.amend import CannotAmend, Caution, Clause, Grain, Problem, Prompt
from law.amending import transitional
from law.citing.citation import cite
from services.legislating.bills import Question, WrittenBill
from services.legislating.frames import Begins

BEGINS: dict[Begins, LazyString] = {
    Begins.NEXT_DAY: lazy_gettext("วันถัดจากวันประกาศในราชกิจจานุเบกษา"),
    Begins.AFTER_DAYS: lazy_gettext("เมื่อพ้นจำนวนวันนับแต่วันประกาศ"),
    Begins.ON_DATE: lazy_gettext("วันที่กำหนด"),
}

# The parts of the statement that travels with a bill; documents are Thai whatever the language of the pages.
PRINCIPLE, REASONS = "หลักการ", "เหตุผล"

# Wordings that a drafter may begin from; law is in Thai.
TRANSITIONAL_EXAMPLES = (
    "ให้กรรมการซึ่งดำรงตำแหน่งอยู่ในวันก่อนวันที่พระราชบัญญัตินี้ใช้บังคับ คงอยู่ในตำแหน่งต่อไปจนกว่าจะครบวาระ",
    "ในวาระเริ่มแรก ให้คณะกรรมการประกอบด้วยกรรมการเท่าที่มีอยู่ ปฏิบัติหน้าที่ไปพลางก่อนจนกว่าจะมีการแต่งตั้งกรรมการ"
    "ตามพระราชบัญญัตินี้ ทั้งนี้ ต้องไม่เกินหกสิบวันนับแต่วันที่พระราชบัญญัตินี้ใช้บังคับ",
)

# How much of a section the bill re-states; the empty choice leaves it to the engine.
GRAINS: dict[str, LazyString] = {
    "": lazy_gettext("ตามที่ระบบเห็นเหมาะ"),
    Grain.ITEM.value: lazy_gettext("เฉพาะอนุมาตราหรือวรรคที่เปลี่ยน"),
    Grain.PARAGRAPH.value: lazy_gettext("ทั้งวรรค"),
    Grain.SECTION.value: lazy_gettext("ทั้งมาตรา"),
}


def unit(address: str) -> str:
    """A unit cited; the address itself where it has no citation."""
    return cite(address) or address


def units(questions: Iterable[Question]) -> str:
    """The units that questions are about."""
    return ", ".join(unit(question.address) for question in questions)


def problem_sentence(problem: Problem) -> str:
    """Why there can be no bill."""
    place = unit(problem.address)
    sentences = {
        CannotAmend.NOTHING: _("ข้อความยังเหมือนกฎหมายที่ใช้อยู่ จึงยังไม่มีสิ่งใดให้แก้"),
        CannotAmend.MISSING: _("%(unit)s หายไปจากข้อความใหม่ ถ้าต้องการยกเลิก ให้เขียน (ยกเลิก) ไว้แทนที่", unit=place),
        CannotAmend.RENUMBERED: _(
            "%(unit)s ได้เลขใหม่ทั้งที่ข้อความเดิม กฎหมายไม่เปลี่ยนเลขเดิม ให้คงเลขไว้ และให้หน่วยใหม่ใช้เลขทับ เช่น ๖/๑", unit=place
        ),
        CannotAmend.MOVED: _("%(unit)s ย้ายที่ ไม่มีถ้อยคำของร่างกฎหมายที่ย้ายหน่วยได้ ให้ยกเลิกที่เดิมแล้วเพิ่มที่ใหม่", unit=place),
        CannotAmend.OUT_OF_PLACE: _("%(unit)s ไม่ได้อยู่ในที่ที่เลขของหน่วยบอก เปลี่ยนเลขหรือย้ายที่", unit=place),
        CannotAmend.NO_FORM: _("ไม่มีถ้อยคำของร่างกฎหมายที่เปลี่ยน %(unit)s อย่างนี้ได้", unit=place or _("ส่วนนอกมาตรา")),
    }
    return sentences.get(problem.code) or _("เขียนร่างกฎหมายของ %(unit)s ไม่ได้", unit=place)


def caution_sentence(caution: Caution) -> str:
    """What the drafter should look at though the bill stands."""
    place = unit(caution.address)
    citing = ", ".join(unit(address) for address in dict.fromkeys(caution.cited_by))
    if caution.code == Caution.AMENDER_UNKNOWN:
        return _("ยังไม่ได้ระบุว่า %(unit)s แก้ไขครั้งล่าสุดโดยกฎหมายใด หรือไม่เคยแก้ไข", unit=place)
    if caution.code == Caution.PARAGRAPHS_MOVE and citing:
        return _("วรรคที่เพิ่ม (%(unit)s) ทำให้วรรคหลังเลื่อนลง ต้องแก้ที่อ้างถึงวรรคเดิม: %(citing)s", unit=place, citing=citing)
    if caution.code == Caution.PARAGRAPHS_MOVE:
        return _("วรรคที่เพิ่ม (%(unit)s) ทำให้วรรคหลังเลื่อนลง ไม่พบที่อ้างถึงวรรคเหล่านั้นในกฎหมายนี้", unit=place)
    if caution.code == Caution.REPEALED_CITED:
        return _("%(unit)s ถูกยกเลิก แต่ยังมีที่อ้างถึง: %(citing)s", unit=place, citing=citing)
    if caution.code == Caution.CHARGE_ASSUMED:
        return _("กฎหมายเดิมไม่มีมาตราว่าด้วยผู้รักษาการ ผู้รักษาการในมาตราสุดท้ายเป็นการสันนิษฐาน")
    return _("ตรวจ %(unit)s อีกครั้ง", unit=place)


def prompt_sentence(prompt: Prompt) -> str:
    """What becomes of those in office."""
    sentences = {
        transitional.MEMBERS_IN_OFFICE: _(
            "องค์ประกอบของ%(board)s (%(unit)s) เปลี่ยน ผู้ที่ดำรงตำแหน่งอยู่จะเป็นอย่างไร",
            board=prompt.board,
            unit=unit(prompt.address),
        ),
        transitional.BOARD_ABOLISHED: _(
            "%(board)s (%(unit)s) ถูกยกเลิก กรรมการ งานที่ค้าง และมติที่ออกแล้วจะเป็นอย่างไร",
            board=prompt.board,
            unit=unit(prompt.address),
        ),
        transitional.BOARD_ESTABLISHED: _(
            "ตั้ง%(board)sขึ้นใหม่ (%(unit)s) ก่อนแต่งตั้งชุดแรก ผู้ใดทำหน้าที่", board=prompt.board, unit=unit(prompt.address)
        ),
    }
    return sentences.get(prompt.code) or _("ตรวจว่าต้องมีบทเฉพาะกาลสำหรับ%(board)sหรือไม่", board=prompt.board)


def obstacles(written: WrittenBill) -> list[str]:
    """Why the bill is not proven, one sentence each; empty where it is."""
    misfits = [f"{unit(address)}: {MISFITS[code]}" for address, code in written.misfits.items()]
    problems = _each(problem_sentence, written.problems)
    return [*misfits, *problems, *_each(placed_sentence, (*written.failures, *written.statement.certain))]


def cautions(written: WrittenBill) -> list[str]:
    """What should be looked at besides the questions, which have their place in the form."""
    found = written.bill.warnings if written.bill else ()
    engine = _each(caution_sentence, (one for one in found if one.code != Caution.AMENDER_UNKNOWN))
    return [*engine, *_each(placed_sentence, written.statement.likely)]


def _each(sentence: Callable[..., str], found: Iterable[object]) -> list[str]:
    return list(dict.fromkeys(sentence(one) for one in found))


def clause_name(clause: Clause) -> str:
    """What a clause changes, to be read aloud with its link."""
    return _("ดูสิ่งที่เปลี่ยน: %(unit)s", unit=clause.cited)
