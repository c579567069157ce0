"""snapshots/PERIOD.yaml: the figures of a period, frozen."""

from datetime import date as Day

from cchc_cli.model.labels import Said, record
from cchc_cli.model.place import Count, Placed
from cchc_cli.model.records import RECORDED


def _counted(words: str) -> Said:
    return Said(words[:1].upper() + words[1:], f"Số nhiệm vụ: {words}.", 5)


class Figures(Placed, frozen=True):
    """The number of tasks in each bucket, of tasks done late, of tasks whose deadline had come (`reached`), and of
    those among them that were done on time. Numbers that are zero are left out."""

    overdue: Count = 0
    due_soon: Count = 0
    later: Count = 0
    ongoing: Count = 0
    waiting: Count = 0
    unscheduled: Count = 0
    submitted: Count = 0
    done: Count = 0
    paused: Count = 0
    cancelled: Count = 0
    done_late: Count = 0
    on_time: Count = 0
    reached: Count = 0

    said = record(
        "Số liệu",
        "Số nhiệm vụ theo tình trạng; bằng 0 thì bỏ.",
        overdue=_counted("quá hạn"),
        due_soon=_counted("sắp đến hạn"),
        later=_counted("trong hạn, chưa đến kỳ"),
        ongoing=_counted("thường xuyên"),
        waiting=_counted("chờ điều kiện"),
        unscheduled=_counted("chưa xác định thời hạn"),
        submitted=_counted("chờ xác nhận"),
        done=_counted("đã hoàn thành"),
        paused=_counted("tạm dừng"),
        cancelled=_counted("không thực hiện"),
        done_late=_counted("hoàn thành quá hạn"),
        on_time=_counted("hoàn thành đúng hạn"),
        reached=_counted("đã đến hạn"),
    )


class SectionFigures(Figures, frozen=True, kw_only=True):
    """The figures of one section, or of the duties of the body."""

    section: str

    said = record(
        "Số liệu một lĩnh vực",
        "Số nhiệm vụ theo tình trạng của một lĩnh vực.",
        section=Said("Lĩnh vực", "Id lĩnh vực, hoặc body: nhiệm vụ trong thân kế hoạch.", "I"),
        **Figures.said.fields,
    )


class Snapshot(Placed, frozen=True):
    """A period's figures as of its cut-off day, frozen (snapshots/PERIOD.yaml): the whole plan and each section."""

    period: str
    as_of: Day
    recorded: Day
    counts: Figures
    sections: tuple[SectionFigures, ...] = ()

    said = record(
        "Số liệu đã chốt",
        "Số liệu một kỳ báo cáo; do cchc snapshot ghi, không sửa bằng tay.",
        period=Said("Kỳ", "Kỳ báo cáo.", "2026-Q1", "period"),
        as_of=Said("Tính đến ngày", "Ngày chốt số liệu.", "2026-03-14"),
        recorded=RECORDED,
        counts=Said("Cả kế hoạch", "Không kể nhiệm vụ trong thân kế hoạch."),
        sections=Said("Từng lĩnh vực", "Và nhiệm vụ trong thân kế hoạch."),
    )
