"""Apply a bill to an act: the whole act as amended, tail included."""

from __future__ import annotations

import argparse

from law.act import act_text
from law.cli import Refused
from law.cli.instructions import read_text
from law.instruct import CannotApply, apply_bill
from law.parse import read_act


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``ACT BILL``."""
    parser.add_argument("act", metavar="ACT", help="text of the act to be amended")
    parser.add_argument("bill", metavar="BILL", help="text of the amending bill")
    parser.add_argument("--only-this-act", action="store_true", help="leave aside what the bill orders for other laws")


def run(options: argparse.Namespace) -> str:
    """The text of the amended act; all or nothing."""
    act = read_act(read_text(options.act)).act
    try:
        return act_text(apply_bill(act, read_text(options.bill), only_this_act=options.only_this_act))
    except CannotApply as refusal:
        raise Refused(*refusal.problems) from None
