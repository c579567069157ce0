"""One thing has one word, whatever output says it; a word that was given up does not come back."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from test_complete_tables import ENUMERATIONS, LITERALS, PACKAGE

from cchc_cli import wording
from cchc_cli.schema.meanings import meanings

ROOT = PACKAGE.parents[1]
VIETNAMESE = re.compile("[à-ỹÀ-Ỹđ]")
TABLES = {
    f"{module.name}.{name}": content
    for module in iter_modules(wording.__path__)
    for name, content in vars(import_module(f"{wording.__name__}.{module.name}")).items()
    if isinstance(content, dict) and all(isinstance(word, str) for word in content.values())
}
# Tables of verbs, tones, keys and the like, whose words are not what their keys are called.
NOT_NAMES = {"vietnamese/", "founding/", "schedule/", "text/", "model/"}
# What was said before one word was chosen, and the word chosen.
GIVEN_UP = {
    r"(?<!giây )\b(đã|chưa|phải) xong\b": "hoàn thành",
    r"\bxong (đúng|quá) hạn": "hoàn thành đúng hạn, hoàn thành quá hạn",
    r"[Cc]hưa có hạn": "chưa xác định thời hạn (tình trạng); chưa có ngày (chỗ in ngày)",
    r"[Kk]hông xác định thời hạn": "chưa xác định thời hạn; không có thời hạn",
    r"[Pp]hần lời": "thân kế hoạch",
    r"\b[Vv]iệc (quá hạn|sắp đến hạn|đến hạn|định kỳ|đang mở)": "nhiệm vụ, mốc",
    r"[Tt]ừ chối gia hạn": "không đồng ý gia hạn",
    r"[Tt]rả lại (dòng|mục|năm|ngày|mốc|thư mục|id|như cũ)": "khôi phục; trả lại là trả lại để làm tiếp",
    r"\bô (tiến độ|phân công)": "cột tiến độ, cột phân công",
    r"\b(dòng nhóm|chỉ là nhóm)\b": "dòng tiêu đề",
    r"\b[Cc]ài đặt,": "thiết lập",
    r"\b(các|một|mỗi|tên|đuôi|trong) file\b": "tệp",
    r"[Mm]inh chứng": "tài liệu kiểm chứng",
    r"[Tt]rễ hạn": "quá hạn",
}


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """The Vietnamese text of a file: of code its strings but docstrings, of any other file its lines."""
    content = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield from enumerate(content.splitlines(), 1)
        return
    for node in ast.walk(ast.parse(content)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and VIETNAMESE.search(node.value):
            yield node.lineno, node.value


def read_by_users() -> list[Path]:
    code = [path for path in PACKAGE.rglob("*.py") if path.name != "grammar.py"]
    return sorted([*code, *(ROOT / "templates").glob("*.j2"), ROOT / "README.vi.md", *(ROOT / "tools").rglob("*.py")])


@pytest.mark.parametrize("words", GIVEN_UP)
def test_a_word_that_was_given_up_does_not_come_back(words: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text.strip()[:100]}"
        for path in read_by_users()
        for line, text in strings(path)
        if re.search(words, text)
    ]
    assert not found, f"say {GIVEN_UP[words]!r}:\n" + "\n".join(found)


def named(node: ast.Dict) -> Iterator[tuple[str, str]]:
    """The values of an enumeration that a dictionary in the code gives Vietnamese words: ("Role.LEAD", "chủ trì")."""
    for key, word in zip(node.keys, node.values, strict=True):
        if isinstance(word, ast.Constant) and isinstance(word.value, str) and VIETNAMESE.search(word.value):
            if isinstance(key, ast.Attribute) and isinstance(key.value, ast.Name) and key.value.id in ENUMERATIONS:
                yield f"{key.value.id}.{key.attr}", word.value
            elif isinstance(key, ast.Constant):
                for kind, values in LITERALS.items():
                    if (
                        key.value in values
                        and {each.value for each in node.keys if isinstance(each, ast.Constant)} <= values
                    ):
                        yield f"{kind}: {key.value!r}", word.value


def test_no_two_tables_give_two_words_for_one_value() -> None:
    words: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted(PACKAGE.rglob("*.py")):
        file = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict) and len(node.keys) > 1 and not file.startswith(tuple(NOT_NAMES)):
                for value, word in named(node):
                    words[value].setdefault(word.lower(), f"{file}:{node.lineno}")
    assert len(words) > 40
    assert not {value: told for value, told in words.items() if len(told) > 1}


def test_words_of_values_stand_in_the_room_of_words_only() -> None:
    elsewhere = {
        f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if not path.relative_to(PACKAGE).as_posix().startswith((*NOT_NAMES, "wording/"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict) and len(list(named(node))) > 1
    }
    assert not elsewhere


@pytest.mark.parametrize("name", sorted(TABLES))
def test_an_editor_is_told_the_words_of_the_outputs(name: str) -> None:
    keys = [getattr(key, "value", key) for key in TABLES[name]]
    told = meanings([str(key) for key in keys])
    assert told is None or told == list(TABLES[name].values())
