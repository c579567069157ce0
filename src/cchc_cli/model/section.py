"""appendix/*.yaml: one section of the appendix, or all of it."""

from typing import ClassVar

from cchc_cli.model.appendix import TaskRow
from cchc_cli.model.labels import Said, record
from cchc_cli.model.place import Placed
from cchc_cli.model.row_words import DECIDES, LEADER

GIVEN = "given"
"""The id under which tasks given from above are listed, and the name of their file."""
TASKS = "tasks"
"""The id of an appendix without sections, and the name of its file."""


class SectionFile(Placed, frozen=True):
    """appendix/*.yaml: one section (lĩnh vực) of the appendix, or all of it (tasks.yaml: no id, number, title)."""

    tasks: tuple[TaskRow, ...]
    id: str = TASKS
    number: str = ""
    title: str = ""
    leader: str | None = None
    decides: str | None = None

    said = record(
        "Lĩnh vực",
        "Một lĩnh vực của phụ lục, mỗi lĩnh vực một tệp. Phụ lục không chia lĩnh vực thì chỉ có tệp tasks.yaml, "
        "không ghi id, number, title.",
        id=Said("Id", "Số La Mã của lĩnh vực; tệp tasks.yaml thì bỏ.", "I", "section"),
        number=Said("Số in", "Số thứ tự như in; tệp tasks.yaml thì bỏ.", "I"),
        title=Said("Tên lĩnh vực", "Đúng như in; tệp tasks.yaml thì bỏ.", "CẢI CÁCH THỂ CHẾ", label="tên"),
        leader=LEADER,
        decides=DECIDES,
        tasks=Said("Các dòng", "Nhiệm vụ và dòng tiêu đề, theo thứ tự in."),
    )


class GivenFile(Placed, frozen=True):
    """given.yaml: tasks given from above outside the appendix."""

    tasks: tuple[TaskRow, ...]
    id: ClassVar[str] = GIVEN

    said = record(
        "Nhiệm vụ cấp trên giao",
        "Nhiệm vụ cấp trên giao ngoài phụ lục; tính riêng với nhiệm vụ của kế hoạch.",
        tasks=Said("Các dòng", "Mỗi mục một nhiệm vụ, id given.1, given.2, given.3."),
    )
