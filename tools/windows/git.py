"""Git for Windows, built of Debian's own source, and as much of a shell as it needs to clone from this disk."""

import os
import subprocess
from pathlib import Path
from shutil import copy2
from tempfile import TemporaryDirectory

_SOURCES = ("--format", "deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)", "Created-By: Packages", "Origin: Debian")
"""Where this machine gets Debian's packages: their sources lie there too."""
_HEADERS = ("NTSecAPI", "Psapi", "tlHelp32")
"""Headers of Windows that git writes with capitals and Debian's compiler has without: this machine tells them apart."""
_MACHINE = {"uname_S": "MINGW", "uname_R": "1.0", "uname_M": "x86_64", "uname_O": "", "uname_V": ""}
COMPILER = "x86_64-w64-mingw32-gcc"
_TOOLS = {
    "CC": COMPILER,
    "AR": "x86_64-w64-mingw32-ar",
    "RC": "x86_64-w64-mingw32-windres -O coff",
    "CFLAGS": "-O1 -w",
    "LDFLAGS": "-static -s",
}
_WITHOUT = ("CURL", "OPENSSL", "EXPAT", "PERL", "PYTHON", "TCLTK", "GETTEXT", "ICONV", "NSEC")
"""Parts that a repository on this disk does without."""


def built(folder: Path) -> None:
    """Make a folder with bin/git.exe, and the empty template of a repository that git looks for beside it.

    The folder appears when all is there.
    """
    part = folder.with_suffix(".part")
    (part / "share/git-core/templates").mkdir(parents=True, exist_ok=True)
    (part / "bin").mkdir(exist_ok=True)
    with TemporaryDirectory() as place:
        _fetch(Path(place))
        (source,) = (each for each in Path(place).glob("git-*") if each.is_dir())
        for name in _HEADERS:
            (source / f"compat/win32/{name}.h").write_text(f"#include <{name.lower()}.h>\n", encoding="ascii")
        said = {**_MACHINE, **_TOOLS, **{f"NO_{each}": "1" for each in _WITHOUT}}
        make = ("make", "-s", f"-j{os.cpu_count()}", *(f"{name}={value}" for name, value in said.items()))
        subprocess.run((*make, "git.exe"), cwd=source, check=True)
        for name in ("git.exe", "git-upload-pack.exe"):
            copy2(source / "git.exe", part / "bin" / name)
    shell = (COMPILER, "-O1", "-s", "-static", "-municode", "-o", str(part / "bin/sh.exe"))
    subprocess.run((*shell, str(Path(__file__).with_name("sh.c"))), check=True)
    part.rename(folder)


def _fetch(place: Path) -> None:
    """Unpack the source of Debian's git with Debian's patches, checked by apt; the system's lists are left alone."""
    (place / "lists/partial").mkdir(parents=True)
    found = subprocess.run(("apt-get", "indextargets", *_SOURCES), capture_output=True, text=True, check=True)
    (place / "git.list").write_text(found.stdout, encoding="utf-8")
    told = {"Etc::SourceList": place / "git.list", "Etc::SourceParts": "/dev/null", "State::Lists": place / "lists"}
    apt = ("apt-get", "-qq", *(f"-oDir::{name}={value}" for name, value in told.items()))
    for words in (("update",), ("source", "git")):
        subprocess.run((*apt, *words), cwd=place, check=True)
