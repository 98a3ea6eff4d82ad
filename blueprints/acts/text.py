"""The text of an act as HTML: made once for each edition and language, the day's marks put in at every request."""

from __future__ import annotations

import re
from collections.abc import Mapping

from flask import render_template
from markupsafe import Markup

from blueprints.acts.marks import Marks
from blueprints.acts.reading import ActView
from blueprints.language import language
from services.recent import Recent

# Stands in acts/text.html where the marks of a unit go. Words of an act are escaped, so none of them can look like it.
_PLACE = re.compile("<!--marks:([^>]*)-->")
_texts: Recent[tuple[str, ...]] = Recent(16)


def act_text(view: ActView, content_hash: str, marks: Mapping[str, Marks], propose_url: str) -> Markup:
    """The whole text below the title, with `marks` by address; `propose_url` empty: nobody is invited."""
    key = (content_hash, language(), propose_url)
    return _filled(_texts.get(key, lambda: _pieces(view, propose_url)), marks)


def text_without_marks(view: ActView) -> Markup:
    """The text of an act that is not stored."""
    return _filled(_pieces(view, ""), {})


def _pieces(view: ActView, propose_url: str) -> tuple[str, ...]:
    """HTML and addresses by turns."""
    return tuple(_PLACE.split(render_template("acts/body.html", view=view, propose_url=propose_url)))


def _filled(pieces: tuple[str, ...], marks: Mapping[str, Marks]) -> Markup:
    filled = list(pieces)
    for at in range(1, len(filled), 2):
        found = marks.get(pieces[at])
        filled[at] = render_template("acts/margin.html", marks=found) if found else ""
    return Markup("".join(filled))  # noqa: S704  our own templates made it
