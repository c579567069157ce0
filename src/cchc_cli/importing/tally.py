"""The words of a paper and those of the draft made of it: what came in must stand in a file, or on the list."""

from collections import Counter
from collections.abc import Iterable, Iterator

from cchc_cli.importing.paper import Line, Paper, words
from cchc_cli.text.yaml import parse


def counted(paper: Paper) -> Counter[str]:
    """How often each word stands in a paper."""
    texts = [line.text for line in paper.lines]
    texts += [cell.text for grid in paper.grids for cell in grid.cells]
    return Counter(word for text in (*texts, *(line.text for line in paper.left_out)) for word in words(text))


def written(files: dict[str, str], noise: Iterable[Line]) -> Counter[str]:
    """How often each word stands in the files of a draft, or among those left out."""
    texts = (text for file in files.values() for text in _texts(parse(file).data))
    return Counter(word for text in (*texts, *(line.text for line in noise)) for word in words(text))


def _texts(value: object) -> Iterator[str]:
    """Every text of a file's data, without keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
