"""cchc list: every task, filtered."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct, structs

from cchc_cli.answers import requests, unreported
from cchc_cli.answers import tasks as shown
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import missing_entries
from cchc_cli.queries.links import Standings
from cchc_cli.queries.views import Asked, views
from cchc_cli.shell import answered, screen
from cchc_cli.shell.options import flags, plan_files, scope, suggestions, typed_names
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import fold

if TYPE_CHECKING:
    from cchc_cli.answers.calendar import Calendar
    from cchc_cli.answers.sheets import Sheet


def command(
    agency: flags.Agencies = None,
    section: flags.Sections = None,
    role: flags.Roles = None,
    state: Annotated[
        list[str] | None,
        typer.Option(
            "--state",
            metavar="TÌNH_TRẠNG",
            help="Chỉ tình trạng này: overdue (quá hạn), done, requested (đề nghị gia hạn) …",
            autocompletion=suggestions.states,
        ),
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", metavar="CHỮ", help="Chỉ nhiệm vụ có chữ này (không cần gõ dấu).")
    ] = None,
    missing: Annotated[
        bool,
        typer.Option("--missing", help="Cơ quan nào chưa báo cáo trong kỳ, nhiệm vụ nào (kỳ: --period, mặc định quý)."),
    ] = False,
    stale: Annotated[bool, typer.Option("--stale", help="Chỉ nhiệm vụ chưa cập nhật trong kỳ.")] = False,
    uncovered: Annotated[
        bool,
        typer.Option("--uncovered", help="Nhiệm vụ giao chung nào chưa có trong kế hoạch của cơ quan nào."),
    ] = False,
    unfiled: Annotated[
        bool, typer.Option("--unfiled", help="Cơ quan nào chưa gửi báo cáo của kỳ (mặc định: quý vừa hết).")
    ] = False,
    as_of: flags.AsOf = None,
    period: flags.PeriodOption = None,
    form: flags.DatedFormat = None,
    output: flags.Output = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Danh sách nhiệm vụ, lọc theo cơ quan, lĩnh vực, tình trạng, chữ."""
    form = flags.table_form(form, output, flags.DATED_FORMATS)
    about_tasks = bool(section or role or state or search or missing or stale or uncovered)
    _refuse(search, uncovered and (missing or stale), unfiled and about_tasks)

    def read(of: Workspace) -> Asked:
        return scope.asked(of, as_of, period, agency, section, role, state, search)

    of_tasks = not (missing or stale or uncovered or unfiled or plan or _names_more(state))
    if of_tasks and _of_many(form, output, scope.root(root), read):
        return None
    workspace = (scope.linked if form == "json" or uncovered else scope.workspace)(root, plan)
    asked = read(workspace)
    own = _unfiled if unfiled else _uncovered if uncovered else None
    return answered.show(form, output, _at_once(workspace, asked, missing, stale, own))


def _refuse(search: str | None, two_questions: bool, filtered: bool) -> None:
    """Raise a `Stop` for a search without a word, two questions at once, tasks filtered where none are listed."""
    if search is not None and not fold(search):
        raise Stop(f'--search: "{search}" không có chữ hay số nào để tìm', "ghi vài chữ của nhiệm vụ, không cần dấu")
    if two_questions:
        raise Stop("--uncovered không dùng cùng --missing, --stale", "chạy riêng từng lệnh")
    if filtered:
        raise Stop("--unfiled chỉ đi cùng --agency, --period", "bỏ các lựa chọn về nhiệm vụ")


def _names_more(states: list[str] | None) -> bool:
    """Whether a state is named that no task's own state tells, or that is no state."""
    try:
        return not {"requested", "stale"}.isdisjoint(typed_names.states(states))
    except Stop:
        return True  # said once the plans are read


