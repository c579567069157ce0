"""The only module that reads environment variables."""

import os
from pathlib import Path

_COMPLETED = ("COMP_WORDS", "_TYPER_COMPLETE_ARGS")
"""What shells set while Tab is pressed: bash the first, others the second."""


def folder() -> Path | None:
    """CCHC_ROOT: the workspace's folder."""
    named = os.environ.get("CCHC_ROOT")
    return Path(named) if named else None


def agency() -> str | None:
    """CCHC_AGENCY: the reporting agency if no option names one."""
    return os.environ.get("CCHC_AGENCY")


def wants_traceback() -> bool:
    """CCHC_DEBUG: whether a bug of the program is shown with its traceback."""
    return bool(os.environ.get("CCHC_DEBUG"))


def on_github() -> bool:
    """Whether this runs in GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def wants_colour() -> bool:
    """Not NO_COLOR, nor a TERM that has none."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") not in ("dumb", "unknown")


def completing() -> str | None:
    """The shell's completion request when Tab is pressed ("complete_bash"); None in an ordinary run."""
    return os.environ.get("_CCHC_COMPLETE")


def completed_words() -> list[str]:
    """The words of the command line on which Tab was pressed, as the shell hands them on."""
    import shlex

    line = next(filter(None, map(os.environ.get, _COMPLETED)), "")
    try:
        return shlex.split(line)
    except ValueError:  # a quotation mark is still open
        return line.split()


def home() -> Path | None:
    """The user's folder, if there is one."""
    found = os.path.expanduser("~")  # noqa: PTH111  (Path.home raises where there is none)
    return Path(found) if found != "~" else None


def cache() -> Path | None:
    """The user's cache folder, if there is one."""
    above = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_CACHE_HOME")
    own = home()
    found = Path(above) if above else own / ".cache" if own is not None else None
    return found if found is not None and found.is_absolute() else None
