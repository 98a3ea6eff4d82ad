"""The secretary's desk: what waits for whom, by when, and how proposals are reviewed."""

from flask import Blueprint

blueprint = Blueprint("desk", __name__, url_prefix="/desk")
