"""Plans in a submodule of git that was not fetched: of them there is an empty folder on disk, or none."""

from collections.abc import Iterator
from pathlib import Path

from cchc_cli.disk import plain
from cchc_cli.reading.places import TOP

_MOST = 1_000_000


def unfetched(root: Path) -> tuple[str, ...]:
    """The paths of such folders in a workspace, by the .gitmodules of the repository that it is in."""
    top = next((folder for folder in (root, *root.absolute().parents) if (folder / ".git").exists()), root)
    found = plain.content(top / ".gitmodules", _MOST)
    if not isinstance(found, bytes):
        return ()
    inside = (_below(root.absolute(), top.absolute() / path) for path in _named(found.decode(errors="replace")))
    return tuple(sorted(path for path in inside if path and _is_empty(root / path)))


def _named(text: str) -> Iterator[str]:
    for line in text.splitlines():
        key, _, value = line.partition("=")
        if key.strip().lower() == "path":
            yield value.strip().strip('"')


def _below(root: Path, path: Path) -> str | None:
    """The path relative to the workspace, if it is plan/ or below it."""
    if not path.is_relative_to(root / TOP):
        return None
    return path.relative_to(root).as_posix()


def _is_empty(folder: Path) -> bool:
    return not folder.is_dir() or next(folder.iterdir(), None) is None
