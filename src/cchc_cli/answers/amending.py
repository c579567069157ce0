"""What a change of the plan wrote → lines for the person who typed it."""

from cchc_cli.answers.change_words import line
from cchc_cli.answers.diff_effect import effect_lines
from cchc_cli.answers.voice import Voice
from cchc_cli.differences import Differences
from cchc_cli.differences.effect import Effect
from cchc_cli.plan.workspace import Workspace


def place(path: str, number: int, dry_run: bool) -> str:
    """Where a change stands."""
    return f"{'Sẽ ghi' if dry_run else 'Đã ghi'} {path}:{number}"


def taken_back(path: str) -> str:
    """That a file was restored."""
    return f"Đã rút lại trong {path}"


def lines(before: Workspace, now: Workspace, found: Differences, effect: Effect, is_undone: bool) -> list[str]:
    """Each change in working words, then what it does to the figures; of what is undone not that its record goes."""
    years = {plan.name: plan.term.year for side in (before, now) for plan in side.plans}
    voice = Voice(now.registry, before.registry, years)
    told = [each for each in found.changes if not (is_undone and each.what == "history")]
    return [*(f"  {line(each, voice)}" for each in told), *effect_lines(effect, several_plans=False)]
