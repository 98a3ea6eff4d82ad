"""Memory of a process that sets papers: what a long one took is given back, and it takes no more than it needs."""

from __future__ import annotations

import ctypes
from functools import cache

_M_MMAP_THRESHOLD = -3  # of malloc.h
_LARGE = 131_072  # bytes: where glibc begins, and would not stay


@cache
def keep_steady() -> None:
    """Large blocks stay apart from the heap, for the life of the process; where there is no glibc nothing is done.

    When one is freed glibc puts the next ones on its heap, and growing there leaves holes: of the same act of 363,000
    characters the peak was 30 to 80 MB higher, another amount each time.
    """
    try:
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)
    except (AttributeError, OSError, TypeError):
        return
