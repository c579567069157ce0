"""What a criterion measures of one agency on a day: a figure with what proves it, or None where there are no data."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cached_property

from msgspec import Struct, structs

from cchc_cli.model import Criterion, Document, Status
from cchc_cli.plan.bands import exact
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.filings import Filings, filings
from cchc_cli.queries.inspections import standing
from cchc_cli.queries.missing_entries import reported
from cchc_cli.queries.stats import StatsRow, row
from cchc_cli.queries.targets import TargetState, owners, targets
from cchc_cli.queries.views import Asked, TaskView, seen_by
from cchc_cli.schedule import period
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.rates import Rate
from cchc_cli.state.states import TaskState
from cchc_cli.state.tasks import task_states
from cchc_cli.state.timing import Bucket


class Measured(Struct, frozen=True):
    """A figure, what it is a share of where it is one, its unit, and the documents that prove it."""

    figure: Fraction
    rate: Rate | None = None
    unit: str = "%"
    documents: tuple[Document, ...] = ()


class Evidence(Struct, frozen=True, dict=True):
    """What criteria are measured from: the plan of a workspace on a day; each part is computed when first needed."""

    workspace: Workspace
    asked: Asked

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.workspace.plans[0]

    @cached_property
    def owed(self) -> dict[str, Rate]:
        """How many of the tasks that an agency is to report on in the period it has reported on."""
        wanted: dict[str, int] = {}
        missing: dict[str, int] = {}
        for view in reported(self.workspace, self.asked):
            for agencies, counts in ((view.wanted, wanted), (view.missing, missing)):
                for agency in agencies:
                    counts[agency] = counts.get(agency, 0) + 1
        return {agency: Rate(total - missing.get(agency, 0), total) for agency, total in wanted.items()}

    def led(self, agency: str) -> tuple[TaskView, ...]:
        """The tasks of the appendix that an agency leads, by its own parts."""
        if agency not in self._led:
            asked = structs.replace(self.asked, agencies=(agency,))
            seen = (seen_by(self._ledger, state, asked) for state in self._states if not state.task.is_apart)
            self._led[agency] = tuple(view for view in seen if view is not None and view.part == "lead")
        return self._led[agency]

    def row(self, agency: str) -> StatsRow:
        """Counts and rates of these tasks."""
        return row(agency, "", self.led(agency), self.asked)

    @cached_property
    def targets(self) -> tuple[TargetState, ...]:
        """The plan's targets as they were measured."""
        return targets(self.workspace, self.asked.as_of)

    @cached_property
    def _ledger(self) -> Ledger:
        return Ledger.of(self.plan, self.workspace)

    @cached_property
    def _states(self) -> tuple[TaskState, ...]:
        return tuple(task_states(self._ledger, self.asked.as_of))

    @cached_property
    def _led(self) -> dict[str, tuple[TaskView, ...]]:
        return {}

    def filed(self, agency: str, periods: Iterable[str]) -> Measured | None:
        """The reports of the periods that are due or filed; an agency that need not file has no data."""
        in_time, of, documents = 0, 0, list[Document]()
        for named in periods:
            told = self._filings(named)
            sent = {each.filing.agency: each for each in told.filed}
            if agency in sent:
                in_time, of = in_time + (sent[agency].days_late == 0), of + 1
                documents.append(Document(number=sent[agency].filing.number, date=sent[agency].filing.date))
            elif agency in told.unfiled and self.asked.as_of > (told.due or told.period.end):
                of += 1
        return _share(Rate(in_time, of), documents)

    def _filings(self, named: str) -> Filings:
        if named not in self._periods:
            found = period(named, self.plan.settings.ends)
            assert found is not None  # a rule refuses others
            self._periods[named] = filings(self.plan, self.workspace, found, self.asked.as_of)
        return self._periods[named]

    @cached_property
    def _periods(self) -> dict[str, Filings]:
        return {}


