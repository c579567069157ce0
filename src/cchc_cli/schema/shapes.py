"""A type → its JSON Schema with titles and descriptions.

The schema accepts what the reader accepts, except numbers in quotes. Where text is expected, the reader turns a bare
number into text (`number: 9`), so the schema accepts both types there.
"""

from msgspec import Struct, inspect

from cchc_cli.model import HOLDS, Cells, Placed, Refers, Said
from cchc_cli.plan.carried import SPANNING
from cchc_cli.schema.meanings import meanings, values_of

Schema = dict[str, object]
Agencies = tuple[tuple[str, str], ...]
"""Ids and names of the registry, or () if it is not known."""

_YEARS = "^(20[0-9]{2}|2100)$"  # model.Year
_DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_PLAIN = "[A-Za-z0-9][A-Za-z0-9.-]*"
_ROW = _PLAIN
_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
# The pattern of each kind of id, and the editor's message for an id that does not match.
_FORMS: dict[Refers, tuple[str, str]] = {
    "agency": (f"^{_SLUG}$", "ghi id cơ quan trong plan/agencies.yaml, như so-tu-phap"),
    "agency-id": (f"^{_SLUG}$", "chỉ dùng chữ thường không dấu, chữ số, dấu gạch nối, như so-tu-phap"),
    "section": ("^(?:[IVXLCDMivxlcdm]+|tasks)$", "ghi số La Mã, như I"),
    "row": (f"^{_ROW}$", "ghi lĩnh vực.số, như I.9, chữ đ ghi là dd; phụ lục không chia lĩnh vực thì ghi số in, như 9"),
    "task": (f"^{_ROW}(?:/[1-9][0-9]*)?$", "ghi id nhiệm vụ hoặc mốc, như I.9 hoặc I.9/1"),
    "turn": (
        "^[0-9]{4}(-(Q[1-4]|H[12]|W[0-5][0-9]|[01][0-9](-[0-3][0-9])?))?$",
        "ghi như 2026-03, 2026-Q1, 2026-H1, 2026, 2026-W07 hoặc 2026-03-14",
    ),
    "milestone": (f"^{_ROW}/[1-9][0-9]*$", "ghi id nhiệm vụ, gạch chéo, số, như I.9/1"),
    "mark": (f"^{_PLAIN}$", "chỉ dùng chữ không dấu, chữ số, dấu chấm, dấu gạch nối"),
    "period": (
        "^[0-9]{4}(?:-(?:Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?$",
        "ghi kỳ như 2026-Q1, 2026-H1, 2026-9M, 2026, 2026-03",
    ),
    "link": (f"^[^:]+:{_PLAIN}$", "ghi tên kế hoạch, hai chấm, id nhiệm vụ, như 2026:I.9"),
    "code": ("^CC[0-9]{3}$", "ghi mã quy tắc, như CC501"),
    "column": (f"^({'|'.join(HOLDS)}|cells\\.[A-Za-z0-9_-]+)$", "ghi khóa của nhiệm vụ mà cột in, hoặc cells.TÊN"),
    "spanned": (f"^({'|'.join(SPANNING)}|cells\\.[A-Za-z0-9_-]+)$", "ghi khóa của ô in gộp, như schedule"),
}
_TEXT = "ghi một dòng chữ"
_CELLS = "ghi mỗi ô một dòng TÊN: chữ như in"
_LIST = "ghi danh sách, mỗi mục một dòng bắt đầu bằng dấu gạch và dấu cách"
_DAY = "ghi một ngày có thật dạng năm-tháng-ngày, như 2026-01-31"
_NUMBERS = {"integer": "ghi số nguyên", "number": "ghi số, phần lẻ sau dấu chấm", "boolean": "ghi true hoặc false"}
_MAY_BE_FIGURES = ("agency-id", "mark", "period", "row", "task")


def file_schema(shape: object, title: str, description: str, may_be_empty: bool, agencies: Agencies = ()) -> Schema:
    """The schema of a YAML file, explained field by field."""
    walk = _Walk(True, agencies)
    root = walk.root(inspect.type_info(shape))
    if may_be_empty:
        root["type"] = _with_null(root["type"])
    return _document(title, description, root, walk.defined)


def output_schema(shape: type[Struct], title: str, description: str) -> Schema:
    """The schema of a JSON output, without titles and descriptions of fields."""
    walk = _Walk(False, ())
    return _document(title, description, walk.root(inspect.type_info(shape)), walk.defined)


def _document(title: str, description: str, root: Schema, defined: Schema) -> Schema:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, "description": description}
    return {**head, **root} | ({"$defs": defined} if defined else {})


