"""cchc measure: a measurement of a target."""

from datetime import date as Day
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
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell import writer
from cchc_cli.shell.faults import documents, sound, warn
from cchc_cli.shell.options import days, flags, scope, subject, suggestions
from cchc_cli.shell.options.scope import Opened
from cchc_cli.shell.undo import Kept

_SHAPE = tuple[Measurement, ...]


def command(
    identity: Annotated[
        str | None,
        typer.Argument(metavar="CHỈ_TIÊU", help="Mã chỉ tiêu, như 10-1.", autocompletion=suggestions.targets),
    ] = None,
    value: Annotated[str | None, typer.Argument(metavar="SỐ_ĐO", help="Con số đo được, như 96,2 hoặc 1.234,5.")] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của số đo (mặc định: hôm nay).")
    ] = None,
    evidence: flags.Evidence = None,
    undo: flags.Undo = False,
    dry_run: flags.DryRun = False,
    as_of: flags.AsOf = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Ghi số đo của một chỉ tiêu: đạt hay chưa đạt."""
    if undo:
        taking_back.refuse_words(value, date, evidence, dry_run)
        _take_back(identity, scope.opened(root, plan), days.day(as_of))
        return
    identity = flags.needed(identity, "mã chỉ tiêu", "cchc measure 10-1 96,2")
    value = flags.needed(value, "số đo", f"cchc measure {identity} 96,2")
    opened, today = scope.opened(root, plan), days.day(as_of)
    workspace = opened.workspace
    of, before = scope.one(identity, _listing(workspace, today), workspace, today)
    day = sound(values.past_day(date, Field.DATE, today)) if date else today
    figure = sound(values.number(value, Field.VALUE))
    proof = documents(evidence, day)
    warn(shown.doubtful(before.target, figure))
    measurement = Measurement(target=before.target.id, date=day, value=figure, recorded=today, evidence=proof)
    told = shown.told(_after(workspace, before, measurement), measurement, before)
    proposal = writer.proposed(opened, places.measurements(of.folder), measurement, _SHAPE)
    writer.finish(proposal, told, dry_run, taking_back.words("measure", opened, of, before.target.id, plan))


def _listing(workspace: Workspace, today: Day) -> Listing[TargetState]:
    left_out = ((each, one.id) for each in workspace.left_out for one, _, _ in each.targets())
    known = ((each.plan, each.target.id, each) for each in targets(workspace, today))
    return Listing("chỉ tiêu", "cchc targets", known, left_out)


def _take_back(identity: str | None, opened: Opened, today: Day) -> None:
    workspace = opened.workspace
    listing = _listing(workspace, today)
    of = scope.one(identity, listing, workspace, today)[0] if identity else subject.of_task(None, workspace, today)
    kept = Kept(places.measurements(of.folder), of.records.measurements, _SHAPE, lambda each: each.target)
    taking_back.last(kept, identity)
    taking_back.take_back(opened, kept, ())


def _after(workspace: Workspace, before: TargetState, measurement: Measurement) -> TargetState:
    """The target with the new measurement."""
    plan = before.plan
    records = structs.replace(plan.records, measurements=(*plan.records.measurements, measurement))
    measured = structs.replace(workspace, plans=(structs.replace(plan, records=records),))
    found = targets(measured, measurement.recorded)
    return next(each for each in found if each.target.id == before.target.id)
