"""Several tasks, or several agencies, with one command: all are recorded or none, and taken back together."""

from pathlib import Path
from shutil import copytree

import pytest

from conftest import ROOT, Cchc, contents

DAY = "--as-of=2026-09-14"
STP = ("--agency", "so-tu-phap")
MONITOR = ("--agency", "so-noi-vu")
SAID = ("--status", "in_progress", "--note", "đang làm")
DONE = ("--status", "done", "--date", "2026-09-10", "--evidence", "12/QĐ-UBND")
WAYS = {
    "words": (("I.6", "I.8"), STP, SAID, 2),
    "a comma": (("I.6,I.8",), STP, SAID, 2),
    "commas and spaces": (("I.6, I.8", "i.6"), STP, SAID, 2),
    "a milestone and its task": (("I.6/1", "I.6"), STP, SAID, 2),
    "agencies": (("III.7",), (*MONITOR, "--for", "Hoa Mai, Suối Trong"), DONE, 2),
    "agencies apart": (("III.7",), (*MONITOR, "--for", "Hoa Mai", "--for", "Suối Trong"), DONE, 2),
}


@pytest.fixture
def province(tmp_path: Path) -> Path:
    copytree(ROOT / "examples" / "tinh-mau" / "plan", tmp_path / "plan")
    return tmp_path


@pytest.mark.parametrize("way", WAYS)
def test_one_command_records_all_and_its_undo_takes_back_all(way: str, province: Path, cchc: Cchc) -> None:
    ids, who, said, count = WAYS[way]
    before = contents(province)
    line = ("-C", str(province), "update", *ids, *who, *said, DAY)
    tried = cchc(*line, "--dry-run")
    assert (tried.code, contents(province)) == (0, before)
    ran = cchc(*line)
    assert ran.code == 0
    after = contents(province)
    (changed,) = (path for path in after if after[path] != before.get(path))
    new = after[changed].decode().splitlines()[len(before[changed].decode().splitlines()) :]
    assert len(new) == count
    assert all(each.strip() in ran.out and each.strip() in tried.out for each in new)
    assert cchc(*line).out.count("đã có dòng giống hệt, chưa ghi") == count
    assert contents(province) == after
    undo = ran.out.splitlines()[-1].partition("cchc ")[2].split()
    back = cchc("-C", str(province), *undo)
    assert (back.code, contents(province)) == (0, before)
    assert all(each.strip() in back.out for each in new)


@pytest.mark.parametrize(
    "words",
    [
        ("I.6", "I.99"),
        ("I.6", "III.6"),
        ("I.6", "III.8"),
        ("I.6", "I.8", "--for", "Sở Y tế"),
        ("I.6", "I.8", "--confirm"),
        ("I.6", "I.8", "--undo"),
        ("I.6,,I.77",),
    ],
)
def test_where_one_cannot_be_recorded_none_is(words: tuple[str, ...], province: Path, cchc: Cchc) -> None:
    before = contents(province)
    said = () if {"--confirm", "--undo"} & set(words) else SAID
    ran = cchc("-C", str(province), "update", *words, *STP, *said, DAY)
    assert (ran.code, ran.out, contents(province)) == (2, "", before)


def test_undo_without_ids_takes_the_last_line_and_with_ids_only_those(province: Path, cchc: Cchc) -> None:
    at = ("-C", str(province), "update")
    before = contents(province)
    assert cchc(*at, "I.6", "I.8", *STP, *SAID, DAY).code == 0
    assert cchc(*at, "I.8", "I.9", *STP, "--undo").code == 2
    assert cchc(*at, "I.8", "I.6", *STP, "--for", "Hoa Mai", "--undo").code == 2
    assert cchc(*at, *STP, "--undo").code == 0
    assert cchc(*at, "I.6", *STP, "--undo").code == 0
    assert contents(province) == before


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("I.6", "I.8", "done"), "cchc update I.6 I.8 --status done"),
        (("I.6,I.8", "xong", "27/01/2026"), "cchc update I.6,I.8 --status xong --date 27/01/2026"),
        (("I.6", "12/KH-STP"), "cchc update I.6 --evidence 12/KH-STP"),
    ],
)
def test_a_value_among_ids_is_answered_with_the_line_to_type(
    words: tuple[str, ...], line: str, province: Path, cchc: Cchc
) -> None:
    ran = cchc("-C", str(province), "update", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1].replace(f" -C {province}", "").endswith(f": {line}")


def test_every_member_of_a_collective_task_at_once(copied: Path, cchc: Cchc) -> None:
    shown = cchc("-C", str(copied), "show", "V.1", "--format", "json", DAY).out
    members = [line.split('"')[3] for line in shown.splitlines() if '"agency": "ubnd-' in line]
    communes = sorted({each for each in members if each.startswith(("ubnd-xa", "ubnd-phuong"))})
    assert len(communes) > 50
    line = ("-C", str(copied), "update", "V.1", *MONITOR, "--for", ",".join(communes), *DONE, DAY)
    ran = cchc(*line)
    assert ran.code == 0
    assert f"({len(communes)}/81)" in ran.out
    undo = ran.out.splitlines()[-1].partition("cchc ")[2].split()
    assert cchc("-C", str(copied), *undo).code == 0
    assert not (copied / "plan/2026/progress/so-noi-vu.yaml").exists()
