"""Policy wishes: what the office wants of proposals on a matter."""

from flask import Blueprint

blueprint = Blueprint("wishes", __name__, url_prefix="/acts/<slug>/wishes")
