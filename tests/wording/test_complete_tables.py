"""A table keyed by the values of an enumeration has a row for each of them, wherever in the code it stands."""

import ast
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest

from cchc_cli import model
from cchc_cli.answers.change_words import _LINES
from cchc_cli.differences.change import How, What
from cchc_cli.model.agencies import AgencyKind
from cchc_cli.queries.targets import Result
from cchc_cli.schedule.periods import Name
from cchc_cli.schema.meanings import meanings, values_of
from cchc_cli.state import timing
from cchc_cli.text.problems import Severity

PACKAGE = Path(__file__).parents[2] / "src" / "cchc_cli"
ENUMERATIONS: dict[str, type[Enum]] = {
    each.__name__: each for each in (model.Role, model.Kind, model.Status, timing.Timing, timing.Bucket, Severity)
}


def literal(record: type, field: str) -> frozenset[str]:
    """The words that a field may hold."""
    kind = get_type_hints(record)[field]
    return frozenset(word for each in (kind, *get_args(kind)) for word in get_args(each) if isinstance(word, str))


LITERALS = {
    "action of an entry": literal(model.Entry, "action"),
    "action on a deadline": literal(model.Deadline, "action"),
    "comparator": literal(model.Target, "comparator"),
    "kind of agency": frozenset(get_args(AgencyKind)),
    "status of a day off": literal(model.DayOff, "status"),
    "periods": literal(model.Settings, "periods"),
    "how it changed": frozenset(get_args(How)),
    "result of a target": frozenset(get_args(Result)),
    "kind of period": frozenset(get_args(Name)),
}
# Tables that leave some values out, and why.
PARTIAL = {
    ("answers/cells.py", "Bucket"): "the other states are printed plain",
    ("schedule/recurrence.py", "kind of period"): "nothing comes again every nine months",
    ("shell/forming.py", "kind of period"): "no periodic report is about a month",
    ("state/timing.py", "Timing"): "the timings of what is open; the others are of what is done",
    ("state/timing.py", "Status"): "what is not settled goes by its timing",
    ("wording/actions.py", "how it changed"): "an amendment adds, changes or drops a task",
    ("answers/stats.py", "Bucket"): "columns that are coloured where there is something in them",
}


class Table(NamedTuple):
    """A table found in the code: where, what it is keyed by, its keys."""

    file: str
    line: int
    by: str
    keys: frozenset[str]

    @property
    def lacking(self) -> frozenset[str]:
        """Values that have no row."""
        if self.by in ENUMERATIONS:
            return frozenset(ENUMERATIONS[self.by].__members__) - self.keys
        return LITERALS[self.by] - self.keys


def tables() -> Iterator[Table]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict) and len(node.keys) > 1:
                keys = [key for key in node.keys if key is not None]
                yield from keyed(path.relative_to(PACKAGE).as_posix(), node.lineno, keys)


def keyed(file: str, line: int, keys: list[ast.expr]) -> Iterator[Table]:
    members = [each for each in keys if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name)]
    if len(members) == len(keys):
        names: Any = {each.value.id for each in members}  # type: ignore[attr-defined]
        if len(names) == 1 and names <= set(ENUMERATIONS):
            yield Table(file, line, names.pop(), frozenset(each.attr for each in members))
    words = frozenset(str(each.value) for each in keys if isinstance(each, ast.Constant))
    if len(words) == len(keys):
        fitting = words and sorted((len(values), name) for name, values in LITERALS.items() if words <= values)
        if fitting:
            yield Table(file, line, fitting[0][1], words)


FOUND = list(tables())


@pytest.mark.parametrize("table", FOUND, ids=lambda table: f"{table.file}:{table.line}:{table.by}")
def test_a_table_has_a_row_for_every_value(table: Table) -> None:
    if (table.file, table.by) not in PARTIAL:
        assert not table.lacking, f"{table.file}:{table.line} has no row for {', '.join(sorted(table.lacking))}"


def test_every_difference_has_its_line() -> None:
    assert set(_LINES) == set(get_args(What))


def test_every_set_of_words_that_the_files_hold_is_explained_to_editors() -> None:
    for record, field in ((model.Entry, "action"), (model.Deadline, "action"), (model.Target, "comparator"),
                          (model.DayOff, "status"), (model.Settings, "periods")):  # fmt: skip
        assert meanings(sorted(literal(record, field))), f"{record.__name__}.{field}"
    for kind in (model.Role, model.Kind, model.Status):
        assert meanings(values_of(kind)), kind.__name__


def test_every_kind_of_table_is_found() -> None:
    by = {table.by for table in FOUND}
    assert {*ENUMERATIONS} - {"Bucket", "Timing"} <= by
    assert {"action of an entry", "action on a deadline", "comparator", "kind of agency"} <= by


def test_the_list_of_partial_tables_is_current() -> None:
    lacking = {(table.file, table.by) for table in FOUND if table.lacking}
    assert set(PARTIAL) == lacking
