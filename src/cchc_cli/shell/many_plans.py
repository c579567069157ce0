"""The answers of `due`, `list` and `stats` in a workspace of many plans, each asked by itself.

Each gives an answer, or None where the plans must be read at once (`plan_by_plan.survey`). `read` is what is asked.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from cchc_cli.answers import due as due_answer
from cchc_cli.answers import due_lines, tasks
from cchc_cli.answers.due_lines import Lines, Pressing
from cchc_cli.answers.tables import Table
from cchc_cli.answers.task_lines import TaskLines, task_lines
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import due as due_query
from cchc_cli.queries import stats_of_many
from cchc_cli.queries.stats import Stats
from cchc_cli.queries.stats_of_many import Figures
from cchc_cli.queries.views import Asked
from cchc_cli.shell.options import asking, plan_by_plan
from cchc_cli.wording.levels import By

Read = Callable[[Workspace], Asked]


class DueTable(NamedTuple):
    """The table of what is due, and whether anything that is led is overdue."""

    table: Table
    overdue: bool


def due(root: Path, read: Read, within: int | None) -> DueTable | None:
    """What is overdue, or due within so many days."""
    survey = plan_by_plan.survey(root)
    if survey is None:
        return None
    workspace, asked = survey.workspace, read(survey.workspace)
    days = due_query.soon_days(workspace) if within is None else within

    def together(every: Iterable[Lines]) -> Pressing:
        return due_lines.pressing(every, asked.as_of, days)

    question = asking.Question("due", due_lines.lines, Lines, together, Pressing)
    found = due_lines.merged(asking.results(survey, question, asked))
    return DueTable(due_answer.pressing_table(found, asked, days, workspace), found.overdue > 0)


def listed(root: Path, read: Read) -> Table | None:
    """The tasks that pass the filters."""
    survey = plan_by_plan.survey(root)
    if survey is None:
        return None
    asked = read(survey.workspace)
    question = asking.Question("list", task_lines, TaskLines, tuple, tuple[TaskLines, ...])
    found = (own for part in asking.results(survey, question, asked) for own in part)
    return tasks.lines_table([(own.plan, line) for own in found for line in own.lines], survey.workspace, asked)


class Counted(NamedTuple):
    """Counts and rates, and the open plans without most of what they hold."""

    answer: Stats
    workspace: Workspace


def counted(root: Path, read: Read, by: By) -> Counted | None:
    """Counts and rates."""
    survey = plan_by_plan.survey(root)
    if survey is None:
        return None
    workspace, asked = survey.workspace, read(survey.workspace)

    def figures(alone: Workspace, of: Asked) -> Figures:
        return stats_of_many.figures(alone, of, by)

    question = asking.Question(f"stats {by}", figures, Figures, tuple, tuple[Figures, ...])
    found = [own for part in asking.results(survey, question, asked) for own in part]
    return Counted(stats_of_many.together(found, workspace, asked, by), workspace)
