"""Old acts have headings without a number, and a short last paragraph of a section looks like one.

No clause inserts such a heading. So one that only the new text has is what the drafter typed as a paragraph.
"""

from __future__ import annotations

from dataclasses import replace

from law.act import Act, Division, Kind, Level, Node, Section, Unit


def headings_as_paragraphs(old: Act, new: Act) -> Act:
    """``new`` with every heading without a number that ``old`` does not have as a paragraph of the section before."""
    divisions = [place.node for place in old.places().values() if isinstance(place.node, Division)]
    known = {division.heading for division in divisions if division.level is Level.HEADING}
    code = new.code
    if code is not None:
        code = replace(code, body=_nodes(code.body, known))
    return replace(new, body=_nodes(new.body, known), code=code)


def _nodes(nodes: tuple[Node, ...], known: set[str]) -> tuple[Node, ...]:
    done: tuple[Node, ...] = ()
    for node in nodes:
        if isinstance(node, Division):
            node = replace(node, children=_nodes(node.children, known))
            if node.level is Level.HEADING and node.heading not in known and done:
                done = _joined(done, node)
                continue
        done = (*done, node)
    return done


def _joined(before: tuple[Node, ...], heading: Division) -> tuple[Node, ...]:
    """``before`` with the heading's lines behind its last section, and what stood under the heading behind that."""
    *others, last = before
    if isinstance(last, Division):
        if not last.children:
            return (*before, heading)
        return (*others, replace(last, children=_joined(last.children, heading)))
    lines = [Unit(Kind.PARAGRAPH, line) for line in (heading.heading, heading.title) if line]
    longer: Section = replace(last, units=(*last.units, *lines))
    return (*others, longer, *heading.children)
