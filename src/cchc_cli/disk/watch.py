"""Limits on the time and memory of a template: one that exceeds them is stopped.

The sandbox limits each step; this module limits their sum. After a number of seconds a signal is raised in the main
thread, which interrupts loops and regular expressions alike. The seconds are processor time, so that a busy machine
does not fail a template; on Windows they are clock time. On Linux the growth of the process is limited too. The signal
is not the one of Ctrl-C, which works as usual.
"""

import signal
import sys
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from types import FrameType

from cchc_cli.disk import files
from cchc_cli.text.problems import Stop

SECONDS = 6.0
"""The default limit of time; a usual document takes less than one second."""
MEGABYTES = 250
"""The default limit of growth; with the program's size at its start, it is half of what the program may use."""
_AGAIN = 0.5
"""Seconds until the signal is raised again, in case a library has swallowed the exception."""
_HINT = "mẫu chỉ in số liệu: bỏ phép tính hoặc vòng lặp không dừng"


@contextmanager
def watched(name: str, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Iterator[None]:
    """Interrupt what runs inside by `TimeoutError` or `MemoryError`, and raise these as a `Stop` with the name."""
    try:
        with _timed(seconds), _bounded(megabytes):
            yield
    except TimeoutError as error:
        raise Stop(f"mẫu {name}: làm quá {seconds:.0f} giây chưa xong", _HINT) from error
    except MemoryError as error:
        raise Stop(f"mẫu {name}: dùng quá nhiều bộ nhớ", _HINT) from error


@contextmanager
def _timed(seconds: float) -> Iterator[None]:
    over = Event()

    def ring(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        if not over.is_set():
            raise TimeoutError

    former = signal.signal(_ALARM, ring)
    try:
        with _clock(seconds, over):
            yield
    finally:
        over.set()
        signal.signal(_ALARM, former)


if sys.platform == "win32":
    _ALARM = signal.SIGBREAK

    @contextmanager
    def _clock(seconds: float, over: Event) -> Iterator[None]:
        """Let a thread raise the signal after `seconds`, and then again and again."""

        def wait() -> None:
            pause = seconds
            while not over.wait(pause):
                interrupt_main(_ALARM)
                pause = _AGAIN

        thread = Thread(target=wait, daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()
else:
    _ALARM = signal.SIGPROF

    @contextmanager
    def _clock(seconds: float, over: Event) -> Iterator[None]:  # noqa: ARG001
        """Let the system raise the signal after `seconds` of processor time, and then again; this needs no thread."""
        signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)


@contextmanager
def _bounded(megabytes: int) -> Iterator[None]:
    """Limit the growth of the process; on systems other than Linux only the sandbox's own limits apply."""
    size = files.memory()
    if size is None or sys.platform != "linux":
        yield
        return
    import resource

    former = soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = size + megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most if soft == resource.RLIM_INFINITY else min(most, soft), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, former)
