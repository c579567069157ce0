"""The agencies given → agencies.yaml, with the monitor, the People's Committee, and the groups that plans name."""

from collections import Counter
from collections.abc import Iterator
from itertools import count

from msgspec import structs

from cchc_cli.founding.province import Province
from cchc_cli.model import AgencyRow, Member
from cchc_cli.recording.edit.line import flow, line_of
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import initials, key, slug

_ASSUMED = "assumed: xếp theo loại cơ quan khi tạo thư mục, cần đối chiếu"
_HEAD = """\
# Cơ quan và nhóm cơ quan, theo thứ tự in trong biểu. Mỗi dòng một cơ quan; id đặt rồi không đổi.
# basis: căn cứ; "assumed" là giả định, chưa có văn bản, cần đối chiếu trước khi dùng vào văn bản chính thức.
format: 1
agencies:
"""
# Groups (docs/promises.md#groups): id, name, other names, kinds of the members (the last group holds the others).
_DEPARTMENTS = ("cac-so-ban-nganh", "Các sở, ban, ngành", ("Sở, ban, ngành", "Các sở, ngành", "Sở, ngành"),
                ("department", "inspectorate", "office"))  # fmt: skip
_COMMUNES = ("ubnd-cap-xa", "UBND cấp xã", ("Ủy ban nhân dân cấp xã", "Địa phương", "Các địa phương"), ("commune",))
_ALL = ("cac-co-quan-don-vi-dia-phuong", "Các cơ quan, đơn vị, địa phương",
        ("Cơ quan, đơn vị, địa phương", "Các cơ quan, tổ chức, đơn vị, địa phương"))  # fmt: skip


_GROUPS = (_DEPARTMENTS[0], _COMMUNES[0], "don-vi", _ALL[0])


def registry(given: tuple[AgencyRow, ...], monitor: AgencyRow, of: Province) -> tuple[AgencyRow, ...]:
    """All rows of the new registry; an id or a name that occurs twice is a `Stop`."""
    first, last = ([] if _is_among(given, row) else [row] for row in (monitor, committee(of)))
    agencies = _with_initials((*first, *given, *last))
    for row in agencies:
        if row.id in _GROUPS:
            raise Stop(f'"{row.name}" là nhóm do lệnh này tự lập', "bỏ dòng đó khỏi danh sách cơ quan")
    rows = (*agencies, *_groups(agencies, of))
    _refuse_twice(rows)
    return _in_order(rows)


def committee(of: Province) -> AgencyRow:
    """The People's Committee that issues the plan."""
    name = f"UBND {of.level}"
    whole = f"Ủy ban nhân dân {of.level}"
    return AgencyRow(id=slug(name), name=name, full=f"{whole} {of.name}", kind="council", aliases=(whole,))


def text(rows: tuple[AgencyRow, ...]) -> str:
    """The text of agencies.yaml, with one line for each agency and for each member of a group."""
    return _HEAD + "".join(f"  {line}\n" for row in rows for line in _lines(row))


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


def _groups(agencies: tuple[AgencyRow, ...], of: Province) -> Iterator[AgencyRow]:
    units = (_GROUPS[2], f"Đơn vị sự nghiệp công lập trực thuộc UBND {of.level}", ("Đơn vị", "Các đơn vị"), ("unit",))
    made = []
    for identity, name, aliases, kinds in (_DEPARTMENTS, _COMMUNES, units):
        members = tuple(Member(agency=row.id, basis=_ASSUMED) for row in agencies if row.kind in kinds)
        if members:
            made.append(identity)
            yield AgencyRow(id=identity, name=name, kind="group", aliases=aliases, members=members)
    if len(made) > 1:
        identity, name, aliases = _ALL
        members = tuple(Member(agency=each, basis=_ASSUMED) for each in made)
        yield AgencyRow(id=identity, name=name, kind="group", aliases=aliases, members=members)


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
