"""What a person is told: in the application, by letter, and how he or she wants it."""

from flask import Blueprint

blueprint = Blueprint("notices", __name__, url_prefix="/notices")
