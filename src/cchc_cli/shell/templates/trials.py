"""Fill every template with the example and with the workspace's plans, to find which of them fail, and where."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.disk import files
from cchc_cli.documents import reports
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.documents.reports.views import View
from cchc_cli.plan.tasks import leads
from cchc_cli.plan.workspace import Workspace
from cchc_cli.shell import progress_bar
from cchc_cli.shell.options import days, scope, subject
from cchc_cli.shell.templates import filler, known_forms, library, scenes
from cchc_cli.text.problems import Stop

_PERIODS = {"quarter": "-Q3", "half": "-H1", "nine": "-9M", "year": "", "month": "-09"}
"""For each kind of period, the end of the id of one with data; the figures do not matter when a template is tried."""
_COLUMNS = (Column("Mẫu"), Column("Báo cáo"), Column("Số liệu"), Column("Kết quả", fold=True))


class Trial(NamedTuple):
    """A template filled for a report with the data of a workspace; `fault` says what is wrong, or is ""."""

    template: library.Known
    report: str
    data: str
    fault: str


def trials(root: Path | None, names: list[str], plans: list[str] | None) -> tuple[Trial, ...]:
    """Try all templates, or those of the reports named, in order; an unknown name is a `Stop`."""
    known = library.every_template(root)
    for name in names:
        if not any(name in template.reports for template in known):
            raise library.unknown(root, name)
    sources = {"dữ liệu mẫu": scope.workspace(files.EXAMPLE, None)}
    if root is not None:
        sources["kế hoạch ở đây"] = scope.workspace(root, plans)
    wanted = [(each, name) for each in known for name in each.reports if not names or name in names]
    found = []
    with progress_bar.bar("Thử mẫu", len(sources) * len(wanted)) as step:
        for data, workspace in sources.items():
            for trial in _tried(root, wanted, data, workspace):
                found.append(trial)
                step()
    return tuple(found)


def table(tried: tuple[Trial, ...]) -> Table:
    """A line for each trial, and the number of templates that fail."""
    rows = tuple(
        row(_called(each.template), each.report, each.data,
            Cell(f"lỗi: {each.fault}", "overdue") if each.fault else Cell("đạt", "done"))
        for each in tried
    )  # fmt: skip
    failing = len({each.template for each in tried if each.fault})
    total = len({each.template for each in tried})
    remark = f"{failing}/{total} mẫu có lỗi." if failing else f"{total} mẫu đều dùng được."
    return Table("", _COLUMNS, (Group(None, rows),), (remark,))


def _tried(
    root: Path | None, wanted: list[tuple[library.Known, str]], data: str, workspace: Workspace
) -> Iterator[Trial]:
    views: dict[str, View] = {}
    for template, name in wanted:
        try:
            if name not in views:
                told = known_forms.report_of(root, name)
                views[name] = reports.view(told, scene(reports.named(told), workspace))
            content = library.Template(template.file, files.template(template.folder / template.file))
            document = filler.filled(root, content, template.form, views[name])
        except Stop as stop:
            yield Trial(template, name, data, f"{stop.message} → {stop.hint}" if stop.hint else stop.message)
        else:
            yield Trial(template, name, data, "; ".join(document.residues))


def scene(report: ReportKind, workspace: Workspace) -> Scene:
    """A scene that exists in every workspace: in the plan's year, for an agency that leads a task."""
    workspace = subject.about_one(workspace, days.day(None).year)
    year = workspace.plans[0].term.end.year
    period = f"{year}{_PERIODS[report.periods[0] if report.periods else 'nine']}"
    agency = [_leading(workspace)] if report.agencies == "one" else None
    return scenes.scene(report, workspace, scenes.Wanted(agency, None, period))


def _leading(workspace: Workspace) -> str:
    registry = workspace.registry
    found = (agency for plan in workspace.plans for task in plan.tasks for agency in leads(task.assignments))
    return next((agency for agency in found if not registry.is_group(agency)), workspace.plans[0].file.monitor)


def _called(template: library.Known) -> str:
    return template.file if template.packaged else f"{template.folder.name}/{template.file}"
