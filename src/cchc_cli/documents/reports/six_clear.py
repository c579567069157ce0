"""Each task of the plan against the six that must be clear: for whoever drafts the plan, or the next one."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from cchc_cli.answers import six_clear as words
from cchc_cli.documents.reports import above, citations, figures, rows
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.queries.six_clear import ClearRow, Examined, SixClear, six_clear
from cchc_cli.vietnamese.paper import count, number, share
from cchc_cli.wording.agencies import NOBODY
from cchc_cli.wording.sections import heading
from cchc_cli.wording.six_clear import CAUSE, MEND, UNSTATED, WHAT, WHERE, WHERE_ELSE, What


class Line(Struct, frozen=True):
    """One of the six: how many tasks are clear in it, and what the others lack."""

    name: str
    clear: str
    share: str
    unclear: str
    note: str


class Row(Struct, frozen=True):
    """Totals of a section or of an agency: how many of its tasks are not clear in each of the six."""

    name: str
    total: str
    person: str
    work: str
    responsibility: str
    authority: str
    time: str
    result: str


class Gap(Struct, frozen=True):
    """What a task lacks; the second and later gaps of a task have no id and title."""

    id: str
    title: str
    what: str
    gap: str
    mend: str
    place: str


class Group(Struct, frozen=True):
    """The gaps of a section's tasks."""

    title: str
    rows: tuple[Gap, ...]


class SixClearReport(Struct, frozen=True, kw_only=True):
    """What the template prints."""

    kind: str = "BÁO CÁO"
    subject: str
    to: tuple[str, ...]
    basis: str
    named: str
    is_numbered: bool
    total_words: str
    clear_words: str
    unstated: tuple[str, ...]
    lines: tuple[Line, ...]
    sections: tuple[Row, ...]
    agencies: tuple[Row, ...]
    groups: tuple[Group, ...]
    symbol: str | None = None
    received: tuple[str, ...] = ()


def build(scene: Scene) -> SixClearReport:
    """The tasks that are not clear, by section, with how to mend them and where."""
    answer = six_clear(scene.workspace, scene.asked)
    total = answer.total
    clear = sum(not answer.told(each) for each in answer.tasks)
    return SixClearReport(
        subject=f"Rà soát “06 rõ” trong {citations.plan(scene)}",
        to=above.leaders(scene.plan.file.monitor, scene),
        basis=citations.basis(scene),
        named=citations.plan(scene),
        is_numbered=citations.is_numbered(scene),
        total_words=f"{count(total.total)} nhiệm vụ",
        clear_words=f"{figures.part(clear, total.total)} nhiệm vụ",
        unstated=tuple(UNSTATED[cause] for cause in answer.unstated),
        lines=tuple(_line(what, answer) for what in WHAT),
        sections=(*_sections(answer, scene), _row(total, "Toàn kế hoạch")),
        agencies=tuple(_row(each, scene.workspace.registry.name(each.id) or NOBODY) for each in answer.agencies),
        groups=tuple(_groups((*answer.tasks, *answer.body), answer, scene)),
    )


def as_json(scene: Scene) -> Struct:
    """The same as a JSON document."""
    from cchc_cli.answers.json import six_clear as built

    return built.six_clear(six_clear(scene.workspace, scene.asked), scene.asked, scene.workspace)


REPORT = ReportKind("Rà soát “06 rõ” của từng nhiệm vụ", build, issuer="monitor", as_json=as_json)


def _line(what: What, answer: SixClear) -> Line:
    total, unclear = answer.total.total, answer.total.unclear[what]
    causes = {gap.cause: None for each in answer.tasks for gap in each.gaps if gap.what == what}
    told = [cause for cause in CAUSE if cause in causes]
    note = "; ".join(f"{CAUSE[cause]}: {number(answer.total.causes[cause])}" for cause in told)
    clear = total - unclear
    return Line(WHAT[what].capitalize(), figures.part(clear, total), share(clear, total), number(unclear), note)


def _sections(answer: SixClear, scene: Scene) -> Iterator[Row]:
    for each in answer.sections:
        named = heading(scene.plan, each.id)
        if named is not None:
            yield _row(each, named)


def _row(given: ClearRow, name: str) -> Row:
    return Row(name=name, total=number(given.total), **{what: number(given.unclear[what]) for what in WHAT})


def _groups(found: Iterable[Examined], answer: SixClear, scene: Scene) -> Iterator[Group]:
    for section, own in groupby(found, key=lambda each: each.view.task.section):
        gaps = tuple(gap for each in own for gap in _gaps(each, answer, scene))
        if gaps:
            yield Group(heading(scene.plan, section) or "", gaps)


def _gaps(examined: Examined, answer: SixClear, scene: Scene) -> Iterator[Gap]:
    view = examined.view
    for place, gap in enumerate(answer.told(examined)):
        yield Gap(
            id="" if place else rows.task_identity(view),
            title="" if place else view.task.title,
            what=WHAT[gap.what].removeprefix("rõ "),
            gap=words.told(gap, view, scene.workspace.registry),
            mend=MEND[gap.cause],
            place=WHERE.get(gap.cause, WHERE_ELSE),
        )
