"""What recording commands are given → plans, days and figures fit to be recorded; what is not is a `Stop`."""

from collections.abc import Iterable
from datetime import date as Day
from typing import NamedTuple, TypeVar

from cchc_cli import evidence
from cchc_cli.model import Document, Settings
from cchc_cli.names import nearest
from cchc_cli.paper import parse_day, parse_number, short_date
from cchc_cli.plans import Plan, Workspace
from cchc_cli.problems import Stop
from cchc_cli.registry import Registry
from cchc_cli.shell import environment, opening, screen

T = TypeVar("T")


class Kind(NamedTuple):
    """What is looked for by id: its name in Vietnamese, and the command that lists them."""

    name: str
    listing: str


def one(
    identity: str, known: Iterable[tuple[Plan, str, T]], kind: Kind, closed: Iterable[tuple[Plan, str]]
) -> tuple[Plan, T]:
    """An id, bare or with its plan ("2026:pci-2025"), of things known by plan and id → the one it names.

    `closed`: the ids of the same kind in plans that are closed.
    """
    name, _, bare = identity.rpartition(":")
    within = [each for each in known if name in ("", each[0].name)]
    found = [each for each in within if each[1].upper() == bare.upper()]
    if len(found) == 1:
        return writable(found[0][0]), found[0][2]
    if found:
        candidates = ", ".join(f"{plan.name}:{own}" for plan, own, _ in found)
        raise Stop(f'nhiều kế hoạch có {kind.name} "{bare}"', f"ghi rõ một trong: {candidates}")
    opening.refuse_closed(identity, [plan for plan, own in closed if own.upper() == bare.upper()])
    near = ", ".join(nearest(bare, [own for _, own, _ in within]))
    raise Stop(f'không có {kind.name} "{identity}"', f"gần nhất: {near}" if near else f"xem: {kind.listing}")


def day(option: str, given: str) -> Day:
    """A day as officers write it, or ISO."""
    found = parse_day(given)
    if found is None:
        raise Stop(f'{option}: "{given}" không phải là một ngày có thật', "ghi như 27/01/2026 hoặc 2026-01-27")
    return found


def past_day(option: str, given: str, today: Day) -> Day:
    """A day on which something has happened: today at the latest."""
    found = day(option, given)
    if found > today:
        raise Stop(
            f"{option}: ngày {short_date(found)} chưa đến (hôm nay {short_date(today)})", "ghi ngày đã diễn ra thật"
        )
    return found


def figure(given: str) -> float:
    """A value as officers write it: 96,2, 96.2, 1.234,5."""
    found = parse_number(given)
    if found is None:
        either = given.count(".") == 1 and given.replace(".", "").isdecimal()
        plain = given.replace(".", "")
        hint = f"ghi {plain} hoặc {given.replace('.', ',')}" if either else "ghi như 96,2 hoặc 1.234,5"
        raise Stop(f'"{given}" ' + ("có thể hiểu hai cách" if either else "không phải là một con số"), hint)
    return found


def documents(typed: list[str] | None, default: Day) -> tuple[Document, ...]:
    """--evidence → documents, dated `default` where they name no day; what is unusual about one is said."""
    found = tuple(evidence.read(each, default) for each in typed or ())
    for each in found:
        warn(evidence.doubt(each))
    return found


def warn(doubt: str | None) -> None:
    """Something that is recorded all the same, but deserves a second look."""
    if doubt:
        screen.say(f"Cảnh báo: {doubt}.")


def only_plan(workspace: Workspace, why: str) -> Plan:
    """The one plan that a command is about; `why` tells what it does for one plan alone."""
    if len(workspace.plans) == 1:
        return workspace.plans[0]
    raise Stop(why, "chọn một bằng --plan: " + ", ".join(plan.name for plan in workspace.plans))


def writable(plan: Plan) -> Plan:
    """A plan that still takes records."""
    if plan.file.closed is not None:
        closed = short_date(plan.file.closed)
        raise Stop(
            f"kế hoạch {plan.name} đã đóng ngày {closed}, không ghi thêm được", "mở lại: bỏ dòng closed trong plan.yaml"
        )
    return plan


def reporter(given: str | None, registry: Registry, settings: Settings) -> str:
    """Who reports: --agency, else CCHC_AGENCY, else the settings. A group does not report."""
    name = given or reporter_named(settings)
    if not name:
        hint = 'thêm --agency "Sở …", đặt biến CCHC_AGENCY, hoặc ghi agency trong plan/settings.yaml'
        raise Stop("chưa biết cơ quan nào báo cáo", hint)
    found = opening.agency(name, registry)
    if registry.is_group(found):
        raise Stop(f"{registry.name(found)} là nhóm, không tự báo cáo", "ghi tên một cơ quan trong nhóm")
    return found


def reporter_named(settings: Settings) -> str | None:
    """Who reports where no option says: CCHC_AGENCY, else the settings."""
    return environment.agency() or settings.agency
