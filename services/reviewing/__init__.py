"""Proposals while they are examined: by whom, by when, by which rules, and what is said and decided."""
