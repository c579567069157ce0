"""Where `cchc` starts: ready for Ctrl-C before anything slow is imported."""

from cchc_cli.start import interrupt


def main() -> None:
    """Run the program."""
    interrupt.leave_when_interrupted()
    from cchc_cli.start.program import main as begin  # takes most of a short run

    begin()
