"""Signing in and out, one's own password."""

from flask import Blueprint

blueprint = Blueprint("accounts", __name__)
