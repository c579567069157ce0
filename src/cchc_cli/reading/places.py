"""Where each kind of file stands below a workspace. A new kind: its place here, its type in `load`.

`folder` is that of a plan, as "plan/2026"; names are without ".yaml". A "*" in place of either makes a glob.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

TOP = "plan"
"""The folder that holds the plans and what they share."""
AGENCIES, CALENDAR, SETTINGS = f"{TOP}/agencies.yaml", f"{TOP}/calendar.yaml", f"{TOP}/settings.yaml"
PLAN = "plan.yaml"
"""The file by which the folder of a plan is known; a workspace is known by `AGENCIES`."""
APPENDIX, PROGRESS, SNAPSHOTS = "appendix", "progress", "snapshots"
ENDING = ".yaml"

SHARED_FILES = {AGENCIES: "agencies", CALENDAR: "calendar", SETTINGS: "settings"}
"""Files of the whole workspace, by path → kind."""
PLAN_FILES = {
    PLAN: "plan",
    "deadlines.yaml": "deadlines",
    "events.yaml": "events",
    "measurements.yaml": "measurements",
}
"""Files of a plan, by name in its folder → kind."""
PLAN_FOLDERS = {APPENDIX: "section", PROGRESS: "progress", SNAPSHOTS: "snapshot"}
"""Folders of a plan that hold files of one kind each, by name → kind."""

_DOCUMENTS = (".md", ".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".png", ".jpg", ".jpeg", ".zip")
_OF_SYSTEMS = ("thumbs.db", "desktop.ini")
"""Files that a person keeps beside a plan, by ending, or a system leaves there, by name: nobody takes them for data."""

RECORDS = ("progress", "deadlines", "events", "measurements")
"""Kinds that hold one record a line, which git merges by union (see `.gitattributes`)."""


class Place(NamedTuple):
    """What a path says of a file: its kind, the plan's folder ("" where it is shared), its name without ".yaml"."""

    kind: str
    folder: str
    name: str


def plan(folder: str) -> str:
    """The decision and the body."""
    return f"{folder}/{PLAN}"


def section(folder: str, identity: str) -> str:
    """A section of the appendix."""
    return f"{folder}/{APPENDIX}/{identity}{ENDING}"


def progress(folder: str, agency: str) -> str:
    """What an agency has reported."""
    return f"{folder}/{PROGRESS}/{agency}{ENDING}"


def deadlines(folder: str) -> str:
    """Decisions on deadlines."""
    return f"{folder}/deadlines.yaml"


def events(folder: str) -> str:
    """Outside events that have happened."""
    return f"{folder}/events.yaml"


def measurements(folder: str) -> str:
    """Measurements of targets."""
    return f"{folder}/measurements.yaml"


def snapshot(folder: str, period: str) -> str:
    """The frozen figures of a period."""
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
    """Folders of plans among the files of a workspace, sorted: those below plan/ that hold a plan.yaml.

    Hidden folders and a plan's own folders of files (progress/ …) hold no plans.
    """
    ending = f"/{PLAN}"
    found = {path.removesuffix(ending) for path in paths if path.startswith(f"{TOP}/") and path.endswith(ending)}
    inside = tuple(f"{folder}/{kind}/" for folder in found for kind in PLAN_FOLDERS)
    return tuple(sorted(each for each in found if "/." not in each and not f"{each}/".startswith(inside)))


def read_files(paths: Iterable[str], plans: Collection[str]) -> tuple[str, ...]:
    """Those of the files of a workspace that a command reads: the shared ones, and those of the plans named; sorted."""
    return tuple(sorted(path for path in paths if path in SHARED_FILES or _is_of_plan(path, plans)))


def is_document(path: str) -> bool:
    """Whether a file is a document or a picture by its name: such files may stand beside a plan's."""
    name = path.rpartition("/")[2].lower()
    return name.endswith(_DOCUMENTS) or name in _OF_SYSTEMS


def _is_of_plan(path: str, plans: Collection[str]) -> bool:
    folder, _, name = path.rpartition("/")
    if folder in plans:
        return name in PLAN_FILES
    above, _, last = folder.rpartition("/")
    return above in plans and last in PLAN_FOLDERS and name.endswith(ENDING) and name[0] != "."


def globs() -> dict[str, str]:
    """Where files of each kind stand, as globs below the workspace."""
    shared = {kind: path for path, kind in SHARED_FILES.items()}
    files = {kind: f"{TOP}/**/{name}" for name, kind in PLAN_FILES.items()}
    return shared | files | {kind: f"{TOP}/**/{folder}/*{ENDING}" for folder, kind in PLAN_FOLDERS.items()}
