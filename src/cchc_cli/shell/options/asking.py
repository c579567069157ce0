"""A question to many plans: each is asked by itself, and what it answered is kept for the days on which that holds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from msgspec import Raw, Struct

from cchc_cli.disk import kept, workers
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked
from cchc_cli.reading import packs
from cchc_cli.shell.options.plan_by_plan import Survey, is_worth_processes
from cchc_cli.state.spans import Span

_SPANS = 4
"""So many answers of each plan to a question are kept, for other days."""


class Dated(Protocol):
    """An answer that holds for some days."""

    @property
    def days(self) -> Span:
        """The days."""


A = TypeVar("A", bound=Dated)
R = TypeVar("R")


class Question(NamedTuple, Generic[A, R]):
    """What is asked: its name, how one plan answers it, and how the answers of several make a result.

    `answer` and `result` are the types of these.
    """

    name: str
    ask: Callable[[Workspace, Asked], A]
    answer: type[A]
    together: Callable[[Iterable[A]], R]
    result: type[R]


class _Kept(Struct, frozen=True, array_like=True):
    """An answer of a plan that had a key."""

    key: bytes
    days: Span
    answer: Raw


class _Answers(Struct, frozen=True, array_like=True):
    """The last answers to a question, by the plan's folder, the newest first."""

    question: bytes
    by_plan: dict[str, tuple[_Kept, ...]]


class _Part(NamedTuple, Generic[R]):
    """The result of some plans, and the answers that were not kept before."""

    result: R
    fresh: dict[str, _Kept]


def results(survey: Survey, question: Question[A, R], asked: Asked) -> list[R]:
    """The results of the open plans, in their order: one, or one of each process."""
    words = bytes(packs.encoded((question.name, *_but_the_day(asked))))
    place = kept.answers(survey.store.kept, words)
    former = packs.opened(kept.content(place), _Answers)
    known = former.by_plan if former is not None and former.question == words else {}

    def ask(share: Sequence[str]) -> _Part[R]:
        return _part(survey, question, asked, share, known)

    def unpacked(data: bytes) -> _Part[R]:
        result, fresh = packs.decoded(data, tuple[Raw, dict[str, _Kept]])
        return _Part(packs.decoded(result, question.result), fresh)

    plans = [plan.folder for plan in survey.workspace.plans]
    new = sum(_holding(survey, each, asked, known) is None for each in plans)
    worth = is_worth_processes(len(plans), new)
    parts = workers.spread(plans, workers.Work(ask, packs.encoded, unpacked), worth)
    fresh = {folder: answer for part in parts for folder, answer in part.fresh.items()}
    if fresh:
        newest = {each: _newest(survey.keys[each], known.get(each, ()), fresh.get(each)) for each in plans}
        kept.keep(place, packs.sealed(_Answers(words, newest)))
        kept.forget(survey.store.kept)
    return [part.result for part in parts]


def _holding(survey: Survey, plan: str, asked: Asked, known: dict[str, tuple[_Kept, ...]]) -> _Kept | None:
    """The kept answer of a plan that holds on the day, if there is one."""
    key = survey.keys[plan]
    return next((each for each in known.get(plan, ()) if each.key == key and asked.as_of in each.days), None)


def _but_the_day(asked: Asked) -> tuple[object, ...]:
    return asked.agencies, asked.sections, asked.roles, asked.states, asked.search


def _newest(key: bytes, former: tuple[_Kept, ...], fresh: _Kept | None) -> tuple[_Kept, ...]:
    """The answers to keep of a plan: none from before it was changed."""
    still = tuple(each for each in former if each.key == key)
    return (fresh, *still)[:_SPANS] if fresh is not None else still


def _part(
    survey: Survey, question: Question[A, R], asked: Asked, plans: Sequence[str], known: dict[str, tuple[_Kept, ...]]
) -> _Part[R]:
    fresh: dict[str, _Kept] = {}

    def answers() -> Iterator[A]:
        for each in plans:
            own = _holding(survey, each, asked, known)
            if own is not None:
                yield packs.decoded(own.answer, question.answer)
            else:
                answer = question.ask(survey.alone(each), asked)
                fresh[each] = _Kept(survey.keys[each], answer.days, packs.encoded(answer))
                yield answer

    return _Part(question.together(answers()), fresh)
