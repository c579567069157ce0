"""cchc schema: JSON Schema of each kind of file, and of each JSON output."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.answers import json as outputs
from cchc_cli.answers.tables import Column, Group, Table, row
from cchc_cli.disk import files, new, results
from cchc_cli.formats.json_text import encoded
from cchc_cli.reading.load import load
from cchc_cli.reading.places import AGENCIES, SHARED_FILES
from cchc_cli.schema import documents, editor
from cchc_cli.schema.kinds import KINDS
from cchc_cli.schema.shapes import Agencies
from cchc_cli.shell import screen
from cchc_cli.shell.options import flags, scope
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import nearest


def _offering(names: tuple[str, ...]) -> Callable[[str], list[str]]:
    return lambda incomplete: [name for name in names if name.startswith(incomplete)]


Kind = Annotated[
    str | None,
    typer.Argument(metavar="[LOẠI]", help="Loại tệp, như plan, section; bỏ trống để xem có những loại nào.",
                   autocompletion=_offering(tuple(KINDS))),
]  # fmt: skip
Of = Annotated[
    str | None,
    typer.Option("--output", metavar="TÊN_LỆNH",
                 help="Lược đồ của kết quả JSON mà lệnh này in ra, như due (không phải tên tệp).",
                 autocompletion=_offering(outputs.names())),
]  # fmt: skip
Place = Annotated[
    Path | None,
    typer.Option("-o", metavar="TỆP", help="Ghi ra tệp; không nêu loại thì ghi mọi loại vào thư mục này."),
]


def command(kind: Kind = None, of: Of = None, place: Place = None, root: flags.Root = None) -> None:
    """Lược đồ (JSON Schema) của các loại tệp và của kết quả JSON."""
    if kind is not None and of is not None:
        raise Stop("LOẠI không đi cùng --output", "chọn một")
    if kind is None and of is None:
        if place is None:
            screen.table(_table(), "table")
        else:
            _write_all(place, _agencies(root))
        return
    flags.form_of(None, place, ("json",), "json")
    if of is not None:
        _refuse_unknown("kết quả JSON của lệnh", of, outputs.names())
        screen.json(documents.of_output(of), place)
    elif kind is not None:
        _refuse_unknown("loại tệp", kind, tuple(KINDS))
        screen.json(documents.of_file(kind, _agencies(root)), place)


def _refuse_unknown(what: str, name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        raise Stop(f'không có {what} "{name}"', "các loại gần nhất: " + ", ".join(nearest(name, known) or known))


def _table() -> Table:
    kinds = tuple(row(name, kind.path, kind.purpose) for name, kind in KINDS.items())
    printed = tuple(row(name, f"cchc schema --output {name}", outputs.output(name).title) for name in outputs.names())
    columns = (Column("Loại"), Column("Tệp hoặc lệnh"), Column("Nội dung", fold=True))
    groups = (Group("Tệp (cchc schema LOẠI)", kinds), Group("Kết quả JSON", printed))
    return Table("", columns, groups, (f"Ghi mọi loại tệp cho trình soạn thảo: cchc schema -o {editor.FOLDER}",))


def _write_all(folder: Path, agencies: Agencies) -> None:
    if folder.suffix:
        raise Stop("chưa nêu loại tệp", f"ghi như: cchc schema plan -o {folder.as_posix()}")
    schemas = {editor.file_name(kind): encoded(documents.of_file(kind, agencies)).encode() for kind in KINDS}
    new.create_folder(folder)
    results.write_all(folder, schemas)
    screen.say(f"Đã ghi {len(schemas)} tệp vào {folder.as_posix()}")


def _agencies(root: Path | None) -> Agencies:
    """The readable agencies of the workspace; () outside a workspace."""
    named = root or scope.CHOSEN.get()
    folder = scope.root(root) if named else scope.root_or_none(None)
    if folder is None:
        screen.say("Không ở trong thư mục làm việc: lược đồ không kèm danh sách cơ quan.")
        return ()
    contents, faults = files.workspace_files(folder, SHARED_FILES)
    if faults:
        raise Stop("không đọc được danh sách cơ quan", "cấp quyền đọc rồi chạy lại", faults)
    read = load(contents)
    if any(problem.span.file == AGENCIES for problem in read.problems):
        screen.say("plan/agencies.yaml còn lỗi (xem: cchc validate): danh sách cơ quan có thể thiếu.")
    return tuple({agency.id: agency.name for agency in read.workspace.registry.rows}.items())
