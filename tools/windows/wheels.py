"""Windows wheels of the project's dependencies, in the versions of requirements.lock."""

import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

ROOT = Path(__file__).parents[2]
_WINDOWS_ONLY = ("colorama", "tzdata")
"""What pip leaves out because it asks this machine, not the other, whether it is Windows."""


def dependencies() -> list[str]:
    """What the program needs, as pyproject.toml says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*(each.partition(";")[0] for each in project["dependencies"]), *_WINDOWS_ONLY]


def unpacked(requirements: Iterable[str], python: str, site: Path) -> None:
    """Fetch the wheels of the requirements, and of what those need, and unpack them into a folder."""
    with TemporaryDirectory() as place:
        constraints = Path(place, "constraints.txt")
        lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
        constraints.write_text("\n".join(each.partition(";")[0] for each in lock), encoding="utf-8")
        platform = ("--platform", "win_amd64", "--implementation", "cp", "--python-version", python)
        fetch = ("-m", "pip", "download", "-qq", *platform, "--only-binary=:all:", "-c", str(constraints), "-d", place)
        subprocess.run((sys.executable, *fetch, *requirements), check=True)
        for wheel in sorted(Path(place).glob("*.whl")):
            with ZipFile(wheel) as archive:
                archive.extractall(site)
