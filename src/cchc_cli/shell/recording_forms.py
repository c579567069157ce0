"""Write what forms say, in all files or in none; take it back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial

from msgspec import Struct

from cchc_cli.disk import git, in_place
from cchc_cli.forms.news import Key, Known
from cchc_cli.model import Entry, Measurement
from cchc_cli.reading import places
from cchc_cli.recording import edit, texts
from cchc_cli.shell import rewriting
from cchc_cli.shell.intake import Incoming
from cchc_cli.shell.options.scope import Opened
from cchc_cli.shell.rewriting import Contents, Rewriting
from cchc_cli.text.problems import Stop


class Additions(Struct, frozen=True):
    """What is added: records by file, and the new texts by file."""

    entries: dict[str, list[Entry]]
    figures: dict[str, list[Measurement]]
    texts: dict[str, dict[Key, str | None]]

    @property
    def paths(self) -> tuple[str, ...]:
        """The files, in the order in which they are written."""
        return (*sorted(self.entries), *sorted(self.figures), *sorted(self.texts))


def additions(given: Iterable[Incoming]) -> Additions:
    """What the forms add together."""
    entries: dict[str, list[Entry]] = defaultdict(list)
    figures: dict[str, list[Measurement]] = defaultdict(list)
    written: dict[str, dict[Key, str | None]] = defaultdict(dict)
    for each in given:
        folder, news = each.wanted.plan.folder, each.news
        for update in news.updates:
            entries[places.progress(folder, update.by)].append(update.entry)
        if news.figures:
            figures[places.measurements(folder)] += news.figures
        if news.texts:
            written[places.texts(folder, each.wanted.period.id)].update(news.texts)
    return Additions(dict(entries), dict(figures), dict(written))


def prepared(opened: Opened, given: Additions) -> Rewriting:
    """The new contents, checked; a `Stop` if they cause an error."""
    return rewriting.prepared(opened, given.paths, partial(_added, given))


def _added(given: Additions, before: Contents) -> Contents:
    after = dict(before)
    for path, entries in given.entries.items():
        after[path] = _with(before[path], entries, tuple[Entry, ...])
    for path, figures in given.figures.items():
        after[path] = _with(before[path], figures, tuple[Measurement, ...])
    for path, written in given.texts.items():
        after[path] = texts.changed(before[path], written)
    return after


def _with(data: bytes | None, records: Iterable[Entry] | Iterable[Measurement], shape: object) -> bytes | None:
    """The file with the records that it does not hold word for word: another run may have added them meanwhile."""
    there = set(map(str.strip, (data or b"").decode().splitlines()))
    new = [each for each in records if edit.line_of(each) not in there]
    return edit.added_all(data or b"", new, shape)[0].data if new else data


def taken_back(opened: Opened, given: Iterable[Incoming]) -> Rewriting:
    """The contents without what the forms recorded, which must be the last of each file and not be kept by git."""
    entries: dict[str, list[str]] = defaultdict(list)
    figures: dict[str, list[str]] = defaultdict(list)
    written: dict[str, dict[Key, str]] = defaultdict(dict)
    for each in given:
        folder, made, known = each.wanted.plan.folder, each.form.stamp.made, Known(each.wanted.plan)
        for reported in each.said.entries:
            path = places.progress(folder, reported.update.by)
            entries[path] += (edit.line_of(found) for found in known.entries(reported.update, made)[-1:])
        for measurement in each.said.figures:
            path = places.measurements(folder)
            figures[path] += (edit.line_of(found) for found in known.measurements(measurement, made)[-1:])
        for text in each.said.texts:
            written[places.texts(folder, each.wanted.period.id)][text.place, text.agency] = text.text
    lists: dict[str, tuple[list[str], object]] = {
        path: (lines, tuple[Entry, ...]) for path, lines in entries.items() if lines
    }
    lists |= {path: (lines, tuple[Measurement, ...]) for path, lines in figures.items() if lines}
    kept = {path: git.committed(in_place.within(opened.folder, path, "ghi lại")) for path in (*lists, *written)}

    def removed(before: Contents) -> Contents:
        after = dict(before)
        for path, (lines, shape) in lists.items():
            after[path] = _without(path, before[path] or b"", lines, shape, kept[path])
        for path, own in written.items():
            after[path] = _without_texts(before[path], own, kept[path])
        return after

    made_ = rewriting.prepared(opened, kept, removed)
    if not made_.changed:
        raise Stop("phiếu này chưa được ghi, hoặc đã được bỏ", "xem: cchc forms status --period …")
    return made_


def _without(path: str, data: bytes, lines: list[str], shape: object, kept: tuple[bytes, ...]) -> bytes | None:
    """The file without its last records, which must be these."""
    left = set(lines)
    while left:
        if any(edit.holds(data, each, shape) for each in kept):
            raise Stop(f"dòng cuối của {path} đã lưu vào git, không rút lại được", "ghi dòng mới để đính chính")
        cut = edit.taken_back(data, shape)
        if cut.line not in left:
            raise Stop(f"sau phiếu này đã ghi thêm vào {path}", "bỏ các dòng ghi sau trước (--undo của lệnh đã ghi)")
        left.remove(cut.line)
        data = cut.data
    return data if data or kept else None


def _without_texts(data: bytes | None, own: Mapping[Key, str], kept: tuple[bytes, ...]) -> bytes | None:
    """The file with the former texts, as git has them, in place of the form's."""
    there = texts.texts(data)
    former = texts.texts(kept[0]) if kept else {}
    back = {key: former.get(key) for key, text in own.items() if there.get(key) == text}
    return texts.changed(data, back) if back else data
