"""Growth: four times the work may take at most six times the processor time. Exits 1 where something takes longer.

Work that is done twice over for every record would take sixteen times. Best of three, in one process.
"""

import gc
import json
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from cchc_cli.checking.check import check, errors  # noqa: E402
from cchc_cli.checking.rules.should.unbalanced_quotes import unbalanced_quotes  # noqa: E402
from cchc_cli.disk.watch import watched  # noqa: E402
from cchc_cli.documents.render import markdown  # noqa: E402
from cchc_cli.reading.load import load  # noqa: E402
from cchc_cli.schedule.cells import fresh  # noqa: E402
from cchc_cli.state.ledger import Ledger  # noqa: E402
from cchc_cli.state.tasks import task_states  # noqa: E402
from cchc_cli.text.problems import Stop  # noqa: E402
from cchc_cli.text.yaml import parse  # noqa: E402
from examples import workspace_files  # noqa: E402
from record_lines import DONE, entries, moved  # noqa: E402

TIMES = 3
MORE = 4
MOST = 6.0
Work = Callable[[], object]

DAY = date(2026, 12, 1)
TURNS = (
    "{task: I.1, status: in_progress, date: 2026-02-03, recorded: 2026-02-03}",
    "{task: I.1, status: done, date: 2026-02-02, recorded: 2026-02-04, evidence: [{number: 1/KH}]}",
)
ENDLESS = b"{% for a in range(10**6) %}{% for b in range(10**6) %}{% endfor %}{% endfor %}"


def main() -> int:
    gc.disable()
    works: dict[str, Callable[[int], Work]] = {
        "load 2,500 tasks": lambda more: partial(load, tasks(2_500 * more)),
        "check 2,500 tasks": lambda more: partial(check, load(tasks(2_500 * more))),
        "check 1,000 tasks with entries and decisions": lambda more: partial(check, load(entered(1_000 * more))),
        "read 2,000 faulty entries": lambda more: partial(
            load, entered_lines(2_000 * more, "{task: I.1, statsu: don}")
        ),
        "errors of 1,000 unreadable schedules": lambda more: wrong("CC302", tasks(1_000 * more, "Lúc nào rảnh {}")),
        "errors of 1,000 unknown agencies": lambda more: wrong("CC201", tasks(1_000 * more, agency="so-la-{}")),
        "check a task with 1,000 decisions": lambda more: partial(check, load(decisions(1_000 * more))),
        "check a task with 1,000 entries of one day": lambda more: partial(check, load(of_one_day(1_000 * more))),
        "errors of 50 plans that implement each other's tasks": lambda more: partial(errors, load(linked(50 * more))),
        "errors of 50 plans with links to nothing": lambda more: partial(errors, load(linked(50 * more, "I.99"))),
        "state of a task with 4,000 entries": lambda more: states(entered_lines(4_000 * more, *TURNS)),
        "state of a task of 250 agencies, each with an entry": lambda more: states(shared(250 * more)),
        "state of a task that waits for one of 250 agencies": lambda more: states(shared(250 * more, waits=True)),
        "words of a cell with 4,000 terms": lambda more: partial(fresh, "Quý I, " * 4_000 * more, 2026, None),
        "signs of a title with 2,000 quotes": lambda more: signs("a “" * 2_000 * more),
        "signs of a title with 2,000 numbers": lambda more: signs("1) " * 2_000 * more),
        "refuse 100,000 levels of brackets": lambda more: partial(parse, "[" * 100_000 * more),
        "stop a template after 0.3 seconds": lambda more: partial(stopped, 0.3 * more),
    }
    ratios = {name: seconds(work(MORE)) / seconds(work(1)) for name, work in works.items()}
    print(f"{MORE} times the work; processor time, the best of {TIMES}")
    for name, ratio in ratios.items():
        print(f"  {name:<52} {ratio:5.1f} times{'' if ratio <= MOST else f', more than {MOST:.0f}'}")
    return 1 if max(ratios.values()) > MOST else 0


def seconds(work: Work) -> float:
    found = []
    for _ in range(TIMES):
        start = process_time()
        work()
        found.append(process_time() - start)
    return min(found)


def wrong(code: str, files: dict[str, bytes]) -> Work:
    """The errors of a plan, which are all of one kind: else four times the tasks would be other work, not more."""
    loaded = load(files)
    if {each.code for each in errors(loaded)} != {code}:
        sys.exit(f"not every error is {code}")
    return partial(errors, loaded)


def stopped(limit: float) -> None:
    try:
        markdown.render("thu.md.j2", ENDLESS, {}, watch=partial(watched, "thu.md", limit, 300))
    except Stop:
        return
    sys.exit("a template that never ends was not stopped")


def states(files: dict[str, bytes]) -> Work:
    """The state of every task of a plan."""
    workspace = load(files).workspace
    return lambda: list(task_states(Ledger.of(workspace.plans[0], workspace), DAY))


