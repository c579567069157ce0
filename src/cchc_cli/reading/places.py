"""The paths of each kind of file in a workspace. A new kind needs its path here and its type in `load`.

`folder` is a plan's folder, as "plan/2026"; names have no ".yaml". A "*" instead of either makes a glob.
"""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

TOP = "plan"
"""The folder that contains the plans and the files that they share."""
AGENCIES, CALENDAR, SETTINGS = f"{TOP}/agencies.yaml", f"{TOP}/calendar.yaml", f"{TOP}/settings.yaml"
CRITERIA = f"{TOP}/criteria.yaml"
PLAN = "plan.yaml"
"""The file that marks the folder of a plan; `AGENCIES` marks a workspace."""
APPENDIX, PROGRESS, SNAPSHOTS, TEXTS = "appendix", "progress", "snapshots", "texts"
ENDING = ".yaml"

SHARED_FILES = {AGENCIES: "agencies", CALENDAR: "calendar", SETTINGS: "settings", CRITERIA: "criteria"}
"""Files of the whole workspace, by path → kind."""
PLAN_FILES = {
    PLAN: "plan",
    "deadlines.yaml": "deadlines",
    "events.yaml": "events",
    "measurements.yaml": "measurements",
    "given.yaml": "given",
    "inspections.yaml": "inspections",
    "filings.yaml": "filings",
}
"""Files of a plan, by name in its folder → kind."""
PLAN_FOLDERS = {APPENDIX: "section", PROGRESS: "progress", SNAPSHOTS: "snapshot", TEXTS: "texts"}
"""Folders of a plan that contain files of one kind each, by name → kind."""

_DOCUMENTS = (".md", ".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".png", ".jpg", ".jpeg", ".zip")
_OF_SYSTEMS = ("thumbs.db", "desktop.ini")
"""Endings of files that people keep beside a plan, and names of files that a system leaves there; none is data."""

RECORDS = ("progress", "deadlines", "events", "measurements", "inspections", "filings", "texts")
"""Kinds of files with one record a line, which git merges by union (see `.gitattributes`)."""


class Place(Struct, frozen=True):
    """What a path tells about a file: its kind, the plan's folder ("" for a shared file), its name without ".yaml"."""

    kind: str
    folder: str
    name: str


def plan_name(folder: str) -> str:
    """The name of the plan in a folder: "2026" for "plan/2026"."""
    return folder.removeprefix(f"{TOP}/")


def plan(folder: str) -> str:
    """The path of the plan's decision and body."""
    return f"{folder}/{PLAN}"


def section(folder: str, identity: str) -> str:
    """The path of a section of the appendix."""
    return f"{folder}/{APPENDIX}/{identity}{ENDING}"


def progress(folder: str, agency: str) -> str:
    """The path of an agency's reported progress."""
    return f"{folder}/{PROGRESS}/{agency}{ENDING}"


def deadlines(folder: str) -> str:
    """The path of the decisions on deadlines."""
    return f"{folder}/deadlines.yaml"


def events(folder: str) -> str:
    """The path of the events that have happened."""
    return f"{folder}/events.yaml"


def measurements(folder: str) -> str:
    """The path of the measurements of targets."""
    return f"{folder}/measurements.yaml"


def given(folder: str) -> str:
    """The path of the tasks given from above."""
    return f"{folder}/given.yaml"


def inspections(folder: str) -> str:
    """The path of the inspections of agencies."""
    return f"{folder}/inspections.yaml"


def filings(folder: str) -> str:
    """The path of the reports that agencies have filed."""
    return f"{folder}/filings.yaml"


def texts(folder: str, period: str) -> str:
    """The path of what was written for a period's documents."""
    return f"{folder}/{TEXTS}/{period}{ENDING}"


def snapshot(folder: str, period: str) -> str:
    """The path of the frozen figures of a period."""
    return f"{folder}/{SNAPSHOTS}/{period}{ENDING}"


def place(path: str) -> Place:
    """The place of a file that a workspace reads, by its path relative to the workspace, with "/"."""
    folder, _, file = path.rpartition("/")
    name = file.removesuffix(ENDING)
    if path in SHARED_FILES:
        return Place(SHARED_FILES[path], "", name)
    above, _, last = folder.rpartition("/")
    if file != PLAN and last in PLAN_FOLDERS:
        return Place(PLAN_FOLDERS[last], above, name)
    return Place(PLAN_FILES[file], folder, name)


def kind(path: str) -> str:
    """The kind of a file that a workspace reads, by its path relative to the workspace, with "/"."""
    return place(path).kind


def plan_folders(paths: Iterable[str]) -> tuple[str, ...]:
    """The folders below plan/ that contain a plan.yaml, sorted.

    Hidden folders and a plan's own folders of files (progress/ …) are skipped.
    """
    ending = f"/{PLAN}"
    found = {path.removesuffix(ending) for path in paths if path.startswith(f"{TOP}/") and path.endswith(ending)}
    own = {f"{folder}/{kind}" for folder in found for kind in PLAN_FOLDERS}
    return tuple(sorted(each for each in found if "/." not in each and own.isdisjoint((each, *above(each)))))


def read_files(paths: Iterable[str], plans: Collection[str]) -> tuple[str, ...]:
    """The files of a workspace that a command reads, sorted: the shared files, and those of the named plans."""
    return tuple(sorted(path for own in by_plan(paths, plans).values() for path in own))


def by_plan(paths: Iterable[str], plans: Collection[str]) -> dict[str, list[str]]:
    """The files that a command reads, by the folder of the plan that they belong to ("": all plans share them)."""
    known = frozenset(plans)
    found: dict[str, list[str]] = {"": [], **{folder: [] for folder in sorted(known)}}
    for path in paths:
        folder = "" if path in SHARED_FILES else _plan_of(path, known)
        if folder is not None:
            found[folder].append(path)
    return found


def bears_on(path: str, plans: Iterable[str]) -> bool:
    """Whether an unreadable path belongs to one of the plans, or to the files that all plans share."""
    return path in SHARED_FILES or any(
        f"{path}/".startswith(f"{each}/") or each.startswith(f"{path}/") for each in plans
    )


def is_document(path: str) -> bool:
    """Whether the name of a file is that of a document or a picture. Such files may lie beside a plan's files."""
    name = path.rpartition("/")[2].lower()
    return name.endswith(_DOCUMENTS) or name in _OF_SYSTEMS


def _plan_of(path: str, plans: Collection[str]) -> str | None:
    """The folder of the plan that a file belongs to; None if it is no file of these plans."""
    folder, _, name = path.rpartition("/")
    if folder in plans:
        return folder if name in PLAN_FILES else None
    outer, _, last = folder.rpartition("/")
    is_own = outer in plans and last in PLAN_FOLDERS and name.endswith(ENDING) and name[0] != "."
    return outer if is_own else None


def above(path: str) -> Iterator[str]:
    """The folders in which a path lies, from the inside out."""
    while path:
        path = path.rpartition("/")[0]
        yield path


def globs() -> dict[str, str]:
    """The globs, relative to the workspace, that match the files of each kind."""
    shared = {kind: path for path, kind in SHARED_FILES.items()}
    files = {kind: f"{TOP}/**/{name}" for name, kind in PLAN_FILES.items()}
    return shared | files | {kind: f"{TOP}/**/{folder}/*{ENDING}" for folder, kind in PLAN_FOLDERS.items()}
