"""cchc text: what officers write into the documents of a period, by place; read back from Word and Markdown."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cchc_cli.documents.reports.written import identity
from cchc_cli.documents.texts.form import normal
from cchc_cli.documents.texts.found import Change, Outcome, outcome
from cchc_cli.documents.texts.stamp import Stamp, digest
from cchc_cli.documents.texts.word import Read
from cchc_cli.shell import screen, texting
from cchc_cli.shell import undo as taking_back
from cchc_cli.shell.given import given_bytes, given_text
from cchc_cli.shell.options import days, flags, scope, subject, text_suggestions, typed_names
from cchc_cli.shell.texting import Sheet
from cchc_cli.text.problems import Stop
from cchc_cli.wording.places import is_place

_TAKE = "take"
_USAGE = "ghi: cchc text 2026-Q1, cchc text 2026-Q1 III.1 --from TỆP, hoặc cchc text take BÁO_CÁO.docx"


def command(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="KỲ [CHỖ] | take TỆP",
            help="Kỳ và chỗ cần viết, hoặc take và tệp Word, Markdown đã viết xong.",
            autocompletion=text_suggestions.places,
        ),
    ],
    source: Annotated[
        str | None, typer.Option("--from", metavar="TỆP", help="Tệp chữ có nội dung của chỗ này; - là đầu vào chuẩn.")
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="CHỖ", help="take: chỉ lấy chỗ này; ghi được nhiều lần.")
    ] = None,
    period_: flags.PeriodOption = None,
    agency: Annotated[
        str | None, typer.Option("--agency", metavar="CƠ_QUAN", help="Nội dung của riêng cơ quan này.")
    ] = None,
    undo: flags.Undo = False,
    dry_run: flags.DryRun = False,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Lời viết cho báo cáo: xem, ghi, lấy từ tệp Word (take)."""
    if words[0] == _TAKE:
        if len(words) != 2 or source or agency:
            raise Stop("text take cần đúng một tệp", _USAGE)
        _document(words[1], _of_document(words[1], plan, root, period_), only, undo, dry_run)
        return
    if len(words) > 2 or only or period_ or (len(words) < 2 and source):
        raise Stop("chưa rõ kỳ nào, chỗ nào", _USAGE)
    sheet = _of_period(words[0], agency, plan, root)
    if undo:
        taking_back.refuse_words(source)
        found = texting.former(sheet, words[1:] or (texting.last(sheet),))
        _restore(sheet, found, dry_run)
    elif len(words) < 2:
        _list(sheet)
    elif source is None:
        _show(sheet, words[1])
    else:
        _set(sheet, words[1], source, dry_run)


def _of_period(name: str, agency: str | None, plans: list[str] | None, root: Path | None) -> Sheet:
    opened, today = scope.opened(root, plans), days.day(None)
    workspace = subject.about_one(opened.workspace, subject.year(name, today))
    of = typed_names.writable(workspace.plans[0])
    period = days.period_of(name, of.settings.ends)
    return Sheet(opened, of, period.id, typed_names.agency(agency, workspace.registry) if agency else None)


class _Given(NamedTuple):
    """A document that came back: what it says, and the texts that it is about."""

    read: Read
    sheet: Sheet
    kept: Stamp


def _of_document(file: str, plans: list[str] | None, root: Path | None, named: str | None) -> _Given:
    """The plan and period of a document; a `Stop` if it is another's."""
    read = texting.document(Path(file))
    kept = read.stamp
    if kept is None:
        raise Stop(
            f"{file} không mang dấu của cchc (kế hoạch, kỳ, các chỗ cần viết) nên không biết lấy vào đâu",
            "viết vào tệp do cchc report lập, hoặc ghi từng chỗ: cchc text KỲ CHỖ --from TỆP",
        )
    opened = scope.opened(root, plans)
    found = next((each for each in opened.workspace.plans if identity(each) == kept.plan), None)
    if found is None:
        names = "; ".join(identity(each) for each in opened.workspace.plans)
        raise Stop(f"{file} là của kế hoạch {kept.plan}, không phải {names}", "chọn kế hoạch bằng --plan, hoặc lập lại")
    of = typed_names.writable(found)
    if named is not None and (wanted := days.period_of(named, of.settings.ends).id) != kept.period:
        raise Stop(f"{file} là của kỳ {kept.period}, không phải {wanted}", "bỏ --period, hoặc dùng tệp của kỳ đó")
    sheet = Sheet(opened, of, days.period_of(kept.period, of.settings.ends).id, kept.agency or None)
    return _Given(read, sheet, kept)


def _document(file: str, given: _Given, only: list[str] | None, undo: bool, dry_run: bool) -> None:
    wanted = _only(only, given.kept)
    if undo:
        _take_back(file, given, wanted, dry_run)
    else:
        _take(file, given, wanted, dry_run)


