"""Proposals while they are written."""
