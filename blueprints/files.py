"""Files to keep."""

from __future__ import annotations

import io

from flask import send_file
from werkzeug.wrappers import Response

AKOMA_NTOSO = "application/akn+xml"


def xml_file(written: bytes, name: str) -> Response:
    """Akoma Ntoso to download; never kept by a cache, as who may read it can change."""
    response = send_file(io.BytesIO(written), AKOMA_NTOSO, as_attachment=True, download_name=name, max_age=0)
    response.headers["Cache-Control"] = "no-store"
    return response
