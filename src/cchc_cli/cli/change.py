"""cchc change: change a task or a milestone by a decision, and keep the former values."""

from typing import Annotated

import typer

from cchc_cli.recording.amend import basis, changing
from cchc_cli.shell import amending
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import amending as options
from cchc_cli.shell.options import days, flags, scope, subject, suggestions, typed_names
from cchc_cli.text.problems import Stop


def command(
    identity: Annotated[
        str | None,
        typer.Argument(metavar="MÃ", help="Mã nhiệm vụ hoặc mốc, như VI.6, I.9/1.", autocompletion=suggestions.tasks),
    ] = None,
    title: options.Title = None,
    schedule: options.Schedule = None,
    product: options.Products = None,
    lead: options.Lead = None,
    coordinate: options.Coordinate = None,
    perform: options.Perform = None,
    cell: options.Cells = None,
    basis_: options.Basis = None,
    date: options.Date = None,
    undo: options.Undo = False,
    dry_run: options.DryRun = False,
    as_of: flags.AsOf = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Điều chỉnh nhiệm vụ, mốc theo văn bản; nội dung cũ được giữ."""
    opened, today = scope.opened(root, plan), days.day(as_of)
    typed = options.typed(title, schedule, product, lead, coordinate, perform, cell)
    if undo:
        taking_back.refuse_words(typed.says_something, basis_, date, dry_run)
        of = subject.of_change(identity, opened.workspace, today)
        amending.take_back(opened, of, "change", identity, today)
        return
    identity = flags.needed(identity, "mã nhiệm vụ", 'cchc change I.9/1 --schedule "Tháng 6/2026" --basis … --date …')
    if not typed.says_something:
        raise Stop("chưa nêu điều chỉnh gì", "thêm --schedule, --title, --product, --lead, --coordinate, --cell …")
    about = typed_names.about(identity, opened.workspace, today)
    of = typed_names.writable(about.plan)
    held = amending.held(opened, of, about.task.id)
    decided = sound(basis.decided(of, basis_, date, today))
    found = sound(changing.changed(about, held, typed, decided, opened.workspace.registry))
    undone = taking_back.words("change", opened, of, found.about, plan)
    amending.finish(opened, of, found, today, dry_run, amending.if_kept(opened, of, held.path, undone))
