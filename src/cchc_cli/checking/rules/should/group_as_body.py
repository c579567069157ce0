"""Where one agency must stand, there is no group."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.model import Settings
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC538",
    "Nhóm đứng vào chỗ của một cơ quan",
    "Theo dõi, ban hành, ký, báo cáo là việc của một cơ quan; nhóm không làm được các việc đó.",
    Severity.WARNING,
    shared=True,
)
def group_as_body(workspace: Workspace) -> Found:
    """Flags a group as `monitor`, `issuer`, signatory, or as `agency` and `issuer` of settings.

    Bad:
      agencies: [{id: nhom, name: Nhóm, kind: group, members: [{agency: so-noi-vu, basis: QĐ 1/QĐ-UBND}]}]
      plan: {monitor: nhom}
    Good:
      agencies: [{id: nhom, name: Nhóm, kind: group, members: [{agency: so-noi-vu, basis: QĐ 1/QĐ-UBND}]}]
      plan: {monitor: so-noi-vu}
    """
    for at, key, agency in _named(workspace):
        if agency is not None and workspace.registry.is_group(agency):
            yield Finding(at, f'"{agency}" là nhóm, không phải một cơ quan', key, hint="ghi id của một cơ quan")


def _named(workspace: Workspace) -> Iterator[tuple[int, str, str | None]]:
    yield from _of_settings(workspace.settings)
    for plan in workspace.plans:
        yield plan.file.at, "monitor", plan.file.monitor
        yield plan.file.at, "issuer", plan.file.issuer
        if plan.file.decision is not None and (signatory := plan.file.decision.signatory):
            yield signatory.at, "agency", signatory.agency
        if plan.file.settings is not None:
            yield from _of_settings(plan.file.settings)


def _of_settings(settings: Settings) -> Iterator[tuple[int, str, str | None]]:
    yield settings.at, "issuer", settings.issuer
    yield settings.at, "agency", settings.agency
    for signatory in settings.signatories or ():
        yield signatory.at, "agency", signatory.agency
    for letterhead in settings.letterheads or ():
        yield letterhead.at, "agency", letterhead.agency
    for report in settings.reports or ():
        yield report.at, "issuer", report.issuer
