"""Make the archives of a release and try them outside the checkout: `python -m tools.release` (or `make release`).

It does not tag or publish; it prints how to. `--trial` continues when something is not ready, and skips the long check
of the unpacked source archive.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import venv
from pathlib import Path
from re import M, search
from tempfile import TemporaryDirectory

from cchc_cli import __version__

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist"
DAY = "2026-02-01"
# What both installed programs must answer as the checkout does, on a copy of the real plan.
ASKED = (
    ("due", "--as-of", DAY),
    ("stats", "--by", "section", "--as-of", DAY, "--format", "json"),
    ("validate",),
    ("report", "quarterly", "--period", "2026-Q1", "--format", "md"),
)


def lacking() -> list[str]:
    """What is not ready yet: uncommitted work, a version without its day in the changelog, a tag that is there."""
    found = []
    if _git("status", "--porcelain"):
        found.append("there is uncommitted work: git status")
    heading = search(rf"^## \[{__version__}\] - (\S+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), M)
    if heading is None:
        found.append(f"CHANGELOG.md has no heading ## [{__version__}] - DAY")
    elif not search(r"^\d{4}-\d\d-\d\d$", heading[1]):
        found.append(f'CHANGELOG.md: {__version__} needs its day in place of "{heading[1]}"')
    if _git("tag", "--list", f"v{__version__}"):
        found.append(f"the tag v{__version__} is there already: raise __version__")
    return found


def build() -> tuple[Path, Path]:
    """The source archive, and the wheel that is built from what it holds."""
    shutil.rmtree(DIST, ignore_errors=True)
    _run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(DIST))
    (source,) = DIST.glob("*.tar.gz")
    with TemporaryDirectory() as folder:
        unpacked = unpack(source, Path(folder))
        _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(DIST), cwd=unpacked)
    (wheel,) = DIST.glob("*.whl")
    return source, wheel


def unpack(source: Path, folder: Path) -> Path:
    """The one folder in a source archive."""
    with tarfile.open(source) as archive:
        archive.extractall(folder, filter="data")
    (unpacked,) = folder.iterdir()
    return unpacked


def check(source: Path) -> None:
    """`.ci/run` as on a bare machine, in what the source archive holds."""
    with TemporaryDirectory() as folder:
        unpacked = unpack(source, Path(folder))
        _run("bash", ".ci/run", cwd=unpacked)


def attempt(archive: Path) -> None:
    """Install an archive into an empty environment and ask it what the checkout is asked."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        venv.create(place / "venv", with_pip=True)
        programs = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
        install = ("-m", "pip", "install", "-q", "-c", str(ROOT / "requirements.lock"), str(archive))
        _output(place, str(programs / "python"), *install)
        shutil.copytree(ROOT / "plan", place / "plan")
        cchc = str(programs / "cchc")
        version = _output(place, cchc, "--version")
        if f"cchc {__version__}," not in version:
            raise SystemExit(f"{archive.name}: --version prints {version}")
        for words in ASKED:
            expected = _output(place, sys.executable, "-m", "cchc_cli", *words)
            if not expected or _output(place, cchc, *words) != expected:
                raise SystemExit(f"{archive.name}: cchc {' '.join(words)} prints something else than the checkout")
        _output(place, cchc, "report", "quarterly", "--period", "2026-Q1", "-o", "report.docx")
        print(f"{archive.name}: {version.strip()}; answers like the checkout", flush=True)


def main() -> int:
    """1 where something is not ready."""
    trial = "--trial" in sys.argv
    missing = lacking()
    for each in missing:
        print(f"not ready: {each}", flush=True)
    if missing and not trial:
        return 1
    archives = source, wheel = build()
    if not trial:
        check(source)
    for archive in archives:
        attempt(archive)
    if trial:
        print("a trial: nothing to publish")
        return 1 if missing else 0
    print(
        f"Both are sound. To release them:\n"
        f"  git tag -a v{__version__} -m 'cchc {__version__}' && git push --tags\n"
        f"  attach dist/{wheel.name} and dist/{source.name} to the release of that tag, with its part of CHANGELOG.md\n"
        f"  on a package index: python -m pip install twine && python -m twine upload dist/*\n"
        f"Then raise __version__ in src/cchc_cli/__init__.py and give CHANGELOG.md its next heading."
    )
    return 0


def _git(*words: str) -> str:
    return _output(ROOT, "git", *words)


def _output(folder: Path, *command: str) -> str:
    ran = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", env=_plain())
    if ran.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {ran.returncode}\n{ran.stderr}")
    return ran.stdout


def _run(*command: str, cwd: Path = ROOT) -> None:
    subprocess.run(command, cwd=cwd, check=True, stdin=subprocess.DEVNULL, env=_plain())


def _plain() -> dict[str, str]:
    """The environment without what would change an answer or lead to the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CCHC_", "PYTHONPATH"))}
    return kept | {"PYTHONUTF8": "1"}


if __name__ == "__main__":
    sys.exit(main())