class _Walk:
    """Makes schemas; with `by_hand`, of YAML that people write, with descriptions; else of JSON that is printed."""

    def __init__(self, by_hand: bool, agencies: Agencies) -> None:
        self.by_hand = by_hand
        self.agencies = agencies
        self.defined: Schema = {}

    def root(self, kind: inspect.Type) -> Schema:
        return self.record(kind) if isinstance(kind, inspect.StructType) else self.value(kind, None)

    def value(self, kind: inspect.Type, said: Said | None) -> Schema:
        match kind:
            case inspect.Metadata():
                return {**(kind.extra_json_schema or {}), **self.value(kind.type, said)}
            case inspect.UnionType():
                return self.union(kind, said)
            case inspect.StructType():
                return self.reference(kind)
            case inspect.VarTupleType():
                items = self.value(kind.item_type, said)
                return self.told({"type": ["array", "null"] if self.by_hand else "array", "items": items}, _LIST)
            case inspect.CustomType() if kind.cls is Cells:
                text = self.told({"type": ["string", "number", "null"]}, _TEXT)
                return self.told({"type": "object", "additionalProperties": text}, _CELLS)
            case inspect.CustomType():  # the type `object` accepts any value
                return {}
            case inspect.DictType() if isinstance(kind.key_type, inspect.StrType):
                return {"type": "object", "additionalProperties": self.value(kind.value_type, None)}
            case inspect.DictType():
                years = {"patternProperties": {_YEARS: self.value(kind.value_type, None)}}
                return {"type": "object", **years, "additionalProperties": False}
        return _explained(self.scalar(kind, said), said)

    def union(self, kind: inspect.UnionType, said: Said | None) -> Schema:
        options = [self.value(each, said) for each in kind.types if not isinstance(each, inspect.NoneType)]
        if not kind.includes_none:
            return {"anyOf": options}
        if self.by_hand and len(options) == 1 and "$ref" in options[0]:  # the place of a mistake inside it is told
            return {"if": {"type": "null"}, "else": options[0]}
        if "$ref" in options[0]:
            return {"anyOf": [*options, {"type": "null"}]}
        first = options[0] | {"type": _with_null(options[0]["type"])}
        for key, empty in (("enum", None), ("enumDescriptions", "để trống")):
            if isinstance(listed := first.get(key), list):
                first[key] = [*listed, empty]
        return first if len(options) == 1 else {"anyOf": [first, *options[1:]]}

    def reference(self, kind: inspect.StructType) -> Schema:
        name = kind.cls.__name__
        if name not in self.defined:
            self.defined[name] = {}  # set before the record is read, because it may hold records of its own type
            self.defined[name] = self.record(kind)
        return {"$ref": f"#/$defs/{name}"}

    def record(self, kind: inspect.StructType) -> Schema:
        shape = kind.cls if self.by_hand and issubclass(kind.cls, Placed) else None
        words, wanted = (shape.said, shape.wanted) if shape else (None, ())
        fields = [field for field in kind.fields if field.encode_name != "@"]
        properties = {
            field.encode_name: self.field(field, words.fields[field.encode_name] if words else None) for field in fields
        }
        return {
            **({"title": words.title, "description": words.description} if words else {}),
            "type": "object",
            "properties": properties,
            "required": [field.encode_name for field in fields if field.required],
            **({"anyOf": [{"required": [key]} for key in wanted]} if wanted else {}),
            "additionalProperties": False,
        }

    def field(self, field: inspect.Field, said: Said | None) -> Schema:
        schema = self.value(field.type, said)
        if self.by_hand and isinstance(field.default, bool | int | float | str):
            schema["default"] = field.default
        return schema if said is None else {"title": said.title, "description": said.description, **schema}

    def scalar(self, kind: inspect.Type, said: Said | None) -> Schema:
        match kind:
            case inspect.StrType():
                return self.text(said)
            case inspect.EnumType():
                return self.one_of(values_of(kind.cls))
            case inspect.LiteralType():
                return self.one_of(list(map(str, kind.values)))
            case inspect.DateType():
                return self.told({"type": "string", "format": "date", "pattern": _DATE}, _DAY)
            case inspect.IntType() | inspect.FloatType():
                plain = "integer" if isinstance(kind, inspect.IntType) else "number"
                bounds = {"minimum": kind.ge, "maximum": kind.le}
                given = {key: bound for key, bound in bounds.items() if bound is not None}
                return self.told({"type": plain, **given}, _NUMBERS[plain])
            case inspect.BoolType():
                return self.told({"type": "boolean"}, _NUMBERS["boolean"])
            case inspect.NoneType():
                return {"type": "null"}
        raise TypeError(f"no schema for {kind}")

    def text(self, said: Said | None) -> Schema:
        if not self.by_hand:
            return {"type": "string"}
        if said is None or said.refers is None:
            return self.told({"type": ["string", "number"]}, _TEXT)
        pattern, message = _FORMS[said.refers]
        if said.refers == "agency" and self.agencies:
            return self.agency()
        kinds = ["string", "number"] if said.refers in _MAY_BE_FIGURES else "string"
        return self.told({"type": kinds, "pattern": pattern}, message)

    def one_of(self, values: list[str]) -> Schema:
        if len(values) == 1:
            return {"type": "string", "const": values[0]}
        words = meanings(values)
        schema: Schema = {"type": "string", "enum": values, **({"enumDescriptions": words} if words else {})}
        return self.told(schema, f"ghi một trong: {', '.join(values)}")

    def told(self, schema: Schema, message: str | None) -> Schema:
        """The schema with the message that an editor shows for a wrong value in place of its own."""
        return schema | {"errorMessage": message} if self.by_hand and message else schema

    def agency(self) -> Schema:
        """A reference to the list of agencies, which is defined once because a plan names agencies in many places."""
        ids, names = zip(*self.agencies, strict=True)
        known = {"enum": list(ids), "enumDescriptions": list(names)}
        self.defined["Agency"] = self.told({"type": "string", **known}, "không có cơ quan này trong plan/agencies.yaml")
        return {"$ref": "#/$defs/Agency"}


def _explained(schema: Schema, said: Said | None) -> Schema:
    return schema if said is None or said.example is None else schema | {"examples": [said.example]}


def _with_null(kinds: object) -> list[object]:
    several = kinds if isinstance(kinds, list) else [kinds]
    return several if "null" in several else [*several, "null"]
