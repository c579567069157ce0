"""The words of a progress report → a checked entry about a task."""

from datetime import date as Day
from typing import Literal, NamedTuple

from msgspec import Struct, structs

from cchc_cli.model import Document, Entry, Status
from cchc_cli.plan.registry import Registry
from cchc_cli.recording import evidence, identities, values
from cchc_cli.recording.faults import Fault, Field, Words
from cchc_cli.recording.identities import About
from cchc_cli.recording.new_entry import Update
from cchc_cli.recording.update import confirmed_on, wrong
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.milestones import milestone_state
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.states import PROGRESS, TYPED_PROGRESS

Action = Literal["confirm", "return"]


class Typed(NamedTuple):
    """The words of an entry as they were typed."""

    status: str | None = None
    date: str | None = None
    evidence: tuple[str, ...] = ()
    link: str | None = None
    note: str | None = None
    percent: str | None = None
    difficulties: str | None = None
    proposals: str | None = None
    action: Action | None = None
    member: str | None = None

    @property
    def says_something(self) -> bool:
        """Whether the entry reports anything."""
        return self.percent is not None or any(
            (self.status, self.action, self.evidence, self.link, self.note, self.difficulties, self.proposals)
        )


class Draft(Struct, frozen=True):
    """The values of an entry. `member`: the id of the agency for which another agency reports."""

    status: Status | None = None
    date: Day | None = None
    evidence: tuple[Document, ...] = ()
    note: str | None = None
    percent: int | None = None
    difficulties: str | None = None
    proposals: str | None = None
    action: Action | None = None
    member: str | None = None
    remark: Words | None = None
    """What the program assumed, to tell the officer."""


def understood(words: Typed, registry: Registry, today: Day) -> Draft | Fault:
    """The values of the words. Finished work without a date gets the date of its proofs if they all have the same."""
    member = identities.agency(words.member, registry) if words.member else None
    if isinstance(member, Fault):
        return member
    status = values.word(words.status, TYPED_PROGRESS, Field.STATUS) if words.status is not None else None
    if isinstance(status, Fault):
        return status
    if status is not None and words.action is not None:
        apart = (Field.STATUS, " không đi cùng ", Field.CONFIRM, " hoặc ", Field.RETURN)
        return Fault(Field.STATUS, apart, "chọn một")
    percent = values.percent(words.percent, Field.PERCENT) if words.percent is not None else None
    if isinstance(percent, Fault):
        return percent
    if wrong := _contradicting(status, percent) or _empty(words):
        return wrong
    on = values.past_day(words.date, Field.DATE, today) if words.date is not None else None
    if isinstance(on, Fault):
        return on
    documents = evidence.read_all(words.evidence, on, words.link)
    if isinstance(documents, Fault):
        return documents
    taken = _day_of(documents) if on is None and status in (Status.DONE, Status.SUBMITTED) else None
    return Draft(
        status=status,
        date=on or taken,
        evidence=documents,
        note=words.note or None,
        percent=percent,
        difficulties=words.difficulties or None,
        proposals=words.proposals or None,
        action=words.action,
        member=member,
        remark=_taken("của tài liệu", taken) if taken else None,
    )


def update(about: About, by: str, draft: Draft, ledger: Ledger, today: Day) -> Update | Fault:
    """The entry of an agency, checked against the plan. `ledger`: the plan's records without it."""
    meant = _judged(about, by, draft, ledger, today) if draft.action else about
    if isinstance(meant, Fault):
        return meant
    about = meant
    entry = Entry(
        task=about.id,
        recorded=today,
        date=draft.date,
        turn=about.turn,
        status=draft.status,
        action=draft.action,
        agency=draft.member,
        percent=draft.percent,
        evidence=draft.evidence,
        note=draft.note,
        difficulties=draft.difficulties,
        proposals=draft.proposals,
    )
    found = Update(*about, by, entry)
    fault = wrong(found, ledger)
    return identities.writable(about.plan) or (_again(found) if fault else None) or fault or found