def _of_many(form: str, output: Path | None, folder: Path, read: Callable[[Workspace], Asked]) -> bool:
    """Print the answer of many plans, each asked by itself; False if all must be read at once."""
    if form in answered.TABLES and plan_files.are_many(folder):
        from cchc_cli.shell import many_plans

        table = many_plans.listed(folder, read)
        if table is not None:
            answered.show(form, output, answered.Answered(lambda: table))
            return True
    if form in answered.IN_PIECES and plan_files.are_very_many(folder):
        from cchc_cli.shell import whole_plans

        told = whole_plans.listed(folder, read, "json" if form == "json" else "csv")
        if told is not None:
            screen.pieces(told, output)
            return True
    return False


def _at_once(
    workspace: Workspace,
    asked: Asked,
    missing: bool,
    stale: bool,
    own: Callable[[Workspace, Asked], answered.Answered] | None,
) -> answered.Answered:
    """The answer of plans that were all read."""
    if "stale" in asked.states:
        asked, stale = structs.replace(asked, states=tuple(each for each in asked.states if each != "stale")), True
    return own(workspace, asked) if own else _answer(workspace, asked, missing, stale)


def _answer(workspace: Workspace, asked: Asked, missing: bool, stale: bool) -> answered.Answered:
    """The answer in the forms that it has."""
    if missing or stale:
        return _unreported(workspace, asked, missing, stale)
    if asked.states == ("requested",):
        return _requests(workspace, asked)
    every = tuple(views(workspace, asked))

    def as_json() -> Struct:
        from cchc_cli.answers.json.list import tasks

        return tasks(every, Standings(workspace, asked.as_of), asked)

    def as_sheet() -> "Sheet":
        from cchc_cli.answers.sheets.tasks import sheet

        return sheet(every, workspace, asked)

    def as_calendar() -> "Calendar":
        from cchc_cli.answers.calendar import of_tasks

        return of_tasks(every, workspace, asked)

    return answered.Answered(lambda: shown.table(every, workspace, asked), as_json, as_sheet, as_calendar)


def _unreported(workspace: Workspace, asked: Asked, missing: bool, stale: bool) -> answered.Answered:
    told = tuple(view for view in missing_entries.reported(workspace, asked) if view.stale or not stale)

    def as_json() -> Struct:
        from cchc_cli.answers.json.list import unreported as built

        return built(unreported.listed(told, missing), Standings(workspace, asked.as_of), asked)

    return answered.Answered(lambda: unreported.table(told, workspace, asked, missing), as_json)


def _uncovered(workspace: Workspace, asked: Asked) -> answered.Answered:
    from cchc_cli.answers import uncovered
    from cchc_cli.queries.coverage import coverage

    found = coverage(workspace, asked)

    def as_json() -> Struct:
        from cchc_cli.answers.json.list import uncovered as built

        return built(found, Standings(workspace, asked.as_of), asked)

    return answered.Answered(lambda: uncovered.table(found, workspace, asked), as_json)


def _unfiled(workspace: Workspace, asked: Asked) -> answered.Answered:
    from cchc_cli.answers import file
    from cchc_cli.queries.filings import filings, last_period
    from cchc_cli.shell.options import subject

    plan = subject.one_plan(workspace, (asked.period.end if asked.period else asked.as_of).year)
    found = filings(plan, workspace, asked.period or last_period(asked.as_of, plan.settings.ends), asked.as_of)

    def as_json() -> Struct:
        from cchc_cli.answers.json.list import unfiled as built

        return built(found, Standings(workspace, asked.as_of), asked)

    return answered.Answered(lambda: file.unfiled_table(found, workspace, asked.agencies), as_json)


def _requests(workspace: Workspace, asked: Asked) -> answered.Answered:
    found = tuple(missing_entries.requests(workspace, asked))

    def as_json() -> Struct:
        from cchc_cli.answers.json.list import requests as built

        return built(found, Standings(workspace, asked.as_of), asked)

    return answered.Answered(lambda: requests.table(found, workspace, asked), as_json)
