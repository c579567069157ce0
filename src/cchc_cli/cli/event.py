"""cchc event: an outside event has happened; the list of them."""

from datetime import date as Day
from typing import Annotated

import typer
from msgspec import Struct, structs

from cchc_cli.answers import event as shown
from cchc_cli.answers import recorded
from cchc_cli.model import Happening
from cchc_cli.plan.plans import Workspace
from cchc_cli.queries.effects import effects
from cchc_cli.queries.events import EventState, events
from cchc_cli.reading import places
from cchc_cli.recording import typed
from cchc_cli.recording.faults import Field
from cchc_cli.recording.identities import Kind
from cchc_cli.shell import recording, screen
from cchc_cli.shell.faults import documents, sound
from cchc_cli.shell.options import complete, opening, options
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date

_USAGE = "ghi: cchc event list, hoặc cchc event set MÃ NGÀY"


def command(
    action: Annotated[str, typer.Argument(metavar="VIỆC", help="list (xem các sự kiện) hoặc set (ghi đã diễn ra).")],
    identity: Annotated[
        str | None, typer.Argument(metavar="[MÃ]", help="Mã sự kiện, như pci-2025.", autocompletion=complete.events)
    ] = None,
    when: Annotated[str | None, typer.Argument(metavar="[NGÀY]", help="Ngày sự kiện diễn ra.")] = None,
    evidence: options.Evidence = None,
    dry_run: options.DryRun = False,
    as_of: options.AsOf = None,
    form: options.Format = None,
    output: options.Output = None,
    plan: options.Plans = None,
    root: options.Root = None,
) -> None:
    """Sự kiện bên ngoài: xem danh sách (list), ghi ngày đã diễn ra (set)."""
    form = options.form_of(form, output, options.TABLE_FORMATS, "table")
    if action not in ("list", "set"):
        raise Stop(f'không có việc "{action}"', _USAGE)
    if (action == "set") != (identity is not None) or (identity is None) != (when is None):
        raise Stop("thừa hoặc thiếu mã sự kiện, ngày diễn ra", _USAGE)
    opened, today = opening.opened(root, plan), opening.day(as_of)
    workspace = opened.workspace
    found = events(workspace, today)
    if identity is None or when is None:
        screen.answer(form, output, lambda: shown.table(found, workspace, today), lambda: _json(found, today))
        return
    closed = ((each, one.id) for each in workspace.closed for one in each.file.events)
    known = ((each.plan, each.event.id, each) for each in found)
    of, own = opening.one(identity, Kind("sự kiện", "cchc event list", known, closed))
    day = sound(typed.past_day(when, Field.HAPPENED, today))
    if own.happened == day:
        raise Stop(f"{own.event.id} đã được ghi ngày {short_date(day)}", "xem: cchc event list")
    proof = documents(evidence, day)
    happening = Happening(event=own.event.id, date=day, recorded=today, evidence=proof)
    lines = _lines(workspace, own, found, happening)
    proposal = recording.proposed(opened, places.events(of.folder), happening, tuple[Happening, ...])
    recording.finish(proposal, lines, dry_run)


def _lines(workspace: Workspace, own: EventState, found: tuple[EventState, ...], happening: Happening) -> list[str]:
    """What the day of an event changes."""
    plan, today = own.plan, happening.recorded
    records = structs.replace(plan.records, events=(*plan.records.events, happening))
    changed = effects(workspace, plan, records, today)
    return [
        shown.told(own.event, own.happened, happening.date),
        *recorded.changes(changed, workspace.registry, today),
        *shown.still_waiting(own.event, found, changed),
    ]


def _json(found: tuple[EventState, ...], today: Day) -> Struct:
    from cchc_cli.answers.json import event

    return event.events(found, today)
