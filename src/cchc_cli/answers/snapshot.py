"""A period's frozen figures → the text of their file, and sentences about them."""

from collections.abc import Iterable

from msgspec import Struct

from cchc_cli.model import TASKS, Figures, Snapshot
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.snapshot import NAMES, Drift, drift
from cchc_cli.schedule import Period, title
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import number, short_date
from cchc_cli.wording.states import FIGURE


class Frozen(Struct, frozen=True):
    """When the figures of a period were frozen, and those that differ now, in words."""

    recorded: str
    drift: str


def text(frozen: Snapshot) -> str:
    """The file: one fact a line, the figures of a section in one line."""
    day = short_date(frozen.as_of)
    lines = [
        f"# Số liệu đã chốt tính đến ngày {day}. Không sửa bằng tay: cchc validate so với sổ ghi.",
        f"period: {_scalar(frozen.period)}",
        f"as_of: {frozen.as_of.isoformat()}",
        f"recorded: {frozen.recorded.isoformat()}",
        f"counts: {{{_figures(frozen.counts)}}}",
    ]
    sections = [f"  - {{section: {each.section}, {_figures(each)}}}" for each in frozen.sections]
    return "\n".join((*lines, *(("sections:", *sections) if sections else ()), ""))


def told(frozen: Snapshot, period: Period) -> str:
    """The figures in a sentence; empty buckets are omitted."""
    buckets = {bucket: getattr(frozen.counts, bucket.value) for bucket in Bucket}
    listed = "; ".join(f"{FIGURE[bucket.value]} {number(held)}" for bucket, held in buckets.items() if held)
    total = sum(buckets.values())
    return f"Số liệu {title(period)}, tính đến ngày {short_date(frozen.as_of)}: {number(total)} nhiệm vụ; {listed}"


def drifted(found: Iterable[Drift]) -> str:
    """ "quá hạn 4 (nay 3), đã hoàn thành 10 (nay 11)": the figures of the whole plan, or else of its sections."""
    every = list(found)
    shown = [each for each in every if each.section is None] or every
    return "; ".join(f"{_place(each)}{FIGURE[each.name]} {each.frozen} (nay {each.now})" for each in shown)


def noted(workspace: Workspace, plan: Plan, period: Period) -> Frozen | None:
    """For the monitor: when the figures of a period were frozen, and those that differ now; None: never."""
    frozen = next((each for each in plan.records.snapshots if each.period == period.id), None)
    if frozen is None:
        return None
    return Frozen(short_date(frozen.recorded), drifted(drift(workspace, plan, frozen)))


def _place(each: Drift) -> str:
    return f"lĩnh vực {each.section}: " if each.section and each.section != TASKS else ""


def _figures(row: Figures) -> str:
    return ", ".join(f"{name}: {value}" for name in NAMES if (value := getattr(row, name)))


def _scalar(period: str) -> str:
    """A year alone would be read as a number."""
    return f'"{period}"' if period.isdecimal() else period
