"""The same files and day give the same document, byte for byte, whatever the zone, the language or the run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

RUNS = (("Asia/Ho_Chi_Minh", "0", "C"), ("America/Los_Angeles", "4242", "C.UTF-8"))


@pytest.mark.slow
@pytest.mark.parametrize("form", ["docx", "md"])
@pytest.mark.parametrize("name", ["quarterly", "brief", "plan"])
def test_two_runs_give_the_same_bytes(form: str, name: str, tmp_path: Path) -> None:
    made = []
    for zone, seed, language in RUNS:
        output = tmp_path / f"{seed}.{form}"
        run = (sys.executable, "-m", "cchc_cli", "report", name, "--period", "2026-Q1", "-o", str(output))
        environment = os.environ | {
            "TZ": zone,
            "PYTHONHASHSEED": seed,
            "LC_ALL": language,
            "PYTHONPATH": str(ROOT / "src"),
        }
        subprocess.run(run, cwd=ROOT, env=environment, check=True, capture_output=True)
        made.append(output.read_bytes())
    assert made[0] == made[1]
    assert [path.name for path in tmp_path.iterdir() if path.suffix != f".{form}"] == []
