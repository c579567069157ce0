"""What the shell offers when Tab is pressed: agencies, ids, sections, periods. Silent where the plan cannot be read."""

from collections.abc import Callable, Iterable

from cchc_cli.model import Role
from cchc_cli.plans import Workspace

Offer = Callable[[str], list[tuple[str, str]]]


def agencies(incomplete: str) -> list[tuple[str, str]]:
    """Agencies by name, and by id for those who type without diacritics."""
    rows = [row for each in _workspace() for row in each.registry.rows if not row.open]
    return _starting([*((row.name, row.id) for row in rows), *((row.id, row.name) for row in rows)], incomplete)


def tasks(incomplete: str) -> list[tuple[str, str]]:
    """Task ids with their titles."""
    found = ((task.id, task.title) for each in _workspace() for plan in each.plans for task in plan.tasks)
    return [(identity, title) for identity, title in found if identity.upper().startswith(incomplete.upper())]


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

    years = sorted({plan.file.year for each in _workspace() for plan in each.plans})
    ids = [f"{year}{part}" for year in years for part in ("-Q1", "-H1", "-Q2", "-9M", "-Q3", "-Q4", "")]
    return _starting(((each, title(found)) for each in ids if (found := period(each))), incomplete)


def roles(incomplete: str) -> list[tuple[str, str]]:
    """Roles."""
    from cchc_cli.wording import ROLE

    return _starting(((role.value, ROLE[role]) for role in Role), incomplete)


def formats(incomplete: str) -> list[tuple[str, str]]:
    """Formats of tables."""
    return _starting((("table", "bảng"), ("md", "Markdown"), ("json", "JSON"), ("csv", "CSV")), incomplete)


def _starting(found: Iterable[tuple[str, str]], incomplete: str) -> list[tuple[str, str]]:
    return [(value, help_) for value, help_ in found if value.upper().startswith(incomplete.upper())]


def _workspace() -> list[Workspace]:
    from cchc_cli.problems import Stop
    from cchc_cli.shell import opening

    try:
        return [opening.loaded(opening.root(None)).workspace]
    except Stop:
        return []
