"""cchc diff: what changed between two states of the plans, in working words."""

from importlib import import_module
from typing import Annotated

import typer

from cchc_cli import check
from cchc_cli.answers import diff as shown
from cchc_cli.answers import diff_json
from cchc_cli.queries.differences import differences
from cchc_cli.queries.differences.effect import effect
from cchc_cli.queries.differences.level import level
from cchc_cli.shell import opening, options, revisions, screen

_FORMATS = ("text", "md", "json")


def command(
    revision: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BẢN_TRƯỚC] [BẢN_SAU]",
            help="Hai phiên bản git, như main hoặc origin/main...HEAD (mặc định: HEAD và tệp đang sửa trên máy).",
        ),
    ] = None,
    as_of: options.AsOf = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="DẠNG", help="text, md hoặc json (mặc định: theo đuôi tệp -o, hoặc text)."),
    ] = None,
    output: options.Output = None,
    plan: options.Plans = None,
    root: options.Root = None,
) -> None:
    """Những gì đã thay đổi giữa hai phiên bản của kế hoạch."""
    form = options.form_of(form, output, _FORMATS, "text")
    day = opening.day(as_of)
    before, now = revisions.compared(root, revision or [], plan)
    errors = [len(check.errors(each.loaded)) for each in (before, now)]
    levelled = level(before.loaded, now.loaded)
    found = differences(levelled.before, levelled.now)
    compared = shown.Compared(
        day,
        shown.Side(before.name, errors[0]),
        shown.Side(now.name, errors[1]),
        (levelled.before, levelled.now),
        found,
        levelled.left_out,
        None if any(errors) else effect(levelled.before, levelled.now, found, day),
    )
    if form == "json":
        screen.json(diff_json.json(compared), output)
    else:
        render = import_module(f"cchc_cli.formats.diff_{form}").render
        screen.text(render(shown.account(compared)), output)
