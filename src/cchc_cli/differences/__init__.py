"""Two states of the plans → what differs by meaning: nothing about layout, comments or the order of keys."""

from msgspec import Struct, structs

from cchc_cli.differences.change import Change
from cchc_cli.differences.records import record_changes
from cchc_cli.differences.rows import Matched, matched
from cchc_cli.differences.shared import plan_changes, shared_changes
from cchc_cli.differences.tasks import task_changes
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


class Differences(Struct, frozen=True):
    """Changes plan by plan in plan order, those of shared files last; the plans and rows found on both sides."""

    changes: tuple[Change, ...]
    pairs: tuple[tuple[Plan, Plan], ...]
    renamed: dict[str, dict[str, str]]


def differences(before: Workspace, now: Workspace) -> Differences:
    """Every difference. `renamed`: plan's name now → former ids in upper case → ids now."""
    pairs = paired(before, now)
    changes: list[Change] = []
    renamed: dict[str, dict[str, str]] = {}
    for old, new in pairs:
        found = matched(old, new)
        renamed[new.name] = found.renamed
        changes += (structs.replace(each, plan=new.name) for each in _of_plan(old, new, found))
    olds, news = {id(old) for old, _ in pairs}, {id(new) for _, new in pairs}
    changes += (Change("plan", "added", plan=new.name, id=new.name, after=new.file.title)
                for new in now.plans if id(new) not in news)  # fmt: skip
    changes += (Change("plan", "removed", plan=old.name, id=old.name, before=old.file.title)
                for old in before.plans if id(old) not in olds)  # fmt: skip
    return Differences((*changes, *shared_changes(before, now)), pairs, renamed)


def paired(before: Workspace, now: Workspace) -> tuple[tuple[Plan, Plan], ...]:
    """Plans of both sides in their present order: by folder, else by the decision that issued them."""
    left = {old.folder: old for old in before.plans}
    found = {new.folder: left.pop(new.folder) for new in now.plans if new.folder in left}
    by_decision = {_decided(old): old for old in left.values() if old.issued}
    for new in now.plans:
        if new.folder not in found and new.issued and _decided(new) in by_decision:
            found[new.folder] = by_decision.pop(_decided(new))
    return tuple((found[new.folder], new) for new in now.plans if new.folder in found)


def _of_plan(old: Plan, new: Plan, found: Matched) -> list[Change]:
    places = {task.id.upper(): place for place, task in enumerate(new.tasks)}
    records = sorted(
        record_changes(old, new, found.renamed), key=lambda each: places.get((each.task or "").upper(), -1)
    )
    return [*plan_changes(old, new), *task_changes(old, new, found), *records]


def _decided(plan: Plan) -> tuple[object, ...]:
    decision = plan.file.decision
    return decision and decision.number, plan.issued, plan.term
