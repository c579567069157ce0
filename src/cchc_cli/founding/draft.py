"""The draft of a plan with which a workspace begins: nothing in it is made up."""

from cchc_cli.founding.body import Body
from cchc_cli.reading import places
from cchc_cli.recording.edit.line import flow

_PLAN = """\
# Dự thảo: chưa có số và ngày của văn bản ban hành. Các khóa khác (decision, objectives …): xem plan/README.md.
format: 1
title: {title}
year: {year}
monitor: {monitor}
"""
_SECTION = """\
# Lĩnh vực đầu tiên của phụ lục; lĩnh vực sau thì thêm tệp II.yaml … Ghi nhiệm vụ vào tasks: mẫu ở plan/README.md.
id: I
number: "I"
title: "[tên lĩnh vực]"
tasks: []
"""


def paths(year: int) -> tuple[str, ...]:
    """The paths of its files."""
    folder = f"{places.TOP}/{year}"
    return places.plan(folder), places.section(folder, "I")


def texts(of: Body, year: int, monitor: str) -> dict[str, str]:
    """Its files; `monitor` is an id of the registry."""
    title = f"Cải cách hành chính {of.called} năm {year}"
    plan, section = paths(year)
    return {plan: _PLAN.format(title=flow(title), year=year, monitor=monitor), section: _SECTION}
