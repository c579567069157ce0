"""What is not clear in a task → one Vietnamese sentence, with the printed words that it is about, and the place."""

from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import leads
from cchc_cli.queries.six_clear import Gap
from cchc_cli.queries.views import TaskView
from cchc_cli.text.sources import Sources
from cchc_cli.wording.six_clear import CAUSE, MEND

_AGENCIES = ("inferred_lead", "group_lead", "several_leads")


def told(gap: Gap, view: TaskView, registry: Registry) -> str:
    """ "có nhiều cơ quan chủ trì: Sở Tài chính; Sở Tư pháp"."""
    return ": ".join(filter(None, (CAUSE[gap.cause], _about(gap, view, registry))))


def hint(gap: Gap, view: TaskView) -> str:
    """How to mend it, with the command that sets a day which was left open."""
    if gap.what != "time":
        return MEND[gap.cause]
    milestone = view.task.milestones[0].id
    return f"{MEND[gap.cause]}; ấn định sau: cchc extend {milestone} --to … --basis … --date …"


def span(gap: Gap, sources: Sources) -> tuple[str, int]:
    """The file, and the line of the key, or of the task where it has none."""
    if gap.key and gap.key in sources.keys(gap.at):
        found = sources.key_span(gap.at, gap.key)
        return found.file, found.line
    return sources.path(gap.at), sources.line(gap.at)


def _about(gap: Gap, view: TaskView, registry: Registry) -> str:
    if gap.cause in _AGENCIES:
        return "; ".join(map(registry.name, leads(view.task.assignments)))
    if gap.cause == "no_day":
        return f"“{' '.join(view.task.schedule_text.split())}”"
    if gap.cause == "vague_product":
        return "; ".join(f"“{each}”" for each in view.task.products)
    return f"“{view.task.title}”" if gap.cause == "bare_title" else ""
