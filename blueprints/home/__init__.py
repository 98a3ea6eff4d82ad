"""The first page: whose turn is it; and what every page's frame needs."""

from flask import Blueprint

blueprint = Blueprint("home", __name__)
