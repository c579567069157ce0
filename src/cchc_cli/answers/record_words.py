"""A record that was added, removed or rewritten → one line in words."""

from cchc_cli.answers.records import decision_line, decision_words, entry_words
from cchc_cli.answers.voice import Voice, came
from cchc_cli.differences.change import Change
from cchc_cli.model import Deadline, Entry, Filing, Happening, Inspection, Measurement, Snapshot, Text
from cchc_cli.vietnamese.paper import number
from cchc_cli.wording.targets import typed

_NOTE = 80


def entry_line(change: Change, voice: Voice) -> str:
    """An entry that was added, removed or rewritten."""
    name = voice.name(change.agency or "")
    if change.how == "added":
        return f"{change.id}: {name} cập nhật: {_entry_words(change.after, change, voice)}"
    told = f"{change.id}: {'sửa' if change.after else 'bỏ'} dòng cập nhật của {name}"
    then = _entry_words(change.before, change, voice)
    return f"{told}: {then} → {_entry_words(change.after, change, voice)}" if change.after else f"{told}: {then}"


def _entry_words(entry: Entry, change: Change, voice: Voice) -> str:
    about = [f"thay {voice.name(entry.agency)}"] if entry.agency else []
    about += [f"ngày {voice.day(entry.date, change)}"] if entry.date else []
    about += [f"ghi {voice.day(entry.recorded, change)}"] if entry.recorded != entry.date else []
    return f"{entry_words(entry, _NOTE)} ({', '.join(about)})"


def deadline_line(change: Change, voice: Voice) -> str:
    """A decision on a deadline: "gia hạn VI.6: 31/01 → 31/3 (123/QĐ-UBND)"."""
    given: Deadline = change.after or change.before
    name = f"{change.id}, riêng {voice.name(given.agency)}" if given.agency else str(change.id)
    if change.how != "added":
        then = _decision(change.before, change, voice)
        now = f" → {_decision(change.after, change, voice)}" if change.after else ""
        return f"{'sửa' if change.after else 'bỏ'} dòng quyết định về hạn {name}: {then}{now}"
    was = voice.day(change.due[0], change) if change.due else ""
    basis = f" ({given.document.number})" if given.document and given.document.number else ""
    return decision_line(given, name, was, voice.day(given.to, change)) + basis


def _decision(given: Deadline, change: Change, voice: Voice) -> str:
    said = decision_words(given, lambda day: voice.day(day, change))
    return f"{said} (ghi {voice.day(given.recorded, change)})"


def event_line(change: Change, voice: Voice) -> str:
    """The day of an outside event."""
    then: Happening | None = change.before
    now: Happening | None = change.after
    if then is None or now is None:
        return f"{came(change)} ngày của sự kiện {change.id}: {voice.day((now or then).date, change)}"  # type: ignore[union-attr]
    if then.date == now.date:
        return f"sự kiện {change.id}: sửa dòng ghi, ngày vẫn {voice.day(now.date, change)}"
    return f"sự kiện {change.id}: {voice.day(then.date, change)} → {voice.day(now.date, change)}"


def measurement_line(change: Change, voice: Voice) -> str:
    """A measurement of a target."""
    then: Measurement | None = change.before
    now: Measurement | None = change.after
    shown = now or then
    assert shown is not None
    day = voice.day(shown.date, change)
    if then is None or now is None:
        return f"{came(change)} số đo chỉ tiêu {change.id} ngày {day}: {typed(shown)}"
    if typed(then) == typed(now):
        return f"số đo chỉ tiêu {change.id} ngày {day}: sửa dòng ghi, số vẫn {typed(now)}"
    return f"số đo chỉ tiêu {change.id} ngày {day}: {typed(then)} → {typed(now)}"


def inspection_line(change: Change, voice: Voice) -> str:
    """An inspection of an agency."""
    shown: Inspection = change.after or change.before
    what = f"kiểm tra {voice.name(shown.agency)} ngày {voice.day(shown.date, change)} ({shown.subject})"
    if change.how != "changed":
        return f"{came(change)} {what}{_found(shown)}"
    return f"sửa dòng ghi {what}{_found(shown)}"


def _found(given: Inspection) -> str:
    """What an inspection found and what was mended, as far as the line says."""
    found = f": phát hiện {number(given.findings)} vấn đề" if given.findings is not None else ""
    return found + (f", đã xử lý {number(given.mended)}" if found and given.mended is not None else "")


def filing_line(change: Change, voice: Voice) -> str:
    """A report that an agency filed."""
    shown: Filing = change.after or change.before
    day = voice.day(shown.date, change)
    what = f"báo cáo kỳ {shown.period} của {voice.name(shown.agency)}: số {shown.number}, ngày {day}"
    return f"{came(change)} {what}" if change.how != "changed" else f"sửa dòng ghi {what}"


def snapshot_line(change: Change, _: Voice) -> str:
    """A period's frozen figures."""
    shown: Snapshot = change.after or change.before
    what = f"số liệu chốt kỳ {shown.period}"
    return f"{came(change)} {what}" if change.how != "changed" else f"sửa {what}"


def text_line(change: Change, voice: Voice) -> str:
    """What was written for a place of a period's documents."""
    then: Text | None = change.before
    now: Text | None = change.after
    period, of = change.field[0], f" của {voice.name(change.agency)}" if change.agency else ""
    what = f"nội dung {change.id} kỳ {period}{of}"
    if then is None or now is None:
        return f"{came(change)} {what}: {_shortened((now or then).text)}"  # type: ignore[union-attr]
    return f"{what}: {_shortened(then.text)} → {_shortened(now.text)}"


def _shortened(text: str) -> str:
    whole = " ".join(text.split())
    return f"“{whole}”" if len(whole) <= _NOTE else f"“{whole[:_NOTE].rstrip()}…”"
