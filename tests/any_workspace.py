"""Workspaces of every kind for properties: rows, records and amendments drawn at random, always sound."""

from datetime import date, timedelta
from typing import Literal

from hypothesis import strategies as st

from builders import COMMUNES, DEPARTMENTS, MONITOR, Reported, part, task, workspace
from cchc_cli.model import Deadline, Document, Entry, Happening, Role, ScheduleRow, Status, TaskRow
from cchc_cli.plan.workspace import Workspace

BODY = "body.IV.1-1"
DAYS = st.dates(date(2026, 1, 1), date(2027, 2, 28))
SCHEDULES = st.sampled_from(
    ["Tháng 3/2026", "Quý II/2026", "Trong năm 2026", "Từ tháng 6 - tháng 9/2026", "Thường xuyên", "Hằng quý",
     "Theo quy định", "", ScheduleRow(text="05 ngày làm việc kể từ ngày ký", after=("e1",)),
     ScheduleRow(text="Sau khi Đề án được phê duyệt", after=("I.1",))]
)  # fmt: skip
LEADS = st.lists(st.sampled_from([*DEPARTMENTS, MONITOR, "so", "xa", "all-of-them", "lien-quan"]), max_size=3)
REPORTERS = st.sampled_from([*DEPARTMENTS, *COMMUNES, MONITOR])
IDS = st.sampled_from(["I.1", "I.2", "I.2/1", "I.2/2", "II.1", "II.2", BODY])


@st.composite
def reports(draw: st.DrawFn) -> Reported:
    on = draw(DAYS)
    action: Literal["confirm", "return"] | None = draw(st.sampled_from([None, None, None, "confirm", "return"]))
    return draw(REPORTERS), Entry(
        task=draw(IDS),
        date=draw(st.sampled_from([on, on, on, None])),
        recorded=on + timedelta(days=draw(st.integers(0, 20))),
        status=None if action else draw(st.sampled_from([None, *Status])),
        action=action,
        agency=draw(st.sampled_from([None, None, "xa-1", "stp"])),
        evidence=draw(st.sampled_from([(), (Document(number="1/BC"),)])),
    )


@st.composite
def decisions(draw: st.DrawFn) -> Deadline:
    on = draw(DAYS)
    return Deadline(
        task=draw(IDS),
        action=draw(st.sampled_from(["set", "extend", "request", "refuse"])),
        to=draw(st.one_of(st.none(), DAYS)),
        agency=draw(st.sampled_from([None, None, "xa-1", "stp"])),
        document=Document(date=on),
        recorded=on,
    )


@st.composite
def any_workspace(draw: st.DrawFn) -> Workspace:
    parts = (part("I.2/1", draw(SCHEDULES)), part("I.2/2", draw(SCHEDULES), checkpoint=draw(st.booleans())))
    rows: list[TaskRow] = [
        task(draw(SCHEDULES.filter(lambda each: "I.1" not in getattr(each, "after", ()))), draw(LEADS)),
        task("", draw(LEADS), identity="I.2", milestones=parts),
        task(draw(SCHEDULES), draw(LEADS), [("stc", Role.COORDINATE)], identity="II.1", dropped_by="dc"),
        task(draw(SCHEDULES), draw(LEADS), identity="II.2", added_by="dc"),
    ]
    return workspace(
        *rows,
        entries=draw(st.lists(reports(), max_size=12)),
        deadlines=draw(st.lists(decisions(), max_size=4)),
        events=draw(st.lists(DAYS.map(lambda on: Happening(event="e1", date=on, recorded=on)), max_size=2)),
        duties=[("stp", "xa")],
        amendments=[("dc", "15/5")],
        confirm_done=draw(st.booleans()),
    )
