"""cchc diff: what changed between two states of the plans, in working words."""

from datetime import date as Day
from importlib import import_module
from typing import Annotated

import typer

from cchc_cli.answers import diff as shown
from cchc_cli.checking import check
from cchc_cli.differences import differences
from cchc_cli.differences.effect import effect
from cchc_cli.differences.level import level
from cchc_cli.shell import progress_bar, revisions, screen
from cchc_cli.shell.options import days, flags, life_suggestions, suggestions

_FORMATS = ("text", "md", "json")


def command(
    revision: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BẢN_TRƯỚC] [BẢN_SAU]",
            help="Hai phiên bản git, như main hoặc origin/main...HEAD (mặc định: HEAD và tệp đang sửa trên máy).",
            autocompletion=life_suggestions.revisions,
        ),
    ] = None,
    as_of: flags.AsOf = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="DẠNG",
            help="text, md hoặc json (mặc định: theo đuôi tệp -o, hoặc text).",
            autocompletion=suggestions.values(*_FORMATS),
        ),
    ] = None,
    output: flags.Output = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Những gì đã thay đổi giữa hai phiên bản của kế hoạch."""
    form = flags.form_of(form, output, _FORMATS, "text")
    day = days.day(as_of)
    with progress_bar.bar("So sánh", 3) as step:
        sides = revisions.compared(root, revision or [], plan)
        step()
        compared = _compared(*sides, day)
        step()
        told = _told(compared, form)
    (screen.prose if form == "text" else screen.text)(told, output)


def _told(compared: shown.Compared, form: str) -> str:
    if form == "json":
        from cchc_cli.answers.json.diff import diff
        from cchc_cli.formats.json_text import encoded

        return encoded(diff(compared))
    text: str = import_module(f"cchc_cli.formats.diff_{form}").render(shown.account(compared))
    return text


def _compared(before: revisions.Revision, now: revisions.Revision, day: Day) -> shown.Compared:
    errors = [len(check.errors(each.loaded)) for each in (before, now)]
    both = level(before.loaded, now.loaded)
    found = differences(both.before, both.now)
    return shown.Compared(
        day,
        shown.Side(before.name, errors[0]),
        shown.Side(now.name, errors[1]),
        (both.before, both.now),
        found,
        both.left_out,
        None if any(errors) else effect(both.before, both.now, found, day),
    )
