"""Bytes of a workspace's files → workspace and every problem of reading, shape, reference and date, in one run."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from cchc_cli.model import AgenciesFile, CalendarYear, CriteriaFile, PlanFile, Settings
from cchc_cli.plan.plans import Plan, Records
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading import assemble, places
from cchc_cli.reading.reader import Reader
from cchc_cli.reading.settings import with_defaults
from cchc_cli.text.problems import Problem
from cchc_cli.text.sources import Sources
from cchc_cli.text.yaml import Value

_Inside = dict[str, dict[str, Any]]
"""The values of a plan's files: kind → name → value."""


class Loaded(Struct, frozen=True):
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
    reader = Reader({path: data for path, data in (parsed or {}).items() if path not in others})
    in_order = (*sorted(files), *sorted(others.keys() - files.keys()))  # `parsed` has numbers of files
    read = {path: reader.read(path, others[path] if path in others else files[path]) for path in in_order}
    values = dict(sorted(read.items()))
    made = _shared(values, reader)
    plans = {folder: _plan(folder, inside, made) for folder, inside in _by_plan(values).items()}
    unmade = (places.plan_name(folder) for folder, plan in plans.items() if plan is None)
    found = tuple(plan for plan in plans.values() if plan is not None)
    workspace = made.workspace(found, reader.sources, frozenset((*absent, *unmade)))
    return Loaded(workspace, tuple(sorted((*reader.problems, *unread))), reader.data, unread)


def shared(files: dict[str, bytes]) -> tuple["Shared", tuple[Problem, ...]]:
    """What the files that all plans share hold, and their problems."""
    reader = Reader({})
    values = {path: reader.read(path, data) for path, data in sorted(files.items())}
    return _shared(values, reader), tuple(reader.problems)


def alone(files: dict[str, bytes], beside: "Shared") -> Loaded:
    """A workspace of one plan, from the files of that plan and what all plans share."""
    reader = Reader({}, Sources(beside.sources))
    values = {path: reader.read(path, data) for path, data in sorted(files.items())}
    plans = (_plan(folder, inside, beside) for folder, inside in _by_plan(values).items())
    found = tuple(plan for plan in plans if plan is not None)
    return Loaded(beside.workspace(found, reader.sources), tuple(reader.problems), reader.data)


class Shared(Struct, frozen=True):
    """What all plans of a workspace are made with. `lost`: ids of records that cannot be read."""

    settings: Settings
    registry: Registry
    calendar: dict[int, CalendarYear]
    criteria: CriteriaFile | None
    lost: frozenset[str]
    sources: Sources

    def workspace(
        self, plans: tuple[Plan, ...], sources: Sources | None = None, absent: frozenset[str] = frozenset()
    ) -> Workspace:
        """The workspace of some plans; `sources` are those of their files, if they are needed."""
        own = sources or self.sources
        return Workspace(self.registry, self.calendar, self.settings, plans, own, criteria=self.criteria, absent=absent)


def _shared(values: dict[str, Any], reader: Reader) -> Shared:
    agencies: AgenciesFile | None = values.get(places.AGENCIES)
    settings = with_defaults(values.get(places.SETTINGS) or Settings())
    registry = Registry(agencies.agencies if agencies else (), settings.place)
    calendar, criteria = values.get(places.CALENDAR) or {}, values.get(places.CRITERIA)
    return Shared(settings, registry, calendar, criteria, frozenset(reader.lost), reader.sources)


def _by_plan(values: dict[str, Any]) -> dict[str, _Inside]:
    """The folders that contain a plan.yaml, each with its own files."""
    stand = {path: places.place(path) for path in values}
    plans: dict[str, _Inside] = {place.folder: {} for place in stand.values() if place.kind == "plan"}
    for path, value in values.items():
        place = stand[path]
        if place.folder in plans:
            plans[place.folder].setdefault(place.kind, {})[place.name] = value
    return plans


def _plan(folder: str, inside: _Inside, shared: Shared) -> Plan | None:
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
