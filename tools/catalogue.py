"""The English catalogue: what is in it, what should be, what is missing. Used by `make translations` and a test."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "translations" / "en" / "LC_MESSAGES" / "messages.po"
KEYWORDS = DEFAULT_KEYWORDS | {"lazy_gettext": None, "lazy_ngettext": (1, 2), "lazy_pgettext": ((1, "c"), 2)}
WIDTH = 110  # characters a line


def extracted() -> Catalog:
    """Every sentence that the code and the templates mark for translation, in order of file and line."""
    with (ROOT / "babel.cfg").open() as mapping:
        methods, options = parse_mapping_cfg(mapping)
    catalogue = Catalog(locale="en", project="Rangkae", fuzzy=False)
    found = extract_from_dir(
        ROOT, method_map=methods, options_map=options, keywords=KEYWORDS, directory_filter=_is_ours
    )
    for filename, _line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
        # Without line numbers: they change with every edit and say little.
        catalogue.add(message, locations=[(filename, None)], auto_comments=comments, context=context)
    return catalogue


def _is_ours(directory: str) -> bool:
    name = Path(directory).name
    return not name.startswith(".") and name not in {"tests", "bench", "instance", "node_modules"}


def read_catalogue() -> Catalog:
    if not CATALOGUE.exists():
        return Catalog(locale="en", project="Rangkae", fuzzy=False)
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def write_catalogue(catalogue: Catalog) -> None:
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, width=WIDTH, sort_output=False, ignore_obsolete=True, omit_header=False)


def is_translated(translation: str | tuple[str, ...] | list[str]) -> bool:
    return bool(translation) and all([translation] if isinstance(translation, str) else translation)


def missing(catalogue: Catalog) -> list[str]:
    """The sentences that the catalogue has no certain translation of."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue
        if message.id and (message.fuzzy or not is_translated(message.string))
    ]
