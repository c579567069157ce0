"""What is due → a table by lead agency, or in two parts for chosen agencies."""

from collections.abc import Iterator

from cchc_cli.answers import cells
from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.plan.tasks import leads
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.due import Answer, Due
from cchc_cli.state.milestones import part_of
from cchc_cli.state.timing import Bucket
from cchc_cli.wording.sections import counted_apart

_COLUMNS = (Column("Mã"), Column("Hạn"), Column("Tình trạng", fold=True), Column("Nhiệm vụ", fold=True))


def table(answer: Answer, workspace: Workspace, everything: bool) -> Table:
    """Overdue first, then by day; the other buckets in one counted line each."""
    groups = _parts(answer, workspace) if answer.asked.agencies else _by_lead(answer, workspace)
    title = cells.as_of_line(answer.asked.as_of, len(workspace.plans))
    return Table(title, _COLUMNS, tuple(groups), tuple(_remarks(answer, workspace, everything)))


def remarks(answer: Answer, workspace: Workspace) -> tuple[str, ...]:
    """How many there are, and where those that are not listed stand."""
    return tuple(_remarks(answer, workspace, True))


def _parts(answer: Answer, workspace: Workspace) -> Iterator[Group]:
    names = ", ".join(workspace.registry.name(agency) for agency in answer.asked.agencies)
    lead = [item for item in answer.items if item.seen.part == "lead"]
    other = [item for item in answer.items if item.seen.part == "other"]
    yield Group(f"{names} – Chủ trì", tuple(_row(item, answer, workspace) for item in lead))
    if other:
        rows = tuple(_row(item, answer, workspace) for item in other)
        yield Group(f"{names} – Phối hợp, thực hiện (theo tình trạng của cơ quan chủ trì)", rows)


def _by_lead(answer: Answer, workspace: Workspace) -> Iterator[Group]:
    by_agency: dict[str, list[Due]] = {}
    as_of = answer.asked.as_of
    for item in answer.items:
        assigned = item.view.task.assigned(item.seen.state.milestone)
        state = item.seen.state
        named = [each for lead in leads(assigned) for each in part_of(workspace.registry, state, lead, as_of)]
        for agency in dict.fromkeys(named) or ("",):
            by_agency.setdefault(agency, []).append(item)
    for agency in workspace.registry.in_order(by_agency):
        name = workspace.registry.name(agency) or "Chưa có cơ quan chủ trì"
        yield Group(name, tuple(_row(item, answer, workspace) for item in by_agency[agency]))


def _row(item: Due, answer: Answer, workspace: Workspace) -> tuple[Cell, ...]:
    state = item.seen.state
    told = cells.milestone_state(state, answer.asked.as_of)
    if item.seen.part == "other":
        told = Cell(f"chủ trì {told.text}", told.tone)
    return row(
        cells.identity(item.view, state, len(workspace.plans) > 1),
        cells.day(state.term.due),
        told,
        cells.title(item.view, state),
    )


def _remarks(answer: Answer, workspace: Workspace, everything: bool) -> Iterator[str]:
    ahead = f"trong {answer.within} ngày tới" if answer.within else "hôm nay"
    if not answer.items:
        yield f"Không có mốc nào quá hạn hoặc đến hạn {ahead}."
    overdue = answer.pressing[Bucket.OVERDUE]
    soon = sum(answer.pressing.values()) - overdue - answer.passed
    passed = f", {answer.passed} mốc nội bộ đã qua ngày" if answer.passed else ""
    whose = "Chủ trì" if answer.asked.agencies else "Cộng (mỗi mốc tính một lần)"
    yield f"{whose}: {overdue} mốc quá hạn, {soon} mốc đến hạn {ahead}{passed}."
    rest = cells.counted({bucket: number - answer.pressing[bucket] for bucket, number in answer.counts.items()})
    if rest:
        yield f"Các mốc khác: {rest}." if everything else f"Còn lại: {rest}. Thêm --all để xem."
    body = cells.counted(answer.body_counts)
    if body:
        where = counted_apart(workspace.plans, answer.asked.as_of)
        yield f"Ngoài ra, {where[:1].lower()}{where[1:]}: {body}."
