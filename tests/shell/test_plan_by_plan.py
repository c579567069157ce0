"""A workspace whose plans are asked one by one answers as one that is read at once, whatever is kept."""

import os
import re
import shutil
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from cchc_cli.answers import due as shown
from cchc_cli.answers import due_lines, tasks
from cchc_cli.answers.task_lines import TaskLines, task_lines
from cchc_cli.disk import kept, workers
from cchc_cli.disk.files import EXAMPLE
from cchc_cli.model import Role
from cchc_cli.plan.slim import slim
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import due as query
from cchc_cli.queries import stats_of_many
from cchc_cli.queries.stats import stats
from cchc_cli.queries.views import Asked, views
from cchc_cli.reading import packs
from cchc_cli.shell import whole_plans
from cchc_cli.shell.options import asking, plan_by_plan, plan_files, scope
from cchc_cli.start.program import run
from cchc_cli.text.problems import Stop
from cchc_cli.wording.levels import By
from conftest import CACHE_HOME, ROOT
from conftest import examples as so_many
from file_changes import CONTENTS, WAYS, Way
from plans_below import add, both_kinds
from small_plans import small_plan

DAY = "--as-of=2026-05-01"
AT_ONCE, ONE_BY_ONE = 10_000, 1


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real plan with plans of fourteen bodies that implement it, and a closed one."""
    folder = tmp_path_factory.mktemp("linked")
    shutil.copytree(ROOT / "plan", folder / "plan")
    registry = scope.workspace(ROOT, None).registry
    add(folder, registry, both_kinds(registry)[:14])
    old = folder / "plan" / small_plan(folder, "so-y-te", "Sở Y tế", 2025)
    with (old / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write("closed: 2026-01-15\n")
    return folder


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Plans of which none implements another: the example twice, and once more, closed."""
    folder = tmp_path_factory.mktemp("apart")
    shutil.copytree(EXAMPLE / "plan", folder / "plan")
    for name, more in (("hai", ""), ("ba", "closed: 2026-01-15\n")):
        shutil.copytree(EXAMPLE / "plan/2026", folder / "plan" / name)
        file = folder / "plan" / name / "plan.yaml"
        text = file.read_text(encoding="utf-8").replace("01/QĐ-MINHHOA", f"{name}/QĐ-MINHHOA")
        file.write_text(re.sub("(?m)^title: .*", f"title: Kế hoạch {name}", text, count=1) + more, encoding="utf-8")
    assert plan_by_plan.survey(folder, apart=True) is not None
    return folder


class Said(NamedTuple):
    """How a run ended."""

    code: int
    out: bytes
    err: bytes


def said(workspace: Path, cache: Path, many: int, *words: str) -> Said:
    out, err = TextIOWrapper(BytesIO()), TextIOWrapper(BytesIO())
    with pytest.MonkeyPatch.context() as patched, redirect_stdout(out), redirect_stderr(err):
        patched.setenv(CACHE_HOME, str(cache))
        patched.setattr(plan_files, "MANY", many)
        patched.setattr(plan_files, "VERY_MANY", many)
        code = run(["-C", str(workspace), *words])
    printed = [each.buffer.getvalue() for each in (out, err) if isinstance(each.buffer, BytesIO)]
    return Said(code, *printed)


