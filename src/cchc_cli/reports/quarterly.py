"""The quarterly report: leadership first, then the six fields, assessment, next period, proposals, annexes.

Outline: domain.md 2.2 (wording and outline are editable text of the template); which appendix section fills which
heading is a setting (`report_lead`, `report_fields`).
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from cchc_cli import showing
from cchc_cli.answers.show import document_words
from cchc_cli.answers.snapshot import noted
from cchc_cli.model import ReportSection
from cchc_cli.paper import number, share, short_date
from cchc_cli.progress import State
from cchc_cli.queries.changes import Extension
from cchc_cli.queries.stats import Rate, Row
from cchc_cli.queries.stats import row as row_of
from cchc_cli.queries.views import Asked, TaskView
from cchc_cli.reports.scene import Scene
from cchc_cli.schedule import Period, quarter, title
from cchc_cli.timing import Bucket, Timing
from cchc_cli.wording import BUCKET, level

_RESULTS = {"met": "đạt", "not_met": "chưa đạt", "not_measured": "chưa đo"}


def build(scene: Scene) -> dict[str, Any]:
    """Everything the template prints, as finished strings and lists of them."""
    settings = scene.plan.settings
    tasks = tuple(view for view in scene.tasks if not view.task.is_body)
    lead = settings.report_lead or ReportSection(title="Công tác chỉ đạo, điều hành", sections=("VII",))
    return {
        "period": title(scene.period),
        "summary": summary(scene.by_section.total),
        "kpi": rate(scene.by_section.kpi),
        "frozen": noted(scene.workspace, scene.plan, scene.period, scene.as_of),
        "since": since(scene),
        "lead": field(scene, tasks, lead),
        "fields": [field(scene, tasks, each) for each in settings.report_fields or _own_sections(scene, lead)],
        "overdue": [row(view, state, scene) for view, state in milestones(tasks) if state.bucket is Bucket.OVERDUE],
        "difficulties": said(scene, "difficulties"),
        "proposals": said(scene, "proposals"),
        "next_title": title(_following(scene)),
        "next": [row(view, state, scene) for view, state in milestones(tasks) if _falls_next(state, scene)],
        "statistics": list(statistics(scene)),
        "sections": [counts(each) for each in (*scene.by_section.rows, scene.by_section.total)],
        "tasks": [row(view, state, scene) for view, state in milestones(scene.tasks)],
        "targets": [_target(each) for each in scene.targets],
    }


def summary(total: Row) -> str:
    """ "84 nhiệm vụ: đã hoàn thành 10 (…), quá hạn 3 …", each figure with its denominator."""
    done = f"đã hoàn thành {rate(total.done_rate)}"
    rest = [f"{BUCKET[bucket]} {amount}/{total.total}" for bucket, amount in total.buckets.items()
            if amount and bucket is not Bucket.DONE]  # fmt: skip
    return "; ".join((done, *rest))


def rate(given: Rate) -> str:
    """ "85,7% (72/84)": never without its denominator."""
    return f"{share(given.done, given.of)} ({given.done}/{given.of})"


def since(scene: Scene) -> dict[str, Any]:
    """What changed since the last period's cut-off: the day, and rows of what is newly done, overdue, extended."""
    found = scene.changes
    return {
        "day": short_date(found.since),
        "done": [row(each.view, each.state, scene) for each in found.done],
        "overdue": [row(each.view, each.state, scene) for each in found.overdue],
        "extended": [_extended(each, scene) for each in found.extended],
    }


def field(scene: Scene, tasks: tuple[TaskView, ...], section: ReportSection) -> dict[str, Any]:
    """One heading: figures, what was finished in the period, what is overdue, what goes on."""
    own = tuple(view for view in tasks if view.task.section in section.sections)
    finished = [each for each in scene.changes.done if each.view.task.section in section.sections]
    counted = row_of("", section.title, own, Asked(scene.as_of))
    return {
        "title": section.title,
        "total": counted.total,
        "summary": summary(counted),
        "done": [row(each.view, each.state, scene) for each in finished],
        "overdue": [row(view, state, scene) for view, state in milestones(own) if state.bucket is Bucket.OVERDUE],
    }


def milestones(tasks: Iterable[TaskView]) -> Iterable[tuple[TaskView, State]]:
    """Every milestone with its task, in plan order."""
    return ((view, seen.state) for view in tasks for seen in view.milestones)


