"""Hints that name the id that a mistyped one was probably meant to be, without comparing it with all ids of tasks."""

from collections.abc import Callable
from functools import cached_property

from cchc_cli.checking.rules.rows import rows
from cchc_cli.model import TASKS
from cchc_cli.plan.carried import is_task
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import walk

MOST = 50
"""The number of words for which a hint is searched. Each takes milliseconds, and more of them have another cause."""


class Hints:
    """Hints for unknown words, each computed once. After the first `MOST` words, a general hint is given."""

    def __init__(self, near: Callable[[str], str], otherwise: str) -> None:
        self._near = near
        self._otherwise = otherwise
        self._told: dict[str, str] = {}

    def hint(self, word: str) -> str:
        """The word that was probably meant, or what to do."""
        if word not in self._told and len(self._told) < MOST:
            self._told[word] = self._near(word)
        return self._told.get(word, self._otherwise)


def agency_hints(registry: Registry) -> Hints:
    """Hints for unknown agencies: the agency meant by an id or a name."""
    otherwise = "thêm cơ quan này vào plan/agencies.yaml"

    def near(agency: str) -> str:
        from cchc_cli.vietnamese.names import Several, Unknown

        found = registry.find(agency)
        ids = found.nearest if isinstance(found, Unknown) else found.ids if isinstance(found, Several) else (found.id,)
        return f'có phải "{ids[0]}"?' if ids else otherwise

    return Hints(near, otherwise)


def name_hints(names: tuple[str, ...], otherwise: str) -> Hints:
    """Hints from a list of names: the nearest one."""
    return Hints(lambda word: near_name(word, names, otherwise), otherwise)


class TaskHints:
    """Hints for ids that name no task: the id that was meant, else the ids that exist."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def hint(self, identity: str) -> str:
        """The id meant ("I-06" is I.6), else the milestones of the task, the ids of the section, or the sections."""
        whole, _, part = identity.partition("/")
        task = self._plan.task(whole)
        if task is not None and part:
            return f"{task.id} có các mốc: " + ", ".join(milestone.id for milestone in task.milestones)
        heading = self._plan.headings.get(whole.upper())
        if heading is not None:
            return f"{heading.id} chỉ là dòng tiêu đề, ghi một trong: " + ", ".join(
                row.id for row in walk(heading.tasks) if is_task(row)
            )
        meant = self.meant(whole)
        if meant is not None:
            return f'có phải "{meant}"?'
        section = whole.partition(".")[0].upper()
        ids = self._by_section.get(section)
        if ids:
            return f"lĩnh vực {section} có từ {ids[0]} đến {ids[-1]}"
        if any(section.id == TASKS for section in self._plan.sections):
            return (
                f"có từ {self._plan.tasks[0].id} đến {self._plan.tasks[-1].id}"
                if self._plan.tasks
                else "xem: cchc list"
            )
        return "id bắt đầu bằng lĩnh vực: " + ", ".join(section.id for section in self._plan.sections)

    def meant(self, identity: str) -> str | None:
        """The task whose id has the same letters and numbers: "I-06" is I.6."""
        return self._bare.get(_bared(identity))

    @cached_property
    def _bare(self) -> dict[str, str]:
        return {_bared(task.id): task.id for task in reversed(self._plan.tasks)}

    @cached_property
    def _by_section(self) -> dict[str, list[str]]:
        ids: dict[str, list[str]] = {}
        for row in rows(self._plan):
            if is_task(row):
                ids.setdefault(row.id.partition(".")[0].upper(), []).append(row.id)
        return ids


def near_name(text: str, names: tuple[str, ...], otherwise: str) -> str:
    """A hint from a short list of names: the nearest name, else what to do."""
    from cchc_cli.vietnamese.names import nearest

    near = nearest(text, names, 1)
    return f'có phải "{near[0]}"?' if near else otherwise


def _bared(identity: str) -> str:
    """The letters and numbers of an id, without leading zeros, by which ids are compared."""
    from re import findall

    return ".".join(part.lstrip("0").upper() for part in findall(r"[^\W\d_]+|\d+", identity))
