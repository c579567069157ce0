"""Documents are written over older ones only where no person has changed those (docs/promises.md#commands)."""

from collections.abc import Mapping
from pathlib import Path

from cchc_cli.disk import results
from cchc_cli.documents import fingerprint
from cchc_cli.documents.fingerprint import Touched
from cchc_cli.shell import screen
from cchc_cli.text.problems import Stop

_SHOWN = 3
_WHY = {
    Touched.YES: "đã có người sửa sau khi lập",
    Touched.UNKNOWN: "không mang dấu của cchc nên có thể đã có người viết vào",
}


def document(data: bytes, output: Path | None, form: str, force: bool) -> None:
    """Write a document to stdout, or with its fingerprint to a file; a file that a person has changed is a `Stop`."""
    if output is None or output in screen.STDOUT:
        screen.document(data, output)
        return
    screen.document(_ready({output: data}, form, force)[output], output)


def folder(target: Path, documents: Mapping[str, bytes], form: str, force: bool) -> None:
    """Write documents by name into a folder, all of them or none; one that a person has changed is a `Stop`."""
    ready = _ready({target / name: data for name, data in documents.items()}, form, force)
    results.write_all(target, {path.name: data for path, data in ready.items()})


def _ready(documents: Mapping[Path, bytes], form: str, force: bool) -> dict[Path, bytes]:
    """The documents with their fingerprints."""
    for path in documents:
        results.outside_plans(path)
    made = {path: fingerprint.marked(form, data) for path, data in documents.items()}
    if not force:
        _refuse_touched(form, made)
    return made


def _refuse_touched(form: str, made: Mapping[Path, bytes]) -> None:
    there = ((path, found) for path, data in made.items() if (found := results.standing(path)) not in (None, data))
    states = {path: fingerprint.touched(form, found) for path, found in there if found is not None}
    spared = [path for path, state in states.items() if state is not Touched.NO]
    if spared:
        shown = ", ".join(path.as_posix() for path in spared[:_SHOWN])
        more = f" và {len(spared) - _SHOWN} tệp khác" if len(spared) > _SHOWN else ""
        raise Stop(
            f"{shown}{more}: tệp đã có, {_WHY[states[spared[0]]]}; chưa ghi đè",
            "ghi ra tên khác bằng -o, hoặc thêm --force để ghi đè và bỏ những gì đã sửa trong tệp đó",
        )
