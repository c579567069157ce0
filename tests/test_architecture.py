"""The walls of the house: who may import whom, who touches disk, screen and clock, how long things may be."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "cchc_cli"
MODULES = sorted(PACKAGE.rglob("*.py"))

# A room uses only its own storey and those above it.
STOREYS = (
    ("problems", "places"),
    ("model",),
    ("names", "paper"),
    ("evidence",),
    ("timing",),
    ("schedule",),
    ("yamldoc", "yamlwords", "encoding", "scalars", "parsed"),
    ("sources",),
    ("registry",),
    ("plans",),
    ("decode", "edit"),
    ("assemble",),
    ("load",),
    ("ledger",),
    ("standing",),
    ("progress",),
    ("queries",),
    ("updates",),
    ("wording",),
    ("schema",),
    ("rules",),
    ("check", "comparing", "fixes"),
    ("tables", "showing", "jsonview", "charts"),
    ("answers",),
    ("formats",),
    ("founding",),
    ("reports", "render"),
    ("files",),
    ("locks", "creating"),
    ("shell",),
    ("cli",),
    ("__main__", "entry"),
)
STOREY = {room: storey for storey, rooms in enumerate(STOREYS) for room in rooms}
# The list of commands is the listing of the folder `cli`: the shell names the folder, it uses nothing in it.
LISTED = {("shell/commands.py", "cli")}

DISK_NAMES = {"open", "io.open", "os.open", "os.walk", "os.scandir", "os.listdir", "os.remove", "os.replace"}
DISK_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob", "unlink", "mkdir"}
CLOCK_METHODS = {"now", "utcnow", "today", "monotonic", "localtime", "gmtime"}
SHAPELESS = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported_rooms(module: ast.Module) -> Iterator[str]:
    """Rooms of the package that a module imports, at its top or inside a function."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "cchc_cli":
            found = [f"cchc_cli.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            found = [node.module or ""]
        else:
            continue
        rooms = (each.split(".")[1] for each in found if each.startswith("cchc_cli."))
        yield from (each for each in rooms if each != "__version__")


def imported(module: ast.Module) -> set[str]:
    """Names of all modules that a module imports."""
    whole = {alias.name for node in ast.walk(module) if isinstance(node, ast.Import) for alias in node.names}
    return whole | {node.module or "" for node in ast.walk(module) if isinstance(node, ast.ImportFrom)}


def calls(module: ast.Module) -> Iterator[str]:
    """Dotted names of what is called; "?" for what stands before the last dot when it is not a plain name."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield dotted(node.func)


def dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return "?"


def method(called: str) -> str:
    return called.rpartition(".")[2] if "." in called else ""


def reaches_disk(called: str) -> bool:
    return called in DISK_NAMES or method(called) in DISK_METHODS


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_room_imports_only_rooms_above_it(path: Path) -> None:
    if path == PACKAGE / "__init__.py":
        assert not list(imported_rooms(tree(path)))
        return
    own = STOREY[room(path)]
    below = {each for each in imported_rooms(tree(path)) if STOREY[each] > own and (name(path), each) not in LISTED}
    assert not below, f"{name(path)} imports {', '.join(sorted(below))} from below"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_three_rooms_touch_the_disk(path: Path) -> None:
    touched = {called for called in calls(tree(path)) if reaches_disk(called)}
    if room(path) == "__main__":
        touched.discard("os.open")  # the null device, when the reader of a pipe has gone
    rooms = ("files.py", "locks.py", "creating.py")
    assert not touched or name(path) in rooms, f"{name(path)} calls {', '.join(sorted(touched))}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_locks_and_watch_need_what_one_system_lacks(path: Path) -> None:
    needed = imported(tree(path)) & {"fcntl", "msvcrt", "pwd", "grp", "resource", "termios", "winreg"}
    allowed = name(path) in ("locks.py", "shell/watch.py")
    assert allowed or not needed, f"{name(path)} imports {', '.join(sorted(needed))}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_screen_prints(path: Path) -> None:
    told = {called for called in calls(tree(path)) if called in ("print", "input", "typer.echo", "typer.secho")}
    told |= {called for called in calls(tree(path)) if called.startswith(("sys.stdout.write", "sys.stderr.write"))}
    told |= {called for called in calls(tree(path)) if ".buffer." in called}
    assert not told or name(path) == "shell/screen.py", f"{name(path)} calls {', '.join(sorted(told))}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_clock_asks_the_day(path: Path) -> None:
    asked = {called for called in calls(tree(path)) if method(called) in CLOCK_METHODS or called == "time.time"}
    asked.discard("clock.today")
    assert not asked or name(path) == "shell/clock.py", f"{name(path)} calls {', '.join(sorted(asked))}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_and_functions_stay_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250, f"{name(path)} is too long"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, f"{name(path)}: {node.name} is too long"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_are_named_after_the_field(path: Path) -> None:
    assert path.stem not in SHAPELESS and path.parent.name not in SHAPELESS


def test_every_room_has_its_storey() -> None:
    assert {room(path) for path in MODULES} - {"__init__"} <= set(STOREY)
