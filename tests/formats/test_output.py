"""Where answers go: files of every kind, endings that name a format, closed and full outputs."""

import os
import re
import shutil
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cchc_cli.disk import results
from cchc_cli.text.problems import Stop
from conftest import ROOT, Cchc, contents

DAY = "--as-of=2026-05-01"


def ends(shell: str) -> subprocess.CompletedProcess[str]:
    """A whole process whose outputs the shell has closed or filled."""
    command = f'"{sys.executable}" -m cchc_cli {shell}'
    return subprocess.run(
        ["sh", "-c", command], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


posix = pytest.mark.skipif(os.name == "nt", reason="FIFOs, modes and /dev are of POSIX")


@posix
def test_a_fifo_is_written_into_and_stays(tmp_path: Path) -> None:
    fifo, read = tmp_path / "ra", []
    os.mkfifo(fifo)
    reader = threading.Thread(target=lambda: read.append(fifo.read_bytes()), daemon=True)
    reader.start()
    results.write(fifo, b"xong")
    reader.join(10)
    assert read == [b"xong"]
    assert stat.S_ISFIFO(fifo.stat().st_mode)
    assert list(tmp_path.iterdir()) == [fifo]


@posix
def test_a_symlink_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "xa").mkdir()
    target, link = tmp_path / "xa/that.csv", tmp_path / "lien-ket.csv"
    link.symlink_to(target)
    for data in (b"moi", b"moi nua"):
        results.write(link, data)
        assert (link.is_symlink(), target.read_bytes()) == (True, data)
    assert list(target.parent.iterdir()) == [target]


@posix
def test_a_file_keeps_its_mode_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    own, new, usual = tmp_path / "rieng", tmp_path / "moi", tmp_path / "thuong"
    own.write_bytes(b"cu")
    own.chmod(0o640)
    usual.touch()
    for path in (own, new):
        results.write(path, b"xong")
        assert path.read_bytes() == b"xong"
    assert stat.S_IMODE(own.stat().st_mode) == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="đó là một thư mục"):
        results.write(tmp_path, b"")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["plan/2026/plan.yaml", "plan/moi.csv", "plan/2026/progress/moi.txt", "lien-ket"])
def test_the_folder_of_the_plans_is_never_written_into(name: str, cchc: Cchc, copied: Path) -> None:
    if name == "lien-ket":
        if os.name == "nt":
            pytest.skip("symlinks need a right on Windows")
        (copied / name).symlink_to(copied / "plan/2026/plan.yaml")
    before = contents(copied)
    ran = cchc("-C", str(copied), "due", DAY, "-o", str(copied / name))
    assert (ran.code, ran.out) == (2, "")
    assert "thư mục plan/" in ran.err
    assert contents(copied) == before


