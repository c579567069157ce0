"""cchc targets: objectives with figures, measured or not."""

from msgspec import Struct

from cchc_cli.answers import targets as shown
from cchc_cli.queries import targets as query
from cchc_cli.shell import screen
from cchc_cli.shell.options import opening, options


def command(
    as_of: options.AsOf = None,
    period: options.PeriodOption = None,
    form: options.Format = None,
    output: options.Output = None,
    plan: options.Plans = None,
    root: options.Root = None,
) -> None:
    """Chỉ tiêu có con số: mức phải đạt, đã đo hay chưa."""
    form = options.form_of(form, output, options.TABLE_FORMATS, "table")
    workspace = opening.workspace(root, plan)
    day = opening.day(as_of, period, workspace.own_settings)
    states = query.targets(workspace, day)

    def as_json() -> Struct:
        from cchc_cli.answers.json.targets import targets

        return targets(states, day)

    screen.answer(form, output, lambda: shown.table(states, day), as_json)
