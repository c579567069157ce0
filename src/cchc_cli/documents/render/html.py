"""Jinja template and view → HTML. Data is escaped, unknown names are errors, and the template runs in the sandbox."""

from collections.abc import Mapping
from contextlib import nullcontext

from markupsafe import Markup, escape

from cchc_cli.answers.tables import visible
from cchc_cli.documents.charts import Chart
from cchc_cli.documents.render.sandbox import Beside, Rendered, Watch, words
from cchc_cli.documents.render.svg import drawn
from cchc_cli.documents.render.text import environment, written
from cchc_cli.documents.texts.places import NO_TEXTS, Places, Texts


def render(
    name: str,
    template: bytes,
    view: Mapping[str, object],
    beside: Beside | None = None,
    watch: Watch = nullcontext,
    texts: Texts = NO_TEXTS,
) -> Rendered:
    """A page with the view's fields; an unknown name or a syntax error names the template and the line."""
    places = Places(texts)

    def blank(what: str, place: str | None = None, material: object = ()) -> Markup:
        """HTML of what an officer wrote for a place, or a mark."""
        found = places.add(str(words(what)), place, material)
        return Markup("<mark>{}</mark>").format(found.mark) if found.text is None else _finished(found.text)

    given = {**view, "blank": blank, "written": places.has, "picture": _picture}
    text = written(environment(_finished, beside, autoescape=True), name, template, given, watch)
    return Rendered(text.encode("utf-8", "replace"), tuple(places.found))


def _finished(value: object) -> Markup:
    """Escaped text with line ends as `<br>`."""
    if hasattr(value, "__html__"):
        return Markup(value)
    return Markup("<br>").join(escape(line) for line in visible(str(value)).splitlines()) or Markup("")


def _picture(chart: object) -> Markup:
    """A chart as a list of bars."""
    if not isinstance(chart, Chart):
        raise TypeError("không phải là biểu đồ: picture() chỉ vẽ biểu đồ của số liệu")
    return drawn(chart)
