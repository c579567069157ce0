"""A mistyped name → the nearest known ones."""

from collections.abc import Iterable, Iterator
from itertools import islice

from cchc_cli.vietnamese.names.keys import fold

_NEAR = 0.6


def nearest(text: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The names closest to a mistyped one, best first. Diacritics are ignored; the result is empty if none is close."""
    forms: dict[str, dict[str, None]] = {}
    for name in names:
        forms.setdefault(fold(name), {})[name] = None
    ranked = by_closeness(fold(text), forms)
    return tuple(islice((name for form in ranked for name in forms[form]), most))


def by_closeness(folded: str, forms: Iterable[str]) -> Iterator[str]:
    """The forms that are close to the text, best first; equally close forms keep their given order."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=folded, autojunk=False)
    asked = set(folded.split())
    if not asked:
        return iter(())

    def closeness(form: str) -> float:
        matcher.set_seq1(form)
        own = set(form.split())
        # "Sở Du lịch" is near "Sở Văn hóa, Thể thao và Du lịch", though most letters differ.
        if own and (asked <= own or own <= asked):
            return (1 + matcher.ratio()) / 2
        return matcher.ratio() if matcher.quick_ratio() >= _NEAR else 0.0

    scores = {form: closeness(form) for form in forms}
    return iter(sorted((form for form in scores if scores[form] >= _NEAR), key=lambda form: -scores[form]))
