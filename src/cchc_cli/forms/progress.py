"""A row of the sheet of tasks → an entry, by the readers and checks of `cchc update`."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct, structs

from cchc_cli.answers.cells import piece_title
from cchc_cli.forms.line import Refusal, Row
from cchc_cli.forms.wanted import Wanted
from cchc_cli.recording import entry, evidence, identities
from cchc_cli.recording.entry import Typed
from cchc_cli.recording.faults import Fault
from cchc_cli.recording.identities import About
from cchc_cli.recording.new_entry import Update


class Reported(Struct, frozen=True):
    """An entry, and what is unusual about the cells that it came from."""

    update: Update
    doubts: tuple[str, ...] = ()


def reported(row: Row, agency: str, wanted: Wanted) -> Reported | list[Refusal]:
    """The entry of a row, or every cell of it that cannot be taken."""
    about = _about(row, wanted)
    refused = [*([about] if isinstance(about, Refusal) else ()), *_faulty(row, wanted)]
    if refused or isinstance(about, Refusal):
        return refused
    draft = entry.understood(_typed(row), wanted.registry, wanted.today)
    if isinstance(draft, Fault):
        return [row.refusal(draft)]
    update = entry.update(about, agency, draft, wanted.ledger, wanted.today)
    if isinstance(update, Fault):
        return [row.refusal(update)]
    return Reported(update, tuple(map(row.said, evidence.doubts(update.entry.evidence))))


def _about(row: Row, wanted: Wanted) -> About | Refusal:
    if not row.id:
        return Refusal(row.name, "dòng có nội dung nhưng không có mã nhiệm vụ", "lấy lại dòng này từ phiếu gốc")
    alone = structs.replace(wanted.workspace, plans=(wanted.plan,))
    found = identities.about(f"{wanted.plan.name}:{row.id}", alone, wanted.today.year)
    if isinstance(found, Fault):
        told = f"kế hoạch không có nhiệm vụ {row.id}, hoặc đã đưa ra khỏi kế hoạch"
        return Refusal(row.cell("id"), told, "xóa nội dung ở dòng này, hoặc lấy phiếu mới")
    milestone = found.milestone or found.task.milestones[0]
    title = piece_title(found.task, milestone) if found.milestone else found.task.title
    return row.otherwise(title) or found


def _typed(row: Row) -> Typed:
    told = {key: each.text for key, each in row.filled().items()}
    return Typed(
        status=told.get("status"),
        date=told.get("date"),
        evidence=row.parts("evidence"),
        note=told.get("note"),
        percent=told.get("percent"),
        difficulties=told.get("difficulties"),
        proposals=told.get("proposals"),
    )


def _faulty(row: Row, wanted: Wanted) -> Iterator[Refusal]:
    """Every filled cell that is wrong by itself."""
    yield from row.unread()
    unread = {key for key, each in row.filled().items() if each.wrong}
    typed = _typed(row)
    if not typed.says_something:
        yield Refusal(row.cell("date"), "có ngày nhưng chưa ghi tình trạng, kết quả", "chọn tình trạng, hoặc xóa ngày")
    one_alone = partial(entry.understood, registry=wanted.registry, today=wanted.today)
    for key in ("status", "date", "evidence", "percent"):
        value = getattr(typed, key)
        fault = one_alone(Typed(**{key: value})) if value and key not in unread else None
        if isinstance(fault, Fault):
            yield row.refusal(fault)
