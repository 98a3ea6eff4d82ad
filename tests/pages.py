"""What every page must be: valid, titled, labelled, without inline code."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from xml.etree.ElementTree import Element

import html5lib

NO_LABEL_NEEDED = {"hidden", "submit", "button", "reset", "image"}


def check_page(page: str, *, policy: str) -> None:
    """Raise AssertionError with everything that is wrong with the page."""
    tree = parse(page)
    faults = [
        *_structure(tree),
        *_heading(tree),
        *_code(tree, policy),
        *_forms(tree),
        *_labels(tree),
    ]
    assert not faults, "\n".join(faults)


def parse(page: str) -> Element:
    """The page as a tree without namespaces; any error of HTML is an AssertionError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # html5lib's own
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(page)
    lines = page.splitlines()
    errors = [f"{code} at line {at[0]}: {lines[at[0] - 1].strip()[:120]}" for at, code, _values in parser.errors]
    assert not errors, "\n".join(errors)
    return tree


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _structure(tree: Element) -> list[str]:
    counts = Counter(element.get("id") for element in tree.iter() if element.get("id") is not None)
    faults = [f"the id {name!r} stands {count} times" for name, count in counts.items() if count > 1]
    if not (tree.get("lang")):
        faults.append("the page does not name its language")
    for link in tree.iter("a"):
        target = link.get("href", "")
        if target.startswith("#") and len(target) > 1 and target[1:] not in counts:
            faults.append(f"a link leads to {target}, which is not on the page")
    return faults


def _heading(tree: Element) -> list[str]:
    headings = [words(element) for element in tree.iter("h1")]
    if len(headings) != 1:
        return [f"{len(headings)} h1 on the page: {headings}"]
    title = next((words(element) for element in tree.iter("title")), "")
    return (
        [] if title.startswith(headings[0]) and headings[0] else [f"title {title!r} does not begin as {headings[0]!r}"]
    )


def _code(tree: Element, policy: str) -> list[str]:
    nonce = re.search(r"'nonce-([^']+)'", policy)
    assert nonce, f"no nonce in the policy {policy!r}"
    faults = []
    for element in tree.iter():
        if element.tag in {"script", "style"} and element.get("nonce") != nonce[1]:
            faults.append(f"<{element.tag}> without the nonce")
        faults += [
            f"inline code: {name} of <{element.tag}>"
            for name in element.attrib
            if isinstance(name, str) and (name == "style" or name.startswith("on"))
        ]
        if element.get("href", "").startswith("javascript:"):
            faults.append("a javascript: link")
    return faults


def _forms(tree: Element) -> list[str]:
    return [
        f"the form to {form.get('action')!r} has no csrf_token"
        for form in tree.iter("form")
        if form.get("method", "get").lower() == "post"
        and not any(field.get("name") == "csrf_token" and field.get("value") for field in form.iter("input"))
    ]


def _labels(tree: Element) -> list[str]:
    labelled = {label.get("for") for label in tree.iter("label")}
    inside = {id(field) for label in tree.iter("label") for field in label.iter()}
    return [
        f"<{field.tag} name={field.get('name')!r}> has no label"
        for tag in ("input", "select", "textarea")
        for field in tree.iter(tag)
        if field.get("type") not in NO_LABEL_NEEDED
        and field.get("id", "") not in labelled
        and id(field) not in inside
        and not (field.get("aria-label") or field.get("aria-labelledby"))
    ]
