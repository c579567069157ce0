"""cchc measure: a measurement of a target."""

from typing import Annotated

import typer
from msgspec import structs

from cchc_cli.answers import measure as shown
from cchc_cli.model import Measurement
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.targets import TargetState, targets
from cchc_cli.reading import places
from cchc_cli.recording import values
from cchc_cli.recording.faults import Field
from cchc_cli.recording.identities import Listing
from cchc_cli.shell import writer
from cchc_cli.shell.faults import documents, sound, warn
from cchc_cli.shell.options import days, flags, scope, suggestions


def command(
    identity: Annotated[
        str, typer.Argument(metavar="CHỈ_TIÊU", help="Mã chỉ tiêu, như 10-1.", autocompletion=suggestions.targets)
    ],
    value: Annotated[str, typer.Argument(metavar="SỐ_ĐO", help="Con số đo được, như 96,2 hoặc 1.234,5.")],
    date: Annotated[
        str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của số đo (mặc định: hôm nay).")
    ] = None,
    evidence: flags.Evidence = None,
    dry_run: flags.DryRun = False,
    as_of: flags.AsOf = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Ghi số đo của một chỉ tiêu: đạt hay chưa đạt."""
    opened, today = scope.opened(root, plan), days.day(as_of)
    workspace = opened.workspace
    states = targets(workspace, today)
    left_out = ((each, one.id) for each in workspace.left_out for one, _, _ in each.targets())
    known = ((each.plan, each.target.id, each) for each in states)
    of, before = scope.one(identity, Listing("chỉ tiêu", "cchc targets", known, left_out), workspace, today)
    day = sound(values.past_day(date, Field.DATE, today)) if date else today
    figure = sound(values.number(value, Field.VALUE))
    proof = documents(evidence, day)
    warn(shown.doubtful(before.target, figure))
    measurement = Measurement(target=before.target.id, date=day, value=figure, recorded=today, evidence=proof)
    told = shown.told(_after(workspace, before, measurement), measurement, before)
    proposal = writer.proposed(opened, places.measurements(of.folder), measurement, tuple[Measurement, ...])
    writer.finish(proposal, told, dry_run)


def _after(workspace: Workspace, before: TargetState, measurement: Measurement) -> TargetState:
    """The target with the new measurement."""
    plan = before.plan
    records = structs.replace(plan.records, measurements=(*plan.records.measurements, measurement))
    measured = structs.replace(workspace, plans=(structs.replace(plan, records=records),))
    found = targets(measured, measurement.recorded)
    return next(each for each in found if each.target.id == before.target.id)
