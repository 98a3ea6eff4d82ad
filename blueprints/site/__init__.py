"""What belongs to the whole site: the language, the fonts, the demonstration."""

from flask import Blueprint

blueprint = Blueprint("site", __name__)
