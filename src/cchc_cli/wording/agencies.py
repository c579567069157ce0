"""How agencies that have ended are called: with who has their work now."""

from datetime import date as Day
from datetime import timedelta

from cchc_cli.plan.registry import Registry
from cchc_cli.vietnamese.paper import short_date

NOBODY = "Chưa có cơ quan chủ trì"
"""The name of the row for work without a lead."""


def called(registry: Registry, agency: str, day: Day) -> str:
    """An agency's name; after its last day "UBND xã Đồng Lúa (nay là UBND xã Đồng Suối)"."""
    now = registry.succession.holders(agency, day)
    name = registry.name(agency)
    return name if now == (agency,) else f"{name} (nay là {names(registry, now)})"


def ended(registry: Registry, agency: str, day: Day) -> str | None:
    """ "UBND xã Đồng Lúa đã thôi hoạt động từ ngày 01/7/2026"; None while it exists."""
    last = registry.succession.last_day(agency)
    if last is None or last >= day:
        return None
    return f"{registry.name(agency)} đã thôi hoạt động từ ngày {short_date(last + timedelta(1))}"


def passed_on(registry: Registry, agency: str, day: Day) -> str | None:
    """ "UBND xã A đã thôi hoạt động từ ngày 01/7/2026; việc còn lại do UBND xã B đảm nhận"; None while it exists."""
    told, now = ended(registry, agency, day), registry.succession.holders(agency, day)
    if told is None or now == (agency,):
        return told
    return f"{told}; việc còn lại do {names(registry, now)} đảm nhận"


def names(registry: Registry, agencies: tuple[str, ...]) -> str:
    """The names of agencies in a sentence."""
    *rest, last = map(registry.name, agencies)
    return f"{', '.join(rest)} và {last}" if rest else last
