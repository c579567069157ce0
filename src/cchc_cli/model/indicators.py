"""Figures that are gathered for reports: indicators, and the share of agencies inspected that a target may require."""

from typing import Literal

from cchc_cli.model.labels import Said, record
from cchc_cli.model.oversight import InspectionKind
from cchc_cli.model.place import Placed

Total = Literal["sum", "share", "last"]


class InspectedShare(Placed, frozen=True):
    """The share of the agencies of groups that were inspected, each agency once: a target's computed figure."""

    of: str | tuple[str, ...]
    subject: str | None = None
    kind: InspectionKind | None = None
    basis: str | None = None

    said = record(
        "Tỷ lệ cơ quan được kiểm tra",
        "Tính từ inspections.yaml; mỗi cơ quan một lần, không ghi số đo bằng tay.",
        of=Said("Trong số", "Id nhóm cơ quan, hoặc nhiều nhóm.", "cac-so-ban-nganh", "agency"),
        subject=Said("Chuyên đề", "Một trong inspection_subjects; không ghi thì mọi chuyên đề.",
                     "Công tác cải cách hành chính"),
        kind=Said("Hình thức", "direct, file hoặc sudden; không ghi thì mọi hình thức.", "direct",
                  label="hình thức kiểm tra"),
        basis=Said("Căn cứ", "Vì sao tính trên nhóm này; chưa có văn bản thì bắt đầu bằng assumed:",
                   "assumed: kế hoạch chỉ ghi “số cơ quan, đơn vị”"),
    )  # fmt: skip

    @property
    def groups(self) -> tuple[str, ...]:
        """The ids of the groups."""
        return (self.of,) if isinstance(self.of, str) else self.of


class Indicator(Placed, frozen=True):
    """A figure gathered each period, by each agency that reports or for the plan as a whole.

    `share` names two other indicators: the figure is the first in per cent of the second, and is never typed.
    """

    id: str
    name: str
    unit: str
    heading: str | None = None
    by: Literal["agency", "plan"] = "plan"
    total: Total | None = None
    share: tuple[str, ...] = ()
    owner: str | None = None

    said = record(
        "Chỉ tiêu thống kê",
        "Một con số thu thập mỗi kỳ báo cáo, in ở phụ lục thống kê theo thứ tự ghi.",
        id=Said("Id", "Chữ không dấu, số, dấu chấm, dấu gạch; không trùng nhau.", "doi-thoai", "mark"),
        name=Said("Tên", "Chỉ tiêu đo gì.", "Số cuộc đối thoại với người dân, doanh nghiệp"),
        unit=Said("Đơn vị", "Đơn vị của con số.", "cuộc"),
        heading=Said("Mục của báo cáo", "Tên mục mà số liệu được nêu.", "Cải cách thủ tục hành chính", label="mục"),
        by=Said("Ai đo", "agency: từng cơ quan gửi báo cáo; plan: một số cho cả kế hoạch.", "agency"),
        total=Said(
            "Cách cộng",
            "sum: cộng lại; share: cộng tử số, cộng mẫu số; last: số ghi sau cùng. Không ghi thì là sum.",
            "sum",
        ),
        share=Said("Tỷ lệ của", "Hai id: chỉ tiêu thứ nhất tính theo phần trăm của chỉ tiêu thứ hai.", "doi-thoai",
                   "mark", label="tỷ lệ"),
        owner=Said("Cơ quan tổng hợp", "Id cơ quan thu thập số liệu.", "so-noi-vu", "agency"),
    )  # fmt: skip
