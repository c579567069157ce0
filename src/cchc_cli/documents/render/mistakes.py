"""An error in a template → the message for its author, with the template, the place and the name."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError, lexer
from jinja2.exceptions import SecurityError

from cchc_cli.documents.render.sandbox import MARK
from cchc_cli.text.problems import Stop

_SYNTAX = (
    (r"No filter named '(.+?)'", 'không có bộ lọc "{}"'),
    (r"No test named '(.+?)'", 'không có phép thử "{}"'),
    (r"Encountered unknown tag '(.+?)'.*looking for.*?'(.+?)'", 'gặp "{0}" khi đang chờ "{1}"'),
    (r"Encountered unknown tag '(p|r|tr|tc)'", 'lệnh "{0}" viết liền sau dấu ngoặc: {{%{0}'),
    (r"Encountered unknown tag '(end.+?|else|elif)'", 'thừa "{}", không có lệnh nào trước nó để khép lại'),
    (r"Encountered unknown tag '(.+?)'", 'không có lệnh "{}"'),
    (r"Unexpected end of template.*needs to be closed is '(.+?)'", 'có "{0}" mà thiếu "end{0}" ở sau'),
    (r"expected token 'end of (?:print statement|statement block)', got '[{}%]'", "thiếu dấu đóng ngoặc"),
    (r"Missing end of (comment) tag", 'thiếu dấu đóng ngoặc "#}}"'),
    (r"expected token '(?:end of print statement|end of statement block)', got '(.+?)'", 'thừa "{}" trong dấu ngoặc'),
    (r"expected token '(.+?)', got '(.+?)'", 'cần "{}" mà gặp "{}"'),
    (r"unexpected char '(.+?)' at", 'không hiểu ký tự "{}"'),
    (r"(?:Expected an expression|tag name expected)", "trong dấu ngoặc không có gì"),
    (r"unexpected '(.+?)'", 'không hiểu "{}"'),
    (r"block '(.+?)' defined twice", 'khối "{}" có hai lần'),
)
_TOKENS = {
    "begin of print statement": "{{", "end of print statement": "}}", "begin of statement block": "{%",
    "end of statement block": "%}", "end of template": "hết mẫu", "integer": "số", "float": "số", "name": "tên",
    "string": "chữ trong ngoặc kép",
}  # fmt: skip
"""Jinja's name of a kind of token → what the author typed."""
_PLAIN: dict[type[Exception], str] = {
    TimeoutError: "làm quá lâu (vòng lặp không dừng?)",
    MemoryError: "dùng quá nhiều bộ nhớ",
    RecursionError: "gọi lại chính nó không dừng, hoặc lồng quá sâu",
    SyntaxError: "lồng quá nhiều vòng lặp vào nhau",
    ZeroDivisionError: "chia cho 0",
}
_NAMED = re.compile(r'"([^"]+)"')


_OPENED = re.compile(r"\{%[-+]?\s*(end)?(for|if|macro|call|filter|block|with)\b")
_UNCLOSED = re.compile(r"Unexpected end of template|innermost block that needs to be closed is")


class TemplateFault(NamedTuple):
    """Where a template fails: its file and source line if known, and the name that caused the error if any.

    `begun` is the line of the command that nothing closes.
    """

    file: str | None
    line: int | None
    name: str | None
    begun: int | None = None


def fault(error: Exception, source: str = "") -> TemplateFault:
    """The place of the error: the innermost template that was running or being parsed."""
    named = _NAMED.search(_said(error))
    file, line = None, None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(MARK):
            file, line = trace.tb_frame.f_code.co_filename.removeprefix(MARK), trace.tb_lineno
        elif trace.tb_frame.f_code.co_filename == lexer.__file__:
            line = trace.tb_frame.f_locals.get("lineno", line)
        trace = trace.tb_next
    if line is None and isinstance(error, TemplateSyntaxError):
        line = error.lineno
    begun = None
    if isinstance(error, TemplateSyntaxError) and _UNCLOSED.search(error.message or "") and line:
        begun = _begun(source, line)
    return TemplateFault(file, line, named[1] if named else None, begun)


def _begun(source: str, line: int) -> int | None:
    """The line of the innermost command that is open where a line begins."""
    open_: list[int] = []
    for found in _OPENED.finditer("\n".join(source.split("\n")[: line - 1])):
        if not found[1]:
            open_.append(1 + source.count("\n", 0, found.start()))
        elif open_:
            open_.pop()
    return open_[-1] if open_ else None


def told(error: Exception, name: str, at: str = "", begun: str = "") -> Stop:
    """The `Stop` that tells the template's author what is wrong; `at`: ", đoạn 12 …", `begun`: what nothing closes."""
    said = ", ".join(filter(None, (_said(error), begun)))
    return Stop(f"mẫu {name}{at}: {said}", _hint(error, name))


@contextmanager
def wall(where: str, hint: str = "xem lại chỗ này của mẫu") -> Iterator[None]:
    """Turn any exception raised inside into a `Stop` that says where the template failed."""
    try:
        yield
    except Stop:
        raise
    except Exception as error:
        stopped = _stopped(error)
        if stopped is not None:
            raise Stop(f"{where}: {_said(stopped)}", _hint(stopped)) from error
        raise Stop(f"{where}: không dùng được ({type(error).__name__})", hint) from error


def _stopped(error: BaseException | None) -> Exception | None:
    """The exception of the watch, if `error` was raised while handling it."""
    while error is not None and not isinstance(error, MemoryError | TimeoutError):
        error = error.__context__
    return error


def _said(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f'không có mẫu "{error.name}" để ghép vào'
    if isinstance(error, TemplateSyntaxError):
        return f"viết sai: {_syntax(error.message or '')}"
    if isinstance(error, UndefinedError | SecurityError):
        return error.message or ""
    plain = next((words for kind, words in _PLAIN.items() if isinstance(error, kind)), None)
    if plain is not None:
        return plain
    if isinstance(error, ValueError) and "digits" in str(error):
        return "có số quá dài"
    if isinstance(error, TypeError):
        return str(error) if str(error).startswith("không") else "không tính được: sai kiểu, như cộng chữ với số"
    return "không tính được chỗ này"


def _syntax(message: str) -> str:
    for pattern, words in _SYNTAX:
        found = re.search(pattern, message, re.DOTALL)
        if found:
            return words.format(*(_TOKENS.get(each, each) for each in found.groups()))
    return "xem lại các dấu ngoặc"


def _hint(error: Exception, template: str = "TÊN") -> str:
    if isinstance(error, UndefinedError):
        return f"xem tên dùng được: cchc report {template.partition('.')[0]} --fields"
    if isinstance(error, SecurityError | TimeoutError | MemoryError | RecursionError):
        return "mẫu chỉ in số liệu: bỏ phép tính hoặc vòng lặp ở chỗ này"
    if isinstance(error, TemplateSyntaxError):
        return "xem lại dấu {{ }} và {% %} ở chỗ này"
    return "xem lại chỗ này của mẫu"
