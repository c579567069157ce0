"""Where each kind of file stands below a workspace (contract, 2). A new kind: its place here, its type in `load`."""

SHARED_FILES = {
    "plan/agencies.yaml": "agencies",
    "plan/calendar.yaml": "calendar",
    "plan/settings.yaml": "settings",
}
"""Files of the whole workspace, by path → kind."""
PLAN_FILES = {
    "plan.yaml": "plan",
    "deadlines.yaml": "deadlines",
    "events.yaml": "events",
    "measurements.yaml": "measurements",
}
"""Files of a plan, by name in its folder → kind."""
PLAN_FOLDERS = {"appendix": "section", "progress": "progress", "snapshots": "snapshot"}
"""Folders of a plan that hold files of one kind each, by name → kind."""


def kind(path: str) -> str:
    """The kind of a file that a workspace reads, by its path relative to the workspace, with "/"."""
    folder, _, name = path.rpartition("/")
    if path in SHARED_FILES:
        return SHARED_FILES[path]
    if name == "plan.yaml":
        return PLAN_FILES[name]
    return PLAN_FOLDERS.get(folder.rpartition("/")[2]) or PLAN_FILES[name]


def globs() -> dict[str, str]:
    """Where files of each kind stand, as globs below the workspace."""
    shared = {kind: path for path, kind in SHARED_FILES.items()}
    files = {kind: f"plan/**/{name}" for name, kind in PLAN_FILES.items()}
    return shared | files | {kind: f"plan/**/{folder}/*.yaml" for folder, kind in PLAN_FOLDERS.items()}
