"""Text templates of every kind: decoded, filled in a sandbox, errors told by template and line."""

from collections.abc import Mapping

from cchc_cli.documents.render import residue
from cchc_cli.documents.render.mistakes import fault, told
from cchc_cli.documents.render.sandbox import Beside, Finish, Sandbox, Watch, filled, sandbox
from cchc_cli.text.problems import Stop


def environment(finish: Finish, beside: Beside | None, **settings: bool) -> Sandbox:
    """For text: a line that holds only a command leaves nothing behind."""
    return sandbox(finish, beside, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, **settings)


def left(name: str, template: bytes, view: Mapping[str, object]) -> tuple[str, ...]:
    """Lone braces around a known name, which come out as they were typed."""
    found = residue.lone(template.decode("utf-8-sig"), view.keys())
    return tuple(f"mẫu {name}, dòng {line}: còn “{what}”, thiếu hoặc thừa dấu ngoặc" for line, what in found)


def written(given: Sandbox, name: str, template: bytes, view: Mapping[str, object], watch: Watch) -> str:
    """The text; what a template lacks or may not do is a `Stop` with its name and the line."""
    try:
        source = template.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Stop(f"mẫu {name} không ghi bằng UTF-8", "lưu lại tệp mẫu với bảng mã UTF-8") from error
    with watch():
        try:
            return filled(given, name, source, view)
        except Stop:
            raise
        except Exception as error:
            found = fault(error)
            where = f"mẫu {found.file or name}" + (f", dòng {found.line}" if found.line else "")
            raise told(error, where) from error
