"""A YAML parser's complaint → a fault in Vietnamese, at the place where a person would point."""

from typing import Any

from cchc_cli.yamldoc import Fault

# What the parser says (a part of it) → what an officer is told, what to do. The first that fits counts.
_WORDS = (
    ("found a tab character", "có ký tự Tab ở đầu dòng", "thụt đầu dòng bằng dấu cách, không dùng phím Tab"),
    ("cannot start any token", "ký tự không được đứng ở đây", "đặt cả nội dung trong dấu ngoặc kép"),
    ("mapping values are not allowed", "dấu hai chấm không được đứng ở đây",
     "đặt nội dung có dấu hai chấm trong ngoặc kép, hoặc xem lại thụt đầu dòng"),
    ("unknown escape", "dấu \\ trong ngoặc kép không đúng", "dùng ngoặc đơn, hoặc viết \\\\ cho một dấu \\"),
    ("quoted scalar", "mở ngoặc kép mà không đóng", "thêm dấu đóng ngoặc kép ở cuối nội dung"),
    ("flow sequence", "danh sách mở bằng [ mà không đóng đúng", "thêm dấu phẩy giữa các mục và dấu ] ở cuối"),
    ("flow mapping", "mục mở bằng { mà không đóng đúng",
     "thêm dấu phẩy giữa các khóa và dấu } ở cuối; nội dung có dấu phẩy hay hai chấm thì đặt trong ngoặc kép"),
    ("could not find expected ':'", "dòng này thiếu dấu hai chấm sau tên khóa",
     "ghi theo dạng khóa: nội dung, có một dấu cách sau dấu hai chấm"),
    ("expected '-' indicator", "các mục của danh sách không thẳng hàng", "cho các dấu - thẳng cột với nhau"),
    ("block sequence entries are not allowed", "dấu - của danh sách không được đứng ở đây",
     "xuống dòng trước dấu - hoặc đặt nội dung trong ngoặc kép"),
    ("block collection", "thụt đầu dòng không khớp với dòng trên", "cho các mục của danh sách thẳng cột với nhau"),
    ("block mapping", "thụt đầu dòng không khớp với dòng trên", "cho các khóa cùng cấp thẳng cột với nhau"),
    ("undefined alias", "không dùng bí danh (*) trong tệp kế hoạch", "đặt nội dung bắt đầu bằng * trong ngoặc kép"),
    ("alias", "dấu * không được đứng ở đây", "đặt nội dung bắt đầu bằng * trong ngoặc kép"),
    ("anchor", "dấu & không được đứng ở đây", "đặt nội dung bắt đầu bằng & trong ngoặc kép"),
    ("tag", "dấu ! không được đứng ở đây", "đặt nội dung bắt đầu bằng ! trong ngoặc kép"),
    ("directive", "dấu % không được đứng ở đầu dòng", "đặt nội dung bắt đầu bằng % trong ngoặc kép"),
    ("block scalar", "nội dung sau dấu | hoặc > không đúng", "xuống dòng sau dấu | và thụt nội dung vào hai dấu cách"),
    ("document start", "nội dung thừa sau phần cuối của tệp", "kiểm tra thụt đầu dòng của dòng này"),
    ("control characters", "có ký tự điều khiển không nhìn thấy", "xóa ký tự ở chỗ này rồi gõ lại"),
    ("special characters", "có ký tự điều khiển không nhìn thấy", "xóa ký tự ở chỗ này rồi gõ lại"),
)  # fmt: skip
_FROM_OPENING = ("unexpected end of stream", "flow sequence", "flow mapping", "could not find expected ':'")


def syntax_fault(error: Any, text: str) -> Fault:
    """The parser's exception → one fault. An unclosed quote or bracket is pointed at where it opens."""
    said = " ".join(str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part)
    said = said or str(error)
    start = _start(error, said, text)
    if text[start : start + 1] == "\t":
        said = "found a tab character"
    for words, message, hint in _WORDS:
        if words in said:
            return Fault(start, start + 1, "CC003", message, hint)
    hint = "xem lại dấu hai chấm, ngoặc kép và thụt đầu dòng"
    return Fault(start, start + 1, "CC003", "cú pháp YAML sai tại đây", hint)


def _start(error: Any, said: str, text: str) -> int:
    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if context is not None and any(words in said for words in _FROM_OPENING):
        return int(context.index)
    if problem is not None:
        return _back_to_text(text, int(problem.index))
    for offset, character in enumerate(text):  # a character the reader refuses has no mark
        if not _readable(character):
            return offset
    return 0


def _back_to_text(text: str, offset: int) -> int:
    """A complaint at the end of the file, or on an empty line, belongs to the last character before it."""
    if text[offset : offset + 1].strip():
        return offset
    before = text[:offset].rstrip()
    return max(len(before) - 1, 0) if not text[offset:].strip() else offset


def _readable(character: str) -> bool:
    if character < "\xa0":
        return character in "\t\n\r\x85" or " " <= character <= "~"
    return character not in "\ufffe\uffff"
