"""Acts: reading, and bringing them in."""

from flask import Blueprint

blueprint = Blueprint("acts", __name__, url_prefix="/acts")
