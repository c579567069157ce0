"""The Jinja environment of all templates: unknown names are errors, and calls, sizes and includes are restricted."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import date as Day
from typing import NamedTuple, TypeVar

from jinja2 import FunctionLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError, TemplateRuntimeError, TemplateSyntaxError, UndefinedError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing
from msgspec import Struct, structs

from cchc_cli.documents.render import limits
from cchc_cli.documents.texts.places import Place
from cchc_cli.vietnamese.names import nearest
from cchc_cli.vietnamese.paper import long_date, lower_first, number, short_date, upper_first

Finish = Callable[[object], object]
Beside = Callable[[str], bytes | None]
"""A function: bare file name → the content of the template to include, or None."""
Watch = Callable[[], AbstractContextManager[None]]
"""A function that makes a context manager, which limits the time and memory of what runs inside it."""

MARK = "mẫu "
"""The prefix of the file names of compiled templates, by which a traceback shows their lines."""
_DATA = (str, bytes, int, float, Day, dict, list, tuple, range, set, frozenset)
_JINJAS = (BlockReference, LoopContext, Macro, Namespace, TemplateModule, TemplateReference)


_Node = TypeVar("_Node", bound=nodes.Node)
_Made = TypeVar("_Made")


class Rendered(NamedTuple):
    """A document, the places for an officer's words, and the leftovers that a reader should not see."""

    data: bytes
    places: tuple[Place, ...]
    residues: tuple[str, ...] = ()

    @property
    def blanks(self) -> tuple[Place, ...]:
        """The places where something is still to be written."""
        return tuple(place for place in self.places if place.text is None)


class UnknownName(StrictUndefined):
    """A name that the data lacks: any use of it is an error in Vietnamese that suggests the nearest names."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, holder = self._undefined_name, self._undefined_obj
        if self._undefined_exception is SecurityError:
            return f'không được dùng "{name}"'
        if isinstance(name, int):
            return f"không có dòng thứ {name + 1}"
        near = nearest(name, list(holder)) if isinstance(name, str) and isinstance(holder, dict) else ()
        return f'không có tên "{name}"' + (f", gần nhất: {', '.join(near)}" if near else "")


class _Measured(CodeGenerator):
    """Compiles templates so that `~`, lists, dicts and tuples are measured, as operators are."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  (the names are Jinja's)
        self.write("environment.together(context, (")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        self._measured(super().visit_List, node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        self._measured(super().visit_Dict, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802
        if node.ctx == "load":
            self._measured(super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        """Compute nothing at compile time, where it would not be measured."""
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def _measured(self, write: Callable[[_Node, Frame], None], node: _Node, frame: Frame) -> None:
        self.write("environment.made(")
        write(node, frame)
        self.write(")")


class Sandbox(ImmutableSandboxedEnvironment):
    """A template reads the view and prints; it calls only what `limits` lists, and cannot change data."""

    intercepted_binops = limits.OPERATORS
    code_generator_class = _Measured
    concat = staticmethod(limits.printed)

    def getattr(self, obj: object, attribute: str) -> object:
        """`each.items` is the field of that name if the data has one, else the method.

        A template sees a struct as the dict of its fields, and cannot reach its other Python attributes.
        """
        if isinstance(obj, Struct):
            if attribute in obj.__struct_fields__:
                return getattr(obj, attribute)
            obj = structs.asdict(obj)
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """`each["title"]` reads a field of a struct too, and `rows[0]` an item of a list."""
        return super().getitem(structs.asdict(obj) if isinstance(obj, Struct) else obj, argument)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Allow fields and listed methods of data, and public attributes of Jinja's objects, but none of functions."""
        data = isinstance(obj, _DATA) and (attr in limits.METHODS or not callable(value))
        return (data or isinstance(obj, _JINJAS)) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: object) -> None:
        """Return None, so that `format` of a text is refused like any other method that is not listed."""

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Measure the operation, then run it."""
        limits.operation(operator, left, right)
        found: object = super().call_binop(context, operator, left, right)
        return found

    def made(self, value: _Made) -> _Made:
        """Measure a list, dict or tuple that the template builds, with everything inside, and return it."""
        limits.check(limits.size(value))
        return value

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for each in tree.find_all(nodes.Name):
            if each.name in ("varargs", "kwargs"):  # they would build nested lists unmeasured
                raise TemplateSyntaxError(f"unexpected '{each.name}'", each.lineno, name, filename)
        return tree

    def together(self, context: Context, values: tuple[object, ...]) -> str:
        """`a ~ b`: each value is joined as it would be printed."""
        texts = [value if isinstance(value, str) else words(value) for value in values]
        limits.check(sum(len(each) for each in texts if isinstance(each, str)))
        return markup_join(texts) if context.eval_ctx.autoescape else str_join(texts)


def sandbox(finish: Finish, beside: Beside | None = None, **settings: bool) -> Sandbox:
    """An environment in which `finish` turns each value into text for the kind of document."""

    def finished(value: object) -> object:
        return finish(words(value))

    def source(name: str) -> tuple[str, str, None] | None:
        found = beside(name) if beside is not None else None
        return (found.decode("utf-8-sig"), MARK + name, None) if found is not None else None

    made = Sandbox(undefined=UnknownName, finalize=finished, loader=FunctionLoader(source), optimized=False, **settings)
    made.filters = limits.allowed() | {
        "long_date": long_date,
        "short_date": short_date,
        "number": number,
        "lower_first": lower_first,
        "upper_first": upper_first,
    }
    made.globals = {"range": limits.counted, "namespace": made.globals["namespace"]}
    return made


def filled(environment: Sandbox, name: str, source: str, view: Mapping[str, object]) -> str:
    """What a template prints for a view; errors carry the template's name."""

    def unknown(
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> UnknownName:
        return UnknownName(hint, view if obj is missing else obj, name, exc)

    environment.undefined = unknown  # type: ignore[assignment]
    code = environment.compile(source, name, MARK + name)
    return environment.template_class.from_code(environment, code, environment.make_globals(None)).render(view)


def words(value: object) -> object:
    """A value as it is printed: days in words, None as ""; a list or a function is a `TypeError`."""
    if isinstance(value, str):
        return value
    if isinstance(value, UnknownName):
        return str(value)  # the error that it stands for
    if value is None:
        return ""
    if isinstance(value, Day):
        return long_date(value)
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, float):
        return number(value)
    if isinstance(value, int) or hasattr(value, "__html__"):
        return value
    group = structs.asdict(value) if isinstance(value, Struct) else value
    if isinstance(group, dict) and group:
        named = ", ".join(f".{name}" for name in list(group)[:3])
        raise TypeError(f"không in được cả nhóm dữ liệu: nêu tên bên trong, như {named}")
    raise TypeError("không in được cả danh sách, nhóm dữ liệu hay hàm: dùng vòng lặp, hoặc nêu tên bên trong")