def row(view: TaskView, state: State, scene: Scene) -> dict[str, str]:
    """A milestone as a table row or a sentence's parts."""
    registry = scene.workspace.registry
    return {
        "id": showing.identity(view, state, False),
        "title": showing.title(view, state),
        "products": "; ".join(state.milestone.products or view.task.products),
        "lead": showing.leads(view.task.assigned(state.milestone), registry),
        "due": short_date(state.term.due) if state.term.due else state.milestone.schedule.text,
        "state": showing.milestone_state(state, scene.as_of).text,
        "days_late": str(state.days_late or ""),
        "done_on": short_date(state.done_on) if state.done_on else "",
        "evidence": "; ".join(document_words(each) for each in state.evidence),
    }


def said(scene: Scene, what: str) -> list[dict[str, str]]:
    """Difficulties or proposals that agencies wrote in the period's entries, by task in plan order."""
    found = []
    for view in scene.tasks:
        for report in scene.ledger.task_reports(view.task, scene.as_of):
            text = getattr(report.entry, what)
            if text and scene.period.start <= report.entry.recorded <= min(scene.period.end, scene.as_of):
                agency = scene.workspace.registry.name(report.entry.agency or report.by)
                found.append({"id": view.task.id, "agency": agency, "text": text})
    return found


def counts(given: Row) -> dict[str, str]:
    """A row of the table by section: buckets add up to the total."""
    name = f"{given.id}. {given.name}" if given.id else given.name
    buckets = {bucket.value: str(amount) for bucket, amount in given.buckets.items()}
    return {
        "name": name,
        "total": str(given.total),
        **buckets,
        "late": str(given.done_late),
        "done_rate": rate(given.done_rate),
        "on_time_rate": rate(given.on_time_rate),
    }


def statistics(scene: Scene) -> Iterable[dict[str, str]]:
    """Figures that the program can give for the annex of statistics: name, unit, result, note."""
    total = scene.by_section.total
    task, percent = "nhiệm vụ", "%"
    yield _figure("Số nhiệm vụ đề ra trong kế hoạch", task, str(total.total))
    yield _figure("Số nhiệm vụ đã hoàn thành", task, str(total.buckets[Bucket.DONE]))
    yield _figure("Trong đó: hoàn thành quá hạn", task, str(total.done_late))
    yield _figure("Số nhiệm vụ quá hạn chưa hoàn thành", task, str(total.buckets[Bucket.OVERDUE]))
    yield _figure("Số nhiệm vụ chưa cập nhật trong kỳ", task, str(total.stale))
    done, on_time = total.done_rate, total.on_time_rate
    yield _figure("Tỷ lệ hoàn thành kế hoạch", percent, share(done.done, done.of), f"{done.done}/{done.of} nhiệm vụ")
    note = f"{on_time.done}/{on_time.of} nhiệm vụ đã đến hạn"
    yield _figure("Tỷ lệ hoàn thành đúng hạn", percent, share(on_time.done, on_time.of), note)


def _figure(name: str, unit: str, result: str, note: str = "") -> dict[str, str]:
    return {"name": name, "unit": unit, "result": result, "note": note}


def _falls_next(state: State, scene: Scene) -> bool:
    """Open work whose day lies in the next period."""
    due = state.term.due
    open_timings = (Timing.DUE_SOON, Timing.IN_TIME, Timing.NOT_YET)
    return due is not None and state.timing in open_timings and scene.as_of < due <= _following(scene).end


def _following(scene: Scene) -> Period:
    """The quarter that begins when the report's period ends."""
    return quarter(scene.period.end + timedelta(days=1), scene.plan.settings.periods != "calendar")


def _own_sections(scene: Scene, lead: ReportSection) -> tuple[ReportSection, ...]:
    """Without the setting: a heading for each section of the plan, in its order."""
    return tuple(
        ReportSection(title=each.title.capitalize(), sections=(each.id,))
        for each in scene.plan.sections
        if each.id not in lead.sections
    )


def _extended(extension: Extension, scene: Scene) -> dict[str, str]:
    told = row(extension.view, extension.state, scene)
    if extension.agency is not None:
        told["lead"] = scene.workspace.registry.name(extension.agency)
    former = short_date(extension.before) if extension.before else "chưa có"
    return told | {"due": f"{short_date(extension.due)} (trước: {former})" if extension.due else told["due"]}


def _target(state: Any) -> dict[str, str]:
    measured = state.measurement
    return {
        "id": state.target.id,
        "name": state.target.name,
        "level": level(state.target),
        "by": short_date(state.target.by) if state.target.by else "",
        "measured": f"{number(measured.value)} ({short_date(measured.date)})" if measured else "",
        "result": _RESULTS[state.result],
    }
