"""Decisions on deadlines: the day from which one counts, which one holds, which request waits for an answer."""

from datetime import date as Day

from cchc_cli.model import Deadline

_ANY = ""


def decided(deadline: Deadline) -> Day:
    """The day a decision takes effect: the date of its document, else `recorded` (docs/promises.md#decisions)."""
    return deadline.document.date if deadline.document and deadline.document.date else deadline.recorded


def in_effect(deadline: Deadline) -> tuple[Day, Day, bool, bool]:
    """Its turn among decisions: of one day that for an agency holds over that for all, then that for a milestone."""
    return decided(deadline), deadline.recorded, deadline.agency is not None, "/" in deadline.task


def unanswered(decisions: list[Deadline]) -> tuple[Deadline, ...]:
    """Requests among decisions on one task, oldest first, that no later decision or request replaces or answers.

    A later one is about the same deadline if it names the same milestone, or one of them names the whole task; and
    if it concerns the same agency or (unless it is another request) all agencies.
    """
    waiting: list[Deadline] = []
    later: set[tuple[str, str | None, bool]] = set()
    for each in reversed(decisions):
        own, is_request = (f"{each.task}@{each.turn}" if each.turn else each.task).upper(), each.action == "request"
        whole = own.partition("@")[0].partition("/")[0]
        places = (own, whole) if own != whole else (_ANY,)
        answers = {
            (place, *kind) for place in places for kind in ((each.agency, True), (each.agency, False), (None, False))
        }
        if is_request and later.isdisjoint(answers):
            waiting.append(each)
        later |= {(own, each.agency, is_request), (_ANY, each.agency, is_request)}
    return tuple(reversed(waiting))
