"""cchc file: who has filed the report of a period; record that an agency has."""

from datetime import date as Day
from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct, structs

from cchc_cli.answers import file as shown
from cchc_cli.model import Filing
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.filings import filings
from cchc_cli.reading import places
from cchc_cli.recording import identities
from cchc_cli.recording.filing import filing
from cchc_cli.schedule import Period
from cchc_cli.shell import answered, writer
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import days, flags, scope, subject, suggestions, typed_names
from cchc_cli.shell.options.scope import Opened
from cchc_cli.shell.undo import Kept
from cchc_cli.text.problems import Stop

_SHAPE = tuple[Filing, ...]


def command(
    name: Annotated[
        str, typer.Argument(metavar="KỲ", help="Kỳ báo cáo, như 2026-Q1.", autocompletion=suggestions.periods)
    ],
    agency: Annotated[
        str | None,
        typer.Option("--agency", metavar="CƠ_QUAN", help="Cơ quan đã gửi báo cáo; không nêu thì xem ai đã gửi.",
                     autocompletion=suggestions.agencies),
    ] = None,
    number: Annotated[
        str | None, typer.Option("--number", metavar="SỐ", help='Số, ký hiệu báo cáo, như "45/BC-STP".')
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="NGÀY", help="Ngày gửi (mặc định: hôm nay).")
    ] = None,
    undo: flags.Undo = False,
    dry_run: flags.DryRun = False,
    as_of: flags.AsOf = None,
    form: flags.Format = None,
    output: flags.Output = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:  # fmt: skip
    """Ai đã gửi báo cáo của kỳ, muộn mấy ngày; ghi báo cáo đã gửi."""
    opened, today = scope.opened(root, plan), days.day(as_of)
    workspace = subject.about_one(opened.workspace, subject.year(name, today))
    period = days.period_of(name, workspace.plans[0].settings.ends)
    one = sound(identities.single(agency, workspace.registry)) if agency else None
    if undo:
        taking_back.refuse_words(number, date, dry_run, form, output)
        _take_back(opened, workspace, "/".join(filter(None, (period.id, one))))
    elif one is None:
        if number or date or dry_run:
            raise Stop(
                "chưa nêu cơ quan đã gửi báo cáo", f"ghi như: cchc file {period.id} --agency STP --number 45/BC-STP"
            )
        _show(workspace, period, today, flags.table_form(form, output), output)
    else:
        if form or output:
            raise Stop("ghi một báo cáo thì không có --format, -o", f"muốn xem bảng: cchc file {period.id}")
        number = flags.needed(number, "số, ký hiệu báo cáo", f"cchc file {period.id} --agency {one} --number 45/BC-STP")
        made = sound(filing(one, period, number, date, today))
        words = taking_back.words_about("file", period.id, "--agency", one, plans=plan)
        _record(opened, workspace, period, made, dry_run, words)


def _record(opened: Opened, workspace: Workspace, period: Period, made: Filing, dry_run: bool, undo: list[str]) -> None:
    of, today = typed_names.writable(workspace.plans[0]), made.written
    records = structs.replace(of.records, filings=(*of.records.filings, made))
    before = filings(of, workspace, period, today)
    after = filings(structs.replace(of, records=records), workspace, period, today)
    proposal = writer.proposed(opened, places.filings(of.folder), made, _SHAPE)
    writer.finish(proposal, shown.told(made.agency, before, after, workspace.registry), dry_run, undo)


def _take_back(opened: Opened, workspace: Workspace, about: str) -> None:
    of = typed_names.writable(workspace.plans[0])
    kept = Kept(places.filings(of.folder), of.records.filings, _SHAPE, lambda each: f"{each.period}/{each.agency}")
    taking_back.last(kept, about)
    taking_back.take_back(opened, kept, ())


def _show(workspace: Workspace, period: Period, today: Day, form: str, output: Path | None) -> None:
    found = filings(workspace.plans[0], workspace, period, today)

    def as_json() -> Struct:
        from cchc_cli.answers.json.file import filings as built

        return built(found, workspace)

    answered.show(form, output, answered.Answered(lambda: shown.table(found, workspace), as_json))
