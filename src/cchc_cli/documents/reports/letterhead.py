"""The issuer of a report, which determines letterhead, number, tone, signature, Nơi nhận.

See docs/promises.md#documents.
"""

from datetime import date as Day
from datetime import timedelta
from typing import Protocol, TypeVar, runtime_checkable

from msgspec import Struct, structs

from cchc_cli.documents.reports import above, offices
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.model import AgencyRow, Issued, Letterhead, Settings, Signatory
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import abbreviated, key
from cchc_cli.wording.kinds import LETTERS

_WITHOUT_LINE = ("commune",)
"""Kinds of agencies that print no line of a superior (NĐ 30/2020/NĐ-CP, Phụ lục I, II.2)."""
_SIGNING = timedelta(31)
"""How long after the day of its figures a document may be signed."""
_SEATS = ("UBND xã ", "UBND phường ", "UBND đặc khu ")


class Issuer(Struct, frozen=True, kw_only=True):
    """The issuer's fields for templates; unknown ones are None, and the officer fills them in."""

    id: str
    superior: str | None
    name: str
    sentence: str
    place: str | None
    year: str
    symbol: str | None
    unit: str | None
    tone: str
    authority: str | None
    position: str | None
    signer: str | None
    contact: str | None
    recipients: tuple[str, ...]


@runtime_checkable
class Paper(Protocol):
    """A document with a number, addressees and Nơi nhận: every report except the issued plan."""

    kind: str | None
    to: tuple[str, ...]
    symbol: str | None
    received: tuple[str, ...]


Told = TypeVar("Told", bound=Struct)


def issuer(name: str, report: ReportKind, scene: Scene) -> Issuer:
    """The issuer of the report with a name."""
    registry, settings = scene.workspace.registry, scene.settings
    agency = _issued(name, settings).issuer or _usual(report, scene)
    row = registry.get(agency) or AgencyRow(id=agency, name=agency, kind="organisation")
    head = _letterhead(agency, settings)
    signs = _signatory(row, settings, scene.as_of)
    return Issuer(
        id=agency,
        superior=_superior(head, row, scene),
        name=head.name or capitals(agency, scene),
        sentence=registry.full(agency),
        place=head.place or _seat(agency, scene) or settings.place,
        year=_year(scene.as_of),
        symbol=head.symbol or offices.symbol(row, registry),
        unit=head.unit,
        tone="yêu cầu" if offices.is_committee(row) and _commands(row, scene) else "đề nghị",
        authority=signs.authority,
        position=signs.position,
        signer=signs.name,
        contact=head.contact,
        recipients=head.recipients,
    )


def framed(name: str, told: Told, issuer: Issuer, scene: Scene) -> Told:
    """The report's fields, completed from its issuer and the settings: number, addressees, Nơi nhận.

    A report whose issuer would be its own addressee is a `Stop`.
    """
    if not isinstance(told, Paper):
        return told
    named = _issued(name, scene.settings).recipient
    to = (named,) if named else told.to
    own = {key(each) for each in (issuer.sentence, scene.workspace.registry.name(issuer.id))}
    if told.kind and any(key(each) in own for each in to):
        entry = f"reports: [{{report: {name}, recipient: …}}]"
        hint = f"chọn kế hoạch khác bằng --plan, hoặc ghi nơi nhận trong settings của plan.yaml: {entry}"
        raise Stop(f"{issuer.sentence} không tự báo cáo cho mình", hint)
    received = [*(("Như trên",) if to else ()), *(issuer.recipients or _monitor(issuer, to, scene))]
    filed = ", ".join(filter(None, ("Lưu: VT", issuer.unit)))
    closing = (*(f"{each.rstrip(';.')};" for each in received), f"{filed}.")
    return structs.replace(told, to=to, symbol=_symbol(told.kind, issuer), received=closing)


def unsaid(told: Struct, issuer: Issuer) -> tuple[str, ...]:
    """What the settings do not say of Nơi nhận, with the line to write; () where they say something."""
    if not isinstance(told, Paper) or issuer.recipients or issuer.unit:
        return ()
    line = f"letterheads: [{{agency: {issuer.id}, recipients: […], unit: …}}]"
    return (f"Nơi nhận chưa ghi nơi nhận khác, đơn vị soạn thảo; ghi một lần trong plan/settings.yaml: {line}",)


def _monitor(issuer: Issuer, to: tuple[str, ...], scene: Scene) -> tuple[str, ...]:
    """Who follows the plan gets what others issue about it."""
    monitor, registry = scene.plan.file.monitor, scene.workspace.registry
    known = {key(each) for each in to}
    return () if monitor == issuer.id or key(registry.full(monitor)) in known else (registry.name(monitor),)


def _symbol(kind: str | None, issuer: Issuer) -> str | None:
    """BC-UBND for a report, SNV-CCHC for a letter (NĐ 30/2020/NĐ-CP, Phụ lục I, III); None if a part is unknown."""
    parts = (LETTERS[kind], issuer.symbol) if kind else (issuer.symbol, issuer.unit)
    return "-".join(filter(None, parts)) if all(parts) else None


def _usual(report: ReportKind, scene: Scene) -> str:
    plan = scene.plan
    if report.issuer == "agency" and scene.agencies:
        return scene.agencies[0]
    if report.issuer == "authority":
        return plan.issuer
    return (scene.settings.issuer or plan.issuer) if report.issuer == "periodic" else plan.file.monitor


def _issued(name: str, settings: Settings) -> Issued:
    return next((each for each in settings.reports or () if each.report == name), Issued(report=name))


def _letterhead(agency: str, settings: Settings) -> Letterhead:
    return next((each for each in settings.letterheads or () if each.agency == agency), Letterhead(agency=agency))


def _signatory(row: AgencyRow, settings: Settings, day: Day) -> Signatory:
    """The settings' signatory of an agency on a day, completed by the position of its head if none is set."""
    for each in settings.signatories or ():
        started = each.since is None or each.since <= day
        ended = each.until is not None and each.until < day
        if each.agency == row.id and started and not ended:
            return offices.signs(row, each)
    return offices.signs(row, None)


def capitals(agency: str, scene: Scene) -> str:
    """The full name in capitals; of the plan's issuer as its decision prints it, if that tells more."""
    name, decision = scene.workspace.registry.full(agency).upper(), scene.plan.file.decision
    printed = decision.authority if decision and agency == scene.plan.issuer else None
    return printed if printed and printed.startswith(f"{name} ") else name


def _superior(head: Letterhead, row: AgencyRow, scene: Scene) -> str | None:
    """The line above the issuer: as set, else the body above it, for which usual abbreviations are allowed."""
    if head.superior is not None:
        return head.superior or None
    up = above.body(row.id, scene) if row.kind not in _WITHOUT_LINE else None
    return abbreviated(capitals(up, scene)) if up else None


def _year(day: Day) -> str:
    """The year in which the document is signed; open where figures of December may be signed in January."""
    return str(day.year) if (day + _SIGNING).year == day.year else "20…"


def _commands(row: AgencyRow, scene: Scene) -> bool:
    """Whether a committee writes to those below it: a province's always, a commune's about its own plan."""
    return row.kind == "council" or row.id == scene.plan.issuer


def _seat(agency: str, scene: Scene) -> str | None:
    """The name of the commune whose committee, or whose division, the agency is: the place of the document."""
    registry = scene.workspace.registry
    row = registry.get(agency)
    up = above.body(agency, scene) if row and row.kind == "division" else None
    names = [registry.name(each) for each in (agency, up) if each]
    return next((name.removeprefix(front) for name in names for front in _SEATS if name.startswith(front)), None)
