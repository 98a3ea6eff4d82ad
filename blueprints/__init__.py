"""The web: one package for each part of the site, found and registered by its presence."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from flask import Blueprint, Flask


def all_blueprints() -> list[Blueprint]:
    """The `blueprint` of every package in here, by name of the package, with the routes of all its modules."""
    found = []
    for package in sorted(module.name for module in iter_modules(__path__) if module.ispkg):
        home = import_module(f"{__name__}.{package}")
        for module in iter_modules(home.__path__, f"{home.__name__}."):
            import_module(module.name)
        found.append(home.blueprint)
    return found


def register_all(app: Flask) -> None:
    for blueprint in all_blueprints():
        app.register_blueprint(blueprint)
