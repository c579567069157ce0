"""What a column holds, by its texts, where its head does not tell: terms, or agencies."""

from collections.abc import Callable

from cchc_cli.plan.registry import Registry
from cchc_cli.schedule import Term, Unread, cell_within

_MOST = 0.6
"""Which share of a column's texts must be of one kind."""
_TRIED = 40


def by_content(registry: Registry, term: Term) -> Callable[[list[str]], str]:
    """A function that tells what the texts of a column are: "schedule", "lead", or "" for neither."""

    def told(texts: list[str]) -> str:
        tried = texts[:_TRIED]
        if not tried:
            return ""
        if _share(tried, lambda text: not isinstance(cell_within(text, term, None), Unread)) > _MOST:
            return "schedule"
        named = _share(tried, lambda text: bool((found := registry.cell(text)).named) and not found.strange)
        return "lead" if named > _MOST else ""

    return told


def _share(texts: list[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, texts)) / len(texts)
