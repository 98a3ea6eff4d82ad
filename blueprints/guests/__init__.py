"""The pages of guests: one proposal, for somebody outside the office who was invited to comment on it."""

from flask import Blueprint

blueprint = Blueprint("guests", __name__, url_prefix="/invited")
