"""Ctrl-C: the process ends at once and quietly (exit code 130) until there is something to clean up."""

import os
import signal
import sys

TYPE_CHECKING = False  # importing typing would take longer than all the rest here
if TYPE_CHECKING:
    from sys import UnraisableHookArgs


def leave_when_interrupted() -> None:
    """Until there is something to clean up, Ctrl-C ends the process at once."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # a job in the background may ignore it: so do we
        signal.signal(signal.SIGINT, _leave)
        sys.unraisablehook = _unraisable


def raise_when_interrupted() -> None:
    """From now on, Ctrl-C is `KeyboardInterrupt` again."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def ignore() -> None:
    """What was asked is done: Ctrl-C changes nothing any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _leave(signal_: int, frame: object) -> None:  # noqa: ARG001
    os._exit(130)


def _unraisable(args: "UnraisableHookArgs") -> None:
    """An interrupt that falls into a callback of Python's own, which would print it and go on."""
    if args.exc_type is KeyboardInterrupt:
        os._exit(130)
    sys.__unraisablehook__(args)
