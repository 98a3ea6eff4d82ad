"""Why a service did nothing. Sentences for people are in the blueprints."""

from __future__ import annotations

from enum import StrEnum


class NotFound(Exception):
    """There is no such thing, or this person may not see it: never told apart."""


def known(number: int) -> int:
    """A number that a row can have; what an address of a page can hold besides is not there. :raises NotFound:"""
    if not 0 < number < 2**31:
        raise NotFound
    return number


class Fault(StrEnum):
    """Why something was refused besides the rules of the workflow."""

    NOT_TEXT = "not_text"
    TOO_LONG = "too_long"
    BAD_CHARACTERS = "bad_characters"  # NUL, lone surrogates
    NO_SECTIONS = "no_sections"
    UNCONFIRMED = "unconfirmed"  # odd or incomplete, and nobody confirmed it
    ALREADY_STORED = "already_stored"  # the same text is an edition of the act already
    NO_EDITION = "no_edition"
    TITLE_MISSING = "title_missing"
    BODY_MISSING = "body_missing"
    REQUIRED_APPROVALS = "required_approvals"  # not between 1 and 9
    UNKNOWN_PERSON = "unknown_person"
    NOT_A_DRAFTER = "not_a_drafter"
    NOT_A_REVIEWER = "not_a_reviewer"
    WROTE_IT = "wrote_it"  # four eyes: an author can not be named as reviewer
    REVIEWS_IT = "reviews_it"  # four eyes: a reviewer can not be named as co-drafter
    NO_REVIEWER = "no_reviewer"
    REVIEWS_IT_ALREADY = "reviews_it_already"
    DECLINED_IT = "declined_it"
    NO_CALENDAR = "no_calendar"  # the holidays of that year are not known
    NOT_A_WORKING_DAY = "not_a_working_day"
    DUE_IN_PAST = "due_in_past"
    BAD_WORKING_DAYS = "bad_working_days"  # not between 1 and 250
    LINE_TOO_LONG = "line_too_long"  # of a checklist; or too many lines
    NOTHING_EDITED = "nothing_edited"  # the draft would be the act as it stands
    BAD_ADDRESS = "bad_address"
    UNKNOWN_UNIT = "unknown_unit"
    QUOTE_MISSING = "quote_missing"  # the quoted words are not in the unit
    NOT_YOURS = "not_yours"
    SUGGESTION_MISSING = "suggestion_missing"  # the comment suggests no words
    SUGGESTION_NEEDS_UNIT = "suggestion_needs_unit"
    ALREADY_TAKEN = "already_taken"  # the suggested words stand there
    WORDS_GONE = "words_gone"  # what the suggestion replaces does not stand any more
    WISH_INCOMPLETE = "wish_incomplete"  # no text, or nothing to look for
    BAD_NUMBER = "bad_number"  # of a bill
    BAD_YEAR = "bad_year"
    BAD_AMENDER = "bad_amender"  # no title of a law
    WORDS_MISSING = "words_missing"  # to be changed everywhere, and nowhere in the act
    BILL_MISSING = "bill_missing"
    BILL_NOT_RESOLVED = "bill_not_resolved"  # an instruction of it does not fit the act
    PERSON_MISSING = "person_missing"  # whom to invite
    ORGANISATION_MISSING = "organisation_missing"
    BAD_EMAIL = "bad_email"
    BAD_DAYS = "bad_days"  # not between 1 and 365
    COMMENTS_CLOSED = "comments_closed"  # to a guest: the review, or the invitation, has ended
    NOT_A_SECRETARY = "not_a_secretary"
    NOT_A_SECRETARY_OR_ADMIN = "not_a_secretary_or_admin"
    BILL_NAMELESS = "bill_nameless"
    NOTHING_CHOSEN = "nothing_chosen"  # no proposal for a bill
    OTHER_EDITION = "other_edition"  # the proposal is written on another edition than the bill
    BILL_CLOSED = "bill_closed"  # it is law, or was dissolved
    BILL_INCOMPLETE = "bill_incomplete"
    WHY_MISSING = "why_missing"  # of dissolving a bill
    NUMBER_MISSING = "number_missing"  # of what became law
    FORCE_TOO_EARLY = "force_too_early"  # before it was published, or before the edition that it amends
    CAN_NOT_CONSOLIDATE = "can_not_consolidate"  # the next edition does not read back as it was made
    BAD_COMMENCEMENT = "bad_commencement"  # the number of days or the date is missing or impossible


class Refused(Exception):
    """Nothing was stored, because of ``fault``; ``address`` where it is about one unit."""

    def __init__(self, fault: Fault, address: str = "") -> None:
        super().__init__(f"{fault}{': ' if address else ''}{address}")
        self.fault = fault
        self.address = address


class StaleWrite(Exception):
    """Somebody else wrote meanwhile; nothing was stored. ``theirs``: what is stored now, ``what`` kind it is."""

    def __init__(self, what: str, theirs: object) -> None:
        super().__init__(what)
        self.what = what
        self.theirs = theirs
