"""A typed id or name → the one thing that it identifies."""

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from cchc_cli.model import TASKS, TaskRow
from cchc_cli.plan.carried import printed
from cchc_cli.plan.chief import chief
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import BODY, Milestone, Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading.places import TOP
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.text.digits import whole
from cchc_cli.vietnamese.names import Index, Match, Several, Unknown, nearest
from cchc_cli.vietnamese.paper import roman, short_date
from cchc_cli.wording.few import few

T = TypeVar("T")


class About(NamedTuple):
    """A task of a plan, or one milestone of it."""

    plan: Plan
    task: Task
    milestone: Milestone | None

    @property
    def id(self) -> str:
        """The id that a record contains; a turn is named beside it."""
        if self.milestone is None or (self.milestone.of and len(self.task.milestones) == 1):
            return self.task.id
        return self.milestone.of or self.milestone.id

    @property
    def turn(self) -> str | None:
        """The turn that a record names."""
        return self.milestone.turn.id if self.milestone and self.milestone.turn else None


class Listing(NamedTuple, Generic[T]):
    """A kind of things with ids in a plan: its name, the command that lists the things, and the things themselves."""

    name: str
    listing: str
    known: Iterable[tuple[Plan, str, T]]
    left_out: Iterable[tuple[Plan, str]]
    """The ids of the same kind in plans that are closed or drafts."""
    key: Callable[[str], str] = str.upper
    """Two ids with the same key identify the same thing."""


def one(identity: str, kind: Listing[T], chief: Plan | None) -> tuple[Plan, T] | Fault:
    """An id, bare or with its plan ("2026:pci-2025") → the one thing that it names.

    A bare id that several plans have is that of the chief plan, if it is one of them.
    """
    name, _, bare = identity.rpartition(":")
    key = kind.key(bare)
    within = [each for each in kind.known if name in ("", each[0].name)]
    found = [each for each in within if kind.key(each[1]) == key]
    if chief is not None and not name:
        found = [each for each in found if each[0].name == chief.name] or found
    if len(found) == 1:
        return found[0][0], found[0][2]
    if found:
        candidates = few((f"{plan.name}:{own}" for plan, own, _ in found), "kế hoạch", ", ")
        return Fault(Field.TASK, f'nhiều kế hoạch có {kind.name} "{bare}"', f"ghi rõ một trong: {candidates}")
    ended = [plan for plan, own in kind.left_out if kind.key(own) == key and name in ("", plan.name)]
    if ended:
        return _left_out(identity, ended[-1])
    near = ", ".join(nearest(bare, [own for _, own, _ in within]))
    hint = f"gần nhất: {near}" if near else f"xem: {kind.listing}"
    return Fault(Field.TASK, f'không có {kind.name} "{identity}"', hint)


def task(identity: str, workspace: Workspace, year: int) -> tuple[Plan, Task] | Fault:
    """The id of a task, milestone or turn, bare or with its plan ("2026:I.9") → the one plan that has it, and the task.

    A bare id is first that of the chief plan of the year.
    """
    identity = identity.partition("@")[0]
    name, _, bare = identity.rpartition(":")
    first = chief(workspace, year)
    plans = [plan for plan in workspace.plans if name in ("", plan.name)]
    if first is not None and not name and (first.task(bare) or bare.upper() in first.headings):
        plans = [first]
    headings = [found for plan in plans if (found := plan.headings.get(bare.upper())) is not None]
    if headings and not any(plan.task(bare) for plan in plans):
        return _only_heading(headings[0])
    known = ((plan, each.id, each) for plan in plans for each in plan.tasks)
    left_out = ((plan, each.id) for plan in workspace.left_out for each in plan.tasks)
    listing = "cchc list" if any(map(str.isdigit, bare)) else f'cchc list --search "{bare}"'
    return one(identity, Listing("nhiệm vụ", listing, known, left_out, _task_key), first)


def _only_heading(row: TaskRow) -> Fault:
    below = ", ".join(each.id for each in row.tasks)
    carried = "; ".join(f"{key}: {' '.join(printed(row, key).split())}" for key in row.spans)
    more = f"; ô in gộp xuống các dòng đó: {carried}" if carried else ""
    message = f"{row.id} chỉ là dòng tiêu đề, không phải nhiệm vụ"
    return Fault(Field.TASK, message, f"xem các dòng dưới nó: {below}{more}")


def about(identity: str, workspace: Workspace, year: int) -> About | Fault:
    """The id of a milestone ("I.9/2"), a turn ("I.7@2026-03") or a whole task → the one plan that has it, and both."""
    identity, _, turn = identity.partition("@")
    found = _about(identity, workspace, year)
    if not turn or isinstance(found, Fault):
        return found
    from cchc_cli.recording.turns import turn as turn_of

    own = turn_of(found.task, found.milestone, turn)
    return own if isinstance(own, Fault) else About(found.plan, found.task, own)


