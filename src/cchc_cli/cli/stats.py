"""cchc stats: counts and rates."""

from typing import Annotated

import typer
from msgspec import Struct

from cchc_cli.answers import stats as shown
from cchc_cli.queries import stats as query
from cchc_cli.queries.changes import changes
from cchc_cli.shell import screen
from cchc_cli.shell.options import opening, options


def command(
    by: Annotated[
        str, typer.Option("--by", metavar="THEO", help="agency (cơ quan) hoặc section (lĩnh vực); mặc định: section.")
    ] = "section",
    agency: options.Agencies = None,
    section: options.Sections = None,
    as_of: options.AsOf = None,
    period: options.PeriodOption = None,
    form: options.Format = None,
    output: options.Output = None,
    plan: options.Plans = None,
    root: options.Root = None,
) -> None:
    """Số liệu và tỷ lệ hoàn thành theo lĩnh vực hoặc cơ quan."""
    rows_by = options.choice("--by", by, query.BY)
    form = options.form_of(form, output, options.TABLE_FORMATS, "table")
    workspace = opening.workspace(root, plan)
    asked = opening.asked(workspace, as_of, period, agency, section)
    answer = query.stats(workspace, asked, rows_by)
    since = changes(workspace, asked, asked.period) if asked.period else None

    def as_json() -> Struct:
        from cchc_cli.answers.json.stats import stats

        return stats(answer, since)

    screen.answer(form, output, lambda: shown.table(answer, since), as_json)
