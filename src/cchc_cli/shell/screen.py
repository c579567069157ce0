"""Output: data to stdout (or a file), everything else to stderr, in UTF-8 and without wrapping lines."""

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import EBADF, EINVAL, EIO, ENOSPC
from pathlib import Path
from shutil import get_terminal_size
from typing import TextIO

from cchc_cli.answers.tables import Table, visible
from cchc_cli.disk.reasons import reason
from cchc_cli.text.hidden import BYTE_ORDER
from cchc_cli.text.problems import Stop

UNWRITTEN = (ENOSPC, EIO, EBADF)
"""System errors that mean that output could not be written."""
STDOUT = (Path("-"), Path("/dev/stdout"))
"""Values of -o that mean stdout."""


def prepare() -> None:
    """Set both streams to UTF-8, whatever the locale or code page is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def text(content: str, output: Path | None = None, work: Callable[[], None] | None = None) -> None:
    """Write text to stdout or a file; control characters are made visible, a byte-order mark at the start is kept.

    `work` is called before the text is written, and only if it can be written. If stdout fails after that, the text is
    written to stderr.
    """
    content = _shown(content)
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


def pieces(found: Iterable[str], output: Path | None = None) -> None:
    """Write a text piece by piece, as it is made; to a file all at once, so that none is left unfinished."""
    if output is not None and output not in STDOUT:
        _file(output, b"".join(_shown(each).encode(errors="backslashreplace") for each in found))
        return
    with _writing():
        for each in found:
            sys.stdout.buffer.write(_shown(each).encode(errors="backslashreplace"))


def _shown(content: str) -> str:
    """A text with control characters made visible; a byte-order mark at its start is kept."""
    start = BYTE_ORDER if content.startswith(BYTE_ORDER) else ""
    return start + visible(content.removeprefix(start))


def _print(content: str) -> None:
    with _writing():
        if sys.stdout.isatty():
            sys.stdout.write(content)
        else:
            sys.stdout.buffer.write(content.encode(errors="backslashreplace"))


def prose(content: str, output: Path | None = None) -> None:
    """Write text for people: on a terminal, long lines are broken between words."""
    text(fitting(content, sys.stdout) if output is None else content, output)


def fitting(content: str, stream: TextIO | None) -> str:
    """Text broken between words to the width of the terminal that a stream is; for a pipe, as it is."""
    if stream is None or not stream.isatty():
        return content
    from cchc_cli.shell.wrapping import wrapped

    return wrapped(content, width())


def width() -> int:
    """The columns of the terminal."""
    return get_terminal_size().columns


def terminal_width() -> int | None:
    """The columns of the terminal on which data are printed; None for a pipe."""
    return width() if sys.stdout is not None and sys.stdout.isatty() else None


def document(data: bytes, output: Path | None) -> None:
    """Write a document: text to stdout or a file, binary data to a file only."""
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
    say(f"Đã ghi {path.as_posix()}")


def done(content: str) -> None:
    """Print what was recorded to stdout, or to stderr if stdout fails, because the record is already written."""
    try:
        prose(content)
    except Stop:
        say(content.rstrip())


def flush() -> None:
    """Flush what the command-line parser printed (--help); raise a `Stop` if that fails."""
    if sys.stdout is not None:
        with _writing():
            pass


def unwritten(error: OSError) -> Stop:
    """The `Stop` for output that could not be written."""
    return Stop(f"không ghi được kết quả ra ngoài: {reason(error)}", "xem lại chỗ trống của đĩa")


def refused(error: OSError) -> Stop:
    """The `Stop` for an operation that the system refused."""
    if error.errno in UNWRITTEN:
        return unwritten(error)
    where = f" {Path(error.filename).as_posix()}" if error.filename is not None else ""
    return Stop(f"hệ thống không cho mở{where}: {reason(error)}", "xem lại đường dẫn và quyền của tệp, thư mục đó")


@contextmanager
def _writing() -> Iterator[None]:
    """Write to stdout and flush. If the reader has closed the pipe, the run continues without printing."""
    _refuse_closed()
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        from cchc_cli.disk import results

        results.silence(sys.stdout.fileno())  # else what is left in the buffer would fail again
        if not _tells_of_a_closed_pipe(error):
            raise unwritten(error) from error


def is_unread() -> bool:
    """Whether the reader of stdout has closed the pipe before all was written."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        return _tells_of_a_closed_pipe(error)
    return False


def _tells_of_a_closed_pipe(error: OSError) -> bool:
    return isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == EINVAL)


def _refuse_closed() -> None:
    if sys.stdout is None:  # the parent process has closed it
        raise Stop("đầu ra chuẩn (stdout) đã bị đóng, không có nơi in kết quả", "ghi ra tệp bằng -o TỆP")


def table(content: Table, form: str, output: Path | None = None) -> None:
    """Print a table in the requested format: drawn on a terminal, aligned text in a pipe, or md."""
    from cchc_cli.formats import table_text

    if form != "table":
        text(table_text(content, form), output)
    elif (output is None or output in STDOUT) and sys.stdout is not None and sys.stdout.isatty():
        draw(content)
    else:
        text(table_text(content, "plain"), output)


def draw(content: Table) -> None:
    """Draw a table on the terminal."""
    from cchc_cli.formats.table_screen import drawn
    from cchc_cli.shell.colour import understands

    _print(drawn(content, width(), understands()))


def json(content: object, output: Path | None = None) -> None:
    """Print a JSON document."""
    from cchc_cli.formats.json_text import encoded

    text(encoded(content), output)


def fitted(line: str) -> str:
    """A line cut to the terminal's width."""
    return line if len(line) <= width() else f"{line[: width() - 1].rstrip()}…"


def say(message: str) -> None:
    """Print a remark on stderr; errors of stderr are ignored."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(fitting(visible(message), sys.stderr) + "\n")
            sys.stderr.flush()


def can_ask() -> bool:
    """Whether a person sits at a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def given() -> bytes:
    """All that is given on the standard input."""
    return sys.stdin.buffer.read()


def ask(question: str) -> str:
    """Ask a question on stderr; return the typed line without surrounding spaces."""
    asked = visible(question)
    sys.stderr.write(fitting(asked.rstrip(), sys.stderr) + asked[len(asked.rstrip()) :])
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise Stop("chưa trả lời hết, chưa ghi gì")
    return line.strip()
