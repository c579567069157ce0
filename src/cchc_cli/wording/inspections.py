"""The words for kinds of inspections: as printed, and as typed."""

from cchc_cli.model import InspectionKind

KIND: dict[InspectionKind, str] = {"direct": "trực tiếp", "file": "qua hồ sơ", "sudden": "đột xuất"}
TYPED_KIND: dict[InspectionKind, tuple[str, ...]] = {
    "direct": (KIND["direct"], "kiểm tra trực tiếp"),
    "file": (KIND["file"], "hồ sơ", "kiểm tra qua hồ sơ"),
    "sudden": (KIND["sudden"], "kiểm tra đột xuất"),
}
