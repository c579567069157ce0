"""Two tasks must not ask for the same work."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.likeness import Pairs, contained, shared, word_pairs
from cchc_cli.checking.rules.rows import leaves
from cchc_cli.model import TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import leads
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity

_FEWEST_PAIRS = 5
_CONTAINED = 0.9
_SHARED = 0.5
_MOST_COMPARED = 20


class _Title(NamedTuple):
    """The parts of a task that are compared."""

    row: TaskRow
    place: int
    parent: str
    words: Pairs
    leads: frozenset[str]


@rule(
    "CC504",
    "Hai nhiệm vụ gần như trùng nhau",
    "Một việc ghi hai lần thì phải báo cáo hai lần, hai hạn có thể khác nhau và tỷ lệ hoàn thành bị tính hai lần.",
    Severity.WARNING,
)
def near_duplicate_tasks(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags the later of two titles with nearly the same words, one heading and one lead. Another rule reports rows
    that share one id.

    Only titles that share a rare pair of words are compared, so that the work grows with the number of tasks.

    Bad:
      tasks:
      - {id: I.1, title: Triển khai thực hiện chính sách tinh giản biên chế}
      - {id: I.2, title: Tiếp tục triển khai thực hiện chính sách tinh giản biên chế}
    Good:
      tasks:
      - {id: I.1, title: Triển khai thực hiện chính sách tinh giản biên chế}
      - {id: I.2, title: Kiểm tra việc thực hiện chính sách tinh giản biên chế ở cấp xã}
    """
    titles = list(_titles(plan))
    often = Counter(chain.from_iterable(title.words for title in titles))
    repeated = frozenset(pair for pair, times in often.items() if times > 1)
    seen: dict[str, list[_Title]] = {}
    for title in sorted(titles, key=lambda each: (len(each.words), each.place)):
        # A title nearly contained in a longer one has all but a tenth of its pairs there, so one of its rarest is.
        twins = {other.place: other for pair in title.words & seen.keys() for other in seen[pair]}
        alike = [other for other in twins.values() if _are_alike(title, other)]
        if alike:
            yield _finding(title, max(alike, key=lambda other: (shared(title.words, other.words), -other.place)))
        if contained(title.words, repeated) < _CONTAINED:
            continue
        for pair in sorted(sorted(title.words), key=often.__getitem__)[: 1 + len(title.words) // 10]:
            known = seen.setdefault(pair, [])
            if len(known) < _MOST_COMPARED:
                known.append(title)


def _titles(plan: Plan) -> Iterator[_Title]:
    for place, (row, task) in enumerate(leaves(plan)):
        words = word_pairs(row.title)
        if len(words) >= _FEWEST_PAIRS:
            leading = frozenset(leads(task.assignments))
            yield _Title(row, place, task.parent.id if task.parent else "", words, leading)


def _are_alike(one: _Title, other: _Title) -> bool:
    if one.row.id == other.row.id or one.parent != other.parent:
        return False
    if one.leads and other.leads and not one.leads & other.leads:
        return False
    if contained(one.words, other.words) < _CONTAINED or shared(one.words, other.words) < _SHARED:
        return False
    fewer, more = sorted((_figures(one), _figures(other)), key=len)
    return fewer <= more


def _figures(title: _Title) -> frozenset[str]:
    """The numbers and years of a title. Titles that differ in one of them are different tasks."""
    return frozenset(word for word in title.row.title.split() if any(sign.isdecimal() for sign in word))


def _finding(one: _Title, other: _Title) -> Finding:
    earlier, later = sorted((one.row, other.row), key=lambda row: one.place if row is one.row else other.place)
    message = f"{later.id}: gần trùng với {earlier.id} “{earlier.title}”"
    return Finding(later.at, message, "title", hint="gộp hai nhiệm vụ, hoặc ghi rõ chỗ khác nhau", task=later.id)
