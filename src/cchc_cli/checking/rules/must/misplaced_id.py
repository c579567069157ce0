"""An id must agree with the position of its row."""

from collections.abc import Iterator
from itertools import chain
from re import compile as pattern

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.model import GIVEN, TASKS, SectionFile, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.vietnamese.paper import from_roman

_PLAIN = pattern(r"[A-Za-z0-9][A-Za-z0-9.\-]*")
_COUNT = pattern(r"[1-9][0-9]*")
_LETTERS = "chỉ dùng chữ cái không dấu, chữ số, dấu chấm, dấu gạch nối"


@rule(
    "CC205",
    "Id sai chỗ hoặc sai cách viết",
    "Id là chỗ đứng của dòng trong phụ lục (lĩnh vực.số), dùng để sắp xếp, tìm và ghi tiến độ.",
)
def misplaced_id(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """A section has a Roman number; a row begins with the id of its section or heading; milestones are task/1, /2 …

    All ids are plain ASCII. Where the appendix has no sections, the id of a row is its printed number.

    Bad:
      tasks: [{id: II.1}]
    Good:
      tasks: [{id: I.1}]
    """
    for given in plan.given.tasks if plan.given else ():
        yield from _row(given, f"{GIVEN}.", f"{GIVEN}.1")
    for section in plan.sections:
        if section.id == TASKS:
            yield from chain.from_iterable(map(_top, section.tasks))
        elif from_roman(section.id) is None:
            yield Finding(section.at, f'id lĩnh vực "{section.id}" phải là số La Mã', "id", hint="ghi như I, II, III")
        else:
            yield from _section(section)
    for task in plan.tasks:
        if task.is_body and not (task.id.startswith("body.") and _PLAIN.fullmatch(task.id)):
            message = f'{task.id}: id của nhiệm vụ giao trong thân kế hoạch phải bắt đầu bằng "body."'
            yield Finding(task.at, message, "id", hint="ghi như body.IV.3-1", task=task.id)
    for identity, at in _marks(plan):
        if not _PLAIN.fullmatch(identity):
            yield Finding(at, f'id "{identity}" phải viết không dấu, không cách', "id", hint=_LETTERS)


def _section(section: SectionFile) -> Iterator[Finding]:
    """Checks a section's rows. If all of several rows belong to another section, the section's id is wrong."""
    others = {row.id.partition(".")[0] for row in section.tasks}
    if len(section.tasks) > 1 and len(others) == 1 and section.id.upper() not in {each.upper() for each in others}:
        (meant,) = others
        message = f'{section.id}: mọi dòng của lĩnh vực này có id bắt đầu bằng "{meant}."'
        yield Finding(section.at, message, "id", hint=f'có phải "{meant}"?', task=section.id)
        return
    for row in section.tasks:
        yield from _row(row, f"{section.id}.", f"{section.id}.1")


def _top(row: TaskRow) -> Iterator[Finding]:
    """Checks a row of an appendix without sections: its id is its printed number."""
    if row.id.casefold().startswith("body."):
        message = f'{row.id}: "body." chỉ dành cho nhiệm vụ giao trong thân kế hoạch'
        yield Finding(row.at, message, "id", hint="ghi số in, như 3", task=row.id)
    else:
        yield from _sound(row) or _inside(row)


def _row(row: TaskRow, before: str, like: str) -> Iterator[Finding]:
    if unsound := _sound(row):
        yield from unsound
    elif not row.id.upper().startswith((before.upper(), before[:-1].upper() + "-")):
        message = f'{row.id}: id phải bắt đầu bằng "{before}"'
        yield Finding(row.at, message, "id", hint=f"ghi như {like}", task=row.id)
    else:
        yield from _inside(row)


def _sound(row: TaskRow) -> tuple[Finding, ...]:
    """The finding of an id with other signs than plain letters and digits; đ is written dd."""
    if _PLAIN.fullmatch(row.id):
        return ()
    plain = row.id.replace("đ", "dd").replace("Đ", "DD").strip(". )")
    hint = f"ghi {plain}" if _PLAIN.fullmatch(plain) else _LETTERS
    return (Finding(row.at, f"{row.id}: id phải viết không dấu, không cách", "id", hint=hint, task=row.id),)


def _inside(row: TaskRow) -> Iterator[Finding]:
    """Checks the milestones of a row and the rows below it."""
    for milestone in row.milestones:
        task, _, count = milestone.id.partition("/")
        if task.upper() != row.id.upper() or not _COUNT.fullmatch(count):
            message = f"{milestone.id}: id của mốc phải là {row.id}/ và một số"
            yield Finding(milestone.at, message, "id", hint=f"ghi như {row.id}/1", task=row.id)
    for child in row.tasks:
        yield from _row(child, f"{row.id}.", f"{row.id}.1 hoặc {row.id}-1")


def _marks(plan: Plan) -> Iterator[tuple[str, int]]:
    """Checks the ids of events, amendments and targets."""
    for event in plan.file.events:
        yield event.id, event.at
    for amendment in plan.file.amendments:
        yield amendment.id, amendment.at
    for target, _, _ in plan.targets():
        yield target.id, target.at
