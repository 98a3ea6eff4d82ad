"""What HTML can not hold is shown as U+FFFD, everything else as it is."""

from __future__ import annotations

import pytest
from werkzeug.wrappers import Response

from blueprints.security import show_as_html

STAND = "".join(map(chr, (0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0xE9, 0xFF, 0xE01, 0xFF1A, 0xFFFD, 0x1F600)))
GO = [*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF]


def shown(text: str, mimetype: str = "text/html") -> str:
    return show_as_html(Response(text, mimetype=mimetype)).get_data(as_text=True)


@pytest.mark.parametrize("code", GO, ids=hex)
def test_what_html_can_not_hold_is_replaced_beside_anything(code):
    assert shown(f"{STAND}{chr(code)}{STAND}") == f"{STAND}\ufffd{STAND}"
    assert shown(chr(code) * 3) == "\ufffd" * 3


def test_the_rest_stands():
    assert shown(STAND) == STAND
    assert shown("\x07", "text/plain") == "\x07"
