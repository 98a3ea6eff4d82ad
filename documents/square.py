"""The square code of an address (QR), for a telephone's camera."""

from __future__ import annotations

import io

import segno


def square_code(address: str, scale: int = 1) -> bytes:
    """A PNG with ``scale`` dots for each module; the same address gives the same bytes."""
    held = io.BytesIO()
    segno.make(address, error="m", micro=False).save(held, kind="png", scale=scale, border=2)
    return held.getvalue()