def test_a_folder_that_only_bears_the_name_is_free(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    results.write(tmp_path / "plan/x.txt", b"xong")
    assert (tmp_path / "plan/x.txt").read_bytes() == b"xong"


SAME = {
    "due.md": (["due", DAY], "md"),
    "due.JSON": (["due", DAY], "json"),
    "due.csv": (["due", DAY], "csv"),
    "due.txt": (["due", DAY], "table"),
    "due": (["due", DAY], "table"),
    "list.csv": (["list", DAY], "csv"),
    "stats.json": (["stats", DAY], "json"),
    "targets.md": (["targets", DAY], "md"),
    "agencies.csv": (["agencies"], "csv"),
    "event.json": (["event", "list", DAY], "json"),
    "show.json": (["show", "I.9", DAY], "json"),
    "show.txt": (["show", "I.9", DAY], "text"),
    "validate.json": (["validate", "plan/2026/appendix/I.yaml"], "json"),
    "rules.json": (["rules"], "json"),
    "report.md": (["report", "quarterly", "--period", "2026-Q1"], "md"),
    "report.txt": (["report", "quarterly", "--period", "2026-Q1"], "md"),
    "listed.csv": (["report", "--list"], "csv"),
}


@pytest.mark.parametrize("name", SAME)
def test_the_ending_names_the_format(name: str, cchc: Cchc, tmp_path: Path) -> None:
    words, form = SAME[name]
    target = tmp_path / name
    ran = cchc(*words, "-o", str(target))
    assert (ran.code, ran.out) == (0, "")
    printed = cchc(*words, "--format", form).out
    assert re.sub(r"\n<!-- cchc:\w+ -->\n\Z", "", target.read_bytes().decode()) == printed


REFUSED = [
    (["due", "-o", "x.docx"], "table, md, json, csv, xlsx, ics"),
    (["list", "--format", "csv", "-o", "x.xlsx"], "bỏ --format"),
    (["due", "--format", "csv", "-o", "x.json"], "bỏ --format"),
    (["show", "I.9", "-o", "x.md"], "text, json"),
    (["validate", "-o", "x.csv"], "text, json"),
    (["rules", "-o", "x.pdf"], "text, json"),
    (["report", "quarterly", "--period", "2026-Q1", "-o", "x.pdf"], "md, docx"),
]


@pytest.mark.parametrize(("words", "hint"), REFUSED, ids=lambda each: "-".join(each) if isinstance(each, list) else "")
def test_an_ending_that_promises_another_format_is_refused(
    words: list[str], hint: str, cchc: Cchc, tmp_path: Path
) -> None:
    *rest, name = words
    ran = cchc(*rest, str(tmp_path / name))
    assert (ran.code, ran.out) == (2, "")
    assert hint in ran.err.splitlines()[-1]
    assert not list(tmp_path.iterdir())


def test_a_dash_is_the_screen(cchc: Cchc) -> None:
    for form in ("table", "json"):
        ran = cchc("due", DAY, "--format", form, "-o", "-")
        assert ran == cchc("due", DAY, "--format", form)
    assert not (ROOT / "-").exists()


@posix
@pytest.mark.parametrize("words", ["list", "due --format json", "--version", "show I.9"])
def test_a_closed_output_is_reported_and_is_no_crash(words: str) -> None:
    ended = ends(f"{words} >&-")
    assert ended.returncode == 2
    assert "đầu ra chuẩn (stdout) đã bị đóng" in ended.stderr


@posix
def test_a_file_needs_no_output(tmp_path: Path) -> None:
    ended = ends(f'list -o "{tmp_path}/x.csv" >&-')
    assert ended.returncode == 0
    assert (tmp_path / "x.csv").read_bytes()


@pytest.mark.parametrize("words", ["list", "list --format json", "due --help", "--version"])
def test_a_reader_that_has_gone_is_no_error(words: str) -> None:
    command = (sys.executable, "-m", "cchc_cli", *words.split())
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout is not None and ran.stderr is not None
        ran.stdout.close()
        assert ran.stderr.read() == b""
    assert ran.returncode == 0


full = pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no device that is always full")


@posix
@full
@pytest.mark.parametrize("words", ["--help", "due --help", "list", "list --format json"])
def test_a_full_output_is_reported_and_is_no_crash(words: str) -> None:
    ended = ends(f"{words} >/dev/full")
    assert ended.returncode == 2
    assert ended.stderr.startswith("Không làm được: không ghi được kết quả ra ngoài: đĩa đầy.")


@posix
def test_a_closed_error_output_changes_no_exit_code() -> None:
    assert ends("khong-co 2>&-").returncode == 2
    assert ends("--version 2>&-").returncode == 0


@full
def test_a_record_that_cannot_be_shown_still_ends_with_success(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "cchc_cli", "-C", str(tmp_path), "update", "I.1", "--agency", "STP", "--status",
             "done", "--date", "28/01/2026", "--evidence", "1/KH-UBND", "--as-of", "2026-02-02"],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert ran.returncode == 0, "the record stands: to try again would record it twice"
    assert "so-tu-phap.yaml:1" in ran.stderr.decode()
