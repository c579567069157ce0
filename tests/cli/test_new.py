"""The draft of the next plan: what is carried over, what is listed for a person, and what is refused."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from conftest import ROOT, Cchc, Golden, contents

DAY = "--as-of=2026-12-20"


@pytest.fixture
def province(tmp_path: Path) -> Path:
    copytree(ROOT / "examples" / "tinh-mau" / "plan", tmp_path / "plan")
    return tmp_path


def new_files(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, str]:
    assert {path: after.get(path) for path in before} == before
    return {path: data.decode() for path, data in after.items() if path not in before}


def test_open_and_standing_tasks_are_carried_over_and_the_rest_is_told(
    province: Path, cchc: Cchc, golden: Golden
) -> None:
    before = contents(province)
    ran = cchc("-C", str(province), "new", "2027", "--from", "2026", DAY)
    assert (ran.code, ran.err) == (0, "")
    golden("new.txt", ran.out)
    made = new_files(before, contents(province))
    assert {path.split("/")[1] for path in made} == {"2027"}
    golden("new-III.yaml", made["plan/2027/appendix/III.yaml"])
    golden("new-plan.yaml", made["plan/2027/plan.yaml"])


@pytest.mark.parametrize("folder", [".", "examples/tinh-mau"])
def test_every_place_that_names_the_old_year_is_listed_where_it_stands(folder: str, tmp_path: Path, cchc: Cchc) -> None:
    copytree(ROOT / folder / "plan", tmp_path / "plan")
    before = contents(tmp_path)
    ran = cchc("-C", str(tmp_path), "new", "2027", "--from", "2026", DAY)
    listed = {(path, int(line)) for path, line, _ in re.findall(r"^  (plan/\S+):(\d+):(\d+) ", ran.out, re.MULTILINE)}
    texts = new_files(before, contents(tmp_path))
    lines = {(path, n): line for path, text in texts.items() for n, line in enumerate(text.splitlines(), 1)}
    old = {place for place, line in lines.items() if re.search(r"(?<!\d)2026(?!\d)", line)}
    below = {(path, n + 1 + more) for path, n in listed for more in range(3) if lines[path, n].endswith("schedule: |-")}
    assert old <= listed | below
    assert "year: 2027" in texts["plan/2027/plan.yaml"]
    assert not re.search(r"^ +(added_by|dropped_by|former|changed_by)|^(amendments|waivers|corrections|closed):",
                         "".join(texts.values()), re.MULTILINE)  # fmt: skip


@pytest.mark.parametrize("folder", [".", "examples/tinh-mau", "examples/bo-mau", "examples/thanh-pho-mau"])
def test_the_draft_has_no_errors_and_changes_no_answer_about_the_old_plan(
    folder: str, tmp_path: Path, cchc: Cchc
) -> None:
    copytree(ROOT / folder / "plan", tmp_path / "plan")
    at = ("-C", str(tmp_path))
    stats = cchc(*at, "stats", DAY).out
    plans = {path.parent.relative_to(tmp_path / "plan").as_posix() for path in tmp_path.rglob("plan.yaml")}
    for name in sorted(plans - {"2027"}):  # its next plan has the same name as that of 2026
        assert cchc(*at, "new", "2030", "--from", name, DAY).code == 0
    assert cchc(*at, "validate").code == 0
    assert cchc(*at, "stats", DAY).out == stats
    assert cchc(*at, "list", "--plan", "2030", DAY).code == 0


def test_a_dry_run_tells_the_same_and_writes_nothing(province: Path, cchc: Cchc) -> None:
    before = contents(province)
    tried = cchc("-C", str(province), "new", "2027", "--from", "2026", "--dry-run", DAY)
    assert contents(province) == before
    ran = cchc("-C", str(province), "new", "2027", "--from", "2026", DAY)
    assert tried.out.splitlines()[1:] == ran.out.splitlines()[1:]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2027",), "--from"),
        (("2026", "--from", "2026"), "2026"),
        (("2025", "--from", "2026"), "2026"),
        (("năm sau", "--from", "2026"), "năm sau"),
        (("2027", "--from", "2024"), "2024"),
        (("2028", "--from", "2026"), "plan/2028"),
    ],
)
def test_what_cannot_be_a_next_plan_is_refused(words: tuple[str, ...], said: str, province: Path, cchc: Cchc) -> None:
    (province / "plan" / "2028").mkdir()
    before = contents(province)
    ran = cchc("-C", str(province), "new", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert contents(province) == before
    assert not list((province / "plan" / "2028").iterdir())


def test_a_wait_for_finished_work_ends_and_ids_follow_the_new_numbers(province: Path, cchc: Cchc) -> None:
    section = province / "plan" / "2026" / "appendix" / "I.yaml"
    text = section.read_text("utf-8")
    assert text.count("    schedule: Quý III/2026\n") == 1
    section.write_text(
        text.replace(
            "    schedule: Quý III/2026\n",
            "    schedule: {text: Sau khi xong I.1 và I.8, kind: event, after: [I.1, I.8]}\n",
        ),
        "utf-8",
    )
    ran = cchc("-C", str(province), "new", "2027", "--from", "2026", DAY)
    assert ran.code == 0
    made = (province / "plan" / "2027" / "appendix" / "I.yaml").read_text("utf-8")
    assert "after:\n        - I.2\n" in made
    assert "thôi chờ I.1" in ran.out
