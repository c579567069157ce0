"""Write the flat tables of many workspaces: one is read, written and forgotten before the next."""

import gc
from collections.abc import Iterator
from datetime import date as Day
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cchc_cli.disk import streams
from cchc_cli.shell import progress_bar
from cchc_cli.shell.options import scope
from cchc_cli.text.problems import Stop

if TYPE_CHECKING:
    from cchc_cli.flat.engines import Form
    from cchc_cli.flat.jsonl import Writer
    from cchc_cli.flat.rows import Row


class Written(NamedTuple):
    """The number of rows of each table, and the workspaces that were left out, each with why."""

    rows: dict[str, int]
    left_out: list[str]


def named(folders: list[Path]) -> dict[str, Path]:
    """The folders by the names that tables give them; two of one name are a `Stop`."""
    found: dict[str, Path] = {}
    for folder in folders:
        name = folder.resolve().name
        if name in found:
            raise Stop(f'hai thư mục làm việc cùng tên "{name}"', "đổi tên một thư mục, vì bảng ghi theo tên")
        found[name] = folder
    return found


def write(folders: dict[str, Path], output: Path, form: "Form", skip_broken: bool, as_of: Day) -> Written:
    """Write all tables with their definitions, or nothing; a workspace with errors is a `Stop`, or is left out."""
    from cchc_cli.flat import engines
    from cchc_cli.flat.rows import TABLES

    told = {"tables.schema.json": engines.schema(), "duckdb.sql": engines.duckdb(form).encode(),
            "spark.sql": engines.spark(form).encode()}  # fmt: skip
    files = {table: f"{table}.{form}" for table in TABLES}
    written = Written(dict.fromkeys(TABLES, 0), [])
    writer_of = import_module(f"cchc_cli.flat.{form}").Writer
    with streams.together(output, (*files.values(), *told)) as out, progress_bar.bar("Ghi bảng", len(folders)) as step:
        writers: dict[str, Writer] = {table: writer_of(out[file], table) for table, file in files.items()}
        for name, folder in folders.items():
            for table, row in _rows(name, folder, as_of, written.left_out if skip_broken else None):
                writers[table].add(row)
                written.rows[table] += 1
            gc.collect()  # no run collects by itself (start/entry.py), and a workspace has circles
            step()
        for writer in writers.values():
            writer.close()
        for name, data in told.items():
            out[name].write(data)
    return written


def _rows(name: str, folder: Path, as_of: Day, left_out: list[str] | None) -> "Iterator[tuple[str, Row]]":
    """The rows of a sound workspace; of one with errors none where it may be left out."""
    from cchc_cli.flat.build import rows

    try:
        workspace = scope.workspace(folder, None)
    except Stop as broken:
        told = f"{folder.as_posix()}: {broken.message}"
        if left_out is None:
            hint = f'xem đủ: cchc -C "{folder.as_posix()}" validate' if broken.problems else broken.hint
            raise Stop(told, hint, broken.problems) from broken
        left_out.append(told)
        return
    yield from rows(workspace, name, as_of)
