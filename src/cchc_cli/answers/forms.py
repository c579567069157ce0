"""Who has sent what for a period → a table."""

from collections.abc import Sequence
from datetime import date as Day

from cchc_cli.answers import cells
from cchc_cli.answers.tables import Cell, Column, Group, Table
from cchc_cli.plan.registry import Registry
from cchc_cli.queries.sent import Sent
from cchc_cli.schedule import Period, title

_COLUMNS = (
    Column("Cơ quan", fold=True),
    Column("Cập nhật tiến độ", right=True),
    Column("Số liệu", right=True),
    Column("Nội dung", right=True),
    Column("Ghi gần nhất"),
)


def table(found: Sequence[Sent], period: Period, as_of: Day, registry: Registry) -> Table:
    """Those of whom nothing is recorded first, then the others."""
    silent = [each for each in found if each.is_empty]
    groups = (
        Group("Chưa có gì", tuple(_row(each, registry) for each in silent)),
        Group("Đã có", tuple(_row(each, registry) for each in found if not each.is_empty)),
    )
    heading = f"Phiếu {title(period)}, {cells.as_of_line(as_of).lower()}"
    tally = f"Đã có của {len(found) - len(silent)}/{len(found)} cơ quan."
    return Table(heading, _COLUMNS, tuple(each for each in groups if each.rows), (tally,))


def _row(sent: Sent, registry: Registry) -> tuple[Cell, ...]:
    numbers = (sent.entries, sent.figures, sent.texts)
    told = (registry.name(sent.agency), *(str(each or "") for each in numbers), cells.day(sent.last))
    return tuple(map(Cell, told))
