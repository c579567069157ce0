"""Where output leaves: data to stdout (or a file), everything else to stderr, in UTF-8, never wrapped by us."""

import sys
from pathlib import Path
from typing import Any, TextIO

from cchc_cli import files
from cchc_cli.tables import Table

_SHOWN = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


def text(content: str, output: Path | None = None) -> None:
    """Finished text to stdout, or to a file as it is."""
    if output is not None:
        files.write(output, content.encode())
        say(f"Đã ghi {output}")
        return
    if sys.stdout.isatty():
        sys.stdout.write(visible(content))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode())
    sys.stdout.buffer.flush()


def table(content: Table, form: str, output: Path | None = None) -> None:
    """A table in the form asked for: drawn on a terminal, aligned text in a pipe, or md, csv."""
    from cchc_cli.formats import table_text

    if form != "table":
        text(table_text(content, form), output)
    elif output is None and sys.stdout.isatty():
        draw(content)
    else:
        text(table_text(content, "plain"), output)


def draw(content: Table) -> None:
    """Draw a table on the terminal."""
    from cchc_cli.formats.table_rich import draw as drawn

    drawn(content, sys.stdout)


def json(content: dict[str, Any], output: Path | None = None) -> None:
    """A JSON document."""
    import json as encoder

    text(encoder.dumps(content, ensure_ascii=False, indent=2) + "\n", output)


def say(message: str) -> None:
    """A remark for the person, on stderr."""
    _write(sys.stderr, message + "\n")


def visible(content: str) -> str:
    """Control characters shown, not sent."""
    return content.translate(_SHOWN)


def _write(stream: TextIO, content: str) -> None:
    encoding = stream.encoding or "utf-8"
    stream.write(visible(content).encode(encoding, "replace").decode(encoding))
    stream.flush()
