"""Work that comes again, followed over its time: one agency's, several agencies', and in a plan of three years."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import Cchc, Golden, Ran

ROOT = Path(__file__).parents[2]
CENTRE = "Trung tâm Phục vụ hành chính công tỉnh"
PLAN = """\
format: 1
title: Kế hoạch cải cách hành chính
{term}
monitor: so-noi-vu
issuer: ubnd-tinh
decision: {{kind: KẾ HOẠCH, number: 01/KH-UBND, date: {issued}}}
appendix: {{title: NHIỆM VỤ}}
"""
ROWS = """\
tasks:
  - id: "1"
    number: "1"
    title: Công bố kết quả giải quyết hồ sơ
    products: [Bảng kết quả]
    schedule: {schedule}
    lead: {lead}
"""
Told = tuple[str, str, str]
"""Who reports, on which turn, the day on which it was done and recorded."""


class Case(NamedTuple):
    """A plan of one task, what was reported, and the days and periods that are looked at."""

    term: str
    issued: str
    schedule: str
    lead: str
    told: tuple[Told, ...]
    days: tuple[str, ...]
    reports: tuple[tuple[str, str], ...]
    """Periods with their cut-off days."""


SIX_DAYS = ("2026-01-14", "2026-01-15", "2026-02-14", "2026-02-15", "2026-03-15", "2026-04-01")
QUARTERLY = "Hằng quý, trước ngày 15 của tháng cuối quý"
MONTHLY = "Trước ngày 15 hằng tháng"
WARDS = ("phường Bến Cảng", "phường Hoa Mai", "xã Đồng Lúa", "xã Suối Trong", "xã Núi Xanh")
CASES = {
    "monthly": Case(
        "year: 2026", "2025-12-25", MONTHLY, CENTRE,
        ((CENTRE, "2026-02", "10/02/2026"), (CENTRE, "2026-02", "12/02/2026"), (CENTRE, "2026-03", "15/3/2026")),
        SIX_DAYS, (("2026-Q1", "2026-03-14"), ("2026-Q2", "2026-06-14")),
    ),
    "collective": Case(
        "year: 2026", "2025-12-25", MONTHLY, "UBND cấp xã",
        (
            (WARDS[0], "2026-01", "09/01/2026"),
            *((each, "2026-02", "10/02/2026") for each in WARDS),
            (WARDS[0], "2026-02", "12/02/2026"),
            *((each, "2026-03", "15/3/2026") for each in WARDS[:4]),
        ),
        SIX_DAYS, (("2026-Q1", "2026-03-14"), ("2026-Q2", "2026-06-14")),
    ),
    "three-years": Case(
        "term: {start: 2026-01-01, end: 2028-12-31}", "2026-01-28", QUARTERLY, CENTRE,
        ((CENTRE, "2026-Q2", "10/6/2026"), (CENTRE, "2026-Q2", "12/6/2026"), (CENTRE, "2027-Q1", "15/3/2027")),
        ("2026-03-14", "2026-06-15", "2026-12-31", "2027-03-15", "2028-01-01", "2028-12-31"),
        (("2026-Q2", "2026-06-14"), ("2027-Q1", "2027-03-14")),
    ),
}  # fmt: skip


@pytest.fixture(params=CASES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def run(name: str, tmp_path: Path, cchc: Cchc) -> Callable[..., Ran]:
    """Runs a command on the plan of a case."""
    case = CASES[name]
    for shared in ("agencies", "calendar", "settings"):
        (tmp_path / "plan/2026/appendix").mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / f"examples/tinh-mau/plan/{shared}.yaml", tmp_path / "plan")
    (tmp_path / "plan/2026/plan.yaml").write_text(PLAN.format(term=case.term, issued=case.issued), "utf-8")
    rows = ROWS.format(schedule=json.dumps(case.schedule, ensure_ascii=False), lead=case.lead)
    (tmp_path / "plan/2026/appendix/tasks.yaml").write_text(rows, "utf-8")

    def ran(command: str, *words: str) -> Ran:
        found = cchc("-C", str(tmp_path), command, *words)
        assert found.code == 0, found.err
        return found

    return ran


def test_what_every_output_says_on_six_days(name: str, run: Callable[..., Ran], golden: Golden) -> None:
    """The first turn is missed, the second done twice, a later one a day after its day."""
    case = CASES[name]
    for by, turn, on in case.told:
        words = ("--turn", turn, "--status", "done", "--date", on, "--evidence", "1/BC", "--agency", by)
        run("update", "1", *words, f"--as-of={'-'.join(f'{int(part):02}' for part in reversed(on.split('/')))}")
    told = "".join(_day(run, on) for on in case.days)
    for period, on in case.reports:
        found = run("report", "quarterly", "--period", period, f"--as-of={on}").out.splitlines()
        own = [line for line in found if "Công bố kết quả" in line or "nhiệm vụ quá hạn" in line]
        told += "\n".join((f"\n# cchc report quarterly --period {period}", *own, ""))
    golden(f"recurring-{name}.txt", told)


def _day(run: Callable[..., Ran], on: str) -> str:
    as_of = f"--as-of={on}"
    told = [f"\n# {on}", *_rows("due", run("due", as_of, "--format", "md"))]
    told += _rows("list --missing", run("list", "--missing", as_of, "--format", "md"))
    told += _rows("list", run("list", as_of, "--format", "md"))
    told += _rows("stats", run("stats", as_of, "--format", "md"))
    shown = run("show", "1", as_of).out.splitlines()
    told += ["show:", *(line for line in shown if line.startswith(("  tình trạng:", "    1@", "    và ")))]
    found = json.loads(run("show", "1", as_of, "--format", "json").out)["task"]["milestones"][0]
    told += [f"json: {found['progress']} {found['timing']} {found['bucket']}, due {found['schedule']['due']}"]
    told += ["json turns: " + "; ".join(map(_turn, found["turns"])), ""]
    return "\n".join(told)


def _rows(command: str, ran: Ran) -> list[str]:
    """The rows of a table and its total, without the line of the day and what explains the columns."""
    left_out = ("# Tính đến", "| ---", "- Hoàn thành =", "- Chưa cập nhật =")
    lines = [line for line in ran.out.splitlines() if line and not line.startswith(left_out)]
    return [f"{command}:", *(f"  {line}" for line in lines)]


def _turn(turn: dict[str, object]) -> str:
    late = f" {turn['days_late']}" if turn["days_late"] else ""
    parts = turn.get("parts")
    own = f" {parts['done']}/{parts['of']}" if isinstance(parts, dict) else ""
    return f"{turn['id']} {turn['bucket']}{late}{own}"
