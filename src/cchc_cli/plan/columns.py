"""The columns of a plan's table: what each holds, and those that are used where plan.yaml names none."""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from cchc_cli.model import HOLDS, OWN, AppendixHead, Column, SectionFile, TaskRow
from cchc_cli.plan.carried import value
from cchc_cli.plan.heads import meanings, usual
from cchc_cli.plan.tasks import walk

_ALWAYS = ("number", "title", "products", "schedule")


class Printed(Struct, frozen=True):
    """A column: the lines of its head, the key of the cells below it (None: not known).

    `over` is the first of the lines, if a neighbouring column has it too: it stands over both.
    """

    lines: tuple[str, ...]
    holds: str | None
    over: str | None = None

    @property
    def head(self) -> str:
        """The head in one line."""
        return " ".join(self.lines)


def columns(head: AppendixHead | None, sections: Iterable[SectionFile]) -> tuple[Printed, ...]:
    """The columns from left to right; if none are named, those that the rows use, under usual heads."""
    if head is None or not head.columns:
        return tuple(Printed((usual(holds),), holds) for holds in _used(sections))
    return tuple(_told(head.columns, sections))


def keys(row: TaskRow, but: Collection[str | None] = ()) -> Iterator[str]:
    """The keys of the cells that a row prints, but for some keys."""
    yield from (each for each in HOLDS if each not in but and value(row, each))
    own = ((f"{OWN}{name}", text) for name, text in (row.cells or {}).items())
    yield from (each for each, text in own if text and each not in but)


def _told(given: tuple[str | tuple[str, ...] | Column, ...], sections: Iterable[SectionFile]) -> Iterator[Printed]:
    """A column whose head can mean several things holds what no other column holds, if possible what the rows use."""
    lines = [_lines(each.head if isinstance(each, Column) else each) for each in given]
    over = [_over(lines, place) for place in range(len(lines))]
    meant = [
        (each.holds,) if isinstance(each, Column) else _meant(own, above)
        for each, own, above in zip(given, lines, over, strict=True)
    ]
    sure = {each[0] for each in meant if len(each) == 1}
    used = _used(sections) if any(len(each) > 1 for each in meant) else ()
    for line, above, able in zip(lines, over, meant, strict=True):
        free = [each for each in able if len(able) == 1 or each not in sure] or able
        holds = next((each for each in free if each in used), free[0] if free else None)
        sure |= {holds} if holds else set()
        yield Printed(line, holds, above)


def _meant(lines: tuple[str, ...], over: str | None) -> tuple[str, ...]:
    """What a head can mean: below another one its own line tells, "Kết thúc" below "Thời gian" both together."""
    whole = meanings(" ".join(lines))
    if over is None:
        return whole
    return meanings(" ".join(lines[1:])) or (whole if whole == ("schedule",) == meanings(over) else ())


def _over(lines: list[tuple[str, ...]], place: int) -> str | None:
    own = lines[place]
    beside = (*lines[max(place - 1, 0) : place], *lines[place + 1 : place + 2])
    return own[0] if len(own) > 1 and any(len(each) > 1 and each[0] == own[0] for each in beside) else None


def _lines(head: str | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(head.splitlines()) or ("",) if isinstance(head, str) else head


def _used(sections: Iterable[SectionFile]) -> tuple[str, ...]:
    found = dict.fromkeys(key for section in sections for row in walk(section.tasks) for key in keys(row))
    others = [each for each in found if each not in HOLDS]
    return (*(each for each in HOLDS if each in found or each in _ALWAYS), *others)
