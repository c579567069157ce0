"""Differences of meaning: nothing about layout, every change of a value, ids found again."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from functools import cache
from re import fullmatch
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import day, decision, entry, loaded, task, workspace
from cchc_cli.answers.change_words import line
from cchc_cli.answers.voice import Voice
from cchc_cli.differences import differences
from cchc_cli.differences.effect import effect
from cchc_cli.differences.likeness import Nearest, edits
from cchc_cli.model import Former, Measurement
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading.load import load
from conftest import examples

EXAMPLE = "examples/tinh-mau"
Path = tuple[str | int, ...]


def told(before: Workspace, now: Workspace) -> list[str]:
    voice = Voice(now.registry, before.registry, {"2026": 2026})
    return [line(each, voice) for each in differences(before, now).changes]


@cache
def data() -> dict[str, Any]:
    """The example's files as plain data."""
    return {path: plain(each) for path, each in loaded(EXAMPLE).data.items()}


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if key != "@"}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def files(values: dict[str, Any]) -> dict[str, bytes]:
    """Plain data in quite another layout: JSON, keys the other way round."""
    return {path: json.dumps(backwards(value), ensure_ascii=False).encode() for path, value in values.items()}


def backwards(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(value)}
    return [backwards(inner) for inner in value] if isinstance(value, list) else value


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield from leaves(inner, (*path, key))
    if isinstance(value, str):
        yield path


@cache
def places() -> list[tuple[str, Path]]:
    return [(file, path) for file, value in data().items() for path in leaves(value)]


def other(text: str) -> str:
    """Another value of the same kind."""
    if fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text[:-2] + ("12" if text.endswith("11") else "11")
    return str(int(text) + 1) if text.isdecimal() else f"{text} khác"


def test_another_layout_is_no_difference() -> None:
    assert told(loaded(EXAMPLE).workspace, load(files(data())).workspace) == []


@examples(40)
@given(st.data())
def test_every_change_of_a_value_is_reported(chosen: st.DataObject) -> None:
    file, path = chosen.draw(st.sampled_from(places()))
    changed = deepcopy(data())
    holder = changed[file]
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = other(holder[path[-1]])
    now = load(files(changed))
    if not now.problems:
        assert told(loaded(EXAMPLE).workspace, now.workspace)
        assert told(now.workspace, loaded(EXAMPLE).workspace)


@examples(30)
@given(st.data())
def test_every_item_removed_from_a_list_is_reported(chosen: st.DataObject) -> None:
    inside = [(file, path) for file, path in places() if any(isinstance(key, int) for key in path)]
    file, path = chosen.draw(st.sampled_from(inside))
    item = max(place for place, key in enumerate(path) if isinstance(key, int))
    changed = deepcopy(data())
    holder = changed[file]
    for key in path[:item]:
        holder = holder[key]
    del holder[path[item]]
    now = load(files(changed))
    if not now.problems:
        assert told(loaded(EXAMPLE).workspace, now.workspace)
        assert told(now.workspace, loaded(EXAMPLE).workspace)


TITLES = ("Rà soát văn bản quy phạm pháp luật", "Kiểm tra văn bản quy phạm pháp luật", "Tổ chức hội nghị đối thoại")


def rows(*ids: str, titles: tuple[str, ...] = TITLES) -> Workspace:
    return workspace(*(task(identity=each, title=title) for each, title in zip(ids, titles, strict=False)))


def test_two_tasks_that_swapped_ids_are_two_renamed_tasks() -> None:
    assert told(rows("I.1", "I.2", "I.3"), rows("I.2", "I.1", "I.3")) == [
        "đổi mã nhiệm vụ I.1 → I.2",
        "I.2: số in “1” → “2”",
        "đổi mã nhiệm vụ I.2 → I.1",
        "I.1: số in “2” → “1”",
    ]


def test_a_title_reworded_under_its_id_is_the_same_task() -> None:
    now = rows("I.1", "I.2", titles=("Rà soát các văn bản quy phạm pháp luật", TITLES[1]))
    assert told(rows("I.1", "I.2"), now) == [
        "I.1: tên “Rà soát văn bản quy phạm pháp luật” → “Rà soát các văn bản quy phạm pháp luật”"
    ]


def test_a_title_reworded_by_half_under_its_id_is_the_same_task() -> None:
    now = rows("I.1", titles=("Rà soát văn bản quy định của tỉnh",))
    assert [line.partition(":")[0] for line in told(rows("I.1"), now)] == ["I.1"]


def test_an_unlike_task_with_another_id_is_another_task() -> None:
    assert told(rows("I.1"), rows("I.2", titles=("Rà soát quỹ đất công của tỉnh",))) == [
        "thêm nhiệm vụ I.2: Rà soát quỹ đất công của tỉnh; tiến độ “Tháng 3/2026”; chủ trì: Sở stp",
        "bỏ nhiệm vụ I.1 (xóa khỏi tệp): Rà soát văn bản quy phạm pháp luật",
    ]


def test_many_like_titles_reworded_under_other_ids_are_found_again() -> None:
    ids, later = ([f"I.{place}" for place in range(first, first + 300)] for first in (1, 301))
    was, now = (tuple(f"Báo cáo {what} thủ tục hành chính của xã số {place}" for place in range(300))
                for what in ("kết quả rà soát", "kết quả kiểm tra"))  # fmt: skip
    found = differences(rows(*ids, titles=was), rows(*later, titles=now))
    assert found.renamed["2026"] == dict(zip(ids, later, strict=True))


