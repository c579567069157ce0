"""cchc measure: a measurement of a target."""

from typing import Annotated

import typer
from msgspec import structs

from cchc_cli import places
from cchc_cli.answers import measure as shown
from cchc_cli.answers import recorded
from cchc_cli.model import Measurement
from cchc_cli.plans import Workspace
from cchc_cli.queries.targets import TargetState, targets
from cchc_cli.shell import complete, given, opening, options, recording, screen

_KIND = given.Kind("chỉ tiêu", "cchc targets")


def command(
    identity: Annotated[
        str, typer.Argument(metavar="CHỈ_TIÊU", help="Mã chỉ tiêu, như 10-1.", autocompletion=complete.targets)
    ],
    value: Annotated[str, typer.Argument(metavar="SỐ_ĐO", help="Con số đo được, như 96,2 hoặc 1.234,5.")],
    date: Annotated[
        str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của số đo (mặc định: hôm nay).")
    ] = None,
    evidence: options.Evidence = None,
    dry_run: options.DryRun = False,
    as_of: options.AsOf = None,
    plan: options.Plans = None,
    root: options.Root = None,
) -> None:
    """Ghi số đo của một chỉ tiêu: đạt hay chưa đạt."""
    workspace, today = opening.workspace(root, plan), opening.day(as_of)
    states = targets(workspace, today)
    closed = ((each, one.id) for each in workspace.closed for one, _, _ in each.targets())
    of, before = given.one(identity, ((each.plan, each.target.id, each) for each in states), _KIND, closed)
    day = given.past_day("--date", date, today) if date else today
    figure = given.figure(value)
    proof = given.documents(evidence, day)
    given.warn(shown.doubtful(before.target, figure))
    measurement = Measurement(target=before.target.id, date=day, value=figure, recorded=today, evidence=proof)
    told = shown.told(_after(workspace, before, measurement), measurement, before)
    file = places.measurements(of.folder)
    done = recording.add(opening.root(root), file, measurement, tuple[Measurement, ...], dry_run)
    screen.done("\n".join((*recorded.written(*done, dry_run), *told, "")))


def _after(workspace: Workspace, before: TargetState, measurement: Measurement) -> TargetState:
    """The target once it is measured."""
    plan = before.plan
    records = structs.replace(plan.records, measurements=(*plan.records.measurements, measurement))
    measured = structs.replace(workspace, plans=(structs.replace(plan, records=records),))
    found = targets(measured, measurement.recorded)
    return next(each for each in found if each.target.id == before.target.id)
