"""The decision behind a change: an amendment that the plan lists already, or a new one."""

from datetime import date as Day

from msgspec import Struct, structs

from cchc_cli.model import Amendment, PlanFile
from cchc_cli.plan.plans import Plan
from cchc_cli.reading import places
from cchc_cli.recording import evidence, values
from cchc_cli.recording.amend.edits import Contents, before
from cchc_cli.recording.edit.changes import Append
from cchc_cli.recording.faults import Fault, Field, explained
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import short_date

OWN_ID = "dieu-chinh-"
"""How the id of an amendment begins that a command lists."""


class Decided(Struct, frozen=True):
    """The amendment that decides; `is_new`: the plan does not list it yet."""

    by: Amendment
    is_new: bool


def decided(plan: Plan, basis: str | None, on: str | None, today: Day) -> Decided | Fault | None:
    """Read the document and its day; None for a draft, which needs none."""
    if plan.is_draft:
        named = Field.BASIS if basis else Field.DECIDED
        needless = Fault(named, (named, ": dự thảo chưa ban hành, sửa không cần văn bản"), ("bỏ ", named))
        return needless if basis or on else None
    found = document(basis, on, today)
    if isinstance(found, Fault):
        return found
    return _sound(plan, _known(plan, found))


def document(basis: str | None, on: str | None, today: Day) -> Amendment | Fault:
    """The number, the day and the title of the document that decides; its id is still open."""
    if not basis:
        like = ("ghi như ", Field.BASIS, ' "1234/UBND-NC" ', Field.DECIDED, " 15/5/2026")
        return Fault(Field.BASIS, ("thiếu ", explained(Field.BASIS), " quyết định việc này"), like)
    day = values.past_day(on, Field.DECIDED, today) if on is not None else None
    if isinstance(day, Fault):
        return day
    read = evidence.read(basis, day)
    if isinstance(read, Fault):
        return read
    if read.number is None:
        unnumbered = (Field.BASIS, f': "{basis}" chưa có số, ký hiệu của văn bản')
        return Fault(Field.BASIS, unnumbered, ("ghi như ", Field.BASIS, ' "1234/UBND-NC"'))
    if read.date is None:
        return Fault(Field.DECIDED, ("thiếu ", explained(Field.DECIDED)), ("ghi như ", Field.DECIDED, " 15/5/2026"))
    if read.date > today:
        not_yet = f": ngày {short_date(read.date)} chưa đến (hôm nay {short_date(today)})"
        return Fault(Field.DECIDED, (Field.DECIDED, not_yet), "ghi ngày của văn bản đã ban hành")
    return Amendment(id="", number=read.number, date=read.date, title=read.title or "")


def listed(plan: Plan, found: Decided | None) -> Contents:
    """The edits that list a new amendment in plan.yaml."""
    if found is None or not found.is_new:
        return {}
    return {places.plan(plan.folder): (Append((), "amendments", found.by, before(PlanFile, "amendments")),)}


def _known(plan: Plan, read: Amendment) -> Decided | Fault:
    number, day = read.number, read.date
    alike = [each for each in plan.file.amendments if fold(each.number) == fold(number)]
    same = next((each for each in alike if each.date == day), None)
    if same is not None:
        return Decided(same, is_new=False)
    if alike:
        other = f"{alike[0].number} đã ghi trong kế hoạch với ngày {short_date(alike[0].date)}"
        return Fault(Field.DECIDED, other, ("xem lại ", Field.DECIDED))
    taken = {each.id for each in plan.file.amendments}
    free = next(name for place in range(1, len(taken) + 2) if (name := f"{OWN_ID}{place}") not in taken)
    return Decided(structs.replace(read, id=free), is_new=True)


def _sound(plan: Plan, found: Decided | Fault) -> Decided | Fault:
    """The amendment, unless its day lies before the plan itself."""
    if isinstance(found, Fault) or plan.issued is None or found.by.date >= plan.issued:
        return found
    early = f" {short_date(found.by.date)} trước ngày ban hành kế hoạch ({short_date(plan.issued)})"
    return Fault(Field.DECIDED, (Field.DECIDED, early), "xem lại ngày của văn bản")
