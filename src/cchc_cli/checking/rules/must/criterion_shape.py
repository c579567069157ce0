"""A criterion has what its measure is computed from, and its id once."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.model import Criterion
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import period


@rule(
    "CC461",
    "Tiêu chí thiếu hoặc thừa khóa để chấm",
    "Mỗi cách đo cần khóa riêng: filings cần periods, indicator cần of, scores cần scores và most, còn lại cần bands.",
    shared=True,
)
def criterion_shape(workspace: Workspace) -> Found:
    """Checks the keys of each criterion against its `measure`, `periods`, and that ids and scored agencies are unique.

    Bad:
      criteria: {groups: [ubnd-cap-xa], criteria: [{id: KH, name: Kế hoạch, measure: done}]}
    Good:
      criteria: {groups: [ubnd-cap-xa], criteria: [{id: KH, name: Kế hoạch, measure: done, bands: [{points: 1}]}]}
    """
    seen: set[str] = set()
    for criterion in workspace.criteria.criteria if workspace.criteria else ():
        if criterion.id in seen:
            yield Finding(criterion.at, f"tiêu chí {criterion.id} ghi hai lần", "id", hint="đặt id khác")
        seen.add(criterion.id)
        yield from _keys(criterion)
        for place, named in enumerate(criterion.periods):
            if period(named, "cutoff") is None:
                yield Finding(criterion.at, f'không đọc được kỳ "{named}"', "periods", place, hint="ghi như 2026-Q1")
        scored: set[str] = set()
        for score in criterion.scores:
            if score.agency in scored:
                yield Finding(score.at, f"{criterion.id}: {score.agency} được chấm hai lần", "agency",
                              hint="giữ một dòng")  # fmt: skip
            scored.add(score.agency)
            if criterion.most is not None and score.points > criterion.most:
                yield Finding(score.at, f"{criterion.id}: điểm cao hơn điểm tối đa", "points", hint="xem lại most")


def _keys(criterion: Criterion) -> Found:
    given = {"bands": bool(criterion.bands), "scores": bool(criterion.scores), "most": criterion.most is not None,
             "periods": bool(criterion.periods), "of": criterion.of is not None}  # fmt: skip
    wanted = ("most",) if criterion.measure == "scores" else ("bands",)
    also = {"filings": ("periods",), "indicator": ("of",)}.get(criterion.measure, ())
    allowed = {"mended": ("of",), "scores": ("scores",)}.get(criterion.measure, ())
    for key in (*wanted, *also):
        if not given[key]:
            yield Finding(criterion.at, f"{criterion.id}: measure {criterion.measure} cần {key}", "measure",
                          hint=f"thêm {key}")  # fmt: skip
    for key, there in given.items():
        if there and key not in (*wanted, *also, *allowed):
            yield Finding(criterion.at, f"{criterion.id}: measure {criterion.measure} không dùng {key}", key,
                          hint=f"bỏ {key}")  # fmt: skip
