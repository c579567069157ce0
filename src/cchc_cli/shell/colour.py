"""Whether the terminal on which data are printed understands codes for colour."""

import sys

from cchc_cli.shell import environment

_STDOUT = -11
_ESCAPES = 7
"""The mode of a Windows console that writes text, wraps lines and acts on escape codes."""


def understands() -> bool:
    """Whether to print codes for colour; a Windows console is told to act on them."""
    return environment.wants_colour() and _acts_on_codes()


def _acts_on_codes() -> bool:
    if sys.platform == "win32":
        from ctypes import windll

        return bool(windll.kernel32.SetConsoleMode(windll.kernel32.GetStdHandle(_STDOUT), _ESCAPES))
    return True
