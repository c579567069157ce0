"""Suggestions when Tab is pressed: agencies, ids, sections, periods; none if the plan cannot be read."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

from cchc_cli.model import TASKS, AgencyRow, Role
from cchc_cli.plan.tasks import BODY
from cchc_cli.plan.workspace import Workspace
from cchc_cli.shell import environment
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.sections import given_by_the_body
from cchc_cli.wording.states import TYPED_PROGRESS, TYPED_STATE

_QUOTING = ("complete_zsh", "complete_fish")
"""Shells that quote a value with spaces by themselves."""


class Offer(str):
    """A suggestion that Typer always accepts; Typer's own comparison would respect case and diacritics."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """Whatever was typed, this suggestion has been found for it."""
        return True


def agencies(incomplete: str) -> list[tuple[str, str]]:
    """Suggest agencies by id, even if a name is typed; also by name if the shell can quote it.

    Where no id or name begins as typed, suggest those that have a word that does, and the one with these initials.
    """
    rows = [row for each in workspaces() for row in each.registry.rows if not row.open]
    known = [(row.id, _marked(row)) for row in rows]
    if environment.completing() in _QUOTING:
        named = [(row.name, f"{row.id}{_until(row)}") for row in rows]
        found: list[tuple[str, str]] = [*starting(named, incomplete), *starting(known, incomplete)]
        found += [(Offer(name), own) for name, own in named if not found and _place(name, incomplete) is not None]
        return found
    begun: list[tuple[str, str]] = [
        (Offer(value), name) for value, name in known if _begins(value, incomplete) or _begins(name, incomplete)
    ]
    return begun or _within(known, incomplete)


def _within(known: list[tuple[str, str]], incomplete: str) -> list[tuple[str, str]]:
    """Agencies with the typed initials, or with a word as typed, the nearest to the start of the name.

    If all ids begin alike, the typed text is offered too, else bash would put their beginning in its place.
    """
    from cchc_cli.vietnamese.names import Match

    meant = {match.id for each in workspaces() if isinstance(match := each.registry.find(incomplete), Match)}
    places = {value: place for value, name in known if (place := _place(name, incomplete)) is not None}
    first = min(places.values(), default=0)
    found: list[tuple[str, str]] = [
        (Offer(value), name) for value, name in known if value in meant or places.get(value) == first
    ]
    alike = len(found) > 1 and len({value[:1] for value, _ in found}) == 1
    return [*found, (Offer(incomplete), "")] if alike else found


def _place(name: str, incomplete: str) -> int | None:
    """How many words of a name come before those that begin as typed; None if none do."""
    from cchc_cli.vietnamese.names import fold

    typed = fold(incomplete)
    before, found, _ = f" {fold(name)}".partition(f" {typed}")
    return before.count(" ") if found and len(typed) > 1 else None


def _marked(row: AgencyRow) -> str:
    return f"{row.name}{_until(row)}"


def _until(row: AgencyRow) -> str:
    return f" (đến hết ngày {short_date(row.until)})" if row.until else ""


def tasks(incomplete: str) -> list[tuple[str, str]]:
    """Task ids with their titles; with their plan too where several plans are open. Behind "@" the task's turns."""
    whole, at, turn = incomplete.partition("@")
    if at:
        return [(Offer(f"{whole}@{own}"), title) for own, title in _turns_of({_bare(whole)}) if _begins(own, turn)]
    plans_ = [plan for each in workspaces() for plan in each.plans if plan.is_open]
    found = [(plan.name, task.id, task.title) for plan in plans_ for task in plan.tasks]
    if len(plans_) < 2 and ":" not in incomplete:
        return starting(((own, title) for _, own, title in found), incomplete)
    named = [(Offer(f"{plan}:{own}"), own, title) for plan, own, title in found]
    return [(full, title) for full, own, title in named if _begins(full, incomplete) or _begins(own, incomplete)]


def sections(incomplete: str) -> list[tuple[str, str]]:
    """Sections with their titles."""
    plans_ = [plan for each in workspaces() for plan in each.plans]
    found = ((one.id, one.title) for plan in plans_ for one in plan.sections if one.id != TASKS)
    duties = ((BODY, given_by_the_body(plans_)),) if any(plan.gives_duties for plan in plans_) else ()
    return _last(incomplete, (*found, *duties))


def events(incomplete: str) -> list[tuple[str, str]]:
    """Events of the plans with their names."""
    return starting(
        ((one.id, one.name) for each in workspaces() for plan in each.plans for one in plan.file.events), incomplete
    )


def targets(incomplete: str) -> list[tuple[str, str]]:
    """Targets and indicators with their names."""
    plans_ = [plan for each in workspaces() for plan in each.plans]
    found = [(one.id, one.name) for plan in plans_ for one, _, _ in plan.targets()]
    return starting((*found, *((one.id, one.name) for plan in plans_ for one in plan.indicators)), incomplete)


