"""cchc measure: a measurement of a target."""

from datetime import date as Day
from typing import Annotated, Any

import typer
from msgspec import structs

from cchc_cli.answers import measure as shown
from cchc_cli.model import Measurement
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.indicators import IndicatorState, indicators
from cchc_cli.queries.targets import TargetState, targets
from cchc_cli.reading import places
from cchc_cli.recording import identities, measurement, values
from cchc_cli.recording.faults import Field
from cchc_cli.recording.identities import Listing
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell import writer
from cchc_cli.shell.faults import documents, sound, warn
from cchc_cli.shell.options import days, flags, scope, subject, suggestions, typed_names
from cchc_cli.shell.options.scope import Opened
from cchc_cli.shell.undo import Kept

_SHAPE = tuple[Measurement, ...]


def command(
    identity: Annotated[
        str | None,
        typer.Argument(metavar="CHỈ_TIÊU", help="Mã chỉ tiêu, như 10-1.", autocompletion=suggestions.targets),
    ] = None,
    value: Annotated[str | None, typer.Argument(metavar="SỐ_ĐO", help="Con số đo được, như 96,2 hoặc 17/79.")] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của số đo (mặc định: hôm nay).")
    ] = None,
    agency: Annotated[
        str | None,
        typer.Option(
            "--agency",
            metavar="CƠ_QUAN",
            help="Cơ quan đo, với chỉ tiêu thống kê của từng cơ quan.",
            autocompletion=suggestions.agencies,
        ),
    ] = None,
    period: flags.PeriodOption = None,
    evidence: flags.Evidence = None,
    undo: flags.Undo = False,
    dry_run: flags.DryRun = False,
    as_of: flags.AsOf = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Ghi số đo của một chỉ tiêu: đạt hay chưa đạt."""
    if undo:
        taking_back.refuse_words(value, date, agency, evidence, dry_run)
        _take_back(identity, scope.opened(root, plan), days.day(as_of))
        return
    identity = flags.needed(identity, "mã chỉ tiêu", "cchc measure 10-1 96,2")
    figure = sound(values.amount(flags.needed(value, "số đo", f"cchc measure {identity} 96,2"), Field.VALUE))
    opened, today = scope.opened(root, plan), days.day(as_of)
    of, before = typed_names.one(identity, _listing(opened.workspace, today), opened.workspace, today)
    own = sound(identities.single(agency, opened.workspace.registry)) if agency else None
    sound(measurement.misplaced(before, own))
    made = Measurement(
        target=_id(before),
        recorded=today,
        agency=own,
        **_when(date, period, of, today),
        **figure._asdict(),
    )
    made = structs.replace(made, evidence=documents(evidence, made.date))
    warn(shown.doubtful(before, made))
    proposal = writer.proposed(opened, places.measurements(of.folder), made, _SHAPE)
    told = shown.told(_after(opened.workspace, of, made), made, before, opened.workspace.registry)
    writer.finish(proposal, told, dry_run, taking_back.words("measure", opened, of, made.target, plan))


def _id(state: TargetState | IndicatorState) -> str:
    return state.target.id if isinstance(state, TargetState) else state.indicator.id


def _when(date: str | None, period: str | None, of: Plan, today: Day) -> dict[str, Any]:
    """The day and the period of a measurement: of a period without a day, its last day that has come."""
    found = days.period_of(period, of.settings.ends) if period else None
    if date is None:
        return {"date": min(found.end, today) if found else today, "period": found.id if found else None}
    return {"date": sound(values.past_day(date, Field.DATE, today)), "period": found.id if found else None}


def _listing(workspace: Workspace, today: Day) -> Listing[TargetState | IndicatorState]:
    left_out = ((each, one.id) for each in workspace.left_out for one, _, _ in each.targets())
    known: list[tuple[Plan, str, TargetState | IndicatorState]] = [
        (each.plan, each.target.id, each) for each in targets(workspace, today)
    ]
    for plan in workspace.plans:
        known += ((plan, each.indicator.id, each) for each in indicators(plan, workspace.registry, today))
    return Listing("chỉ tiêu", "cchc targets", known, left_out)


def _take_back(identity: str | None, opened: Opened, today: Day) -> None:
    workspace = opened.workspace
    listing = _listing(workspace, today)
    of = (
        typed_names.one(identity, listing, workspace, today)[0] if identity else subject.of_task(None, workspace, today)
    )
    kept = Kept(places.measurements(of.folder), of.records.measurements, _SHAPE, lambda each: each.target)
    taking_back.last(kept, identity)
    taking_back.take_back(opened, kept, ())


def _after(workspace: Workspace, plan: Plan, made: Measurement) -> TargetState | IndicatorState:
    """The target or indicator with the new measurement; an indicator in the measurement's own period."""
    records = structs.replace(plan.records, measurements=(*plan.records.measurements, made))
    measured = structs.replace(plan, records=records)
    period = days.period_of(made.period, plan.settings.ends) if made.period else None
    found: list[TargetState | IndicatorState] = [
        *targets(structs.replace(workspace, plans=(measured,)), made.recorded),
        *indicators(measured, workspace.registry, made.recorded, period),
    ]
    return next(each for each in found if _id(each) == made.target)
