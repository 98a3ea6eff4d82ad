"""Searching a line for a pattern of many branches: most places are passed by at the speed of plain words."""

from __future__ import annotations

import re


def first(pattern: re.Pattern[str], begins: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """What ``pattern.search(text, start)`` finds, some ten times faster.

    ``begins``: plain words joined by ``|``, with one of which all that the pattern matches begins. Such a pattern is
    searched for by its first letters; one of groups is tried at every place of the text.
    """
    begin = begins.search(text, start)
    while begin is not None:
        match = pattern.match(text, begin.start())
        if match is not None:
            return match
        begin = begins.search(text, begin.start() + 1)
    return None
