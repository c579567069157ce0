"""A change or drop in a draft, which keeps no former values → the committed file, if it differs by that row alone."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from cchc_cli.recording.faults import Fault, Field

_HINT = "ghi lại nội dung cũ bằng cchc change, cchc add; hoặc lấy bản đã lưu vào git của tệp trong appendix/"


class Drafted(Struct, frozen=True):
    """A file of rows: its path, its data now, and what git has kept of it: the bytes and their data, or None."""

    path: str
    now: object
    data: bytes | None
    then: object


class Restored(Struct, frozen=True):
    """A row of a file that gets its committed bytes again."""

    row: str
    path: str
    data: bytes


def restored(
    act: Literal["change", "drop"], files: Iterable[Drafted], identity: str | None, plan: str
) -> Restored | Fault:
    """The file in which one row was changed or dropped and nothing else; with an id, the file of that row."""
    files = tuple(files)
    if all(file.data is None for file in files):
        return Fault(Field.TASK, f"dự thảo {plan} chưa lưu vào git lần nào nên không có nội dung cũ để rút lại", _HINT)
    named = identity.rpartition(":")[2].partition("/")[0].upper() if identity else None
    found = [(file, rows) for file in files if (rows := _rows(file)) and named in (None, *map(str.upper, rows))]
    if not found:
        about = f" {named}" if named else ""
        return Fault(Field.TASK, f"dự thảo {plan} không có thay đổi{about} nào chưa lưu vào git để rút lại", _HINT)
    if len(found) > 1:
        ids = ", ".join(row for _, rows in found for row in rows)
        return Fault(Field.TASK, f"dự thảo {plan} có thay đổi chưa lưu vào git ở nhiều tệp", f"ghi rõ một mã: {ids}")
    (file, rows), data = found[0], found[0][0].data
    row, is_there = next(iter(rows.items()))
    if len(rows) > 1 or data is None or is_there is (act == "drop") or not _is_alone(file, row):
        return Fault(Field.TASK, f"dự thảo {plan} không giữ nội dung cũ, {file.path} còn thay đổi khác", _HINT)
    return Restored(row, file.path, data)


def _rows(file: Drafted) -> dict[str, bool]:
    """The committed rows that are now other or gone: by id, whether the row is still there."""
    now = dict(_each(file.now))
    return {key: key in now for key, row in _each(file.then) if now.get(key) != row}


def _is_alone(file: Drafted, row: str) -> bool:
    """Whether the file says what was committed but for a row, and has no more rows than then."""
    return set(dict(_each(file.now))) <= set(dict(_each(file.then))) and _without(file.now, row) == _without(
        file.then, row
    )


def _each(data: object) -> Iterator[tuple[str, object]]:
    """The rows of a file by their ids, each without the rows below it."""
    for row in _below(data):
        yield str(row.get("id")), {key: value for key, value in row.items() if key != "tasks"}
        yield from _each(row)


def _without(data: object, row: str) -> object:
    """The data without a row."""
    below = [_without(each, row) for each in _below(data) if each.get("id") != row]
    return {**data, "tasks": below} if isinstance(data, dict) else data


def _below(data: object) -> list[dict[str, object]]:
    rows = data.get("tasks") if isinstance(data, dict) else None
    return [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []
