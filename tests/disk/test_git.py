"""What git is asked, and what a repository from elsewhere may not make it do."""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from conftest import ROOT, Cchc
from repositories import append, committed, git

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts as programs")
ENTRIES = "plan/2026/progress/so-tu-phap.yaml"
UNDO = ("update", "--undo", "--agency", "STP")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example in a repository of its own, all committed."""
    shutil.copytree(ROOT / "examples" / "tinh-mau", tmp_path / "ws")
    return committed(tmp_path / "ws")


def lose(example: Path) -> None:
    """Take the committed entries' object away, as a partial clone would."""
    identity = git(example, "rev-parse", f"HEAD:{ENTRIES}").strip()
    (example / ".git" / "objects" / identity[:2] / identity[2:]).unlink()


@pytest.mark.parametrize("way", ["core.sshCommand", "remote.origin.uploadpack", "remote.origin.vcs", "core.gitProxy"])
@pytest.mark.parametrize("command", [("diff",), ("validate", "--base", "HEAD"), UNDO], ids=lambda words: words[0])
def test_no_program_named_in_the_repository_is_run(
    way: str, command: tuple[str, ...], cchc: Cchc, example: Path, tmp_path: Path
) -> None:
    program = tmp_path / "git-remote-made"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", "utf-8")
    program.chmod(0o755)
    addresses = {"core.sshCommand": "ssh://x/y", "core.gitProxy": "git://x/y"}
    settings = {
        "core.repositoryformatversion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": addresses.get(way, str(tmp_path)),
        "core.fsmonitor": str(program),
        "core.hooksPath": str(tmp_path),
        way: "made" if way.endswith("vcs") else str(program),
    }
    for key, value in settings.items():
        git(example, "config", key, value)
    lose(example)
    append(example / ENTRIES, "- {task: I.9, recorded: 2026-05-01, date: 2026-05-01, status: in_progress}\n")
    ran = cchc("-C", str(example), *command)
    assert not (tmp_path / "ran").exists()
    assert (ran.code, ran.out) == (2, "")


NAMED = {
    "a text converter": {"diff.made.textconv": "{program}"},
    "a differ of its own": {"diff.made.command": "{program}"},
    "an external differ": {"diff.external": "{program}"},
    "a filter": {"filter.made.clean": "{program}", "filter.made.smudge": "{program}", "filter.made.required": "true"},
    "a filter process": {"filter.made.process": "{program}"},
    "a monitor": {"core.fsmonitor": "{program}"},
    "an included file": {"include.path": "{folder}/included"},
    "an included file, by place": {"includeIf.gitdir:**.path": "{folder}/included"},
    "an alias": dict.fromkeys(("alias.ls-tree", "alias.cat-file", "alias.rev-parse", "alias.merge-base"), "!{program}"),
    "a merge driver": {"merge.made.driver": "{program}"},
    "a signature": {"gpg.program": "{program}", "log.showSignature": "true"},
    "an editor": {"core.editor": "{program}", "sequence.editor": "{program}"},
    "a pager": {"core.pager": "{program}", "pager.cat-file": "{program}", "pager.ls-tree": "{program}"},
    "hooks": {"core.hooksPath": "{folder}/hooks"},
    "another address": {"url.ext::{program} .insteadOf": "https://", "protocol.ext.allow": "always"},
    "a helper for passwords": {"credential.helper": "!{program}", "core.askPass": "{program}"},
    "another repository's objects": {"core.alternateRefsCommand": "{program}"},
}
"""Programs that the configuration of a repository may name."""


