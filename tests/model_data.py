"""Plain data for every field that the model has: made from the types, so that a new field is in it by itself."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec import inspect

from cchc_cli.model import Placed, TaskRow
from cchc_cli.reading.reader import FORMAT, SHAPES

FILES = {
    "agencies": "plan/agencies.yaml",
    "settings": "plan/settings.yaml",
    "calendar": "plan/calendar.yaml",
    "criteria": "plan/criteria.yaml",
    "plan": "plan/2026/plan.yaml",
    "section": "plan/2026/appendix/I.yaml",
    "progress": "plan/2026/progress/so-noi-vu.yaml",
    "deadlines": "plan/2026/deadlines.yaml",
    "events": "plan/2026/events.yaml",
    "measurements": "plan/2026/measurements.yaml",
    "given": "plan/2026/given.yaml",
    "inspections": "plan/2026/inspections.yaml",
    "filings": "plan/2026/filings.yaml",
    "texts": "plan/2026/texts/2026-Q1.yaml",
    "snapshot": "plan/2026/snapshots/2026-Q1.yaml",
}
Path = tuple[str | int, ...]


class Place(NamedTuple):
    """A field of a record somewhere in the data, and its type (of `msgspec.inspect`)."""

    file: str
    path: Path
    record: type[Placed]
    name: str
    kind: Any

    @property
    def id(self) -> str:
        return (
            f"{self.record.__name__}.{self.name} ({self.file.removeprefix('plan/')}: {'.'.join(map(str, self.path))})"
        )


def files() -> dict[str, Any]:
    """Every file, every field of it filled in; no two texts are the same."""
    made = _Maker()
    data = {path: made.value(inspect.type_info(SHAPES[kind]), kind, ()) for kind, path in FILES.items()}
    rows = data[FILES["section"]]["tasks"]
    rows.append({key: value for key, value in made.row().items() if key not in ("tasks", "milestones")})
    return data


def places() -> list[Place]:
    """Every field of every record in `files`."""
    data = files()
    return [
        place for kind, path in FILES.items() for place in _below(path, (), inspect.type_info(SHAPES[kind]), data[path])
    ]


def other(kind: Any, value: Any) -> Any:
    """Another value of the type: of a list or record one that differs all through."""
    made = _Maker(5000)
    return made.value(kind, "", (), but=value)


class _Maker:
    """Values by type; texts and numbers count on."""

    def __init__(self, count: int = 0) -> None:
        self.count = count

    def value(self, kind: Any, name: str, above: tuple[type, ...], but: Any = None) -> Any:
        match type(kind).__name__:
            case "UnionType":
                options = [each for each in kind.types if type(each).__name__ != "NoneType"]
                records = [each for each in options if type(each).__name__ == "StructType"]
                return self.value((records or options)[0], name, above, but)
            case "StructType":
                return self.record(kind, above)
            case "VarTupleType":
                return [self.value(kind.item_type, name, above)]
            case "CustomType":
                return {"o-khac": self.scalar(type("StrType", (), {})(), name)}
            case "DictType":
                return {2026: self.value(kind.value_type, name, above)}
            case "BoolType" | "EnumType" | "LiteralType":
                return next(each for each in _choices(kind) if each != but)
        found = self.scalar(kind, name)
        return found if found != but else self.scalar(kind, name)

    def scalar(self, kind: Any, name: str) -> Any:
        self.count += 1
        match type(kind).__name__:
            case "IntType" if name == "format":
                return FORMAT
            case "IntType" | "FloatType":
                low = 0 if kind.ge is None or kind.ge < 0 else kind.ge
                return low + self.count if kind.le is None or kind.le > 5000 else low + self.count % int(kind.le - low)
            case "DateType":
                return f"20{self.count // 300 % 80 + 10}-{self.count // 25 % 12 + 1:02}-{self.count % 25 + 1:02}"
            case "StrType":
                return f"{name or 'khác'} của bản ghi {self.count}"
        raise AssertionError(f"no value for {kind}")

    def row(self) -> dict[str, Any]:
        """One more row of the appendix."""
        return dict(self.record(inspect.type_info(TaskRow), (TaskRow,)))

    def record(self, kind: Any, above: tuple[type, ...]) -> Any:
        deep = kind.cls in above
        return {
            field.encode_name: self.value(field.type, field.encode_name, (*above, kind.cls))
            for field in kind.fields
            if field.encode_name != "@" and not (deep and _holds(field.type, kind.cls))
        }


def _choices(kind: Any) -> list[Any]:
    match type(kind).__name__:
        case "EnumType":
            return [each.value for each in kind.cls]
        case "LiteralType":
            return list(kind.values)
    return [True, False]


def _holds(kind: Any, record: type) -> bool:
    return type(kind).__name__ == "VarTupleType" and getattr(kind.item_type, "cls", None) is record


def _below(file: str, path: Path, kind: Any, value: Any) -> Iterator[Place]:
    if type(kind).__name__ == "UnionType":
        for option in kind.types:
            yield from _below(file, path, option, value)
    elif type(kind).__name__ == "StructType" and isinstance(value, dict):
        for field in (each for each in kind.fields if each.encode_name in value):
            name = field.encode_name
            yield Place(file, (*path, name), kind.cls, name, field.type)
            yield from _below(file, (*path, name), field.type, value[name])
    elif isinstance(value, list | dict):
        inside = getattr(kind, "item_type", None) or getattr(kind, "value_type", None)
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _below(file, (*path, key), inside, item)