def test_the_nearest_text_is_taken_once() -> None:
    nearest = Nearest({7: "Rà soát văn bản", 8: "Rà soát  VĂN BẢN"})
    taken = []
    while found := nearest.best("rà soát văn bản"):
        taken.append(found)
        nearest.take(found[0])
    assert taken == [(7, 1.0), (8, 1.0)]
    assert Nearest({}).best("x") is None


def test_a_task_dropped_by_mistake_is_restored() -> None:
    sides = [workspace(task(dropped_by=by), amendments=[("bo", "1/2")]) for by in ("bo", None)]
    assert told(*sides) == ["khôi phục nhiệm vụ I.1: Nhiệm vụ I.1"]


def test_line_breaks_and_double_spaces_are_layout() -> None:
    cells = ("Sở A chủ trì\nSở B phối hợp", "Sở A  chủ trì Sở B phối hợp")
    assert told(*(workspace(task(assignment=each)) for each in cells)) == []


def test_an_id_given_to_another_task_is_one_removed_and_one_added() -> None:
    assert told(rows("I.1"), rows("I.1", titles=TITLES[2:])) == [
        "thêm nhiệm vụ I.1: Tổ chức hội nghị đối thoại; tiến độ “Tháng 3/2026”; chủ trì: Sở stp",
        "bỏ nhiệm vụ I.1 (xóa khỏi tệp): Rà soát văn bản quy phạm pháp luật",
    ]


def test_case_of_an_id_is_no_difference() -> None:
    assert differences(rows("I.1-a"), rows("I.1-A")).renamed == {"2026": {}}


def test_entries_of_a_renamed_task_follow_it() -> None:
    before = workspace(task(identity="I.1"), entries=[entry("stp", "1/2", "in_progress")])
    now = workspace(task(identity="I.7", title="Nhiệm vụ I.1"), entries=[entry("stp", "1/2", "in_progress", "I.7")])
    assert told(before, now) == ["đổi mã nhiệm vụ I.1 → I.7", "I.7: số in “1” → “7”"]


def test_each_extension_is_reported_from_the_day_before_it() -> None:
    one, two = decision("extend", "1/3", "30/4"), decision("extend", "1/4", "31/5/2027")
    sides = [workspace(task("Tháng 3/2026"), deadlines=given) for given in ((), (one,), (one, two))]
    assert told(sides[0], sides[2]) == ["gia hạn I.1: 31/3 → 30/4 (3/QĐ)", "gia hạn I.1: 30/4 → 31/5/2027 (3/QĐ)"]
    assert told(sides[1], sides[0]) == [
        "bỏ dòng quyết định về hạn I.1: gia hạn đến 30/4 theo 3/QĐ, ngày 01 tháng 3 năm 2026 (ghi 01/3)"
    ]


@pytest.mark.parametrize(
    ("action", "to", "said"),
    [
        ("set", "30/4", "ấn định hạn I.1: 30/4 (3/QĐ)"),
        ("request", "30/4", "đề nghị gia hạn I.1: 31/3 → 30/4 (3/QĐ)"),
        ("refuse", None, "không đồng ý gia hạn I.1: hạn vẫn là 31/3 (3/QĐ)"),
    ],
)
def test_decisions_on_deadlines_in_words(action: str, to: str | None, said: str) -> None:
    before = workspace(task("Tháng 3/2026"))
    assert told(before, workspace(task("Tháng 3/2026"), deadlines=[decision(action, "1/3", to)])) == [said]


def test_removing_one_of_two_equal_lines_is_reported_once() -> None:
    line_ = entry("stp", "1/2", "in_progress")
    one, two = workspace(task(), entries=[line_]), workspace(task(), entries=[line_, line_])
    assert len(told(two, one)) == len(told(one, two)) == 1


def test_the_effect_follows_a_renamed_task() -> None:
    before, now = rows("I.1", "I.2"), rows("I.1", "I.9")
    found = effect(before, now, differences(before, now), date(2026, 5, 1))
    assert (found.overdue, found.no_longer, found.before) == ((), (), found.after)


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ("a b c d e f", "a b c d e f", []),
        ("a b c d e f g", "a b c x e f g", [("b c d e f", "b c x e f")]),
        ("a b c d", "a b c d e", [("c d", "c d e")]),
        ("b c d", "a b c d", [("b c", "a b c")]),
        ("a b c d e f g h i", "x b c d e f g h y", [("a b c", "x b c"), ("g h i", "g h y")]),
    ],
)
def test_words_that_differ_with_their_neighbours(before: str, now: str, found: list[tuple[str, str]]) -> None:
    assert edits(before, now) == found


def test_only_the_amendment_of_this_change_is_named() -> None:
    former = Former(changed_by="cu", schedule="Tháng 1/2026")
    sides = [
        workspace(task(schedule, former=(former,)), amendments=[("cu", "1/2")])
        for schedule in ("Tháng 3/2026", "Tháng 4/2026")
    ]
    assert told(*sides) == ["I.1: tiến độ “Tháng 3/2026” → “Tháng 4/2026”, hạn 31/3 → 30/4"]


def test_a_second_measurement_of_a_day_is_reported_as_added() -> None:
    one, two = (Measurement(target="1", date=day("1/6"), value=value, recorded=day("2/6")) for value in (50, 51))
    before, now = workspace(task(), measurements=[one]), workspace(task(), measurements=[one, two])
    assert told(before, now) == ["thêm số đo chỉ tiêu 1 ngày 01/6: 51"]
    assert told(before, workspace(task(), measurements=[two])) == ["số đo chỉ tiêu 1 ngày 01/6: 50 → 51"]
