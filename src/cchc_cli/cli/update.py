"""cchc update: what an agency has done of a task, as one more line of its file."""

from datetime import date as Day
from pathlib import Path
from typing import Annotated

import typer
from msgspec import structs

from cchc_cli import places, updates
from cchc_cli.answers import update as shown
from cchc_cli.ledger import Ledger
from cchc_cli.model import Entry
from cchc_cli.plans import Plan, Records, Workspace
from cchc_cli.problems import Stop
from cchc_cli.queries.effects import effects
from cchc_cli.shell import asking, complete, given, opening, options, recording, screen
from cchc_cli.shell.told import Action, Told, understood
from cchc_cli.updates import Update

_SHAPE = tuple[Entry, ...]
Identity = Annotated[
    str | None,
    typer.Argument(metavar="[MÃ]", help="Mã nhiệm vụ hoặc mốc, như I.1 hoặc I.9/2; bỏ trống để được hỏi từng bước.",
                   autocompletion=complete.tasks),
]  # fmt: skip
StatusOption = Annotated[
    str | None,
    typer.Option("--status", metavar="TÌNH_TRẠNG",
                 help="done (đã hoàn thành), in_progress (đang thực hiện), submitted (chờ xác nhận) …"),
]  # fmt: skip
Date = Annotated[
    str | None, typer.Option("--date", metavar="NGÀY", help="Ngày diễn ra; đã hoàn thành thì là ngày của sản phẩm.")
]
Agency = Annotated[
    str | None,
    typer.Option("--agency", metavar="TÊN", autocompletion=complete.agencies,
                 help="Cơ quan báo cáo (mặc định: biến CCHC_AGENCY, chỉ lệnh này đọc, hoặc settings.yaml)."),
]  # fmt: skip
Link = Annotated[str | None, typer.Option("--link", metavar="URL", help="Đường dẫn đến tài liệu kiểm chứng.")]
Note = Annotated[str | None, typer.Option("--note", metavar="CHỮ", help="Ghi chú.")]
Percent = Annotated[int | None, typer.Option("--percent", metavar="SỐ", help="Đã làm được bao nhiêu phần trăm.")]
Difficulties = Annotated[str | None, typer.Option("--difficulties", metavar="CHỮ", help="Khó khăn, vướng mắc.")]
Proposals = Annotated[str | None, typer.Option("--proposals", metavar="CHỮ", help="Kiến nghị, đề xuất.")]
Confirm = Annotated[bool, typer.Option("--confirm", help="Xác nhận hoàn thành (cơ quan theo dõi).")]
Return = Annotated[bool, typer.Option("--return", help="Trả lại để làm tiếp, kèm --note (cơ quan theo dõi).")]
Member = Annotated[
    str | None,
    typer.Option("--for", metavar="TÊN", help="Báo cáo thay cho cơ quan này (cơ quan theo dõi).",
                 autocompletion=complete.agencies),
]  # fmt: skip
Undo = Annotated[bool, typer.Option("--undo", help="Bỏ dòng cuối của cơ quan, khi chưa commit vào git.")]


def command(
    identity: Identity = None,
    status: StatusOption = None,
    date: Date = None,
    agency: Agency = None,
    evidence: options.Evidence = None,
    link: Link = None,
    note: Note = None,
    percent: Percent = None,
    difficulties: Difficulties = None,
    proposals: Proposals = None,
    confirm: Confirm = False,
    return_: Return = False,
    member: Member = None,
    undo: Undo = False,
    dry_run: options.DryRun = False,
    as_of: options.AsOf = None,
    plan: options.Plans = None,
    root: options.Root = None,
) -> None:
    """Cập nhật tiến độ một nhiệm vụ; không nêu gì thì hỏi từng bước."""
    told = Told(identity, status, date, agency, tuple(evidence or ()), link, note, percent, difficulties, proposals,
                _action(confirm, return_), member)  # fmt: skip
    workspace, today = opening.workspace(root, plan), opening.day(as_of)
    folder = opening.root(root)
    if undo:
        if told.says_something or date or member or dry_run:
            raise Stop("--undo chỉ bỏ dòng cuối, không đi cùng nội dung khác", "chỉ nêu --agency, mã nhiệm vụ")
        _take_back(told, workspace, today, folder)
        return
    asked = not (told.identity and told.says_something)
    update = understood(asking.completed(told, workspace, today) if asked else told, workspace, today)
    _write(update, workspace, folder, dry_run, asked)


def _write(update: Update, workspace: Workspace, folder: Path, dry_run: bool, asked: bool) -> None:
    today, path = update.entry.recorded, places.progress(update.plan.folder, update.by)
    after = _ledger(update.plan, update.records, workspace)
    told = list(shown.changes(effects(workspace, update.plan, update.records, today), update, after, today))
    for remark in updates.remarks(update, after):
        given.warn(remark)
    if asked and not dry_run:
        screen.say(shown.written(*recording.add(folder, path, update.entry, _SHAPE, True), True, told).rstrip())
        if not asking.agreed():
            screen.say("Chưa ghi gì.")
            return
    done = recording.add(folder, path, update.entry, _SHAPE, dry_run)
    screen.done(shown.written(*done, dry_run, told))


def _take_back(told: Told, workspace: Workspace, today: Day, folder: Path) -> None:
    plan = given.writable(_plan(told, workspace))
    by = given.reporter(told.agency, workspace.registry, plan.settings)
    found = [place for place, (agency, _) in enumerate(plan.records.entries) if agency == by]
    if not found:
        raise Stop(f"{workspace.registry.name(by)} chưa có dòng cập nhật nào trong kế hoạch {plan.name}")
    last = plan.records.entries[found[-1]][1]
    if told.identity and not f"{last.task}/".upper().startswith(f"{told.identity.rpartition(':')[2]}/".upper()):
        raise Stop(f"dòng cuối là về {last.task}, không phải {told.identity}", "muốn bỏ dòng đó thì không nêu mã")
    entries = (*plan.records.entries[: found[-1]], *plan.records.entries[found[-1] + 1 :])
    records = structs.replace(plan.records, entries=entries)
    _, task, milestone = opening.milestone(last.task, structs.replace(workspace, plans=(plan,)))
    update, after = Update(plan, task, milestone, by, last), _ledger(plan, records, workspace)
    lines = list(shown.changes(effects(workspace, plan, records, today), update, after, today))
    screen.done(shown.taken_back(*recording.take_back(folder, places.progress(plan.folder, by), _SHAPE), lines))


def _plan(told: Told, workspace: Workspace) -> Plan:
    if told.identity:
        return opening.task(told.identity, workspace)[0]
    return given.only_plan(workspace, "chưa rõ kế hoạch nào")


def _ledger(plan: Plan, records: Records, workspace: Workspace) -> Ledger:
    return Ledger.of(structs.replace(plan, records=records), workspace)


def _action(confirm: bool, return_: bool) -> Action | None:
    if confirm and return_:
        raise Stop("--confirm không đi cùng --return", "chọn một")
    return "confirm" if confirm else "return" if return_ else None
