"""What each room may import and touch (disk, screen, clock), and how long files and functions may be."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tools.rooms import circles, read, uses

PACKAGE = Path(__file__).parents[1] / "src" / "cchc_cli"

# A room uses only rooms above it. The list is the listing of the folder, from low to high.
ROOMS = (
    "text",
    "vietnamese",
    "model",
    "schedule",
    "plan",
    "reading",
    "disk",
    "state",
    "wording",
    "queries",
    "differences",
    "recording",
    "checking",
    "answers",
    "formats",
    "documents",
    "schema",
    "founding",
    "renewal",
    "importing",
    "flat",
    "forms",
    "shell",
    "cli",
    "start",
)
STOREY = {room: storey for storey, room in enumerate(ROOMS)}
LOOSE = {"__init__.py", "__main__.py"}

DISK_NAMES = {"open", "io.open", "os.open", "os.walk", "os.scandir", "os.listdir", "os.remove", "os.replace"}
DISK_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob", "unlink", "mkdir"}
CLOCK_METHODS = {"now", "utcnow", "today", "monotonic", "localtime", "gmtime"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
PRINTING = {"print", "input", "typer.echo", "typer.secho"}
VARIABLES = {"os.environ", "os.getenv"}
ONE_SYSTEM = {"fcntl", "msvcrt", "pwd", "grp", "resource", "termios", "winreg"}

MODULE_LINES = 250
FUNCTION_LINES = 50
UNTYPED = 40


class Module(NamedTuple):
    """A file of the package, parsed once for all laws."""

    name: str  # the path below the package
    lines: int
    nodes: tuple[ast.AST, ...]
    calls: frozenset[str]

    @property
    def room(self) -> str:
        return self.name.partition("/")[0].removesuffix(".py")


@cache
def modules() -> tuple[Module, ...]:
    return tuple(module(path) for path in sorted(PACKAGE.rglob("*.py")))


def module(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    nodes = tuple(ast.walk(ast.parse(text)))
    calls = frozenset(dotted(node.func) for node in nodes if isinstance(node, ast.Call))
    return Module(path.relative_to(PACKAGE).as_posix(), len(text.splitlines()), nodes, calls)


def dotted(node: ast.expr) -> str:
    """The dotted name of what is called; "?" for what stands before the last dot when it is not a plain name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return "?"


def method(called: str) -> str:
    return called.rpartition(".")[2] if "." in called else ""


def imported(of: Module) -> Iterator[str]:
    """Dotted names that a module imports, at its top or inside a function; those of a package with their names."""
    for node in of.nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{of.name}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_rooms(of: Module) -> set[str]:
    """Rooms of the package that a module imports."""
    found = {name.split(".")[1] for name in imported(of) if name.startswith("cchc_cli.")}
    return found - {"__version__"}


def lawful(offenders: Iterable[str]) -> None:
    """No module breaks the law; all that do are listed at once."""
    found = sorted(offenders)
    assert not found, "\n".join(("", *found))


def callers(called: Iterable[tuple[Module, str]], *allowed: str) -> Iterator[str]:
    """Modules that call what only the allowed ones may."""
    return (f"{each.name} calls {name}" for each, name in called if each.name not in allowed)


def every_call() -> Iterator[tuple[Module, str]]:
    return ((each, called) for each in modules() for called in each.calls)


def test_the_package_itself_imports_no_room() -> None:
    (package,) = (each for each in modules() if each.name == "__init__.py")
    assert not imported_rooms(package)


def test_every_module_is_in_a_room() -> None:
    assert {each.name for each in modules() if "/" not in each.name} == LOOSE
    assert {each.room for each in modules() if each.name not in LOOSE} == set(ROOMS)


