"""What a change of the plans does to a day's figures: milestones in each bucket, overdue now, no longer overdue."""

from collections import Counter
from datetime import date as Day
from typing import NamedTuple

from msgspec import Struct, structs

from cchc_cli.differences import Differences
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked, views
from cchc_cli.state.timing import Bucket

Key = tuple[str, str]


class _Stands(NamedTuple):
    """How a milestone stands, and whether its task is counted apart."""

    bucket: Bucket
    apart: bool


class Effect(Struct, frozen=True):
    """Milestones of open plans without checkpoints: counts before and after, without the tasks that are counted apart
    (duties of the body, given tasks), and which of all became overdue or stopped being so, as (plan, id now), in plan
    order. `left`: plans that are no longer followed (closed, removed), whose milestones are no longer counted."""

    as_of: Day
    before: dict[Bucket, int]
    after: dict[Bucket, int]
    overdue: tuple[Key, ...]
    no_longer: tuple[Key, ...]
    left: tuple[str, ...]


def effect(before: Workspace, now: Workspace, found: Differences, as_of: Day) -> Effect:
    """Both sides on one day; a plan or task renamed stays the same."""
    names = {old.name: new.name for old, new in found.pairs}
    then = {_now(key, names, found.renamed): stands for key, stands in _milestones(before, as_of).items()}
    after = _milestones(now, as_of)
    was = {key for key, stands in then.items() if stands.bucket is Bucket.OVERDUE}
    late = {key for key, stands in after.items() if stands.bucket is Bucket.OVERDUE}
    come, gone = late - was, was - late
    followed = {each.name for each in now.plans if each.is_open}
    left = (names.get(each.name, each.name) for each in before.plans if each.is_open)
    return Effect(
        as_of,
        _counts(then),
        _counts(after),
        tuple(key for key in after if key in come),
        tuple(key for key in then if key in gone),
        tuple(name for name in left if name not in followed),
    )


def _milestones(workspace: Workspace, as_of: Day) -> dict[Key, _Stands]:
    still = structs.replace(workspace, plans=tuple(each for each in workspace.plans if each.is_open))
    return {
        (view.plan.name, seen.state.milestone.id): _Stands(seen.state.bucket, view.task.is_apart)
        for view in views(still, Asked(as_of))
        for seen in view.milestones
        if not seen.state.milestone.checkpoint
    }


def _now(key: Key, names: dict[str, str], renamed: dict[str, dict[str, str]]) -> Key:
    plan = names.get(key[0], key[0])
    task, slash, part = key[1].partition("/")
    return plan, f"{renamed.get(plan, {}).get(task.upper(), task)}{slash}{part}"


def _counts(found: dict[Key, _Stands]) -> dict[Bucket, int]:
    counts = Counter(each.bucket for each in found.values() if not each.apart)
    return {bucket: counts[bucket] for bucket in Bucket}
