"""cchc import: an appendix from Word, Excel, a web page or text → a draft plan and a list of guesses."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.disk import in_place, new
from cchc_cli.reading.places import TOP
from cchc_cli.shell import importing, progress_bar, screen
from cchc_cli.shell.given import given_bytes
from cchc_cli.shell.options import scope, suggestions, typed_names
from cchc_cli.text.problems import Stop

_LIKE = "ghi như: cchc import phu-luc.docx -o plan/2027"
_LARGEST = 50_000_000


def command(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp docx, xlsx, html, md hoặc txt có bảng nhiệm vụ.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Thư mục của kế hoạch mới, như plan/2027.")
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", metavar="NĂM", help="Năm của kế hoạch (mặc định: theo tên thư mục).")
    ] = None,
    monitor: Annotated[
        str | None,
        typer.Option(
            "--monitor",
            metavar="CƠ_QUAN",
            help="Cơ quan theo dõi (mặc định: như kế hoạch đang có).",
            autocompletion=suggestions.agencies,
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ xem sẽ đọc được gì, chưa ghi gì.")] = False,
    root: Annotated[
        Path | None, typer.Option("-C", metavar="THƯ_MỤC", help="Thư mục làm việc (mặc định: tìm từ thư mục hiện tại).")
    ] = None,
) -> None:
    """Lập dự thảo kế hoạch từ phụ lục trong tệp Word, Excel, HTML."""
    if output is None:
        raise Stop("chưa nêu thư mục của kế hoạch mới", _LIKE)
    opened = scope.every(root)
    name = importing.plan_name(opened.folder, output)
    place = in_place.within(opened.folder, f"{TOP}/{name}", "nhập lại")
    new.refuse_there(place)
    registry = opened.workspace.registry
    of = importing.year_of(name, year)
    follows = typed_names.agency(monitor, registry) if monitor else importing.usual_monitor(opened.workspace)
    with progress_bar.bar("Đọc tệp", 2) as step:
        paper = importing.paper(file, given_bytes(file, _LARGEST))
        step()
        made = importing.made(paper, opened, f"{TOP}/{name}", of, follows)
        step()
    files = importing.files_of(made, file.name)
    if not dry_run:
        importing.write(opened, place, files, made.agencies)
    screen.done("\n".join((*importing.told(made, f"{TOP}/{name}", not dry_run), "")))
