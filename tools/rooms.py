"""A checkout's source → its rooms, the arrows between them, and how long things are: `rooms.py [CHECKOUT]`.

A room is a folder of src/cchc_cli, or a module beside the folders. Imports inside functions count. Any checkout of the
project will do, old ones too, so that two can be compared.
"""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

Uses = dict[str, set[str]]
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Module(NamedTuple):
    """A source file: its dotted name below the package, its lines, its parsed text."""

    name: str
    lines: int
    tree: ast.Module

    @property
    def room(self) -> str:
        """The folder that the module is in, or the module itself where it is in none."""
        return self.name.partition(".")[0]


def read(package: Path) -> tuple[Module, ...]:
    """Every module of a package, but the package's own `__init__`."""
    paths = (path for path in sorted(package.rglob("*.py")) if path != package / "__init__.py")
    return tuple(_module(package, path) for path in paths)


def _module(package: Path, path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(package).with_suffix("").parts
    name = ".".join(part for part in parts if part != "__init__")
    return Module(name, len(text.splitlines()), ast.parse(text))


def uses(modules: tuple[Module, ...], package: str) -> Uses:
    """Which modules each module imports."""
    names = {each.name for each in modules}
    return {each.name: {_owner(name, names) for name in _imported(each, package)} & names for each in modules}


def _imported(module: Module, package: str) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module and f"{node.module}.".startswith(f"{package}."):
            yield from (f"{node.module}.{alias.name}".partition(".")[2] for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[2] for alias in node.names if alias.name.startswith(f"{package}."))


def _owner(name: str, names: set[str]) -> str:
    """The module that holds an imported name."""
    while name and name not in names:
        name = name.rpartition(".")[0]
    return name


def between_rooms(of: Uses) -> Uses:
    """Which other rooms each room imports."""
    rooms: Uses = {}
    for name, used in of.items():
        room = name.partition(".")[0]
        rooms.setdefault(room, set()).update({each.partition(".")[0] for each in used} - {room})
    return rooms


def circles(of: Uses) -> list[tuple[str, ...]]:
    """The members of each circle: those that reach one another."""
    reached = {name: _reachable(name, of) for name in of}
    found = {tuple(sorted(one for one in reached[name] if name in reached[one])) for name in of}
    return sorted(circle for circle in found if len(circle) > 1)


def _reachable(start: str, of: Uses) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = of[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def functions(modules: tuple[Module, ...]) -> list[tuple[int, str]]:
    """Lines and name of every function and method."""
    return [
        ((node.end_lineno or 0) - node.lineno + 1, f"{each.name}.{node.name}")
        for each in modules
        for node in ast.walk(each.tree)
        if isinstance(node, Function)
    ]


def untyped(modules: tuple[Module, ...]) -> int:
    """How often `Any` is used as a type."""
    nodes = (node for each in modules for node in ast.walk(each.tree))
    return sum(isinstance(node, ast.Name) and node.id == "Any" for node in nodes)


def report(package: Path) -> str:
    """What the script prints of one package."""
    modules = read(package)
    of = uses(modules, package.name)
    rooms = between_rooms(of)
    lengths = functions(modules)
    lines = [each for each, _ in lengths]
    longest = max(modules, key=lambda each: each.lines)
    return "\n".join(
        (
            *_listing(modules, rooms, package),
            "",
            f"rooms: {len(rooms)}, of these modules beside the folders: {sum(_alone(package, each) for each in rooms)}",
            f"files: {len(modules)}, lines: {sum(each.lines for each in modules)}, longest: "
            f"{longest.name} with {longest.lines}",
            f"arrows between rooms: {sum(map(len, rooms.values()))}",
            f"circles of rooms: {_circles(rooms)}",
            f"circles of modules: {_circles(of)}",
            f"functions: {len(lengths)}, median {median(lines):g} lines, 90 % up to {quantiles(lines, n=10)[-1]:g}, "
            f"longest: {max(lengths)[1]} with {max(lengths)[0]}",
            f"Any: {untyped(modules)}",
            "",
        )
    )


def _listing(modules: tuple[Module, ...], rooms: Uses, package: Path) -> Iterator[str]:
    files = Counter(each.room for each in modules)
    for room in sorted(rooms):
        name = room if _alone(package, room) else f"{room}/"
        yield f"{name:16} {files[room]:3}  uses {' '.join(sorted(rooms[room])) or '–'}"


def _alone(package: Path, room: str) -> bool:
    return not (package / room).is_dir()


def _circles(of: Uses) -> str:
    return "; ".join(" ↔ ".join(circle) for circle in circles(of)) or "none"


if __name__ == "__main__":
    checkout = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1]
    sys.stdout.write(report(checkout / "src" / "cchc_cli"))
