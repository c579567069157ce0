"""The figures of plans that are asked one by one, put together: every figure of a plan adds up."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from cchc_cli.plan.levels import LEVELS
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.missing_entries import reporting_period, told
from cchc_cli.queries.stats import Stats, StatsRow, counted, gives_more, in_order_of_issuers, total_name
from cchc_cli.queries.views import Asked, candidates, passes
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.rates import Rate
from cchc_cli.state.spans import Span, of_all
from cchc_cli.state.timing import Bucket
from cchc_cli.wording.levels import By
from cchc_cli.wording.sections import counted_apart


class Figures(Struct, frozen=True, array_like=True):
    """The figures of one plan, and the days on which they are these."""

    days: Span
    rows: tuple[StatsRow, ...]
    total: StatsRow
    body: StatsRow


def figures(workspace: Workspace, asked: Asked, by: By) -> Figures:
    """The figures of a workspace's only plan."""
    (plan,) = workspace.plans
    found = tuple(candidates(workspace, asked))
    states = (state for sight in found for state in sight.whole.milestones)
    days = of_all(Ledger.of(plan, workspace), states, asked.as_of)
    views = (told(sight, asked) for sight in found if passes(sight, asked))
    own = counted(views, workspace, asked, by)
    return Figures(days, own.rows, own.total, own.body)


def together(parts: Sequence[Figures], workspace: Workspace, asked: Asked, by: By) -> Stats:
    """The figures of all plans of a workspace, in their order."""
    total = _sum([each.total for each in parts], total_name(workspace, asked), len(workspace.plans))
    return Stats(
        asked,
        by,
        reporting_period(asked, workspace.own_settings),
        tuple(_TOGETHER[by]([each.rows for each in parts], workspace)),
        total,
        _sum([each.body for each in parts], counted_apart(workspace.plans, asked.as_of)),
        total.done_rate,
        gives_more(workspace, asked),
    )


def _rows_of_agencies(parts: Iterable[Sequence[StatsRow]], workspace: Workspace) -> Iterator[StatsRow]:
    groups: dict[str, list[StatsRow]] = defaultdict(list)
    for each in (each for rows in parts for each in rows):
        groups[each.id].append(each)
    return (_sum(groups[agency], groups[agency][0].name) for agency in workspace.registry.in_order(groups))


def _rows_of_sections(parts: Iterable[Sequence[StatsRow]], workspace: Workspace) -> Iterator[StatsRow]:  # noqa: ARG001
    return (each for rows in parts for each in rows)


def _rows_of_plans(parts: Iterable[Sequence[StatsRow]], workspace: Workspace) -> Iterator[StatsRow]:
    rows = {each.id: each for own in parts for each in own}
    return (rows[plan.name] for plan in in_order_of_issuers(workspace))


def _rows_of_levels(parts: Iterable[Sequence[StatsRow]], workspace: Workspace) -> Iterator[StatsRow]:  # noqa: ARG001
    rows = [own[0] for own in parts]
    for level in (*LEVELS, "other"):
        found = [each for each in rows if each.id == level]
        if found:
            yield _sum(found, found[0].name, len(found))


def _sum(rows: Sequence[StatsRow], name: str, plans: int = 1) -> StatsRow:
    """Several rows as one."""

    def rate(rates: Iterable[Rate]) -> Rate:
        found = list(rates)
        return Rate(sum(each.done for each in found), sum(each.of for each in found))

    return StatsRow(
        rows[0].id,
        name,
        sum(each.total for each in rows),
        {bucket: sum(each.buckets[bucket] for each in rows) for bucket in Bucket},
        sum(each.done_late for each in rows),
        sum(each.done_on_time for each in rows),
        sum(each.stale for each in rows),
        rate(each.done_rate for each in rows),
        rate(each.on_time_rate for each in rows),
        plans=plans,
    )


_TOGETHER: dict[By, Callable[[list[Sequence[StatsRow]], Workspace], Iterator[StatsRow]]] = {
    "agency": _rows_of_agencies,
    "section": _rows_of_sections,
    "plan": _rows_of_plans,
    "level": _rows_of_levels,
}
