"""Tasks and milestones → the cells that officers ask for: product, term, state, documents, roles, words of agencies."""

from collections.abc import Iterable, Iterator
from datetime import date as Day

from cchc_cli.answers import cells
from cchc_cli.answers.sheets import Head, Value
from cchc_cli.model import Assignment, Document, Role, Status
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.last_said import LastSaid, Said, last_said
from cchc_cli.queries.views import Asked, Seen, TaskView
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.states import State
from cchc_cli.wording.agencies import called
from cchc_cli.wording.roles import ROLE
from cchc_cli.wording.sections import heading
from cchc_cli.wording.states import PROGRESS

IDENTITY = 2
"""The column of the id, which counts the rows."""
HEADS = (
    Head("Kế hoạch", 14),
    Head("Lĩnh vực", 26),
    Head("Mã", 10),
    Head("Nhiệm vụ", 60),
    Head("Sản phẩm", 36),
    Head("Tiến độ", 22),
    Head("Bắt đầu", 12, "day"),
    Head("Hạn", 12, "day"),
    Head("Hạn ban đầu", 12, "day"),
    Head("Tình trạng", 24),
    Head("Tiến độ đã báo", 18),
    Head("Số ngày quá hạn", 10, "number"),
    Head("Tỷ lệ thực hiện (%)", 10, "number"),
    Head("Số cơ quan đã hoàn thành", 12, "number"),
    Head("Số cơ quan phải hoàn thành", 12, "number"),
    Head("Ngày hoàn thành", 12, "day"),
    Head("Số, ký hiệu văn bản", 28),
    *(Head(f"{ROLE[role][:1].upper()}{ROLE[role][1:]}", 28) for role in Role),
    Head("Khó khăn, vướng mắc", 36),
    Head("Kiến nghị, đề xuất", 36),
    Head("Ghi chú", 30),
    Head("Cập nhật gần nhất", 12, "day"),
)


class Worksheet:
    """Fills in rows of one answer; each plan's records are indexed once."""

    def __init__(self, workspace: Workspace, asked: Asked) -> None:
        self._registry = workspace.registry
        self._asked = asked
        self._ledgers = {plan.name: Ledger.of(plan, workspace) for plan in workspace.plans}

    def row(self, view: TaskView, seen: Seen, identity: str, title: str, whole: bool) -> tuple[Value, ...]:
        """A milestone, or with `whole` its task: products, roles and words are then those of the whole task."""
        state, task = seen.state, view.task
        milestone = None if whole else state.milestone
        own = frozenset(self._asked.agencies) if self._asked.agencies and seen.part == "lead" else None
        said = last_said(self._ledgers[view.plan.name], task, self._asked.as_of, milestone, own)
        products = task.products if milestone is None else milestone.products or task.products
        assigned = task.assignments if milestone is None else task.assigned(milestone)
        schedule = task.schedule_text if milestone is None else milestone.schedule.text
        return (
            view.plan.name,
            heading(view.plan, task.section) or "",
            identity,
            title,
            "; ".join(products),
            "; ".join(line.rstrip(" ;") for line in schedule.splitlines()),
            *_stand(state, self._asked.as_of, said),
            *(_in_role(assigned, role, self._registry, self._asked.as_of) for role in Role),
            *(_words(each, self._registry) for each in (said.difficulties, said.proposals, said.note)),
            said.written,
        )


def cited(documents: Iterable[Document]) -> str:
    """The numbers of documents with their days, or the name or link of one without a number."""
    return "; ".join(filter(None, map(_cited, documents)))


def _stand(state: State, as_of: Day, said: LastSaid) -> Iterator[Value]:
    yield from (state.term.start, state.term.due, state.term.original_due)
    yield cells.milestone_words(state, as_of)
    yield PROGRESS[state.progress]
    yield state.days_late
    yield 100 if state.progress is Status.DONE else said.percent
    yield from (state.done_parts, len(state.counted.parts)) if state.parts else (None, None)
    yield state.done_on
    yield cited(state.evidence)


def _in_role(assigned: tuple[Assignment, ...], role: Role, registry: Registry, as_of: Day) -> str:
    return "; ".join(dict.fromkeys(called(registry, each.agency, as_of) for each in assigned if each.role is role))


def _words(said: Said, registry: Registry) -> str:
    """The words alone where one agency wrote, else each after its agency's name."""
    if len(said) == 1:
        return said[0][1]
    return "; ".join(f"{registry.name(agency)}: {text}" for agency, text in said)


def _cited(document: Document) -> str:
    named = document.number or document.name or document.link or document.title or ""
    return f"{named} ngày {cells.day(document.date)}" if document.date else named
