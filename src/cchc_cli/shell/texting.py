"""Texts of a period's documents: read from files, written together into texts/PERIOD.yaml, taken back from git."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cchc_cli.answers import receipt
from cchc_cli.disk import git, in_place
from cchc_cli.documents.texts.found import Change
from cchc_cli.documents.texts.rest import Rest
from cchc_cli.documents.texts.word import Read
from cchc_cli.plan.plans import Plan
from cchc_cli.reading import places
from cchc_cli.recording import texts
from cchc_cli.recording.texts import Key
from cchc_cli.shell import rewriting, screen
from cchc_cli.shell.given import given_bytes, given_text
from cchc_cli.shell.options.scope import Opened
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import count
from cchc_cli.wording.few import few

_SHOWN, _LONG, _LISTED = 90, 200, 8
MOST = 60_000_000


class Sheet(NamedTuple):
    """The texts of one period of a plan, in the words of one agency or of nobody in particular."""

    opened: Opened
    plan: Plan
    period: str
    agency: str | None

    @property
    def path(self) -> str:
        """The file, relative to the workspace."""
        return places.texts(self.plan.folder, self.period)

    @property
    def kept(self) -> dict[str, str]:
        """The texts by place."""
        known = self.plan.records.texts
        return {text.place: text.text for period, text in known if (period, text.agency) == (self.period, self.agency)}

    def key(self, place: str) -> Key:
        """The key of a place's line."""
        return place, self.agency


def document(file: Path) -> Read:
    """What a Word or Markdown document says; a file that is none is a `Stop`."""
    found = given_bytes(file, MOST)
    if file.suffix.lower() in (".md", ".txt"):
        from cchc_cli.documents.texts import markdown

        return markdown.read(given_text(file.name, found))
    from cchc_cli.documents.render import package
    from cchc_cli.documents.texts import word

    return word.read(package.readable(f"tệp {file.name}", found))


def write(sheet: Sheet, changes: Mapping[Key, str | None]) -> None:
    """Write the changed texts, all of them or none."""
    rewriting.write(_prepared(sheet, changes))


def check(sheet: Sheet, changes: Mapping[Key, str | None]) -> None:
    """Raise a `Stop` if the changes would make the plan unsound."""
    _prepared(sheet, changes)


def former(sheet: Sheet, changed: Iterable[str]) -> dict[Key, str | None]:
    """The texts of places as git has them; a `Stop` if git has all of them as they are now."""
    kept, now = _committed(sheet), sheet.kept
    found = {each: kept.get(each) for each in changed if kept.get(each) != now.get(each)}
    if not found:
        raise Stop(f"{sheet.path}: không có gì chưa lưu vào git để rút lại", "sửa thì ghi lại nội dung mới")
    return {sheet.key(each): text for each, text in found.items()}


def last(sheet: Sheet) -> str:
    """The place that was written last and is not in git; a `Stop` where several are, and it cannot be told."""
    kept, now = _committed(sheet), sheet.kept
    changed = [each for each in dict.fromkeys((*kept, *now)) if kept.get(each) != now.get(each)]
    if len(changed) > 1 and any(each in kept for each in changed):
        several = f"{sheet.path}: {len(changed)} chỗ chưa lưu vào git: {few(changed, 'chỗ', ', ')}"
        whose = f" --agency {sheet.agency}" if sheet.agency else ""
        raise Stop(several, f"nêu chỗ muốn trả lại: cchc text {sheet.period} {changed[-1]}{whose} --undo")
    return changed[-1] if changed else ""


def _committed(sheet: Sheet) -> dict[str, str]:
    """The texts by place, as git has them."""
    place = in_place.within(sheet.opened.folder, sheet.path, "ghi lại")
    found: dict[Key, str] = {}
    for each in git.committed(place):
        found |= texts.texts(each)
    return {own: text for (own, agency), text in found.items() if agency == sheet.agency}


def lines(changes: Iterable[Change]) -> list[str]:
    """Each change in words: `III.1: (chưa có) → “…”`."""
    return [f"{each.place}: {_shown(each.before)} → {_shown(each.after)}" for each in changes]


def outside(rest: Rest) -> Iterator[str]:
    """What a document says outside its places otherwise than when it was made: the next one is printed without it."""
    other, gone = rest
    if other:
        yield f"Ngoài các chỗ cần viết, tệp có {count(len(other))} chỗ khác với khi lập, không được giữ khi lập lại:"
        yield from (f"  {_shown(each, _LONG)}" for each in other[:_LISTED])
        if len(other) > _LISTED:
            yield f"  … và {count(len(other) - _LISTED)} chỗ khác"
        yield "→ lời cần giữ thì viết vào chỗ cần viết; số liệu thì sửa trong kế hoạch (cchc update, cchc measure)"
    elif gone:
        yield f"Ngoài các chỗ cần viết, tệp thiếu {count(gone)} đoạn so với khi lập; lập lại thì lại có."


def told(head: str, said: Iterable[str], undo: Sequence[str] = ()) -> None:
    """Print what was done."""
    screen.done("\n".join((head, *said, *(receipt.undo(undo) if undo else ()), "")))


def _prepared(sheet: Sheet, changes: Mapping[Key, str | None]) -> rewriting.Rewriting:
    """Prepare the changes; a place that another command has written meanwhile is a `Stop`."""

    then = texts.texts(sheet.opened.contents.get(sheet.path))

    def contents(before: rewriting.Contents) -> rewriting.Contents:
        data = before[sheet.path]
        now = texts.texts(data)
        met = [key[0] for key in changes if now.get(key) != then.get(key)]
        if met:
            told = f"lệnh khác vừa ghi {sheet.path}, {few(met, 'chỗ', ', ')}; chưa ghi gì"
            raise Stop(told, f"xem lời vừa ghi bằng cchc text {sheet.period}, rồi ghi lại nếu cần")
        return {sheet.path: texts.changed(data, changes)}

    return rewriting.prepared(sheet.opened, (sheet.path,), contents)


def _shown(text: str | None, most: int = _SHOWN) -> str:
    if text is None:
        return "(chưa có)"
    whole = " ".join(text.split())
    return f"“{whole}”" if len(whole) <= most else f"“{whole[:most].rstrip()}…”"