def _about(identity: str, workspace: Workspace, year: int) -> About | Fault:
    found = task(identity, workspace, year)
    if isinstance(found, Fault):
        return found
    bare = identity.rpartition(":")[2]
    own = found[1].milestones
    if "/" not in bare:
        return About(*found, None)
    for each in own:
        if each.id.upper() == bare.upper():
            return About(*found, each)
    listed = ", ".join(each.id for each in own)
    return Fault(Field.TASK, f'{found[1].id} không có mốc "{bare}"', f"các mốc: {listed}")


def plan_name(typed: str) -> str:
    """A plan's name, also from its path: "plan/2026/", "plan\\2026" → "2026"."""
    return typed.replace("\\", "/").strip("/").removeprefix(f"{TOP}/")


def plans(typed: Iterable[str], known: Iterable[str]) -> tuple[str, ...] | Fault:
    """The plans of the names; a fault if one is unknown."""
    every = tuple(known)
    found = {each: plan_name(each) for text in typed for each in _listed(text, every)}
    for each, name in found.items():
        if name not in every:
            near = nearest(name, list(every)) or every
            return Fault(Field.PLAN, f'không có kế hoạch "{each}"', "các kế hoạch: " + ", ".join(near))
    return tuple(dict.fromkeys(found.values()))


def _listed(text: str, known: tuple[str, ...]) -> list[str]:
    """The text itself, or its parts between commas if no plan has the whole as its name."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return [text] if plan_name(text) in known or not parts else parts


def sections(typed: Iterable[str], titles: Mapping[str, str]) -> tuple[str, ...] | Fault:
    """Sections by id, number (2 is II) or words of the title; one text may hold several, separated by commas."""
    index = Index((own, (own, title)) for own, title in titles.items())
    found: list[str] = []
    for text in typed:
        whole = _section(text, titles, index)
        parts = [whole] if whole else [_section(part, titles, index) for part in text.split(",") if part.strip()]
        for part in parts or (None,):
            if part is None:
                return Fault(Field.SECTION, f'không có lĩnh vực "{text}"', _divided(titles))
            found.append(part)
    return tuple(dict.fromkeys(found))


def _divided(titles: Mapping[str, str]) -> str:
    """The sections to choose from; those without number by their words."""
    if set(titles) <= {TASKS, BODY}:
        return "kế hoạch không chia lĩnh vực; xem cả kế hoạch"
    return f"các lĩnh vực: {', '.join(title if own == TASKS else own for own, title in titles.items())}"


def _section(text: str, titles: Mapping[str, str], index: Index) -> str | None:
    by_id = {own.upper(): own for own in titles}
    bare = text.strip().upper()
    number = whole(bare) or 0
    printed = roman(number) if 0 < number < 100 else bare
    if bare in by_id or printed in by_id:
        return by_id[bare if bare in by_id else printed]
    found = index.find(text)
    return found.id if isinstance(found, Match) else None


def agency(name: str, registry: Registry) -> str | Fault:
    """A name → the agency that it identifies."""
    found = registry.find(name)
    if isinstance(found, Several):
        names = few(map(registry.name, found.ids))
        return Fault(Field.AGENCY, f'"{name}" có thể là nhiều cơ quan: {names}', "ghi rõ hơn tên cơ quan")
    if isinstance(found, Unknown):
        near = "; ".join(registry.name(each) for each in found.nearest)
        hint = f"gần nhất: {near}" if near else "xem tên các cơ quan: cchc agencies"
        return Fault(Field.AGENCY, f'không có cơ quan nào tên "{name}"', hint)
    return found.id


def single(name: str, registry: Registry) -> str | Fault:
    """One agency; a group is none."""
    found = agency(name, registry)
    if isinstance(found, str) and registry.is_group(found):
        return Fault(Field.AGENCY, f"{registry.name(found)} là nhóm cơ quan", "ghi tên một cơ quan")
    return found


def reporter(name: str, registry: Registry) -> str | Fault:
    """The agency that reports. A group cannot report."""
    found = agency(name, registry)
    if isinstance(found, str) and registry.is_group(found):
        message = f"{registry.name(found)} là nhóm, không tự báo cáo"
        return Fault(Field.AGENCY, message, "ghi tên một cơ quan trong nhóm")
    return found


def writable(plan: Plan) -> Fault | None:
    """The fault of a plan that accepts no more records; None if it accepts them."""
    if plan.file.closed is None:
        return None
    closed = short_date(plan.file.closed)
    message = f"kế hoạch {plan.name} đã đóng ngày {closed}, không ghi thêm được"
    return Fault(Field.PLAN, message, "mở lại: bỏ dòng closed trong plan.yaml")


def _task_key(identity: str) -> str:
    """The key of the task; the id may be that of one of its milestones."""
    return identity.partition("/")[0].upper()


def _left_out(identity: str, plan: Plan) -> Fault:
    """The fault of an id that only a closed plan or a draft has: the plan's name must be typed too."""
    why = f"đã đóng ngày {short_date(plan.file.closed)}" if plan.file.closed else "mới là dự thảo"
    message = f"{identity} thuộc kế hoạch {plan.name}, {why}"
    return Fault(Field.TASK, message, ("thêm ", Field.PLAN, f" {plan.name}"))