def _judged(about: About, by: str, draft: Draft, ledger: Ledger, today: Day) -> About | Fault:
    """What the monitor judges: of work that comes again the turn that was submitted, if it names none.

    Where none was, the turn that it judged today; else what it returns is the last turn that was done.
    """
    own = about.task.milestones if about.milestone is None else (about.milestone,)
    if len(own) != 1 or own[0].turn is not None or not own[0].turns:
        return about
    from cchc_cli.recording.turns import submitted

    turns = milestone_state(ledger, about.task, own[0], today).turns
    found = submitted(about.task, turns, draft.member)
    if isinstance(found, Fault):
        return found
    done = [each for each in turns if draft.action == "return" and each.progress is Status.DONE]
    today_s = [
        each for each in turns if each.milestone.turn and each.milestone.turn.id in _said(about, by, draft, today)
    ]
    meant = [*done[-1:], *today_s, *([found] if found else [])]
    return about._replace(milestone=meant[-1].milestone) if meant else about


def _said(about: About, by: str, draft: Draft, today: Day) -> set[str]:
    """The turns that an agency judged in the same way today."""
    return {
        each.turn
        for whose, each in about.plan.records.entries
        if each.turn
        and (whose, each.task, each.recorded) == (by, about.id, today)
        and (each.action, each.agency) == (draft.action, draft.member)
    }


def _again(found: Update) -> Update | None:
    """The update if it says the same as the last one about its part, so that nothing is left to write; else None.

    A judgement without a day has the day of that one.
    """
    entry, former = found.entry, found.former
    if former is None:
        return None
    same = structs.replace(entry, date=former.date) if entry.action and entry.date is None else entry
    return found._replace(entry=same) if structs.replace(former, at=entry.at) == same else None


def dated(found: Update, ledger: Ledger) -> tuple[Update, Words | None]:
    """The update; a confirmation without a day gets the day that the agency reported, and a remark says so."""
    stated = confirmed_on(found, ledger) if found.entry.action == "confirm" and found.entry.date is None else None
    if stated is None:
        return found, None
    entry = structs.replace(found.entry, date=stated)
    return found._replace(entry=entry), _taken("cơ quan đã báo cáo", stated)


def _contradicting(status: Status | None, percent: int | None) -> Fault | None:
    """The fault of finished work of which less than the whole is done."""
    if status not in (Status.DONE, Status.SUBMITTED) or percent in (None, 100):
        return None
    told = (Field.PERCENT, f" {percent} không đi cùng ", Field.STATUS, f" {status.value} ({PROGRESS[status]})")
    return Fault(Field.PERCENT, told, ("bỏ ", Field.PERCENT, ", hoặc ghi ", Field.STATUS, " in_progress"))


def _empty(words: Typed) -> Fault | None:
    """The fault of a text of spaces alone, or of a link that is no address."""
    texts = ((Field.NOTE, words.note), (Field.DIFFICULTIES, words.difficulties), (Field.PROPOSALS, words.proposals))
    for field, text in texts:
        if text and not text.strip():
            return Fault(field, (field, ": chưa ghi chữ nào"), ("ghi nội dung, hoặc bỏ ", field))
    if words.link and not evidence.is_link(words.link):
        told = (Field.LINK, f': "{words.link}" không phải là một địa chỉ web')
        return Fault(Field.LINK, told, ("ghi như ", Field.LINK, " https://…"))
    return None


def _day_of(documents: tuple[Document, ...]) -> Day | None:
    """The date of the proofs; None if they have none or several."""
    days = {each.date for each in documents if each.date is not None}
    return days.pop() if len(days) == 1 else None


def _taken(whose: str, day: Day) -> Words:
    return "Không nêu ", Field.DATE, f": lấy ngày {whose}, {short_date(day)}."
