"""What a form asks of its agencies for a period: their tasks by role, their indicators, the places of their texts."""

from collections.abc import Iterable, Iterator
from datetime import date as Day

from msgspec import Struct

from cchc_cli.answers import cells
from cchc_cli.answers.sheets import Value
from cchc_cli.forms import stamp
from cchc_cli.forms.stamp import Stamp
from cchc_cli.model import Measurement
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.filings import due_day, filers
from cchc_cli.queries.shares import Share
from cchc_cli.queries.views import Asked, Seen, TaskView, seen_by
from cchc_cli.schedule import Period, title
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.states import TaskState
from cchc_cli.state.tasks import task_states
from cchc_cli.vietnamese.paper import long_date, upper_first
from cchc_cli.wording import targets as figures
from cchc_cli.wording.roles import ROLE

_STRONGEST = {"lead": 0, "other": 1}


class Row(Struct, frozen=True):
    """A row that asks something of an agency; `told`: what its locked columns hold, by key of the column."""

    agency: str
    id: str
    told: dict[str, Value]

    @property
    def key(self) -> str:
        """What identifies the question, and its words."""
        return f"{self.agency}\t{self.id}\t{self.told['title']}"


class Form(Struct, frozen=True):
    """A form: what its heads say, its stamp, and the rows of its sheets by the sheets' names.

    `monitor`: to whom it is sent back; `period`: of which days it asks; `due`: by when, where the settings say so.
    """

    heading: str
    addressed: str
    basis: str
    monitor: str
    period: Period
    due: Day | None
    stamp: Stamp
    progress: tuple[Row, ...]
    figures: tuple[Row, ...]
    texts: tuple[Row, ...]

    @property
    def together(self) -> bool:
        """Whether the form holds several agencies."""
        return len(self.stamp.agencies) > 1

    @property
    def rows(self) -> tuple[tuple[Row, ...], ...]:
        """The rows of the sheets in their order."""
        return self.progress, self.figures, self.texts

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{'phieu-chung' if self.together else self.stamp.agencies[0]}.xlsx"


class Asking:
    """Makes forms of one plan for a period, as of a day; the states of tasks are computed once.

    `places`: the places of the period's report and what is wanted there.
    """

    def __init__(
        self, workspace: Workspace, plan: Plan, period: Period, as_of: Day, places: tuple[tuple[str, str], ...]
    ) -> None:
        self._workspace, self._plan, self._period, self._as_of, self._places = workspace, plan, period, as_of, places
        self._ledger = Ledger.of(plan, workspace)
        self._states: tuple[TaskState, ...] = tuple(task_states(self._ledger, as_of))

    def agencies(self) -> tuple[str, ...]:
        """Who gets a form: the agencies with a task, and those that report of the period."""
        registry = self._workspace.registry
        able = [
            row.id for row in registry.rows if row.kind != "group" and registry.succession.exists(row.id, self._as_of)
        ]
        busy = [each for each in able if any(self._views((each,)))]
        return registry.in_order((*busy, *filers(self._plan, registry, self._period.end)))

    def form(self, agencies: tuple[str, ...]) -> Form:
        """The form of one agency, or of several together."""
        progress = tuple(row for each in agencies for row in self._progress(each))
        numbers = tuple(row for each in agencies for row in self._figures(each))
        texts = tuple(
            Row(each, place, {"title": upper_first(wanted)}) for each in agencies for place, wanted in self._places
        )
        own = stamp.of(
            self._plan, self._period.id, agencies, self._as_of, (row.key for row in (*progress, *numbers, *texts))
        )
        name, when = self._workspace.registry.name, title(self._period)
        addressed = name(agencies[0]) if len(agencies) == 1 else f"{len(agencies)} cơ quan"
        return Form(
            f"PHIẾU BÁO CÁO {when.upper()}", addressed, basis(self._plan), name(self._plan.file.monitor), self._period,
            due_day(self._plan, self._workspace, self._period), own, progress, numbers, texts,
        )  # fmt: skip

    def _progress(self, agency: str) -> Iterator[Row]:
        found = [(view, seen) for view in self._views((agency,)) for seen in view.milestones]
        for view, seen in sorted(found, key=lambda each: _STRONGEST[each[1].part]):
            if not (view.task.row.computed or self._is_dropped(view)):
                yield Row(agency, cells.identity(view, seen.state, several_plans=False), self._told(view, seen))

    def _is_dropped(self, view: TaskView) -> bool:
        return view.task.until is not None and view.task.until <= self._as_of

    def _told(self, view: TaskView, seen: Seen) -> dict[str, Value]:
        return {
            "title": cells.title(view, seen.state),
            "product": "; ".join(seen.state.milestone.products or view.task.products),
            "role": roles(seen.shares),
            "due": seen.state.term.due or None,
            "state": cells.milestone_words(seen.state, self._as_of),
        }

    def _views(self, agencies: tuple[str, ...]) -> Iterator[TaskView]:
        asked = Asked(self._as_of, agencies)
        found = (seen_by(self._ledger, state, asked) for state in self._states)
        return (view for view in found if view is not None)

    def _figures(self, agency: str) -> Iterator[Row]:
        for each in self._plan.indicators:
            if each.by == "agency" and not each.share:
                last = self._measured(each.id, agency)
                told: dict[str, Value] = {
                    "title": each.name,
                    "unit": each.unit,
                    "last": figures.typed(last) if last else None,
                }
                yield Row(agency, each.id, told)

    def _measured(self, identity: str, agency: str) -> Measurement | None:
        own = [each for each in self._plan.records.measurements if (each.target, each.agency) == (identity, agency)]
        return max(own, key=lambda each: (each.date, each.recorded), default=None)


def roles(shares: Iterable[Share]) -> str:
    """The roles in words, the strongest first."""
    held = {each.role for each in shares}
    return ", ".join(words for role, words in ROLE.items() if role in held)


def basis(plan: Plan) -> str:
    """Which decision the plan was issued by."""
    decision = plan.file.decision
    if decision is None or not decision.number:
        return plan.file.title
    dated = f" {long_date(decision.date)}" if decision.date else ""
    return f"{decision.kind.capitalize()} số {decision.number}{dated}: {plan.file.title}"
