"""New ids and printed numbers without gaps: ids are the printed place, and a new decision is printed from 1."""

from collections import Counter
from collections.abc import Sequence

from msgspec import structs

from cchc_cli.model import TASKS, SectionFile, TaskRow
from cchc_cli.text.digits import whole
from cchc_cli.vietnamese.paper import point_letter

Renamed = dict[str, str]
"""Former ids of rows, in upper case → the new ones."""


def renumbered(sections: Sequence[SectionFile]) -> tuple[tuple[SectionFile, ...], Renamed]:
    """The sections with their rows numbered anew, and the ids of all rows."""
    names: Renamed = {}
    made = []
    for section in sections:
        above = "" if section.id == TASKS else section.id
        made.append(structs.replace(section, tasks=_rows(section.tasks, above, above, above, names)))
    return tuple(made), names


def _rows(rows: tuple[TaskRow, ...], was: str, now: str, section: str, names: Renamed) -> tuple[TaskRow, ...]:
    counts: Counter[str] = Counter()
    plain = all(_parted(row.id, was) is not None for row in rows)
    made = []
    for row in rows:
        parted = _parted(row.id, was) if plain else None
        identity = row.id
        if parted is not None:
            sign, token = parted
            counts[sign] += 1
            identity = f"{now}{sign}{_token(token, counts[sign])}"
        elif row.id.upper().startswith(was.upper()):
            identity = f"{now}{row.id[len(was) :]}"
        names[row.id.upper()] = identity
        made.append(_renamed(row, identity, section, names))
    return tuple(made)


def _renamed(row: TaskRow, identity: str, section: str, names: Renamed) -> TaskRow:
    milestones = tuple(
        structs.replace(each, id=f"{identity}/{each.id.partition('/')[2]}") if "/" in each.id else each
        for each in row.milestones
    )
    number = _number(row.number, row.id.removeprefix(f"{section}."), identity.removeprefix(f"{section}."))
    below = _rows(row.tasks, row.id, identity, section, names)
    return structs.replace(row, id=identity, number=number, milestones=milestones, tasks=below)


def _parted(identity: str, above: str) -> tuple[str, str] | None:
    """The sign before the last part of an id ("." or "-", "" at the top) and that part; None if it is no number or
    letter of its row above.
    """
    if above and not identity.upper().startswith(above.upper()):
        return None
    rest = identity[len(above) :]
    sign, token = (rest[:1], rest[1:]) if above else ("", rest)
    if (above and sign not in (".", "-")) or not (token.isdecimal() or _place(token)):
        return None
    return sign, token


def _place(token: str) -> int:
    """The place of a point's letter (a is 1, đ or dd is 5); 0 for anything else."""
    letter = "đ" if token.casefold() == "dd" else token.casefold()
    return next((place for place in range(1, 24) if point_letter(place) == letter), 0)


def _token(token: str, place: int) -> str:
    if token.isdecimal() or place > _LETTERS:
        return str(place)
    return point_letter(place).replace("đ", "dd")


_LETTERS = 23


def _number(printed: str, was: str, now: str) -> str:
    """The printed number with the new place, whatever form it had: 2.1, 1, b), "5."; another form stays."""
    bare = printed.strip().rstrip(".)")
    for form in (_whole, _last, _letter):
        if bare and bare == form(was):
            return printed.replace(bare, form(now), 1)
    return printed


def _whole(identity: str) -> str:
    return identity.replace("dd", "đ")


def _last(identity: str) -> str:
    return _whole(identity).rpartition(".")[2]


def _letter(identity: str) -> str:
    last = whole(identity.rpartition(".")[2]) or 0
    return point_letter(last) if 1 <= last <= _LETTERS else ""
