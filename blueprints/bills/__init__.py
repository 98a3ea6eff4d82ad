"""Bills of the office: approved proposals put together, printed, and recorded as law."""

from flask import Blueprint

blueprint = Blueprint("bills", __name__, url_prefix="/bills")
