"""Limits on the time and memory of a template: one that exceeds them is stopped.

The sandbox limits each step; this module limits their sum. After a number of seconds a signal is raised in the main
thread, which interrupts loops and regular expressions alike. The seconds are processor time, so that a busy machine
does not fail a template. On Linux and Windows the growth of the process is limited too: there by the system, here by a
look at it twenty times a second. The signal is not the one of Ctrl-C, which works as usual.
"""

import signal
import sys
from _thread import interrupt_main
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import process_time
from types import FrameType

from cchc_cli.disk import processes
from cchc_cli.text.problems import Stop

SECONDS = 6.0
"""The default limit of time; a usual document takes less than one second."""
MEGABYTES = 250
"""The default limit of growth; with the program's size at its start, it is half of what the program may use."""
_AGAIN = 0.5
"""Seconds until the signal is raised again, in case a library has swallowed the exception."""
_LOOK = 0.05
"""Seconds between two looks at time and memory on Windows."""
_HINT = "mẫu chỉ in số liệu: bỏ phép tính hoặc vòng lặp không dừng"


@contextmanager
def watched(name: str, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Iterator[None]:
    """Interrupt what runs inside by `TimeoutError` or `MemoryError`, and raise these as a `Stop` with the name."""
    try:
        with _timed_and_bounded(seconds, megabytes):
            yield
    except TimeoutError as error:
        raise Stop(f"mẫu {name}: làm quá {seconds:.0f} giây chưa xong", _HINT) from error
    except MemoryError as error:
        raise Stop(f"mẫu {name}: dùng quá nhiều bộ nhớ", _HINT) from error


@contextmanager
def _ringing(alarm: signal.Signals, why: Callable[[], type[Exception] | None], over: Event) -> Iterator[None]:
    """Let a signal raise what `why` returns, until it is over."""

    def ring(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        reached = None if over.is_set() else why()
        if reached is not None:
            raise reached

    former = signal.signal(alarm, ring)
    try:
        yield
    finally:
        over.set()
        signal.signal(alarm, former)


if sys.platform == "win32":

    @contextmanager
    def _timed_and_bounded(seconds: float, megabytes: int) -> Iterator[None]:
        """Let a thread look at time and memory; past a limit it raises the signal, and then again and again."""
        over, reached = Event(), list[type[Exception]]()
        most = (processes.memory() or 0) + megabytes * 1_000_000

        def look() -> None:
            pause, began = _LOOK, process_time()
            while not over.wait(pause):
                if not reached and (processes.memory() or 0) > most:
                    reached.append(MemoryError)
                elif not reached and process_time() - began > seconds:
                    reached.append(TimeoutError)
                if reached:
                    interrupt_main(signal.SIGBREAK)
                    pause = _AGAIN

        thread = Thread(target=look, daemon=True)
        with _ringing(signal.SIGBREAK, lambda: reached[0] if reached else None, over):
            thread.start()
            try:
                yield
            finally:
                over.set()
                thread.join()

else:

    @contextmanager
    def _timed_and_bounded(seconds: float, megabytes: int) -> Iterator[None]:
        """Let the system raise the signal after `seconds` of processor time, and then again; this needs no thread."""
        with _ringing(signal.SIGPROF, lambda: TimeoutError, Event()):
            signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
            try:
                with _bounded(megabytes):
                    yield
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)

    @contextmanager
    def _bounded(megabytes: int) -> Iterator[None]:
        """Limit the growth of the process where the system tells its size (Linux)."""
        import resource

        size = processes.memory()
        if size is None:
            yield
            return
        former = soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = size + megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most if soft == resource.RLIM_INFINITY else min(most, soft), hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_AS, former)
