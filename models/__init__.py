"""Every table; importing the package makes the metadata complete."""

from models import act, event, invitation, notice, paper, policy, proposal, review, user

__all__ = ["act", "event", "invitation", "notice", "paper", "policy", "proposal", "review", "user"]
