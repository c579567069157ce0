"""The words of `update` → an entry of an agency about a task, fit to be recorded; what is not is a `Stop`."""

from collections.abc import Iterator
from datetime import date as Day
from typing import Literal, NamedTuple

from msgspec import structs

from cchc_cli import evidence, updates
from cchc_cli.ledger import Ledger
from cchc_cli.model import Document, Entry, Status
from cchc_cli.paper import short_date
from cchc_cli.plans import Workspace
from cchc_cli.problems import Stop
from cchc_cli.shell import given, opening, screen
from cchc_cli.updates import Update

Action = Literal["confirm", "return"]


class Told(NamedTuple):
    """What was typed, not yet understood."""

    identity: str | None = None
    status: str | None = None
    date: str | None = None
    agency: str | None = None
    evidence: tuple[str, ...] = ()
    link: str | None = None
    note: str | None = None
    percent: int | None = None
    difficulties: str | None = None
    proposals: str | None = None
    action: Literal["confirm", "return"] | None = None
    member: str | None = None

    @property
    def says_something(self) -> bool:
        """Whether anything is reported at all."""
        return self.percent is not None or any(
            (self.status, self.action, self.evidence, self.link, self.note, self.difficulties, self.proposals)
        )


def understood(told: Told, workspace: Workspace, today: Day) -> Update:
    """The entry that the words mean, checked against the plan."""
    plan, task, milestone = opening.milestone(told.identity or "", workspace)
    by = given.reporter(told.agency, workspace.registry, plan.settings)
    member = opening.agency(told.member, workspace.registry) if told.member else None
    entry = _entry(told, milestone.id if milestone else task.id, member, today)
    update = Update(given.writable(plan), task, milestone, by, entry)
    ledger = Ledger.of(plan, workspace)
    updates.check(update, ledger)
    stated = updates.confirmed_on(update, ledger) if entry.action == "confirm" and entry.date is None else None
    if stated is None:
        return update
    screen.say(f"Không nêu --date: lấy ngày cơ quan đã báo cáo, {short_date(stated)}.")
    return update._replace(entry=structs.replace(entry, date=stated))


def _entry(told: Told, identity: str, member: str | None, today: Day) -> Entry:
    status = opening.status(told.status) if told.status else None
    if status is not None and told.action is not None:
        raise Stop("--status không đi cùng --confirm hoặc --return", "chọn một")
    if told.percent is not None and not 0 <= told.percent <= 100:
        raise Stop(f"--percent: {told.percent} không nằm trong khoảng từ 0 đến 100")
    on = given.past_day("--date", told.date, today) if told.date else None
    documents = tuple(_documents(told, on))
    if on is None and status in (Status.DONE, Status.SUBMITTED):
        on = _day_of(documents)
    return Entry(
        task=identity,
        recorded=today,
        date=on,
        status=status,
        action=told.action,
        agency=member,
        percent=told.percent,
        evidence=documents,
        note=told.note or None,
        difficulties=told.difficulties or None,
        proposals=told.proposals or None,
    )


def _documents(told: Told, on: Day | None) -> Iterator[Document]:
    """Proofs as typed; --link goes to the last one that has none, else stands alone."""
    found = [evidence.read(each, on) for each in told.evidence]
    if told.link and found and found[-1].link is None:
        found[-1] = structs.replace(found[-1], link=told.link)
    elif told.link:
        found.append(Document(link=told.link, date=on))
    yield from found


def _day_of(documents: tuple[Document, ...]) -> Day | None:
    """The one day that the proofs of finished work bear: the product's."""
    days = {each.date for each in documents if each.date is not None}
    if len(days) != 1:
        return None
    day = days.pop()
    screen.say(f"Không nêu --date: lấy ngày của tài liệu, {short_date(day)}.")
    return day
