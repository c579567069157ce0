"""What the READMEs show is true: runs print what they show, every command runs, every example line is sound."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from cchc_cli.checking import check
from cchc_cli.reading.load import load
from cchc_cli.start.program import run
from cchc_cli.text.problems import Severity
from conftest import plan_files
from repositories import committed, git

ROOT = Path(__file__).parents[1]
IN_ORDER = ROOT / "docs/vi/ke-hoach-moi.md"  # its commands need those before them: see test_new_plan_page.py
PAGES = sorted(
    path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("docs/**/*.md"), ROOT / "SECURITY.md") if path != IN_ORDER
)
GUIDES = ("README.md", "README.vi.md", "CONTRIBUTING.md", *PAGES)
PLACEHOLDERS = {"LỆNH": "due", "KIND": "plan", "NAME": "quarterly", "CODE": "CC203"}
BEFORE = {
    "inspect STP --document": "inspect STP --date",
    "list --plan 2027": "new 2027 --from 2026",
    "text take bao-cao-quy-1.docx": "report quarterly --period 2026-Q1 -o bao-cao-quy-1.docx",
    "text take bao-cao.docx": "report quarterly --period 2026-Q1 -o bao-cao.docx",
}
"""How a command begins that needs another one first, and how that one begins."""
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
INLINE = re.compile(r"`(cchc(?: [^`]+)?)`")
FILE = re.compile(r"# (plan/\S+\.yaml)\n")


def text(guide: str) -> str:
    return (ROOT / guide).read_text(encoding="utf-8")


def blocks(guide: str, *kinds: str) -> list[str]:
    return [body for kind, body in BLOCK.findall(text(guide)) if kind in kinds]


def transcripts() -> list[tuple[str, str, str]]:
    """A run shown with its output: guide, command, what it must print."""
    found = [(guide, *body.partition("\n")) for guide in GUIDES for body in blocks(guide, "console")]
    return [(guide, first.removeprefix("$ "), rest) for guide, first, _, rest in found]


def commands() -> list[str]:
    """Every `cchc …` that a reader may type, as the words after `cchc`."""
    lines = [line for guide in GUIDES for body in blocks(guide, "sh", "powershell") for line in body.splitlines()]
    lines += [match for guide in GUIDES for match in INLINE.findall(text(guide))]
    typed = [part.strip() for line in lines for part in re.split(r"&&|\|\||;", line)]
    typed += [command for _, command, _ in transcripts()]
    found = (re.fullmatch(r"(?:\.venv[\\/](?:bin|Scripts)[\\/])?cchc(?: (.*))?", each) for each in typed)
    shown = {match[1] or "" for match in found if match}
    return sorted({" ".join(PLACEHOLDERS.get(word, word) for word in words.split(" ")) for words in shown})


def records() -> list[tuple[str, str]]:
    """YAML lines that a guide shows for a file: its path → the lines."""
    shown = [body for guide in GUIDES for body in blocks(guide, "yaml")]
    return [(match[1], body) for body in shown if (match := FILE.match(body))]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the real plan and of the examples, to run in."""
    for folder in ("plan", "examples"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "loi-viet.txt").write_text("Đã triển khai đồng bộ.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CCHC_ROOT", "")
    return tmp_path


@pytest.mark.parametrize(("guide", "command", "output"), transcripts())
def test_a_run_shown_prints_what_the_program_prints(
    guide: str,
    command: str,
    output: str,
    workspace: Path,
    capsys: pytest.CaptureFixture[str],
    pytestconfig: pytest.Config,
) -> None:
    assert run(shlex.split(command)[1:]) == 0, workspace
    printed = capsys.readouterr().out
    if pytestconfig.getoption("--golden"):
        shown = text(guide).replace(f"$ {command}\n{output}```", f"$ {command}\n{printed}```")
        (ROOT / guide).write_bytes(shown.encode())
    assert output == printed, f"{guide} shows another output; look, then `pytest --golden`"


def asks_git(words: str) -> bool:
    return "--base" in words or words.startswith("diff")


@pytest.mark.slow
@pytest.mark.parametrize("words", commands())
def test_every_command_of_the_guides_runs(words: str, workspace: Path) -> None:
    if words.isalpha() or words == "--install-completion":  # a command only named; one that would change the shell
        words = f"{words.removeprefix('--install-completion')} --help"
    if asks_git(words):
        for name in ("refs/remotes/origin/main", "refs/heads/main", "refs/heads/nhanh-moi"):
            git(committed(workspace), "update-ref", name, "HEAD")
    if words.endswith("--undo"):  # takes back what the guide records by the same words just before
        taken_back = words.removesuffix("--undo")
        recorded = next(each for each in commands() if each.startswith(taken_back) and each != words)
        assert run(shlex.split(recorded, comments=True)) == 0, workspace
    for needs, needed in BEFORE.items():
        if words.startswith(needs):
            assert run(shlex.split(next(each for each in commands() if each.startswith(needed)))) == 0, workspace
    fails = 1 if {"--check", "--strict"} & set(words.split()) else 0
    assert run(shlex.split(words, comments=True)) in (0, fails), workspace


@pytest.mark.parametrize(("path", "lines"), records(), ids=str)
def test_every_record_of_the_guides_is_sound(path: str, lines: str) -> None:
    content = plan_files(ROOT)
    found = check.check(load(content | {path: lines.encode()}))
    assert not [
        problem for problem in found.problems if problem.severity is Severity.ERROR or path == problem.span.file
    ]


def test_the_guides_show_runs_commands_and_records() -> None:
    assert len(transcripts()) == 4 and len(commands()) > 30 and len(records()) >= 3


def test_ci_calls_the_command_of_the_readme() -> None:
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert last in blocks("README.md", "sh")[0].splitlines()


def test_the_first_line_leads_to_the_officers_guide() -> None:
    assert "(README.vi.md)" in text("README.md").splitlines()[0]
