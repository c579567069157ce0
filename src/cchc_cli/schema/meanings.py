"""What the words of a field with a fixed set of values mean, for an editor that offers them."""

from collections.abc import Iterable
from enum import Enum

from cchc_cli.wording.actions import CONFIRMATION, DECISION
from cchc_cli.wording.findings import SEVERITY
from cchc_cli.wording.roles import AGENCY_KIND, ROLE
from cchc_cli.wording.schedules import DAY_OFF, KIND, PERIODS
from cchc_cli.wording.states import BUCKET, PROGRESS, TIMING
from cchc_cli.wording.targets import COMPARED, RESULT

_SETS: tuple[Iterable[tuple[str, str]], ...] = (
    ROLE.items(),
    PROGRESS.items(),
    KIND.items(),
    TIMING.items(),
    BUCKET.items(),
    AGENCY_KIND.items(),
    COMPARED.items(),
    CONFIRMATION.items(),
    DECISION.items(),
    DAY_OFF.items(),
    PERIODS.items(),
    {"lead": "phần chủ trì", "other": "phần phối hợp, thực hiện"}.items(),
    {"agency": "theo cơ quan chủ trì", "section": "theo lĩnh vực"}.items(),
    RESULT.items(),
    {severity.code: words for severity, words in SEVERITY.items()}.items(),
)
_BY_VALUES = {frozenset(words): words for words in map(dict, _SETS)}


def meanings(values: list[str]) -> list[str] | None:
    """The Vietnamese meaning of each value, in the same order; None for a set of values without meanings."""
    words = _BY_VALUES.get(frozenset(values))
    return None if words is None else [words[value] for value in values]


def values_of(kind: type[Enum]) -> list[str]:
    """The values of an enumeration as they are written in files."""
    return [str(each.value) for each in kind]
