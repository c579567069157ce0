"""The words of the Tiến độ column: the one table that says how each is read.

How to read it. Each row has a kind (docs/promises.md#schedules), the phrases that it reads, and how the days come out:

    start   first: the first day of the (first) term named;   issued: the plan's own day;    none: no first day
    due     last: the last day of the (last) term named;      before: the day before that term begins;   none: no day
            counted: so many days after the day named

In a phrase `[a|b]` means a, b or nothing, `(a|b)` means a or b, and `<...>` stands for a term in any spelling:

    <ngày>      05/02/2026, ngày 05 tháng 02 năm 2026, 30/6      <năm>       năm 2026, 2026
    <tháng>     tháng 01/2026, tháng 1 năm 2026, T1/2026         <nửa năm>   6 tháng đầu năm 2026
    <quý>       quý I/2026, quý 1 năm 2026                       <n tháng>   9 tháng đầu năm 2026
    <lúc>       đầu/giữa/cuối tháng 3/2026, cuối năm             <tuần>      thượng tuần tháng 3/2026
    <kỳ>        any of these                                     <lặp>       hằng quý, 02 lần/năm (intervals.py)
    <số>        a number                                         ...         any words; they become the condition

A term without a year takes that of the term after it, else of the one before it, else the plan's. Case, spaces,
"hàng/hằng", the kind of dash and a closing full stop make no difference. What may stand
beside a phrase (conditions, words that say what is to be done, further terms) is told in words.py and clauses.py.
Each example below is a test: printed words → days | condition.
"""

from typing import Literal

from msgspec import Struct

from cchc_cli.model import Kind


class Phrasing(Struct, frozen=True):
    """Phrases that are read alike.

    `whole`: the condition is the whole phrase.
    """

    kind: Kind
    phrases: tuple[str, ...]
    start: Literal["first", "issued", "none"]
    due: Literal["last", "before", "counted", "none"]
    examples: str
    whole: bool = False


