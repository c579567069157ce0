"""Pieces of a row of the appendix: an agency in a role, a target, a schedule that its words do not decide."""

from datetime import date as Day
from typing import Literal

from cchc_cli.model.indicators import InspectedShare
from cchc_cli.model.labels import Said, record
from cchc_cli.model.place import Figure, Placed
from cchc_cli.model.words import Kind, Role


class Assignment(Placed, frozen=True):
    """One agency in one role, with the printed words; `inferred` where no "chủ trì" is printed."""

    agency: str
    role: Role
    words: str = ""
    inferred: bool = False

    said = record(
        "Phân công",
        "Một cơ quan trong một vai trò.",
        agency=Said("Cơ quan", "Id trong danh bạ (plan/agencies.yaml).", "so-tu-phap", "agency"),
        role=Said("Vai trò", "Việc cơ quan phải làm.", "lead"),
        words=Said("Chữ in", "Đoạn chữ trong cột phân công nói lên vai trò này.", "chủ trì tham mưu ban hành"),
        inferred=Said("Suy ra", "true: bản in không ghi rõ vai trò, phải suy ra.", True),
    )


class Target(Placed, frozen=True):
    """A measurable objective: comparator, value, unit, and the day by which it is to be reached.

    With a `share` its figure is computed from the inspections.
    """

    id: str
    name: str
    comparator: Literal[">=", ">", "<=", "<", "="]
    value: Figure
    unit: str
    by: Day | None = None
    owner: str | None = None
    share: InspectedShare | None = None

    said = record(
        "Chỉ tiêu",
        "Một con số phải đạt.",
        id=Said("Id", "Chữ không dấu, số, dấu chấm, dấu gạch; không trùng nhau.", "muc-do-hai-long", "mark"),
        name=Said("Tên", "Chỉ tiêu đo gì.", "Mức độ hài lòng của người dân"),
        comparator=Said("So sánh", "Số đo phải thế nào với mức.", ">="),
        value=Said("Mức", "Con số phải đạt; phần lẻ sau dấu chấm.", 95),
        unit=Said("Đơn vị", "Đơn vị của con số.", "%"),
        by=Said("Đến hết ngày", "Ngày phải đạt.", "2026-12-31", label="đến ngày"),
        owner=Said(
            "Cơ quan theo dõi chỉ tiêu",
            "Id cơ quan đo chỉ tiêu; không ghi thì là các cơ quan chủ trì nhiệm vụ.",
            "so-noi-vu",
            "agency",
        ),
        share=Said("Tỷ lệ cơ quan được kiểm tra", "Tính từ các cuộc kiểm tra, không ghi số đo."),
    )


class ScheduleRow(Placed, frozen=True):
    """A schedule whose wording does not give its days by itself: the printed text and the fields that add the rest.

    `after` names the events or tasks that must have happened (events of plan.yaml, or task ids).
    """

    text: str | None = None
    kind: Kind | None = None
    start: Day | None = None
    due: Day | None = None
    after: tuple[str, ...] = ()
    condition: str | None = None

    said = record(
        "Tiến độ ghi đủ",
        "Lời văn như in và cách hiểu bên cạnh.",
        text=Said("Như in", "Nguyên văn cột tiến độ.", "Sau khi có hướng dẫn của Trung ương"),
        kind=Said("Cách hiểu", "Loại thời hạn.", "event"),
        start=Said("Từ ngày", "Ngày bắt đầu.", "2026-02-01"),
        due=Said("Đến hết ngày", "Hạn, tính cả ngày đó.", "2026-06-30"),
        after=Said("Chờ", "Id sự kiện (events trong plan.yaml) hoặc nhiệm vụ phải hoàn thành trước.", "pci-2025"),
        condition=Said("Điều kiện", "Điều kiện bằng lời.", "theo hướng dẫn của Bộ Nội vụ"),
    )
