"""A proposal, the one place for one matter: what changes, the text, discussion, history, print."""
