"""cchc update: record an agency's progress on a task as one more line of its file."""

from typing import Annotated

import typer

from cchc_cli.recording import entry
from cchc_cli.recording.entry import Action, Typed
from cchc_cli.shell import dialogue, questions, screen, updating, writer
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell.dialogue import Answered
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import days, flags, scope, suggestions, typed_names
from cchc_cli.shell.updating import Prepared
from cchc_cli.text.problems import Stop

Identities = Annotated[
    list[str] | None,
    typer.Argument(metavar="[MÃ]...",
                   help="Mã nhiệm vụ hoặc mốc, như I.1 hoặc I.9/2, một hay nhiều; bỏ trống để được hỏi từng bước.",
                   autocompletion=suggestions.tasks),
]  # fmt: skip
Turn = Annotated[
    str | None,
    typer.Option("--turn", metavar="LẦN", help="Lần nào của nhiệm vụ định kỳ, như 2026-03; mặc định theo ngày.",
                 autocompletion=suggestions.turns),
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
Members = Annotated[
    list[str] | None,
    typer.Option("--for", metavar="TÊN",
                 help="Báo cáo thay cho cơ quan này (cơ quan theo dõi); nhiều cơ quan thì cách nhau bằng dấu phẩy.",
                 autocompletion=suggestions.agencies),
]  # fmt: skip


def command(
    context: typer.Context,
    identity: Identities = None,
    status: StatusOption = None,
    date: Date = None,
    turn: Turn = None,
    agency: Agency = None,
    evidence: flags.Evidence = None,
    link: Link = None,
    note: Note = None,
    percent: Percent = None,
    difficulties: Difficulties = None,
    proposals: Proposals = None,
    confirm: Confirm = False,
    return_: Return = False,
    member: Members = None,
    undo: flags.Undo = False,
    dry_run: flags.DryRun = False,
    as_of: flags.AsOf = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Cập nhật tiến độ một nhiệm vụ; không nêu gì thì hỏi từng bước."""
    opened, today = scope.opened(root, plan), days.day(as_of)
    members = typed_names.agencies(member, opened.workspace.registry)
    words = Typed(status, date, tuple(evidence or ()), link, note, percent, difficulties, proposals,
                  _action(confirm, return_))  # fmt: skip
    if undo:
        taking_back.refuse_words(words.says_something, date, dry_run)
        updating.take_back(
            [updating.of_turn(each, turn) for each in updating.listed(identity)], agency, members, opened, today
        )
        return
    about = updating.abouts(context, identity, turn, opened.workspace, today)
    if about and words.says_something:
        by = typed_names.reporter(agency, opened.workspace.registry, about[0].plan.settings)
        draft = sound(entry.understood(words, opened.workspace.registry, today))
        found = updating.prepared(Answered(about, by, draft, members), opened, today)
        writer.finish(found.proposal, found.lines, dry_run, updating.undone(found, agency, plan))
    else:
        answered = dialogue.completed(about, agency, words, opened.workspace, today)._replace(members=members)
        found = updating.prepared(answered, opened, today, names={})
        if _approved(answered, found, dry_run):
            writer.finish(found.proposal, found.lines, dry_run, updating.undone(found, agency, plan))
        else:
            screen.say("Chưa ghi gì.")


def _approved(answered: Answered, found: Prepared, dry_run: bool) -> bool:
    """Show what would be written and ask whether it may be, unless nothing will be."""
    if dry_run or found.proposal.repeats:
        return True
    records = [each.record for each in found.proposal.placings]
    told = dialogue.sentence(answered, records, found.proposal.opened.workspace.registry)
    screen.say("\n".join((*told, *found.lines)))
    return questions.agreed()


def _action(confirm: bool, return_: bool) -> Action | None:
    if confirm and return_:
        raise Stop("--confirm không đi cùng --return", "chọn một")
    return "confirm" if confirm else "return" if return_ else None
