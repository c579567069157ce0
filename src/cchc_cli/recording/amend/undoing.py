"""A change of the plan that git has not kept → the edits that take it back.

What was changed can be told from the files: a row that the commit lacks, a `dropped_by` or a former value that it
lacks. The row gets its former values again; an amendment that nothing names any more goes too, now or, if this run is
killed between the two files, when it is run again.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from msgspec import Struct

from cchc_cli.model import AMENDABLE, AMENDABLE_PART, Former, FormerPart, MilestoneRow, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import walk
from cchc_cli.recording.amend.basis import OWN_ID
from cchc_cli.recording.amend.changing import PRINTING
from cchc_cli.recording.amend.edits import Amending, before, row_path
from cchc_cli.recording.edit.changes import Change, Put, Remove, applied
from cchc_cli.recording.edit.nodes import Path
from cchc_cli.recording.faults import Fault, Field

Act = Literal["add", "change", "drop"]
_DONE = {"add": "bổ sung", "change": "điều chỉnh", "drop": "đưa ra khỏi kế hoạch"}
_Row = TaskRow | MilestoneRow
_NAMING = ("added_by", "dropped_by", "changed_by")


class Kept(Struct, frozen=True):
    """A file now and as committed: its path, the data now, and the data of each committed state."""

    path: str
    now: Any
    committed: tuple[Any, ...]


class Undone(Struct, frozen=True):
    """A change that git has not kept: the row or milestone, and the file in which it stands."""

    row: _Row
    owner: TaskRow
    kept: Kept


def found(act: Act, plan: Plan, sections: Iterable[tuple[tuple[TaskRow, ...], Kept]]) -> tuple[Undone, ...]:
    """The changes of a kind that no commit has, in the order of the files. `sections`: their rows, and their files."""
    every = ((each, row, kept) for rows, kept in sections for row in walk(rows) for each in _parts(act, row))
    return tuple(Undone(each, row, kept) for each, row, kept in every if _is_new(act, each, row, kept, plan))


def _parts(act: Act, row: TaskRow) -> Iterator[_Row]:
    yield row
    yield from row.milestones if act == "change" else ()


def about(changes: tuple[Undone, ...], identity: str | None) -> tuple[Undone, ...]:
    """The changes of the named row or milestone, else those of the milestones of the named row; all without a name."""
    named = _named(identity)
    own = tuple(each for each in changes if named in (None, each.row.id.upper()))
    return own or tuple(each for each in changes if named == each.owner.id.upper())


def _named(identity: str | None) -> str | None:
    return identity.rpartition(":")[2].upper() if identity else None


def one(act: Act, own: tuple[Undone, ...], identity: str | None) -> Undone | Fault:
    """The change that is taken back: the only one; of added rows the last of their section."""
    if act == "add" and own and len({each.kept.path for each in own}) == 1:
        return own[-1]
    if len(own) == 1:
        return own[0]
    if not own:
        named = f" {_named(identity)}" if identity else ""
        message = f"không có việc {_DONE[act]}{named} nào chưa lưu vào git để rút lại"
        return Fault(Field.TASK, message, "việc đã lưu vào git thì đính chính bằng một văn bản mới")
    ids = ", ".join(each.row.id for each in own)
    return Fault(Field.TASK, f"có {len(own)} việc {_DONE[act]} chưa lưu vào git", f"ghi rõ một mã: {ids}")


def undone(act: Act, given: Undone, plan_file: Kept, others: Iterable[Kept]) -> Amending | Fault:
    """The edits that take a change back. `others`: the other files of rows, which may name the same amendment."""
    way = row_path(given.kept.now, given.row.id)
    assert way is not None
    if act == "add":
        edits: list[Change] = [Remove(way)]
    elif act == "drop":
        edits = [Remove((*way, "dropped_by"))]
    else:
        former = given.row.former[-1]
        edits = [*_restored(way, given.row, former), *_reprinted(given, former)]
    contents = {given.kept.path: tuple(edits)}
    left = (applied(given.kept.now, edits), *(each.now for each in others))
    gone = tuple(Remove(("amendments", place)) for place, by in _idle(plan_file, left) if _names(given.kept.now, by))
    return Amending(given.row.id, contents | ({plan_file.path: gone} if gone else {}))


def unfinished(plan_file: Kept, sections: Iterable[Kept]) -> Amending | None:
    """The edits that a run still owed which was killed when it had written the row, but not the plan's file."""
    left = [each.now for each in sections]
    gone = [(place, by) for place, by in _idle(plan_file, left) if plan_file.committed and by.startswith(OWN_ID)]
    edits = tuple(Remove(("amendments", place)) for place, _ in gone)
    return Amending(gone[0][1], {plan_file.path: edits}) if gone else None


