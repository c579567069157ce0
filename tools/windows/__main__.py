"""Windows without Windows: `python -m tools.windows COMMAND` (see docs/decisions/windows.md).

    test [PYTEST OPTIONS]     the suite, but for the tests marked `beyond_wine`
    python [ARGUMENTS]        Windows' Python, which sees this checkout
    cchc [ARGUMENTS]          the program
    picture FILE.png COMMAND  a console of Windows in which COMMAND was run, as a picture

What is missing (Wine, Windows' Python, the Windows wheels of the dependencies) is got first, from Debian and PyPI,
and git is built of Debian's source.
`--python 3.13` before the command takes another Python than 3.11.
"""

import sys
from argparse import REMAINDER, ArgumentParser
from pathlib import Path

from tools.windows import machine, picture

_SUITE = ("-m", "pytest", "-p", "no:cacheprovider", "-m", "not beyond_wine")


def main() -> int:
    """The exit code of what was run."""
    parser = ArgumentParser(prog="python -m tools.windows")
    parser.add_argument("--python", choices=machine.PYTHONS, default="3.11")
    parser.add_argument("what", choices=("test", "python", "cchc", "picture"))
    parser.add_argument("words", nargs=REMAINDER)
    asked = parser.parse_args()
    windows = machine.ready(asked.python)
    if asked.what == "picture":
        file, *command = asked.words
        picture.taken(windows, Path(file), " ".join(command))
        return 0
    before = {"test": _SUITE, "python": (), "cchc": ("-m", "cchc_cli")}[asked.what]
    return machine.run(windows, (*before, *asked.words))


if __name__ == "__main__":
    sys.exit(main())
