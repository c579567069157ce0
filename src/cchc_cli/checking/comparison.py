"""Two loaded workspaces → what only the comparison shows (`validate --base`): the guards for edits."""

from collections.abc import Callable

from cchc_cli.checking.rules import findings_between, hold_between, told
from cchc_cli.differences.level import level
from cchc_cli.reading.load import Loaded
from cchc_cli.text.problems import Problem


def changed(before: Loaded, now: Loaded, wanted: Callable[[str], bool] = lambda _: True) -> tuple[Problem, ...]:
    """Findings of the rules of comparison whose code is wanted, placed in the files of now, sorted by place.

    What either side cannot read is left out: its own errors are told by `check`. Nothing here can be waived: a finding
    is of one change, not of the plan.
    """
    both = level(before, now)
    rules = (each for each in hold_between() if wanted(each.code))
    return tuple(sorted(told(findings_between(rules, both.before, both.now))))