QUESTIONS = (
    ("due", DAY),
    ("due", "--as-of=2026-12-20", "--within=0"),
    ("due", DAY, "--agency=Sở Tư pháp", "--format=md"),
    ("due", DAY, "--agency=Sở Tài chính", "--agency=Sở Tư pháp"),
    ("due", DAY, "--role=coordinate", "--section=I"),
    ("due", "--period=2026-Q2", "--section=body"),
    ("due", DAY, "--check"),
    ("due", DAY, "--section=XX"),
    ("due", DAY, "--agency=Sở không có"),
    ("list", DAY),
    ("list", DAY, "--agency=Sở Tư pháp", "--format=md"),
    ("list", DAY, "--state=quá hạn", "--section=II,III"),
    ("list", DAY, "--state=đề nghị gia hạn,sắp đến hạn"),
    ("list", DAY, "--state=chưa cập nhật"),
    ("list", DAY, "--state=không có"),
    ("list", DAY, "--search=công khai", "--role=lead"),
    ("list", "--period=2026-Q2"),
    ("stats", DAY),
    ("stats", DAY, "--by=agency", "--format=md"),
    ("stats", DAY, "--by=plan"),
    ("stats", DAY, "--by=level"),
    ("stats", DAY, "--by=agency", "--agency=Sở Tư pháp", "--agency=Sở Tài chính"),
    ("stats", "--as-of=2026-12-20", "--section=I", "--by=plan"),
    ("stats", "--period=2026-Q2"),
    ("due", DAY, "--format=json"),
    ("due", DAY, "--format=json", "--all", "--agency=Sở Tư pháp"),
    ("due", DAY, "--format=json", "--within=0", "--section=XX"),
    ("due", DAY, "--format=csv", "--check"),
    ("due", "--period=2026-Q2", "--format=csv", "--agency=Sở Tư pháp", "--agency=Sở Tài chính"),
    ("list", DAY, "--format=json"),
    ("list", DAY, "--format=json", "--agency=Sở Tư pháp", "--state=quá hạn"),
    ("list", DAY, "--format=json", "--state=chưa cập nhật"),
    ("list", DAY, "--format=csv"),
    ("list", "--period=2026-Q2", "--format=csv", "--search=không có chữ này"),
    ("list", DAY, "--format=json", "--search=không có chữ này"),
    ("stats", DAY, "--format=json", "--by=plan"),
    ("stats", DAY, "--format=csv", "--by=agency"),
)


@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("of", ["example", "linked", "apart"])
def test_plans_asked_one_by_one_answer_as_those_read_at_once(
    words: tuple[str, ...], of: str, linked: Path, apart: Path, tmp_path: Path
) -> None:
    workspace = {"linked": linked, "apart": apart}.get(of, EXAMPLE)
    expected = said(workspace, tmp_path / "at-once", AT_ONCE, *words)
    for _ in range(2):  # the second finds what the first has kept
        assert said(workspace, tmp_path / "kept", ONE_BY_ONE, *words) == expected


ASKED = (
    Asked(date.min),
    Asked(date.min, agencies=("so-tu-phap",)),
    Asked(date.min, agencies=("so-tu-phap", "so-tai-chinh")),
    Asked(date.min, roles=(Role.COORDINATE,)),
)


DAYS = [date(2025, 12, 1) + timedelta(days) for days in range(0, 450, 3)]
D = TypeVar("D", due_lines.Lines, TaskLines, stats_of_many.Figures)


@pytest.fixture(scope="module")
def example() -> Workspace:
    """It has events, extensions, turns, amendments and agencies that end: each moves something."""
    return scope.workspace(EXAMPLE, None)


def kept_from_day_to_day(workspace: Workspace, one: Asked, ask: Callable[[Workspace, Asked], D]) -> Iterator[D]:
    """An answer for each day, asked anew only where that of an earlier day does not hold."""
    alone, last, reused = structs.replace(workspace, plans=(slim(workspace.plans[0]),)), None, 0
    for day in DAYS:
        reused += last is not None and day in last.days
        last = last if last and day in last.days else ask(alone, structs.replace(one, as_of=day))
        yield last
    assert reused > 10


@pytest.mark.parametrize("one", ASKED)
def test_what_is_due_holds_on_every_day_for_which_it_is_kept(one: Asked, example: Workspace) -> None:
    for day, own in zip(DAYS, kept_from_day_to_day(example, one, due_lines.lines), strict=True):
        now = structs.replace(one, as_of=day)
        found = shown.pressing_table(due_lines.pressing([own], day, 30), now, 30, example)
        assert found == shown.table(query.due(example, now, 30), example, everything=False)


@pytest.mark.parametrize("one", [*ASKED, Asked(date.min, states=("overdue", "due_soon", "requested"))])
def test_a_list_holds_on_every_day_for_which_it_is_kept(one: Asked, example: Workspace) -> None:
    for day, own in zip(DAYS, kept_from_day_to_day(example, one, task_lines), strict=True):
        now = structs.replace(one, as_of=day)
        found = tasks.lines_table([(own.plan, line) for line in own.lines], example, now)
        assert found == tasks.table(tuple(views(example, now)), example, now)