def _take(file: str, given: _Given, wanted: frozenset[str] | None, dry_run: bool) -> None:
    sheet = given.sheet
    result = outcome(given.read.found, sheet.kept, wanted)
    _refuse(file, result, given.kept)
    if given.read.changes:
        screen.say("Tệp còn dấu vết sửa đổi (Track Changes): lấy chữ như khi đã chấp nhận hết.")
    for place in result.gone:
        screen.say(f"Trong tệp không còn chỗ {place}: nội dung đã có được giữ nguyên.")
    for line in texting.outside(given.read.rest):
        screen.say(line)
    if not result.changes:
        screen.prose(f"{file}: không có gì mới so với nội dung đã có của kỳ {sheet.period}\n")
        return
    changes = {sheet.key(each.place): each.after for each in result.changes}
    said = texting.lines(result.changes)
    if dry_run:
        texting.check(sheet, changes)
        texting.told(f"Sẽ ghi {len(said)} chỗ vào {sheet.path}", said)
        return
    texting.write(sheet, changes)
    texting.told(f"Đã ghi {len(said)} chỗ vào {sheet.path}", said, ["text", _TAKE, file])


def _only(only: list[str] | None, kept: Stamp) -> frozenset[str] | None:
    if not only:
        return None
    names = frozenset(part.strip() for each in only for part in each.split(",") if part.strip())
    unknown = sorted(names - kept.places.keys())
    if unknown:
        raise Stop(f"tệp không có chỗ {', '.join(unknown)}", f"các chỗ của tệp: {', '.join(kept.places)}")
    return names


def _refuse(file: str, result: Outcome, kept: Stamp) -> None:
    if result.refused:
        said = "; ".join(f"{place}: {why}" for place, why in result.refused)
        bad = {place for place, _ in result.refused}
        others = [place for place in kept.places if place not in bad]
        take = " ".join(f"--only {place}" for place in others)
        raise Stop(
            f"chưa lấy gì từ {file}; {said}",
            f"sửa chỗ đó trong tệp cho khớp; lấy trước các chỗ khác: cchc text take {file} {take}",
        )


def _take_back(file: str, given: _Given, wanted: frozenset[str] | None, dry_run: bool) -> None:
    now = given.sheet.kept
    taken = [
        each.place for each in given.read.found
        if each.text and digest(each.text) == digest(now.get(each.place)) and (wanted is None or each.place in wanted)
    ]  # fmt: skip
    if not taken:
        raise Stop(f"không có nội dung nào đang ghi là lấy từ {file}", "bỏ một chỗ: cchc text KỲ CHỖ --undo")
    _restore(given.sheet, texting.former(given.sheet, taken), dry_run)


def _restore(sheet: Sheet, found: dict[tuple[str, str | None], str | None], dry_run: bool) -> None:
    now = sheet.kept
    said = texting.lines(Change(place, now.get(place), text) for (place, _), text in found.items())
    if not dry_run:
        texting.write(sheet, found)
    texting.told(f"{'Sẽ trả lại' if dry_run else 'Đã trả lại'} như đã lưu vào git: {sheet.path}", said)


def _list(sheet: Sheet) -> None:
    known = sorted(sheet.kept.items())
    if not known:
        screen.prose(f"Kỳ {sheet.period} chưa có nội dung nào\n")
        return
    screen.text("\n".join(f"{line}" for place, text in known for line in (f"[{place}]", text, "")))


def _show(sheet: Sheet, place: str) -> None:
    found = sheet.kept.get(place)
    if found is None:
        raise Stop(f"kỳ {sheet.period} chưa có nội dung của chỗ {place}", "ghi: cchc text KỲ CHỖ --from TỆP")
    screen.text(f"{found}\n")


def _set(sheet: Sheet, place: str, source: str, dry_run: bool) -> None:
    if not is_place(place):
        raise Stop(f'"{place}" không phải là tên một chỗ', "xem các chỗ: cchc report TÊN --blanks")
    text = normal(_read(source))
    change = Change(place, sheet.kept.get(place), text or None)
    if change.before == change.after:
        screen.prose(f"{place}: nội dung không đổi\n")
        return
    if change.before is None:
        from cchc_cli.shell.templates import placed  # makes reports, which nothing else here does

        placed.refuse_unknown(sheet, place)
    changes = {sheet.key(place): change.after}
    if dry_run:
        texting.check(sheet, changes)
        texting.told(f"Sẽ ghi {sheet.path}", texting.lines((change,)))
        return
    texting.write(sheet, changes)
    of = ("--agency", sheet.agency) if sheet.agency else ()
    texting.told(f"Đã ghi {sheet.path}", texting.lines((change,)), ["text", sheet.period, place, *of])


def _read(source: str) -> str:
    if source == "-":
        return given_text("nội dung đưa vào", screen.given())
    return given_text(source, given_bytes(Path(source), texting.MOST))
