"""A value typed without its option → the option that it was meant for, so that a hint can give the line to type."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from cchc_cli.plan.tasks import BODY
from cchc_cli.plan.workspace import Workspace
from cchc_cli.recording import evidence, identities, values
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.recording.values import Vocabulary
from cchc_cli.shell import clock
from cchc_cli.shell.options import days, flags, scope
from cchc_cli.shell.options.parameters import Options
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import parse_day
from cchc_cli.wording.levels import BY
from cchc_cli.wording.roles import ROLE
from cchc_cli.wording.states import TYPED_PROGRESS, TYPED_STATE

W = TypeVar("W", bound=str)
_FITS = Callable[[str, "Workspace | None"], bool]
_QUOTES = "“”\"'"


def meant(extra: Iterable[str], options: Options, root: Path | None) -> list[str] | None:
    """The extra words with the options that they were meant for; None if that cannot be told.

    `options`: the options of the command; true for those that take a value.
    """
    words = [word.strip(_QUOTES) for word in extra]
    if not words:
        return []
    named = f"--{words[0].casefold()}"
    if options.get(named) is False:
        rest = meant(words[1:], options, root)
        return None if rest is None else [named, *rest]
    if named in options and len(words) > 1:
        return [named, " ".join(words[1:])]
    workspace = _workspace(root)
    whole, each = " ".join(words), [(_option(word, options, workspace), word) for word in words]
    if option := _option(whole, options, workspace):
        return [option, whole]
    pairs = [word for option, value in each if option for word in (option, value)]
    if len(pairs) == 2 * len(words):
        return pairs
    free = next((option for option in _FREE if options.get(option)), None)
    return [free, whole] if free and not whole.startswith("-") else None


def is_of(option: str, value: str, root: Path | None) -> bool:
    """Whether a value may be an option's: one of its known values, or, of an option for any words, a text."""
    fits = dict(_FITTING).get(option)
    return option in _TEXTS or (fits is not None and fits(value, _workspace(root)))


def state(typed: str, options: Options) -> str | None:
    """The state meant by an option that is not there ("--overdue", "--quá-hạn"), if the command lists by it."""
    bare = typed.lstrip("-")
    known = (each for each in (bare, bare.replace("-", "_"), bare.replace("-", " ")) if _in(TYPED_STATE)(each, None))
    return next(known, None) if "--state" in options else None


def elsewhere(words: Iterable[str], root: Path | None) -> list[str] | None:
    """The command that answers about a task or an agency whose id or name was typed; None for other words."""
    text, workspace = " ".join(words).strip(_QUOTES), _workspace(root)
    if workspace is None:
        return None
    if not isinstance(identities.task(text, workspace, clock.today().year), Fault):
        return ["show", text]
    return ["due", "--agency", text] if _agency(text, workspace) else None


def agency(name: str, root: Path | None) -> bool:
    """Whether a name means one agency."""
    return _agency(name, _workspace(root))


def periodic(text: str) -> str | None:
    """The report on a period ("quý I"); None for other words."""
    found = days.named(text)
    named = {"Q": "quarterly", "H1": "half-year", "9M": "nine-month"}
    own = found.id.partition("-")[2] if found else ""
    return named.get(own[:1], named.get(own)) if found and own else "annual" if found else None


def line(words: Iterable[str]) -> str:
    """Words as they have to be typed: those with spaces in quotes."""
    return " ".join(f'"{word}"' if not word or set(word) & set(" ;&|<>()*?'“”") else word for word in words)


def _option(value: str, options: Options, workspace: Workspace | None) -> str | None:
    return next((name for name, fits in _FITTING if options.get(name) and fits(value, workspace)), None)


def _workspace(root: Path | None) -> Workspace | None:
    try:
        return scope.loaded(scope.root(root)).workspace
    except Stop:
        return None


def _in(vocabulary: Vocabulary[W]) -> _FITS:
    return lambda value, _: not isinstance(values.word(value, vocabulary, Field.STATUS), Fault)


def _day(value: str, _: Workspace | None) -> bool:
    return parse_day(value) is not None or values.spoken_day(value, clock.today()) is not None


def _file(value: str, _: Workspace | None) -> bool:
    return Path(value).suffix[1:].lower() in flags.DOCUMENTS


def _section(value: str, workspace: Workspace | None) -> bool:
    titles = {one.id: one.title for plan in workspace.plans for one in plan.sections} if workspace else {}
    return not isinstance(identities.sections((value,), titles | {BODY: ""}), Fault)


def _agency(value: str, workspace: Workspace | None) -> bool:
    return workspace is not None and not isinstance(identities.agency(value, workspace.registry), Fault)


def _paper(value: str, _: Workspace | None) -> bool:
    found = evidence.read(value)
    return not isinstance(found, Fault) and (found.number is not None or found.link is not None)


_FITTING: tuple[tuple[str, _FITS], ...] = (
    ("--status", _in(TYPED_PROGRESS)),
    ("--state", _in(TYPED_STATE)),
    ("--by", _in({value: (word,) for value, word in BY.items()})),
    ("--role", _in({role: (word,) for role, word in ROLE.items()})),
    ("--format", lambda value, _: value in (*flags.TABLE_FORMATS, "text", "docx")),
    ("-o", _file),
    ("--period", lambda value, _: days.named(value) is not None),
    ("--to", _day),
    ("--date", _day),
    ("--as-of", _day),
    ("--percent", lambda value, _: value.endswith("%")),
    ("--section", _section),
    ("--agency", _agency),
    ("--plan", lambda value, workspace: workspace is not None and value in {plan.name for plan in workspace.plans}),
    ("--evidence", _paper),
    ("--basis", _paper),
)
"""The options by which a value may be known, the most certain first."""
_FREE = ("--search", "--note")
"""The options that take any words."""
_TEXTS = (*_FREE, "--difficulties", "--proposals", "--reason", "--title", "--product", "--schedule", "--evidence")
"""The options whose values are texts, in which a word more is no mistake."""