def measured(criterion: Criterion, agency: str, evidence: Evidence) -> Measured | None:
    """The figure of a criterion for an agency."""
    return _MEASURES[criterion.measure](criterion, agency, evidence)


def _share(rate: Rate, documents: Iterable[Document] = ()) -> Measured | None:
    return Measured(Fraction(rate.done * 100, rate.of), rate, "%", tuple(documents)) if rate.of else None


def _done(criterion: Criterion, agency: str, evidence: Evidence) -> Measured | None:  # noqa: ARG001
    return _share(evidence.row(agency).done_rate, _proofs(agency, evidence))


def _on_time(criterion: Criterion, agency: str, evidence: Evidence) -> Measured | None:  # noqa: ARG001
    return _share(evidence.row(agency).on_time_rate, _proofs(agency, evidence))


def _proofs(agency: str, evidence: Evidence) -> tuple[Document, ...]:
    """The documents with a number that prove work that is done, each once."""
    done = (seen.state for view in evidence.led(agency) for seen in view.milestones
            if seen.state.progress is Status.DONE)  # fmt: skip
    return tuple(dict.fromkeys(each for state in done for each in state.evidence if each.number))


def _overdue(criterion: Criterion, agency: str, evidence: Evidence) -> Measured | None:  # noqa: ARG001
    found = evidence.row(agency)
    return Measured(Fraction(found.buckets[Bucket.OVERDUE]), None, "nhiệm vụ") if found.total else None


def _filed(criterion: Criterion, agency: str, evidence: Evidence) -> Measured | None:
    return evidence.filed(agency, criterion.periods)


def _mended(criterion: Criterion, agency: str, evidence: Evidence) -> Measured | None:
    held = [each for each in standing(evidence.plan.records.inspections, evidence.asked.as_of)
            if each.agency == agency and criterion.of in (None, each.subject)]  # fmt: skip
    rate = Rate(sum(each.mended or 0 for each in held), sum(each.findings or 0 for each in held))
    return _share(rate, (Document(number=each.document, date=each.date) for each in held if each.document))


def _indicator(criterion: Criterion, agency: str, evidence: Evidence) -> Measured | None:
    unit = next((each.unit for each in evidence.plan.indicators if each.id == criterion.of), "")
    own = [each for each in evidence.plan.records.measurements
           if (each.target, each.agency) == (criterion.of, agency) and each.date <= evidence.asked.as_of]  # fmt: skip
    if not own:
        return None
    last = max(own, key=lambda each: (each.date, each.recorded))
    if last.numerator is None or not last.denominator:
        return Measured(exact(last.value or 0), None, unit, last.evidence)
    figure = exact(last.numerator) / exact(last.denominator) * (100 if unit == "%" else 1)
    return Measured(figure, None, unit, last.evidence)


def _targets(criterion: Criterion, agency: str, evidence: Evidence) -> Measured | None:  # noqa: ARG001
    own = [each for each in evidence.targets if agency in owners(each)]
    told = [each.measurement for each in own if each.measurement]
    met = sum(each.result == "met" for each in own)
    return _share(Rate(met, len(told)), (document for each in told for document in each.evidence))


def _reported(criterion: Criterion, agency: str, evidence: Evidence) -> Measured | None:  # noqa: ARG001
    return _share(evidence.owed.get(agency, Rate(0, 0)))


def _scored(criterion: Criterion, agency: str, evidence: Evidence) -> Measured | None:
    score = next((each for each in criterion.scores if each.agency == agency), None)
    if score is None or (score.date and score.date > evidence.asked.as_of):
        return None
    return Measured(exact(score.points), None, "điểm", (Document(number=score.document, date=score.date),))


_MEASURES: dict[str, Callable[[Criterion, str, Evidence], Measured | None]] = {
    "done": _done,
    "on_time": _on_time,
    "overdue": _overdue,
    "filings": _filed,
    "mended": _mended,
    "indicator": _indicator,
    "targets": _targets,
    "reported": _reported,
    "scores": _scored,
}
