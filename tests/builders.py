"""Small workspaces for tests: rows, entries, decisions on deadlines, events → a plan that can be asked.

Agencies: snv (the monitor), stp, stc, vp; communes xa-1 … xa-3. Groups: so (stp, stc, vp), xa (the communes),
all-of-them (both, and stp once more); lien-quan is open.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import structs

from cchc_cli.model import (
    AgencyRow,
    Amendment,
    AppendixHead,
    Assignment,
    BodyTask,
    Clause,
    Deadline,
    Decision,
    Document,
    Entry,
    Event,
    Happening,
    Measurement,
    Member,
    MilestoneRow,
    Part,
    PlanFile,
    Role,
    SectionFile,
    Settings,
    Signatory,
    Status,
    Target,
    TaskRow,
)
from cchc_cli.plan.plans import Plan, Records
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading import assemble
from cchc_cli.reading.load import Loaded, load
from cchc_cli.reading.settings import with_defaults
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.milestones import milestone_state
from cchc_cli.state.states import State, TaskState
from cchc_cli.state.tasks import task_state
from cchc_cli.text.sources import Sources

ROOT = Path(__file__).resolve().parents[1]
MONITOR = "snv"
COMMUNES = ("xa-1", "xa-2", "xa-3")
DEPARTMENTS = ("stp", "stc", "vp")
Reported = tuple[str, Entry]


def day(text: str) -> date:
    """ "31/1" (of 2026) or "15/1/2027" → the day."""
    numbers = [int(part) for part in text.split("/")]
    return date(numbers[2] if len(numbers) == 3 else 2026, numbers[1], numbers[0])


def group(identity: str, members: Iterable[str]) -> AgencyRow:
    listed = tuple(Member(agency=member, basis="assumed") for member in members)
    return AgencyRow(id=identity, name=f"Nhóm {identity}", kind="group", members=listed)


REGISTRY = Registry(
    (
        AgencyRow(id="snv", name="Sở Nội vụ", kind="department"),
        *(AgencyRow(id=each, name=f"Sở {each}", kind="department") for each in DEPARTMENTS),
        *(AgencyRow(id=each, name=f"UBND xã {each}", kind="commune") for each in COMMUNES),
        group("so", DEPARTMENTS),
        group("xa", COMMUNES),
        group("all-of-them", ("so", "xa", "stp")),
        AgencyRow(id="lien-quan", name="Các cơ quan liên quan", kind="group", open=True),
    )
)


def assigned(agency: str, role: Role = Role.LEAD) -> Assignment:
    return Assignment(agency=agency, role=role)


def task(
    schedule: Any = "Tháng 3/2026",
    leads: Iterable[str] = ("stp",),
    others: Iterable[tuple[str, Role]] = (),
    identity: str = "I.1",
    **fields: Any,
) -> TaskRow:
    """A row of the appendix; `others`: agencies with roles beside the leads."""
    assignments = (*(assigned(lead) for lead in leads), *(assigned(*other) for other in others))
    number = identity.partition(".")[2]
    title = fields.pop("title", f"Nhiệm vụ {identity}")
    return TaskRow(id=identity, number=number, title=title, schedule=schedule, assignments=assignments, **fields)


def part(identity: str, schedule: Any, **fields: Any) -> MilestoneRow:
    """A milestone of a row."""
    return MilestoneRow(id=identity, schedule=schedule, **fields)


def entry(by: str, on: str | None, status: str | None = None, about: str = "I.1", **fields: Any) -> Reported:
    """An entry of an agency, written on its day unless `recorded` says when; done and submitted come with evidence."""
    when = day(on) if on else None
    recorded = day(fields.pop("recorded")) if "recorded" in fields else when
    proof = () if fields.pop("unproven", False) or status not in ("done", "submitted") else (Document(number="1/BC"),)
    stored = Status(status) if status else None
    fields = {"evidence": proof} | fields
    return by, Entry(task=about, recorded=recorded or day("1/1"), date=when, status=stored, **fields)


def confirmed(on: str, about: str = "I.1", by: str = MONITOR, **fields: Any) -> Reported:
    """The monitor confirms; the document that the work yielded is named."""
    return entry(by, on, None, about, action="confirm", **({"evidence": (Document(number="2/BC"),)} | fields))


def returned(on: str, about: str = "I.1", by: str = MONITOR, **fields: Any) -> Reported:
    """The monitor sends back."""
    return entry(by, on, None, about, action="return", note="thiếu sản phẩm", **fields)


def decision(action: Any, dated: str, to: str | None = None, about: str = "I.1", **fields: Any) -> Deadline:
    """A decision on a deadline by a document of a day."""
    recorded = day(fields.pop("recorded")) if "recorded" in fields else day(dated)
    document = Document(number="3/QĐ", date=day(dated))
    return Deadline(
        task=about, action=action, recorded=recorded, document=document, to=day(to) if to else None, **fields
    )


def happened(event: str, on: str, recorded: str | None = None) -> Happening:
    return Happening(event=event, date=day(on), recorded=day(recorded or on))


def workspace(
    *rows: TaskRow,
    entries: Iterable[Reported] = (),
    deadlines: Iterable[Deadline] = (),
    events: Iterable[Happening] = (),
    measurements: Iterable[Measurement] = (),
    targets: Iterable[Target] = (),
    duties: Iterable[tuple[str, ...]] = (),
    amendments: Iterable[tuple[str, str]] = (),
    issued: str | None = None,
    **settings: Any,
) -> Workspace:
    """One plan of 2026. `duties`: the leads of each duty of the body; `amendments`: id and day; `issued`: the plan's
    own day, where it matters; the rest are settings.

    The outside events "e1" and "e2" are declared.
    """
    own = with_defaults(Settings(**settings))
    records = Records(tuple(entries), tuple(deadlines), tuple(events), tuple(measurements))
    file = _plan_file(tuple(targets), tuple(duties), tuple(amendments))
    if issued and file.decision:
        file = structs.replace(file, decision=structs.replace(file.decision, date=day(issued)))
    plan = assemble.plan("plan/2026", file, _sections(rows), records, own, REGISTRY)
    return Workspace(REGISTRY, {}, own, (plan,), Sources())


def ledger(workspace: Workspace) -> Ledger:
    return Ledger.of(workspace.plans[0], workspace)


def found(workspace: Workspace, identity: str = "I.1") -> Task:
    task = workspace.plans[0].task(identity)
    assert task is not None
    return task


def milestone(workspace: Workspace, on: str | date, identity: str = "I.1/1") -> State:
    """A milestone on a day."""
    task = found(workspace, identity)
    own = next(each for each in task.milestones if each.id == identity)
    return milestone_state(ledger(workspace), task, own, _on(on))


def whole(workspace: Workspace, on: str | date, identity: str = "I.1") -> TaskState:
    """A task on a day."""
    return task_state(ledger(workspace), found(workspace, identity), _on(on))


def real(*entries: Reported, deadlines: Iterable[Deadline] = (), events: Iterable[Happening] = ()) -> Workspace:
    """The plan of this repository with the given records and no others."""
    sound = loaded().workspace
    plan: Plan = structs.replace(sound.plans[0], records=Records(entries, tuple(deadlines), tuple(events)))
    return structs.replace(sound, plans=(plan,))


@cache
def loaded(folder: str = ".") -> Loaded:
    """A workspace of this repository, read from its files."""
    root = ROOT / folder
    paths = sorted((root / "plan").rglob("*.yaml"))
    return load({path.relative_to(root).as_posix(): path.read_bytes() for path in paths})


def _on(when: str | date) -> date:
    return day(when) if isinstance(when, str) else when


def _sections(rows: Iterable[TaskRow]) -> list[SectionFile]:
    grouped: dict[str, list[TaskRow]] = defaultdict(list)
    for row in rows:
        grouped[row.id.partition(".")[0]].append(row)
    return [SectionFile(id=each, number=each, title=f"LĨNH VỰC {each}", tasks=tuple(grouped[each])) for each in grouped]


def _plan_file(
    targets: tuple[Target, ...], duties: tuple[tuple[str, ...], ...], amendments: tuple[tuple[str, str], ...]
) -> PlanFile:
    body = tuple(
        Clause(text=f"Việc {place}", number=str(place),
               task=BodyTask(id=f"body.IV.1-{place}", assignments=tuple(assigned(lead) for lead in leads)))
        for place, leads in enumerate(duties, 1)
    )  # fmt: skip
    return PlanFile(
        format=1,
        title="Kế hoạch thử",
        year=2026,
        monitor=MONITOR,
        decision=Decision(number="1/QĐ", date=day("31/12/2025"), title="Ban hành Kế hoạch", authority="ỦY BAN NHÂN DÂN",
                          bases=(), proposal="", articles=(), recipients=(), signatory=Signatory(agency="snv")),
        kind="KẾ HOẠCH",
        note="",
        objectives=Part(number="I", title="MỤC TIÊU", items=(Clause(text="Mục tiêu", number="1", targets=targets),)),
        tasks=Part(number="II", title="NHIỆM VỤ"),
        funding=Part(number="III", title="KINH PHÍ"),
        organisation=Part(number="IV", title="TỔ CHỨC", items=body),
        appendix=AppendixHead(label="Phụ lục", title="NHIỆM VỤ", note="", columns=()),
        events=(Event(id="e1", name="Sự kiện 1"), Event(id="e2", name="Sự kiện 2")),
        amendments=tuple(Amendment(id=each, number="2/QĐ", date=day(on), title="Điều chỉnh")
                         for each, on in amendments),
    )  # fmt: skip
