"""One report a module, found by listing the folder: build(scene) → a view of finished Vietnamese strings.

A module `NAME.py` ("-" written "_") holds `REPORT`; the template of the same name prints its view. A template without
a module gets the common fields alone.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from cchc_cli.reports.letterhead import framed, issuer
from cchc_cli.reports.scene import Report, Scene

_ANY = Report("")


def named(name: str) -> Report:
    """The report of a name; of one that only a template has, a report of the common fields."""
    return every().get(name, _ANY)


def every() -> dict[str, Report]:
    """All reports by name."""
    modules = {info.name: import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)}
    return {name.replace("_", "-"): module.REPORT for name, module in modules.items() if hasattr(module, "REPORT")}


def view(name: str, scene: Scene) -> dict[str, Any]:
    """What the template `name` may use: the common fields, the issuer, and those of the report of that name."""
    report = named(name)
    issued = issuer(name, report, scene)
    told = framed(name, report.build(scene), issued, scene.plan) if report.build else {}
    return scene.fields() | {"issuer": issued, "report": told}
