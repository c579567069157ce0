"""Criteria must name groups and agencies of the registry, and indicators and subjects that are declared."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import agency_hints, near_name
from cchc_cli.model import CriteriaFile, Criterion
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC462",
    "Tiêu chí nêu cơ quan, chỉ tiêu, chuyên đề không có",
    "Nêu sai một id thì tiêu chí không chấm được cho ai.",
    shared=True,
)
def criterion_names(workspace: Workspace) -> Found:
    """Checks `groups`, `agency` of `scores`, and `of` in criteria.yaml; indicators of any plan that is read count.

    Bad:
      criteria: {groups: [ubnd-xa], criteria: [{id: KH, name: Kế hoạch, measure: done, bands: [{points: 1}]}]}
    Good:
      criteria: {groups: [ubnd-cap-xa], criteria: [{id: KH, name: Kế hoạch, measure: done, bands: [{points: 1}]}]}
    """
    given = workspace.criteria
    if given is None:
        return
    if workspace.registry.rows:
        yield from _agencies(given, workspace)
    if not (workspace.absent or workspace.beside):  # another plan may declare what is not found
        for criterion in given.criteria:
            yield from _of(criterion, workspace)


def _agencies(given: CriteriaFile, workspace: Workspace) -> Found:
    registry = workspace.registry
    hints = agency_hints(registry)
    for at, key, agency, place in _named(given):
        if agency not in registry:
            yield Finding(at, f'không có cơ quan "{agency}"', key, place, hint=hints.hint(agency))
        elif key == "groups" and (not registry.is_group(agency) or registry.is_open(agency)):
            yield Finding(at, f'"{agency}" không phải nhóm có kê thành viên', key, place, hint="ghi nhóm có members")


def _named(given: CriteriaFile) -> Iterator[tuple[int, str, str, int | None]]:
    ranked = [(given.at, given.groups), *((each.at, each.groups) for each in given.criteria)]
    for at, groups in ranked:
        yield from ((at, "groups", group, place) for place, group in enumerate(groups))
    for criterion in given.criteria:
        for score in criterion.scores:
            yield score.at, "agency", score.agency, None


def _of(criterion: Criterion, workspace: Workspace) -> Found:
    plans = (*workspace.plans, *workspace.left_out)
    if criterion.of is None or criterion.measure not in ("indicator", "mended"):
        return
    if criterion.measure == "indicator":
        every = {each.id for plan in plans for each in plan.indicators if each.by == "agency" and not each.share}
        message, otherwise = f'không có chỉ tiêu từng cơ quan đo "{criterion.of}"', "khai ở indicators, by: agency"
    else:
        every = {each for plan in plans for each in plan.settings.inspection_subjects or ()}
        message, otherwise = f'không có chuyên đề kiểm tra "{criterion.of}"', "khai ở inspection_subjects"
    if criterion.of not in every:
        yield Finding(criterion.at, message, "of", hint=near_name(criterion.of, tuple(sorted(every)), otherwise))
