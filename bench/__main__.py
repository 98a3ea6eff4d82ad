"""`python -m bench [module …]`: run the measurements, all or those named."""

from __future__ import annotations

import sys
import time
from importlib import import_module
from pkgutil import iter_modules

import bench


def measurements() -> dict[str, object]:
    """`main` of every module here that has one, by the module's name."""
    names = sorted(module.name for module in iter_modules(bench.__path__) if not module.name.startswith("_"))
    modules = {name: import_module(f"bench.{name}") for name in names}
    return {name: module.main for name, module in modules.items() if hasattr(module, "main")}


def main(wanted: list[str]) -> int:
    found = measurements()
    unknown = sorted(set(wanted) - set(found))
    if unknown:
        print(f"no measurement called {', '.join(unknown)}; there are: {', '.join(found)}", file=sys.stderr)
        return 2
    for name in wanted or found:
        print(f"\n== {name}", flush=True)
        begun = time.perf_counter()
        found[name]()  # type: ignore[operator]
        print(f"   ({time.perf_counter() - begun:.1f} s)", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
