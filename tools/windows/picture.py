"""A picture of a Windows console in which a command was run: wineconsole on a screen that nobody sees."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from tools.windows.machine import WINE, Windows, drive, variables
from tools.windows.wheels import ROOT

_PATIENCE = 600
"""Tenths of a second until a command must have ended."""
_CONSOLE = {"FaceName": "Liberation Mono", "FontSize": 0x100000, "FontPitchFamily": 0x36, "FontWeight": 400,
            "ScreenBufferSize": 0x1900078, "WindowSize": 0x1E0078, "ScreenColors": 7}  # fmt: skip
"""120 columns and 30 lines, in a font that has Vietnamese letters, as Windows' own have."""


def taken(windows: Windows, file: Path, command: str, folder: Path = ROOT) -> None:
    """Run a command line in a console in a folder, and save what the console then shows."""
    with TemporaryDirectory() as place, _screen() as display:
        ended, script = Path(place, "ended"), Path(place, "run.cmd")
        lines = (
            "@set NO_COLOR=1",  # Wine 8 prints the codes for colours
            f"@set PATH={drive(windows.python)};%PATH%",
            f"@cd /d {drive(folder)}",
            f"@cls & echo ^> {command}",
            f"@call {command}",
            f"@type nul >{drive(ended)}",
            "@pause >nul",
        )
        script.write_text("\r\n".join(lines), "ascii", newline="")
        seen = variables(windows) | {"DISPLAY": display}
        subprocess.run((WINE.with_name("wineserver64"), "-k"), env=seen)  # it knows the screen that it began with
        _set_console(seen, Path(place, "console.reg"))
        console = (str(WINE), "wineconsole", "cmd", "/c", drive(script))
        with subprocess.Popen(console, env=seen, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as shown:
            for _ in range(_PATIENCE):
                if ended.exists():
                    break
                sleep(0.1)
            sleep(1)  # until it is drawn
            subprocess.run(("import", "-window", "root", "-trim", str(file)), env=seen, check=True)
            subprocess.run((WINE.with_name("wineserver64"), "-k"), env=seen)
            shown.wait()


@contextmanager
def _screen() -> Iterator[str]:
    """A display of its own."""
    reading, writing = os.pipe()
    server = ("Xvfb", "-displayfd", str(writing), "-screen", "0", "990x520x24")
    with subprocess.Popen(server, pass_fds=(writing,), stderr=subprocess.DEVNULL) as running:
        os.close(writing)
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
        running.terminate()


def _set_console(seen: dict[str, str], file: Path) -> None:
    values = (f'"{name}"=' + (f'"{x}"' if isinstance(x, str) else f"dword:{x:08x}") for name, x in _CONSOLE.items())
    file.write_text("\n".join(("REGEDIT4", "", "[HKEY_CURRENT_USER\\Console]", *values, "")), "ascii", newline="\r\n")
    subprocess.run((str(WINE), "regedit", "/S", drive(file)), env=seen, capture_output=True, check=True)
