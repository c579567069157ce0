"""What a mistyped id was meant to be, as a hint; no task's id is compared with every other."""

from functools import cached_property

from cchc_cli.checking.rules.rows import rows
from cchc_cli.plan.plans import Plan, walk
from cchc_cli.plan.registry import Registry


class AgencyHints:
    """Hints for unknown agencies; each name is looked up once."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._told: dict[str, str] = {}

    def hint(self, agency: str) -> str:
        """The agency meant by an id or a name, or what to do where none is near."""
        if agency not in self._told:
            from cchc_cli.vietnamese.names import Several, Unknown

            found = self._registry.find(agency)
            near = (
                found.nearest if isinstance(found, Unknown) else found.ids if isinstance(found, Several) else found[:1]
            )
            self._told[agency] = f'có phải "{near[0]}"?' if near else "thêm cơ quan này vào plan/agencies.yaml"
        return self._told[agency]


class TaskHints:
    """Hints for ids that name no task: another way to write one, else which ids there are."""

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
                row.id for row in walk(heading.tasks) if not row.tasks
            )
        meant = self._bare.get(_bared(whole))
        if meant is not None:
            return f'có phải "{meant}"?'
        section = whole.partition(".")[0].upper()
        ids = self._by_section.get(section)
        if ids:
            return f"lĩnh vực {section} có từ {ids[0]} đến {ids[-1]}"
        return "id bắt đầu bằng lĩnh vực: " + ", ".join(section.id for section in self._plan.sections)

    @cached_property
    def _bare(self) -> dict[str, str]:
        return {_bared(task.id): task.id for task in reversed(self._plan.tasks)}

    @cached_property
    def _by_section(self) -> dict[str, list[str]]:
        ids: dict[str, list[str]] = {}
        for row in rows(self._plan):
            if not row.tasks:
                ids.setdefault(row.id.partition(".")[0].upper(), []).append(row.id)
        return ids


def near_name(text: str, names: tuple[str, ...], otherwise: str) -> str:
    """A hint from a short list of names: the nearest, else what to do."""
    from cchc_cli.vietnamese.names import nearest

    near = nearest(text, names, 1)
    return f'có phải "{near[0]}"?' if near else otherwise


def _bared(identity: str) -> str:
    """Only what tells ids apart: letters and numbers, without zeros before them."""
    from re import findall

    return ".".join(part.lstrip("0").upper() for part in findall(r"[^\W\d_]+|\d+", identity))
