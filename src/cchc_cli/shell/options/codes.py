"""--select, --ignore → which codes are wanted."""

from collections.abc import Callable, Iterator

from cchc_cli.answers import rules
from cchc_cli.shell.options.suggestions import Offer
from cchc_cli.text.problems import Stop

_ALWAYS = ("CC00", "CC013", "CC014")
"""Codes for what could not be read or compared; without them, an empty result would look like a sound plan."""


def wanted(select: list[str] | None, ignore: list[str] | None) -> Callable[[str], bool]:
    """Return a test for wanted codes. A value holds one or more codes or prefixes ("CC3"); ignored codes fail.

    The empty code is wanted unless codes are selected; codes for unreadable files are wanted unless they are ignored.
    Raise a `Stop` for a prefix that matches no code, because a typing error must not silently disable a check.
    """
    if not select and not ignore:
        return lambda _: True
    known = tuple(rule.code for rule in rules.every_code())
    selected = (*(_understood("--select", select, known) if select else ("",)), *_ALWAYS)
    ignored = tuple(_understood("--ignore", ignore, known))
    return lambda code: code.startswith(selected) and not code.startswith(ignored)


def completed(incomplete: str) -> list[tuple[str, str]]:
    """Suggest codes with their titles for the last code of a list."""
    before, comma, begun = incomplete.rpartition(",")
    found = ((rule.code, rule.title) for rule in rules.every_code() if rule.code.startswith(begun.upper()))
    return [(Offer(f"{before}{comma}{code}"), title) for code, title in found]


def _understood(option: str, given: list[str] | None, known: tuple[str, ...]) -> Iterator[str]:
    for part in ",".join(given or ()).replace(" ", ",").split(","):
        beginning = part.upper()
        if beginning and not any(code.startswith(beginning) for code in known):
            from cchc_cli.vietnamese.names import nearest

            near = nearest(part, known)
            raise Stop(
                f'{option}: không có quy tắc "{part}"', f"gần nhất: {', '.join(near)}" if near else "xem: cchc rules"
            )
        if beginning:
            yield beginning
    if given and not any(part.strip(", ") for part in given):
        raise Stop(f"{option} cần ít nhất một mã", "ghi như CC3 hoặc CC201,CC305")
