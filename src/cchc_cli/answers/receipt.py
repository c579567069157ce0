"""What a recording command wrote and what that changed → lines for the person who typed it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Day

from msgspec import structs

from cchc_cli.answers import cells
from cchc_cli.plan.registry import Registry
from cchc_cli.queries.effects import Shift
from cchc_cli.state.states import State

MOST_PARTS = 5
ARRANGED = ("Các dòng ghi trước trong tệp được xếp lại mỗi dòng ghi trên một dòng, nội dung không đổi.",)


def written(path: str, line: str, number: int) -> list[str]:
    """Where the line stands, and the line itself."""
    return [f"Đã ghi {path}:{number}", f"  {line}"]


def proposed(path: str, line: str, number: int) -> list[str]:
    """Where the line would stand, and the line itself."""
    return [f"Sẽ ghi {path}:{number}", f"  {line}"]


def several(said: str, path: str, lines: Sequence[str], number: int) -> list[str]:
    """Where lines that follow each other stand, or would stand, and the lines."""
    return [f"{said} {path}:{number}–{number + len(lines) - 1} ({len(lines)} dòng)", *(f"  {line}" for line in lines)]


def repeated(path: str, line: str) -> list[str]:
    """That nothing was written, because the line is there."""
    return [f"{path} đã có dòng giống hệt, chưa ghi", f"  {line}"]


def taken_back(path: str, lines: Sequence[str], number: int, told: Iterable[str]) -> str:
    """The lines that were removed, the first from line `number`, then what their removal changes."""
    last = number + len(lines) - 1
    which = f"dòng {number}" if len(lines) == 1 else f"{len(lines)} dòng, {number}–{last},"
    return "\n".join((f"Đã bỏ {which} của {path}", *(f"  {line}" for line in lines), *told, ""))


def undo(words: Iterable[str]) -> list[str]:
    """The command that takes back what was written, if there is one."""
    line = " ".join(map(_quoted, words))
    return [f"Ghi nhầm thì bỏ: cchc {line} --undo"] if line else []


def changes(found: Iterable[Shift], registry: Registry, as_of: Day) -> Iterator[str]:
    """ "I.1: quá hạn 5 ngày → còn 54 ngày" for each milestone; of a collective one also the parts that changed."""
    for effect in found:
        name = cells.identity(effect.view, effect.after, False)
        told = change(effect.before, effect.after, as_of)
        if told:
            yield f"{name}: {told}"
        parts = list(_parts(effect, registry, as_of))
        yield from (f"  {each}" if told else f"{name}, {each}" for each in parts[:MOST_PARTS])
        if len(parts) > MOST_PARTS:
            yield f"  … và {len(parts) - MOST_PARTS} cơ quan nữa"


def change(before: State, after: State, as_of: Day) -> str:
    """The state before and after, then a condition met now, and the first day; "" where all is as before."""
    was, now = (cells.milestone_state(each, as_of).text for each in (before, after))
    told = [f"{was} → {now}"] if was != now else []
    if before.condition_met != after.condition_met:
        told.append("điều kiện đã có" if after.condition_met else "điều kiện chưa có")
    if before.term.due is None and after.term.due is not None:
        told.append(f"hạn {cells.day(after.term.due)}")
    return ", ".join(told)


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word


def _parts(effect: Shift, registry: Registry, as_of: Day) -> Iterator[str]:
    """Parts whose change differs from that of the whole."""
    before = dict(effect.before.parts)
    whole = change(structs.replace(effect.before, parts=()), structs.replace(effect.after, parts=()), as_of)
    for agency, after in effect.after.parts:
        told = change(before[agency], after, as_of) if agency in before else ""
        if told and told != whole:
            yield f"{registry.name(agency)}: {told}"