def test_a_room_imports_only_rooms_above_it() -> None:
    lawful(
        f"{each.name} imports {used} from below"
        for each in modules()
        if each.name not in LOOSE
        for used in imported_rooms(each)
        if STOREY[used] > STOREY[each.room]
    )


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Imports inside functions count too."""
    lawful(" ↔ ".join(circle) for circle in circles(uses(read(PACKAGE), PACKAGE.name)))


def test_only_the_disk_room_touches_the_disk() -> None:
    touched = ((each, called) for each, called in every_call() if touches_disk(called) and each.room != "disk")
    lawful(callers(touched))


def touches_disk(called: str) -> bool:
    return called in DISK_NAMES or method(called) in DISK_METHODS


def test_only_two_modules_of_the_disk_need_what_one_system_lacks() -> None:
    lawful(
        f"{each.name} imports {name}"
        for each in modules()
        if each.name not in ("disk/lock.py", "disk/watch.py")
        for name in imported(each)
        if name.split(".")[0] in ONE_SYSTEM
    )


def test_only_the_environment_room_reads_variables() -> None:
    lawful(
        f"{each.name} reads {name}"
        for each in modules()
        # git is run with the variables of the run and one more, so that its words can be read
        if each.name not in ("shell/environment.py", "disk/git.py")
        for name in {dotted(node) for node in each.nodes if isinstance(node, ast.Attribute)} & VARIABLES
    )


def test_only_the_screen_prints() -> None:
    lawful(callers(((each, called) for each, called in every_call() if prints(called)), "shell/screen.py"))


def prints(called: str) -> bool:
    return called in PRINTING or called.startswith(("sys.stdout.write", "sys.stderr.write")) or ".buffer." in called


def test_only_the_clock_asks_the_day() -> None:
    asked = ((each, called) for each, called in every_call() if asks_the_day(called))
    lawful(callers(asked, "shell/clock.py"))


def asks_the_day(called: str) -> bool:
    return (method(called) in CLOCK_METHODS or called == "time.time") and called != "clock.today"


def test_modules_stay_short() -> None:
    lawful(f"{each.name} has {each.lines} lines" for each in modules() if each.lines > MODULE_LINES)


def test_functions_stay_short() -> None:
    lawful(
        f"{each.name}: {node.name} has {length(node)} lines"
        for each in modules()
        for node in each.nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > FUNCTION_LINES
    )


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def test_modules_are_named_after_the_field() -> None:
    lawful(each.name for each in modules() if VAGUE & set(each.name.removesuffix(".py").split("/")))


def test_little_is_of_any_type() -> None:
    """What has a type is checked by mypy; `Any` is for what comes from outside. The number may only fall."""
    uses = {
        each.name: sum(isinstance(node, ast.Name) and node.id == "Any" for node in each.nodes) for each in modules()
    }
    assert sum(uses.values()) <= UNTYPED, {name: count for name, count in uses.items() if count}


def test_the_type_of_a_field_is_named_otherwise_than_any_field_of_its_class() -> None:
    """Python 3.14 looks a type up when it is asked for, in the class first: `since: since.Since` finds the field."""
    lawful(
        f"{each.name}:{field.lineno}: {name.id}"
        for each in modules()
        for kind in each.nodes
        if isinstance(kind, ast.ClassDef)
        for field in fields(kind)
        for name in ast.walk(field.annotation)
        if isinstance(name, ast.Name) and name.id in {str(ast.unparse(own.target)) for own in fields(kind)}
    )


def fields(kind: ast.ClassDef) -> list[ast.AnnAssign]:
    return [each for each in kind.body if isinstance(each, ast.AnnAssign)]


def test_texts_are_read_and_written_in_an_encoding_that_is_named() -> None:
    """Windows takes its code page for one that is not, which lacks half of the Vietnamese letters."""
    checkout = PACKAGE.parents[1]
    paths = (path for folder in ("src", "tests", "tools", "bench") for path in (checkout / folder).rglob("*.py"))
    texts = ((path, path.read_text(encoding="utf-8")) for path in paths)
    lawful(
        f"{path.relative_to(checkout).as_posix()}:{call.lineno}"
        for path, text in texts
        if "_text(" in text
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call) and unnamed(call)
    )


def unnamed(call: ast.Call) -> bool:
    """Whether a call reads or writes a text and says no encoding, by its name or in its place."""
    before = {"read_text": 0, "write_text": 1}.get(method(dotted(call.func)))
    return before is not None and len(call.args) <= before and all(each.arg != "encoding" for each in call.keywords)
