"""Ask step by step for what is missing on the command line of `update`, if a person sits at a terminal."""

from collections.abc import Callable, Iterable
from datetime import date as Day
from typing import NamedTuple, TypeVar

from msgspec import structs

from cchc_cli.answers import cells
from cchc_cli.answers.records import entry_words
from cchc_cli.model import Document, Entry, Status
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import due as query
from cchc_cli.queries.views import Asked
from cchc_cli.recording import entry, evidence, identities, values
from cchc_cli.recording.entry import Draft, Typed
from cchc_cli.recording.faults import Fault, Field, text
from cchc_cli.recording.identities import About
from cchc_cli.shell import screen
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import scope
from cchc_cli.state.timing import Bucket
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import Several
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.few import few
from cchc_cli.wording.states import PROGRESS, TYPED_PROGRESS

T = TypeVar("T")
_NOBODY = Fault(Field.AGENCY, "chưa biết cơ quan nào báo cáo", "ghi tên hoặc viết tắt, như STP")
_NO_DAY = Fault(Field.DATE, "cần ngày hoàn thành: theo ngày đó mà tính đúng hạn hay quá hạn", "ghi ngày của sản phẩm")
_TEXTS = ("Khó khăn, vướng mắc", "Kiến nghị, đề xuất", "Ghi chú")
_UNDER_WAY = (Status.IN_PROGRESS, Status.PAUSED)
_OFFERED = (Status.IN_PROGRESS, Status.DONE, Status.SUBMITTED, Status.PAUSED, Status.CANCELLED)


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
    draft = sound(entry.understood(words, workspace.registry, today))
    return Answered(abouts, by, draft if words.says_something else _asked(draft, today))


def _asked(draft: Draft, today: Day) -> Draft:
    """The draft with what a report needs: status, percentage, day, proofs, difficulties, proposals, a note."""
    status = _status()
    percent = _percent() if status in _UNDER_WAY else None
    draft = structs.replace(draft, status=status, percent=percent)
    draft = structs.replace(draft, date=draft.date or _date(status, today))
    draft = structs.replace(draft, evidence=_evidence(draft.date))
    difficulties, proposals, note = (screen.ask(f"{what} (Enter: không): ") or None for what in _TEXTS)
    return structs.replace(draft, difficulties=difficulties, proposals=proposals, note=note)


def sentence(answered: Answered, records: Iterable[Entry], registry: Registry) -> list[str]:
    """What would be written, in words, for the officer to approve."""
    told = ["Sẽ ghi:"]
    for record in records:
        on = f", ngày {short_date(record.date)}" if record.date else ""
        told.append(f"  {registry.name(answered.by)} cập nhật {record.task}{on}: {entry_words(record)}.")
    return told


def agreed() -> bool:
    """Ask whether it may be written."""
    return _until("Ghi dòng này? (c: có, k: không): ", _yes)


def _agency(given: str | None, workspace: Workspace, today: Day) -> str:
    settings = workspace.own_settings
    if given is not None or scope.reporter_named(settings):
        return scope.reporter(given, workspace.registry, settings)
    question = "Cơ quan báo cáo (tên hoặc viết tắt): "
    return _until(question, lambda name: _reporter(name, workspace, today) if name else _NOBODY)


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
    return _until(question, lambda identity: identities.about(known.get(identity, identity), workspace, today.year))


def _status() -> Status:
    for place, status in enumerate(_OFFERED, 1):
        screen.say(f"{place:>3}. {PROGRESS[status]}")
    places = {str(place): status for place, status in enumerate(_OFFERED, 1)}
    question = "Tình trạng (số thứ tự hoặc chữ): "
    return _until(question, lambda word: places.get(word) or values.word(word, TYPED_PROGRESS, Field.STATUS))


def _percent() -> int | None:
    question = "Tỷ lệ hoàn thành, như 60% (Enter: không nêu): "
    return _until(question, lambda answer: values.percent(answer, Field.PERCENT) if answer else None)


def _date(status: Status, today: Day) -> Day:
    """The day; that of finished work has to be typed, because it decides whether the work is on time."""
    if status not in (Status.DONE, Status.SUBMITTED):
        question = f"Ngày thực hiện (Enter: hôm nay, {short_date(today)}): "
        return _until(question, lambda day: values.past_day(day, Field.DATE, today) if day else today)
    question = "Ngày hoàn thành, là ngày của sản phẩm (như 27/01/2026): "
    return _until(question, lambda day: values.past_day(day, Field.DATE, today) if day else _NO_DAY)


def _evidence(default: Day | None) -> tuple[Document, ...]:
    found: list[Document] = []
    question = "Tài liệu kiểm chứng, như 123/KH-UBND (Enter: không có): "
    while (document := _until(question, lambda proof: evidence.read(proof, default) if proof else None)) is not None:
        found.append(document)
        question = "Tài liệu nữa (Enter: thôi): "
    return tuple(found)


def _until(question: str, understood: Callable[[str], T | Fault]) -> T:
    """Ask until the answer is understood. In a dialogue, messages use the names of fields, not of options."""
    while True:
        found = understood(screen.ask(question))
        if not isinstance(found, Fault):
            return found
        hint = f" → {text(found.hint, {})}" if found.hint else ""
        screen.say(f"  {text(found.message, {})}{hint}")


def _yes(answer: str) -> bool | Fault:
    answers = {"c": True, "có": True, "co": True, "k": False, "không": False, "khong": False, "": False}
    return answers.get(answer.casefold(), Fault(Field.CONFIRM, "trả lời c hoặc k"))
