"""The web: one package for each part of the site, found and registered by its presence."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from flask import Blueprint, Flask


def all_blueprints() -> list[Blueprint]:
    """The `blueprint` of the `routes` module of every package in here, by name of the package."""
    packages = sorted(module.name for module in iter_modules(__path__) if module.ispkg)
    routes = [f"{__name__}.{package}.routes" for package in packages]
    return [import_module(name).blueprint for name in routes if find_spec(name)]


def register_all(app: Flask) -> None:
    for blueprint in all_blueprints():
        app.register_blueprint(blueprint)
