"""What changed in the report's period: newly done, newly overdue, extended; compared with a period of the same plan."""

from collections.abc import Iterable

from msgspec import Struct, structs

from cchc_cli.documents.reports import figures, rows
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.queries.changes import Extension, Passage
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import short_date

_LONG = ("half", "nine", "year")
"""Kinds of periods that tell what they brought, where no period of the plan is before them."""


class Since(Struct, frozen=True):
    """What changed from `start`, in rows and in a sentence, which is "" where there is nothing to tell."""

    start: str
    words: str
    done: tuple[rows.Row, ...]
    overdue: tuple[rows.Row, ...]
    extended: tuple[rows.Row, ...]


def since(scene: Scene) -> Since:
    """The changes since the last day of the period before."""
    found = scene.changes
    return Since(
        start=short_date(scene.period.start),
        words=_sentence(scene),
        done=rows.rows(((each.view, each.state) for each in found.done), scene),
        overdue=rows.rows(((each.view, each.state) for each in found.overdue), scene),
        extended=tuple(_extended(each, scene) for each in found.extended),
    )


def _sentence(scene: Scene) -> str:
    """ "So với kỳ trước (ngày 14/6/2026): hoàn thành thêm 03 nhiệm vụ; …"; what is nil is left out."""
    has_previous = scene.changes.since >= scene.begun
    if not has_previous and scene.period.kind not in _LONG:
        return ""
    parts = "; ".join(_parts(scene, "hoàn thành thêm" if has_previous else "hoàn thành"))
    if not parts:
        return ""
    eve, first = (short_date(day) for day in (scene.changes.since, scene.period.start))
    return f"So với kỳ trước (ngày {eve}): {parts}" if has_previous else f"Trong kỳ (từ ngày {first}): {parts}"


def _parts(scene: Scene, done: str) -> Iterable[str]:
    found = scene.changes
    whole = [each for each in found.done if each.view.state.bucket is Bucket.DONE]
    part = [each for each in found.done if each.view.state.bucket is not Bucket.DONE]
    told = (
        (whole, f"{done} {_tasks(whole)}"),
        (part, f"hoàn thành một phần {_tasks(part)}"),
        (found.overdue, f"phát sinh {_tasks(found.overdue)} quá hạn"),
        (found.extended, f"gia hạn {_tasks(found.extended)}"),
    )
    return (words for every, words in told if every)


def _tasks(found: Iterable[Passage | Extension]) -> str:
    return figures.tasks((each.view, each.state) for each in found)


def _extended(extension: Extension, scene: Scene) -> rows.Row:
    told = rows.row(extension.view, extension.state, scene)
    if extension.agency is not None:
        told = structs.replace(told, lead=scene.workspace.registry.name(extension.agency))
    if extension.due is None:
        return told
    former = short_date(extension.before) if extension.before else "chưa có"
    return structs.replace(told, due=f"{short_date(extension.due)} (trước: {former})")
