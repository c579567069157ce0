"""cchc extend: record that a deadline is extended, set for the first time, requested, or refused."""

from datetime import date as Day
from typing import Annotated

import typer
from msgspec import structs

from cchc_cli.answers import extend as shown
from cchc_cli.answers import receipt, records
from cchc_cli.model import Deadline
from cchc_cli.plan.plans import Plan, Records
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.effects import effects
from cchc_cli.reading import places
from cchc_cli.recording import decision, evidence
from cchc_cli.recording.decision import Act, Position
from cchc_cli.schedule import Workdays
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell import writer
from cchc_cli.shell.faults import sound, warn
from cchc_cli.shell.options import days, flags, life_suggestions, scope, subject, suggestions, typed_names
from cchc_cli.shell.options.scope import Opened
from cchc_cli.shell.undo import Kept
from cchc_cli.state.ledger import Ledger
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date

_SHAPE = tuple[Deadline, ...]

_Basis = Annotated[
    str | None,
    typer.Option("--basis", metavar="VĂN_BẢN", help='Văn bản quyết định, như "45/UBND-KSTT".',
                 autocompletion=life_suggestions.documents),
]  # fmt: skip


def command(
    identity: Annotated[
        str | None,
        typer.Argument(metavar="MÃ", help="Mã nhiệm vụ hoặc mốc, như VI.6, I.9/2.", autocompletion=suggestions.tasks),
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="NGÀY", help="Hạn mới.")] = None,
    basis: _Basis = None,
    date: Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của văn bản đó.")] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="LÝ_DO", help="Lý do.")] = None,
    agency: Annotated[
        str | None,
        typer.Option(
            "--agency",
            metavar="TÊN",
            help="Chỉ cho phần của cơ quan này trong nhiệm vụ nhiều cơ quan làm.",
            autocompletion=suggestions.agencies,
        ),
    ] = None,
    request: Annotated[bool, typer.Option("--request", help="Mới đề nghị, hạn chưa đổi (cần --reason).")] = False,
    refuse: Annotated[bool, typer.Option("--refuse", help="Không đồng ý một đề nghị.")] = False,
    undo: flags.Undo = False,
    dry_run: flags.DryRun = False,
    as_of: flags.AsOf = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Gia hạn, ấn định hạn; ghi đề nghị gia hạn và trả lời."""
    today = days.day(as_of)
    if undo:
        taking_back.refuse_words(to, basis, date, reason, agency, request, refuse, dry_run)
        _take_back(identity, scope.opened(root, plan), today)
        return
    identity = flags.needed(identity, "mã nhiệm vụ", "cchc extend VI.6 --to 31/3/2026 --basis … --date …")
    wanted = sound(decision.wanted(_act(request, refuse), today, to, basis, date, reason))
    for doubt in evidence.doubts([wanted.document] if wanted.document else []):
        warn(doubt)
    opened = scope.opened(root, plan)
    workspace = opened.workspace
    member = typed_names.agency(agency, workspace.registry) if agency else None
    of, now = _position(identity, workspace, member, today)
    record = sound(decision.decision(wanted, now))
    lines = _lines(of, workspace, now, record)
    proposal = writer.proposed(opened, places.deadlines(of.folder), record, _SHAPE)
    writer.finish(proposal, lines, dry_run, taking_back.words("extend", opened, of, records.about(record), plan))


def _take_back(identity: str | None, opened: Opened, today: Day) -> None:
    of = subject.of_task(identity, opened.workspace, today)
    kept = Kept(places.deadlines(of.folder), of.records.deadlines, _SHAPE, records.about)
    taking_back.last(kept, identity)
    left = structs.replace(of.records, deadlines=of.records.deadlines[:-1])
    changed = effects(opened.workspace, of, left, today)
    taking_back.take_back(opened, kept, receipt.changes(changed, opened.workspace.registry, today))


def _lines(of: Plan, workspace: Workspace, now: Position, record: Deadline) -> list[str]:
    """Lines that tell what the decision says and changes; warnings are printed at once."""
    registry, workdays = workspace.registry, Workdays(workspace.calendar)
    after = _after(of, workspace, now, record)
    for doubt in shown.doubts(record, now.extended, now.state, after.state, registry, workdays, of.term):
        warn(doubt)
    changed = effects(workspace, of, _records(of, record), record.recorded)
    return [
        shown.told(record, now.state, now.asked, registry),
        *receipt.changes(changed, registry, record.recorded),
    ]


def _act(request: bool, refuse: bool) -> Act:
    if request and refuse:
        raise Stop("--request và --refuse không đi cùng nhau", "đề nghị và trả lời là hai lần ghi")
    return "request" if request else "refuse" if refuse else "grant"


def _position(identity: str, workspace: Workspace, agency: str | None, today: Day) -> tuple[Plan, Position]:
    """The chosen milestone in its state of today."""
    of, task, named = typed_names.about(identity, workspace, today)
    then = task.on(today)
    if then is None or (then.until is not None and then.until <= today):
        day = short_date(today)
        raise Stop(f"{task.id} không có trong kế hoạch vào ngày {day}", f"xem: cchc show {task.id}")
    if then.row.computed:
        raise Stop(f"{task.id} được tính từ các nhiệm vụ khác, không ấn định hạn riêng", "xem: cchc stats")
    ledger = Ledger.of(typed_names.writable(of), workspace)
    milestone = sound(decision.milestone(then, named, ledger, today))
    return of, sound(decision.position(ledger, then, milestone, agency, today))


def _after(of: Plan, workspace: Workspace, now: Position, record: Deadline) -> Position:
    """The milestone's state after the decision; raise a `Stop` for a grant that an earlier decision overrides."""
    ledger = Ledger.of(structs.replace(of, records=_records(of, record)), workspace)
    after = sound(decision.position(ledger, now.task, now.milestone, now.agency, record.recorded))
    if record.action in ("set", "extend") and after.due != record.to:
        raise Stop(
            f"{records.about(record)} có quyết định về hạn theo văn bản mới hơn, nên hạn này không có hiệu lực",
            f"xem: cchc show {now.task.id}; kiểm tra lại --date",
        )
    return after


def _records(of: Plan, record: Deadline) -> Records:
    return structs.replace(of.records, deadlines=(*of.records.deadlines, record))
