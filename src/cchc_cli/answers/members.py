"""The parts of work that several agencies must each close: how many are done, and how each stands."""

from collections.abc import Iterator, Sequence
from datetime import date as Day
from typing import Literal

from cchc_cli.answers import cells
from cchc_cli.plan.registry import Registry
from cchc_cli.queries.views import Asked
from cchc_cli.state.states import State
from cchc_cli.wording.agencies import called
from cchc_cli.wording.states import PROGRESS

Told = Literal["some", "all", "each"]
"""Who is told: the first of those still awaited, all of them, or instead of that every agency on a line of its own."""
SOME = 8


def counted(state: State, registry: Registry, asked: Asked, told: Told) -> Iterator[str]:
    """How many parts are done, and who is still awaited or how each agency stands."""
    done = f"các phần: {state.done_parts}/{len(state.parts)} cơ quan đã hoàn thành"
    if told == "each":
        yield done
        yield from (f"  {called(registry, agency, asked.as_of)}: {_state(part, asked)}" for agency, part in state.parts)
        return
    waiting = [agency for agency, part in state.parts if part.bucket is not state.bucket.DONE]
    names = named(waiting, registry, asked.as_of, SOME if told == "some" else None)
    rest = "; phần còn lại được xác nhận chung" if state.vouched_parts else ""
    yield done + (f"; còn {names}" if names else rest)


def named(agencies: Sequence[str], registry: Registry, as_of: Day, most: int | None) -> str:
    """The names of the first so many agencies, then how many are left; of all where `most` is None."""
    names = ", ".join(called(registry, agency, as_of) for agency in agencies[:most])
    left = len(agencies) - most if most else 0
    return f"{names} và {left} cơ quan nữa (xem đủ bằng --members)" if left > 0 else names


def _state(part: State, asked: Asked) -> str:
    """ "đã hoàn thành đúng hạn, ngày 05/02/2026"; "quá hạn 5 ngày; đang thực hiện"."""
    words, progress = cells.milestone_words(part, asked.as_of), PROGRESS[part.progress]
    if part.vouched:
        return f"{words}, được xác nhận chung"
    if part.done_on:
        return f"{words}, ngày {cells.day(part.done_on)}"
    return words if words.startswith(progress) else f"{words}; {progress}"
