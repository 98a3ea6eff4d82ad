"""Canonical JSON and its SHA-256: the one way facts are put in order before they are hashed."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any


def canonical_json(facts: Any) -> str:
    """Keys sorted, no spaces, letters as they are: the same facts always give the same text."""
    return json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def digest(facts: Any) -> str:
    """SHA-256 of the canonical JSON, in hex."""
    return sha256(canonical_json(facts).encode()).hexdigest()
