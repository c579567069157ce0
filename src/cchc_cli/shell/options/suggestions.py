"""Suggestions when Tab is pressed: agencies, ids, sections, periods; none if the plan cannot be read."""

from collections.abc import Iterable

from cchc_cli.model import AgencyRow, Role
from cchc_cli.plan.workspace import Workspace
from cchc_cli.shell import environment
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import short_date

_QUOTING = ("complete_zsh", "complete_fish")
"""Shells that quote a value with spaces by themselves."""


class _Offer(str):
    """A suggestion that Typer always accepts; Typer's own comparison would respect case and diacritics."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        return True


def agencies(incomplete: str) -> list[tuple[str, str]]:
    """Suggest agencies by id, even if a name is typed; also by name if the shell can quote it."""
    rows = [row for each in _workspace() for row in each.registry.rows if not row.open]
    known = [(row.id, _marked(row)) for row in rows]
    if environment.completing() in _QUOTING:
        named = ((row.name, f"{row.id}{_until(row)}") for row in rows)
        return [*_starting(named, incomplete), *_starting(known, incomplete)]
    return [(_Offer(value), name) for value, name in known if _begins(value, incomplete) or _begins(name, incomplete)]


def _marked(row: AgencyRow) -> str:
    return f"{row.name}{_until(row)}"


def _until(row: AgencyRow) -> str:
    return f" (đến hết ngày {short_date(row.until)})" if row.until else ""


def tasks(incomplete: str) -> list[tuple[str, str]]:
    """Task ids with their titles; with their plan too where several plans are open."""
    plans_ = [plan for each in _workspace() for plan in each.plans if plan.is_open]
    found = [(plan.name, task.id, task.title) for plan in plans_ for task in plan.tasks]
    if len(plans_) < 2:
        return _starting(((own, title) for _, own, title in found), incomplete)
    named = [(_Offer(f"{plan}:{own}"), own, title) for plan, own, title in found]
    return [(full, title) for full, own, title in named if _begins(full, incomplete) or _begins(own, incomplete)]


def sections(incomplete: str) -> list[tuple[str, str]]:
    """Sections with their titles."""
    found = ((one.id, one.title) for each in _workspace() for plan in each.plans for one in plan.sections)
    return _starting(found, incomplete)


def events(incomplete: str) -> list[tuple[str, str]]:
    """Events of the plans with their names."""
    return _starting(
        ((one.id, one.name) for each in _workspace() for plan in each.plans for one in plan.file.events), incomplete
    )


def targets(incomplete: str) -> list[tuple[str, str]]:
    """Targets with their names."""
    found = ((one.id, one.name) for each in _workspace() for plan in each.plans for one, _, _ in plan.targets())
    return _starting(found, incomplete)


def plans(incomplete: str) -> list[tuple[str, str]]:
    """Plans with their titles."""
    return _starting(((plan.name, plan.file.title) for each in _workspace() for plan in each.plans), incomplete)


def periods(incomplete: str) -> list[tuple[str, str]]:
    """Periods of the plans' years."""
    from cchc_cli.schedule import period, title

    years = sorted({year for each in _workspace() for plan in each.plans for year in plan.term.years})
    ids = [f"{year}{part}" for year in years for part in ("-Q1", "-H1", "-Q2", "-9M", "-Q3", "-Q4", "")]
    return _starting(((each, title(found)) for each in ids if (found := period(each))), incomplete)


def roles(incomplete: str) -> list[tuple[str, str]]:
    """Roles."""
    from cchc_cli.wording.roles import ROLE

    return _starting(((role.value, ROLE[role]) for role in Role), incomplete)


def rows_by(incomplete: str) -> list[tuple[str, str]]:
    """What each row of figures may be."""
    from cchc_cli.wording.levels import BY

    return _starting(BY.items(), incomplete)


def formats(incomplete: str) -> list[tuple[str, str]]:
    """Formats of tables."""
    return _starting((("table", "bảng"), ("md", "Markdown"), ("json", "JSON"), ("csv", "CSV")), incomplete)


def _starting(found: Iterable[tuple[str, str]], incomplete: str) -> list[tuple[str, str]]:
    return [(_Offer(value), help_) for value, help_ in found if _begins(value, incomplete)]


def _begins(value: str, incomplete: str) -> bool:
    """Whether a value begins with what was typed, ignoring case and, for words, diacritics."""
    typed = fold(incomplete)
    if str.startswith(value.casefold(), incomplete.casefold()):
        return True
    return len(typed) > 1 and " " in value and fold(value).startswith(typed)


def _workspace() -> list[Workspace]:
    from cchc_cli.shell.options import scope
    from cchc_cli.text.problems import Stop

    try:
        return [scope.loaded(scope.root(None)).workspace]
    except Stop:
        return []
