"""Two loaded workspaces → what only the comparison shows (`validate --base`): the guards for edits."""

from collections.abc import Callable

from cchc_cli.checking.rules import findings_between, hold_between, told
from cchc_cli.differences.level import level
from cchc_cli.reading.load import Loaded
from cchc_cli.text.problems import Problem, Severity, Span


def changed(before: Loaded, now: Loaded, wanted: Callable[[str], bool] = lambda _: True) -> tuple[Problem, ...]:
    """Findings of the rules of comparison whose code is wanted, placed in the files of now, sorted by place.

    What either side cannot read is left out: `check` reports the errors of now, `uncompared` those of before. Nothing
    here can be waived: a finding is of one change, not of the plan.
    """
    both = level(before, now)
    rules = (each for each in hold_between() if wanted(each.code))
    return tuple(sorted(told(findings_between(rules, both.before, both.now))))


def uncompared(before: Loaded, revision: str) -> tuple[Problem, ...]:
    """An error for each file or folder that could not be compared, because `revision` has it broken."""
    first = {problem.span.file: problem for problem in reversed(before.problems)}
    return tuple(
        Problem(
            Span(file),
            "CC014",
            Severity.ERROR,
            f"chưa so được với {revision}: ở bản đó tệp này có lỗi ({problem.message})",
            "so với một bản trước khi tệp bị lỗi, hoặc xem từng dòng đã đổi: git diff",
        )
        for file, problem in sorted(first.items())
    )
