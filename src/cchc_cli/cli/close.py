"""cchc close: end the year's work on a plan."""

from typing import Annotated

import typer
from msgspec import structs

from cchc_cli.answers import closing as shown
from cchc_cli.queries.views import Asked, views
from cchc_cli.reading import places
from cchc_cli.recording.amend import closing
from cchc_cli.shell import amending, screen
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import amending as options
from cchc_cli.shell.options import days, flags, life_suggestions, scope, subject


def command(
    day: Annotated[
        str | None,
        typer.Argument(metavar="NGÀY", help="Ngày thôi theo dõi kế hoạch.", autocompletion=life_suggestions.last_days),
    ] = None,
    undo: options.Undo = False,
    dry_run: options.DryRun = False,
    as_of: flags.AsOf = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Đóng kế hoạch, thôi theo dõi."""
    today = days.day(as_of)
    if undo:
        taking_back.refuse_words(day, dry_run)
        opened = scope.opened_with_closed(root, plan)
        of = subject.one_plan(opened.workspace, today.year)
        file = places.plan(of.folder)
        amending.restore(opened, of, sound(closing.reopened(of, amending.is_committed(opened, file, "closed"))), today)
        return
    opened = scope.opened(root, plan)
    typed = flags.needed(day, "ngày đóng", "cchc close 31/12/2026")
    of = subject.one_plan(opened.workspace, today.year)
    found = sound(closing.closed(of, typed, today))
    left = list(views(structs.replace(opened.workspace, plans=(of,)), Asked(today)))
    screen.say(shown.still_open(of, left))
    amending.finish(opened, of, found, today, dry_run, shown.undo(of))
