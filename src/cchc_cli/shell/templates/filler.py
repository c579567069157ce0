"""A template and a view → a finished document, made within limits of time and memory."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from cchc_cli.disk import watch
from cchc_cli.documents.reports.views import View
from cchc_cli.documents.texts.places import NO_TEXTS, Texts
from cchc_cli.shell.templates import library

if TYPE_CHECKING:
    from cchc_cli.documents.render.sandbox import Rendered

_TASKS_A_SECOND, _TASKS_A_MEGABYTE = 500, 50
"""Reports on many tasks get more time and memory by these rates, which are generous even for a slow machine."""
_ROOMS = {"md": "markdown"}


def filled(root: Path | None, template: library.Template, form: str, view: View, texts: Texts = NO_TEXTS) -> "Rendered":
    """The document; a template that fails or takes too much time or memory is a `Stop` with its name and the place."""
    render = import_module(f"cchc_cli.documents.render.{_ROOMS.get(form, form)}").render
    tasks = len(view.tasks)
    seconds, megabytes = watch.SECONDS + tasks / _TASKS_A_SECOND, watch.MEGABYTES + tasks // _TASKS_A_MEGABYTE
    watched = partial(watch.watched, template.file, seconds, megabytes)
    document: Rendered = render(
        template.file, template.data, structs.asdict(view), partial(library.beside, root), watched, texts
    )
    return document
