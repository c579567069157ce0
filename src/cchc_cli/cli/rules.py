"""cchc rules: what is checked, why, with a bad and a good example."""

from typing import Annotated

import typer

from cchc_cli.answers import rules as shown
from cchc_cli.shell import screen
from cchc_cli.shell.options import codes, flags
from cchc_cli.text.problems import Stop


def command(
    code: Annotated[
        str | None, typer.Argument(metavar="[MÃ]", help="Mã quy tắc, như CC201.", autocompletion=codes.completed)
    ] = None,
    form: flags.TextFormat = None,
    output: flags.Output = None,
) -> None:
    """Các quy tắc kiểm tra; kèm mã thì xem lý do và ví dụ sai, đúng."""
    form = flags.form_of(form, output, flags.TEXT_FORMATS, "text")
    every = shown.every_code()
    chosen = [rule for rule in every if code is None or rule.code == code.upper()]
    if not chosen:
        from cchc_cli.vietnamese.names import nearest

        near = nearest(str(code), [rule.code for rule in every])
        raise Stop(f'không có quy tắc "{code}"', "gần nhất: " + ", ".join(near) if near else "xem: cchc rules")
    if form == "json":
        from cchc_cli.answers.json.rules import rules

        screen.json(rules(chosen), output)
    elif code is None:
        screen.table(shown.table(chosen), "table", output)
    else:
        screen.prose(shown.text(chosen[0]), output)
