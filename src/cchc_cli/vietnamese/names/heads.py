"""A head named for the agency: Giám đốc Sở Tài chính, Chánh Văn phòng UBND tỉnh, Bộ trưởng Bộ Nội vụ."""

from cchc_cli.vietnamese.names.spelled import same, starts

_HEADS = tuple(
    tuple(head.split())
    for head in (
        "giám đốc", "tổng giám đốc", "thủ trưởng", "lãnh đạo", "người đứng đầu", "chủ tịch", "chủ nhiệm",
        "tổng biên tập", "hiệu trưởng", "trưởng",
    )
)  # fmt: skip
# A head of these agencies only: Chánh Văn phòng, Chánh Thanh tra, Tổng Thanh tra.
_HEADS_OF = (("chánh", ("văn", "phòng")), ("chánh", ("thanh", "tra")), ("tổng", ("thanh", "tra")))
# "Thủ trưởng" heads agencies of different kinds, so these are the sở, ban, ngành. The head of a sở is its director.
_ALL_HEADS = ("thủ", "trưởng", "các", "sở")
_DEPARTMENTS = ["sở", "ban", "ngành"]


def without_head(typed: list[str]) -> list[str] | None:
    """The words of the agency whose head is named; None where no head is."""
    if len(typed) == len(_ALL_HEADS) and starts(typed, _ALL_HEADS):
        return _DEPARTMENTS
    rest = _once(typed)
    return None if rest is None else without_head(rest) or rest


def _once(typed: list[str]) -> list[str] | None:
    for head, of in _HEADS_OF:
        if starts(typed, (head, *of)):
            return typed[1:]
    for words in _HEADS:
        if starts(typed, words) and len(typed) > len(words):
            return typed[len(words) :]
    return _after_its_own_noun(typed)


def _after_its_own_noun(typed: list[str]) -> list[str] | None:
    """ "Bộ trưởng Bộ Nội vụ" → "Bộ Nội vụ", "Chi cục trưởng Chi cục Thuế" → "Chi cục Thuế"."""
    for length in (1, 2):
        noun, rest = typed[:length], typed[length + 1 :]
        if len(rest) > length and same(typed[length], "trưởng") and rest[:length] == noun:
            return rest
    return None
