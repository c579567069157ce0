"""Bytes of a workspace's files → workspace and every problem of reading, shape, reference and date, in one run."""

from collections.abc import Iterable
from re import findall
from typing import Any, NamedTuple

from cchc_cli.model import (
    AgenciesFile,
    CalendarYear,
    CriteriaFile,
    Deadline,
    Entry,
    Filing,
    GivenFile,
    Happening,
    Inspection,
    Measurement,
    PlanFile,
    SectionFile,
    Settings,
    Snapshot,
    Text,
    Year,
)
from cchc_cli.plan.plans import Plan, Records
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading import assemble, places
from cchc_cli.reading.decode import Decoded, decode
from cchc_cli.reading.settings import with_defaults
from cchc_cli.text.encoding import HINT, Misread, text_of
from cchc_cli.text.problems import Problem, Severity
from cchc_cli.text.sources import Sources
from cchc_cli.text.yaml import Parsed, Value, at, parse

FORMAT = 1
SHAPES: dict[str, Any] = {
    "agencies": AgenciesFile,
    "calendar": dict[Year, CalendarYear],
    "settings": Settings,
    "criteria": CriteriaFile,
    "plan": PlanFile,
    "section": SectionFile,
    "progress": tuple[Entry, ...],
    "deadlines": tuple[Deadline, ...],
    "events": tuple[Happening, ...],
    "measurements": tuple[Measurement, ...],
    "given": GivenFile,
    "inspections": tuple[Inspection, ...],
    "filings": tuple[Filing, ...],
    "snapshot": Snapshot,
    "texts": tuple[Text, ...],
}
"""The type of a file, by the file's kind."""
NEVER_EMPTY = ("agencies", "plan", "section", "snapshot")
"""Kinds of files that must not be empty."""
_Inside = dict[str, dict[str, Any]]
"""The values of a plan's files: kind → name → value."""


class Loaded(NamedTuple):
    """The readable part of a workspace, the problems of its files, sorted by place, and the files' plain data.

    `unread`: the problems of whole files or folders that could not be read at all.
    """

    workspace: Workspace
    problems: tuple[Problem, ...]
    data: dict[str, Value]
    unread: tuple[Problem, ...] = ()


def load(
    files: dict[str, bytes],
    parsed: dict[str, Value] | None = None,
    changed: dict[str, bytes] | None = None,
    unread: tuple[Problem, ...] = (),
    absent: Iterable[str] = (),
) -> Loaded:
    """Load a workspace. `files`: path relative to the workspace, with "/", → content.

    `parsed`: the files' data, kept from an earlier run. `changed`: files with new content, and new files, by path; only
    they are parsed. `unread`: the problems of files or folders that could not be read at all.
    `absent`: the names of plans whose files are there but not among `files`.
    """
    others = changed or {}
    reader = _Reader({path: data for path, data in (parsed or {}).items() if path not in others})
    in_order = (*sorted(files), *sorted(others.keys() - files.keys()))  # `parsed` has numbers of files
    read = {path: reader.read(path, others[path] if path in others else files[path]) for path in in_order}
    values = dict(sorted(read.items()))
    agencies: AgenciesFile | None = values.get(places.AGENCIES)
    settings = with_defaults(values.get(places.SETTINGS) or Settings())
    lost = frozenset(reader.lost)
    registry = Registry(agencies.agencies if agencies else (), settings.place)
    calendar = values.get(places.CALENDAR) or {}
    made = _Shared(settings, registry, calendar, lost)
    plans = {folder: _plan(folder, inside, made) for folder, inside in _by_plan(values).items()}
    workspace = Workspace(
        registry,
        calendar,
        settings,
        tuple(plan for plan in plans.values() if plan is not None),
        reader.sources,
        criteria=values.get(places.CRITERIA),
        absent=frozenset((*absent, *(places.plan_name(folder) for folder, plan in plans.items() if plan is None))),
    )
    return Loaded(workspace, tuple(sorted((*reader.problems, *unread))), reader.data, unread)


