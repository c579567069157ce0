"""Words that stand beside terms, and what they do to them."""

VERBS = ("thực hiện", "triển khai thực hiện", "triển khai", "ban hành", "duy trì", "tổ chức thực hiện")
"""Words that say what is to be done only where several terms are told apart by them."""

FILLERS = (
    "hoàn thành", "xong", "dự kiến", "hạn", "thời hạn", "hạn chót", "thời gian", "tiến độ", "đúng tiến độ", "phải",
    "thời gian hoàn thành", "thời hạn hoàn thành", "dự kiến hoàn thành", "phải hoàn thành", "cơ bản hoàn thành",
)  # fmt: skip
"""Words before a term that add nothing to it."""

CONDITIONS = ("chủ động",)
"""Words that begin a condition, beside the phrases of the table that end in "..."."""

TURNED = frozenset((
    "cũ", "hoặc", "hay", "trừ", "âm", "không", "chưa", "lùi", "thay", "nếu", "quá", "ngoài", "trở", "đầu", "cuối",
    "giữa", "học", "hết", "sau", "trước", "từ", "đến", "tuần", "bỏ", "nửa", "kể", "tính",
))  # fmt: skip
"""Words that, right beside a term, may make another one of it: it is not read."""

ROUND_THE_CLOCK = "24/7"
"""Day and night, where it is no day in July."""

BEFORE_A_DAY = frozenset(("trước", "đến", "nhất", "ngày", "từ", "sau", "vào", "hạn", "quá", "hết", "là"))
"""Words after which a number may be a day."""
