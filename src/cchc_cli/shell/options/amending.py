"""Options of the commands that change the plan itself."""

from typing import Annotated

import typer

from cchc_cli.recording.amend.adding import Typed
from cchc_cli.shell.options import life_suggestions, suggestions

Basis = Annotated[
    str | None,
    typer.Option(
        "--basis",
        metavar="VĂN_BẢN",
        help='Văn bản quyết định, như "1234/UBND-NC"; dự thảo thì không cần.',
        autocompletion=life_suggestions.documents,
    ),
]
Date = Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của văn bản đó.")]
Title = Annotated[str | None, typer.Option("--title", metavar="CHỮ", help="Tên nhiệm vụ.")]
Schedule = Annotated[str | None, typer.Option("--schedule", metavar="CHỮ", help='Tiến độ, như "Tháng 6/2026".')]
Products = Annotated[
    list[str] | None, typer.Option("--product", metavar="CHỮ", help="Kết quả, sản phẩm (lặp lại được).")
]
Cells = Annotated[
    list[str] | None,
    typer.Option("--cell", metavar="CỘT=CHỮ", help='Ô ở cột khác của bảng, như "Ghi chú=…" (lặp lại được).'),
]
Lead = Annotated[
    str | None,
    typer.Option("--lead", metavar="TÊN", help="Cơ quan chủ trì; nhiều cơ quan thì cách nhau bằng dấu chấm phẩy.",
                 autocompletion=suggestions.agencies),
]  # fmt: skip
Coordinate = Annotated[
    str | None,
    typer.Option("--coordinate", metavar="TÊN", help="Cơ quan phối hợp.", autocompletion=suggestions.agencies),
]
Perform = Annotated[
    str | None,
    typer.Option("--perform", metavar="TÊN", help="Đơn vị thực hiện.", autocompletion=suggestions.agencies),
]
GivenBy = Annotated[
    str | None,
    typer.Option("--given-by", metavar="AI", help="Cấp trên giao ngoài phụ lục, như “Thủ tướng Chính phủ”.",
                 autocompletion=life_suggestions.givers),
]  # fmt: skip
Undo = Annotated[bool, typer.Option("--undo", help="Rút lại việc vừa ghi, khi chưa lưu vào git.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Chỉ xem sẽ thay đổi gì, chưa ghi gì.")]


def typed(
    title: str | None,
    schedule: str | None,
    products: list[str] | None,
    lead: str | None,
    coordinate: str | None,
    perform: str | None,
    cells: list[str] | None = None,
) -> Typed:
    """What was typed about a task."""
    roles = {"lead": lead, "coordinate": coordinate, "perform": perform}
    given = {role: text for role, text in roles.items() if text and text.strip()}
    return Typed(title, tuple(products or ()), schedule, given, tuple(cells or ()))
