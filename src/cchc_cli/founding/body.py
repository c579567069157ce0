"""The body whose workspace it is, as typed → its kind, its names, and the place and province that it belongs to."""

from re import IGNORECASE
from re import compile as pattern

from msgspec import Struct

from cchc_cli.founding.clean_text import cased, cased_field, tidy
from cchc_cli.founding.province import Province, is_city, province, written_out
from cchc_cli.model.agencies import AgencyKind
from cchc_cli.plan.monitors import USUAL_MONITORS, BodyKind
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import fold, key

KINDS = (
    "tỉnh, thành phố; sở và cơ quan ngang sở (văn phòng UBND, thanh tra, công an tỉnh, ban quản lý); "
    "xã, phường, đặc khu; bộ, cơ quan ngang bộ"
)
_COMMITTEE = r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?"
_COMMUNE = pattern(rf"{_COMMITTEE}(xã|phường|p\.|đặc khu)\s*(.*)", IGNORECASE)
_PROVINCE = pattern(rf"{_COMMITTEE}(?:tỉnh|thành phố|t\.? ?p\.?)(?:\s+|(?<=\.)(?=\w))\S.*", IGNORECASE)
_ABOLISHED = pattern(rf"{_COMMITTEE}(?:huyện|quận|thị xã|thị trấn)\s.*", IGNORECASE)
_OF = pattern(r"(.+?),?(?<!\s)\s+((?:tỉnh|thành phố|t\.? ?p\.?)(?:\s+|(?<=\.)(?=\w))\S.*)", IGNORECASE)
_DEPARTMENTS: dict[str, AgencyKind] = {
    "Sở": "department",
    "Văn phòng UBND": "office",
    "Thanh tra": "inspectorate",
    "Công an": "police",
    "Ban Quản lý": "unit",
}
_MINISTRIES = ("Văn phòng Chính phủ", "Thanh tra Chính phủ", "Ngân hàng Nhà nước Việt Nam")
_NOT_MINISTRIES = ("bộ chỉ huy", "bộ đội", "bộ chính trị", "bộ tư lệnh", "bộ môn")
_SHORTENED = pattern(r"(?:ủy|uỷ) ban nhân dân", IGNORECASE)


class NoProvince(Stop):
    """It is not said to which province the body belongs."""


class Body(Struct, frozen=True):
    """A body that has plans: `name` as in its registry, `full` as its papers print it, `place` as before a day."""

    kind: BodyKind
    agency: AgencyKind
    name: str
    full: str
    place: str
    province: Province | None = None

    @property
    def is_full(self) -> bool:
        """Whether `full` is the name written out, or a sở's, whose papers print no province with it."""
        return self.kind == "commune" or self.agency in ("department", "office", "inspectorate", "unit", "ministry")

    @property
    def called(self) -> str:
        """How a title calls it: "tỉnh Mẫu", "xã Suối Trong", "của Sở Tư pháp tỉnh Mẫu"."""
        place = self.full.removeprefix("Ủy ban nhân dân ")
        return place if place != self.full else f"của {self.full}"

    @property
    def superior(self) -> str:
        """To whom its periodic reports go: the monitor of the level above, or where it is that one, the body above."""
        above = "Bộ Nội vụ" if self.kind in ("province", "ministry") else USUAL_MONITORS["province"]
        if key(above) != key(self.name):
            return above
        return "Chính phủ" if self.province is None else f"UBND {self.province.level}"

    @property
    def monitor(self) -> str:
        """Who usually follows its plans, to be looked at again."""
        is_other = self.kind == "department" and self.agency != "department"  # an inspectorate is no sở
        return "Văn phòng" if is_other else USUAL_MONITORS[self.kind]


def body(typed: str, parent: Province | None) -> Body:
    """The body of a name; a `Stop` if no plan can be of it, or its province is missing or another one."""
    text = written_out(tidy(typed))
    if not text:
        raise Stop("chưa có tên cơ quan", f"chỉ lập được cho: {KINDS}")
    abolished = _ABOLISHED.fullmatch(text)
    if abolished:
        hint = f"chỉ lập được cho: {KINDS}"
        raise Stop(f'"{text}": cấp huyện không còn từ ngày 01/7/2025', hint)
    if _PROVINCE.fullmatch(text) or is_city(text):
        return of_province(_without_parent(text, parent))
    if _is_ministry(text):
        _without_parent(text, parent)
        name = next((each for each in _MINISTRIES if key(each) == key(text)), "") or _named(text, "Bộ")
        return Body("ministry", "ministry", name, name, "Hà Nội")
    return _of_a_province(text, parent)


