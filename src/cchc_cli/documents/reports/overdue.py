"""Everything overdue, by the agency that leads it, with the days and the reason."""

from msgspec import Struct, structs

from cchc_cli.documents.reports import above, citations, figures, owed, rows
from cchc_cli.documents.reports.owed import Owed
from cchc_cli.documents.reports.rows import Row
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.plan.tasks import leads
from cchc_cli.queries.stats import stats
from cchc_cli.state.milestones import part_of
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import count
from cchc_cli.wording.agencies import NOBODY


class Lead(Struct, frozen=True):
    """The overdue milestones that one agency leads."""

    name: str
    words: str
    rows: tuple[Row, ...]


class Overdue(Struct, frozen=True, kw_only=True):
    """What the template prints: `rows` has each milestone once, `agencies` groups them by lead."""

    kind: str = "BÁO CÁO"
    subject: str
    to: tuple[str, ...]
    basis: str
    named: str
    is_numbered: bool
    total: str
    overdue_words: str
    summary: str
    rows: tuple[Row, ...]
    agencies: tuple[Lead, ...]
    symbol: str | None = None
    received: tuple[str, ...] = ()


def build(scene: Scene) -> Overdue:
    """Overdue milestones, the longest first; chosen agencies show their own parts, otherwise a group is one row."""
    groups = _chosen(scene) if scene.agencies else _by_lead(scene)
    found = [each for own in groups.values() for each in own] if scene.agencies else rows.overdue(scene.tasks)
    longest = rows.longest_first(found)
    return Overdue(
        subject=f"Tình hình nhiệm vụ quá hạn thuộc {citations.plan(scene)}",
        to=above.leaders(scene.plan.file.monitor, scene),
        basis=citations.basis(scene),
        named=citations.plan(scene),
        is_numbered=citations.is_numbered(scene),
        total=figures.tasks_counted(found),
        overdue_words=figures.amount(found),
        summary=_summary(longest, scene),
        rows=rows.rows(longest, scene),
        agencies=tuple(_lead(agency, own, scene) for agency, own in groups.items()),
    )


REPORT = ReportKind("Báo cáo nhiệm vụ quá hạn, theo cơ quan chủ trì", build, issuer="monitor", agencies="many")


def _lead(agency: str, own: Owed, scene: Scene) -> Lead:
    name = scene.workspace.registry.name(agency) or NOBODY
    listed = rows.rows(rows.longest_first(own), scene, agency if scene.agencies else None)
    return Lead(name, figures.amount(own), listed)


def _chosen(scene: Scene) -> dict[str, Owed]:
    return {agency: found.overdue for agency, found in owed.by_agency(scene).items() if found.overdue}


def _by_lead(scene: Scene) -> dict[str, Owed]:
    """Overdue milestones by lead in registry order, without agencies that did their part; those without a lead last."""
    found: dict[str, Owed] = {}
    registry = scene.workspace.registry
    for view, state in rows.overdue(scene.tasks):
        assigned = view.task.assigned(state.milestone)
        parts = dict(state.parts)
        behind = [lead for lead in leads(assigned) if lead not in parts or parts[lead].bucket is Bucket.OVERDUE]
        late = behind or leads(assigned)
        holders = (each for lead in late for each in part_of(registry, state, lead, scene.as_of))
        for agency in dict.fromkeys(holders) or ("",):
            found.setdefault(agency, []).append((view, state))
    return {agency: found[agency] for agency in registry.in_order(found)}


def _summary(longest: Owed, scene: Scene) -> str:
    """ "05 nhiệm vụ quá hạn trên tổng số 84 nhiệm vụ, lâu nhất 226 ngày"; body duties count if one is overdue."""
    asked = structs.replace(scene.asked, agencies=scene.agencies)
    counted = stats(scene.workspace, asked, "section") if scene.agencies else scene.by_section
    body = counted.body.total if any(view.task.is_apart for view, _ in longest) else 0
    told = f"{figures.amount(longest)} quá hạn trên tổng số {count(counted.total.total + body)} nhiệm vụ"
    return f"{told}, lâu nhất {count(longest[0][1].days_late or 0)} ngày" if longest else told
