"""What Tab offers in bash: every word of a fixed set, agencies by any word of their name, ids after a colon.

The script is run as bash runs it, with the words that bash has parted at ":" and "=".
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_cli.shell import completion
from conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32" or not shutil.which("bash"), reason="bash")
Tab = Callable[..., list[str]]
RUN = """
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_cchc_completion cchc
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def tab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tab:
    """Press Tab after words, as bash parts them; what may stand in place of the last one."""
    monkeypatch.setenv("HOME", str(tmp_path))
    script = completion.installed("bash").read_text("utf-8")
    program = tmp_path / "bin/cchc"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m cchc_cli "$@"\n', "utf-8")
    program.chmod(0o755)
    environment = os.environ | {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "CCHC_ROOT": str(ROOT)}

    def pressed(*words: str) -> list[str]:
        command = ["bash", "--norc", "-c", script + RUN, "bash", "cchc", *words]
        ran = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)
        assert not ran.stderr, ran.stderr.decode()
        return ran.stdout.decode().split("\n")[:-1]

    return pressed


VALUES = {
    ("report", "qu"): ["quarterly"],
    ("event", ""): ["list", "set"],
    ("rules", "cc410"): ["CC410"],
    ("stats", "--by", ""): ["section", "agency", "plan", "level"],
    ("update", "I.1", "--status", "in"): ["in_progress"],
    ("update", "I.1", "--status", "đang"): ["in_progress"],
    ("list", "--state", "overdue,do"): ["overdue,done"],
    ("list", "--section", "bo"): ["body"],
    ("due", "--format", ""): ["table", "md", "json", "csv", "xlsx", "ics"],
    ("report", "brief", "--format", ""): ["md", "docx", "html", "eml"],
    ("diff", "--format", ""): ["text", "md", "json"],
    ("show", "I.1", "--format", "j"): ["json"],
    ("snapshot", "2026-q"): ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"],
    ("due", "--agency", "nha"): ["ubnd-phuong-nha-trang"],
    ("due", "--agency", "stp"): ["so-tu-phap"],
    ("due", "--agency", "=", "so-tu"): ["so-tu-phap"],
    ("show", "I.9"): ["I.9"],
    ("-C", "examples/tinh-mau", "due", "--agency", "suối"): ["ubnd-xa-suoi-trong"],
    ("due", "-C", "examples/tinh-mau", "--agency", "suối"): ["ubnd-xa-suoi-trong"],
    ("-C", "examples/bo-mau", "report", "quar"): ["quarterly"],
    ("-C", "khong-co", "show", "I.9"): [""],
    ("-C", "examples/tinh-mau", "show", "II.5", "@", "2026-Q"): ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"],
    ("-C", "examples/tinh-mau", "update", "ii.5", "@"): ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"],
    ("text", "ta"): ["take"],
    ("forms", "status", "--format", ""): ["table", "md", "csv", "xlsx"],
    ("-C", "examples/tinh-mau", "change", "I.2", "--basis", "02/"): ["02/QĐ-MINHHOA"],
    ("-C", "examples/tinh-mau", "extend", "I.2", "--basis", "02"): ["02/QĐ-MINHHOA"],
    ("add", "--given-by", "thu tuong"): ["Thủ tướng Chính phủ"],
    ("new", ""): ["2027"],
    ("close", ""): ["2026-12-31"],
    ("diff", "he"): ["HEAD"],
    ("validate", "--base", "HE"): ["HEAD"],
    ("show", "2026", ":", "I.9"): ["I.9"],
    ("show", "2026", ":", "i.1"): ["I.1", "I.10", "I.11", "I.12", "I.13"],
}


@pytest.mark.parametrize("words", VALUES, ids=" ".join)
def test_every_value_is_offered(words: tuple[str, ...], tab: Tab) -> None:
    assert tab(*words) == VALUES[words]


def test_after_the_colon_itself_every_task_is_offered(tab: Tab) -> None:
    assert {"I.9", "VII.1"} < set(tab("show", "2026", ":"))


def test_several_agencies_do_not_take_away_what_was_typed(tab: Tab) -> None:
    offered = tab("due", "--agency", "bắc")
    assert len(offered) > 2
    assert offered[-1] == "bắc"
