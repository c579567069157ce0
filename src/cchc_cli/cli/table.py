"""cchc table: flat typed tables of one or many workspaces, for other engines."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.shell import flattening, screen
from cchc_cli.shell.options import days, flags, scope, suggestions
from cchc_cli.text.problems import Stop


def command(
    roots: Annotated[
        list[Path] | None, typer.Option("-C", metavar="THƯ_MỤC", help="Thư mục làm việc (lặp lại được).")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Thư mục ghi các bảng.")
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="DẠNG",
            help="jsonl (mặc định), hoặc parquet khi đã cài cchc-cli[parquet].",
            autocompletion=suggestions.values("jsonl", "parquet"),
        ),
    ] = "jsonl",
    skip_broken: Annotated[
        bool, typer.Option("--skip-broken", help="Bỏ qua thư mục làm việc có lỗi, nêu tên nó.")
    ] = False,
    as_of: flags.AsOf = None,
) -> None:
    """Bảng phẳng của một hay nhiều thư mục làm việc, cho DuckDB, Spark."""
    from cchc_cli.flat.engines import FORMS

    if output is None:
        raise Stop("chưa nêu thư mục ghi các bảng", "thêm -o THƯ_MỤC")
    chosen = flags.choice("--format", form, FORMS)
    folders = flattening.named([scope.root(each) for each in roots] if roots else [scope.root(None)])
    written = flattening.write(folders, output, chosen, skip_broken, days.day(as_of))
    for each in written.left_out:
        screen.say(f"Bỏ qua {each}")
    amounts = ", ".join(f"{table} {number} dòng" for table, number in written.rows.items())
    screen.say(f"Đã ghi {len(folders) - len(written.left_out)} thư mục làm việc vào {output.as_posix()}: {amounts}")
