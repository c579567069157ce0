"""The agencies given → agencies.yaml, with the body itself, its monitor, and the groups that plans name."""

from collections import Counter
from collections.abc import Iterator
from itertools import count

from msgspec import structs

from cchc_cli.founding import groups
from cchc_cli.founding.body import Body, committee
from cchc_cli.founding.province import province
from cchc_cli.model import AgencyRow
from cchc_cli.recording.edit.line import flow, line_of
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import fold, initials, key, slug

_HEAD = """\
# Cơ quan và nhóm cơ quan, theo thứ tự in trong biểu. Mỗi dòng một cơ quan; id đặt rồi không đổi.
# basis: căn cứ; "assumed" là giả định, chưa có văn bản, cần đối chiếu trước khi dùng vào văn bản chính thức.
format: 1
agencies:
"""


def registry(given: tuple[AgencyRow, ...], monitor: AgencyRow, of: Body) -> tuple[AgencyRow, ...]:
    """All rows of the new registry; an id or a name that occurs twice is a `Stop`."""
    own = committees(of)
    given = tuple(_completed(row, own, of) for row in given)
    first, last = ([row for row in rows if not _is_among(given, row)] for rows in ([monitor], own))
    agencies = _with_initials((*first, *given, *last))
    for row in agencies:
        if row.id in groups.ids(of):
            raise Stop(f'"{row.name}" là nhóm do lệnh này tự lập', "bỏ dòng đó khỏi danh sách cơ quan")
    rows = (*agencies, *groups.groups(agencies, of))
    _refuse_twice(rows)
    return _in_order(rows)


def own(rows: tuple[AgencyRow, ...], of: Body) -> str:
    """The id of the body in its registry."""
    return next(row.id for row in rows if key(row.name) == key(of.name) or row.id == slug(of.name))


def committees(of: Body) -> list[AgencyRow]:
    """The body itself, and the People's Committee of the province that it belongs to."""
    itself = AgencyRow(id=slug(of.name), name=of.name, kind=of.agency, full=None if of.is_full else of.full)
    if of.kind == "province":
        return [structs.replace(itself, aliases=(of.full.removesuffix(f" {of.place}"),))]
    if of.province is None:
        return [itself]
    above = committee(of.province)
    if of.kind == "commune":  # here "UBND tỉnh" would be read as the own place
        name = f"UBND {of.province.full}"
        return [itself, AgencyRow(id=slug(name), name=name, full=above.full, kind="council")]
    return [itself, *committees(above)]


def text(rows: tuple[AgencyRow, ...]) -> str:
    """The text of agencies.yaml, with one line for each agency and for each member of a group."""
    return _HEAD + "".join(f"  {line}\n" for row in rows for line in _lines(row))


def _completed(row: AgencyRow, own: list[AgencyRow], of: Body) -> AgencyRow:
    """A listed row; of the body or a committee that the registry has anyway that one, with the other cells of the list.

    It may be listed by its full name: "UBND TP. Hải Phòng" is "UBND thành phố" there.
    """
    named = province(row.name) if fold(row.name).startswith("ubnd ") else None
    for each in own:
        is_same = key(row.name) in {key(each.name), key(each.full or each.name)}
        if is_same or (each.kind == "council" and named and of.province and key(named.full) == key(of.province.full)):
            return structs.replace(each, abbreviation=row.abbreviation, order=row.order, code=row.code, basis=row.basis)
    return row


def _is_among(rows: tuple[AgencyRow, ...], needed: AgencyRow) -> bool:
    return any(key(row.name) == key(needed.name) or row.id == needed.id for row in rows)


def _with_initials(rows: tuple[AgencyRow, ...]) -> tuple[AgencyRow, ...]:
    """The rows with initials as aliases (STP for Sở Tư pháp) unless two rows share them; aliases are not printed."""
    letters = Counter(row.abbreviation or initials(row.name) for row in rows)
    return tuple(
        structs.replace(row, aliases=(initials(row.name),))
        if row.kind == "department" and not row.abbreviation and letters[initials(row.name)] == 1
        else row
        for row in rows
    )


def _refuse_twice(rows: tuple[AgencyRow, ...]) -> None:
    known: dict[str, AgencyRow] = {}
    for row in rows:
        for mark in (f"tên {key(row.name)}", f"id {row.id}"):
            earlier = known.setdefault(mark, row)
            if earlier is not row:
                names = " và ".join(dict.fromkeys((f'"{earlier.name}"', f'"{row.name}"')))
                raise Stop(f"{names}: hai dòng cùng {mark.partition(' ')[0]}", "bỏ một dòng, hoặc sửa cho khác nhau")


def _in_order(rows: tuple[AgencyRow, ...]) -> tuple[AgencyRow, ...]:
    """If some rows have an `order`, give the others later ones, in their present order."""
    given = [row.order for row in rows if row.order is not None]
    if not given:
        return rows
    rest = count(max(given) + 10, 10)
    return tuple(row if row.order is not None else structs.replace(row, order=next(rest)) for row in rows)


def _lines(row: AgencyRow) -> Iterator[str]:
    if row.kind != "group":
        yield line_of(row)
        return
    yield f"- id: {row.id}"
    yield f"  name: {flow(row.name)}"
    yield "  kind: group"
    yield from ([f"  order: {row.order}"] if row.order is not None else [])
    yield f"  aliases: {flow(row.aliases)}"
    yield "  members:"
    yield from (f"    {line_of(member)}" for member in row.members)
