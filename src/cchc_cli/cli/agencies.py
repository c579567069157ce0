"""cchc agencies: the registry, or what a name means."""

from typing import Annotated

import typer
from msgspec import Struct

from cchc_cli.answers import agencies as shown
from cchc_cli.model import AgencyRow
from cchc_cli.shell import answered
from cchc_cli.shell.options import flags, scope, suggestions, typed_names
from cchc_cli.vietnamese.names import Several


def command(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[TÊN]", help="Tên cần tra; bỏ trống để xem tất cả.", autocompletion=suggestions.agencies
        ),
    ] = None,
    form: flags.Format = None,
    output: flags.Output = None,
    root: flags.Root = None,
) -> None:
    """Danh bạ cơ quan, hoặc một tên ứng với cơ quan nào, thuộc nhóm nào."""
    form = flags.table_form(form, output)
    workspace = scope.every_plan(root)
    registry = workspace.registry
    rows: tuple[AgencyRow, ...] = registry.rows
    if name is not None:
        found = registry.find(name)
        ids = found.ids if isinstance(found, Several) else (typed_names.agency(name, registry),)
        rows = tuple(row for row in registry.rows if row.id in ids)

    def as_json() -> Struct:
        from cchc_cli.answers.json.agencies import agencies

        return agencies(rows, registry, workspace.settings.province)

    table = answered.Answered(lambda: shown.table(rows, registry, len(rows) == 1), as_json)
    answered.show(form, output, table)
