"""Text templates of every kind are decoded and filled in a sandbox; errors name the template and the line."""

from collections.abc import Mapping

from cchc_cli.documents.render import residue
from cchc_cli.documents.render.mistakes import fault, told
from cchc_cli.documents.render.sandbox import Beside, Finish, Sandbox, Watch, filled, sandbox
from cchc_cli.text.problems import Stop


def environment(finish: Finish, beside: Beside | None, **settings: bool) -> Sandbox:
    """A sandbox for text, in which a line that holds only a command prints nothing."""
    return sandbox(finish, beside, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, **settings)


def left(name: str, template: bytes, view: Mapping[str, object]) -> tuple[str, ...]:
    """Lone braces around a known name, which are printed as typed."""
    found = residue.lone(template.decode("utf-8-sig"), view.keys())
    return tuple(f"mẫu {name}, dòng {line}: còn “{what}”, thiếu hoặc thừa dấu ngoặc" for line, what in found)


def written(given: Sandbox, name: str, template: bytes, view: Mapping[str, object], watch: Watch) -> str:
    """The filled text; an unknown name or a refused step is a `Stop` with the template and the line."""
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
            found = fault(error, source)
            at, begun = (f"dòng {line}" if line else "" for line in (found.line, found.begun))
            raise told(error, found.file or name, f", {at}" if at else "", f"mở ở {begun}" if begun else "") from error
