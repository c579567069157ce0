"""One module for each report, found by listing the folder: build(scene) → a struct of finished Vietnamese strings.

A module `NAME.py` ("-" written "_") holds `REPORT`; the template of the same name prints its view. A template without
a module gets the common fields alone.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from cchc_cli.documents.reports import written
from cchc_cli.documents.reports.letterhead import framed, issuer
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.documents.reports.views import View, whole
from cchc_cli.documents.texts.places import Texts

_ANY = ReportKind("")


@cache
def named(name: str) -> ReportKind:
    """The report with a name; for a name that only a template has, a report with the common fields alone."""
    return _report(_modules()[name]) or _ANY if name in _modules() else _ANY


def every_report() -> dict[str, ReportKind]:
    """All reports by name."""
    found = {name: _report(module) for name, module in _modules().items()}
    return {name: report for name, report in found.items() if report is not None}


def view(name: str, scene: Scene) -> View:
    """What the template `name` may use: the common fields, the issuer, and the fields of its report."""
    report = named(name)
    issued = issuer(name, report, scene)
    return whole(scene, issued, framed(name, report.build(scene), issued, scene))


def texts(name: str, scene: Scene) -> Texts:
    """What officers wrote for the places of the report in its period."""
    return written.texts(name, named(name), scene)


@cache
def _modules() -> dict[str, str]:
    """The modules of this folder by name, with "-" for "_"; not all of them are reports."""
    return {info.name.replace("_", "-"): f"{__name__}.{info.name}" for info in iter_modules(__path__)}


def _report(module: str) -> ReportKind | None:
    found = getattr(import_module(module), "REPORT", None)
    return found if isinstance(found, ReportKind) else None
