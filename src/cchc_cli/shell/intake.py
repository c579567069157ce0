"""Forms in: files → checked records of a plan; what is refused is named by file, sheet and cell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date as Day
from pathlib import Path
from typing import NamedTuple

from cchc_cli.disk import files
from cchc_cli.forms.asked import Asking
from cchc_cli.forms.line import Looked
from cchc_cli.forms.news import Known, News
from cchc_cli.forms.read import Received, received
from cchc_cli.forms.taken import Taken, taken
from cchc_cli.forms.wanted import Wanted
from cchc_cli.plan.plans import Plan
from cchc_cli.schedule import Period
from cchc_cli.shell import form_of, forming, screen
from cchc_cli.shell.given import given_bytes
from cchc_cli.shell.options.scope import Opened
from cchc_cli.state.ledger import Ledger
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.few import few

_LARGEST = 30_000_000
_ENDINGS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
_PASSING = ("~$", ".")
"""How files begin that programs keep beside an open workbook."""
_MOST = 30


class Incoming(NamedTuple):
    """A sound form: its file's name, whose it is, the plan, what it says and what of that is new."""

    file: str
    form: Received
    wanted: Wanted
    said: Taken
    news: News

    @property
    def whose(self) -> str:
        """The agency, or how many."""
        own = self.form.stamp.agencies
        return self.wanted.registry.name(own[0]) if len(own) == 1 else f"{len(own)} cơ quan"


class Refused(NamedTuple):
    """A file that is not taken: what is wrong with it."""

    file: str
    lines: tuple[str, ...]
    why: Stop


class Intake:
    """Reads forms of one workspace. `period`, `agencies`: what the forms must be about, if that is asked."""

    def __init__(self, opened: Opened, today: Day, period: str | None, agencies: tuple[str, ...]) -> None:
        self._opened, self._today, self._period, self._agencies = opened, today, period, agencies
        self._wanted: dict[tuple[str, str], Wanted] = {}
        self._known: dict[str, Known] = {}
        self._seen: dict[tuple[str, str, tuple[str, ...]], Incoming] = {}
        self._asking: dict[tuple[str, str, Day], Asking] = {}

    def read(self, path: Path) -> Incoming | Refused:
        """The form in a file."""
        try:
            form = received(given_bytes(path, _LARGEST))
            plan = form_of.plan(form.stamp, self._opened.workspace)
            period = form_of.period(form.stamp, plan, self._period, self._today)
            form_of.refuse_other(form.stamp, path.stem, self._agencies, self._opened.workspace.registry)
            wanted = self._against(plan, period)
        except Stop as why:
            return Refused(path.name, (), why)
        said = taken(form, wanted)
        if said.refusals:
            lines = tuple(
                f"{each.cell}: {each.message}{f'; {each.hint}' if each.hint else ''}" for each in said.refusals
            )
            told_ = f"{len(lines)} chỗ chưa nhận được, chưa ghi gì của phiếu này"
            return Refused(path.name, lines, Stop(told_, "sửa các ô nêu trên trong phiếu rồi nhận lại"))
        known = self._known.setdefault(plan.name, Known(plan))
        found = Incoming(path.name, form, wanted, said, known.news(said, form.stamp.made, period.id))
        return self._once(found)

    def _once(self, found: Incoming) -> Incoming | Refused:
        """The form, unless another file of the same run is of the same agency and period and says something else."""
        stamp = found.form.stamp
        key = stamp.plan, stamp.period, stamp.agencies
        first = self._seen.setdefault(key, found)
        if first is found:
            return found
        if first.news == found.news:
            return found._replace(news=News((), (), {}, found.news.known))
        why = Stop(f"{first.file} cũng là phiếu của {found.whose}, nội dung khác", "giữ lại một phiếu")
        return Refused(found.file, (), why)

    def remarks(self, given: Incoming) -> Iterator[str]:
        """What an officer should look at."""
        for sheet in given.form.sheets:
            if sheet.strange:
                yield f"{sheet.page.name}: bỏ qua cột không thuộc phiếu: {', '.join(sheet.strange)}"
            if sheet.lacks:
                yield f"{sheet.page.name}: phiếu không còn cột {', '.join(sheet.lacks)}, coi như không báo cáo"
        if self._is_old(given):
            since = short_date(given.form.stamp.made)
            yield f"phiếu lập ngày {since}, từ đó kế hoạch đã thay đổi; các dòng được đối chiếu theo mã"
        yield from _grouped(given.said.looks)
        yield from dict.fromkeys(doubt for each in given.said.entries for doubt in each.doubts)

    def _is_old(self, given: Incoming) -> bool:
        """Whether a form made today for the same day would ask something else."""
        stamp, wanted = given.form.stamp, given.wanted
        key = stamp.plan, stamp.period, stamp.made
        if key not in self._asking:
            places = tuple(wanted.places.items())
            self._asking[key] = Asking(self._opened.workspace, wanted.plan, wanted.period, stamp.made, places)
        return self._asking[key].form(stamp.agencies).stamp.fingerprint != stamp.fingerprint

    def _against(self, plan: Plan, period: Period) -> Wanted:
        key = plan.name, period.id
        if key not in self._wanted:
            workspace = self._opened.workspace
            places = dict(forming.places(self._opened.folder, workspace, plan, period, self._today))
            self._wanted[key] = Wanted(workspace, plan, Ledger.of(plan, workspace), period, self._today, places)
        return self._wanted[key]


def _grouped(looks: Iterable[Looked]) -> Iterator[str]:
    """The remarks, each once with its cells."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in looks:
        found[each.words].append(each.cell)
    for words, cells in found.items():
        yield f"{few(cells, 'ô', ', ')}: {words}"


def listed(path: Path) -> tuple[Path, ...]:
    """The file itself, or the workbooks in a folder; other files there are named."""
    if not path.is_dir():
        return (path,)
    names = [name for name in files.names_in(path) if not name.startswith(_PASSING)]
    if others := [name for name in names if not name.lower().endswith(_ENDINGS)]:
        screen.say(f"Bỏ qua {len(others)} tệp không phải bảng tính: {', '.join(others[:_MOST])}")
    found = tuple(path / name for name in names if name.lower().endswith(_ENDINGS))
    if not found:
        raise Stop(f"thư mục {path.as_posix()} không có phiếu nào", "ghi đúng thư mục chứa các phiếu .xlsx đã điền")
    return found


def told(refused: Refused) -> str:
    """What is wrong with a file, for a list of several."""
    return f"{refused.file}: {refused.why.message}" + (f" ({refused.why.hint})" if refused.why.hint else "")
