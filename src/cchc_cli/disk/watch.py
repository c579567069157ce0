"""A watch over templates: whatever one does, it is stopped in time and before it takes the machine's memory.

The sandbox bounds each step; this bounds their sum. After so many seconds of work (of the clock on Windows: elsewhere a
busy machine is no fault of the template) a signal of our own is raised in the main thread, which breaks loops and
searches alike; where the system counts memory (Linux) the process may grow only so far. Ctrl-C stays Ctrl-C: the signal
is another one.
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
"""A usual document takes less than one."""
MEGABYTES = 250
"""By which the program may grow: with what it is when it begins, half of what is allowed in all."""
_AGAIN = 0.5
"""Seconds until the signal is raised again, should a library have swallowed what it raises."""
_HINT = "mẫu chỉ in số liệu: bỏ phép tính hoặc vòng lặp không dừng"


@contextmanager
def watched(name: str, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Iterator[None]:
    """What runs inside is stopped by `TimeoutError` or `MemoryError`; one that comes out is a `Stop` with the name."""
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
        """The signal, after so many seconds and then again, by a thread."""

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
        """The signal, after so many seconds of work and then again, by the system: it needs no turn of ours to come."""
        signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)


@contextmanager
def _bounded(megabytes: int) -> Iterator[None]:
    """The process may grow by so much; elsewhere than on Linux only the sandbox's own limits hold."""
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
