"""Take back the last line of a file of records, if git has not kept it; `--undo` of every command that records."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from cchc_cli.answers import receipt
from cchc_cli.model import Deadline, Entry, Filing, Happening, Inspection, Measurement
from cchc_cli.plan.plans import Plan
from cchc_cli.shell import screen, writer
from cchc_cli.shell.options.scope import Opened
from cchc_cli.text.problems import Stop

R = TypeVar("R", bound=Entry | Deadline | Happening | Measurement | Inspection | Filing)


class Kept(NamedTuple, Generic[R]):
    """The records of one file. `about`: the id of what a record is about."""

    path: str
    records: tuple[R, ...]
    shape: type[tuple[R, ...]]
    about: Callable[[R], str]


def refuse_words(*typed: object) -> None:
    """Raise a `Stop` if `--undo` was typed beside something to record."""
    if any(each for each in typed):
        raise Stop("--undo chỉ bỏ dòng cuối, không đi cùng nội dung khác", "chỉ nêu mã, cơ quan, kế hoạch nếu cần")


def last(kept: Kept[R], identity: str | None) -> R:
    """The last record; raise a `Stop` if there is none, or if it is not about the named thing."""
    if not kept.records:
        raise Stop(f"{kept.path} chưa có dòng nào để rút lại")
    found = kept.about(kept.records[-1])
    named = identity.rpartition(":")[2] if identity else ""
    if named and named.upper() not in _wholes(found.upper()):
        raise Stop(f"dòng cuối của {kept.path} là về {found}, không phải {named}", "muốn bỏ dòng đó thì không nêu mã")
    return kept.records[-1]


def _wholes(identity: str) -> tuple[str, ...]:
    """An id, and those of the milestone and the task that it is in: I.9/2@2026-03, I.9/2, I.9."""
    return identity, identity.partition("@")[0], identity.partition("@")[0].partition("/")[0]


def last_of(kept: Kept[R], wanted: Sequence[str]) -> tuple[R, ...]:
    """The last records, as many as there are ids; raise a `Stop` unless they are about these, in any order."""
    found = kept.records[-len(wanted) :]
    about, named = sorted(kept.about(each) for each in found), sorted(wanted)
    if [each.upper() for each in about] != [each.upper() for each in named]:
        last_lines = f"{len(wanted)} dòng cuối của {kept.path} là về {', '.join(about) or 'không có gì'}"
        hint = "nêu đúng các mã đó; hoặc không nêu mã thì chỉ bỏ dòng cuối"
        raise Stop(f"{last_lines}, không phải {', '.join(named)}", hint)
    return found


def take_back(opened: Opened, kept: Kept[R], lines: Iterable[str], records: int = 1) -> None:
    """Remove the last records and print them. `lines` tell what their removal changes."""
    screen.done(receipt.taken_back(*writer.take_back(opened, kept.path, kept.shape, records), lines))


def words_about(command: str, *about: str, plans: list[str] | None) -> list[str]:
    """Like `words`, of a record that is about no id of a plan."""
    return [command, *about, *(word for each in plans or () for word in ("--plan", each))]


def words(
    command: str, opened: Opened, of: Plan, identity: str | Sequence[str], plans: list[str] | None,
    agency: str | None = None, members: Sequence[str] = (),
) -> list[str]:  # fmt: skip
    """The words of the command that takes back what was just written; `plans`: the values of --plan."""
    bare = [identity] if isinstance(identity, str) else identity
    named = [f"{of.name}:{each}" if len(opened.workspace.plans) > 1 else each for each in bare]
    chosen = [word for each in plans or () for word in ("--plan", each)]
    others = [word for each in members for word in ("--for", each)]
    return [*command.split(), *named, *(("--agency", agency) if agency else ()), *others, *chosen]
