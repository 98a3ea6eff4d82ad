"""Promises about the project as a whole: pinned, translated, everything declared."""

from __future__ import annotations

import re
import tomllib

import pytest

from config import ROOT
from tools.catalogue import extracted, missing, read_catalogue

REQUIREMENTS = ("run.txt", "test.txt")
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
THAI = re.compile(r"[\u0e01-\u0e5b]")
LETTERS = re.compile(r"[A-Za-z]{2,}")
# Names and abbreviations that are the same in both languages.
SAME_IN_BOTH = {"English", "Rangkae", "PDF", "Word", "DOCX", "ZIP", "QR", "SHA", "Akoma", "Ntoso", "XML"}
SAME_IN_BOTH |= {"Ctrl", "Alt", "Enter", "Shift", "Tab", "Esc"}  # as printed on the keys
# The wordmark, whose halves are marked up, and the name of a language in that language.
NAMES = {"ร่าง", "แก้", "Rang", "kae", "ไทย"}


def names(requirements: str) -> set[str]:
    return {
        re.sub(r"\[.*\]", "", line).strip().lower()
        for line in requirements.splitlines()
        if re.match(r"[a-z]", line, re.I)
    }


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_what_is_installed_is_pinned_with_hashes_and_without_addresses(name):
    text = (ROOT / "requirements" / name).read_text()
    assert not re.search(r"https?://|file://|--(extra-)?index-url|--find-links|--trusted-host", text)
    blocks = re.split(r"^(?=[A-Za-z])", text, flags=re.M)[1:]
    assert len(blocks) > 10
    for block in blocks:
        assert re.match(r"[\w.\-\[\],]+==\S+", block), block
        assert "--hash=sha256:" in block, block


@pytest.mark.parametrize("name", ["run", "test"])
def test_what_is_asked_for_is_pinned(name):
    asked = names((ROOT / "requirements" / f"{name}.in").read_text())
    pinned = {
        line.split("==")[0] for line in (ROOT / "requirements" / f"{name}.txt").read_text().splitlines() if "==" in line
    }
    assert asked - {re.sub(r"\[.*\]", "", each).lower() for each in pinned} == set()


def test_every_sentence_is_in_english_too():
    catalogue = read_catalogue()
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue if message.id}
    new = {message.id if isinstance(message.id, str) else message.id[0] for message in extracted() if message.id}
    assert sorted(new - known) == [], "run `make translations`, then translate"
    assert missing(catalogue) == []


def test_translations_keep_what_is_filled_in():
    placeholder = re.compile(r"%\(\w+\)s|%%")
    wrong = []
    for message in read_catalogue():
        if not message.id:
            continue
        given = [message.id] if isinstance(message.id, str) else list(message.id)
        translated = _strings(message)
        wanted = set(placeholder.findall(given[0]))
        wrong += [text for text in translated if set(placeholder.findall(text)) - {"%(num)s"} != wanted - {"%(num)s"}]
    assert wrong == []


def _strings(message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def test_the_english_catalogue_is_english():
    strings = [text for message in read_catalogue() if message.id for text in _strings(message)]
    thai = [text for text in strings if THAI.search(re.sub(r"“[^”]*”", "", text))]
    assert thai == [], "Thai words in the English catalogue stand in quotation marks"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_words_stand_bare_in_a_template(template, jinja):
    found = (words.strip("\ufffc\"' ") for words in bare_text(jinja, template.read_text()))
    bare = [words for words in found if words and words not in NAMES]
    assert bare == [], "put words for people in _(…) or {% trans %}"


@pytest.fixture(scope="module")
def jinja():
    from flask import Flask
    from flask_babel import Babel

    application = Flask(__name__)
    Babel(application)
    return application.jinja_env


def bare_text(environment, source: str) -> list[str]:
    """Words outside tags that no translator sees, and Thai in expressions outside _()."""
    found: list[str] = []
    translated = False
    markup = ""
    tokens = list(environment.lexer.tokeniter(source, None))
    for _line, kind, value in tokens:
        if kind == "name" and value in {"trans", "endtrans"}:
            translated = value == "trans"
        if kind == "data" and not translated:
            markup += value
        elif kind in {"variable_begin", "block_begin"}:
            markup += "\ufffc"  # something that is filled in
        if kind == "string" and THAI.search(value) and not _is_argument_of_gettext(tokens, value):
            found.append(value)
    found += visible_words(markup)
    return found


def _is_argument_of_gettext(tokens, value: str) -> bool:
    position = next(index for index, token in enumerate(tokens) if token[2] == value and token[1] == "string")
    before = [token[2] for token in tokens[max(0, position - 8) : position] if token[1] != "whitespace"]
    return any(each in {"_", "gettext", "ngettext", "pgettext"} for each in before[-5:])


def visible_words(markup: str) -> list[str]:
    markup = re.sub(r"<(script|style|code|kbd|svg)\b.*?</\1>", " ", markup, flags=re.S)
    attributes = re.findall(
        r"(?:aria-label|title|placeholder|alt|content)=\"([^\"\ufffc]*)\"", re.sub(r"<meta\b[^>]*>", " ", markup)
    )
    text = re.sub(r"<[^>]*>", "\n", markup)
    pieces = [*attributes, *text.splitlines()]
    return [
        piece.strip()
        for piece in pieces
        if THAI.search(piece) or set(LETTERS.findall(re.sub(r"&\w+;", " ", piece))) - SAME_IN_BOTH
    ]


def test_import_directions_cover_every_package():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["root_packages"]
    ours = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "tools", "bench", "migrations"}
    assert ours <= set(declared)
