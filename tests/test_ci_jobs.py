"""The jobs of docs/ci.md: each line of their scripts runs in a copy of the plan, as a runner would run it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the jobs are for Linux runners")


def jobs() -> dict[str, list[str]]:
    """The lines of every job by its name."""
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL):
        data: dict[str, Any] = YAML(typ="safe").load(block)
        if "jobs" in data:
            (job,) = data["jobs"].values()
            found[f"github {data['name']}"] = [step["run"] for step in job["steps"] if "run" in step]
        found |= {f"gitlab {name}": job["script"] for name, job in data.items() if "script" in job}
    return found


def ran(job: str, folder: Path, weekday: int = 6) -> Path:
    """The workspace after the job: `pip` installs nothing, and it is some day of the week at the end of March."""
    programs = {"cchc": f'exec "{sys.executable}" -m cchc_cli "$@"', "pip": "", "date": f"echo {weekday}"}
    (folder / "bin").mkdir()
    for name, does in programs.items():
        file = folder / "bin" / name
        file.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        file.chmod(0o755)
    shutil.copytree(ROOT / "plan", folder / "work" / "plan")
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    around = os.environ | {"PATH": path, "CCHC_AS_OF": "2026-03-31", "XDG_CACHE_HOME": str(folder / "kept")}
    for line in jobs()[job]:
        done = subprocess.run(
            ("bash", "-e", "-c", line), cwd=folder / "work", env=around, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{line}: {done.stderr}"
    return folder / "work"


def test_every_job_is_tried() -> None:
    assert set(jobs()) == {
        "github Kiểm tra kế hoạch", "github Trang theo dõi", "gitlab ke-hoach", "gitlab pages", "gitlab cong-van"
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("job", "page"), [("github Trang theo dõi", "trang"), ("gitlab pages", "public")])
def test_the_page_is_made(job: str, page: str, tmp_path: Path) -> None:
    made = ran(job, tmp_path) / page / "index.html"
    assert made.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.slow
@pytest.mark.parametrize("job", ["github Trang theo dõi", "gitlab cong-van"])
@pytest.mark.parametrize(("weekday", "letters"), [(1, 3), (2, 0)])
def test_letters_are_made_on_mondays(job: str, weekday: int, letters: int, tmp_path: Path) -> None:
    assert len(list(ran(job, tmp_path, weekday).glob("cong-van/*.docx"))) == letters


@pytest.mark.slow
@pytest.mark.parametrize(
    ("job", "files"),
    [
        ("github Kiểm tra kế hoạch", ["ke-hoach.sarif"]),
        ("gitlab ke-hoach", ["gl-code-quality-report.json", "ke-hoach.xml"]),
    ],
)
def test_the_plan_is_checked(job: str, files: list[str], tmp_path: Path) -> None:
    made = ran(job, tmp_path)
    assert all((made / name).read_bytes() for name in files)
