"""What stands at a place of a document that officers wrote in, and what it does to the texts that are kept."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cchc_cli.documents.texts.form import Block, Paragraph, Run, normal, written
from cchc_cli.documents.texts.places import without_marks
from cchc_cli.documents.texts.stamp import digest

_BOLD = "**"


class Found(NamedTuple):
    """A place of a document: the fingerprint that it had, its text now ("" if it is empty, None if it is gone)."""

    place: str
    was: str
    text: str | None
    faults: tuple[str, ...] = ()


class Change(NamedTuple):
    """What a document changes at a place; None: nothing stands there."""

    place: str
    before: str | None
    after: str | None


class Outcome(NamedTuple):
    """What a document changes, why some places cannot be taken, and the places that it no longer has."""

    changes: tuple[Change, ...]
    refused: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]


def outcome(found: Iterable[Found], now: Mapping[str, str], only: frozenset[str] | None = None) -> Outcome:
    """Compare a document with the texts that are kept `now`; `only` these places, or all."""
    changes: list[Change] = []
    refused: list[tuple[str, str]] = []
    gone: list[str] = []
    for each in found:
        if only is not None and each.place not in only:
            continue
        kept = now.get(each.place)
        if each.text is None and not each.faults:
            gone.append(each.place)
        elif each.faults or _is_changed(each, kept):
            fault = _fault(each, kept)
            if fault:
                refused.append((each.place, fault))
            else:
                changes.append(Change(each.place, kept, each.text or None))
    return Outcome(tuple(changes), tuple(refused), tuple(gone))


def cleaned(given: Iterable[Block]) -> str:
    """The text of blocks, without marks and material that nobody replaced."""
    return normal(written(_unmarked(each) for each in given))


def _unmarked(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    text = without_marks(block.text)
    return block if text == block.text else Paragraph((Run(text),))


def _is_changed(found: Found, kept: str | None) -> bool:
    """Whether the document says something else than what is kept, by a person's doing."""
    text = found.text or ""
    if digest(text) == digest(kept):
        return bool(text) and _BOLD in text and _BOLD not in (kept or "")
    return digest(text) != found.was


def _fault(found: Found, kept: str | None) -> str:
    if found.faults:
        return "; ".join(found.faults)
    if digest(kept) != found.was and digest(found.text) != digest(kept):
        return "đã sửa cả trong tệp này và trong sổ từ khi lập tệp"
    return ""
