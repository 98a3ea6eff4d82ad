"""Saved web pages (the Council of State's site saves Word's HTML): what a reader sees, a line a paragraph."""

from __future__ import annotations

from lxml import etree
from lxml import html as lxml_html

from law.readers.blocks import Blocks
from law.reading.decoding import NotText

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_UNSEEN = frozenset(
    ["script", "style", "noscript", "template", "select", "button", "input", "head", "nav", "svg", "iframe", "object"]
)


def html_text(page: str) -> str:
    """The text of a web page that holds an act.

    :raises NotText: where the page holds no text.
    """
    # A declaration of an encoding no longer holds: the text is decoded already.
    try:
        root = lxml_html.document_fromstring(page.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise NotText("The web page holds no text.", "page") from None
    blocks = Blocks()
    unseen = 0
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in {"comment", "pi"}:
            blocks.add((node.tail or "") if not unseen else "")
            continue
        unseen += _hidden(node) if event == "start" else 0
        if not unseen:
            _take(event, node, blocks)
        if event == "end":
            unseen -= _hidden(node)
            blocks.add((node.tail or "") if not unseen else "")
    return blocks.text()


def _hidden(node: etree._Element) -> bool:
    return node.tag in _UNSEEN or "display:none" in (node.get("style") or "").replace(" ", "").lower()


def _take(event: str, node: etree._Element, blocks: Blocks) -> None:
    if node.tag in _BLOCKS:
        blocks.end(blank=event == "end" and node.tag in {"p", "br", "div", "h1", "h2", "h3"})
    if event == "start":
        blocks.add(node.text or "")
