"""cchc drop: take a task out of the plan by a decision."""

from typing import Annotated

import typer

from cchc_cli.recording.amend import basis, changing
from cchc_cli.shell import amending
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import amending as options
from cchc_cli.shell.options import days, flags, scope, subject, suggestions, typed_names


def command(
    identity: Annotated[
        str | None, typer.Argument(metavar="MÃ", help="Mã nhiệm vụ, như II.6.", autocompletion=suggestions.tasks)
    ] = None,
    basis_: options.Basis = None,
    date: options.Date = None,
    undo: options.Undo = False,
    dry_run: options.DryRun = False,
    as_of: flags.AsOf = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Đưa một nhiệm vụ ra khỏi kế hoạch theo văn bản."""
    opened, today = scope.opened(root, plan), days.day(as_of)
    if undo:
        taking_back.refuse_words(basis_, date, dry_run)
        of = subject.of_change(identity, opened.workspace, today)
        amending.take_back(opened, of, "drop", identity, today)
        return
    identity = flags.needed(identity, "mã nhiệm vụ", "cchc drop II.6 --basis … --date …")
    about = typed_names.about(identity, opened.workspace, today)
    of = typed_names.writable(about.plan)
    held = amending.held(opened, of, about.task.id)
    found = sound(changing.dropped(about, held, sound(basis.decided(of, basis_, date, today))))
    undone = taking_back.words("drop", opened, of, found.about, plan)
    amending.finish(opened, of, found, today, dry_run, amending.if_kept(opened, of, held.path, undone))
