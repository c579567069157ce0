"""What `update` was not told, asked for step by step where a person sits at a terminal."""

from collections.abc import Callable
from datetime import date as Day
from typing import TypeVar

from cchc_cli import evidence, showing
from cchc_cli.model import Status
from cchc_cli.paper import short_date
from cchc_cli.plans import Workspace
from cchc_cli.problems import Stop
from cchc_cli.queries import due as query
from cchc_cli.queries.views import Asked
from cchc_cli.shell import given, opening, screen
from cchc_cli.shell.told import Told
from cchc_cli.timing import Bucket
from cchc_cli.wording import PROGRESS

T = TypeVar("T")
_OFFERED = (Status.IN_PROGRESS, Status.DONE, Status.SUBMITTED, Status.PAUSED, Status.CANCELLED)


def completed(told: Told, workspace: Workspace, today: Day) -> Told:
    """What is missing, asked for; a `Stop` that names it where there is nobody to ask."""
    if not screen.can_ask():
        missing = [] if told.identity else ["mã nhiệm vụ"]
        missing += [] if told.says_something else ["--status"]
        hint = 'ghi như: cchc update I.1 --status done --date 27/01/2026 --evidence "123/KH-UBND"'
        raise Stop(f"thiếu {' và '.join(missing)}", hint)
    agency = _agency(told, workspace)
    told = told._replace(agency=agency, identity=told.identity or _identity(agency, workspace, today))
    if told.says_something:
        return told
    told = told._replace(status=_status())
    told = told._replace(date=told.date or _date(today))
    return told._replace(evidence=_evidence(), note=screen.ask("Ghi chú (Enter: không): ") or None)


def agreed() -> bool:
    """Whether the line shown may be written."""
    answers = {"c": True, "có": True, "co": True, "k": False, "không": False, "khong": False, "": False}
    return _until("Ghi dòng này? (c: có, k: không): ", lambda typed: _one_of(typed.casefold(), answers))


def _agency(told: Told, workspace: Workspace) -> str:
    settings = workspace.own_settings
    if told.agency is not None or given.reporter_named(settings):
        return given.reporter(told.agency, workspace.registry, settings)
    return _until(
        "Cơ quan báo cáo (tên hoặc viết tắt): ", lambda typed: given.reporter(typed, workspace.registry, settings)
    )


def _identity(agency: str, workspace: Workspace, today: Day) -> str:
    answer = query.due(workspace, Asked(today, (agency,)), 0, everything=True)
    still = [item for item in answer.items if item.seen.part == "lead"
             and item.seen.state.bucket not in (Bucket.DONE, Bucket.CANCELLED)]  # fmt: skip
    known: dict[str, str] = {}
    for place, item in enumerate(still, 1):
        known[str(place)] = showing.identity(item.view, item.seen.state, len(workspace.plans) > 1)
        state = showing.milestone_state(item.seen.state, today).text
        line = f"{place:>3}. {known[str(place)]:<9} {state}: {showing.title(item.view, item.seen.state)}"
        screen.say(screen.fitted(line))

    def understood(typed: str) -> str:
        identity = known.get(typed, typed)
        opening.milestone(identity, workspace)
        return identity

    return _until("Nhiệm vụ nào (số thứ tự, hoặc mã như I.9): ", understood)


def _status() -> str:
    for place, status in enumerate(_OFFERED, 1):
        screen.say(f"{place:>3}. {PROGRESS[status]}")
    places = {str(place): status.value for place, status in enumerate(_OFFERED, 1)}
    return _until("Tình trạng (số thứ tự hoặc chữ): ", lambda typed: opening.status(places.get(typed, typed)).value)


def _date(today: Day) -> str:
    question = f"Ngày thực hiện; nếu đã hoàn thành là ngày của sản phẩm (Enter: hôm nay, {short_date(today)}): "
    return _until(question, lambda typed: given.past_day("ngày", typed, today) if typed else today).isoformat()


def _evidence() -> tuple[str, ...]:
    found: list[str] = []
    question = "Tài liệu kiểm chứng, như 123/KH-UBND (Enter: không có): "
    while typed := _until(question, lambda text: text if not text or evidence.read(text) else ""):
        found.append(typed)
        question = "Tài liệu nữa (Enter: thôi): "
    return tuple(found)


def _until(question: str, understood: Callable[[str], T]) -> T:
    """Ask until the answer is understood."""
    while True:
        typed = screen.ask(question)
        try:
            return understood(typed)
        except Stop as stop:
            screen.say(f"  {stop.message}" + (f" → {stop.hint}" if stop.hint else ""))


def _one_of(typed: str, answers: dict[str, bool]) -> bool:
    if typed not in answers:
        raise Stop("trả lời c hoặc k")
    return answers[typed]
