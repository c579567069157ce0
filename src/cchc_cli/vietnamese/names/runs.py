"""Runs of consecutive whole words in many names."""

from collections.abc import Iterable


class Runs:
    """Finds the names that contain a run of words, by its rarest word."""

    def __init__(self, names: Iterable[str]) -> None:
        self._having: dict[str, list[str]] = {}
        for name in names:
            for word in dict.fromkeys(name.split()):
                self._having.setdefault(word, []).append(name)

    def having(self, run: str) -> list[str]:
        """The names with the run, in their given order."""
        rarest = min((self._having.get(word, []) for word in run.split()), key=len, default=[])
        return [name for name in rarest if f" {run} " in f" {name} "]
