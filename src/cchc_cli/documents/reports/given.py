"""Tasks given from above outside the appendix → the sentences of a periodic report (part I)."""

from collections.abc import Iterator, Sequence

from cchc_cli.documents.reports.scene import Scene
from cchc_cli.queries.views import TaskView
from cchc_cli.state.timing import Bucket, Timing
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import count

_GOVERNMENT = "Chính phủ, Thủ tướng Chính phủ"
_WANTED = "số nhiệm vụ được giao, đúng hạn, quá hạn"
_HIGH = ("council", "ministry")
"""Kinds of bodies to which the Government itself gives tasks."""


def heading(scene: Scene) -> str:
    """Who gives tasks from above: to a province the Government, to those below it whoever stands above."""
    return f"Nhiệm vụ {_GOVERNMENT if _is_high(scene) else 'cấp trên'} giao"


def sentences(scene: Scene) -> tuple[str, ...]:
    """One for each body that gives tasks, the Government and its head together and first; () where nothing is given."""
    groups = _groups(scene)
    first = sorted(groups, key=lambda giver: giver != _GOVERNMENT)
    heads = ((giver, f"{giver} giao {count(len(groups[giver]))} nhiệm vụ") for giver in first)
    return tuple(f"{head}: {', '.join(_told(groups[giver]))}." for giver, head in heads)


def wanted(scene: Scene) -> str:
    """What the officer writes there: "" once tasks are recorded, a province's once the Government's are."""
    groups = _groups(scene)
    return "" if (_GOVERNMENT in groups if _is_high(scene) else groups) else _WANTED


def _is_high(scene: Scene) -> bool:
    row = scene.workspace.registry.get(scene.plan.issuer)
    return row is not None and row.kind in _HIGH


def _groups(scene: Scene) -> dict[str, list[TaskView]]:
    groups: dict[str, list[TaskView]] = {}
    for view in scene.tasks:
        if view.task.is_given:
            groups.setdefault(_giver(view.task.row.given_by or ""), []).append(view)
    return groups


def _giver(name: str) -> str:
    return _GOVERNMENT if "chinh phu" in fold(name) else name


def _told(tasks: Sequence[TaskView]) -> Iterator[str]:
    """ "đã hoàn thành 02 (đúng hạn 01, quá hạn 01)"; zeros are left out, but for that nothing is done."""
    done = [view.state for view in tasks if view.state.bucket is Bucket.DONE]
    late = sum(state.timing is Timing.LATE for state in done)
    on_time = sum(state.timing in (Timing.EARLY, Timing.ON_TIME) for state in done)
    inside = [f"{word} {count(number)}" for word, number in (("đúng hạn", on_time), ("quá hạn", late)) if number]
    said = f" ({', '.join(inside)})" if inside else ""
    yield f"đã hoàn thành {count(len(done))}{said}" if done else "chưa hoàn thành nhiệm vụ nào"
    overdue = sum(view.state.bucket is Bucket.OVERDUE for view in tasks)
    ended = sum(view.state.bucket is Bucket.CANCELLED for view in tasks)
    running = len(tasks) - len(done) - overdue - ended
    if running and done:
        yield f"đang thực hiện {count(running)}"
    if overdue:
        yield f"quá hạn chưa hoàn thành {count(overdue)}"
    if ended:
        yield f"không thực hiện {count(ended)}"
