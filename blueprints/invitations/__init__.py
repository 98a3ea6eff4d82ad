"""Inviting people outside the office to comment on a proposal."""

from flask import Blueprint

blueprint = Blueprint("invitations", __name__, url_prefix="/proposals/<int:proposal_id>/invitations")
