"""The issuer of a report, which determines letterhead, number, tone, signature, Nơi nhận.

See docs/promises.md#documents.
"""

from datetime import date as Day
from typing import Protocol, TypeVar, runtime_checkable

from msgspec import Struct, structs

from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.model import Issued, Letterhead, Signatory
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry

_COMMITTEE = "ỦY BAN NHÂN DÂN"
_BELOW_PROVINCE = ("department", "office", "inspectorate", "unit")
_OF_COMMITTEES = "TM. ỦY BAN NHÂN DÂN"
_LETTERS = {"BÁO CÁO": "BC", "KẾ HOẠCH": "KH", "THÔNG BÁO": "TB"}
_SEATS = ("UBND xã ", "UBND phường ", "UBND đặc khu ")


class Issuer(Struct, frozen=True, kw_only=True):
    """The issuer's fields for templates; unknown ones are None, and the officer fills them in."""

    id: str
    superior: str | None
    name: str
    sentence: str
    place: str | None
    symbol: str | None
    unit: str | None
    tone: str
    authority: str | None
    position: str | None
    signer: str | None
    recipients: tuple[str, ...]


@runtime_checkable
class Paper(Protocol):
    """A document with a number, addressees and Nơi nhận: every report except the issued plan."""

    kind: str | None
    to: tuple[str, ...]
    symbol: str
    received: tuple[str, ...]


Told = TypeVar("Told", bound=Struct)


def issuer(name: str, report: ReportKind, scene: Scene) -> Issuer:
    """The issuer of the report with a name."""
    plan, registry = scene.plan, scene.workspace.registry
    agency = _issued(name, plan).issuer or _usual(report, scene)
    head = _letterhead(agency, plan)
    signs = _signatory(agency, plan, scene.as_of)
    row = registry.get(agency)
    letters = head.name or _name(agency, plan, registry)
    committee = row is not None and row.kind == "commune"
    return Issuer(
        id=agency,
        superior=_superior(head, plan, registry, row.kind if row else ""),
        name=letters,
        sentence=in_sentence(letters) if letters == authority(plan, registry) else registry.name(agency),
        place=head.place or _seat(registry.name(agency)) or plan.settings.place,
        symbol=head.symbol or (row.abbreviation if row else None) or ("UBND" if committee else None),
        unit=head.unit,
        tone="yêu cầu" if row is not None and row.kind == "council" else "đề nghị",
        authority=signs.authority if signs else _OF_COMMITTEES if committee else None,
        position=signs.position if signs else None,
        signer=signs.name if signs else None,
        recipients=head.recipients,
    )


def framed(name: str, told: Told, issuer: Issuer, plan: Plan) -> Told:
    """The report's fields, completed from its issuer and the settings: number, addressees, Nơi nhận."""
    if not isinstance(told, Paper):
        return told
    named = _issued(name, plan).recipient
    to = (named,) if named else told.to
    received = [*(("Như trên",) if to else ()), *issuer.recipients]
    filed = ", ".join(filter(None, ("Lưu: VT", issuer.unit)))
    closing = (*(f"{each.rstrip(';.')};" for each in received), f"{filed}.")
    return structs.replace(told, to=to, symbol=_symbol(told.kind, issuer), received=closing)


def authority(plan: Plan, registry: Registry) -> str:
    """The name of the body that issued the plan, in capitals."""
    return _name(plan.issuer, plan, registry)


def in_sentence(name: str) -> str:
    """A letterhead name as it stands in a sentence: "ỦY BAN … TỈNH KHÁNH HÒA" → "Ủy ban … tỉnh Khánh Hòa"."""
    front, found, place = name.partition(" TỈNH ")
    if not found:
        return name.capitalize() if name.isupper() else name
    return f"{front.capitalize()} tỉnh {place.title()}"


def _symbol(kind: str | None, issuer: Issuer) -> str:
    """BC-UBND for a report, SNV-CCHC for a letter (NĐ 30/2020/NĐ-CP, Phụ lục I, III); "…" replaces unknown parts."""
    symbol = issuer.symbol or "…"
    return f"{_LETTERS[kind]}-{symbol}" if kind else f"{symbol}-{issuer.unit or '…'}"


def _usual(report: ReportKind, scene: Scene) -> str:
    plan = scene.plan
    if report.issuer == "agency" and scene.agencies:
        return scene.agencies[0]
    if report.issuer == "authority":
        return plan.issuer
    own = plan.settings.issuer if report.issuer == "periodic" else None
    return own or plan.file.monitor


def _issued(name: str, plan: Plan) -> Issued:
    return next((each for each in plan.settings.reports or () if each.report == name), Issued(report=name))


def _letterhead(agency: str, plan: Plan) -> Letterhead:
    return next((each for each in plan.settings.letterheads or () if each.agency == agency), Letterhead(agency=agency))


def _signatory(agency: str, plan: Plan, day: Day) -> Signatory | None:
    """The settings' signatory of an agency on a day."""
    for each in plan.settings.signatories or ():
        started = each.since is None or each.since <= day
        ended = each.until is not None and each.until < day
        if each.agency == agency and started and not ended:
            return each
    return None


def _name(agency: str, plan: Plan, registry: Registry) -> str:
    decision = plan.file.decision
    if agency == plan.issuer and decision is not None and decision.authority:
        return decision.authority
    return registry.name(agency).upper().replace("UBND", _COMMITTEE)


def _superior(head: Letterhead, plan: Plan, registry: Registry, kind: str) -> str | None:
    """The line above the issuer: as set, else the province's committee for agencies directly below it."""
    if head.superior is not None:
        return head.superior or None
    return authority(plan, registry).replace(_COMMITTEE, "UBND") if kind in _BELOW_PROVINCE else None


def _seat(name: str) -> str | None:
    """A commune's name without "UBND", printed as the place of the document."""
    return next((name.removeprefix(front) for front in _SEATS if name.startswith(front)), None)
