"""A proposal, the one place for one matter: what changes, the text, discussion, history, print."""

from flask import Blueprint

blueprint = Blueprint("proposals", __name__, url_prefix="/proposals")
