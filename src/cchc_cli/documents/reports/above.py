"""Who stands above an agency: the body that it belongs to, and whom its reports on a plan go to."""

from cchc_cli.documents.reports.citations import is_on_reform
from cchc_cli.documents.reports.offices import is_committee
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.plan.monitors import USUAL_MONITORS
from cchc_cli.vietnamese.names import Match

_OF_PROVINCE = ("department", "office", "inspectorate", "unit", "commune")
_INSIDE = ("division", "bureau")


def body(agency: str, scene: Scene) -> str | None:
    """The body directly above an agency; None for the highest, and where it is not certain."""
    row = scene.workspace.registry.get(agency)
    kind = row.kind if row else ""
    if kind in _OF_PROVINCE:
        return _province(scene)
    return next(filter(lambda each: each != agency, _issuers(scene)), None) if kind in _INSIDE else None


def reported_to(agency: str, scene: Scene) -> str | None:
    """Whom a body below the province reports to: the monitor of the level above, else the body above; else None."""
    up = body(agency, scene)
    if up is None:
        return None
    monitor = scene.above.file.monitor if scene.above else _usual_monitor(scene)
    return up if monitor in (None, agency) else monitor


def leaders(agency: str, scene: Scene) -> tuple[str, ...]:
    """The addressee of the monitor's reports: the body whose plan it is; of its own plan, whom that body reports to.

    Where nobody stands above, it is the body itself, and the report is refused (`letterhead.framed`).
    """
    found = scene.plan.issuer if agency != scene.plan.issuer else reported_to(agency, scene) or agency
    return (scene.workspace.registry.full(found),)


def _province(scene: Scene) -> str | None:
    """The People's Committee of the province: that of a plan or of the settings, else the only one of the registry."""
    registry = scene.workspace.registry
    known = [row.id for row in registry.rows if row.kind == "council" and is_committee(row)]
    return next((each for each in _issuers(scene) if each in known), known[0] if len(known) == 1 else None)


def _issuers(scene: Scene) -> tuple[str, ...]:
    """The bodies whose plan it may be under, the nearest first."""
    above = (scene.above.issuer,) if scene.above else ()
    return tuple(filter(None, (scene.plan.issuer, *above, scene.workspace.settings.issuer)))


def _usual_monitor(scene: Scene) -> str | None:
    """Without a plan above: of a plan on administrative reform, the usual monitor of the province's."""
    found = scene.workspace.registry.find(USUAL_MONITORS["province"])
    if not isinstance(found, Match) or not is_on_reform(scene):
        return None
    row = scene.workspace.registry.get(found.id)
    return row.id if row and row.kind == "department" else None
