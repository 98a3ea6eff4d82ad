"""Every table; importing the package makes the metadata complete."""

from models import act, bill, event, invitation, notice, paper, policy, proposal, review, user

__all__ = ["act", "bill", "event", "invitation", "notice", "paper", "policy", "proposal", "review", "user"]
