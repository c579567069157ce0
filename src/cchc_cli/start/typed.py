"""The words of a command line as the parser takes them: dashes that Word has changed, negative numbers."""

import re
from collections.abc import Iterable

from cchc_cli.shell.options.parameters import Options

_DASHES = "-‐‑‒–—―−"
_NEGATIVE = rf"[{_DASHES}]([0-9][0-9.,]*%?)"


def understood(words: Iterable[str], options: Options) -> list[str]:
    """Words with the dashes of options as on the keyboard; negative numbers, which are no options, come last."""
    found: list[str] = []
    numbers: list[str] = []
    rest = list(words)
    while rest and rest[0] != "--":
        word = _dashed(rest.pop(0), options)
        if word[:1] in _DASHES and word[1:2].isdigit() and (negative := re.fullmatch(_NEGATIVE, word)):
            numbers.append(f"-{negative[1]}")
            continue
        found.append(word)
        if options.get(word) and rest:
            found.append(rest.pop(0))
    last = [*numbers, *rest[1:]]
    return [*found, "--", *last] if numbers else [*found, *rest]


def leading(words: list[str], options: Options) -> list[str]:
    """The same for the dashes of options before the name of a command."""
    count = next((place for place, word in enumerate(words) if word[:1] not in _DASHES or not word), len(words))
    return [*(_dashed(word, options) for word in words[:count]), *words[count:]]


def _dashed(word: str, options: Options) -> str:
    """An option typed with other dashes ("—agency", "-agency"); any other word as it is."""
    name, equals, value = word.partition("=")
    bare = name.lstrip(_DASHES)
    if name in options or bare == name:
        return word
    for option in (f"--{bare}", f"-{bare}"):
        if option in options and (len(bare) > 1 or name[0] != "-"):
            return f"{option}{equals}{value}"
    return word
