"""One sentence for everything that can be recorded, by its code; a test holds the table against the codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import pgettext

from blueprints.language import thai_date, thai_digits
from blueprints.wording import ASPECTS, ROLES
from law.citing.citation import cite
from review.approval import Aspect
from review.record import Happening
from review.workflow import Action, Role, State

Details = Mapping[str, Any]
People = Mapping[int, str]
Teller = Callable[[Details, People], str]


def sentence(action: str, details: Details, people: People) -> str:
    """What happened. ``people``: names by id; the record knows them by number only."""
    tell = _TOLD.get(action)
    return tell(details, people) if tell else action  # of a later version of Rangkae


def is_worded(action: str) -> bool:
    """Whether an action has a sentence."""
    return action in _TOLD


# --- what moves a proposal ---------------------------------------------------------------------------


def _moved(action: Action) -> Teller:
    def tell(details: Details, people: People) -> str:
        what = _approved(details) if action is Action.APPROVE else _done(action)
        if details.get("bill_title"):
            what = _("%(what)s “%(bill)s”", what=what, bill=details["bill_title"])
        if action is Action.ASSIGN:
            what = _by_when(_("มอบหมายผู้ตรวจ %(names)s", names=_reviewers(details, people)), details)
        if action is Action.APPROVE and details.get("to") == State.APPROVED:
            what = _("%(what)s ข้อเสนอได้รับความเห็นชอบครบแล้ว", what=what)
        return what

    return tell


def _done(action: Action) -> str:
    """What somebody did; Thai says it as the button does, other languages do not."""
    return {
        Action.SUBMIT: pgettext("happened", "เสนอให้ตรวจ"),
        Action.ASSIGN: pgettext("happened", "มอบหมายผู้ตรวจ"),
        Action.START: pgettext("happened", "เริ่มตรวจ"),
        Action.APPROVE: pgettext("happened", "เห็นชอบ"),
        Action.REQUEST_CHANGES: pgettext("happened", "ขอให้แก้ไข"),
        Action.REJECT: pgettext("happened", "ไม่เห็นชอบ"),
        Action.RESUBMIT: pgettext("happened", "เสนออีกครั้ง"),
        Action.WITHDRAW: pgettext("happened", "ถอนข้อเสนอ"),
        Action.REOPEN: pgettext("happened", "เปิดเป็นร่างอีกครั้ง"),
        Action.REVISE: pgettext("happened", "นำกลับมาปรับปรุง"),
        Action.INCLUDE: pgettext("happened", "รวมเข้าร่างพระราชบัญญัติ"),
        Action.TAKE_OUT: pgettext("happened", "นำออกจากร่างพระราชบัญญัติ"),
        Action.ENACT: pgettext("happened", "บันทึกว่าประกาศใช้แล้ว"),
    }[action]


def _approved(details: Details) -> str:
    return _(
        "เห็นชอบร่างครั้งที่ %(draft)s (%(got)s จาก %(required)s)",
        draft=thai_digits(details.get("draft", "")),
        got=thai_digits(details.get("approvals", "")),
        required=thai_digits(details.get("required", "")),
    )


def _reviewers(details: Details, people: People) -> str:
    """Who reviews, with the aspect and the deadline of each; an older event tells the people only."""
    seats = details.get("seats") or [{"reviewer": number} for number in details.get("reviewers", ())]
    return ", ".join(filter(None, (_seat(seat, people) for seat in seats))) or "–"


def _seat(seat: Mapping[str, Any], people: People) -> str:
    aspect = str(ASPECTS[Aspect(seat["aspect"])]) if seat.get("aspect") else ""
    due = _("ถึงวันที่ %(day)s", day=_day(seat["due_on"])) if seat.get("due_on") else ""
    more = " ".join(filter(None, (aspect, due)))
    name = people.get(seat["reviewer"], "")
    return f"{name} ({more})" if name and more else name


def _by_when(what: str, details: Details) -> str:
    due = details.get("due_on")
    return _("%(what)s ให้เสร็จภายในวันที่ %(day)s", what=what, day=_day(due)) if due else what


def _names(people: People, numbers: Sequence[int]) -> str:
    return ", ".join(filter(None, (people.get(number, "") for number in numbers))) or "–"


# --- everything else ---------------------------------------------------------------------------------


def _plain(words: Callable[[], str]) -> Teller:
    return lambda _details, _people: words()


def _draft_saved(details: Details, _people: People) -> str:
    what = _("บันทึกร่างครั้งที่ %(draft)s", draft=thai_digits(details.get("draft", "")))
    if details.get("voided"):
        return _("%(what)s ความเห็นชอบต่อข้อความเดิมสิ้นผล", what=what)
    return what


def _comment_written(details: Details, _people: People) -> str:
    place = cite(details.get("address") or "")
    if details.get("reply_to"):
        return _("ตอบความเห็น")
    if details.get("blocking"):
        return pgettext("happened", "แสดงความเห็นที่ระงับการเห็นชอบ") + (f" ({place})" if place else "")
    return _("แสดงความเห็นที่%(place)s", place=place) if place else _("แสดงความเห็น")


def _edition_hit(details: Details, _people: People) -> str:
    units = ", ".join(cite(address) for address in details.get("units", ()))
    what = _(
        "กฎหมายมีฉบับใหม่ (ฉบับนำเข้าครั้งที่ %(n)s) ซึ่งแก้ส่วนที่ข้อเสนอนี้แก้ด้วย: %(units)s",
        n=thai_digits(details.get("edition", "")),
        units=units,
    )
    return _("%(what)s ความเห็นชอบที่ให้ไว้จึงสิ้นผล", what=what) if details.get("voided") else what


def _edition_carried(details: Details, _people: People) -> str:
    return _(
        "กฎหมายมีฉบับใหม่ (ฉบับนำเข้าครั้งที่ %(n)s) ซึ่งไม่แตะส่วนที่ข้อเสนอนี้แก้ ข้อเสนอเดินต่อบนฉบับใหม่ ความเห็นชอบยังนับ",
        n=thai_digits(details.get("edition", "")),
    )


def _edition_merged(details: Details, _people: People) -> str:
    return _(
        "รวมข้อเสนอกับกฎหมายฉบับใหม่ (ฉบับนำเข้าครั้งที่ %(n)s) เป็นร่างครั้งที่ %(draft)s",
        n=thai_digits(details.get("edition", "")),
        draft=thai_digits(details.get("draft", "")),
    )


def _invited(details: Details, _people: People) -> str:
    day = _day(details.get("last_day"))
    return _("เชิญ %(guest)s แสดงความเห็นจนถึงวันที่ %(day)s", guest=details.get("guest", "–"), day=day)


def _renewed(details: Details, _people: People) -> str:
    day = _day(details.get("last_day"))
    return _("ทำลิงก์ใหม่ให้ %(guest)s ใช้ได้ถึงวันที่ %(day)s", guest=details.get("guest", "–"), day=day)


def _uninvited(details: Details, _people: People) -> str:
    return _("ถอนคำเชิญของ %(guest)s", guest=details.get("guest", "–"))


def _day(told: str | None) -> str:
    return thai_date(date.fromisoformat(told), weekday=False) if told else "–"


def _arranged(details: Details, people: People) -> str:
    names = _reviewers(details, people)
    return _by_when(_("จัดลำดับ ด้าน หรือกำหนดเวลาของผู้ตรวจ %(names)s", names=names), details)


def _delegated(details: Details, people: People) -> str:
    return _("มอบให้ %(name)s ตรวจแทน", name=people.get(details.get("to", 0), "–"))


def _deadline(words: Callable[..., str]) -> Teller:
    def tell(details: Details, people: People) -> str:
        name = people.get(details.get("reviewer") or 0, "")
        return words(name=name or _("ทั้งข้อเสนอ"), day=_day(details.get("due")))

    return tell


def _account(words: Callable[..., str]) -> Teller:
    def tell(details: Details, people: People) -> str:
        roles = ", ".join(str(ROLES[Role(role)]) for role in details.get("roles", ()))
        return words(name=people.get(details.get("user", 0), ""), roles=roles or "–")

    return tell


def _sign_in_refused(details: Details, people: People) -> str:
    name = people.get(details.get("user") or 0, "")
    if not name:
        return _("ปฏิเสธการเข้าสู่ระบบหลายครั้ง บัญชีที่ไม่มีอยู่")
    return _("ปฏิเสธการเข้าสู่ระบบของ %(name)s เพราะรหัสผ่านผิดหลายครั้ง", name=name)


def _bill(words: Callable[[str], str]) -> Teller:
    return lambda details, _people: words(details.get("bill_title", "–"))


_TOLD: dict[str, Teller] = {str(action): _moved(action) for action in Action} | {
    Happening.ACT_ADDED: _plain(lambda: _("นำเข้ากฎหมายใหม่")),
    Happening.ACT_CHANGED: _plain(lambda: _("เปลี่ยนจำนวนความเห็นชอบที่กฎหมายนี้ต้องการ")),
    Happening.EDITION_IMPORTED: _plain(lambda: _("นำเข้าฉบับของกฎหมาย")),
    Happening.PROPOSAL_CREATED: _plain(lambda: _("สร้างข้อเสนอ")),
    Happening.DETAILS_CHANGED: _plain(lambda: _("แก้ชื่อหรือเหตุผลของข้อเสนอ")),
    Happening.CODRAFTERS_NAMED: lambda details, people: _(
        "กำหนดผู้ร่วมร่าง %(names)s", names=_names(people, details.get("codrafters", ()))
    ),
    Happening.DRAFT_SAVED: _draft_saved,
    Happening.COMMENT_WRITTEN: _comment_written,
    Happening.COMMENT_RESOLVED: _plain(lambda: _("ปิดความเห็น")),
    Happening.COMMENT_REOPENED: _plain(lambda: _("เปิดความเห็นอีกครั้ง")),
    Happening.SUGGESTION_TAKEN: lambda details, _people: _(
        "นำถ้อยคำที่เสนอที่%(place)sมาใช้", place=cite(details.get("address") or "")
    ),
    Happening.GUEST_INVITED: _invited,
    Happening.INVITATION_RENEWED: _renewed,
    Happening.INVITATION_WITHDRAWN: _uninvited,
    Happening.EDITION_CARRIED: _edition_carried,
    Happening.EDITION_HIT: _edition_hit,
    Happening.EDITION_MERGED: _edition_merged,
    Happening.REVIEW_RULE_SET: _plain(lambda: _("กำหนดวิธีตรวจข้อเสนอ")),
    Happening.REVIEW_ARRANGED: _arranged,
    Happening.REVIEW_DECLINED: _plain(lambda: _("ขอไม่ตรวจข้อเสนอนี้")),
    Happening.REVIEW_DELEGATED: _delegated,
    Happening.DEADLINE_NEAR: _deadline(
        lambda name, day: _("เตือนว่าใกล้ครบกำหนดตรวจวันที่ %(day)s: %(name)s", day=day, name=name)
    ),
    Happening.DEADLINE_PASSED: _deadline(
        lambda name, day: _("แจ้งว่าพ้นกำหนดตรวจวันที่ %(day)s แล้ว: %(name)s", day=day, name=name)
    ),
    Happening.PAPER_MADE: lambda details, people: _(
        "ทำเอกสารที่ %(name)s ขอเสร็จแล้ว", name=people.get(details.get("asked_by") or 0, "–")
    ),
    Happening.BILL_MADE: _bill(lambda bill: _("สร้างร่างพระราชบัญญัติ “%(bill)s”", bill=bill)),
    Happening.BILL_CHANGED: _bill(lambda bill: _("แก้สิ่งที่ตัดสินใจเกี่ยวกับร่างพระราชบัญญัติ “%(bill)s”", bill=bill)),
    Happening.BILL_MERGE_CONFIRMED: _bill(
        lambda bill: _("ยืนยันข้อความที่รวมจากหลายข้อเสนอในร่างพระราชบัญญัติ “%(bill)s”", bill=bill)
    ),
    Happening.BILL_CARRIED: _bill(lambda bill: _("ร่างพระราชบัญญัติ “%(bill)s” เดินต่อบนกฎหมายฉบับใหม่", bill=bill)),
    Happening.BILL_DISSOLVED: _bill(lambda bill: _("ยกเลิกร่างพระราชบัญญัติ “%(bill)s”", bill=bill)),
    Happening.BILL_ENACTED: _bill(lambda bill: _("บันทึกว่า “%(bill)s” ประกาศใช้แล้ว", bill=bill)),
    Happening.WISH_ADDED: lambda details, _people: _("เพิ่มข้อประสงค์ด้านนโยบาย “%(text)s”", text=details.get("text", "–")),
    Happening.WISH_REMOVED: lambda details, _people: _(
        "เอาข้อประสงค์ด้านนโยบายออก “%(text)s”", text=details.get("text", "–")
    ),
    Happening.USER_ADDED: _account(lambda name, roles: _("เพิ่มบัญชีของ %(name)s (%(roles)s)", name=name, roles=roles)),
    Happening.ROLES_CHANGED: _account(
        lambda name, roles: _("กำหนดบทบาทของ %(name)s เป็น %(roles)s", name=name, roles=roles)
    ),
    Happening.PASSWORD_SET: _account(lambda name, roles: _("ตั้งรหัสผ่านใหม่ของ %(name)s", name=name)),
    Happening.USER_SWITCHED_OFF: _account(lambda name, roles: _("ปิดบัญชีของ %(name)s", name=name)),
    Happening.USER_SWITCHED_ON: _account(lambda name, roles: _("เปิดบัญชีของ %(name)s", name=name)),
    Happening.SIGN_IN_REFUSED: _sign_in_refused,
}
