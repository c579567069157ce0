"""The C parser without the rest of ruamel.yaml reads as it does with it."""

import sys
from pathlib import Path
from subprocess import run

ROOT = Path(__file__).parents[2]
READ_ALL = """
import sys
from pathlib import Path
if sys.argv[1] == "whole":
    import ruamel.yaml
from cchc_cli.text.parser_events import engine, events
from cchc_cli.text.yaml import parse

kept = ("start_mark", "end_mark", "anchor", "tag", "value", "style", "implicit", "flow_style")
for path in sorted(path for top in sys.argv[2:] for path in Path(top).rglob("*.yaml")):
    text = path.read_text(encoding="utf-8", errors="replace")
    print(path, parse(text, 3))
    try:
        for event in events(text):
            said = (getattr(event, name, None) for name in kept)
            print(type(event).__name__, *(getattr(each, "column", each) for each in said))
    except Exception as error:
        print(type(error).__name__)
print(engine(), file=sys.stderr)
print("ruamel.yaml" in sys.modules, file=sys.stderr)
"""
TOPS = ("plan", "tests/bad", "examples/tinh-mau")


def read(way: str) -> tuple[str, str]:
    done = run(
        [sys.executable, "-X", "utf8", "-c", READ_ALL, way, *TOPS],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout, done.stderr


def test_alone_or_with_the_library_around_it_the_parser_gives_the_same_events_and_faults() -> None:
    alone, whole = read("alone"), read("whole")
    assert alone[1].split() == ["libyaml", "False"]
    assert whole[1].split() == ["libyaml", "True"]
    assert alone[0] == whole[0]
    assert len(alone[0]) > 1_000_000
