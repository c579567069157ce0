"""Frozen figures must agree with the records."""

from itertools import groupby

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.text.sources import Sources


@rule(
    "CC421",
    "Số liệu đã chốt khác sổ ghi hiện nay",
    "Số đã báo cáo cấp trên mà sau đó sổ ghi tính ra số khác thì hai báo cáo nói hai điều.",
    Severity.WARNING,
    sound=True,
)
def snapshot_drift(plan: Plan, workspace: Workspace) -> Found:
    """Compares each row of a snapshot with the figures of the records for its day, whenever they were written.

    Bad:
      tasks: [{id: I.1, schedule: Tháng 01/2026}]
      files:
        plan/2026/snapshots/2026-Q1.yaml: |
          period: 2026-Q1
          as_of: 2026-03-14
          recorded: 2026-03-16
          counts: {done: 1}
    Good:
      tasks: [{id: I.1, schedule: Tháng 01/2026}]
      files:
        plan/2026/snapshots/2026-Q1.yaml: |
          period: 2026-Q1
          as_of: 2026-03-14
          recorded: 2026-03-16
          counts: {overdue: 1, reached: 1}
    """
    if not plan.records.snapshots or plan.lost:
        return
    from cchc_cli.queries.snapshot import drift
    from cchc_cli.wording.states import FIGURE

    for frozen in plan.records.snapshots:
        for (at, section), found in groupby(drift(workspace, plan, frozen), lambda each: (each.at, each.section)):
            if not _is_read(workspace.sources, at):
                continue
            figures = list(found)
            told = "; ".join(f"{FIGURE[each.name]} {each.frozen} (nay {each.now})" for each in figures)
            part = f", {_part(section)}" if section else ""
            message = f"số liệu đã chốt kỳ {frozen.period}{part} khác sổ ghi hiện nay: {told}"
            hint = "xem các dòng ghi sau ngày chốt; số đã báo cáo thì giữ tệp này, chưa báo cáo thì xóa rồi chốt lại"
            yield Finding(at, message, figures[0].name, hint=hint)


def _part(section: str) -> str:
    """The words for the figures of a section, or of the tasks that are counted apart."""
    from cchc_cli.plan.tasks import BODY

    return "nhiệm vụ đếm riêng" if section == BODY else f"lĩnh vực {section}"


def _is_read(sources: Sources, at: int) -> bool:
    """Whether the whole row was read: no key is misspelt, and every figure is a number."""
    from cchc_cli.queries.snapshot import NAMES

    keys = sources.keys(at)
    spans = [sources.span(at, key) for key in keys & set(NAMES)]
    lines = [(sources.line_text(span.file, span.line) or "")[span.column - 1 : span.end_column - 1] for span in spans]
    return keys <= {*NAMES, "section"} and all(line.strip("\"'").isdecimal() for line in lines)
