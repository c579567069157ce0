"""cchc targets: objectives with figures, measured or not."""

from msgspec import Struct

from cchc_cli.answers import targets as shown
from cchc_cli.queries import targets as query
from cchc_cli.shell import screen
from cchc_cli.shell.options import days, flags, scope


def command(
    as_of: flags.AsOf = None,
    period: flags.PeriodOption = None,
    form: flags.Format = None,
    output: flags.Output = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Chỉ tiêu có con số: mức phải đạt, đã đo hay chưa."""
    form = flags.form_of(form, output, flags.TABLE_FORMATS, "table")
    workspace = scope.workspace(root, plan)
    day = days.day(as_of, period, workspace.own_settings)
    states = query.targets(workspace, day)

    def as_json() -> Struct:
        from cchc_cli.answers.json.targets import targets

        return targets(states, day, workspace.own_settings.province)

    screen.answer(form, output, lambda: shown.table(states, day, len(workspace.plans)), as_json)
