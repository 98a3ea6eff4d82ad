"""Citations in an act: found, resolved to addresses, and the broken ones reported.

``มาตรา ๖ (๒)``, ``วรรคสอง``, ``(๑) หรือ (๒)``, ``มาตรา ๑๐ ถึงมาตรา ๑๒``, ``หมวดนี้``, ``มาตรา ๖ แห่งพระราชบัญญัติ…``: each
cited unit of a list is a reference of its own, with its own words.
"""

from law.citing.breaks import Break, Broken, broken
from law.citing.finding import Reference, citing, find_in_text, find_references

__all__ = ["Break", "Broken", "Reference", "broken", "citing", "find_in_text", "find_references"]
