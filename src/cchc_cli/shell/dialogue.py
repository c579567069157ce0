"""Ask step by step for what is missing on the command line of `update`, if a person sits at a terminal."""

from collections.abc import Iterable
from datetime import date as Day
from typing import NamedTuple

from msgspec import structs

from cchc_cli.answers import cells
from cchc_cli.answers.records import entry_words
from cchc_cli.model import Entry, Status
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import due as query
from cchc_cli.queries.views import Asked
from cchc_cli.recording import entry, identities
from cchc_cli.recording.entry import Draft, Typed
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.recording.identities import About
from cchc_cli.shell import questions, screen, which_turn
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import typed_names
from cchc_cli.state.timing import Bucket
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import Several
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.few import few

_NOBODY = Fault(Field.AGENCY, "chưa biết cơ quan nào báo cáo", "ghi tên hoặc viết tắt, như STP")
_TEXTS = ("Khó khăn, vướng mắc", "Kiến nghị, đề xuất", "Ghi chú")
_UNDER_WAY = (Status.IN_PROGRESS, Status.PAUSED)


class Answered(NamedTuple):
    """The parsed arguments and answers: the tasks of one plan, the reporting agency, and the report.

    `members`: the agencies for which it reports, if any.
    """

    abouts: tuple[About, ...]
    by: str
    draft: Draft
    members: tuple[str, ...] = ()


def completed(
    abouts: tuple[About, ...], agency: str | None, words: Typed, workspace: Workspace, today: Day
) -> Answered:
    """Ask for what is missing; if nobody can be asked, raise a `Stop` that names it."""
    if not screen.can_ask():
        missing = [] if abouts else ["mã nhiệm vụ"]
        missing += [] if words.says_something else ["--status"]
        hint = 'ghi như: cchc update I.1 --status done --date 27/01/2026 --evidence "123/KH-UBND"'
        raise Stop(f"thiếu {' và '.join(missing)}", hint)
    screen.say("Trả lời từng câu; muốn thôi thì bấm Ctrl+C, chưa ghi gì.")
    by = _agency(agency, workspace, today)
    abouts = abouts or (_about(by, workspace, today),)
    abouts = tuple(which_turn.asked(each, by, workspace, today) for each in abouts)
    draft = sound(entry.understood(words, workspace.registry, today))
    return Answered(abouts, by, draft if words.says_something else _asked(draft, today))


def _asked(draft: Draft, today: Day) -> Draft:
    """The draft with what a report needs: status, percentage, day, proofs, difficulties, proposals, a note."""
    status = questions.status()
    percent = questions.percent() if status in _UNDER_WAY else None
    draft = structs.replace(draft, status=status, percent=percent)
    draft = structs.replace(draft, date=draft.date or questions.day(status, today))
    draft = structs.replace(draft, evidence=questions.proofs(draft.date))
    difficulties, proposals, note = (screen.ask(f"{what} (Enter: không): ") or None for what in _TEXTS)
    return structs.replace(draft, difficulties=difficulties, proposals=proposals, note=note)


def sentence(answered: Answered, records: Iterable[Entry], registry: Registry) -> list[str]:
    """What would be written, in words, for the officer to approve."""
    told = ["Sẽ ghi:"]
    for record in records:
        on = f", ngày {short_date(record.date)}" if record.date else ""
        told.append(f"  {registry.name(answered.by)} cập nhật {record.task}{on}: {entry_words(record)}.")
    return told


def _agency(given: str | None, workspace: Workspace, today: Day) -> str:
    settings = workspace.own_settings
    if given is not None or typed_names.reporter_named(settings):
        return typed_names.reporter(given, workspace.registry, settings)
    question = "Cơ quan báo cáo (tên hoặc viết tắt): "
    return questions.until(question, lambda name: _reporter(name, workspace, today) if name else _NOBODY)


def _reporter(name: str, workspace: Workspace, today: Day) -> str | Fault:
    """The agency of a name; of several, those that have a part in the plan, since others cannot report."""
    found, registry = workspace.registry.find(name), workspace.registry
    if not isinstance(found, Several):
        return identities.reporter(name, registry)
    own = [each for each in found.ids if not registry.is_group(each) and _items(each, workspace, today)]
    if len(own) == 1:
        screen.say(f"  {registry.name(own[0])}")
        return own[0]
    names = few(map(registry.name, own or found.ids))
    return Fault(Field.AGENCY, f'"{name}" có thể là nhiều cơ quan: {names}', "ghi rõ hơn tên cơ quan")


def _items(agency: str, workspace: Workspace, today: Day) -> tuple[query.Due, ...]:
    return query.due(workspace, Asked(today, (agency,)), 0, everything=True).items


def _about(agency: str, workspace: Workspace, today: Day) -> About:
    """The task or milestone chosen from those that the agency leads, or else has another part in."""
    still = [item for item in _items(agency, workspace, today)
             if item.seen.state.bucket not in (Bucket.DONE, Bucket.CANCELLED)]  # fmt: skip
    led = [item for item in still if item.seen.part == "lead"]
    if still:
        screen.say("Chủ trì:" if led else "Phối hợp, thực hiện:")
    known: dict[str, str] = {}
    for place, item in enumerate(led or still, 1):
        known[str(place)] = cells.identity(item.view, item.seen.state, len(workspace.plans) > 1)
        state = cells.milestone_state(item.seen.state, today).text
        line = f"{place:>3}. {known[str(place)]:<9} {state}: {cells.title(item.view, item.seen.state)}"
        screen.say(screen.fitted(line))
    question = "Nhiệm vụ nào (số thứ tự, hoặc mã như I.9): "
    return questions.until(question, lambda typed: identities.about(known.get(typed, typed), workspace, today.year))
