"""The columns must make a table: each holds something of its own, one holds the titles."""

from re import fullmatch

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import near_name
from cchc_cli.model import HOLDS, OWN, Column
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace

_KNOWN = f"ghi một trong: {', '.join(HOLDS)}, hoặc {OWN}TÊN (chữ không dấu, số, dấu gạch)"


@rule(
    "CC121",
    "Các cột không thành một bảng",
    "Hai cột in cùng một ô, hoặc thiếu cột tên nhiệm vụ, thì bảng in ra thiếu chữ hoặc thừa chữ.",
)
def column_shape(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags an unknown `holds`, two columns that hold the same, and a table without a column for the titles.

    Bad:
      plan:
        appendix:
          label: Phụ lục
          title: NHIỆM VỤ
          note: ""
          columns: [TT, Nhiệm vụ, Sản phẩm, Tiến độ, Thời hạn, Phân công]
    Good:
      plan:
        appendix:
          label: Phụ lục
          title: NHIỆM VỤ
          note: ""
          columns: [TT, Nhiệm vụ, Sản phẩm, Tiến độ, Phân công, Ghi chú]
    """
    head = plan.file.appendix
    given = plan.columns
    if not given or head is None:
        return
    first: dict[str, str] = {}
    for place, (column, written) in enumerate(zip(given, head.columns, strict=False)):
        holds = column.holds
        at, key, item = (written.at, "holds", None) if isinstance(written, Column) else (head.at, "columns", place)
        if isinstance(written, Column) and not is_known(written.holds):
            message = f'cột “{column.head}” không in được "{written.holds}"'
            yield Finding(at, message, key, item, hint=near_name(written.holds, HOLDS, _KNOWN))
        elif holds in first:
            message = f"hai cột “{first[holds]}” và “{column.head}” cùng in {holds}"
            hint = f"ghi {{head: {column.head}, holds: …}} cho cột in khóa khác, hoặc bỏ một cột"
            yield Finding(at, message, key, item, hint=hint)
        elif holds is not None:
            first[holds] = column.head
    held = {column.holds for column in given}
    if not held & {"title", None}:
        yield Finding(head.at, "bảng không có cột tên nhiệm vụ", "columns", hint="thêm cột Nhiệm vụ (holds: title)")


def is_known(holds: str) -> bool:
    """Whether a column can hold this."""
    name = holds.removeprefix(OWN)
    return holds in HOLDS if name == holds else bool(fullmatch(r"[A-Za-z0-9_-]+", name)) and name not in HOLDS
