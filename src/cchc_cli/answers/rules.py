"""Rules and faults of reading → a table, one rule in full, JSON."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from cchc_cli import jsonview
from cchc_cli.problems import Severity
from cchc_cli.rules import Rule
from cchc_cli.rules import every as every_rule
from cchc_cli.rules.reading import READING, Reading
from cchc_cli.tables import Column, Group, Table, row
from cchc_cli.wording import SEVERITY

Checked = Rule | Reading


def every() -> tuple[Checked, ...]:
    """All that `validate` can report, by code."""
    return tuple(sorted(chain(READING, every_rule()), key=lambda each: each.code))


def table(rules: Sequence[Checked]) -> Table:
    """Code, severity, title."""
    rows = tuple(row(each.code, SEVERITY[each.severity], each.title) for each in rules)
    columns = (Column("Mã"), Column("Mức"), Column("Nội dung", fold=True))
    return Table("", columns, (Group(None, rows),), ("Xem lý do và ví dụ của một quy tắc: cchc rules CC201",))


def text(rule: Checked) -> str:
    """What it checks, why, a bad and a good example."""
    lines = [f"{rule.code}  {rule.title} ({SEVERITY[rule.severity]})", "", rule.why]
    for title, example in (("Sai", rule.bad), ("Đúng", rule.good)):
        lines += ["", f"{title}:", *(f"  {line}" for line in example.splitlines())]
    return "\n".join(lines) + "\n"


def json(rules: Sequence[Checked]) -> dict[str, Any]:
    """The same as data."""
    return jsonview.envelope("rules", None, rules=[_json(each) for each in rules])


def _json(rule: Checked) -> dict[str, Any]:
    severity: Severity = rule.severity
    return {
        "code": rule.code,
        "severity": severity.code,
        "title": rule.title,
        "why": rule.why,
        "bad": rule.bad,
        "good": rule.good,
    }
