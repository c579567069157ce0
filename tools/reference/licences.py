"""docs/licences.md: every package that is installed with the program, or for developing it, and its licence."""

import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_ROOT = Path(__file__).parents[2]
_CLASSIFIED = "License :: OSI Approved :: "
_SHORT = {
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
}
_LONGEST = 40
_HEAD = """# Licences

What is installed with `cchc` (MIT, see [LICENSE](../LICENSE)), and what is needed to develop it, each with the licence
that the package states. Made from the packages themselves by `make docs`; `.ci/check` fails when something is added.
Nothing of them is copied into this repository. On Windows colorama (BSD-3-Clause) is installed too.
"""


def text() -> str:
    """The page."""
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    own = _closure(project["dependencies"])
    developing = _closure(project["optional-dependencies"]["dev"]) - own
    return f"{_HEAD}\n## With the program\n\n{_table(own)}\n## For developing\n\n{_table(developing)}"


def licence(package: str) -> str:
    """The licence that an installed package states."""
    about = metadata(package)
    stated = _first(about, "License-Expression") or _classified(about) or _first(about, "License")
    first = stated.strip().splitlines()[0] if stated.strip() else "?"
    return first if len(first) <= _LONGEST else f"{first[:_LONGEST]}…"


def _first(about: PackageMetadata, key: str) -> str:
    return next(iter(about.get_all(key) or ()), "")


def _classified(about: PackageMetadata) -> str:
    named = (each.removeprefix(_CLASSIFIED) for each in about.get_all("Classifier") or () if _CLASSIFIED in each)
    return " AND ".join(_SHORT.get(each, each) for each in named)


def _closure(requirements: Iterable[str]) -> set[str]:
    """The packages that these need here, with all that they need in turn."""
    found: set[str] = set()
    left = list(requirements)
    while left:
        needed = Requirement(left.pop())
        name = canonicalize_name(needed.name)
        if name in found or not _is_needed(needed):
            continue
        found.add(name)
        left += _required(name)
    return found


def _is_needed(needed: Requirement) -> bool:
    return needed.marker is None or needed.marker.evaluate({"extra": ""})


def _required(package: str) -> list[str]:
    try:
        return metadata(package).get_all("Requires-Dist") or []
    except PackageNotFoundError as error:
        raise SystemExit(f"{package} is not installed: pip install -c requirements.lock -e '.[dev]'") from error


def _table(packages: Iterable[str]) -> str:
    rows = (f"| [{each}](https://pypi.org/project/{each}/) | {licence(each)} |\n" for each in sorted(packages))
    return f"| package | licence |\n|---|---|\n{''.join(rows)}"
