"""Bytes -> text: UTF-8, UTF-16, and the Thai code page of old files."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_THAI = re.compile("[ก-๛]")


def _byte_of(encoding: str) -> dict[int, int]:
    """Code points -> bytes of a code page; a byte that has no sign stands for itself."""
    signs = ((bytes([byte]).decode(encoding, errors="ignore") or chr(byte), byte) for byte in range(0x80, 0x100))
    return {ord(sign): byte for sign, byte in signs}


# Of Thai taken for another code page every letter begins with one of two pairs of signs.
_TAKEN_FOR = ((_byte_of("cp1252"), re.compile("à[¸¹]")), (_byte_of("cp874"), re.compile("เธ|เน")))
_SIGNS_IN = 6
# No language of Western letters has so many of them with marks.
_LATIN = re.compile("[\xa1-\xfb]")
_SIGN = re.compile(r"\S")
_MOST_LATIN = 0.6
_FEWEST_LATIN = 20
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
# A file may hold a few stray control characters; more of them than this share is no text.
_MOST_CONTROLS = 0.002


class NotText(ValueError):
    """The bytes are no text that can be read: binary, or in no known encoding. Says so in one sentence.

    ``code``: ``empty``, ``binary``, ``encoding``; of files in other forms (``law.readers``) ``old_word``, ``pdf``,
    ``rtf``, ``package``, ``too_large``, ``xml``, ``page``.
    """

    def __init__(self, sentence: str, code: str = "binary") -> None:
        super().__init__(sentence)
        self.code = code


def decode(raw: bytes) -> str:
    """The text of a file: UTF-8 (with or without a byte order mark), UTF-16, UTF-32, TIS-620 or Windows-874.

    Line ends are kept as they are, since CR LF and LF differ in meaning.

    :raises NotText: where the bytes are binary or no encoding fits.
    """
    if not raw.strip(b"\0 \t\r\n"):
        raise NotText("The file is empty: there is no text to read.", "empty")
    text = _taken_for_latin(_twice_encoded(_by_mark(raw) or _without_mark(raw)))
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > max(8, len(text) * _MOST_CONTROLS):
        raise NotText("The file is not text: it holds bytes that no text has.")
    return text


def _twice_encoded(text: str) -> str:
    """A text whose UTF-8 bytes were once taken for another code page (``à¸``, ``เธ``), as it was meant."""
    for bytes_of, signs in _TAKEN_FOR:
        if len(signs.findall(text)) * _SIGNS_IN >= len(text):
            try:
                return text.translate(bytes_of).encode("latin-1").decode("utf-8")
            except UnicodeError:
                continue
    return text


def _taken_for_latin(text: str) -> str:
    """A text in the Thai code page that was taken for Western letters (``¾ÃÐÃÒªºÑ­ÑµÔ``), as it was meant."""
    letters = len(_LATIN.findall(text))
    if letters < _FEWEST_LATIN or letters < _MOST_LATIN * len(_SIGN.findall(text)):
        return text
    try:
        thai = text.translate(_TAKEN_FOR[0][0]).encode("latin-1").decode("cp874")
    except UnicodeError:
        return text
    return thai if _reads_as_thai(thai) else text


def _by_mark(raw: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                raise NotText(
                    f"The file says that it is {encoding.upper()} but can not be read as such.", "encoding"
                ) from None
    return None


def _without_mark(raw: bytes) -> str:
    if b"\0" in raw:
        return _utf16(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _thai_code_page(raw)


def _utf16(raw: bytes) -> str:
    """UTF-16 without a mark: only where one byte order gives Thai or Latin text throughout."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        known = sum(char < "\x7f" or "ก" <= char <= "๛" or "\xa0" <= char <= "\xff" for char in text[:4000])
        if known >= 0.9 * len(text[:4000]):
            return text
    raise NotText("The file is not text: it holds NUL bytes.")


def _thai_code_page(raw: bytes) -> str:
    try:
        text = raw.decode("cp874")
    except UnicodeDecodeError:
        text = raw.decode("cp874", errors="replace")
    letters = len(_THAI.findall(text))
    foreign = sum(byte >= 0x80 for byte in raw)
    if "\ufffd" in text and text.count("\ufffd") > len(text) * _MOST_CONTROLS:
        raise _undecodable()
    if letters < 0.5 * foreign or not _reads_as_thai(text):
        raise _undecodable()
    return text


def _undecodable() -> NotText:
    return NotText("The file can not be decoded: it is neither UTF-8, UTF-16 nor Thai TIS-620/Windows-874.", "encoding")


def _reads_as_thai(text: str) -> bool:
    """Whether vowel and tone marks mostly follow a letter, which in random bytes they do not."""
    marks = len(re.findall("[ัิ-ฺ็-๎]", text))
    placed = len(re.findall("[ก-ฮ][ัิ-ฺ็-๎]", text)) + len(re.findall("[ก-ฮ][ัิ-ฺ][็-๎]", text))
    return marks == 0 or placed >= 0.7 * marks
