"""The ways in which a bill can fail, and what the command line says of each, in plain English.

Pages say the same in the reader's language (``blueprints/proposals/refusal_words.py``); a test keeps the two together.
"""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """What is wrong. Facts are Thai citations (``unit``), words of the bill or the act, and numbers."""

    # what is cited
    MISSING = "missing"
    NO_PARAGRAPHS = "no_paragraphs"
    ONE_PARAGRAPH = "one_paragraph"
    SECTION_HAS = "section_has"
    TWICE = "twice"
    STANDS_ALREADY = "stands_already"
    STANDS_OUTSIDE = "stands_outside"
    REPEALED = "repealed"
    REPEALED_ALREADY = "repealed_already"
    TOGETHER = "together"
    NOT_BEFORE = "not_before"
    MIXED = "mixed"
    PLACES_DIFFER = "places_differ"
    UNTOLD_PARAGRAPH = "untold_paragraph"
    NOT_THOSE_IT_HAS = "not_those_it_has"
    OTHER_NAME = "other_name"
    # where it goes
    NO_NEIGHBOUR = "no_neighbour"
    NEIGHBOUR_MISSING = "neighbour_missing"
    NO_ITEMS = "no_items"
    UNCLEAR_PARAGRAPH = "unclear_paragraph"
    UNCLEAR_DIVISION = "unclear_division"
    WRONG_DIVISION = "wrong_division"
    TOO_FEW_PARAGRAPHS = "too_few_paragraphs"
    NOT_CONSECUTIVE = "not_consecutive"
    NO_PLACE = "no_place"
    DEFINITION_MISSING = "definition_missing"
    OTHER_ORDER = "other_order"
    NOT_NEIGHBOURS = "not_neighbours"
    CAN_NOT_STAND = "can_not_stand"
    HEADING_NO_PLACE = "heading_no_place"
    NOTHING_BEHIND = "nothing_behind"
    NUMBERS_ELSEWHERE = "numbers_elsewhere"
    # the quotation
    NAME_NOT_ALONE = "name_not_alone"
    NO_SECTION_IN = "no_section_in"
    NO_QUOTATION = "no_quotation"
    UNCLEAR_QUOTATION = "unclear_quotation"
    BEGINS_OTHERWISE = "begins_otherwise"
    BEGINS_WITH = "begins_with"
    NOT_QUOTED = "not_quoted"
    NOT_WHERE = "not_where"
    NO_TEXT = "no_text"
    NOT_ALONE = "not_alone"
    BEGINS_WITH_ITEM = "begins_with_item"
    COUNT = "count"
    COUNT_APART = "count_apart"
    COUNT_BROKEN = "count_broken"
    COUNT_REPEATED = "count_repeated"
    NO_HEADING = "no_heading"
    NOT_STATED = "not_stated"
    DIVISION_COUNT = "division_count"
    HEADING_COUNT = "heading_count"
    NO_NAME = "no_name"
    OTHER_HEADING = "other_heading"
    QUOTED_NAME_DIFFERS = "quoted_name_differs"
    MARK_UNCLEAR = "mark_unclear"
    READS_OTHERWISE = "reads_otherwise"
    # forms there are none of
    WHOLE_LAW = "whole_law"
    HEADING_REPEALED = "heading_repealed"
    SEVERAL_LISTED = "several_listed"
    SEVERAL_DIVISIONS = "several_divisions"
    INSERTS_AND_REPLACES = "inserts_and_replaces"
    # words
    WORDS_MISSING = "words_missing"
    WORDS_NOT_IN = "words_not_in"
    NOTHING_LEFT = "nothing_left"
    # schedules
    SCHEDULE_PART = "schedule_part"
    NO_SCHEDULE = "no_schedule"
    SCHEDULE_NOT_IN_BILL = "schedule_not_in_bill"
    SCHEDULES_UNCLEAR = "schedules_unclear"
    OTHER_SCHEDULE = "other_schedule"
    # the bill and its clauses
    NOT_UNDERSTOOD = "not_understood"
    WORDS_BEFORE = "words_before"
    WORDS_BEHIND = "words_behind"
    OTHER_LAW = "other_law"
    NO_LAW = "no_law"
    LATER = "later"
    RUN_TOGETHER = "run_together"
    DAMAGED = "damaged"
    NO_INSTRUCTION = "no_instruction"
    # damage of the text
    LOST_AM = "lost_am"
    FALSE_AM = "false_am"
    LOST_TONES = "lost_tones"
    BROKEN_NUMBER = "broken_number"
    BROKEN_WORDS = "broken_words"
    BROKEN_LABEL = "broken_label"
    OPENING_MARK = "opening_mark"
    CLOSING_MARK = "closing_mark"
    PAGE_END = "page_end"
    PAGE_HEADERS = "page_headers"
    FRONT_MATTER = "front_matter"
    WRAPPED = "wrapped"
    LINES_RUN = "lines_run"
    NUMBER_TWICE = "number_twice"
    # the proof
    TEXT_DIFFERS = "text_differs"
    ACT_NOT_NAMED = "act_not_named"
    AMENDER_FOREIGN = "amender_foreign"
    AMENDER_MISSING = "amender_missing"
    NO_FORM = "no_form"
    TITLE = "title"
    REASONS_CLAUSE = "reasons_clause"
    COMMENCEMENT = "commencement"
    NUMBERING = "numbering"
    ORDER = "order"
    TRANSITIONAL = "transitional"
    CHARGE = "charge"
    CLOSING = "closing"
    NOT_READ = "not_read"
    PRINCIPLE = "principle"
    REASONS_CITE = "reasons_cite"


