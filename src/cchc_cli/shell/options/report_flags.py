"""Options of the command `report` alone, in words."""

from typing import Annotated

import typer

from cchc_cli.shell.options import suggestions

Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="DẠNG",
        help="md hoặc docx (mặc định: theo đuôi tệp -o, hoặc md); với --each cả eml: thư kèm công văn; "
        "six-clear cả json; dashboard chỉ có html.",
        autocompletion=suggestions.values("md", "docx", "html", "eml"),
    ),
]
AsReport = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="TÊN",
        help="Điền mẫu theo số liệu của báo cáo này, như quarterly (mặc định: theo templates/forms.yaml).",
        autocompletion=suggestions.reports,
    ),
]
Within = Annotated[
    int | None, typer.Option("--within", metavar="SỐ_NGÀY", help="Sắp đến hạn: trong từng này ngày tới.")
]
