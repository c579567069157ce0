"""cchc forms in: read forms, show what they change, record it or take it back."""

from collections.abc import Sequence
from datetime import date as Day
from pathlib import Path

from msgspec import structs

from cchc_cli.answers import receipt
from cchc_cli.answers import update as shown
from cchc_cli.plan.plans import Plan, Records
from cchc_cli.queries.effects import effects
from cchc_cli.recording.new_entry import Update, together
from cchc_cli.schedule import title
from cchc_cli.shell import progress_bar, recording_forms, rewriting, screen, writer
from cchc_cli.shell.intake import Incoming, Intake, Refused, told
from cchc_cli.shell.options.scope import Opened
from cchc_cli.state.ledger import Ledger
from cchc_cli.text.problems import Stop

_LOOKS = 30


def read(intake: Intake, paths: Sequence[Path]) -> tuple[list[Incoming], list[Refused]]:
    """The sound forms, and the files that are refused."""
    sound: list[Incoming] = []
    refused: list[Refused] = []
    with progress_bar.bar("Đọc phiếu", len(paths)) as step:
        for path in paths:
            found = intake.read(path)
            (refused if isinstance(found, Refused) else sound).append(found)  # type: ignore[arg-type]
            step()
    return sound, refused


def refuse(refused: Sequence[Refused], is_folder: bool) -> None:
    """Name what is refused; of one file, or where no file is sound, that is a `Stop`."""
    for each in refused:
        for line in each.lines:
            screen.say(f"{each.file}: {line}" if is_folder else line)
        if is_folder:
            screen.say(f"Chưa nhận {told(each)}")


def record(sound: Sequence[Incoming], opened: Opened, intake: Intake, today: Day, dry_run: bool, undo: str) -> None:
    """Show what the forms change, and write it unless this is a dry run."""
    for each in sound:
        for remark in list(intake.remarks(each))[:_LOOKS]:
            screen.say(f"Xem lại {each.file}: {remark}")
    news = [each for each in sound if not each.news.is_empty]
    lines = [line for each in sound for line in (_head(each),)]
    lines += _changes(news, opened, today)
    if news:
        writer.say_day(today)
        made = recording_forms.prepared(opened, recording_forms.additions(news))
        done = made if dry_run else rewriting.write(made)
        lines += (f"{'Sẽ ghi' if dry_run else 'Đã ghi'} {path}" for path in done.changed)
        lines += [] if dry_run else [f"Ghi nhầm thì bỏ: {undo}"]
    screen.done("\n".join((*lines, "")))


def _head(given: Incoming) -> str:
    news, period = given.news, title(given.wanted.period)
    counted = [
        f"{count} {words}"
        for count, words in (
            (len(news.updates), "cập nhật tiến độ"), (len(news.figures), "số liệu"), (len(news.texts), "nội dung"),
        )
        if count
    ]  # fmt: skip
    if given.said.is_empty:
        counted = ["chưa điền gì"]
    elif news.known:
        counted.append(f"{news.known} dòng đã ghi từ trước" if counted else "đã ghi từ trước, không có gì mới")
    return f"{given.file} ({given.whose}, {period}): {', '.join(counted)}"


def _changes(news: Sequence[Incoming], opened: Opened, today: Day) -> list[str]:
    """What the entries change; of one form also what stays as it was."""
    found: list[str] = []
    plans: dict[str, Plan] = {each.wanted.plan.name: each.wanted.plan for each in news}
    for plan in plans.values():
        updates = [update for each in news if each.wanted.plan is plan for update in each.news.updates]
        if updates:
            records = together(updates)
            found += _told(plan, records, updates if len(news) == 1 else [], opened, today)
    return found


def _told(plan: Plan, records: Records, updates: Sequence[Update], opened: Opened, today: Day) -> list[str]:
    shifts = effects(opened.workspace, plan, records, today)
    after = Ledger.of(structs.replace(plan, records=records), opened.workspace)
    lines = shown.changes(shifts, updates, after, today) if updates else receipt.changes(shifts, after.registry, today)
    return [f"  {each}" for each in lines]


def take_back(sound: Sequence[Incoming], opened: Opened) -> None:
    """Remove what the forms recorded, as far as git has not kept it."""
    done = rewriting.write(recording_forms.taken_back(opened, sound))
    screen.done("\n".join((*(f"Đã bỏ khỏi {path}" for path in done.changed), "")))


def nothing_sound(refused: Sequence[Refused], is_folder: bool) -> Stop:
    """Why nothing can be taken."""
    if not is_folder:
        return refused[0].why
    return Stop(
        f"không phiếu nào trong {len(refused)} tệp nhận được, chưa ghi gì", "sửa các phiếu nêu trên rồi nhận lại"
    )
