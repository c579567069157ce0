"""Circles among things that lead to others: terms that wait for terms, tasks that implement tasks."""

from collections.abc import Iterator

Ways = dict[str, list[str]]
"""To which nodes each node leads."""


def circles(ways: Ways) -> Iterator[tuple[str, ...]]:
    """Circles of nodes that each lead to the next, and the last to the first. Each node is visited once."""
    done: set[str] = set()
    for start in ways:
        path = dict.fromkeys(() if start in done else (start,))
        ahead = [iter(ways[each]) for each in path]
        while ahead:
            following = next(ahead[-1], None)
            if following is None:
                ahead.pop()
                done.add(path.popitem()[0])
            elif following in path:
                walked = tuple(path)
                yield walked[walked.index(following) :]
            elif following in ways and following not in done:
                path[following] = None
                ahead.append(iter(ways[following]))
