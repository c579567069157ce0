"""The page about a plan of one's own: every file and command of it, in its order, in an empty folder."""

import re
import shlex
from pathlib import Path

import pytest

from conftest import ROOT, Cchc

PAGE = ROOT / "docs/vi/ke-hoach-moi.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def test_the_page_goes_from_an_empty_folder_to_the_first_due(
    cchc: Cchc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for kind, body in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        first, _, rest = body.partition("\n")
        if kind in ("csv", "yaml"):
            Path(first.removeprefix("# ")).write_text(rest, encoding="utf-8")
            continue
        ran = cchc(*shlex.split(first.removeprefix("$ "))[1:])
        assert ran.code == 0, (first, ran.err)
        if kind == "console":
            shown = "\n".join(line.rstrip() for line in (ran.out or ran.err).splitlines())
            assert f"{shown}\n" == rest, first
