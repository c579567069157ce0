"""cchc update: record an agency's progress on a task as one more line of its file."""

from datetime import date as Day
from typing import Annotated, NamedTuple

import typer
from msgspec import structs

from cchc_cli.answers import update as shown
from cchc_cli.model import Entry
from cchc_cli.plan.plans import Plan, Records
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.effects import effects
from cchc_cli.reading import places
from cchc_cli.recording import entry
from cchc_cli.recording.entry import Action, Typed
from cchc_cli.recording.new_entry import Update
from cchc_cli.recording.update import remarks
from cchc_cli.shell import dialogue, faults, screen, writer
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell.dialogue import Answered
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import days, flags, scope, subject, suggestions
from cchc_cli.shell.options.scope import Opened
from cchc_cli.shell.undo import Kept
from cchc_cli.shell.writer import Proposal
from cchc_cli.state.ledger import Ledger
from cchc_cli.text.problems import Stop

_SHAPE = tuple[Entry, ...]
Identity = Annotated[
    str | None,
    typer.Argument(metavar="[MÃ]", help="Mã nhiệm vụ hoặc mốc, như I.1 hoặc I.9/2; bỏ trống để được hỏi từng bước.",
                   autocompletion=suggestions.tasks),
]  # fmt: skip
StatusOption = Annotated[
    str | None,
    typer.Option("--status", metavar="TÌNH_TRẠNG",
                 help="done (đã hoàn thành), in_progress (đang thực hiện), submitted (chờ xác nhận) …",
                 autocompletion=suggestions.progress),
]  # fmt: skip
Date = Annotated[
    str | None, typer.Option("--date", metavar="NGÀY", help="Ngày diễn ra; đã hoàn thành thì là ngày của sản phẩm.")
]
Agency = Annotated[
    str | None,
    typer.Option("--agency", metavar="TÊN", autocompletion=suggestions.agencies,
                 help="Cơ quan báo cáo (mặc định: biến CCHC_AGENCY, chỉ lệnh này đọc, hoặc settings.yaml)."),
]  # fmt: skip
Link = Annotated[str | None, typer.Option("--link", metavar="URL", help="Đường dẫn đến tài liệu kiểm chứng.")]
Note = Annotated[str | None, typer.Option("--note", metavar="CHỮ", help="Ghi chú.")]
Percent = Annotated[str | None, typer.Option("--percent", metavar="SỐ", help="Tỷ lệ hoàn thành (%).")]
Difficulties = Annotated[str | None, typer.Option("--difficulties", metavar="CHỮ", help="Khó khăn, vướng mắc.")]
Proposals = Annotated[str | None, typer.Option("--proposals", metavar="CHỮ", help="Kiến nghị, đề xuất.")]
Confirm = Annotated[bool, typer.Option("--confirm", help="Xác nhận hoàn thành (cơ quan theo dõi).")]
Return = Annotated[bool, typer.Option("--return", help="Trả lại để làm tiếp, kèm --note (cơ quan theo dõi).")]
Member = Annotated[
    str | None,
    typer.Option("--for", metavar="TÊN", help="Báo cáo thay cho cơ quan này (cơ quan theo dõi).",
                 autocompletion=suggestions.agencies),
]  # fmt: skip


def command(
    identity: Identity = None,
    status: StatusOption = None,
    date: Date = None,
    agency: Agency = None,
    evidence: flags.Evidence = None,
    link: Link = None,
    note: Note = None,
    percent: Percent = None,
    difficulties: Difficulties = None,
    proposals: Proposals = None,
    confirm: Confirm = False,
    return_: Return = False,
    member: Member = None,
    undo: flags.Undo = False,
    dry_run: flags.DryRun = False,
    as_of: flags.AsOf = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Cập nhật tiến độ một nhiệm vụ; không nêu gì thì hỏi từng bước."""
    words = Typed(status, date, tuple(evidence or ()), link, note, percent, difficulties, proposals,
                  _action(confirm, return_), member)  # fmt: skip
    opened, today = scope.opened(root, plan), days.day(as_of)
    if undo:
        taking_back.refuse_words(words.says_something, date, member, dry_run)
        _take_back(identity, agency, opened, today)
    elif identity and words.says_something:
        found = _prepared(_given(identity, agency, words, opened.workspace, today), opened, today)
        writer.finish(found.proposal, found.lines, dry_run, _undone(found, agency, plan))
    else:
        answered = dialogue.completed(identity, agency, words, opened.workspace, today)
        found = _prepared(answered, opened, today)
        asked = not (dry_run or found.proposal.repeats)
        if asked:
            told = dialogue.sentence(answered, found.proposal.record, opened.workspace.registry)
            screen.say("\n".join((*told, *found.lines)))
        if not asked or dialogue.agreed():
            writer.finish(found.proposal, found.lines, dry_run, _undone(found, agency, plan))
        else:
            screen.say("Chưa ghi gì.")


class Prepared(NamedTuple):
    """An entry that may be written, and what it would change."""

    update: Update
    proposal: Proposal[Entry]
    lines: list[str]


def _given(identity: str, agency: str | None, words: Typed, workspace: Workspace, today: Day) -> Answered:
    about = scope.about(identity, workspace, today)
    by = scope.reporter(agency, workspace.registry, about.plan.settings)
    return Answered(about, by, sound(entry.understood(words, workspace.registry, today)))


def _prepared(answered: Answered, opened: Opened, today: Day) -> Prepared:
    """Check the entry; print a warning if something about it is unusual."""
    (about, by, draft), workspace = answered, opened.workspace
    faults.remark(draft.remark)
    before = _ledger(about.plan, about.plan.records, workspace)
    update, remark = entry.dated(sound(entry.update(about, by, draft, before, today)), before)
    faults.remark(remark)
    after = _ledger(about.plan, update.records, workspace)
    changed = effects(workspace, about.plan, update.records, today)
    lines = list(shown.changes(changed, update, after, today))
    for doubt in remarks(update, after):
        faults.warn(doubt)
    path = places.progress(about.plan.folder, by)
    return Prepared(update, writer.proposed(opened, path, update.entry, _SHAPE), lines)


def _undone(found: Prepared, agency: str | None, plan: list[str] | None) -> list[str]:
    """The words of the command that takes the entry back."""
    by = found.update.by if agency else None
    return taking_back.words("update", found.proposal.opened, found.update.plan, found.update.entry.task, plan, by)


def _take_back(identity: str | None, agency: str | None, opened: Opened, today: Day) -> None:
    workspace = opened.workspace
    plan = subject.of_task(identity, workspace, today)
    by = scope.reporter(agency, workspace.registry, plan.settings)
    own = tuple(entry for each, entry in plan.records.entries if each == by)
    kept = Kept(places.progress(plan.folder, by), own, _SHAPE, lambda entry: entry.task)
    last = taking_back.last(kept, identity)
    entries = tuple(each for each in plan.records.entries if each[1] is not last)
    records = structs.replace(plan.records, entries=entries)
    about = scope.about(last.task, structs.replace(workspace, plans=(plan,)), today)
    update, after = Update(*about, by, last), _ledger(plan, records, workspace)
    lines = shown.changes(effects(workspace, plan, records, today), update, after, today)
    taking_back.take_back(opened, kept, lines)


def _ledger(plan: Plan, records: Records, workspace: Workspace) -> Ledger:
    return Ledger.of(structs.replace(plan, records=records), workspace)


def _action(confirm: bool, return_: bool) -> Action | None:
    if confirm and return_:
        raise Stop("--confirm không đi cùng --return", "chọn một")
    return "confirm" if confirm else "return" if return_ else None
