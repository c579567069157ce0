"""A changed field that has no line of its own → its name and its values."""

from collections.abc import Collection
from functools import cache
from typing import NamedTuple, get_args, get_origin, get_type_hints

from msgspec import Struct

from cchc_cli.answers.edits import listed, reworded
from cchc_cli.answers.values import value
from cchc_cli.answers.voice import Voice
from cchc_cli.differences.change import Change
from cchc_cli.differences.fields import other_changes
from cchc_cli.model import CriteriaFile, Placed, Said

_CALENDAR, _CRITERIA = "lịch", "bộ tiêu chí xếp hạng"


class _Step(NamedTuple):
    """A field on the way down: its words, and the key of the record in it where it holds several."""

    name: str
    said: Said
    key: str | None


def field_line(change: Change, voice: Voice) -> str:
    """ "Quyết định, số: “1/QĐ-UBND” → “2/QĐ-UBND”", "thêm chỉ tiêu: … (phần I, mục 3)", "I.1: kinh phí 400 → 500"."""
    head = f"{change.id}: " if change.task else ""
    before, after = change.before, change.after
    steps = _steps(change)
    if steps and steps[-1].said.refers == "agency" and steps[-1].key is None:
        before, after = (voice.name(each) if isinstance(each, str) else each for each in (before, after))
    if isinstance(before, Struct) is not isinstance(after, Struct) and None in (before, after):
        name = "mục" if steps and steps[-1].name == "items" else steps[-1].said.called if steps else _whole(change)
        above = _where(change, steps[:-1])
        said = f"{head}{'thêm' if before is None else 'bỏ'} {name}: {value(after if before is None else before)}"
        return said + (f" ({above})" if above else "")
    return f"{head}{_where(change, steps)}{' ' if head else ': '}{changed(before, after)}"


def changed(before: object, after: object) -> str:
    """ "400 → 500", "“năm 2025” → “năm 2026”"; of a list, the items added and removed."""
    if type(before) is str and type(after) is str:
        return reworded(before, after)
    if isinstance(before, tuple) and isinstance(after, tuple):
        return listed(tuple(map(_bare, before)), tuple(map(_bare, after)))
    return f"{value(before)} → {value(after)}"


def other_differences(before: Placed, after: Placed, told: Collection[str]) -> list[str]:
    """ "kinh phí 400 → 500" for each field that differs and is not among those `told`."""
    called = before.said.fields
    return [f"{called[path[0]].called} {value(then)} → {value(now)}"
            for path, then, now in other_changes(before, after, told)]  # fmt: skip


def _steps(change: Change) -> list[_Step]:
    """The way from `within` to the field; of the calendar, from its year; of the criteria, from their file."""
    record: type[Placed] | None = change.within
    path = list(change.field[{"calendar": 2}.get(change.field[0], 1 if change.within is CriteriaFile else 0) :])
    steps = []
    while path and record is not None:
        name = path.pop(0)
        said = record.said.fields[name]
        record, several = _below(record, name)
        steps.append(_Step(name, said, path.pop(0) if several and path else None))
    return steps


def _whole(change: Change) -> str:
    """What a change without a field is about."""
    return _CRITERIA if change.within is CriteriaFile else _CALENDAR


def _where(change: Change, steps: list[_Step]) -> str:
    """ "phần I, mục 4.a, chỉ tiêu 4.a-1, mức"."""
    said = [f"{_CALENDAR} {change.field[1]}"] if change.field[0] == "calendar" else []
    said += [_CRITERIA] if change.within is CriteriaFile and steps else []
    for name, words, key in steps:
        if name == "items" and said and said[-1].startswith("mục "):
            said[-1] += f".{key}"
        elif name == "items":
            said.append(f"mục {key}")
        elif key is None:
            said.append(words.called)
        else:
            said.append(key if key.casefold().startswith(words.called) else f"{words.called} {key}".rstrip())
    return ", ".join(said)


@cache
def _below(record: type[Placed], name: str) -> tuple[type[Placed] | None, bool]:
    """The type of the records in a field (None: plain values), and whether it may hold several."""
    waiting: list[tuple[object, bool]] = [(get_type_hints(record)[name], False)]
    while waiting:
        kind, several = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, Placed):
            return kind, several
        waiting += ((each, several or get_origin(kind) is tuple) for each in get_args(kind))
    return None, False


def _bare(given: object) -> str:
    return given if isinstance(given, str) else value(given)
