"""Suggestions for what changes a plan, and for what is compared: documents, givers, years, days, git revisions."""

from cchc_cli.plan.plans import Plan
from cchc_cli.shell.options import suggestions
from cchc_cli.vietnamese.paper import short_date

_ABOVE = ("Chính phủ", "Thủ tướng Chính phủ")


def documents(incomplete: str) -> list[tuple[str, str]]:
    """Documents that have changed the plans, the newest first."""
    known = sorted((each for plan in _plans() for each in plan.file.amendments), key=lambda each: each.date)
    found = {each.number: f"{short_date(each.date)} {each.title}".strip() for each in reversed(known)}
    return suggestions.starting(found.items(), incomplete)


def givers(incomplete: str) -> list[tuple[str, str]]:
    """Who gave tasks from above, and who usually does."""
    given = (task.row.given_by for plan in _plans() for task in plan.tasks)
    found = dict.fromkeys((*(each for each in given if each), *_ABOVE))
    return suggestions.starting(((each, "") for each in found), incomplete)


def next_years(incomplete: str) -> list[tuple[str, str]]:
    """The year after each plan."""
    found = {str(plan.term.end.year + 1): f"sau kế hoạch {plan.name}" for plan in _plans()}
    return suggestions.starting(sorted(found.items()), incomplete)


def last_days(incomplete: str) -> list[tuple[str, str]]:
    """The last day of each open plan."""
    found = {plan.term.end.isoformat(): f"ngày cuối của kế hoạch {plan.name}" for plan in _plans() if plan.is_open}
    return suggestions.starting(found.items(), incomplete)


def revisions(incomplete: str) -> list[tuple[str, str]]:
    """Branches and tags of the repository."""
    from cchc_cli.disk import git
    from cchc_cli.text.problems import Stop

    try:
        found = [name for each in suggestions.roots() for name in git.names(each)]
    except Stop:
        return []
    return suggestions.starting(((each, "") for each in ("HEAD", *found)), incomplete)


def _plans() -> list[Plan]:
    return [plan for each in suggestions.workspaces() for plan in each.plans]
