"""An agency must be spelled in one way."""

from collections.abc import Iterator
from functools import cache
from re import IGNORECASE, escape, search
from typing import NamedTuple

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.agencies_in_text import Printed, printed
from cchc_cli.checking.rules.rows import leaves
from cchc_cli.model import ROLE_CELLS, AgencyRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.names import key

_SKIPPED = ("group", "commune")
_SHORT_FORMS = {"hành chính công": "hcc", "thủ tục hành chính": "tthc", "cải cách hành chính": "cchc"}


class _Spelling(NamedTuple):
    """A name of an agency that does not just shorten another one: its form for comparison, and as in the registry."""

    agency: str
    form: str
    name: str


class _Use(NamedTuple):
    """Where a name is printed: the row and its cell, the task, the cell's text."""

    at: int
    cell: str
    task: str
    text: str


@rule(
    "CC506",
    "Một cơ quan ghi hai tên",
    "Cùng một cơ quan mà hai nơi ghi hai tên thì người đọc tưởng là hai cơ quan.",
    Severity.WARNING,
)
def agency_spelled_two_ways(plan: Plan, workspace: Workspace) -> Found:
    """Flags aliases in printed assignments that omit or change words of an agency's name, if the name is printed too.

    Case, a closing "tỉnh", abbreviations, parts of the full name and groups are ignored.

    Bad:
      agencies:
      - {id: tt, name: Trung tâm Xúc tiến Đầu tư và Du lịch, kind: unit, aliases: [Trung tâm Xúc tiến Du lịch]}
      tasks:
      - {id: I.1, assignment: Trung tâm Xúc tiến Đầu tư và Du lịch chủ trì}
      - {id: I.2, assignment: Trung tâm Xúc tiến Du lịch chủ trì}
    Good:
      agencies:
      - {id: tt, name: Trung tâm Xúc tiến Đầu tư và Du lịch, kind: unit, aliases: [Trung tâm Xúc tiến Du lịch]}
      tasks:
      - {id: I.1, assignment: Trung tâm Xúc tiến Đầu tư và Du lịch chủ trì}
      - {id: I.2, assignment: Trung tâm Xúc tiến Đầu tư và Du lịch tỉnh chủ trì}
    """
    spellings = _known(workspace.registry)
    if not spellings:
        return
    used = _used(plan, spellings, printed(workspace.registry))
    for row in workspace.registry.rows:
        forms = [each for each in spellings if each.agency == row.id and each in used]
        for alias in forms[1:]:
            use = used[alias]
            message = f"{use.task}: “{alias.name}” cũng là “{forms[0].name}” ở {used[forms[0]].task}"
            words = _as_printed(alias, use.text)
            yield Finding(use.at, message, use.cell, words=words, hint="thống nhất một tên", task=use.task)


@cache
def _known(registry: Registry) -> list[_Spelling]:
    """The spellings of agencies, computed once for all plans of a registry."""
    return [each for row in registry.rows for each in _spellings(row)]


def _spellings(row: AgencyRow) -> Iterator[_Spelling]:
    """The name, and the aliases that differ from all before in more than length; nothing for a single spelling."""
    found: list[_Spelling] = []
    for name in (row.name, *row.aliases, *filter(None, (row.full,))) if row.kind not in _SKIPPED else ():
        form = _form(key(name))
        is_abbreviation = " " not in form.strip()
        if not is_abbreviation and not any(form in each.form or each.form in form for each in found):
            found.append(_Spelling(row.id, form, name))
    return iter(found if len(found) > 1 else ())


def _used(plan: Plan, spellings: list[_Spelling], cells: Printed) -> dict[_Spelling, _Use]:
    """Each printed spelling with its first place."""
    used: dict[_Spelling, _Use] = {}
    read: set[str] = set()
    wanted = spellings
    for row, task in leaves(plan):
        for cell in ("assignment", *ROLE_CELLS):
            text = getattr(row, cell)
            if text and text not in read:
                read.add(text)
                form = _form(cells.key(text))
                here = [each for each in wanted if each.form in form]
                if here:
                    used |= dict.fromkeys(here, _Use(row.at, cell, task.id, text))
                    wanted = [each for each in wanted if each.form not in form]
    return used


def _form(known: str) -> str:
    form = f" {known} "
    for words, short in _SHORT_FORMS.items():
        form = form.replace(f" {words} ", f" {short} ")
    return form.replace(" tỉnh ", " ")


def _as_printed(spelling: _Spelling, text: str) -> str | None:
    found = search(r"[\W_]+".join(map(escape, spelling.name.split())), text, IGNORECASE)
    return found[0] if found else None
