"""Who has filed the report of a period → a table; what a new filing changes → lines."""

from collections.abc import Iterable, Iterator

from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.filings import Filed, Filings
from cchc_cli.schedule import title
from cchc_cli.vietnamese.paper import short_date

_COLUMNS = (Column("Cơ quan", fold=True), Column("Số, ký hiệu"), Column("Ngày"), Column("Tình trạng"))


def table(found: Filings, workspace: Workspace) -> Table:
    """Those who have not filed first, then those who have, then reports of others."""
    registry = workspace.registry
    groups = (
        Group("Chưa gửi", tuple(unfiled_rows(found, registry))),
        Group("Đã gửi", tuple(_filed_row(each, found, registry) for each in found.filed)),
        Group("Ngoài các cơ quan phải gửi", tuple(_filed_row(each, found, registry) for each in found.others)),
    )
    return Table(heading(found), _COLUMNS, tuple(each for each in groups if each.rows), (tally(found),))


def unfiled_table(found: Filings, workspace: Workspace, agencies: tuple[str, ...]) -> Table:
    """Those who have not filed; `agencies`: only these, if there are any."""
    rows = tuple(unfiled_rows(found, workspace.registry, agencies))
    return Table(heading(found), _COLUMNS[:1] + _COLUMNS[3:], (Group(None, _without_document(rows)),), (tally(found),))


def told(agency: str, before: Filings, after: Filings, registry: Registry) -> Iterator[str]:
    """How the report of an agency stands, which one it takes the place of, how many have filed."""
    filed = {each.filing.agency: each for each in (*after.filed, *after.others)}[agency]
    former = [each.filing for each in (*before.filed, *before.others) if each.filing.agency == agency]
    words = standing(filed, after)
    yield f"{registry.name(agency)}: báo cáo {title(after.period)} số {filed.filing.number}, {words}"
    yield from (f"  thay cho báo cáo số {each.number} ngày {short_date(each.date)}" for each in former)
    if any(each.filing.agency == agency for each in after.others):
        yield "  cơ quan này không thuộc các cơ quan phải gửi báo cáo (filers trong thiết lập)"
    yield tally(after)


def heading(found: Filings) -> str:
    """The period, the day of the figures, the last day."""
    due = f", hạn gửi {short_date(found.due)}" if found.due else ""
    name = title(found.period)
    return f"Báo cáo {name}, tính đến ngày {short_date(found.as_of)}{due}"


def tally(found: Filings) -> str:
    """ "Đã gửi 77/79 cơ quan, trong đó 1 muộn; còn 2 chưa gửi."""
    late = f", trong đó {found.late} gửi muộn" if found.late else ""
    unfiled = f"; {len(found.unfiled)} chưa gửi" if found.unfiled else ""
    return f"Đã gửi {len(found.filed)}/{found.total} cơ quan{late}{unfiled}."


def standing(filed: Filed, found: Filings) -> str:
    """How a report that was filed stands: "muộn 1 ngày", "đúng hạn"; "đã gửi" where no last day is set."""
    if found.due is None:
        return "đã gửi"
    return f"muộn {filed.days_late} ngày" if filed.days_late else "đúng hạn"


def not_filed(found: Filings) -> str:
    """How a report that was not filed stands: "chưa gửi, quá hạn 3 ngày", or "chưa gửi"."""
    return f"chưa gửi, quá hạn {found.days_late} ngày" if found.days_late else "chưa gửi"


def unfiled_rows(found: Filings, registry: Registry, agencies: tuple[str, ...] = ()) -> Iterator[tuple[Cell, ...]]:
    """Those who have not filed; `agencies`: only these, if there are any."""
    state = Cell(not_filed(found), "overdue" if found.days_late else None)
    for agency in found.unfiled:
        if not agencies or agency in agencies:
            yield row(registry.name(agency), "", "", state)


def _filed_row(filed: Filed, found: Filings, registry: Registry) -> tuple[Cell, ...]:
    given = filed.filing
    state = Cell(standing(filed, found), "overdue" if filed.days_late else "done")
    return row(registry.name(given.agency), given.number, short_date(given.date), state)


def _without_document(rows: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((each[0], each[-1]) for each in rows)
