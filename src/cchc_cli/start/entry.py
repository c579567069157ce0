"""The entry point of `cchc`, which handles Ctrl-C before slow modules are imported."""

import gc

from cchc_cli.start import interrupt


def main() -> None:
    """Run the program."""
    interrupt.leave_when_interrupted()
    gc.disable()  # a run is short and frees little: collecting, most of all while importing, only takes time
    from cchc_cli.start.program import main as begin  # this import takes most of the time of a short run

    begin()
