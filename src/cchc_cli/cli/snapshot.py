"""cchc snapshot: a period's figures, frozen."""

from typing import Annotated

import typer

from cchc_cli.answers import receipt
from cchc_cli.answers import snapshot as shown
from cchc_cli.plan.plans import Plan
from cchc_cli.queries.snapshot import drift, snapshot
from cchc_cli.reading import places
from cchc_cli.schedule import Period
from cchc_cli.shell import screen, writer
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell.options import days, flags, scope, subject, suggestions, typed_names
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date


def command(
    name: Annotated[
        str, typer.Argument(metavar="KỲ", help="Kỳ báo cáo, như 2026-Q1.", autocompletion=suggestions.periods)
    ],
    undo: flags.Undo = False,
    dry_run: flags.DryRun = False,
    as_of: flags.AsOf = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Chốt số liệu của một kỳ, để số đã báo cáo không đổi về sau."""
    opened, today = scope.opened(root, plan), days.day(as_of)
    workspace = subject.about_one(opened.workspace, subject.year(name, today))
    of = typed_names.writable(workspace.plans[0])
    wanted = _period(name, of)
    if wanted.end > today:
        raise Stop(f"kỳ {wanted.id} đến ngày {short_date(wanted.end)} mới chốt số liệu", "chốt từ ngày đó trở đi")
    file = places.snapshot(of.folder, wanted.id)
    if undo:
        taking_back.refuse_words(dry_run)
        writer.remove(opened, file)
        screen.done(f"Đã bỏ {file}\n")
        return
    for frozen in of.records.snapshots:
        if frozen.period == wanted.id:
            found = list(drift(workspace, of, frozen))
            if found:
                raise Stop(
                    f"kỳ {wanted.id} đã chốt ngày {short_date(frozen.recorded)} với số khác: {shown.drifted(found)}",
                    f"số đã báo cáo thì giữ nguyên; chưa báo cáo thì xóa {file} rồi chạy lại lệnh này",
                )
            screen.prose(f"Kỳ {wanted.id} đã chốt ngày {short_date(frozen.recorded)}, số liệu không đổi\n")
            return
    taken = snapshot(workspace, of, wanted, today)
    if not dry_run:
        writer.create(opened, file, shown.text(taken))
    writer.say_day(taken.recorded)
    chosen = ("--plan", of.name) if len(opened.workspace.plans) > 1 else ()
    undone = () if dry_run else receipt.undo(["snapshot", wanted.id, *chosen])
    head = f"{'Sẽ ghi' if dry_run else 'Đã ghi'} {file}"
    screen.done("\n".join((head, shown.told(taken, wanted), *undone, "")))


def _period(name: str, of: Plan) -> Period:
    found = days.period_of(name, of.settings.ends)
    if of.issued is not None and found.end < of.issued:
        issued = short_date(of.issued)
        raise Stop(f"kỳ {found.id} kết thúc trước khi có kế hoạch ({issued})", "xem lại kỳ")
    return found
