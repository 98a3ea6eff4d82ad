"""Every table; importing the package makes the metadata complete."""

from models import act, event, proposal, review, user

__all__ = ["act", "event", "proposal", "review", "user"]
