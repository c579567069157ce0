"""Every word of the printed plan stands in plan/, in order, place by place: tests/data/source.txt against the YAML.

Left out on the printed side: repeated table headers, tags, and what `corrections` in plan.yaml puts right.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

Place = tuple[str, tuple[str, ...]]  # id of a place → the words of each of its cells, one space between words
Data = dict[str, Any]

ROOT = Path(__file__).resolve().parents[2]
SOURCE = (Path(__file__).parents[1] / "data" / "source.txt").read_text(encoding="utf-8")
SECTIONS = ("I", "II", "III", "IV", "V", "VI", "VII")
PARTS = ("objectives", "tasks", "funding", "organisation")


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>|\*", " ", text).split())


# -- the printed side ------------------------------------------------------------------------------------------------


def printed_body() -> Iterator[Place]:
    """Decision, heading, parts I–IV clause by clause, head of the appendix."""
    place, part, said = "decision", "", ""
    for line in map(words, SOURCE.partition("\nTT\t")[0].splitlines()):
        opened = place
        if line == "KẾ HOẠCH":
            opened = "plan"
        elif line == "Phụ lục":
            opened = "appendix"
        elif heading := re.match(r"(I|II|III|IV)\. [^a-z]{4}", line):
            opened = part = f"body.{heading[1]}"
        elif part and (clause := re.match(r"(\d+)\. ", line)):
            opened = f"{part}.{clause[1]}"
        if opened != place:
            yield place, (said,)
            place, said = opened, ""
        said = f"{said} {line}".strip()
    yield place, (said,)


def printed_rows() -> Iterator[tuple[str, ...]]:
    """Rows of the table, those cut by a page joined cell by cell; the first is the column heads."""
    rows: list[tuple[str, ...]] = []
    new_page = False
    for cells in (tuple(map(words, line.split("\t"))) for line in SOURCE.splitlines() if "\t" in line):
        header = cells[0] == "TT"
        if not rows or not (header or (new_page and not cells[0])):
            rows.append(cells)
        elif not header:
            rows[-1] = tuple(map(words, map(" ".join, zip(rows[-1], cells, strict=True))))
        new_page = header
    return iter(rows)


def printed_table() -> Iterator[Place]:
    """Rows with the ids that their place gives them, whatever number is printed."""
    rows = printed_rows()
    yield "columns", next(rows)
    sections = iter(SECTIONS)
    section, row, dash, last = "", 0, 0, ""
    for cells in rows:
        if cells[0] in SECTIONS and not any(cells[2:]):
            section, row = next(sections), 0
            yield section, cells
        elif cells[0]:
            row, dash = row + ("." not in cells[0]), 0
            last = f"{section}.{cells[0] if '.' in cells[0] else row}"
            yield last, cells
        elif cells[1].startswith("- "):
            dash += 1
            yield f"{last}-{dash}", cells
        else:
            yield f"{last}/2", cells


def corrected(places: Iterable[Place], corrections: list[Data]) -> list[Place]:
    """The printed places with each listed slip put right where it is listed; one that is not there is an error."""
    result = dict(places)
    for slip in corrections:
        pattern = rf"(?<!\w){re.escape(slip['printed'])}(?!\w)"
        cells = tuple(re.sub(pattern, slip["corrected"], cell) for cell in result[slip["place"]])
        assert cells != result[slip["place"]], slip
        result[slip["place"]] = cells
    return [(place, _without_bullet(cells)) for place, cells in result.items()]


def _without_bullet(cells: tuple[str, ...]) -> tuple[str, ...]:
    return (*cells[:2], cells[2].removeprefix("- "), *cells[3:]) if len(cells) == 5 else cells


# -- the written side ------------------------------------------------------------------------------------------------


def written_body(plan: Data) -> Iterator[Place]:
    decision, signatory = plan["decision"], plan["decision"]["signatory"]
    articles = [text for article in decision["articles"] for text in _clause(article)]
    recipients = [f"- {recipient}" for recipient in decision["recipients"]]
    opening = (decision["kind"], decision["title"], decision["authority"], *decision["bases"], decision["proposal"])
    signed = (signatory["authority"], signatory["position"], signatory["name"])
    label = decision["recipients_label"]
    yield "decision", _joined(*opening, decision["formula"], *articles, label, *recipients, *signed)
    yield "plan", _joined(plan["kind"], plan["title"], plan["note"])
    for part in map(plan.__getitem__, PARTS):
        yield from _part(part)
    head = plan["appendix"]
    yield "appendix", _joined(head["label"], head["title"], head["note"])
    yield "columns", tuple(head["columns"])


def _part(part: Data) -> Iterator[Place]:
    place = f"body.{part['number']}"
    said = [f"{part['number']}. {part['title']}", *part.get("opening", ())]
    for clause in part["items"]:
        if clause["number"].isdigit():
            yield place, _joined(*said)
            place, said = f"body.{part['number']}.{clause['number']}", []
        said += _clause(clause)
    yield place, _joined(*said, *part.get("closing", ()))


def _clause(clause: Data) -> Iterator[str]:
    number = clause.get("number", "")
    mark = "" if number in ("", "-") else ")" if len(number) == 1 and number.isalpha() else "."
    yield f"{number}{mark} {clause['text']}"
    for item in clause.get("items", ()):
        yield from _clause(item)


def _joined(*texts: str) -> tuple[str]:
    return (words(" ".join(texts)),)


def written_rows(rows: list[Data]) -> Iterator[Place]:
    for row in rows:
        number, title = ("", f"- {row['title']}") if row["number"] == "-" else (row["number"], row["title"])
        first, *more = row["milestones"] if "products" not in row and "tasks" not in row else (row,)
        yield row["id"], (number, title, *_result(first), words(row.get("assignment", "")))
        for sub_row in more:
            yield sub_row["id"], ("", "", *_result(sub_row), "")
        yield from written_rows(row.get("tasks", []))


def _result(row: Data) -> tuple[str, str]:
    return " - ".join(row.get("products", ())), words(schedule_text(row))


def schedule_text(row: Data) -> str:
    schedule = row.get("schedule")
    return (schedule.get("text") if isinstance(schedule, dict) else schedule) or ""


def written(plan: Data, sections: list[Data]) -> list[Place]:
    places = list(written_body(plan))
    for section in sections:
        places += [(section["id"], (section["number"], section["title"], "", "", "")), *written_rows(section["tasks"])]
    return places


def differences(printed: Iterable[Place], yaml: Iterable[Place]) -> list[str]:
    """Where two sides part: a place missing or moved, or the first word that is not the same."""
    found = []
    for (place, ours), (other, theirs) in zip_longest(printed, yaml, fillvalue=("(thiếu)", ())):
        if place != other:
            found.append(f"{place} / {other}")
        for left, right in zip_longest(ours, theirs, fillvalue=""):
            pairs = zip_longest(left.split(" "), right.split(" "))
            found += [f"{place}: {pair[0]} / {pair[1]}" for pair in pairs if pair[0] != pair[1]][:1]
    return found


# -- tests -----------------------------------------------------------------------------------------------------------


def read(path: str) -> Any:
    return YAML(typ="safe", pure=True).load((ROOT / "plan" / path).read_text(encoding="utf-8"))


PLAN: Data = read("2026/plan.yaml")
APPENDIX: list[Data] = [read(f"2026/appendix/{section}.yaml") for section in SECTIONS]
PRINTED = corrected([*printed_body(), *printed_table()], PLAN["corrections"])


def row(sections: list[Data], identity: str) -> Data:
    return next(task for section in sections for task in section["tasks"] if task["id"] == identity)


def test_every_printed_word_stands_in_the_yaml_in_order() -> None:
    assert differences(PRINTED, written(PLAN, APPENDIX)) == []


def test_reading_the_source_drops_nothing_but_repeated_headers() -> None:
    kept = Counter(" ".join(cell for _, cells in [*printed_body(), *printed_table()] for cell in cells).split())
    headers = [line for line in SOURCE.splitlines() if line.startswith("TT\t")]
    assert Counter(words(SOURCE).split()) - kept == Counter(words(" ".join(headers[1:])).split())


@pytest.mark.parametrize("place", ["I.1", "II.5", "V.4", "VI.14", "VII.13"])
@pytest.mark.parametrize("field", ["title", "assignment"])
def test_a_changed_or_lost_word_is_found(place: str, field: str) -> None:
    for change in ("khác", ""):
        sections = deepcopy(APPENDIX)
        task = row(sections, place)
        task[field] = words(task[field].replace(task[field].split()[3], change, 1))
        assert differences(PRINTED, written(PLAN, sections))[0].startswith(f"{place}: ")


def test_a_changed_product_or_term_is_found() -> None:
    sections = deepcopy(APPENDIX)
    row(sections, "I.5")["milestones"][1]["schedule"] = "Trong năm 2027"
    row(sections, "I.9")["schedule"] = row(sections, "I.9")["schedule"].replace("5/2026", "6/2026")
    row(sections, "VI.14")["products"][2] = row(sections, "VI.14")["products"][2].replace("70%", "60%")
    found = [difference.partition(":")[0] for difference in differences(PRINTED, written(PLAN, sections))]
    assert found == ["I.5/2", "I.9", "VI.14"]


def test_an_added_word_in_any_paragraph_of_the_body_is_found() -> None:
    for part in PARTS:
        for number in range(len(PLAN[part]["items"])):
            plan = deepcopy(PLAN)
            plan[part]["items"][number]["text"] += " thêm"
            assert differences(PRINTED, written(plan, APPENDIX)), (part, number)


def test_swapped_rows_and_a_missing_row_are_found() -> None:
    swapped, shorter = deepcopy(APPENDIX), deepcopy(APPENDIX)
    swapped[3]["tasks"][3:5] = reversed(swapped[3]["tasks"][3:5])
    del shorter[6]["tasks"][-1]
    assert "IV.4 / IV.5" in differences(PRINTED, written(PLAN, swapped))
    assert "VII.13 / (thiếu)" in differences(PRINTED, written(PLAN, shorter))


def test_a_correction_that_is_not_printed_is_refused() -> None:
    with pytest.raises(AssertionError):
        corrected(printed_table(), [{"printed": "đơn đốc", "corrected": "đôn đốc", "place": "I.1"}])