def _is_new(act: Act, each: _Row, row: TaskRow, kept: Kept, plan: Plan) -> bool:
    committed = [_at(data, each.id) for data in kept.committed]
    if act == "add":
        return (row.added_by is not None or row.given_by is not None or plan.is_draft) and not any(committed)
    if act == "drop":
        return row.dropped_by is not None and not any(then and then.get("dropped_by") for then in committed)
    formers: tuple[Former | FormerPart, ...] = each.former
    if not formers or _is_of_milestones(each):
        return False
    named = formers[-1].changed_by
    count = sum(former.changed_by == named for former in formers)
    return not any(
        sum(former.get("changed_by") == named for former in then.get("former") or ()) >= count
        for then in committed
        if then
    )


def _is_of_milestones(row: _Row) -> bool:
    """Whether the last former values of a row are cells that a change of a milestone has touched."""
    if not isinstance(row, TaskRow) or not row.milestones:
        return False
    last = row.former[-1]
    keys = {key for key in AMENDABLE if getattr(last, key) is not None}
    return keys <= set(PRINTING) and any(
        former.changed_by == last.changed_by for part in row.milestones for former in part.former
    )


def _at(data: Any, identity: str) -> Any:
    way = row_path(data, identity)
    for step in way or ():
        data = data[step]
    return data if way else None


def _restored(way: Path, row: _Row, former: Former | FormerPart) -> Iterator[Change]:
    kind = TaskRow if isinstance(row, TaskRow) else MilestoneRow
    for key in AMENDABLE if isinstance(former, Former) else AMENDABLE_PART:
        value = getattr(former, key)
        if value in ("", ()) and getattr(row, key) not in (None, "", ()):
            yield Remove((*way, key))
        elif value is not None and value not in ("", ()):
            yield Put(way, key, value, before(kind, key))
    yield Remove((*way, "former", len(row.former) - 1))


def _reprinted(given: Undone, former: Former | FormerPart) -> Iterator[Change]:
    """The edits of the cell of the row in which the milestone's schedule is printed."""
    row, part = given.owner, given.row
    old = former.schedule
    place = next((place for place, each in enumerate(row.former) if each.changed_by == former.changed_by), None)
    way = row_path(given.kept.now, row.id)
    if part is row or place is None or way is None or not isinstance(old, str) or not isinstance(part.schedule, str):
        return
    then = row.former[place]
    for key in PRINTING:
        cell, was = getattr(row, key), getattr(then, key)
        if isinstance(cell, str) and isinstance(was, str) and cell.count(part.schedule) == 1:
            back = cell.replace(part.schedule, old)
            yield Put(way, key, back)
            if back == was:
                others = any(getattr(then, each) is not None for each in AMENDABLE if each != key)
                yield Remove((*way, "former", place, *((key,) if others else ())))


def _idle(file: Kept, left: Iterable[object]) -> Iterator[tuple[int, str]]:
    """Place and id of each amendment that no commit has and that nothing which is left names, the last one first."""
    ids = [str(each["id"]) for each in file.now.get("amendments") or ()]
    known = {each.get("id") for data in file.committed for each in (data or {}).get("amendments") or ()}
    rows = tuple(left)
    for place, by in reversed(tuple(enumerate(ids))):
        if by not in known and not any(_names(data, by) for data in rows):
            yield place, by


def _names(data: Any, amendment: str) -> bool:
    """Whether any row, or any former value, names the amendment."""
    if isinstance(data, dict):
        return any(data.get(key) == amendment for key in _NAMING) or any(
            _names(each, amendment) for each in data.values()
        )
    return isinstance(data, list) and any(_names(each, amendment) for each in data)
