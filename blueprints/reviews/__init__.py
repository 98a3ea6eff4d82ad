"""Deciding on a proposal: every action of the workflow, and what people say about the text."""

from flask import Blueprint

blueprint = Blueprint("reviews", __name__, url_prefix="/proposals")
