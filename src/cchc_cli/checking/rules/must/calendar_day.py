"""Days of the calendar must be under their year."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.workspace import Workspace
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC310",
    "Ngày nghỉ ghi dưới năm khác",
    "Lịch tra theo năm; ngày ghi dưới năm khác không được tính là ngày nghỉ hay ngày làm bù.",
    shared=True,
)
def calendar_day(workspace: Workspace) -> Found:
    """Compares the year of each day off of calendar.yaml with the year under which it is listed.

    Bad:
      calendar: {2026: {off: [{date: 2025-09-02, name: Quốc khánh, status: confirmed}]}}
    Good:
      calendar: {2026: {off: [{date: 2026-09-02, name: Quốc khánh, status: confirmed}]}}
    """
    for year, days in workspace.calendar.items():
        for off in days.off:
            if off.date.year != year:
                message = f"ngày nghỉ {short_date(off.date)} ghi dưới năm {year}"
                yield Finding(off.at, message, "date", hint=f"sửa năm, hoặc chuyển dòng này sang mục {off.date.year}")
