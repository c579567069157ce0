"""The workspaces of tests/bad: a sound one, and the files in which each case differs."""

from pathlib import Path

BAD = Path(__file__).parent / "bad"


def files(name: str) -> dict[str, bytes]:
    """The workspace of a case: the sound one with the case's files laid over."""
    folders = (BAD / "_base", BAD / name)
    paths = [(folder, path) for folder in folders for path in (folder / "plan").rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for folder, path in paths}
