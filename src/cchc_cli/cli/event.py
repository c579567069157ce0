"""cchc event: record that an outside event has happened, or list the events."""

from datetime import date as Day
from typing import Annotated

import typer
from msgspec import Struct, structs

from cchc_cli.answers import event as shown
from cchc_cli.answers import receipt
from cchc_cli.model import Happening
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.effects import effects
from cchc_cli.queries.events import EventState, events
from cchc_cli.reading import places
from cchc_cli.recording import values
from cchc_cli.recording.faults import Field
from cchc_cli.recording.identities import Listing
from cchc_cli.shell import answered, writer
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell.answered import Answered
from cchc_cli.shell.faults import documents, sound
from cchc_cli.shell.options import days, flags, scope, subject, suggestions, typed_names
from cchc_cli.shell.options.scope import Opened
from cchc_cli.shell.undo import Kept
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date

_USAGE = "ghi: cchc event list, hoặc cchc event set MÃ NGÀY"

_SHAPE = tuple[Happening, ...]


def command(
    action: Annotated[
        str,
        typer.Argument(
            metavar="VIỆC",
            help="list (xem các sự kiện) hoặc set (ghi đã diễn ra).",
            autocompletion=suggestions.values("list", "set"),
        ),
    ],
    identity: Annotated[
        str | None, typer.Argument(metavar="[MÃ]", help="Mã sự kiện, như pci-2025.", autocompletion=suggestions.events)
    ] = None,
    when: Annotated[str | None, typer.Argument(metavar="[NGÀY]", help="Ngày sự kiện diễn ra.")] = None,
    evidence: flags.Evidence = None,
    undo: flags.Undo = False,
    dry_run: flags.DryRun = False,
    as_of: flags.AsOf = None,
    form: flags.Format = None,
    output: flags.Output = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Sự kiện bên ngoài: xem (list), ghi ngày đã diễn ra (set)."""
    _refuse_misfits(action, identity, when, form or output, evidence or dry_run, undo)
    if undo:
        _take_back(identity, scope.opened(root, plan), days.day(as_of))
        return
    form = flags.table_form(form, output)
    opened, today = scope.opened(root, plan), days.day(as_of)
    workspace = opened.workspace
    found = events(workspace, today)
    if identity is None or when is None:
        answer = Answered(lambda: shown.table(found, workspace, today), lambda: _json(found, workspace, today))
        answered.show(form, output, answer)
        return
    of, own = typed_names.one(identity, _listing(found, workspace), workspace, today)
    day = sound(values.past_day(when, Field.HAPPENED, today))
    if own.happened == day:
        raise Stop(f"{own.event.id} đã được ghi ngày {short_date(day)}", "xem: cchc event list")
    proof = documents(evidence, day)
    happening = Happening(event=own.event.id, date=day, recorded=today, evidence=proof)
    lines = _lines(workspace, own, found, happening)
    proposal = writer.proposed(opened, places.events(of.folder), happening, _SHAPE)
    writer.finish(proposal, lines, dry_run, taking_back.words("event set", opened, of, own.event.id, plan))


def _refuse_misfits(
    action: str, identity: str | None, when: str | None, shown_as: object, said: object, undo: bool
) -> None:
    """Raise a `Stop` for options and arguments that do not fit the action. `said`: what only a record has."""
    if action not in ("list", "set"):
        raise Stop(f'không có lệnh con "{action}"', _USAGE)
    if undo and action == "set":
        taking_back.refuse_words(when, said, shown_as)
    elif (action == "set") != (identity is not None) or (identity is None) != (when is None):
        raise Stop("thừa hoặc thiếu mã sự kiện, ngày diễn ra", _USAGE)
    if action == "set" and shown_as:
        raise Stop("event set chỉ ghi một dòng, không có --format, -o", "bỏ chúng, hoặc xem bảng: cchc event list")
    if action == "list" and (said or undo):
        raise Stop("event list chỉ xem, không có --evidence, --dry-run, --undo", _USAGE)


def _listing(found: tuple[EventState, ...], workspace: Workspace) -> Listing[EventState]:
    left_out = ((each, one.id) for each in workspace.left_out for one in each.file.events)
    return Listing("sự kiện", "cchc event list", ((each.plan, each.event.id, each) for each in found), left_out)


def _take_back(identity: str | None, opened: Opened, today: Day) -> None:
    workspace = opened.workspace
    listing = _listing(events(workspace, today), workspace)
    of = (
        typed_names.one(identity, listing, workspace, today)[0] if identity else subject.of_task(None, workspace, today)
    )
    kept = Kept(places.events(of.folder), of.records.events, _SHAPE, lambda each: each.event)
    taking_back.last(kept, identity)
    records = structs.replace(of.records, events=of.records.events[:-1])
    changed = effects(workspace, of, records, today)
    taking_back.take_back(opened, kept, receipt.changes(changed, workspace.registry, today))


def _lines(workspace: Workspace, own: EventState, found: tuple[EventState, ...], happening: Happening) -> list[str]:
    """Lines that tell what the day of an event changes."""
    plan, today = own.plan, happening.recorded
    records = structs.replace(plan.records, events=(*plan.records.events, happening))
    changed = effects(workspace, plan, records, today)
    return [
        shown.told(own.event, own.happened, happening.date),
        *receipt.changes(changed, workspace.registry, today),
        *shown.still_waiting(own.event, found, changed),
    ]


def _json(found: tuple[EventState, ...], workspace: Workspace, today: Day) -> Struct:
    from cchc_cli.answers.json import event

    return event.events(found, today, workspace.own_settings.province)
