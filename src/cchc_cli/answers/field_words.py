"""A field of the decision, the body, the settings or the calendar that differs → its name and values in words."""

from datetime import date as Day

from msgspec import Struct

from cchc_cli.answers.rewording import EMPTY, listed, reworded, short
from cchc_cli.answers.voice import Voice
from cchc_cli.model import Amendment, CalendarYear, Clause, Correction, DayOff, Event, Target, Waiver
from cchc_cli.paper import number, short_date
from cchc_cli.queries.differences.change import Change
from cchc_cli.queries.differences.fields import names
from cchc_cli.wording import level

_NAMES = {
    "title": "tên", "year": "năm", "monitor": "cơ quan theo dõi", "decision": "Quyết định", "kind": "loại văn bản",
    "note": "dòng kèm theo", "objectives": "phần I", "tasks": "phần II", "funding": "phần III",
    "organisation": "phần IV", "appendix": "đầu phụ lục", "events": "sự kiện", "amendments": "lần điều chỉnh",
    "waivers": "miễn trừ", "corrections": "chữ đã sửa", "closed": "ngày đóng kế hoạch", "settings": "cài đặt",
    "calendar": "lịch", "number": "số", "date": "ngày", "authority": "dòng thẩm quyền", "bases": "căn cứ",
    "proposal": "đề nghị", "articles": "điều", "recipients": "nơi nhận", "signatory": "người ký",
    "formula": "chữ quyết định", "recipients_label": "chữ nơi nhận", "opening": "đoạn mở đầu", "closing": "đoạn kết",
    "text": "lời văn", "targets": "chỉ tiêu", "label": "nhãn", "columns": "tên cột", "position": "chức vụ",
    "name": "tên", "off": "ngày nghỉ", "work": "ngày làm bù", "pending": "việc chưa chốt", "value": "mức",
    "comparator": "so sánh", "unit": "đơn vị", "by": "đến ngày", "place": "nơi", "basis": "căn cứ",
    "status": "tình trạng", "reason": "lý do", "printed": "chữ in", "corrected": "chữ sửa", "format": "định dạng",
    "due_soon_days": "số ngày coi là sắp đến hạn", "periods": "cách tính kỳ báo cáo", "periods_basis": "căn cứ tính kỳ",
    "confirm_done": "hoàn thành phải được xác nhận", "move_off_days": "dời hạn khỏi ngày nghỉ",
    "agency": "cơ quan", "issuer": "cơ quan ban hành", "recipient": "nơi nhận chính", "signatories": "người ký",
    "report_lead": "phần đầu báo cáo", "report_fields": "lĩnh vực trong báo cáo", "reports": "báo cáo",
    "letterheads": "tiêu đề văn bản", "since": "từ ngày", "until": "đến hết ngày", "swap_with": "hoán đổi với",
    "superior": "cơ quan chủ quản", "symbol": "ký hiệu", "sections": "lĩnh vực", "code": "mã", "task": "nhiệm vụ",
    "report": "báo cáo",
}  # fmt: skip
_AGENCIES = ("monitor", "agency", "issuer")
_LISTS = (
    "targets", "off", "amendments", "waivers", "corrections", "events", "signatories", "articles", "reports",
    "letterheads", "report_fields", "calendar",
)  # fmt: skip


def field_line(change: Change, voice: Voice) -> str:
    """ "Quyết định, số: “1/QĐ-UBND” → “2/QĐ-UBND”", "thêm chỉ tiêu: … (phần I, mục 3)"."""
    before, after = change.before, change.after
    where = _where(change.field)
    if change.field[-1] in _AGENCIES:
        before, after = (voice.name(each) if each else each for each in (before, after))
    if isinstance(before, Struct) or isinstance(after, Struct):
        name = "mục" if change.field[-2:-1] == ("items",) else _NAMES.get(change.field[-2], change.field[-2])
        above = _where(change.field[:-2])
        said = f"{'thêm' if before is None else 'bỏ'} {name}: {value(after if before is None else before)}"
        return said + (f" ({above})" if above else "")
    if isinstance(before, str) and isinstance(after, str):
        return f"{where}: {reworded(before, after)}"
    if isinstance(before, tuple) and isinstance(after, tuple):
        return f"{where}: {listed(tuple(map(_bare, before)), tuple(map(_bare, after)))}"
    return f"{where}: {value(before)} → {value(after)}"


def _where(path: tuple[str, ...]) -> str:
    """ "phần I, mục 4.a, chỉ tiêu 4.a-1, mức"."""
    said: list[str] = []
    above = ""
    for part in path:
        if above == "items":
            item = said and said[-1].startswith("mục ")
            said[-1:] = [f"{said[-1]}.{part}"] if item else [*said[-1:], f"mục {part}"]
        elif above in _LISTS:
            said[-1] = part if part.casefold().startswith(said[-1]) else f"{said[-1]} {part}"
        elif part != "items":
            said.append(_NAMES.get(part, part))
        above = "" if above in (*_LISTS, "items") else part
    return ", ".join(said)


def _bare(given: object) -> str:
    return given if isinstance(given, str) else value(given)


def value(given: object) -> str:
    """Any value of a field in words."""
    if given is None or given in ("", ()):
        return EMPTY
    if isinstance(given, bool):
        return "có" if given else "không"
    if isinstance(given, Day):
        return short_date(given)
    if isinstance(given, int | float):
        return str(given) if isinstance(given, int) else number(given)
    if isinstance(given, tuple):
        return "; ".join(map(value, given))
    return _record(given) if isinstance(given, Struct) else f"“{short(str(given))}”"


def _record(given: Struct) -> str:
    match given:
        case Amendment():
            return f"{given.number} ngày {short_date(given.date)} ({given.id})"
        case Correction():
            return f"“{given.printed}” → “{given.corrected}” tại {given.place}"
        case Waiver():
            return f"{given.code} tại {given.task}, lý do: {given.reason}"
        case DayOff():
            return f"{short_date(given.date)} {given.name}"
        case Target():
            return f"{given.id} {given.name}, {level(given)}"
        case CalendarYear():
            return f"{len(given.off)} ngày nghỉ, {len(given.work)} ngày làm bù"
        case Event():
            return f"{given.id} ({given.name})"
        case Clause():
            return f"{given.number or ''} {value(given.text)}".strip()
    said = (getattr(given, name) for name in names(given))
    return ", ".join(value(each) for each in said if each not in (None, (), ""))
