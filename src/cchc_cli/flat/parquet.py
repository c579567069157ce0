"""Rows → Parquet, by pyarrow (extra `parquet`): in groups of rows, so that memory does not grow with the table."""

from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct, structs

from cchc_cli.flat.engines import columns
from cchc_cli.text.problems import Stop

if TYPE_CHECKING:
    import pyarrow

_GROUP = 20_000


class Writer:
    """Writes the rows of one table; raise a `Stop` where pyarrow is not installed."""

    def __init__(self, out: BinaryIO, table: str) -> None:
        try:
            from pyarrow.parquet import ParquetWriter
        except ImportError as error:
            hint = 'cài thêm: pip install "cchc-cli[parquet]"'
            raise Stop("dạng parquet cần pyarrow, chưa được cài", hint) from error
        self._schema = _schema(table)
        self._writer = ParquetWriter(out, self._schema)
        self._rows: list[dict[str, object]] = []

    def add(self, row: Struct) -> None:
        """Keep a row for the next group."""
        self._rows.append(structs.asdict(row))
        if len(self._rows) >= _GROUP:
            self._write()

    def close(self) -> None:
        """Write the last group."""
        self._write()
        self._writer.close()

    def _write(self) -> None:
        import pyarrow

        self._writer.write_table(pyarrow.Table.from_pylist(self._rows, self._schema))
        self._rows = []


def _schema(table: str) -> "pyarrow.Schema":
    import pyarrow

    kinds = {"str": pyarrow.string(), "int": pyarrow.int32(), "float": pyarrow.float64(), "bool": pyarrow.bool_(),
             "date": pyarrow.date32()}  # fmt: skip
    return pyarrow.schema(
        [(name, pyarrow.list_(kinds[kind]) if many else kinds[kind]) for name, (kind, many) in columns(table).items()]
    )
