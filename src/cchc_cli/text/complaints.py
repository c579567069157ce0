"""A YAML parser's error → a fault in Vietnamese, at the place where the officer must change the text."""

from re import compile as pattern
from typing import Any

from cchc_cli.text import lines
from cchc_cli.text.parser_events import ParserFault, readable_events

# A part of the parser's message, or a clue in the text → the message for the officer, the hint. The first match wins.
_WORDS = (
    ("clue: conflict", "tệp còn chỗ git chưa gộp xong",
     "giữ một trong hai bản rồi xóa các dòng <<<<<<<, =======, >>>>>>>"),
    ("clue: strange space", "có dấu cách lạ hoặc ký tự không nhìn thấy", "xóa ký tự ở chỗ này rồi gõ lại dấu cách"),
    ("clue: several lists", "tệp có nhiều danh sách nối nhau, thường do gộp hai nhánh",
     "ghép lại bằng cchc validate --fix, hoặc bỏ các dấu [ ] cho mỗi mục một dòng bắt đầu bằng dấu -"),
    ("clue: unclosed quote", "mở ngoặc kép mà không đóng", "thêm dấu đóng ngoặc kép ở cuối nội dung"),
    ("clue: after single quote", "nội dung thừa sau dấu đóng ngoặc đơn '",
     "nội dung có sẵn dấu ' thì đặt cả trong ngoặc kép \"…\", hoặc gõ hai dấu '' cho mỗi dấu '"),
    ("clue: after quote", "nội dung thừa sau dấu đóng ngoặc kép",
     "nội dung có sẵn dấu ngoặc kép thì đặt cả trong ngoặc đơn '…'"),
    ("clue: after bracket", "nội dung thừa sau dấu đóng ngoặc", "đặt cả nội dung trong ngoặc kép, hoặc bỏ phần thừa"),
    ("clue: bracket", "thừa dấu đóng ngoặc", "bỏ dấu này"),
    ("clue: no key", "thiếu tên khóa trước dấu hai chấm", "ghi theo dạng khóa: nội dung"),
    ("clue: key too far", "thụt đầu dòng không khớp với dòng trên", "cho các khóa, các dấu - cùng cấp thẳng cột"),
    ("clue: tab", "có ký tự Tab", "dùng dấu cách thay cho phím Tab"),
    ("found a tab character", "có ký tự Tab", "dùng dấu cách thay cho phím Tab"),
    ("cannot start any token", "ký tự không được đứng ở đây", "đặt cả nội dung trong dấu ngoặc kép"),
    ("mapping values are not allowed", "dấu hai chấm không được đứng ở đây",
     "đặt nội dung có dấu hai chấm trong ngoặc kép, hoặc xem lại thụt đầu dòng"),
    ("unexpected ':'", "sau dấu hai chấm phải có một dấu cách", "thêm dấu cách, hoặc đặt nội dung trong ngoặc kép"),
    ("invalid Unicode character", "mã \\u trong ngoặc kép không phải là một chữ", "gõ thẳng chữ đó thay cho mã \\u"),
    ("unknown escape", "dấu \\ trong ngoặc kép không đúng", "dùng ngoặc đơn, hoặc viết \\\\ cho một dấu \\"),
    ("quoted scalar", "mở ngoặc kép mà không đóng", "thêm dấu đóng ngoặc kép ở cuối nội dung"),
    ("flow sequence", "danh sách mở bằng [ mà không đóng đúng", "thêm dấu phẩy giữa các mục và dấu ] ở cuối"),
    ("flow mapping", "mục mở bằng { mà không đóng đúng",
     "thêm dấu phẩy giữa các khóa và dấu } ở cuối; nội dung có dấu phẩy hay hai chấm thì đặt trong ngoặc kép"),
    ("node content", "thiếu nội dung ở đây", "ghi nội dung hoặc bỏ dấu thừa; ngoặc mở thì phải đóng"),
    ("could not find expected ':'", "dòng này thiếu dấu hai chấm sau tên khóa",
     "ghi theo dạng khóa: nội dung, có một dấu cách sau dấu hai chấm"),
    ("block sequence entries are not allowed", "dấu - của danh sách không được đứng ở đây",
     "xuống dòng trước dấu - hoặc đặt nội dung trong ngoặc kép"),
    ("block collection", "thụt đầu dòng không khớp với dòng trên", "cho các khóa, các dấu - cùng cấp thẳng cột"),
    ("block mapping", "thụt đầu dòng không khớp với dòng trên", "cho các khóa, các dấu - cùng cấp thẳng cột"),
    ("alias", "dấu * không được đứng ở đây", "đặt nội dung bắt đầu bằng * trong ngoặc kép"),
    ("anchor", "dấu & không được đứng ở đây", "đặt nội dung bắt đầu bằng & trong ngoặc kép"),
    ("tag", "dấu ! không được đứng ở đây", "đặt nội dung bắt đầu bằng ! trong ngoặc kép"),
    ("directive", "dấu % không được đứng ở đầu dòng", "đặt nội dung bắt đầu bằng % trong ngoặc kép"),
    ("block scalar", "nội dung sau dấu | hoặc > không đúng",
     "xuống dòng rồi thụt nội dung vào hai dấu cách, hoặc đặt cả nội dung trong ngoặc kép"),
    ("document start", "nội dung thừa sau phần cuối của tệp", "kiểm tra thụt đầu dòng của dòng này"),
    ("control characters", "có ký tự điều khiển không nhìn thấy", "xóa ký tự ở chỗ này rồi gõ lại"),
    ("special characters", "có ký tự điều khiển không nhìn thấy", "xóa ký tự ở chỗ này rồi gõ lại"),
)  # fmt: skip
# These errors are reported where the faulty construct begins; for a bracket, only if it begins on another line.
_FROM_OPENING = (
    "unexpected end of stream", "could not find expected ':'", "scanning an alias", "scanning an anchor",
    "scanning a tag", "scanning a directive", "scanning a block scalar",
)  # fmt: skip
_BRACKETS = ("flow sequence", "flow mapping")
_CONFLICT = pattern(r"(?m)^(?:<{7}|={7}|>{7})(?= |\r?$)")
_KEY = pattern(" *(?:- +)?([A-Za-z_]*)")
_NO_COLON = pattern(r"(?m)^( *(?:- +)?)(?![ #-])(?:(?!: ).)+(?<!:)\s*\Z")
_LISTED = pattern(r"(?m)^(?:\[|-(?=\s))")
_STRANGE = pattern("(?m)^ *(?:- +)?[\u00a0\u200b\u3000\ufeff]|[:-][\u00a0\u3000]|[\u0085\u2028\u2029]")


