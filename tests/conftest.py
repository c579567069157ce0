"""Whole runs of the program and golden files: `pytest --golden` rewrites them."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from cchc_cli.disk import files, tree
from cchc_cli.reading import places
from cchc_cli.start.program import run

# No deadline: a busy machine is no failure. `pytest --hypothesis-profile=fast` tries a tenth of the examples.
settings.register_profile("cchc", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("fast", settings.get_profile("cchc"), max_examples=10)
settings.load_profile("cchc")

os.environ.pop("PYTHONUNBUFFERED", None)  # processes that tests start hold their output back, as those of users do

ROOT = Path(__file__).parents[1]
CACHE_HOME = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
"""The variable that names the folder of what programs keep."""
GOLDEN = Path(__file__).parent / "golden"
Golden = Callable[[str, str], None]


def examples(count: int) -> settings:
    """For a property that needs more or fewer examples than others: so many, or as large a share of them as all try."""
    return settings(max_examples=max(1, count * settings().max_examples // 100))


def plan_files(root: Path) -> dict[str, bytes]:
    """The files of a workspace that a command reads, all of which can be read."""
    listed = tree.tree(root)
    found, faults = files.workspace_files(root, places.read_files(listed.paths, places.plan_folders(listed.paths)))
    assert not (listed.faults or faults)
    return found


class Ran(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Cchc = Callable[..., Ran]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files from what the program prints now")


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A workspace with the real registry and no plan."""
    (tmp_path / "plan").mkdir()
    for path in (ROOT / "plan").glob("*.yaml"):
        shutil.copy(path, tmp_path / "plan")
    return tmp_path


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with tests/golden/NAME, or rewrite that file."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode(), f"{name} differs; look, then `pytest --golden`"

    return compare


@pytest.fixture
def cchc(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Cchc:
    """Run a command line in the repository (the real plan), as in a pipe."""
    for name in ("CCHC_ROOT", "CCHC_AS_OF", "CCHC_PERIOD", "CCHC_PLAN", "CCHC_AGENCY", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(CACHE_HOME, str(tmp_path_factory.getbasetemp() / "kept"))
    monkeypatch.delenv("CCHC_DEBUG", raising=False)
    monkeypatch.chdir(ROOT)

    def ran(*arguments: str) -> Ran:
        capfd.readouterr()
        code = run(list(arguments))
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return ran


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the real plan, to write in."""
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a workspace, hidden ones too, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
