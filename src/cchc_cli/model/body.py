"""The printed text of plan.yaml: the issuing document, and the parts of the body with their clauses."""

from datetime import date as Day

from cchc_cli.model.labels import Said, record
from cchc_cli.model.pieces import Assignment, Target
from cchc_cli.model.place import Placed
from cchc_cli.model.row_words import IMPLEMENTS
from cchc_cli.model.shared import Signatory

PART = "Một phần của thân kế hoạch: tiêu đề, đoạn mở đầu, các mục, đoạn kết."


class BodyTask(Placed, frozen=True):
    """A duty that the body gives to named agencies: a task without a schedule; its title is the clause's text."""

    id: str
    assignments: tuple[Assignment, ...]
    implements: tuple[str, ...] = ()

    said = record(
        "Nhiệm vụ trong thân kế hoạch",
        "Việc mà thân kế hoạch giao cho cơ quan có tên.",
        id=Said("Id", "Bắt đầu bằng body., như body.IV.3-1.", "body.IV.3-1", "row"),
        assignments=Said("Vai trò", "Từng cơ quan và vai trò."),
        implements=IMPLEMENTS,
    )


class Clause(Placed, frozen=True):
    """A numbered or plain paragraph of the body, with its sub-items, figures and duty."""

    text: str
    number: str | None = None
    items: tuple["Clause", ...] = ()
    targets: tuple[Target, ...] = ()
    task: BodyTask | None = None

    said = record(
        "Mục",
        "Một đoạn của thân kế hoạch hoặc một điều của quyết định.",
        text=Said("Nội dung", "Đúng như in.", label="lời văn"),
        number=Said("Số", "Số hoặc chữ như in; không có thì bỏ.", "1"),
        items=Said("Mục con", "Các gạch đầu dòng, điểm bên trong."),
        targets=Said("Chỉ tiêu", "Mỗi con số phải đạt nêu trong mục là một chỉ tiêu."),
        task=Said("Nhiệm vụ", "Mục này giao việc cho cơ quan có tên."),
    )


class Part(Placed, frozen=True):
    """A part of the body: heading, opening paragraphs, items, closing paragraphs."""

    title: str
    number: str | None = None
    opening: tuple[str, ...] = ()
    items: tuple[Clause, ...] = ()
    closing: tuple[str, ...] = ()

    said = record(
        "Phần",
        PART,
        number=Said("Số", "Số La Mã như in; không có thì bỏ.", "I"),
        title=Said("Tiêu đề", "Đúng như in.", "MỤC TIÊU", label="tên"),
        opening=Said("Mở đầu", "Các đoạn trước mục đầu tiên.", label="đoạn mở đầu"),
        items=Said("Các mục", "Theo thứ tự in."),
        closing=Said("Kết", "Các đoạn sau mục cuối cùng.", label="đoạn kết"),
    )


class Decision(Placed, frozen=True):
    """The document that issues the plan: a decision with articles, or the plan itself; None or () is not printed.

    `kind`, `formula` and `recipients_label` are its printed headings.
    """

    number: str | None = None
    date: Day | None = None
    title: str | None = None
    authority: str | None = None
    bases: tuple[str, ...] = ()
    proposal: str | None = None
    articles: tuple[Clause, ...] = ()
    recipients: tuple[str, ...] = ()
    signatory: Signatory | None = None
    kind: str = "QUYẾT ĐỊNH"
    formula: str = "QUYẾT ĐỊNH:"
    recipients_label: str = "Nơi nhận:"

    said = record(
        "Văn bản ban hành",
        "Quyết định ban hành kế hoạch, hoặc chính bản kế hoạch (kind: KẾ HOẠCH), đúng như in; không in thì bỏ.",
        number=Said("Số, ký hiệu", "Đúng như in; chưa có thì bỏ, kế hoạch là dự thảo.", "2821/QĐ-UBND", label="số"),
        date=Said("Ngày ban hành", "Ngày ký; chưa có thì bỏ, kế hoạch là dự thảo.", "2025-12-31", label="ngày"),
        title=Said(
            "Trích yếu", "Về việc gì.", "Ban hành Kế hoạch cải cách hành chính tỉnh Khánh Hòa năm 2026", label="tên"
        ),
        authority=Said(
            "Cơ quan ban hành", "Tên in đầu văn bản.", "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", label="dòng thẩm quyền"
        ),
        bases=Said("Căn cứ", "Mỗi mục một dòng căn cứ, đúng như in."),
        proposal=Said("Đề nghị", "Dòng “Theo đề nghị của …”.", "Theo đề nghị của Giám đốc Sở Nội vụ."),
        articles=Said("Các điều", "Mỗi mục một điều: number là “Điều 1”, text là nội dung.", label="điều"),
        recipients=Said("Nơi nhận", "Mỗi mục một dòng.", "Như Điều 3 (thi hành);"),
        signatory=Said("Người ký", "Người ký văn bản."),
        kind=Said(
            "Tên loại",
            "Chữ in giữa, trên trích yếu; kế hoạch tự nó là văn bản ban hành thì ghi KẾ HOẠCH.",
            "QUYẾT ĐỊNH",
            label="loại văn bản",
        ),
        formula=Said("Lời quyết định", "Chữ in trước Điều 1.", "QUYẾT ĐỊNH:", label="chữ quyết định"),
        recipients_label=Said("Nhãn nơi nhận", "Chữ in trên danh sách nơi nhận.", "Nơi nhận:", label="chữ nơi nhận"),
    )
