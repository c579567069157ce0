"""The wheel works outside the checkout, with its templates inside."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, unpacked as an installer does (it is pure Python)."""
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def ran(installed: Path, folder: Path, *arguments: str) -> str:
    """What the unpacked program prints, run from `folder` by a Python that does not see the checkout."""
    code = f"import sys; sys.path.insert(0, {str(installed)!r}); from cchc_cli.start.program import main; main()"
    command = (sys.executable, "-X", "utf8", "-c", code, *arguments)
    clean = {key: value for key, value in os.environ.items() if not key.startswith("CCHC_")}
    return subprocess.run(command, cwd=folder, env=clean, check=True, capture_output=True, encoding="utf-8").stdout


def test_the_wheel_holds_the_templates(installed: Path) -> None:
    inside = {path.name for path in (installed / "cchc_cli" / "templates").iterdir()}
    assert inside == {path.name for path in (ROOT / "templates").iterdir()}


def test_the_installed_program_reports_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    copytree(ROOT / "plan", tmp_path / "plan")
    assert "quarterly" in ran(installed, tmp_path, "report", "--list")
    report = ran(installed, tmp_path, "report", "quarterly", "--period", "2026-Q1")
    assert "BÁO CÁO" in report and "Bộ Nội vụ" in report


def test_the_installed_program_tries_its_templates_with_the_example_inside(installed: Path, tmp_path: Path) -> None:
    assert "dữ liệu mẫu" in ran(installed, tmp_path, "report", "--check", "brief")


def test_the_installed_program_is_the_one_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = f"import sys; sys.path.insert(0, {str(installed)!r}); import cchc_cli; print(cchc_cli.__file__)"
    found = subprocess.run(
        (sys.executable, "-c", code), cwd=tmp_path, check=True, capture_output=True, encoding="utf-8"
    )
    assert Path(found.stdout.strip()).is_relative_to(installed)
