"""The draft of a plan with which a workspace begins: nothing in it is made up."""

from cchc_cli.founding.body import Body
from cchc_cli.model import TASKS
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
_TASKS = """\
# Nhiệm vụ của phụ lục, không chia lĩnh vực: mẫu ở plan/README.md. Phụ lục có chia lĩnh vực thì xóa tệp này, ghi mỗi
# lĩnh vực một tệp I.yaml, II.yaml …, mỗi tệp có id, number, title.
tasks: []
"""


def is_divided(of: Body) -> bool:
    """Whether the appendix of the body's plans has sections; a commune's usually has none."""
    return of.kind != "commune"


def paths(year: int, of: Body | None = None) -> tuple[str, ...]:
    """The paths of its files; without a body those of any body's."""
    folder = f"{places.TOP}/{year}"
    parts = ("I", TASKS) if of is None else (_part(of),)
    return places.plan(folder), *(places.section(folder, each) for each in parts)


def texts(of: Body, year: int, monitor: str) -> dict[str, str]:
    """Its files; `monitor` is an id of the registry."""
    title = f"Cải cách hành chính {of.called} năm {year}"
    plan, section = paths(year, of)
    tasks = _SECTION if is_divided(of) else _TASKS
    return {plan: _PLAN.format(title=flow(title), year=year, monitor=monitor), section: tasks}


def _part(of: Body) -> str:
    return "I" if is_divided(of) else TASKS
