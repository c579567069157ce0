"""One report a module: build(scene) → a view of finished Vietnamese strings for the template of the same name."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from cchc_cli.reports.scene import Scene


def view(name: str, scene: Scene) -> dict[str, Any]:
    """What the template `name` may use: the common fields, and those of the report of that name if there is one."""
    common = scene.fields()
    if find_spec(f"{__name__}.{name.replace('-', '_')}") is None:
        return common
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    return common | {"report": module.build(scene)}
