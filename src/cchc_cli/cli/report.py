"""cchc report: a document from a template."""

from datetime import date as Day
from typing import Annotated

import typer

from cchc_cli import reports
from cchc_cli.reports.scene import scene
from cchc_cli.schedule import Period, period, previous
from cchc_cli.shell import given, opening, options, screen, templates

_LISTED_AS = ("table", "md", "csv")


def command(
    name: Annotated[
        str | None, typer.Argument(metavar="[TÊN]", help="Tên báo cáo, như quarterly (báo cáo quý).")
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="Liệt kê các báo cáo và dạng tệp của chúng.")] = False,
    period_: options.PeriodOption = None,
    as_of: options.AsOf = None,
    form: Annotated[str | None, typer.Option("--format", metavar="DẠNG", help="md (mặc định: md).")] = None,
    output: options.Output = None,
    plan: options.Plans = None,
    root: options.Root = None,
) -> None:
    """Báo cáo theo mẫu, như quarterly (báo cáo quý)."""
    folder = opening.root(root) if not listing or root else opening.root_or_none(root)
    if listing or name is None:
        screen.table(templates.table(folder), options.form_of(form, output, _LISTED_AS, "table"), output)
        return
    form = options.form_of(form, output, tuple(templates.ENDINGS), "md")
    template = templates.find(folder, name, form)
    workspace = opening.workspace(root, plan)
    chosen = given.only_plan(workspace, "báo cáo làm cho từng kế hoạch")
    cutoff = chosen.settings.periods != "calendar"
    told = _period(period_, as_of, cutoff)
    day = opening.day(as_of) if as_of else told.end
    from cchc_cli.render.markdown import render

    document = render(template.file, template.text, reports.view(name, scene(workspace, chosen, day, told)))
    screen.text(document.text, output)
    if document.blanks:
        screen.say(f"Còn {len(document.blanks)} chỗ cần điền (tìm chữ “Cần điền” trong văn bản).")


def _period(named: str | None, as_of: str | None, cutoff: bool) -> Period:
    """--period, else the last quarter whose figures are closed on the day."""
    if named is not None:
        return opening.period_of(named, cutoff)
    day: Day = opening.day(as_of)
    current = period(f"{day.year + 1}-Q1", cutoff)
    assert current is not None
    while current.end > day:
        current = previous(current, cutoff)
    screen.say(f"Không nêu --period: lấy kỳ {current.id}.")
    return current
