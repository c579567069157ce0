"""What git has kept of a file."""

import subprocess
from pathlib import Path

from cchc_cli.problems import Stop


def committed(path: Path) -> bytes | None:
    """The file as the last commit has it; None without git, repository or commit, or where that has no such file."""
    if not any((folder / ".git").exists() for folder in path.resolve().parents):
        return None
    shown = _git(path.parent, "show", f"HEAD:./{path.name}")
    if shown is None or shown.returncode == 0:
        return shown.stdout if shown else None
    head = _git(path.parent, "rev-parse", "--verify", "--quiet", "HEAD")
    if head is not None and head.returncode > 1:
        told = head.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise Stop(f"không hỏi được git: {told}", "chạy git status trong thư mục này để xem vì sao")
    return None


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes] | None:
    try:
        return subprocess.run(
            ("git", "-C", str(folder), *arguments), stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except FileNotFoundError:
        return None
