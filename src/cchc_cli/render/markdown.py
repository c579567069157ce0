"""Jinja template and view → Markdown. Data comes out as text, names are strict, the sandbox keeps templates tame."""

from datetime import date as Day
from typing import Any, NamedTuple

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cchc_cli.formats.table_md import escaped
from cchc_cli.paper import long_date, short_date
from cchc_cli.problems import Stop


class Rendered(NamedTuple):
    """The document, and what the officer has still to fill in."""

    text: str
    blanks: tuple[str, ...]


class Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


def render(name: str, template: str, view: dict[str, Any]) -> Rendered:
    """A template's text with the view's fields; an unknown name or a syntax error names the template and the line."""
    blanks: list[str] = []

    def blank(what: str) -> Markdown:
        """A marked place that the officer fills in."""
        blanks.append(what)
        return Markdown(f"**[Cần điền: {escaped(what)}]**")

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, finalize=_finished, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters |= {
        "long_date": long_date,
        "short_date": short_date,
        "markdown": Markdown,
        "lower_first": lambda text: text[:1].lower() + text[1:],
        "sentence": _in_sentence,
    }
    try:
        text = environment.from_string(template).render(view | {"blank": blank})
    except Exception as error:
        if not isinstance(error, TemplateError) and _line(error) is None:
            raise
        raise _explained(name, error) from error
    return Rendered(_tidy(text), tuple(blanks))


def _finished(value: Any) -> Any:
    if isinstance(value, Markdown):
        return value
    if isinstance(value, Day):
        return long_date(value)
    return escaped("" if value is None else str(value))


def _in_sentence(name: str) -> str:
    """A letterhead name as it stands in a sentence: "ỦY BAN … TỈNH KHÁNH HÒA" → "Ủy ban … tỉnh Khánh Hòa"."""
    head, found, place = name.partition(" TỈNH ")
    if not found:
        return name.capitalize() if name.isupper() else name
    return f"{head.capitalize()} tỉnh {place.title()}"


def _tidy(text: str) -> str:
    """At most one empty line in a row."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"


def _explained(name: str, error: Exception) -> Stop:
    line = getattr(error, "lineno", None) or _line(error)
    where = f"mẫu {name}, dòng {line}" if line else f"mẫu {name}"
    if isinstance(error, UndefinedError):
        return Stop(
            f"{where}: dùng tên không có trong số liệu ({error.message})",
            "tên dùng được: như trong templates/quarterly.md.j2, và các khóa của cchc list --format json",
        )
    if isinstance(error, SecurityError):
        return Stop(f"{where}: mẫu dùng điều không được phép", "mẫu chỉ được in số liệu, không được gọi hàm của máy")
    if isinstance(error, TemplateSyntaxError):
        return Stop(f"{where}: cú pháp của mẫu sai ({error.message})", "xem lại dấu {{ }} và {% %} ở dòng này")
    said = str(error) or type(error).__name__
    return Stop(f"{where}: không dựng được ({said})", "xem lại dòng này của mẫu")


def _line(error: Exception) -> int | None:
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