def syntax_fault(error: Any, text: str) -> ParserFault:
    """The parser's exception → one fault."""
    said = " ".join(str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part)
    said, start = _clue(error, said, text) or (said or str(error), _start(error, said, text))
    for words, message, hint in _WORDS:
        if words in said:
            return ParserFault(start, start + 1, "CC003", message, hint)
    hint = "xem lại dấu hai chấm, ngoặc kép và thụt đầu dòng"
    return ParserFault(start, start + 1, "CC003", "cú pháp YAML sai tại đây", hint)


def _clue(error: Any, said: str, text: str) -> tuple[str, int] | None:
    """A clue in the text that explains the error better than the parser's message: a row of the table and the place."""
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        return "clue: conflict", conflict.start()
    problem = getattr(error, "problem_mark", None)
    if problem is None:
        return None
    place: int = problem.index
    strange = _STRANGE.search(text, _line_before(text, place), place)
    if strange is not None:
        return "clue: strange space", strange.end() - 1
    if text[place : place + 1] == "\t":
        return "clue: tab", place
    in_brackets = any(words in said for words in _BRACKETS)
    begun = getattr(getattr(error, "context_mark", None), "index", place)
    another = next((each for each in (place, begun) if not in_brackets and _is_another_list(text, each)), None)
    if another is not None:
        return "clue: several lists", another
    return (None if in_brackets else _colon(text, place)) or _after_closing(in_brackets, text, place)


def _colon(text: str, place: int) -> tuple[str, int] | None:
    """The fault of a colon that is the first in its line and follows only spaces, or a key that is indented too far.

    If the line above has the same indent and no colon, the fault is that line's missing colon.
    """
    line = lines.start(text, place)
    key = _KEY.fullmatch(text, line, place)
    if key is None or text[place : place + 1] != ":":
        return None
    if not key[1]:
        return "clue: no key", place
    above = _NO_COLON.search(text[:line])
    if above is not None and len(above[1]) == key.start(1) - line:
        return "could not find expected ':'", above.end(1)
    return "clue: key too far", key.start(1)


def _is_another_list(text: str, place: int) -> bool:
    """Whether a list starts at `place`, at the start of a line, after a list of another form in the same file."""
    first = _LISTED.search(text)
    here = _LISTED.match(text, place)
    return bool(first and here and first.start() < place and "[" in (first[0], here[0]))


def _line_before(text: str, place: int) -> int:
    """The offset where the line before the line of `place` starts."""
    return text.rfind("\n", 0, max(text.rfind("\n", 0, place), 0)) + 1


def _after_closing(in_brackets: bool, text: str, place: int) -> tuple[str, int] | None:
    """The fault of text after a closed quote or bracket: it is superfluous, or an earlier quote was not closed."""
    before = text[:place].rstrip(" ")
    if not text[place : place + 1].strip() or before[-1:] not in ('"', "'", "]", "}"):
        return None
    if before[-1] in ('"', "'"):
        opening = _quoted(text, len(before))
        if opening is None:
            return None
        after = "clue: after single quote" if before[-1] == "'" else "clue: after quote"
        return ("clue: unclosed quote", opening) if "\n" in text[opening:place] else (after, place)
    if in_brackets:
        return None
    return ("clue: bracket" if text[place] in "]}" else "clue: after bracket"), place


def _quoted(text: str, end: int) -> int | None:
    """The offset where the quoted scalar that ends at `end` starts."""
    scalars = (
        event for event in readable_events(text) if type(event).__name__ == "ScalarEvent" and event.style in ("'", '"')
    )
    return next((event.start_mark.index for event in scalars if event.end_mark.index == end), None)


def _start(error: Any, said: str, text: str) -> int:
    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if problem is None:  # the parser gives no mark for a character that it refuses
        return next((offset for offset, character in enumerate(text) if not _readable(character)), 0)
    if context is not None:
        between, after = text[context.index : problem.index].rstrip(), text[problem.index :].strip()
        unclosed = any(words in said for words in _BRACKETS) and (len(between.splitlines()) > 1 or not after)
        if unclosed or any(words in said for words in _FROM_OPENING):
            return int(context.index)
    return _back_to_text(text, int(problem.index))


def _back_to_text(text: str, offset: int) -> int:
    """The offset of an error; an error at the end of the file is moved back to the last visible character."""
    if text[offset:].strip():
        return offset
    return max(len(text[:offset].rstrip()) - 1, 0)


def _readable(character: str) -> bool:
    if character < "\xa0":
        return character in "\t\n\r\x85" or " " <= character <= "~"
    return character not in "\ufffe\uffff"
