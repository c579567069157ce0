"""Settings must name agencies of the registry."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import agency_hints
from cchc_cli.model import Settings
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC212",
    "Cơ quan trong thiết lập không có trong danh bạ",
    "Cơ quan ban hành, người ký, cơ quan báo cáo ghi sai id thì văn bản in ra id thay cho tên.",
    shared=True,
)
def settings_agency(workspace: Workspace) -> Found:
    """Checks `issuer`, `agency`, `filers`, those of `signatories`, `letterheads`, `reports`, `indicators`, everywhere.

    Bad:
      settings: {issuer: so-noi-vu-2}
    Good:
      settings: {issuer: so-noi-vu}
    """
    registry = workspace.registry
    if not registry.rows:
        return
    lost = frozenset[str]().union(*(plan.lost for plan in workspace.plans))
    hints = agency_hints(registry)
    for at, key, agency, item in _named(workspace):
        if agency not in registry and agency not in lost:
            yield Finding(at, f'không có cơ quan "{agency}"', key, item, hint=hints.hint(agency))


def _named(workspace: Workspace) -> Iterator[tuple[int, str, str, int | None]]:
    yield from _agencies(workspace.settings)
    for plan in workspace.plans:
        if plan.file.settings is not None:
            yield from _agencies(plan.file.settings)


def _agencies(settings: Settings) -> Iterator[tuple[int, str, str, int | None]]:
    """The place, key and agency of each setting, and of a list its place there."""
    for key, agency in (("issuer", settings.issuer), ("agency", settings.agency)):
        if agency is not None:
            yield settings.at, key, agency, None
    for signatory in settings.signatories or ():
        yield signatory.at, "agency", signatory.agency, None
    for letterhead in settings.letterheads or ():
        yield letterhead.at, "agency", letterhead.agency, None
    for report in settings.reports or ():
        if report.issuer is not None:
            yield report.at, "issuer", report.issuer, None
    for place, agency in enumerate(settings.filers or ()):
        yield settings.at, "filers", agency, place
    for indicator in settings.indicators or ():
        if indicator.owner is not None:
            yield indicator.at, "owner", indicator.owner, None
