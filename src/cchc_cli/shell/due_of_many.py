"""What is due in a workspace of many plans, each asked by itself."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from cchc_cli.answers import due as shown
from cchc_cli.answers import due_lines
from cchc_cli.answers.due_lines import Lines, Pressing
from cchc_cli.answers.tables import Table
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import due as query
from cchc_cli.queries.views import Asked
from cchc_cli.shell.options import asking, plan_by_plan


class DueOfMany(NamedTuple):
    """What was asked of which plans, and what presses."""

    workspace: Workspace
    asked: Asked
    within: int
    found: Pressing

    def table(self) -> Table:
        """The table of it."""
        return shown.pressing_table(self.found, self.asked, self.within, self.workspace)


def due_of_many(root: Path, read: Callable[[Workspace], Asked], within: int | None) -> DueOfMany | None:
    """What is overdue or due within so many days; None if the plans must be read at once. `read`: what is asked."""
    survey = plan_by_plan.survey(root)
    if survey is None:
        return None
    asked = read(survey.workspace)
    days = query.soon_days(survey.workspace) if within is None else within

    def together(every: Sequence[Lines]) -> Pressing:
        return due_lines.pressing(every, asked.as_of, days)

    question = asking.Question("due", due_lines.lines, Lines, together, Pressing)
    found = due_lines.merged(asking.results(survey, question, asked))
    return DueOfMany(survey.workspace, asked, days, found)
