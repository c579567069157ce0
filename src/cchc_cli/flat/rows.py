"""The rows of each table. Every column is there on every row, null where there is nothing."""

from datetime import date as Day
from typing import Annotated

from msgspec import Meta, Struct

SCHEMA = "cchc.table/1"
Text = Annotated[str | None, Meta(description="chữ")]


class Row(Struct, frozen=True, kw_only=True):
    """The columns that every row begins with: of which province, workspace and plan it is, on which day."""

    province: Annotated[str | None, Meta(description="tỉnh, thành phố (thiết lập province, không có thì place)")]
    province_code: Annotated[str | None, Meta(description="mã tỉnh, thành phố (thiết lập province_code)")]
    workspace: Annotated[str, Meta(description="tên thư mục làm việc")]
    plan: Annotated[str | None, Meta(description="tên kế hoạch; null: chung cho thư mục làm việc")]
    level: Annotated[str | None, Meta(description="cấp của cơ quan ban hành kế hoạch")]
    issuer: Annotated[str | None, Meta(description="id cơ quan ban hành kế hoạch")]
    year: Annotated[int | None, Meta(description="năm của kế hoạch")]
    as_of: Annotated[Day, Meta(description="số liệu tính đến hết ngày này")]
    schema: Annotated[str, Meta(description="cách ghi bảng")]


class TaskPiece(Row, frozen=True, kw_only=True):
    """tasks: a milestone, or a turn of work that comes again. `of_task` is true on exactly one row of each task."""

    task: Annotated[str, Meta(description="id nhiệm vụ")]
    milestone: Annotated[str, Meta(description="id mốc")]
    turn: Annotated[str | None, Meta(description="lần của nhiệm vụ định kỳ, như 2026-03")]
    section: Annotated[str, Meta(description="id lĩnh vực")]
    title: Annotated[str, Meta(description="nhiệm vụ như in")]
    product: Annotated[str | None, Meta(description="sản phẩm, nối bằng dấu chấm phẩy")]
    schedule_text: Annotated[str, Meta(description="tiến độ như in")]
    kind: Annotated[str, Meta(description="loại thời hạn")]
    start: Annotated[Day | None, Meta(description="ngày bắt đầu")]
    due: Annotated[Day | None, Meta(description="hạn đang có hiệu lực")]
    original_due: Annotated[Day | None, Meta(description="hạn ban đầu")]
    progress: Annotated[str, Meta(description="tiến độ đã báo cáo")]
    timing: Annotated[str | None, Meta(description="so với thời hạn")]
    bucket: Annotated[str, Meta(description="tình trạng của mốc: đúng một trong các ô đếm")]
    days_late: Annotated[int | None, Meta(description="số ngày quá hạn theo lịch")]
    done_on: Annotated[Day | None, Meta(description="ngày hoàn thành")]
    evidence_count: Annotated[int, Meta(description="số tài liệu kiểm chứng")]
    leads: Annotated[tuple[str, ...], Meta(description="id các cơ quan, nhóm chủ trì")]
    lead_names: Annotated[str | None, Meta(description="tên các cơ quan chủ trì, nối bằng dấu chấm phẩy")]
    parts_done: Annotated[int | None, Meta(description="số cơ quan đã hoàn thành phần của mình")]
    parts_of: Annotated[int | None, Meta(description="số cơ quan phải hoàn thành")]
    implements: Annotated[tuple[str, ...], Meta(description="nhiệm vụ của kế hoạch khác mà nhiệm vụ này thực hiện")]
    body: Annotated[bool, Meta(description="giao trong thân kế hoạch, hoặc giao từ trên: đếm riêng")]
    task_bucket: Annotated[str, Meta(description="tình trạng của cả nhiệm vụ")]
    of_task: Annotated[bool, Meta(description="đúng một dòng của mỗi nhiệm vụ: đếm nhiệm vụ như stats")]


class MemberPart(Row, frozen=True, kw_only=True):
    """members: the part of one agency in a milestone or turn that several must close."""

    task: Annotated[str, Meta(description="id nhiệm vụ")]
    milestone: Annotated[str, Meta(description="id mốc")]
    turn: Annotated[str | None, Meta(description="lần của nhiệm vụ định kỳ")]
    agency: Annotated[str, Meta(description="id cơ quan")]
    name: Annotated[str, Meta(description="tên cơ quan")]
    progress: Annotated[str, Meta(description="tiến độ đã báo cáo")]
    timing: Annotated[str | None, Meta(description="so với thời hạn")]
    bucket: Annotated[str, Meta(description="tình trạng")]
    due: Annotated[Day | None, Meta(description="hạn của phần này")]
    done_on: Annotated[Day | None, Meta(description="ngày hoàn thành")]
    days_late: Annotated[int | None, Meta(description="số ngày quá hạn theo lịch")]


class EntryRow(Row, frozen=True, kw_only=True):
    """entries: one line of progress."""

    task: Annotated[str, Meta(description="id nhiệm vụ hoặc mốc")]
    turn: Annotated[str | None, Meta(description="lần của nhiệm vụ định kỳ")]
    agency: Annotated[str, Meta(description="id cơ quan báo cáo")]
    recorded_by: Annotated[str, Meta(description="id cơ quan ghi dòng này")]
    date: Annotated[Day | None, Meta(description="ngày diễn ra")]
    recorded: Annotated[Day, Meta(description="ngày ghi")]
    status: Annotated[str | None, Meta(description="tình trạng báo cáo")]
    action: Annotated[str | None, Meta(description="xác nhận, trả lại")]
    percent: Annotated[int | None, Meta(description="phần trăm")]
    evidence: Annotated[tuple[str, ...], Meta(description="số, ký hiệu các tài liệu")]
    note: Annotated[str | None, Meta(description="ghi chú")]
    difficulties: Annotated[str | None, Meta(description="khó khăn, vướng mắc")]
    proposals: Annotated[str | None, Meta(description="kiến nghị, đề xuất")]


class MeasurementRow(Row, frozen=True, kw_only=True):
    """measurements: one measurement of a target or indicator."""

    target: Annotated[str, Meta(description="id chỉ tiêu")]
    agency: Annotated[str | None, Meta(description="id cơ quan đo")]
    period: Annotated[str | None, Meta(description="kỳ báo cáo")]
    date: Annotated[Day, Meta(description="số đo tính đến ngày này")]
    recorded: Annotated[Day, Meta(description="ngày ghi")]
    value: Annotated[float | None, Meta(description="giá trị")]
    numerator: Annotated[float | None, Meta(description="tử số")]
    denominator: Annotated[float | None, Meta(description="mẫu số")]


class RegisteredAgency(Row, frozen=True, kw_only=True):
    """agencies: an agency or group of the registry."""

    agency: Annotated[str, Meta(description="id cơ quan hoặc nhóm")]
    name: Annotated[str, Meta(description="tên")]
    kind: Annotated[str, Meta(description="loại")]
    code: Annotated[str | None, Meta(description="mã số")]
    open: Annotated[bool, Meta(description="nhóm mở")]
    members: Annotated[tuple[str, ...], Meta(description="id thành viên của nhóm vào ngày số liệu")]
    since: Annotated[Day | None, Meta(description="từ ngày")]
    until: Annotated[Day | None, Meta(description="đến hết ngày")]


TABLES: dict[str, type[Row]] = {
    "tasks": TaskPiece,
    "members": MemberPart,
    "entries": EntryRow,
    "measurements": MeasurementRow,
    "agencies": RegisteredAgency,
}
"""The tables by name, which is that of their file."""
