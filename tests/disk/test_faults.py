"""A few of the faults that bench/faults.py makes at every operation of every command that writes."""

import shutil
import subprocess
import sys

import pytest

from conftest import ROOT


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux" or shutil.which("cc") is None, reason="made on Linux, with a C compiler")
def test_a_kill_or_a_full_disk_leaves_every_file_old_or_new() -> None:
    command = (sys.executable, str(ROOT / "bench" / "faults.py"), "--some", "5")
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert " 0 findings" in ran.stdout
