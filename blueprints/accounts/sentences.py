"""What went wrong with an account, in words."""

from __future__ import annotations

from flask_babel import gettext, lazy_gettext

from services.people.accounts import PASSWORD_LENGTH, Fault

SENTENCES = {
    Fault.WRONG: lazy_gettext("อีเมลหรือรหัสผ่านไม่ถูกต้อง หรือบัญชีถูกปิดใช้งาน"),
    Fault.DEMONSTRATION: lazy_gettext("บัญชีนี้เป็นบัญชีสาธิต ใช้ได้เฉพาะในโหมดสาธิต"),
    Fault.EMAIL_TAKEN: lazy_gettext("มีบัญชีที่ใช้อีเมลนี้อยู่แล้ว"),
    Fault.EMAIL_BAD: lazy_gettext("อีเมลไม่ถูกต้อง ต้องเขียนแบบ ชื่อ@หน่วยงาน.go.th"),
    Fault.NAME_MISSING: lazy_gettext("กรอกชื่อ"),
    Fault.PASSWORD_LONG: lazy_gettext("รหัสผ่านยาวเกินไป"),
    Fault.PASSWORD_IS_EMAIL: lazy_gettext("ใช้อีเมลเป็นรหัสผ่านไม่ได้"),
    Fault.PASSWORD_WRONG: lazy_gettext("รหัสผ่านปัจจุบันไม่ถูกต้อง"),
    Fault.LAST_ADMIN: lazy_gettext("ต้องมีผู้ดูแลระบบที่ใช้งานได้เหลืออยู่อย่างน้อยหนึ่งคน"),
    Fault.LANGUAGE: lazy_gettext("ไม่มีภาษานี้"),
}

# The field of a form at which the sentence stands.
FIELDS = {
    Fault.EMAIL_TAKEN: "email",
    Fault.EMAIL_BAD: "email",
    Fault.NAME_MISSING: "name",
}


def sentence(fault: Fault) -> str:
    if fault is Fault.PASSWORD_SHORT:
        return gettext("รหัสผ่านต้องยาวอย่างน้อย %(length)s ตัวอักษร", length=PASSWORD_LENGTH)
    return str(SENTENCES[fault])
