"""500 random single edits of the real plan: which are reported, where, and which escape. Report only.

What `validate` misses is asked of `validate --base` with the unedited plan. An edit that leaves what the files say (a
comment, a blank) is no fault and is counted apart.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from cchc_cli.checking.check import check  # noqa: E402
from cchc_cli.checking.comparison import changed  # noqa: E402
from cchc_cli.reading.load import Loaded, load  # noqa: E402
from cchc_cli.text.problems import Problem  # noqa: E402
from cchc_cli.text.yaml import parse  # noqa: E402
from mutations import Edit, Files, edits  # noqa: E402

COUNT = 500
SEED = 2026
NEAR = 2  # lines
COLUMNS = ("at the line", "elsewhere", "with --base", "escapes", "no meaning")


def main() -> None:
    paths = sorted((ROOT / "plan").rglob("*.yaml"))
    files = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}
    before = loaded(files)
    known = Counter(told(each) for each in check(before).problems)
    results: dict[str, Counter[str]] = defaultdict(Counter)
    escaped: list[Edit] = []
    for edit in edits(files, COUNT, SEED):
        now = loaded(files | {edit.path: edit.text})
        new = [each for each in check(now).problems if not known[told(each)]]
        found = verdict(edit, new, files)
        if found == "escapes" and changed(before, now):
            found = "with --base"
        results[edit.kind][found] += 1
        if found == "escapes":
            escaped.append(edit)
    report(results, escaped)


def loaded(files: Files) -> Loaded:
    return load({path: text.encode() for path, text in files.items()})


def told(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message


def verdict(edit: Edit, new: list[Problem], files: Files) -> str:
    if any(each.span.file == edit.path and abs(each.span.line - edit.line) <= NEAR for each in new):
        return "at the line"
    if new:
        return "elsewhere"
    return "no meaning" if said(edit.text) == said(files[edit.path]) else "escapes"


def said(text: str) -> Any:
    return plain(parse(text).data)


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if key != "@"}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def report(results: dict[str, Counter[str]], escaped: list[Edit]) -> None:
    print(f"{'':<26}" + "".join(f"{column:>13}" for column in COLUMNS))
    for kind, counts in results.items():
        print(f"{kind:<26}" + "".join(f"{counts[column]:>13}" for column in COLUMNS))
    total = sum(results.values(), Counter[str]())
    meant = sum(total.values()) - total["no meaning"]
    print(f"{'all':<26}" + "".join(f"{total[column]:>13}" for column in COLUMNS))
    alone = meant - total["with --base"] - total["escapes"]
    print(f"reported: {alone} of {meant} edits that change what the files say, {meant - total['escapes']} with --base")
    for edit in escaped:
        print(f"  {edit.kind}: {edit.path}:{edit.line}: {edit.told}")


if __name__ == "__main__":
    main()
