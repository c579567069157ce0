"""Two loaded workspaces → the problems that only a comparison shows (`validate --base`)."""

from collections.abc import Callable

from cchc_cli.checking.rules import findings_between, hold_between, told
from cchc_cli.differences.level import level
from cchc_cli.reading.load import Loaded
from cchc_cli.text.problems import Problem, Severity, Span


def changed(before: Loaded, now: Loaded, wanted: Callable[[str], bool] = lambda _: True) -> tuple[Problem, ...]:
    """Findings of the wanted rules of comparison, with places in the files of `now`, sorted by place.

    Parts that cannot be read on one side are skipped: `check` reports the errors of `now`, `uncompared` those of
    `before`. These findings cannot be waived, because they concern a change and not the plan.
    """
    both = level(before, now)
    rules = (each for each in hold_between() if wanted(each.code))
    return tuple(sorted(told(findings_between(rules, both.before, both.now))))


def uncompared(before: Loaded, revision: str) -> tuple[Problem, ...]:
    """An error for each file or folder that could not be compared, because it has an error in `revision`."""
    first = {problem.span.file: problem for problem in reversed(before.problems)}
    return tuple(
        Problem(
            Span(file),
            "CC014",
            Severity.ERROR,
            f"chưa so được với {revision}: ở bản đó {_what(problem, before)}",
            "so với một bản trước khi tệp bị lỗi, hoặc xem từng dòng đã đổi: git diff",
        )
        for file, problem in sorted(first.items())
    )


def _what(problem: Problem, before: Loaded) -> str:
    return problem.message if problem in before.unread else f"tệp này có lỗi ({problem.message})"
