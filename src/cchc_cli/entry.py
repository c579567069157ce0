"""Where `cchc` starts: ready for Ctrl-C before anything slow is imported (contract, section 3: 130, and quiet)."""

import os
import signal
import sys

TYPE_CHECKING = False  # importing typing would take longer than all the rest here
if TYPE_CHECKING:
    from sys import UnraisableHookArgs


def main() -> None:
    """Run the program."""
    leave_when_interrupted()
    from cchc_cli.__main__ import main as begin

    begin()


def leave_when_interrupted() -> None:
    """Until there is something to clean up, Ctrl-C ends the process at once."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # a job in the background may ignore it: so do we
        signal.signal(signal.SIGINT, leave)
        sys.unraisablehook = _unraisable


def leave(signal_: int, frame: object) -> None:  # noqa: ARG001
    """End at once, without a word."""
    os._exit(130)


def _unraisable(args: "UnraisableHookArgs") -> None:
    """An interrupt that falls into a callback of Python's own, which would print it and go on."""
    if args.exc_type is KeyboardInterrupt:
        os._exit(130)
    sys.__unraisablehook__(args)
