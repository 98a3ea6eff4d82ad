"""Papers: the documents of a proposal as files, those that take long, and what is printed checked again."""

from flask import Blueprint

blueprint = Blueprint("papers", __name__)
