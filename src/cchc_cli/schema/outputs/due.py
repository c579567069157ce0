"""cchc due --format json."""

from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.schema.outputs import Output
from cchc_cli.schema.pieces import AsOf, Counts, Piece
from cchc_cli.schema.tasks import Task


class Due(Piece, frozen=True):
    """What is overdue and due soon."""

    schema: Literal["cchc.due/1"]
    as_of: AsOf
    tasks: Annotated[tuple[Task, ...], Meta(description="theo hạn, rồi theo thứ tự kế hoạch")]
    counts: Annotated[Counts, Meta(description="số mốc; chọn cơ quan thì chỉ phần chủ trì")]
    body_counts: Annotated[Counts, Meta(description="số mốc của nhiệm vụ trong phần lời")]


OUTPUT = Output("Việc quá hạn, sắp đến hạn", Due)
