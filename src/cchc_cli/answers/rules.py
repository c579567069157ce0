"""Rules and faults of reading → a table, one rule in full, a page of documentation."""

from collections.abc import Sequence
from itertools import chain

from cchc_cli.answers.tables import Column, Group, Table, row
from cchc_cli.checking.rules import Rule, hold_between
from cchc_cli.checking.rules import every_rule as every_rule
from cchc_cli.checking.rules.reading import READING, Reading
from cchc_cli.wording.findings import SEVERITY

CodeWords = Rule | Reading
_INTRODUCTION = """\
# Các quy tắc kiểm tra

Trang này do chương trình in ra từ mã nguồn; không sửa tay. Xem một quy tắc ngay trên máy: `cchc rules CC203`.

- **Lỗi** làm mọi lệnh dừng lại, trừ `cchc validate` và `cchc diff`. Lỗi không miễn trừ được.
- **Cảnh báo** và **lưu ý** không dừng lệnh nào; `cchc validate --strict` coi cảnh báo như lỗi. Cảnh báo đã xem xét thì
  miễn trừ trong `plan.yaml`, kèm lý do: `waivers: [{code: CC501, task: I.1, reason: Chờ hướng dẫn của Bộ}]`.
- Chỉ xem vài quy tắc: `cchc validate --select CC3,CC203`; bỏ qua vài quy tắc: `cchc validate --ignore CC305`.

Ví dụ viết gọn: `tasks` là các dòng của phụ lục, `plan` là các khóa của `plan.yaml`, `agencies` là các dòng thêm vào
danh bạ, `entries` là tiến độ theo cơ quan; khóa nào không nêu thì coi như đã ghi đúng.
"""
_PARTS = {
    "CC0": "tệp và cú pháp",
    "CC1": "khóa và kiểu nội dung",
    "CC2": "id và tên dẫn chiếu",
    "CC3": "ngày và tiến độ",
    "CC4": "cập nhật, gia hạn, số đo",
    "CC5": "chất lượng kế hoạch",
}


def every_code() -> tuple[CodeWords, ...]:
    """All that `validate` can report, by code."""
    return tuple(sorted(chain(READING, every_rule(), hold_between()), key=lambda each: each.code))


def table(rules: Sequence[CodeWords]) -> Table:
    """Code, severity, title."""
    rows = tuple(row(each.code, SEVERITY[each.severity], each.title) for each in rules)
    columns = (Column("Mã"), Column("Mức"), Column("Nội dung", fold=True))
    return Table("", columns, (Group(None, rows),), ("Xem lý do và ví dụ của một quy tắc: cchc rules CC201",))


def text(rule: CodeWords) -> str:
    """What it checks, why, a bad and a good example."""
    lines = [f"{rule.code}  {rule.title} ({SEVERITY[rule.severity]})", "", rule.why, *_how(rule)]
    for title, example in (("Sai", rule.bad), ("Đúng", rule.good)):
        lines += ["", f"{title}:", *(f"  {line}" for line in example.splitlines())]
    return "\n".join(lines) + "\n"


def markdown(rule: CodeWords) -> str:
    """The same as Markdown, without a heading."""
    lines = [rule.why, *_how(rule)]
    for title, example in (("Sai", rule.bad), ("Đúng", rule.good)):
        lines += ["", f"{title}:", "", "```yaml", example, "```"]
    return "\n".join(lines) + "\n"


def _how(rule: CodeWords) -> list[str]:
    """How a rule of comparison is run, and what its examples' two parts are."""
    if rule not in hold_between():
        return []
    return [
        "",
        "Chỉ thấy khi so với bản trước: cchc validate --base origin/main. Ví dụ: before là bản trước, now là bản sau.",
    ]


def page(rules: Sequence[CodeWords]) -> str:
    """docs/rules.md: what every code means; the first digit tells what it is about (docs/promises.md#problems)."""
    lines = [_INTRODUCTION]
    for first, title in _PARTS.items():
        own = [rule for rule in rules if rule.code.startswith(first)]
        lines += [f"## {first}xx: {title}", "", "| Mã | Mức | Nội dung |", "|---|---|---|"]
        lines += [f"| [{rule.code}](#{rule.code.lower()}) | {SEVERITY[rule.severity]} | {rule.title} |" for rule in own]
        for rule in own:
            severity = SEVERITY[rule.severity].capitalize()
            lines += ["", f"### {rule.code}", "", f"**{rule.title}** ({severity}).", "", markdown(rule).rstrip()]
        lines.append("")
    return "\n".join(lines)
