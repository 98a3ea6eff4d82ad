"""The square code of an address (QR), for a telephone's camera."""

from __future__ import annotations

import io
import re
from functools import lru_cache

import segno

# An address at the root of a site that checks codes: it leads to the same in capitals (`blueprints.papers.verifying`).
_CHECKS_A_CODE = re.compile(r"https?://[a-z0-9.:-]+/verify/[0-9a-fr-]+")


@lru_cache(maxsize=64)  # every part of a package has the same
def square_code(address: str, scale: int = 1) -> bytes:
    """A PNG with ``scale`` dots for each module; the same address gives the same bytes."""
    held = io.BytesIO()
    segno.make(in_square(address), error="m", micro=False).save(held, kind="png", scale=scale, border=2)
    return held.getvalue()


def in_square(address: str) -> str:
    """What the square says. Capitals take fewer modules, which are larger then: legible on a poor copy."""
    return address.upper() if _CHECKS_A_CODE.fullmatch(address) else address
