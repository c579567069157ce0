"""Ctrl-C: the process ends at once and quietly (exit code 130) until there is something to clean up."""

import os
import signal
import sys

TYPE_CHECKING = False  # importing typing would take longer than all the rest here
if TYPE_CHECKING:
    from sys import UnraisableHookArgs


def leave_when_interrupted() -> None:
    """Let Ctrl-C end the process at once, as long as there is nothing to clean up."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # a background job may ignore Ctrl-C; keep that
        signal.signal(signal.SIGINT, _leave)
        sys.unraisablehook = _unraisable


def raise_when_interrupted() -> None:
    """Let Ctrl-C raise `KeyboardInterrupt` again."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def ignore() -> None:
    """Ignore Ctrl-C, because the work is done."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _leave(signal_: int, frame: object) -> None:  # noqa: ARG001
    os._exit(130)


def _unraisable(args: "UnraisableHookArgs") -> None:
    """End the process when an interrupt occurs in an internal callback of Python, which would print it and continue."""
    if args.exc_type is KeyboardInterrupt:
        os._exit(130)
    sys.__unraisablehook__(args)
