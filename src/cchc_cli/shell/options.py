"""The options that commands share: the same name, meaning and help everywhere (contract, section 3)."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.shell import complete

Agencies = Annotated[
    list[str] | None,
    typer.Option(
        "--agency", metavar="TÊN", help="Chỉ của cơ quan này (tên, viết tắt, không dấu đều được; lặp lại được).",
        autocompletion=complete.agencies,
    ),
]  # fmt: skip
Sections = Annotated[
    list[str] | None,
    typer.Option("--section", metavar="LĨNH_VỰC", help="Chỉ lĩnh vực này (I…VII, body; lặp lại được).",
                 autocompletion=complete.sections),
]  # fmt: skip
Roles = Annotated[
    list[str] | None,
    typer.Option("--role", metavar="VAI_TRÒ",
                 help="Chỉ vai trò này: lead (chủ trì), coordinate (phối hợp), perform (thực hiện) …",
                 autocompletion=complete.roles),
]  # fmt: skip
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="NGÀY", help="Tính đến ngày này, như 2026-03-31 (mặc định: hôm nay)."),
]
PeriodOption = Annotated[
    str | None,
    typer.Option("--period", metavar="KỲ", help="Kỳ báo cáo: 2026-Q1, 2026-H1, 2026-9M, 2026, 2026-03.",
                 autocompletion=complete.periods),
]  # fmt: skip
Plans = Annotated[
    list[str] | None,
    typer.Option("--plan", metavar="KẾ_HOẠCH", help="Chỉ kế hoạch này, kể cả đã đóng (lặp lại được).",
                 autocompletion=complete.plans),
]  # fmt: skip
Root = Annotated[
    Path | None,
    typer.Option("-C", metavar="THƯ_MỤC", help="Thư mục làm việc (mặc định: tìm từ thư mục hiện tại trở lên)."),
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="TỆP", help="Ghi ra tệp thay vì màn hình.")]
Format = Annotated[
    str,
    typer.Option("--format", metavar="DẠNG", help="table, md, json hoặc csv (mặc định: table).",
                 autocompletion=complete.formats),
]  # fmt: skip
Evidence = Annotated[
    list[str] | None,
    typer.Option(
        "--evidence", metavar="TÀI_LIỆU",
        help='Tài liệu kiểm chứng, như "123/KH-UBND" hoặc một đường dẫn (lặp lại được).',
    ),
]  # fmt: skip
DryRun = Annotated[bool, typer.Option("--dry-run", help="Chỉ xem dòng sẽ ghi, chưa ghi gì.")]
TABLE_FORMATS = ("table", "md", "json", "csv")


def choice(option: str, given: str, allowed: tuple[str, ...]) -> str:
    """A value of an option that has a fixed set of them."""
    from cchc_cli.problems import Stop

    if given not in allowed:
        raise Stop(f'{option}: không có "{given}"', "chọn một trong: " + ", ".join(allowed))
    return given