def linked(count: int, target: str = "I.1") -> dict[str, bytes]:
    """So many plans of ten tasks, each of which implements a task of the plan before."""
    plans = {
        f"xa-{number}": {
            "plan": {"under": f"xa-{number - 1}" if number else "2026"},
            "tasks": [
                {"id": f"I.{place}", "implements": [f"xa-{number - 1}:{target}" if number else "2026:I.1"]}
                for place in range(1, 11)
            ],
        }
        for number in range(count)
    }
    return workspace_files(json.dumps({"tasks": [{"id": "I.1"}], "plans": plans}))


def signs(title: str) -> Work:
    """The rule of quotes and brackets on a title."""
    workspace = load(workspace_files(json.dumps({"tasks": [{"id": "I.1", "title": title}]}))).workspace
    return lambda: list(unbalanced_quotes.check(workspace.plans[0], workspace))


def entered_lines(count: int, *lines: str) -> dict[str, bytes]:
    """A plan with so many entries on one task, these lines in turn."""
    return workspace_files(entries(*(lines[place % len(lines)] for place in range(count))))


def decisions(count: int) -> dict[str, bytes]:
    """A task that was extended so many times, each time by a document of its own."""
    lines = (moved(f"2026-{7 + place % 6:02}-01", number=f"{place}/UBND") for place in range(count))
    return workspace_files(f"tasks: [{{id: I.1}}]\ndeadlines: [{', '.join(lines)}]")


def of_one_day(count: int) -> dict[str, bytes]:
    """A task with so many entries of one day that all disagree."""
    lines = (f"{{task: I.1, percent: {place % 100}, recorded: 2026-02-03}}" for place in range(count))
    return workspace_files(entries(*lines))


def shared(count: int, waits: bool = False) -> dict[str, bytes]:
    """A task that so many agencies must each close, each with an entry; a second one may wait for the first."""
    ids = [f"ubnd-xa-{number}" for number in range(count)]
    agencies = [{"id": each, "name": each, "kind": "commune"} for each in ids]
    members = [{"agency": each, "basis": "assumed"} for each in ids]
    group = {"id": "cac-xa", "name": "Các xã", "kind": "group", "members": members}
    lead = [{"agency": "cac-xa", "role": "lead"}]
    rows: list[dict[str, object]] = [{"id": "I.1", "assignments": lead}]
    if waits:
        rows.append({"id": "I.2", "assignments": lead, "schedule": {"text": "Sau khi xong I.1", "after": ["I.1"]}})
    begun = [{"task": "I.1", "status": "in_progress", "recorded": "2026-02-03"}]
    return workspace_files(
        json.dumps({"agencies": [*agencies, group], "tasks": rows, "entries": dict.fromkeys(ids, begun)})
    )


def tasks(count: int, schedule: str = "Tháng 6/2026", agency: str = "so-noi-vu") -> dict[str, bytes]:
    """A plan of so many tasks; one in a hundred asks for the same as the one before, has no schedule and no lead.

    A "{}" in the schedule or the agency is the number of the task.
    """
    rows = [_row(number, schedule.format(number), agency.format(number)) for number in range(1, count + 1)]
    text = json.dumps({"id": "I", "number": "I", "title": "CẢI CÁCH", "tasks": rows}, ensure_ascii=False)
    return workspace_files("{}") | {"plan/2026/appendix/I.yaml": text.encode()}


def _row(number: int, schedule: str, agency: str) -> dict[str, object]:
    flawed = number % 100 == 0
    own = " ".join(f"{letter}{number - flawed}" for letter in "abcd")  # two titles have few words in common
    return {
        "id": f"I.{number}",
        "number": str(number),
        "title": f"Xây dựng kế hoạch triển khai nhiệm vụ cải cách hành chính nhóm {own}",
        "products": ["Kế hoạch (ban hành theo thẩm quyền)", "Báo cáo kết quả"],
        "schedule": "" if flawed else schedule,
        "assignment": "- Sở Nội vụ chủ trì\n- UBND cấp xã thực hiện",
        "assignments": [{"agency": agency, "role": "perform" if flawed else "lead"}],
    }


def entered(count: int) -> dict[str, bytes]:
    """A plan of so many tasks, each begun, extended and done."""
    begun = "{task: I.1, status: in_progress, recorded: 2026-02-02}"
    rows = ", ".join(f"{{id: I.{number}, title: Việc t{number} n{number}}}" for number in range(1, count + 1))
    lines = [line.replace("I.1,", f"I.{number},") for number in range(1, count + 1) for line in (begun, DONE)]
    decisions = (moved("2026-07-31", task=f"I.{number}") for number in range(1, count + 1))
    return workspace_files(f"tasks: [{rows}]\ndeadlines: [{', '.join(decisions)}]\n" + entries(*lines, about=""))


if __name__ == "__main__":
    sys.exit(main())