TABLE: tuple[Phrasing, ...] = (
    Phrasing(Kind.NONE, ("",), "none", "none", ""),
    # -- a day ---------------------------------------------------------------------------------------------------
    Phrasing(Kind.DATE, ("[vào|trong] <ngày>",), "none", "last", """
        05/02/2026 → 05/02/2026
        Ngày 05/02/2026 → 05/02/2026
        ngày 05 tháng 02 năm 2026 → 05/02/2026
        5-2-2026 → 05/02/2026
        Ngày 30/6 → 30/06/2026
        Hoàn thành ngày 23/06/ 2026 → 23/06/2026
        """),
    Phrasing(Kind.DATE, ("[vào|trong] <lúc>",), "none", "last", """
        Đầu tháng 3/2026 → 01/03/2026
        Giữa tháng 3 năm 2026 → 15/03/2026
        Cuối tháng 02/2026 → 28/02/2026
        Đầu năm 2026 → 01/01/2026
        Giữa năm 2026 → 30/06/2026
        Cuối năm → 31/12/2026
        """),
    Phrasing(Kind.DATE, ("[từ nay] đến [hết] <kỳ>", "hết <kỳ>", "[đến] hết năm",
                    "(chậm nhất|muộn nhất) [là|đến|vào|trong|đến hết|là đến] <kỳ>",
                    "kết thúc <kỳ>", "không (quá|muộn hơn|chậm hơn) <kỳ>"), "none", "last", """
        Đến 31/12/2026 → 31/12/2026
        Đến ngày 31/01/2027 → 31/01/2027
        Đến hết ngày 15/6/2026 → 15/06/2026
        Đến hết tháng 6/2026 → 30/06/2026
        Đến hết Quý II/2026 → 30/06/2026
        Từ nay đến hết năm 2026 → 31/12/2026
        Hết năm 2026 → 31/12/2026
        Đến hết năm → 31/12/2026
        Chậm nhất ngày 30/6/2026 → 30/06/2026
        Chậm nhất là ngày 30/6/2026 → 30/06/2026
        Chậm nhất trong tháng 6/2026 → 30/06/2026
        Muộn nhất ngày 15/11/2026 → 15/11/2026
        Đến cuối tháng 9/2026 → 30/09/2026
        """),
    Phrasing(Kind.DATE, ("[đến] trước <kỳ>",), "none", "before", """
        Trước ngày 30/6/2026 → 29/06/2026
        Trước 30/6/2026 → 29/06/2026
        Hoàn thành trước ngày 01 tháng 7 năm 2026 → 30/06/2026
        Trước tháng 6/2026 → 31/05/2026
        Trước quý II → 31/03/2026
        Trước năm 2027 → 31/12/2026
        """),
    # -- month, quarter, half, year ------------------------------------------------------------------------------
    Phrasing(Kind.MONTH, ("[trong|vào] <tháng>",), "first", "last", """
        Tháng 01/2026 → 01/01/2026 - 31/01/2026
        Tháng 1/2026 → 01/01/2026 - 31/01/2026
        tháng 02 năm 2026 → 01/02/2026 - 28/02/2026
        Trong tháng 9/2026 → 01/09/2026 - 30/09/2026
        Tháng 3 → 01/03/2026 - 31/03/2026
        T1/2026 → 01/01/2026 - 31/01/2026
        12/2026 → 01/12/2026 - 31/12/2026
        """),
    Phrasing(Kind.QUARTER, ("[trong|vào] <quý>",), "first", "last", """
        Quý I/2026 → 01/01/2026 - 31/03/2026
        Quý 2/2026 → 01/04/2026 - 30/06/2026
        quý III năm 2026 → 01/07/2026 - 30/09/2026
        Quý IV → 01/10/2026 - 31/12/2026
        Ban hành trong Quý I/2026 → 01/01/2026 - 31/03/2026
        Quý II/2026 (sau khi công bố kết quả PCI) → 01/04/2026 - 30/06/2026 | sau khi công bố kết quả PCI
        Quý II/2026, sau khi có kết quả kiểm tra → 01/04/2026 - 30/06/2026 | sau khi có kết quả kiểm tra
        """),
    Phrasing(Kind.HALF, ("[trong] <nửa năm>",), "first", "last", """
        6 tháng đầu năm 2026 → 01/01/2026 - 30/06/2026
        06 tháng cuối năm → 01/07/2026 - 31/12/2026
        Trong 6 tháng cuối năm 2026 → 01/07/2026 - 31/12/2026
        """),
    Phrasing(Kind.YEAR, ("[trong|cả|trong cả] <năm>", "(trong|cả|trong cả) năm"), "first", "last", """
        Trong năm 2026 → 01/01/2026 - 31/12/2026
        Năm 2026 → 01/01/2026 - 31/12/2026
        Cả năm 2026 → 01/01/2026 - 31/12/2026
        Trong năm → 01/01/2026 - 31/12/2026
        Trong năm 2026 (theo tiến độ kế hoạch) → 01/01/2026 - 31/12/2026 | theo tiến độ kế hoạch
        Trong năm (theo tiến độ phân công) → 01/01/2026 - 31/12/2026 | theo tiến độ phân công
        """),
    # -- from … to … ---------------------------------------------------------------------------------------------
    Phrasing(Kind.RANGE, ("[từ|giai đoạn|trong|nhiệm kỳ] <kỳ> (-|đến|đến hết) <kỳ>",
                     "[từ|trong|ngày] <số> (-|đến) (<ngày>|<tháng>|<quý>)", "[trong|vào] <tuần>"), "first", "last", """
        Từ tháng 6 - tháng 11/2026 → 01/06/2026 - 30/11/2026
        Tháng 6 - 11/2026 → 01/06/2026 - 30/11/2026
        Từ tháng 6 đến tháng 11 năm 2026 → 01/06/2026 - 30/11/2026
        Từ tháng 11/2026 đến tháng 3/2027 → 01/11/2026 - 31/03/2027
        Từ 01/6/2026 đến 30/11/2026 → 01/06/2026 - 30/11/2026
        01/6 - 30/11/2026 → 01/06/2026 - 30/11/2026
        Từ ngày 01 đến ngày 15/6/2026 → 01/06/2026 - 15/06/2026
        Từ 01 - 15/6/2026 → 01/06/2026 - 15/06/2026
        Quý III - IV/2026 → 01/07/2026 - 31/12/2026
        Từ quý II đến hết quý III năm 2026 → 01/04/2026 - 30/09/2026
        Giai đoạn 2026 - 2030 → 01/01/2026 - 31/12/2030
        """),
    Phrasing(Kind.RANGE, ("[trong] <n tháng>",), "first", "last", """
        9 tháng đầu năm 2026 → 01/01/2026 - 30/09/2026
        3 tháng cuối năm 2026 → 01/10/2026 - 31/12/2026
        """),
    # -- again and again -----------------------------------------------------------------------------------------
    Phrasing(Kind.RECURRING, ("[thường xuyên|thường xuyên ,|thường xuyên , định kỳ|định kỳ] <lặp>",
                              "(vào|trong) <lặp>"), "none", "none", """
        Hằng tuần →
        Thứ 5 hàng tuần →
        Hàng tháng →
        Định kỳ hằng tháng →
        Hằng tháng, quý, năm →
        01 lần/tháng →
        Hằng quý →
        Định kỳ hằng quý →
        Mỗi quý một lần →
        Hằng năm →
        02 lần/năm →
        6 tháng một lần →
        6 tháng/lần →
        Định kỳ 6 tháng →
        Quý, 6 tháng, năm →
        Trong tháng cuối quý →
        """),
    Phrasing(Kind.RECURRING, ("[vào|trong|trước|đến|chậm nhất|chậm nhất là|chậm nhất vào]"
                              " (<ngày>|<tháng>|<quý>|<nửa năm>) <lặp>",
                              "(trước|đến|chậm nhất|chậm nhất là|chậm nhất vào) <số> <lặp>"),
        "none", "none", """
        Trước ngày 15 hằng tháng →
        Trước 25 hằng tháng →
        Ngày 20 của tháng cuối quý →
        Tháng 12 hằng năm →
        Trước 15/12 hằng năm →
        """),
    Phrasing(Kind.RECURRING, ("[theo] định kỳ", "[theo] định kỳ (,|và|/) đột xuất",
                              "thường xuyên (,|và|/) định kỳ"), "none", "none", """
        Định kỳ theo quy định → | theo quy định
        Theo định kỳ →
        Định kỳ và đột xuất →
        """),
    Phrasing(Kind.ONGOING, ("(thường xuyên|liên tục|thường xuyên , liên tục) [trong năm|trong <năm>|<năm>]",
                            "suốt năm"),
        "none", "none", """
        Thường xuyên →
        Thường xuyên trong năm 2026 →
        Thường xuyên, liên tục →
        Thực hiện liên tục, chủ động theo hướng dẫn của Trung ương → | chủ động theo hướng dẫn của Trung ương
        """),
    Phrasing(Kind.ONGOING, ("(từ|bắt đầu từ|kể từ|tính từ) <kỳ> [trở đi|đến khi hoàn thành]", "<kỳ> trở đi",
                            "[từ|trong] <kỳ> và (các|những) năm (tiếp theo|sau)"), "first", "none", """
        Từ Quý I/2026 → 01/01/2026
        Bắt đầu từ ngày 01/9/2026 → 01/09/2026
        Năm 2026 và những năm tiếp theo → 01/01/2026
        """),
    Phrasing(Kind.ONGOING, ("từ [ngày|khi] ban hành kế hoạch [này] [trở đi]",
                            "từ [ngày|khi] kế hoạch [này] được ban hành [trở đi]"), "issued", "none",
        "Từ ngày ban hành Kế hoạch trở đi → | Từ ngày ban hành Kế hoạch trở đi", whole=True),
    # -- a day that hangs on something else ----------------------------------------------------------------------
    Phrasing(Kind.DATE, ("[trong|trong vòng|trong thời hạn|chậm nhất|chậm nhất là|chậm nhất trong|chậm nhất trong vòng"
                    "|tối đa|không quá] <số> (ngày|ngày làm việc|tuần|tháng) (kể từ|tính từ|từ|sau) <ngày>",),
        "none", "counted", """
        Trong 30 ngày kể từ ngày 01/7/2026 → 31/07/2026
        01 tháng kể từ ngày 31/01/2026 → 28/02/2026
        """),
    Phrasing(Kind.EVENT, ("[trong|trong vòng|trong thời hạn|chậm nhất|chậm nhất là|chậm nhất trong"
                     "|chậm nhất trong vòng|tối đa|không quá] <số> (ngày|ngày làm việc|tuần)"
                     " (kể từ|tính từ|sau|sau khi) ...",),
        "none", "none", """
        05 ngày làm việc kể từ ngày quyết định công bố được ban hành → | ngày quyết định công bố được ban hành
        Chậm nhất là 05 ngày làm việc kể từ ngày ký → | ngày ký
        Trong 30 ngày kể từ ngày Nghị quyết được thông qua → | ngày Nghị quyết được thông qua
        Trong vòng 10 ngày sau khi được phê duyệt → | sau khi được phê duyệt
        """),
    Phrasing(Kind.EVENT, ("[trong|trong vòng|trong thời hạn|chậm nhất|chậm nhất là|tối đa|không quá] <số> (tháng|giờ)"
                     " (kể từ|tính từ|sau|sau khi) ...",),
        "none", "none", "03 tháng kể từ ngày ký → | 03 tháng kể từ ngày ký", whole=True),
    Phrasing(Kind.EVENT, ("[ngay] (sau khi|khi|sau) ...", "[tại] kỳ họp ...", "đến hết nhiệm kỳ"), "none", "none", """
        Sau khi Đề án được phê duyệt → | Sau khi Đề án được phê duyệt
        Triển khai sau khi có Nghị quyết của HĐND tỉnh → | sau khi có Nghị quyết của HĐND tỉnh
        Khi có văn bản của Trung ương → | Khi có văn bản của Trung ương
        Tại Kỳ họp thứ 9 → | Tại Kỳ họp thứ 9
        """),
    Phrasing(Kind.EXTERNAL, ("theo ...",), "none", "none", """
        Theo quy định → | Theo quy định
        Theo tiến độ → | Theo tiến độ
        Theo hướng dẫn, tiến độ Trung ương → | Theo hướng dẫn, tiến độ Trung ương
        Theo Quy chế của UBND tỉnh → | Theo Quy chế của UBND tỉnh
        Theo lộ trình giải ngân vốn đầu tư công năm 2026 → | Theo lộ trình giải ngân vốn đầu tư công năm 2026
        """),
)  # fmt: skip


def examples(row: Phrasing) -> tuple[tuple[str, str], ...]:
    """The printed words of a row's examples, each with what is to come out of them."""
    pairs = (line.partition("→") for line in row.examples.splitlines() if line.strip())
    return tuple((words.strip(), outcome.strip()) for words, _, outcome in pairs)