def _by_plan(values: dict[str, Any]) -> dict[str, _Inside]:
    """The folders that contain a plan.yaml, each with its own files."""
    stand = {path: places.place(path) for path in values}
    plans: dict[str, _Inside] = {place.folder: {} for place in stand.values() if place.kind == "plan"}
    for path, value in values.items():
        kind, folder, name = stand[path]
        if folder in plans:
            plans[folder].setdefault(kind, {})[name] = value
    return plans


class _Shared(NamedTuple):
    """What all plans of a workspace are made with."""

    settings: Settings
    registry: Registry
    calendar: dict[int, CalendarYear]
    lost: frozenset[str]


def _plan(folder: str, inside: _Inside, shared: _Shared) -> Plan | None:
    file: PlanFile | None = _one("plan", inside)
    if file is None:
        return None
    sections = [section for section in inside.get("section", {}).values() if section is not None]
    records = Records(
        tuple((agency, entry) for agency, entries in inside.get("progress", {}).items() for entry in entries or ()),
        _one("deadlines", inside) or (),
        _one("events", inside) or (),
        _one("measurements", inside) or (),
        tuple(snapshot for snapshot in inside.get("snapshot", {}).values() if snapshot is not None),
        _one("inspections", inside) or (),
        _one("filings", inside) or (),
        tuple((period, text) for period, texts in inside.get("texts", {}).items() for text in texts or ()),
    )
    return assemble.plan(
        folder,
        file,
        sections,
        records,
        shared.settings,
        shared.registry,
        shared.lost,
        shared.calendar,
        _one("given", inside),
    )


def _one(kind: str, inside: _Inside) -> Any:
    """The value of the only file of a kind, or None."""
    return next(iter(inside.get(kind, {}).values()), None)


class _Reader:
    """Reads files one by one, and collects their problems and the ids that were lost."""

    def __init__(self, data: dict[str, Value]) -> None:
        self.sources = Sources()
        self.data = data
        self.problems: list[Problem] = []
        self.lost: set[str] = set()

    def read(self, path: str, data: bytes) -> Any:
        """The typed value of one file, or None if nothing of it can be used."""
        kind = places.kind(path)
        text = text_of(data)
        if isinstance(text, Misread):
            self._misread(path, text)
            return self._lose(data)
        number = self.sources.add(path, text)
        parsed = Parsed(self.data[path], ()) if path in self.data else parse(text, number)
        self.data[path] = parsed.data
        for fault in parsed.faults:
            span = self.sources.stretch(number, fault.start, fault.end)
            self.problems.append(Problem(span, fault.code, Severity.ERROR, fault.message, fault.hint))
        if parsed.faults and parsed.data is None:
            return self._lose(data)
        if parsed.data is None and kind not in NEVER_EMPTY:
            return None
        if self._too_new(parsed.data):
            return self._lose(data)
        decoded: Decoded = decode(parsed.data, SHAPES[kind], self.sources, number)
        self.problems.extend(decoded.problems)
        self.lost.update(decoded.lost)
        return decoded.value

    def _lose(self, data: bytes) -> None:
        """Collect the ids in a file that cannot be used, so that references to them are not reported."""
        found = findall(rb"\bid: *[\"']?([\w./-]+)", data.replace(b"\0", b""))
        self.lost.update(identity.decode() for identity in found)

    def _misread(self, path: str, misread: Misread) -> None:
        number = self.sources.add(path, misread.before)
        span = self.sources.stretch(number, len(misread.before), len(misread.before))
        seems = f"có vẻ là {misread.encoding}" if misread.encoding else "bắt đầu sai từ chỗ này"
        message = f"tệp không ghi bằng UTF-8, {seems}"
        self.problems.append(Problem(span._replace(end_column=span.column + 1), "CC002", Severity.ERROR, message, HINT))

    def _too_new(self, data: Value) -> bool:
        if not isinstance(data, dict):
            return False
        given = data.get("format")
        if not isinstance(given, str) or not (given.isascii() and given.isdecimal() and len(given) < 10):
            return False
        if int(given) <= FORMAT:
            return False
        message = f"tệp theo định dạng {given}, chương trình này chỉ đọc đến định dạng {FORMAT}"
        span = self.sources.span(at(data), "format")
        self.problems.append(Problem(span, "CC107", Severity.ERROR, message, "cài bản cchc mới hơn rồi chạy lại"))
        return True