_COUNTED = "the quotation states {found} of the {cited} units the clause cites"
SENTENCES: dict[Why, str] = {
    Why.MISSING: "{unit} is not in the act",
    Why.NO_PARAGRAPHS: "{unit} is not in the act: the section has no paragraph",
    Why.ONE_PARAGRAPH: "{unit} is not in the act: the section has only 1 paragraph",
    Why.SECTION_HAS: "{unit} is not in the act: the section has only {count} paragraphs",
    Why.TWICE: "{unit} stands more than once in the act",
    Why.STANDS_ALREADY: "{unit} is in the act already",
    Why.STANDS_OUTSIDE: "{unit} is in the act already, outside {home}",
    Why.REPEALED: "{unit} is repealed",
    Why.REPEALED_ALREADY: "{unit} is repealed already",
    Why.TOGETHER: "{unit} stand together in the act and can not be replaced singly",
    Why.NOT_BEFORE: "{unit} does not stand before {other}",
    Why.MIXED: "units of different kinds are cited for one quotation",
    Why.PLACES_DIFFER: "units of different places are inserted by one quotation",
    Why.UNTOLD_PARAGRAPH: "{unit}: a paragraph inside an item or definition can not be told apart in this text",
    Why.NOT_THOSE_IT_HAS: "the sections cited for {unit} are not those it has: {other}",
    Why.OTHER_NAME: "the clause calls {unit} “{named}”, the act calls it “{stands}”",
    Why.NO_NEIGHBOUR: "{unit} has no neighbour in the act",
    Why.NEIGHBOUR_MISSING: "{unit} has no neighbour: {other} is not in the act",
    Why.NO_ITEMS: "{unit} has no neighbour: the paragraph has no items",
    Why.UNCLEAR_PARAGRAPH: "{unit}: it is not clear which paragraph the item goes into",
    Why.UNCLEAR_DIVISION: "it is not clear where {unit} goes: the act has that level in several places",
    Why.WRONG_DIVISION: "{unit} does not belong in {home} by its number",
    Why.TOO_FEW_PARAGRAPHS: "{unit} can not be inserted: the section has only {count} paragraphs",
    Why.NOT_CONSECUTIVE: "the inserted paragraphs are not numbered one after another",
    Why.NO_PLACE: "the clause does not say between which definitions the new one goes",
    Why.DEFINITION_MISSING: "บทนิยามคำว่า “{term}” is not in the section",
    Why.OTHER_ORDER: "the two definitions stand in the other order in the act",
    Why.NOT_NEIGHBOURS: "the two definitions do not stand next to each other in the act",
    Why.CAN_NOT_STAND: "{unit} can not stand there",
    Why.HEADING_NO_PLACE: "the clause does not say before which section the heading goes",
    Why.NOTHING_BEHIND: "nothing stands behind {unit} that the heading could be put over",
    Why.NUMBERS_ELSEWHERE: "{unit} does not belong there by the numbers of its sections",
    Why.NAME_NOT_ALONE: "the quotation is not the name of {unit} alone",
    Why.NO_SECTION_IN: "the quotation has no section of {unit}, so where it goes is not clear",
    Why.NO_QUOTATION: "the instruction has no quotation",
    Why.UNCLEAR_QUOTATION: "it is not clear where the quotation begins",
    Why.BEGINS_OTHERWISE: "the quotation does not begin with {unit}",
    Why.BEGINS_WITH: "the quotation begins with {found}, not with {unit}",
    Why.NOT_QUOTED: "the quotation does not contain {unit}",
    Why.NOT_WHERE: "the quotation does not contain {unit} where it should: {words}",
    Why.NO_TEXT: "the quotation gives no text for {unit}",
    Why.NOT_ALONE: "the quotation does not consist of {unit} alone: it must begin with its number",
    Why.BEGINS_WITH_ITEM: "the quotation begins with an item where a paragraph is cited",
    Why.COUNT: _COUNTED,
    Why.COUNT_APART: f"{_COUNTED}, and these do not follow each other",
    Why.COUNT_BROKEN: f"{_COUNTED}; a line of it may be broken",
    Why.COUNT_REPEATED: f"{_COUNTED}, and one of them stands in the section already",
    Why.NO_HEADING: "the quotation does not begin with the heading of a chapter or part",
    Why.NOT_STATED: "the quotation does not state {unit}",
    Why.DIVISION_COUNT: "the quotation has {found} chapters or parts, the clause cites {cited}",
    Why.HEADING_COUNT: "the quotation does not state {cited} headings",
    Why.NO_NAME: "the quotation gives no name",
    Why.OTHER_HEADING: "the quotation names {found}, not {unit}",
    Why.QUOTED_NAME_DIFFERS: "the clause calls {unit} “{named}”, the quotation calls it “{found}”",
    Why.MARK_UNCLEAR: "{unit} is not in the new text, and where its mark would stand is not clear",
    Why.READS_OTHERWISE: "{unit} as amended would not be read as it is meant",
    Why.WHOLE_LAW: "the law is repealed as a whole, so there is no amended text",
    Why.HEADING_REPEALED: "a heading is repealed without another in its place",
    Why.SEVERAL_LISTED: "sections are listed for more than one chapter",
    Why.SEVERAL_DIVISIONS: "more than one chapter is replaced by one quotation",
    Why.INSERTS_AND_REPLACES: "the clause inserts and replaces at once",
    Why.WORDS_MISSING: "คำว่า “{words}” does not stand where it is to be changed",
    Why.WORDS_NOT_IN: "the words to be changed do not stand in {unit}",
    Why.NOTHING_LEFT: "nothing would be left of a unit: {words}",
    Why.SCHEDULE_PART: "where that part of the schedule begins and ends is not clear; replace the schedule as a whole",
    Why.NO_SCHEDULE: "the act has no schedule",
    Why.SCHEDULE_NOT_IN_BILL: "the new schedule is not in the bill",
    Why.SCHEDULES_UNCLEAR: "there is more than one schedule, or where one ends is not clear",
    Why.OTHER_SCHEDULE: "the clause names another schedule: {named}",
    Why.NOT_UNDERSTOOD: "this instruction was not understood: {words}",
    Why.WORDS_BEFORE: "words that were not understood stand before the instruction: {words}",
    Why.WORDS_BEHIND: "words that were not understood follow the instruction: {words}",
    Why.OTHER_LAW: "it amends {law}, not {own}",
    Why.NO_LAW: "it does not say which law it amends",
    Why.LATER: "it takes effect only later: {words}",
    Why.RUN_TOGETHER: "the lines of the bill are run together, so the quoted paragraphs can not be told apart",
    Why.DAMAGED: "the text is damaged: {damage}",
    Why.NO_INSTRUCTION: "the bill has no section that amends a law",
    Why.LOST_AM: "the vowel ำ is lost (“{words}”)",
    Why.FALSE_AM: "the vowel า was turned into ำ (“{words}”)",
    Why.LOST_TONES: "tone marks are lost (“{words}”)",
    Why.BROKEN_NUMBER: "a number is broken by a space (“{words}”)",
    Why.BROKEN_WORDS: "words are broken by spaces (“{words}”)",
    Why.BROKEN_LABEL: "the number of the bill's section {label} is broken by a space",
    Why.OPENING_MARK: "the opening quotation mark is missing",
    Why.CLOSING_MARK: "the closing quotation mark is missing",
    Why.PAGE_END: "a page ends inside the quotation, and whether a paragraph ends there too is lost",
    Why.PAGE_HEADERS: "page headers were taken out",
    Why.FRONT_MATTER: "front matter was taken out",
    Why.WRAPPED: "the lines are broken to fit a page, so where the paragraphs begin is not sure",
    Why.LINES_RUN: "the lines of the text are run together, so where its paragraphs begin is not known",
    Why.NUMBER_TWICE: "more than one section of the bill has the number {labels}",
    Why.TEXT_DIFFERS: "read back and applied it gives another text at {address}",
    Why.ACT_NOT_NAMED: "it does not name the Act that it amends",
    Why.AMENDER_FOREIGN: "it names an amending law that neither a note of the Act nor the drafter has: {found}",
    Why.AMENDER_MISSING: "it does not name the law that amended the unit last: {wanted}",
    Why.NO_FORM: "its words are not those of a form of clause: {words}",
    Why.TITLE: "the bill is called {found}, not {wanted}",
    Why.REASONS_CLAUSE: "the words before the first section do not say that this law is amended: {words}",
    Why.COMMENCEMENT: "it does not say when the bill comes into force as it was decided: {words}",
    Why.NUMBERING: "the sections of the bill are not numbered one after another: {found} stands where {wanted} should",
    Why.ORDER: "it does not stand in the order of the Act: {unit} comes before",
    Why.TRANSITIONAL: "the transitional sections are not those that were decided: {words}",
    Why.CHARGE: "it does not give charge to {wanted}: {words}",
    Why.CLOSING: "what follows the last section is not what should: {words}",
    Why.NOT_READ: "words of the bill were not read: {words}",
    Why.PRINCIPLE: "the statement of principle and the bill disagree: {words}",
    Why.REASONS_CITE: "the reasons cite {unit}, which the Act does not have and the bill does not make",
}  # fmt: skip
