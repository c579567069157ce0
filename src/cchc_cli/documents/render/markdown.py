"""Jinja template and view → Markdown. Data is escaped, unknown names are errors, the template runs in the sandbox."""

from collections.abc import Mapping
from contextlib import nullcontext

from cchc_cli.documents.render.sandbox import Beside, Rendered, Watch, words
from cchc_cli.documents.render.text import environment, left, written
from cchc_cli.documents.texts import comments
from cchc_cli.documents.texts import markdown as markdown_texts
from cchc_cli.documents.texts.places import NO_TEXTS, Places, Texts
from cchc_cli.formats.table_md import escaped
from cchc_cli.text.hidden import BARE


class Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


def render(
    name: str,
    template: bytes,
    view: Mapping[str, object],
    beside: Beside | None = None,
    watch: Watch = nullcontext,
    texts: Texts = NO_TEXTS,
) -> Rendered:
    """A template's text with the view's fields; an unknown name or a syntax error names the template and the line."""
    places = Places(texts)

    def blank(what: str, place: str | None = None, material: object = ()) -> Markdown:
        """Markdown that stands for a place where the officer writes."""
        places.add(str(words(what)), place, material)
        return Markdown(comments.marker(len(places.found) - 1))

    made = environment(_finished, beside)
    made.filters |= {"markdown": Markdown, "plain": _plain}
    text = written(made, name, template, {**view, "blank": blank, "written": places.has}, watch)
    shown = comments.placed(text, places.found)
    stamped = markdown_texts.stamped(_tidy(shown), tuple(places.found), texts.about)
    return Rendered(stamped.encode("utf-8", "replace"), tuple(places.found), left(name, template, view))


def _plain(value: object) -> Markdown:
    """A value unescaped and on one line, for texts that are sent unformatted (e-mail, chat)."""
    return Markdown(" ".join(str(words(value)).translate(BARE).split()))


def _finished(value: object) -> object:
    return value if isinstance(value, Markdown) else escaped(str(value).translate(BARE))


def _tidy(text: str) -> str:
    """The text with several empty lines in a row reduced to one."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"
