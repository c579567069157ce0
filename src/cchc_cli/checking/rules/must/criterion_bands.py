"""The bands of a criterion leave no gap and do not overlap."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.workspace import Workspace

_RATES = ("done", "on_time", "filings", "mended", "reported")


@rule(
    "CC460",
    "Các mức điểm chồng nhau hoặc hở",
    "Một số liệu phải rơi vào đúng một mức, kể cả ở ranh giới, thì điểm mới chắc chắn.",
    shared=True,
)
def criterion_bands(workspace: Workspace) -> Found:
    """Checks `bands` in criteria.yaml from 0 up; of a rate up to 100.

    Bad:
      criteria:
        groups: [ubnd-cap-xa]
        criteria: [{id: KH, name: Kế hoạch, measure: done, bands: [{over: 90, points: 2}, {under: 70, points: 0}]}]
    Good:
      criteria:
        groups: [ubnd-cap-xa]
        criteria:
        - id: KH
          name: Kế hoạch
          measure: done
          bands: [{over: 90, points: 2}, {at_least: 70, points: 1}, {under: 70, points: 0}]
    """
    if workspace.criteria is None:
        return
    from fractions import Fraction  # few workspaces have criteria, and every first run imports this rule

    from cchc_cli.plan.bands import faults, stretches, top

    for criterion in workspace.criteria.criteria:
        hint = "ghi như {over: 90, points: 2}, {at_least: 70, points: 1}, {under: 70, points: 0}"
        for band in criterion.bands:
            if None not in (band.over, band.at_least) or None not in (band.under, band.at_most):
                yield Finding(band.at, f"{criterion.id}: mức có hai cận cùng phía", "points", hint=hint)
        found = stretches(criterion.bands)
        for stretch, words in faults(found):
            yield Finding(stretch.band.at, f"{criterion.id}: {words}", "points", hint=hint)
        if found and top(found) < ((Fraction(100), 1) if criterion.measure in _RATES else (Fraction(10**12), 1)):
            yield Finding(found[-1].band.at, f"{criterion.id}: trên mức này còn hở", "points", hint=hint)
