"""A text on its way through a page: letter for letter, which a field of text does not promise."""

from __future__ import annotations

import binascii
import zlib
from base64 import b64decode, b64encode

from services.acts.storing import LONGEST_TEXT
from services.failures import Fault, Refused

MOST_BYTES = 4 * LONGEST_TEXT  # unpacked; so that a small parcel can not fill the memory


def pack(text: str) -> str:
    """The text, compressed, in characters that every form carries unchanged."""
    return b64encode(zlib.compress(text.encode())).decode("ascii")


def unpack(parcel: str) -> str:
    """What `pack` was given. :raises Refused: NOT_TEXT for anything that `pack` did not make; TOO_LONG."""
    reader = zlib.decompressobj()
    try:
        unpacked = reader.decompress(b64decode(parcel, validate=True), MOST_BYTES)
        if reader.unconsumed_tail:
            raise Refused(Fault.TOO_LONG)
        return unpacked.decode()
    except (binascii.Error, zlib.error, UnicodeDecodeError, ValueError) as error:
        raise Refused(Fault.NOT_TEXT) from error


def showable(text: str) -> str:
    """The text for a page: what HTML can not hold is shown as �."""
    return text.translate(_UNSHOWABLE)


_UNSHOWABLE = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r\f"}
