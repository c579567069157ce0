"""cchc diff --format json."""

from datetime import date as Day
from typing import Annotated, Any, Literal

from msgspec import Meta

from cchc_cli.queries.differences.change import How, What
from cchc_cli.schema.outputs import Output
from cchc_cli.schema.pieces import AsOf, Counts, Piece, Plan


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
    before: Annotated[Any, Meta(description="trước; null: chưa có")]
    after: Annotated[Any, Meta(description="sau; null: không còn")]
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


class Diff(Piece, frozen=True, rename={"from_": "from"}):
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
