"""Ask step by step for what is missing on the command line of `update`, if a person sits at a terminal."""

from collections.abc import Callable
from datetime import date as Day
from typing import NamedTuple, TypeVar

from msgspec import structs

from cchc_cli.answers import cells
from cchc_cli.model import Document, Status
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
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.states import PROGRESS, TYPED_PROGRESS

T = TypeVar("T")
_OFFERED = (Status.IN_PROGRESS, Status.DONE, Status.SUBMITTED, Status.PAUSED, Status.CANCELLED)


class Answered(NamedTuple):
    """The parsed arguments and answers: the task, the reporting agency, and the report."""

    about: About
    by: str
    draft: Draft


def completed(identity: str | None, agency: str | None, words: Typed, workspace: Workspace, today: Day) -> Answered:
    """Ask for what is missing; if nobody can be asked, raise a `Stop` that names it."""
    if not screen.can_ask():
        missing = [] if identity else ["mã nhiệm vụ"]
        missing += [] if words.says_something else ["--status"]
        hint = 'ghi như: cchc update I.1 --status done --date 27/01/2026 --evidence "123/KH-UBND"'
        raise Stop(f"thiếu {' và '.join(missing)}", hint)
    by = _agency(agency, workspace)
    about = scope.about(identity, workspace, today) if identity else _about(by, workspace, today)
    draft = sound(entry.understood(words, workspace.registry, today))
    if words.says_something:
        return Answered(about, by, draft)
    draft = structs.replace(draft, status=_status(), date=draft.date or _date(today))
    draft = structs.replace(draft, evidence=_evidence(draft.date))
    return Answered(about, by, structs.replace(draft, note=screen.ask("Ghi chú (Enter: không): ") or None))


def agreed() -> bool:
    """Show the line and ask whether it may be written."""
    return _until("Ghi dòng này? (c: có, k: không): ", _yes)


def _agency(given: str | None, workspace: Workspace) -> str:
    settings = workspace.own_settings
    if given is not None or scope.reporter_named(settings):
        return scope.reporter(given, workspace.registry, settings)
    question = "Cơ quan báo cáo (tên hoặc viết tắt): "
    return _until(question, lambda name: identities.reporter(name, workspace.registry) if name else scope.NO_REPORTER)


def _about(agency: str, workspace: Workspace, today: Day) -> About:
    answer = query.due(workspace, Asked(today, (agency,)), 0, everything=True)
    still = [item for item in answer.items if item.seen.part == "lead"
             and item.seen.state.bucket not in (Bucket.DONE, Bucket.CANCELLED)]  # fmt: skip
    known: dict[str, str] = {}
    for place, item in enumerate(still, 1):
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


def _date(today: Day) -> Day:
    question = f"Ngày thực hiện; nếu đã hoàn thành là ngày của sản phẩm (Enter: hôm nay, {short_date(today)}): "
    return _until(question, lambda day: values.past_day(day, Field.DATE, today) if day else today)


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
