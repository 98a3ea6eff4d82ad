"""Every table; importing the package makes the metadata complete."""

from models import act, event, policy, proposal, review, user

__all__ = ["act", "event", "policy", "proposal", "review", "user"]