@pytest.mark.parametrize("named", NAMED.values(), ids=NAMED)
@pytest.mark.parametrize("is_whole", [True, False], ids=["whole", "an object missing"])
def test_no_converter_filter_hook_or_helper_is_run(
    named: dict[str, str], is_whole: bool, cchc: Cchc, example: Path, tmp_path: Path
) -> None:
    made_to_run(named, example, tmp_path)
    if not is_whole:
        lose(example)
    append(example / ENTRIES, "- {task: I.9, recorded: 2026-05-01, date: 2026-05-01, status: in_progress}\n")
    for command in (("diff",), ("validate", "--base", "HEAD"), ("diff", "HEAD", "HEAD"), UNDO):
        ran = cchc("-C", str(example), *command)
        assert ran.code == (0 if is_whole else 2), ran.err
        assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("a text converter", ("diff",)),
        ("an external differ", ("diff",)),
        ("a filter", ("add", "--all")),
        ("a monitor", ("status",)),
        ("an included file", ("status",)),
        ("an included file, by place", ("status",)),
        ("hooks", ("commit", "--allow-empty", "--message", "hai")),
        ("another address", ("-c", "protocol.ext.allow=always", "ls-remote", "https://x/y")),
    ],
)
def test_git_by_itself_would_run_them(name: str, command: tuple[str, ...], example: Path, tmp_path: Path) -> None:
    made_to_run(NAMED[name], example, tmp_path)
    append(example / ENTRIES, "- {task: I.9, recorded: 2026-05-01, date: 2026-05-01, status: in_progress}\n")
    with suppress(CalledProcessError):
        git(example, *command)
    assert (tmp_path / "ran").exists()


def made_to_run(named: dict[str, str], example: Path, folder: Path) -> None:
    """A repository whose configuration, hooks and attributes name a program, which leaves a file where it runs."""
    program = folder / "program"
    program.write_text(f"#!/bin/sh\ntouch {folder}/ran\n", "utf-8")
    program.chmod(0o755)
    (folder / "hooks").mkdir()
    for place in (folder / "hooks", example / ".git" / "hooks"):
        place.mkdir(exist_ok=True)
        for hook in ("pre-commit", "post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
            shutil.copy(program, place / hook)
    (folder / "included").write_text(f"[core]\n\tfsmonitor = {program}\n", "utf-8")
    (example / ".git/info").mkdir(exist_ok=True)
    (example / ".git/info/attributes").write_text("*.yaml diff=made filter=made merge=made\n", "utf-8")
    (folder / "others").mkdir()
    (example / ".git/objects/info").mkdir(exist_ok=True)
    (example / ".git/objects/info/alternates").write_text(f"{folder}/others\n", "utf-8")
    for key, value in named.items():
        git(example, "config", key.format(program=program), value.format(program=program, folder=folder))


def test_a_git_in_a_folder_named_relative_to_here_is_not_run(
    cchc: Cchc, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (example / "git").write_text(f"#!/bin/sh\ntouch {example}/ran\n", "utf-8")
    (example / "git").chmod(0o755)
    monkeypatch.chdir(example)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    assert cchc("diff").code == 0
    assert not (example / "ran").exists()


def no_git(_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")


def object_missing(example: Path, _: pytest.MonkeyPatch) -> None:
    lose(example)


def head_broken(example: Path, _: pytest.MonkeyPatch) -> None:
    (example / ".git" / "HEAD").write_text("gibberish\n", "utf-8")


def plan_moved(example: Path, _: pytest.MonkeyPatch) -> None:
    (example / "plan/2026").rename(example / "plan/2026-cu")


def workspace_moved(example: Path, _: pytest.MonkeyPatch) -> None:
    (example / "moi").mkdir()
    (example / "plan").rename(example / "moi/plan")


@pytest.mark.parametrize(
    "break_", [no_git, object_missing, head_broken, plan_moved, workspace_moved], ids=lambda each: each.__name__
)
def test_a_line_that_git_may_have_kept_is_not_taken_back(  # type: ignore[no-untyped-def]
    break_, cchc: Cchc, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_(example, monkeypatch)
    workspace = next(path.parent.parent for path in example.rglob("agencies.yaml"))
    ran = cchc("-C", str(workspace), *UNDO)
    assert (ran.code, ran.out) == (2, "")
    assert "git" in ran.err or "đã được commit" in ran.err


def test_before_the_first_commit_and_outside_a_repository_a_line_is_taken_back(cchc: Cchc, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "tinh-mau", tmp_path, dirs_exist_ok=True)
    assert cchc("-C", str(tmp_path), *UNDO).code == 0
    git(tmp_path, "init", "--quiet")
    assert cchc("-C", str(tmp_path), *UNDO).code == 0