def subjects(incomplete: str) -> list[tuple[str, str]]:
    """Subjects of inspections."""
    found = (one for each in workspaces() for plan in each.plans for one in plan.settings.inspection_subjects or ())
    return starting(((one, "") for one in dict.fromkeys(found)), incomplete)


def inspection_kinds(incomplete: str) -> list[tuple[str, str]]:
    """Kinds of inspections."""
    from cchc_cli.wording.inspections import KIND

    return starting(KIND.items(), incomplete)


def plans(incomplete: str) -> list[tuple[str, str]]:
    """Plans with their titles."""
    return starting(((plan.name, plan.file.title) for each in workspaces() for plan in each.plans), incomplete)


def periods(incomplete: str) -> list[tuple[str, str]]:
    """Periods of the plans' years."""
    from cchc_cli.schedule import period, title

    years = sorted({year for each in workspaces() for plan in each.plans for year in plan.term.years})
    ids = [f"{year}{part}" for year in years for part in ("-Q1", "-H1", "-Q2", "-9M", "-Q3", "-Q4", "")]
    return starting(((each, title(found)) for each in ids if (found := period(each))), incomplete)


def turns(incomplete: str) -> list[tuple[str, str]]:
    """Turns of the tasks that are named on the line."""
    return starting(_turns_of(set(map(_bare, environment.completed_words()))), incomplete)


def _turns_of(named: set[str]) -> list[tuple[str, str]]:
    """The turns of tasks with these ids."""
    from cchc_cli.wording.turns import turn_title

    found = {
        turn.id: turn_title(turn.id)
        for each in workspaces() for plan in each.plans for task in plan.tasks if task.id.upper() in named
        for milestone in task.milestones for turn in milestone.turns
    }  # fmt: skip
    return list(found.items())


def _bare(identity: str) -> str:
    """The id of the task of a milestone, without its plan."""
    return identity.rpartition(":")[2].partition("/")[0].upper()


def roles(incomplete: str) -> list[tuple[str, str]]:
    """Roles."""
    from cchc_cli.wording.roles import ROLE

    return _last(incomplete, ((role.value, ROLE[role]) for role in Role))


def rows_by(incomplete: str) -> list[tuple[str, str]]:
    """What each row of figures may be."""
    from cchc_cli.wording.levels import BY

    return starting(BY.items(), incomplete)


def states(incomplete: str) -> list[tuple[str, str]]:
    """States by which tasks are listed."""
    return _last(incomplete, ((value, taken[0]) for value, taken in TYPED_STATE.items()))


def progress(incomplete: str) -> list[tuple[str, str]]:
    """What an agency may report."""
    return _last(incomplete, ((status.value, taken[0]) for status, taken in TYPED_PROGRESS.items()))


def reports(incomplete: str) -> list[tuple[str, str]]:
    """Reports that have a template, with their titles."""
    from cchc_cli.shell.options import scope
    from cchc_cli.shell.templates import library

    return starting(library.titles(scope.root_or_none(_folder())).items(), incomplete)


def values(*known: str) -> Callable[[str], list[tuple[str, str]]]:
    """The values of an option that has a fixed set of them."""
    return lambda incomplete: starting(((each, "") for each in known), incomplete)


def _last(incomplete: str, known: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Values for the last part of a list between commas; a word of the help may be typed for its value."""
    before, comma, typed = incomplete.rpartition(",")
    return [
        (Offer(f"{before}{comma}{value}"), word)
        for value, word in known
        if _begins(value, typed) or (typed and _begins(word, typed))
    ]


def starting(found: Iterable[tuple[str, str]], incomplete: str) -> list[tuple[str, str]]:
    """The values that begin with what was typed."""
    return [(Offer(value), help_) for value, help_ in found if _begins(value, incomplete)]


def _begins(value: str, incomplete: str) -> bool:
    """Whether a value begins with what was typed, ignoring case and, for words, diacritics."""
    if str.startswith(value.casefold(), incomplete.casefold()):
        return True
    from cchc_cli.vietnamese.names import fold

    typed = fold(incomplete)
    return len(typed) > 1 and " " in value and fold(value).startswith(typed)


def workspaces() -> list[Workspace]:
    """The workspace of the line, if there is a sound one."""
    from cchc_cli.shell.options import scope
    from cchc_cli.text.problems import Stop

    try:
        return [scope.loaded(scope.root(_folder())).workspace]
    except Stop:
        return []


def roots() -> list[Path]:
    """The folder of the workspace of the line, if there is one."""
    from cchc_cli.shell.options import scope

    found = scope.root_or_none(_folder())
    return [found] if found else []


def _folder() -> Path | None:
    """The folder of the last -C on the line; no option is parsed while Tab is pressed."""
    words = environment.completed_words()
    named = [folder for option, folder in pairwise(words) if option == "-C"]
    return Path(named[-1]).expanduser() if named else None