def of_province(text: str) -> Body:
    """The People's Committee of a province."""
    found = province(written_out(text))
    if found is None:
        raise Stop(f'"{text}" không phải tên tỉnh, thành phố', 'ghi như "Khánh Hòa", "thành phố Huế"')
    return committee(found)


def committee(of: Province) -> Body:
    """The People's Committee of a province that is known."""
    return Body("province", "council", f"UBND {of.level}", f"Ủy ban nhân dân {of.full}", of.name, of)


def _without_parent(text: str, parent: Province | None) -> str:
    if parent is not None:
        raise Stop(f'--parent: "{text}" không thuộc tỉnh, thành phố nào', "bỏ --parent")
    return text


def _of_a_province(text: str, parent: Province | None) -> Body:
    commune = _COMMUNE.fullmatch(text)
    shortened = _SHORTENED.sub("UBND", text)
    noun = next((each for each in _DEPARTMENTS if f"{key(shortened)} ".startswith(f"{key(each)} ")), None)
    if not commune and noun is None:
        if fold(text) == key(text):
            raise Stop(f'"{text}": tên gõ không dấu', "ghi tên có dấu, vì tên này được in vào văn bản")
        raise Stop(f'không rõ "{text}" là cơ quan gì', f"chỉ lập được cho: {KINDS}")
    named = _OF.fullmatch(text)
    of = _one_of(province(named[2]) if named else None, parent, text)
    own = named[1] if named else text
    if commune:
        own_commune = _COMMUNE.fullmatch(own)
        return _commune(own_commune[1], own_commune[2], of) if own_commune else _commune(commune[1], "", of)
    assert noun is not None
    return _department(_SHORTENED.sub("UBND", own), noun, of)


def _one_of(named: Province | None, parent: Province | None, text: str) -> Province:
    if named and parent and fold(named.full) != fold(parent.full):
        raise Stop(f'--parent: "{text}" không thuộc {parent.full}', "sửa một trong hai")
    of = named or parent
    if of is None:
        raise NoProvince(f'"{text}": chưa nêu thuộc tỉnh, thành phố nào', 'thêm --parent "tỉnh …"')
    return of


def _commune(kind: str, bare: str, of: Province) -> Body:
    level = "phường" if kind.casefold() == "p." else kind.lower()
    if not any(sign.isalpha() for sign in bare):
        raise Stop(f"chưa có tên {level}", f'ghi như --body "UBND {level} …"')
    name = f"{level} {cased(bare)}"
    return Body("commune", "commune", f"UBND {name}", f"Ủy ban nhân dân {name}", cased(bare), of)


def _department(text: str, noun: str, of: Province) -> Body:
    """A sở, or an agency like one: Công an tỉnh, whose papers print its province as Công an tỉnh Mẫu."""
    kind = _DEPARTMENTS[noun]
    if fold(text) == fold(noun) and kind in ("department", "unit"):
        raise Stop(f"chưa có tên {noun.lower()}", f'ghi như --body "{noun} …"')
    level = f" {of.level}"
    bare = _named(text, noun)
    bare = bare[: -len(level)] if bare.casefold().endswith(level) else bare
    name = bare + level if kind in ("office", "inspectorate", "police") else bare
    return Body("department", kind, name, f"{bare} {of.full}", of.name, of)


def _named(text: str, noun: str) -> str:
    """The name with its noun as usually written, and the rest `cased_field`."""
    rest = text.split()[len(noun.split()) :]
    return f"{noun} {cased_field(' '.join(rest))}".rstrip()


def _is_ministry(text: str) -> bool:
    start = f"{key(text)} "
    is_other = any(start.startswith(f"{key(words)} ") for words in _NOT_MINISTRIES)
    return (start.startswith("bộ ") and start != "bộ " and not is_other) or any(
        start == f"{key(each)} " for each in _MINISTRIES
    )
