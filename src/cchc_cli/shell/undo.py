"""Take back the last line of a file of records, if git has not kept it; `--undo` of every command that records."""

from collections.abc import Callable, Iterable
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
    if named and not f"{found}/".upper().startswith(f"{named}/".upper()):
        raise Stop(f"dòng cuối của {kept.path} là về {found}, không phải {named}", "muốn bỏ dòng đó thì không nêu mã")
    return kept.records[-1]


def take_back(opened: Opened, kept: Kept[R], lines: Iterable[str]) -> None:
    """Remove the last record and print it. `lines` tell what its removal changes."""
    screen.done(receipt.taken_back(*writer.take_back(opened, kept.path, kept.shape), lines))


def words(
    command: str, opened: Opened, of: Plan, identity: str, plans: list[str] | None, agency: str | None = None
) -> list[str]:
    """The words of the command that takes back what was just written; `plans`: the values of --plan."""
    named = f"{of.name}:{identity}" if len(opened.workspace.plans) > 1 else identity
    chosen = [word for each in plans or () for word in ("--plan", each)]
    return [*command.split(), named, *(("--agency", agency) if agency else ()), *chosen]
