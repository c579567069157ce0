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
_NAMED = re.compile(r'"([^"]+)"')


class TemplateFault(NamedTuple):
    """Where a template fails: its file and source line if known, and the name that caused the error if any."""

    file: str | None
    line: int | None
    name: str | None


def fault(error: Exception) -> TemplateFault:
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
    return TemplateFault(file, line, named[1] if named else None)


def told(error: Exception, where: str) -> Stop:
    """The `Stop` that tells the template's author what is wrong; `where`: "mẫu quarterly.docx, đoạn 12 …"."""
    return Stop(f"{where}: {_said(error)}", _hint(error))


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
            raise told(stopped, where) from error
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
    if isinstance(error, TimeoutError):
        return "làm quá lâu (vòng lặp không dừng?)"
    if isinstance(error, MemoryError):
        return "dùng quá nhiều bộ nhớ"
    if isinstance(error, RecursionError):
        return "gọi lại chính nó không dừng, hoặc lồng quá sâu"
    if isinstance(error, SyntaxError):
        return "lồng quá nhiều vòng lặp vào nhau"
    if isinstance(error, ValueError) and "digits" in str(error):
        return "có số quá dài"
    if isinstance(error, TypeError) and str(error).startswith("không"):
        return str(error)
    return "không tính được chỗ này"


def _syntax(message: str) -> str:
    for pattern, words in _SYNTAX:
        found = re.search(pattern, message, re.DOTALL)
        if found:
            return words.format(*(_TOKENS.get(each, each) for each in found.groups()))
    return "xem lại các dấu ngoặc"


def _hint(error: Exception) -> str:
    if isinstance(error, UndefinedError):
        return "xem tên dùng được: cchc report TÊN --fields"
    if isinstance(error, SecurityError | TimeoutError | MemoryError | RecursionError):
        return "mẫu chỉ in số liệu: bỏ phép tính hoặc vòng lặp ở chỗ này"
    if isinstance(error, TemplateSyntaxError):
        return "xem lại dấu {{ }} và {% %} ở chỗ này"
    return "xem lại chỗ này của mẫu"
