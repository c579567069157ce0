"""Jinja template and view → HTML. Data is escaped, unknown names are errors, and the template runs in the sandbox."""

from collections.abc import Mapping
from contextlib import nullcontext

from markupsafe import Markup, escape

from cchc_cli.documents.render.sandbox import Beside, Rendered, Watch, words
from cchc_cli.documents.render.text import environment, written


def render(
    name: str, template: bytes, view: Mapping[str, object], beside: Beside | None = None, watch: Watch = nullcontext
) -> Rendered:
    """A page with the view's fields; an unknown name or a syntax error names the template and the line."""
    blanks: list[str] = []

    def blank(what: str) -> Markup:
        """HTML that marks a place for the officer to fill in."""
        blanks.append(str(words(what)))
        return Markup("<mark>[Cần điền: {}]</mark>").format(blanks[-1])

    text = written(environment(_finished, beside, autoescape=True), name, template, {**view, "blank": blank}, watch)
    return Rendered(text.encode("utf-8", "replace"), tuple(blanks))


def _finished(value: object) -> Markup:
    """Escaped text with line ends as `<br>`."""
    if hasattr(value, "__html__"):
        return Markup(value)
    return Markup("<br>").join(escape(line) for line in str(value).splitlines()) or Markup("")
