"""Two communes of the example become one on 1 July: no figure before that day changes, and no name leads nowhere."""

import json
import shutil
from pathlib import Path

import pytest

from conftest import ROOT, Cchc, Golden
from repositories import committed, put

DAYS = ("2026-03-31", "2026-06-30")
FORMER = ("dong-lua", "suoi-trong")


@pytest.fixture
def province(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples/tinh-mau", tmp_path, dirs_exist_ok=True)
    return committed(tmp_path)


def merged(folder: Path) -> Path:
    """Đồng Lúa and Suối Trong become Đồng Suối."""
    agencies = folder / "plan/agencies.yaml"
    text = agencies.read_text("utf-8")
    rows = {each: next(line for line in text.splitlines() if f"{{id: ubnd-xa-{each}," in line) for each in FORMER}
    for row in rows.values():
        put(agencies, row, row.removesuffix("}") + ", until: 2026-06-30, successors: [ubnd-xa-dong-suoi]}")
    new = "  - {id: ubnd-xa-dong-suoi, name: UBND xã Đồng Suối, kind: commune, order: 155, since: 2026-07-01}\n"
    put(agencies, "  - {id: ubnd-xa-nui-xanh, name", f"{new}  - {{id: ubnd-xa-nui-xanh, name")
    last = "      - {agency: ubnd-xa-suoi-trong, basis: số liệu minh họa}\n"
    put(agencies, last, f"{last}      - {{agency: ubnd-xa-dong-suoi, basis: sáp nhập 01/7}}\n")
    return folder


def without(folder: Path, agency: str, words: str) -> Path:
    """Take away an agency's lines with certain words, and commit that."""
    progress = folder / f"plan/2026/progress/{agency}.yaml"
    kept = [line for line in progress.read_text("utf-8").splitlines() if words not in line]
    progress.write_text("\n".join(kept) + "\n", "utf-8", newline="")
    return committed(folder)


def outputs(cchc: Cchc, folder: Path, day: str) -> list[str]:
    asked: list[tuple[str, ...]] = [(name, "--format", "json") for name in ("due", "list", "stats")]
    asked += [("list", "--missing"), ("report", "brief"), ("report", "quarterly"), ("report", "reminder")]
    return [cchc("-C", str(folder), *words, "--as-of", day).out for words in asked]


@pytest.mark.parametrize("day", DAYS)
def test_a_merger_changes_nothing_before_it(cchc: Cchc, province: Path, day: str) -> None:
    before = outputs(cchc, province, day)
    assert outputs(cchc, merged(province), day) == before


def test_the_difference_tells_the_merger_and_the_check_accepts_it(cchc: Cchc, province: Path, golden: Golden) -> None:
    merged(without(province, "ubnd-xa-dong-lua", "task: III.7"))  # an entry of August
    assert cchc("-C", str(province), "validate", "--base", "HEAD", "--strict").code == 0
    golden("diff-merger.txt", cchc("-C", str(province), "diff", "--as-of", "2026-07-05").out)


def test_the_registry_tells_days_and_successors(cchc: Cchc, province: Path, golden: Golden) -> None:
    merged(province)
    asked = ("UBND xã Đồng Lúa", "UBND xã Đồng Suối", "UBND cấp xã")
    golden("agencies-in-time.txt", "\n".join(cchc("-C", str(province), "agencies", name).out for name in asked))
    told = json.loads(cchc("-C", str(province), "agencies", "UBND xã Đồng Lúa", "--format", "json").out)["matches"][0]
    assert (told["since"], told["until"], told["successors"]) == (None, "2026-06-30", ["ubnd-xa-dong-suoi"])


def open_part(folder: Path) -> Path:
    """The same, with II.14 not yet done in Suối Trong: the monitor's confirmation of it is taken away."""
    return merged(without(folder, "so-noi-vu", "45/SNV-MINHHOA"))


def test_the_old_name_leads_to_the_new_one(cchc: Cchc, province: Path, golden: Golden) -> None:
    at = ("-C", str(open_part(province)))
    on = ("--as-of", "2026-07-05")
    late = ("update", "II.14", "--agency", "Suối Trong", "--status", "done", "--evidence", "9/BC-UBND", "--dry-run")
    runs = (
        ("due", "--agency", "Suối Trong"),
        ("due", "--agency", "Đồng Suối"),
        ("show", "II.14"),
        (*late, "--date", "2026-07-03"),
        (*late, "--date", "2026-06-26"),
        ("extend", "II.14", "--agency", "Suối Trong", "--to", "2026-09-30", "--basis", "4/UBND", "--date", "2026-07-04",
         "--dry-run"),
        ("report", "agency", "--agency", "Suối Trong"),
        ("report", "notice", "--agency", "Suối Trong"),
        ("list", "--missing", "--agency", "Suối Trong"),
    )  # fmt: skip
    told = []
    for words in runs:
        ran = cchc(*at, *words, *on)
        told.append(f"$ cchc {' '.join(words)}\n{ran.out}{ran.err}[{ran.code}]\n")
    golden("agencies-in-time-old-name.txt", "\n".join(told))


def test_an_entry_of_the_successor_closes_the_part_of_the_former_agency(cchc: Cchc, province: Path) -> None:
    at = ("-C", str(open_part(province)))
    words = ("--agency", "Đồng Suối", "--status", "done", "--date", "2026-07-03", "--evidence", "9/BC-UBND")
    assert cchc(*at, "update", "II.14", *words, "--as-of", "2026-07-05").code == 0
    shown = json.loads(cchc(*at, "show", "II.14", "--as-of", "2026-07-05", "--format", "json").out)["task"]
    part = next(each for each in shown["milestones"][0]["members"] if each["agency"] == "ubnd-xa-suoi-trong")
    assert (part["progress"], part["done_on"], part["timing"]) == ("done", "2026-07-03", "late")
    assert "II.14" not in cchc(*at, "validate", "--base", "HEAD", "--ignore", "CC421").out
