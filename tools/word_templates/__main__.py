"""Write every template again: `python -m tools.word_templates`."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import tools.word_templates as templates
from tools.word_templates.package import packed

FOLDER = Path(__file__).parents[2] / "templates"


def built() -> dict[str, bytes]:
    """The templates by file name."""
    names = sorted(info.name for info in iter_modules(templates.__path__) if info.name != "__main__")
    modules = {name.replace("_", "-"): import_module(f"{templates.__name__}.{name}") for name in names}
    return {f"{name}.docx": packed(module.build()) for name, module in modules.items() if hasattr(module, "build")}


if __name__ == "__main__":
    for name, content in built().items():
        (FOLDER / name).write_bytes(content)
