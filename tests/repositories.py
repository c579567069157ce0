"""Git repositories for tests: a workspace committed, then changed."""

import os
import re
import subprocess
from pathlib import Path

_QUIET = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "thu" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def git(folder: Path, *arguments: str) -> str:
    """Run git; what it prints."""
    command = ("git", "-C", str(folder), *arguments)
    ran = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=os.environ | _QUIET, check=True)
    return ran.stdout.decode()


def committed(folder: Path, message: str = "một") -> Path:
    """Commit everything below the folder, in a repository made there if there is none."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return folder


def put(file: Path, former: str, new: str) -> None:
    """Words of a file in place of others."""
    text = file.read_text("utf-8")
    assert former in text
    file.write_text(text.replace(former, new, 1), "utf-8", newline="")


def append(file: Path, text: str) -> None:
    """Lines at the end of a file, which is made where it is missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text((file.read_text("utf-8") if file.exists() else "") + text, "utf-8", newline="")


def row(file: Path, identity: str) -> str:
    """The lines of one row of the appendix."""
    found = re.search(rf"^( *)- id: {re.escape(identity)}\n(?:\1  .*\n|\n)*", file.read_text("utf-8"), re.MULTILINE)
    assert found is not None
    return found.group(0)
