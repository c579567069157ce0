"""What differs between two states of the plans → JSON."""

from typing import Any

from msgspec import Struct, to_builtins

from cchc_cli import jsonview
from cchc_cli.answers import diff
from cchc_cli.answers.change_words import line
from cchc_cli.answers.voice import Voice
from cchc_cli.queries.differences.change import Change
from cchc_cli.queries.differences.effect import Effect, Key


def json(compared: diff.Compared) -> dict[str, Any]:
    """`from` and `to` (revision null: the files on disk), counts, changes with their line of text, the effect."""
    changes, speaking, effect = compared.found.changes, diff.voice(compared), compared.effect
    told = {
        "from": _side(compared.before),
        "to": _side(compared.now),
        "left_out": list(compared.left_out),
        "counts": diff.counts(changes),
        "changes": [_change(each, speaking) for each in changes],
        "effect": effect and _effect(effect),
    }
    return jsonview.envelope("diff", compared.as_of, **told)


def _side(side: diff.Side) -> dict[str, Any]:
    return {"revision": side.revision, "errors": side.errors}


def _change(change: Change, voice: Voice) -> dict[str, Any]:
    due = change.due or (None, None)
    return {
        "what": change.what,
        "how": change.how,
        "plan": change.plan,
        "section": change.section,
        "task": change.task,
        "id": change.id,
        "field": ".".join(change.field) or None,
        "agency": change.agency,
        "before": _plain(change.before),
        "after": _plain(change.after),
        "due_before": due[0].isoformat() if due[0] else None,
        "due_after": due[1].isoformat() if due[1] else None,
        "by": change.by,
        "text": line(change, voice),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Struct | tuple):
        return _unplaced(to_builtins(value))
    return to_builtins(value)


def _unplaced(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _unplaced(inner) for key, inner in value.items() if key not in ("@", "at")}
    return [_unplaced(inner) for inner in value] if isinstance(value, list | tuple) else value


def _effect(effect: Effect) -> dict[str, Any]:
    return {
        "before": {bucket.value: number for bucket, number in effect.before.items()},
        "after": {bucket.value: number for bucket, number in effect.after.items()},
        "overdue": [_key(each) for each in effect.overdue],
        "no_longer_overdue": [_key(each) for each in effect.no_longer],
    }


def _key(key: Key) -> dict[str, str]:
    return {"plan": key[0], "id": key[1]}
