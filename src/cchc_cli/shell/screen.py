"""Where output leaves: data to stdout (or a file), everything else to stderr, in UTF-8, never wrapped by us."""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EBADF, EIO, ENOSPC
from pathlib import Path
from shutil import get_terminal_size

from cchc_cli.answers.tables import Table, visible
from cchc_cli.disk.reasons import reason
from cchc_cli.text.hidden import BYTE_ORDER
from cchc_cli.text.problems import Stop

UNWRITTEN = (ENOSPC, EIO, EBADF)
"""Errors of the system that mean: what was printed could not leave."""
STDOUT = (Path("-"), Path("/dev/stdout"))
"""What -o may be given that is no file."""


def prepare() -> None:
    """UTF-8 on both streams, whatever the locale or code page says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def text(content: str, output: Path | None = None, work: Callable[[], None] | None = None) -> None:
    """Finished text to stdout, or to a file; control characters are shown, a byte-order mark at the start stays.

    `work`: what is to be done before the text leaves, and only when it can. Once it is done, what stdout cannot take
    goes to stderr.
    """
    start = BYTE_ORDER if content.startswith(BYTE_ORDER) else ""
    content = start + visible(content.removeprefix(start))
    if output is not None and output not in STDOUT:
        _file(output, content.encode(errors="backslashreplace"), work)
        return
    if work is None:
        _print(content)
        return
    _refuse_closed()
    work()
    try:
        _print(content)
    except Stop:
        say(content.rstrip())


def _print(content: str) -> None:
    with _writing():
        if sys.stdout.isatty():
            sys.stdout.write(content)
        else:
            sys.stdout.buffer.write(content.encode(errors="backslashreplace"))


def document(data: bytes, output: Path | None) -> None:
    """A finished document: one of text to stdout or a file, any other to the file as it is."""
    if output is None or output in STDOUT:
        text(data.decode())
    else:
        _file(output, data)


def _file(path: Path, data: bytes, work: Callable[[], None] | None = None) -> None:
    from cchc_cli.disk import results

    with results.ready(path, data) as put:
        if work is not None:
            work()
        put()
    say(f"Đã ghi {path}")


def done(content: str) -> None:
    """What has been recorded: where stdout cannot take it, stderr does, for the record stands either way."""
    try:
        text(content)
    except Stop:
        say(content.rstrip())


def flush() -> None:
    """What the command-line parser printed (--help) has left; a `Stop` where it could not."""
    if sys.stdout is not None:
        with _writing():
            pass


def unwritten(error: OSError) -> Stop:
    """Output that could not leave, as a Stop."""
    return Stop(f"không ghi được kết quả ra ngoài: {reason(error)}", "xem lại chỗ trống của đĩa")


def refused(error: OSError) -> Stop:
    """What the system refused somewhere, as a Stop."""
    if error.errno in UNWRITTEN:
        return unwritten(error)
    where = f" {error.filename}" if error.filename is not None else ""
    return Stop(f"hệ thống không cho mở{where}: {reason(error)}", "xem lại đường dẫn và quyền của tệp, thư mục đó")


@contextmanager
def _writing() -> Iterator[None]:
    """Writes to stdout, flushed. A reader of a pipe who has gone is no mistake: the run goes on, and prints nothing."""
    _refuse_closed()
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        from cchc_cli.disk import results

        results.silence(sys.stdout.fileno())
    except OSError as error:
        raise unwritten(error) from error


def _refuse_closed() -> None:
    if sys.stdout is None:  # closed by who started us
        raise Stop("đầu ra chuẩn (stdout) đã bị đóng, không có nơi in kết quả", "ghi ra tệp bằng -o TỆP")


def table(content: Table, form: str, output: Path | None = None) -> None:
    """A table in the form asked for: drawn on a terminal, aligned text in a pipe, or md, csv."""
    from cchc_cli.formats import table_text

    if form != "table":
        text(table_text(content, form), output)
    elif (output is None or output in STDOUT) and sys.stdout is not None and sys.stdout.isatty():
        draw(content)
    else:
        text(table_text(content, "plain"), output)


def answer(form: str, output: Path | None, as_table: Callable[[], Table], as_json: Callable[[], object]) -> None:
    """An answer in the form asked for; only that form is built."""
    if form == "json":
        json(as_json(), output)
    else:
        table(as_table(), form, output)


def draw(content: Table) -> None:
    """Draw a table on the terminal."""
    from cchc_cli.formats.table_rich import draw as drawn

    drawn(content, sys.stdout)


def json(content: object, output: Path | None = None) -> None:
    """A JSON document."""
    from cchc_cli.formats.json_text import encoded

    text(encoded(content), output)


def fitted(line: str) -> str:
    """A line cut to the terminal's width."""
    width = get_terminal_size().columns
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}…"


def say(message: str) -> None:
    """A remark for the person, on stderr; where that is closed or full, the run goes on without."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(visible(message) + "\n")
            sys.stderr.flush()


def can_ask() -> bool:
    """Whether a person sits at a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def ask(question: str) -> str:
    """A question on stderr → the line typed, without spaces around it."""
    sys.stderr.write(visible(question))
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise Stop("chưa trả lời hết, chưa ghi gì")
    return line.strip()