@pytest.mark.parametrize("by", ["agency", "section"])
@pytest.mark.parametrize("one", ASKED)
def test_figures_hold_on_every_day_for_which_they_are_kept(one: Asked, by: By, example: Workspace) -> None:
    def ask(alone: Workspace, of: Asked) -> stats_of_many.Figures:
        return stats_of_many.figures(alone, of, by)

    for day, own in zip(DAYS, kept_from_day_to_day(example, one, ask), strict=True):
        now = structs.replace(one, as_of=day)
        assert stats_of_many.together([own], example, now, by) == stats(example, now, by)


def test_a_plan_alone_breaks_the_rules_that_it_breaks_among_others(
    linked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each plan of a sound workspace is sound alone; a fault in any of their files is found by one of both looks."""
    monkeypatch.setenv(CACHE_HOME, str(tmp_path / "own"))
    assert plan_by_plan.survey(linked) is not None
    broken = tmp_path / "ws"
    shutil.copytree(linked, broken)
    for path, old, new in (
        ("plan/so-tu-phap/appendix/I.yaml", "so-tu-phap", "so-tu-phat"),
        ("plan/so-tu-phap/appendix/I.yaml", "2026:I.1", "2026:I.77"),
        ("plan/so-tu-phap/plan.yaml", '"under": "2026"', '"under": "2027"'),
        ("plan/2026/appendix/I.yaml", "Tháng 01/2026", "Tháng 99/2026"),
        ("plan/agencies.yaml", "agency: so-tu-phap", "agency: so-tu-phat"),
        ("plan/so-tu-phap/plan.yaml", '"format": 1', '"format": ['),
    ):
        text = (broken / path).read_text(encoding="utf-8")
        assert old in text
        (broken / path).write_text(text.replace(old, new), encoding="utf-8")
        assert plan_by_plan.survey(broken) is None
        expected = said(broken, tmp_path / "at-once", AT_ONCE, "due", DAY)
        assert expected[0] == 2 and expected == said(broken, tmp_path / "kept", ONE_BY_ONE, "due", DAY)
        (broken / path).write_text(text, encoding="utf-8")


def test_a_slim_plan_with_an_error_is_never_kept(tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    shutil.copytree(EXAMPLE, workspace)
    (workspace / "plan/2026/events.yaml").write_text("- {event: [\n", "utf-8")
    assert said(workspace, tmp_path / "kept", ONE_BY_ONE, "due", DAY)[0] == 2
    assert not [path for path in (tmp_path / "kept").rglob("*") if path.is_file()]


def test_what_is_kept_is_for_its_owner_alone(tmp_path: Path) -> None:
    assert said(EXAMPLE, tmp_path / "kept", ONE_BY_ONE, "due", DAY)[0] == 0
    found = list((tmp_path / "kept").rglob("*"))
    assert len([path for path in found if path.is_file()]) == 3
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in found if path.is_file()} == {0o600}
        assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in found if path.name.endswith(".plans")} == {0}


def test_where_nothing_can_be_kept_the_answer_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    expected = said(EXAMPLE, tmp_path / "at-once", AT_ONCE, "due", DAY)
    assert said(EXAMPLE, tmp_path / "file", ONE_BY_ONE, "due", DAY) == expected


def test_a_plan_whose_kept_words_are_lost_is_read_again(tmp_path: Path) -> None:
    expected = said(EXAMPLE, tmp_path / "kept", ONE_BY_ONE, "due", DAY)
    for path in (tmp_path / "kept").rglob("*"):
        if path.is_file() and path.name != "heads":
            path.unlink()
    assert said(EXAMPLE, tmp_path / "kept", ONE_BY_ONE, "due", DAY) == expected


def test_the_questions_asked_longest_ago_are_forgotten(tmp_path: Path) -> None:
    for number in range(18):
        place = kept.answers(tmp_path, bytes([number]))
        kept.keep(place, b"x")
        os.utime(place, (number, number))
    kept.forget(tmp_path)
    left = set(tmp_path.iterdir())
    assert left == {kept.answers(tmp_path, bytes([number])) for number in range(2, 18)}


def damaged(data: bytes, place: int) -> bytes:
    at = place % len(data)
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    """What one run keeps, and its answer."""
    folder = tmp_path_factory.mktemp("whole")
    return folder, said(EXAMPLE, folder, ONE_BY_ONE, "due", DAY)


@so_many(40)
@given(st.integers(0, 2), st.integers(0, 10**6), st.sampled_from(["damaged", "cut", "foreign", "empty"]))
def test_damaged_and_foreign_files_are_as_if_they_were_not_there(
    whole: tuple[Path, Said], place: int, at: int, way: str
) -> None:
    with TemporaryDirectory() as folder:
        shutil.copytree(whole[0], folder, dirs_exist_ok=True)
        path = sorted(each for each in Path(folder).rglob("*") if each.is_file())[place]
        data = path.read_bytes()
        changed = {"damaged": damaged(data, at), "cut": data[: at % len(data)], "empty": b""}
        path.write_bytes(changed.get(way, packs.sealed((b"other", b"program"))))
        assert said(EXAMPLE, Path(folder), ONE_BY_ONE, "due", DAY) == whole[1]


SETTINGS = Path("plan/settings.yaml")
TEXTS = CONTENTS | {SETTINGS: [(EXAMPLE / SETTINGS).read_bytes() + line for line in (b"", b"# 1\n", b"khong_co: 1\n")]}
STEPS = st.sampled_from(sorted(TEXTS)).flatmap(
    lambda path: st.tuples(st.just(path), st.sampled_from(TEXTS[path]), st.sampled_from(WAYS))
)


@pytest.mark.slow
@so_many(30)
@given(st.lists(STEPS, min_size=1, max_size=5), st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), min_size=5))
def test_however_files_and_days_change_between_runs_what_was_kept_never_shows(
    steps: list[tuple[Path, bytes, Way]], days: list[date]
) -> None:
    with TemporaryDirectory() as folder:
        workspace, cache = Path(folder, "ws"), Path(folder, "kept")
        shutil.copytree(EXAMPLE, workspace)
        for (path, text, way), day in zip(steps, days, strict=False):
            way(workspace / path, text)
            form = ("table", "json", "csv")[day.month % 3]
            words = (("due", "list", "stats")[day.day % 3], f"--as-of={day}", f"--format={form}")
            expected = said(workspace, Path(folder, "at-once"), AT_ONCE, *words)
            assert said(workspace, cache, ONE_BY_ONE, *words) == expected
            assert said(workspace, cache, ONE_BY_ONE, *words) == expected


def test_shares_come_back_in_order_from_as_many_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: 3 if hasattr(os, "fork") else 1)
    work = workers.Work(list, bytes, list)
    found = workers.spread(range(10), work, worth=True)
    assert [each for share in found for each in share] == list(range(10))
    assert len(found) == (3 if hasattr(os, "fork") else 1)
    assert workers.spread(range(10), work, worth=False) == [list(range(10))]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can fork here")
def test_a_process_that_fails_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: 2)

    def fail(share: Sequence[int]) -> list[int]:
        return [1 // (each - 7) for each in share]

    with pytest.raises(Stop, match="đọc dở dang"):
        workers.spread(range(10), workers.Work(fail, bytes, list), worth=True)


def test_several_processes_give_one_answer(
    tmp_path: Path, linked: Path, apart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: 3)
    monkeypatch.setattr(plan_by_plan, "is_worth_processes", lambda *_: hasattr(os, "fork"))
    monkeypatch.setattr(asking, "is_worth_processes", lambda *_: hasattr(os, "fork"))
    monkeypatch.setattr(whole_plans, "_AT_A_TIME", 1)
    for workspace, form in ((linked, "table"), (apart, "table"), (apart, "json"), (apart, "csv")):
        for words in (("due", DAY), ("list", DAY), ("stats", DAY, "--by=agency")):
            expected = said(workspace, tmp_path / "at-once", AT_ONCE, *words, f"--format={form}")
            for _ in range(2):
                assert said(workspace, tmp_path / "kept", ONE_BY_ONE, *words, f"--format={form}") == expected
