"""Write the bill that turns one edition of an act into another; printed only when it was proven by reading it back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from law.act import Act
from law.amend import CannotAmend, Frame, Grain, WordChange, after_days, write_bill
from law.cli import Refused
from law.numerals import arabic
from law.parse import NotText, read_act
from law.proof import prove, told
from law.readers import text_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``amend OLD NEW``, with what the drafter decides about the bill."""
    parser.add_argument("old", type=Path, help="the act in force, as text")
    parser.add_argument("new", type=Path, help="the act as it should read")
    parser.add_argument("--number", type=_number, help="the number of the bill (ฉบับที่)")
    parser.add_argument("--year", type=_number, help="the year of the bill, B.E.")
    parser.add_argument("--after-days", type=_number, help="in force so many days after publication, not the next day")
    parser.add_argument("--transitional", action="append", default=[], metavar="TEXT", help="a transitional section")
    parser.add_argument("--charge", default="", help="who has charge, if not as in the act")
    parser.add_argument("--words", action="append", default=[], metavar="FROM=TO", help="change of words throughout")
    parser.add_argument(
        "--grain", action="append", default=[], metavar="ADDRESS=GRAIN", help="section, paragraph, item"
    )
    parser.add_argument(
        "--amender", action="append", default=[], metavar="ADDRESS=ACT", help="latest amender of a unit"
    )


def run(options: argparse.Namespace) -> str:
    """The text of the bill; warnings go to stderr.

    :raises Refused: where there is nothing to amend, no form exists, or the bill could not be proven.
    """
    old, new = _read(options.old), _read(options.new)
    frame = _frame(options)
    try:
        bill = write_bill(old, new, frame)
    except CannotAmend as refusal:
        raise Refused(*(problem.sentence for problem in refusal.problems)) from None
    failures = prove(old, new, bill.text, frame)
    if failures:
        raise Refused(*map(told, failures))
    for warning in bill.warnings:
        sys.stderr.write(f"{warning.sentence}\n")
    return bill.text


def _frame(options: argparse.Namespace) -> Frame:
    return Frame(
        number=options.number,
        year=options.year,
        commencement=after_days(options.after_days or 0),
        transitional=tuple(options.transitional),
        charge=options.charge,
        words=tuple(WordChange(*_pair(pair)) for pair in options.words),
        grain={address: _grain(grain) for address, grain in map(_pair, options.grain)},
        amenders=dict(map(_pair, options.amender)),
    )


def _grain(name: str) -> Grain:
    try:
        return Grain(name)
    except ValueError:
        raise Refused(f"{name} is no grain: division, section, paragraph or item.") from None


def _pair(text: str) -> tuple[str, str]:
    first, equals, second = text.partition("=")
    if not equals or not first:
        raise Refused(f"{text}: write it as A=B.")
    return first, second


def _number(text: str) -> int:
    return int(arabic(text))


def _read(path: Path) -> Act:
    try:
        return read_act(text_of(path.read_bytes())).act
    except (OSError, NotText) as error:
        raise Refused(f"{path}: can not be read as a text of an act: {error}") from None
