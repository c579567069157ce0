"""--install-completion writes into the user's own start file: once, beside what stands there."""

import sys
from pathlib import Path

import pytest

from cchc_cli.shell import completion

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells of POSIX")
FILES = {
    "bash": (".bash_completions/cchc.sh", ".bashrc"),
    "zsh": (".zfunc/_cchc", ".zshrc"),
    "fish": (".config/fish/completions/cchc.fish", ""),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("shell", FILES)
def test_the_script_and_the_line_that_reads_it_are_written_once(shell: str, home: Path) -> None:
    script, start = FILES[shell]
    if start:
        (home / start).write_text("alias ll='ls -l'", "utf-8")
    completion.installed(shell)
    first = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    completion.installed(shell)
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == first
    assert first.keys() == {home / each for each in (script, start) if each}
    assert b"_CCHC_COMPLETE" in first[home / script]
    assert not start or first[home / start].startswith(b"alias ll='ls -l'\n")


def test_a_start_file_that_is_a_link_stays_one(home: Path) -> None:
    (home / "dotfiles").mkdir()
    (home / "dotfiles/bashrc").write_text("# mine\n", "utf-8")
    (home / ".bashrc").symlink_to("dotfiles/bashrc")
    completion.installed("bash")
    assert (home / ".bashrc").is_symlink()
    assert "cchc.sh" in (home / "dotfiles/bashrc").read_text("utf-8")
