"""Deciding on a proposal: every action of the workflow, and what people say about the text."""
