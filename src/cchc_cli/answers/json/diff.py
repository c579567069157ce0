"""cchc diff --format json."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import Meta, Struct, to_builtins

from cchc_cli.answers import diff as account
from cchc_cli.answers.change_words import line
from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import AsOf, Counts, Envelope, Piece, Plan, counts, same_names
from cchc_cli.answers.voice import Voice
from cchc_cli.differences import change, effect
from cchc_cli.differences.change import How, What
from cchc_cli.schedule.nearest import nearest


class Side(Piece, frozen=True):
    """One of the two states."""

    revision: Annotated[str | None, Meta(description="phiên bản git; null: tệp đang sửa trên máy")]
    errors: Annotated[int, Meta(description="số lỗi của các kế hoạch")]


class Kinds(Piece, frozen=True):
    """How many changes of each kind; a task that was edited counts once."""

    plans_added: Annotated[int, Meta(description="kế hoạch thêm")]
    plans_removed: Annotated[int, Meta(description="kế hoạch bỏ")]
    tasks_added: Annotated[int, Meta(description="nhiệm vụ thêm")]
    tasks_dropped: Annotated[int, Meta(description="nhiệm vụ bỏ")]
    tasks_restored: Annotated[int, Meta(description="nhiệm vụ khôi phục")]
    tasks_renamed: Annotated[int, Meta(description="nhiệm vụ đổi mã")]
    tasks_moved: Annotated[int, Meta(description="nhiệm vụ chuyển nhóm")]
    tasks_changed: Annotated[int, Meta(description="nhiệm vụ sửa")]
    extensions: Annotated[int, Meta(description="gia hạn")]
    decisions: Annotated[int, Meta(description="quyết định hoặc đề nghị khác về hạn")]
    updates: Annotated[int, Meta(description="cập nhật")]
    records: Annotated[int, Meta(description="ghi chép khác")]
    rewritten: Annotated[int, Meta(description="dòng đã ghi bị sửa hoặc bỏ")]
    agencies: Annotated[int, Meta(description="thay đổi về cơ quan và nhóm")]
    others: Annotated[int, Meta(description="thay đổi khác")]


class Change(Piece, frozen=True):
    """One difference of meaning; `before` and `after` have the shape of what changed."""

    what: Annotated[What, Meta(description="cái gì thay đổi")]
    how: Annotated[How, Meta(description="thay đổi thế nào")]
    plan: Annotated[str | None, Meta(description="tên kế hoạch; null: dùng chung")]
    section: Annotated[str | None, Meta(description="id lĩnh vực")]
    task: Annotated[str | None, Meta(description="id nhiệm vụ")]
    id: Annotated[str | None, Meta(description="id của cái thay đổi, như hiện nay")]
    field: Annotated[str | None, Meta(description="đường đến khóa, nối bằng dấu chấm")]
    agency: Annotated[str | None, Meta(description="id cơ quan có vai trò hoặc cập nhật đó")]
    before: Annotated[object, Meta(description="trước; null: chưa có")]
    after: Annotated[object, Meta(description="sau; null: không còn")]
    due_before: Annotated[Day | None, Meta(description="hạn trước")]
    due_after: Annotated[Day | None, Meta(description="hạn sau")]
    by: Annotated[str | None, Meta(description="số, ký hiệu văn bản điều chỉnh")]
    text: Annotated[str, Meta(description="nói bằng lời")]


class Mark(Piece, frozen=True):
    """A milestone."""

    plan: Plan
    id: Annotated[str, Meta(description="id mốc")]


class Effect(Piece, frozen=True):
    """What the changes do to the figures of the day."""

    before: Annotated[Counts, Meta(description="số mốc trước")]
    after: Annotated[Counts, Meta(description="số mốc sau")]
    overdue: Annotated[tuple[Mark, ...], Meta(description="thành quá hạn")]
    no_longer_overdue: Annotated[tuple[Mark, ...], Meta(description="thôi quá hạn")]


class Diff(Envelope, frozen=True, rename={"from_": "from"}):
    """What differs between two states of the plans."""

    schema: Literal["cchc.diff/1"]
    as_of: AsOf
    from_: Annotated[Side, Meta(description="bản trước")]
    to: Annotated[Side, Meta(description="bản sau")]
    left_out: Annotated[tuple[str, ...], Meta(description="tệp chưa so được")]
    counts: Annotated[Kinds, Meta(description="số thay đổi mỗi loại")]
    changes: Annotated[tuple[Change, ...], Meta(description="từng thay đổi")]
    effect: Annotated[Effect | None, Meta(description="null khi một bên còn lỗi")]


OUTPUT = Output("Thay đổi giữa hai phiên bản", Diff)


def diff(compared: account.Compared) -> Diff:
    """Both sides, counts, changes with their line of text, the effect."""
    changes, voice = compared.found.changes, account.voice(compared)
    return Diff(
        schema="cchc.diff/1",
        as_of=compared.as_of,
        province=compared.workspaces[1].own_settings.province,
        from_=_side(compared.before),
        to=_side(compared.now),
        left_out=compared.left_out,
        counts=Kinds(**account.counts(changes)),
        changes=tuple(_change(each, voice) for each in changes),
        effect=_effect(compared.effect) if compared.effect else None,
    )


def _side(side: account.Side) -> Side:
    return Side(revision=side.revision, errors=side.errors)


def _change(given: change.Change, voice: Voice) -> Change:
    due = given.due or (None, None)
    return Change(
        **same_names(Change, given, but=("field", "before", "after")),
        field=".".join(given.field) or None,
        before=_plain(given.before),
        after=_plain(given.after),
        due_before=due[0],
        due_after=due[1],
        text=line(given, voice),
    )


def _plain(value: object) -> object:
    """A value without the places of its records; a schedule that cannot be read has the words probably meant."""
    return _unplaced(to_builtins(value)) if isinstance(value, Struct | tuple) else value


def _unplaced(value: object) -> object:
    if isinstance(value, dict):
        if value.get("unread") is not None:
            value["unread"] = nearest(value["text"], value["unread"])
        return {key: _unplaced(inner) for key, inner in value.items() if key not in ("@", "at")}
    return [_unplaced(inner) for inner in value] if isinstance(value, list | tuple) else value


def _effect(given: effect.Effect) -> Effect:
    return Effect(
        before=counts(given.before),
        after=counts(given.after),
        overdue=tuple(map(_mark, given.overdue)),
        no_longer_overdue=tuple(map(_mark, given.no_longer)),
    )


def _mark(key: effect.Key) -> Mark:
    return Mark(plan=key[0], id=key[1])
