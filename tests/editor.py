"""A YAML file as an editor's schema check sees it: YAML 1.2, where a day is text."""

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor


class _Days(SafeConstructor):
    """Days stay as they are written, also those that no calendar has."""


_Days.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)


def seen(text: str) -> Any:
    """Plain data: figures, true and false are themselves, days are text, keys are text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Days
    return _plain(yaml.load(text))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
